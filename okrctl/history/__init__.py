"""Git, read only. The one room that knows GitPython; its verbs give plain values and run nothing of the repository."""

import os

# GitPython refuses to be imported on a machine without git; whoever needs no history works there all the same.
os.environ.setdefault("GIT_PYTHON_REFRESH", "quiet")
