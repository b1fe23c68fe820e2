"""Real git repositories for tests: the clock ticks, the shas are the same on every machine."""

import os
import subprocess
from collections.abc import Mapping
from datetime import datetime, timedelta
from pathlib import Path

from tests.support.trees import write_tree

ALICE = "Alice Chen <alice@starling.example>"
CALM = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1", "GIT_TERMINAL_PROMPT": "0", "LC_ALL": "C"}
_ANY_DAY = "2026-01-01T00:00:00+00:00"


class GitWorkspace:
    """A folder under git. A commit says its day (09:00 UTC, a minute later each time) or a whole ISO time."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self._ticks = 0

    @classmethod
    def begin(cls, root: Path) -> "GitWorkspace":
        """A new repository with no commit in it."""
        root.mkdir(parents=True, exist_ok=True)
        made = cls(root)
        made.git("init", "--quiet", "--initial-branch=main", "--template=")
        return made

    def commit(
        self,
        files: Mapping[str, str | bytes | None],
        on: str,
        by: str = ALICE,
        message: str = "Edit the goals",
        committed: str = "",
    ) -> str:
        """Write files (None: delete), commit everything that changed, and give the sha."""
        for path in [path for path, content in files.items() if content is None]:
            (self.root / path).unlink()
        write_tree(self.root, {path: content for path, content in files.items() if content is not None})
        return self._commit_all(on, by, message, committed)

    def edit(self, path: str, changes: Mapping[str, str], on: str, by: str = ALICE, message: str = "") -> str:
        """Replace texts that stand once in a file, and commit."""
        return self.commit({path: self.edited(path, changes)}, on, by, message or f"Edit {path}")

    def edited(self, path: str, changes: Mapping[str, str]) -> str:
        """A file's text with some words replaced, each of which stands there once."""
        text = (self.root / path).read_bytes().decode("utf-8")
        for old, new in changes.items():
            assert text.count(old) == 1, (old, text.count(old), path)
            text = text.replace(old, new)
        return text

    def rename(self, old: str, new: str, on: str, by: str = ALICE) -> str:
        """Move a file or folder, and commit."""
        (self.root / new).parent.mkdir(parents=True, exist_ok=True)
        (self.root / old).rename(self.root / new)
        return self._commit_all(on, by, f"Rename {old}", "")

    def amend(self, files: Mapping[str, str | bytes], on: str) -> str:
        """Rewrite the last commit on another day; its author and his date stay."""
        write_tree(self.root, files)
        self.git("add", "--all")
        when = self._when(on)
        self.git("commit", "--quiet", "--amend", "--no-edit", env=_as(ALICE, when, when))
        return self.head

    def merge(self, branch: str, on: str, by: str = ALICE, *options: str) -> str:
        """Merge a branch with a commit of its own; a conflict is left to the caller."""
        when = self._when(on)
        self.git("merge", "--quiet", "--no-ff", *options, "-m", f"Merge {branch}", branch, env=_as(by, when, when))
        return self.head

    def clone(self, root: Path, *options: str) -> "GitWorkspace":
        """A clone through the file transport, so that `--depth` counts."""
        subprocess.run(
            ["git", "clone", "--quiet", *options, self.root.absolute().as_uri(), str(root)],
            env=_environment({}),
            check=True,
            capture_output=True,
        )
        return GitWorkspace(root)

    def worktree(self, root: Path, revision: str = "HEAD") -> "GitWorkspace":
        """A linked worktree of the same repository, with a detached head."""
        self.git("worktree", "add", "--quiet", "--detach", str(root.absolute()), revision)
        return GitWorkspace(root)

    def git(self, *arguments: str, env: Mapping[str, str] | None = None, given: bytes = b"") -> str:
        """Run git here, with nobody's configuration and `given` on its stdin; gives stdout."""
        done = subprocess.run(
            ["git", *arguments],
            cwd=self.root,
            env=_environment(env or {}),
            input=given,
            capture_output=True,
            check=False,
        )
        assert done.returncode == 0, (arguments, done.stderr.decode("utf-8", "replace"))
        return done.stdout.decode("utf-8", "replace")

    @property
    def head(self) -> str:
        """The sha of the last commit."""
        return self.git("rev-parse", "HEAD").strip()

    def _commit_all(self, on: str, by: str, message: str, committed: str) -> str:
        self.git("add", "--all")
        when = self._when(on)
        env = _as(by, when, self._when(committed) if committed else when)
        self.git("commit", "--quiet", "--allow-empty", "--no-verify", "-m", message, env=env)
        return self.head

    def _when(self, on: str) -> str:
        if "T" in on:
            return on
        self._ticks += 1
        return f"{(datetime.fromisoformat(on) + timedelta(hours=9, minutes=self._ticks)).isoformat()}+00:00"


def _as(who: str, authored: str, committed: str) -> dict[str, str]:
    name, _, email = who.partition(" <")
    email = email.rstrip(">")
    return {
        "GIT_AUTHOR_NAME": name,
        "GIT_AUTHOR_EMAIL": email,
        "GIT_AUTHOR_DATE": authored,
        "GIT_COMMITTER_NAME": name,
        "GIT_COMMITTER_EMAIL": email,
        "GIT_COMMITTER_DATE": committed,
    }


def _environment(more: Mapping[str, str]) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    return {**kept, **CALM, **_as(ALICE, _ANY_DAY, _ANY_DAY), **more}
