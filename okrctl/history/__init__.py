"""Git, read only. The one room that knows GitPython; its verbs give plain values and run nothing of the repository."""
