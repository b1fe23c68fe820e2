"""What git knows about the folder somebody works in."""

from configparser import Error as ConfigError
from pathlib import Path

from git import GitConfigParser, Repo
from git.config import get_config_path
from git.exc import GitError


def user_email(folder: Path) -> str | None:
    """The `user.email` that git would use in `folder`, in lower case; None where nobody has set one."""
    try:
        with Repo(folder, search_parent_directories=True) as repository:
            return _email(repository.config_reader())
    except (GitError, OSError, ConfigError, ValueError):
        return _email_without_repository()


def _email_without_repository() -> str | None:
    try:
        return _email(GitConfigParser([get_config_path("user"), get_config_path("global")], read_only=True))
    except (OSError, ConfigError, ValueError):
        return None


def _email(config: GitConfigParser) -> str | None:
    email = str(config.get_value("user", "email", default="")).strip()
    return email.casefold() or None
