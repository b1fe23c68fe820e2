"""Git's plumbing as a process: it runs nothing that the repository brings, fetches nothing, waits for nobody.

GitPython cannot take a variable out of its children's environment, and a hook that calls okrctl sets `GIT_DIR`.
"""

import os
import subprocess
from pathlib import Path
from typing import NamedTuple

# A repository's own configuration names programs; each way to one of them is closed.
_SAFE = (
    "core.fsmonitor=false",
    f"core.hooksPath={os.devnull}",
    f"core.attributesFile={os.devnull}",
    "core.sshCommand=false",
    "core.quotePath=false",
    "diff.external=",
    "log.showSignature=false",
    "protocol.allow=never",
    "safe.bareRepository=explicit",
    "submodule.recurse=false",
)
_SILENT = {
    "GIT_ALLOW_PROTOCOL": "none",
    "GIT_ATTR_NOSYSTEM": "1",
    "GIT_NO_LAZY_FETCH": "1",
    "GIT_OPTIONAL_LOCKS": "0",
    "GIT_PAGER": "cat",
    "GIT_TERMINAL_PROMPT": "0",
    "LANGUAGE": "C",
    "LC_ALL": "C",
}
# What a hook, an alias or a careless shell sets for one repository says nothing about ours.
_FOREIGN = frozenset(
    {
        "GIT_ALTERNATE_OBJECT_DIRECTORIES",
        "GIT_ATTR_SOURCE",
        "GIT_COMMON_DIR",
        "GIT_CONFIG",
        "GIT_DEFAULT_HASH",
        "GIT_DIFF_OPTS",
        "GIT_DIR",
        "GIT_EXTERNAL_DIFF",
        "GIT_GLOB_PATHSPECS",
        "GIT_GRAFT_FILE",
        "GIT_ICASE_PATHSPECS",
        "GIT_IMPLICIT_WORK_TREE",
        "GIT_INDEX_FILE",
        "GIT_INTERNAL_SUPER_PREFIX",
        "GIT_LITERAL_PATHSPECS",
        "GIT_NAMESPACE",
        "GIT_NOGLOB_PATHSPECS",
        "GIT_OBJECT_DIRECTORY",
        "GIT_PREFIX",
        "GIT_QUARANTINE_PATH",
        "GIT_REPLACE_REF_BASE",
        "GIT_SHALLOW_FILE",
        "GIT_WORK_TREE",
    }
)
_NO_GIT = 127  # as a shell says it


class Answer(NamedTuple):
    """What git said: exit code (127: there is no git on this machine), stdout, and the first line of stderr."""

    code: int
    out: bytes = b""
    error: str = ""

    @property
    def no_git(self) -> bool:
        """Whether no git could be run at all."""
        return self.code == _NO_GIT


def ask(folder: Path, *arguments: str, given: bytes = b"") -> Answer:
    """Run one of git's plumbing commands in `folder`, with `given` on its stdin."""
    program = _git()
    if program is None:
        return Answer(_NO_GIT)
    settings = [part for each in _SAFE for part in ("-c", each)]
    command = [program, "--no-pager", *settings, *arguments]
    try:
        done = subprocess.run(command, cwd=folder, env=_environment(), input=given, capture_output=True, check=False)  # noqa: S603
    except OSError as error:
        return Answer(_NO_GIT, error=str(error))
    return Answer(done.returncode, done.stdout, _first_line(done.stderr))


def _git() -> str | None:
    """The git of the search path; never one that lies in the folder somebody works in."""
    name = "git.exe" if os.name == "nt" else "git"
    candidates = (Path(folder, name) for folder in os.get_exec_path() if Path(folder).is_absolute())
    return next((str(path) for path in candidates if os.access(path, os.X_OK) and path.is_file()), None)


def _environment() -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if name not in _FOREIGN}
    return {**kept, **_SILENT}


def _first_line(error: bytes) -> str:
    lines = error.decode("utf-8", "replace").strip().splitlines()
    return next((line for line in lines if line.startswith(("fatal:", "error:"))), lines[0] if lines else "")
