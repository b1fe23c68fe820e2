"""What git knows about the folder somebody works in."""

from configparser import Error as ConfigError
from pathlib import Path

from git import GitConfigParser, Repo
from git.config import get_config_path
from git.exc import GitError


def user_email(folder: Path) -> str | None:
    """The `user.email` that git would use in `folder`, in lower case; None where nobody has set one."""
    return _user(folder, "email").casefold() or None


def user_name(folder: Path) -> str | None:
    """The `user.name` that git would use in `folder`; None where nobody has set one."""
    return _user(folder, "name") or None


def _user(folder: Path, key: str) -> str:
    try:
        with Repo(folder, search_parent_directories=True) as repository:
            return str(repository.config_reader().get_value("user", key, default="")).strip()
    except (GitError, OSError, ConfigError, ValueError):
        return _user_of_machine(key)


def _user_of_machine(key: str) -> str:
    paths = [get_config_path("user"), get_config_path("global")]
    try:
        return str(GitConfigParser(paths, read_only=True).get_value("user", key, default="")).strip()
    except (OSError, ConfigError, ValueError):
        return ""
