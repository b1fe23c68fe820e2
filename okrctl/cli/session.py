"""One run of the command: where it works, its day and language, and how it speaks. The only look at the clock."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime
from io import TextIOWrapper
from pathlib import Path
from typing import Literal, NamedTuple
from zoneinfo import ZoneInfo

from okrctl.errors import OkrctlError
from okrctl.language import Bilingual, Language

SETTINGS_FILE = "okrctl.yaml"
_ERROR = Bilingual("error: {message}", "错误：{message}")
_HINT = Bilingual("hint: {hint}", "提示：{hint}")


class Settled(NamedTuple):
    """The common options as given; None where the workspace or the clock decides."""

    folder: Path = Path()
    cycle: str | None = None
    today: date | None = None
    language: Language | None = None
    output: Path | None = None
    color: Literal["auto", "always", "never"] = "auto"
    quiet: bool = False
    verbose: bool = False
    debug: bool = False


class Session:
    """What a command gets beside its own options; says results on stdout or into a file, remarks on stderr."""

    def __init__(self, options: Settled) -> None:
        self.options = options
        self.language: Language = options.language or "en"
        self.cycle = options.cycle

    @classmethod
    @contextmanager
    def begin(cls, options: Settled) -> Iterator["Session"]:
        """A session whose errors are told in the language it has come to know."""
        session = cls(options)
        try:
            yield session
        except OkrctlError as error:
            session.complain(error)
            raise SystemExit(2) from error

    def settle_language(self, of_workspace: Language) -> None:
        """From now on speak the language of the workspace, unless an option asked for another."""
        self.language = self.options.language or of_workspace

    def prefer_cycle(self, named: str | None) -> None:
        """Take the cycle that an address names, unless an option asked for another."""
        self.cycle = self.options.cycle or named

    def today(self, timezone: str | None) -> date:
        """The day asked for, else the clock's, in the workspace's time zone."""
        return self.options.today or datetime.now(ZoneInfo(timezone) if timezone else None).date()

    def result(self, text: str) -> None:
        """The result of the command: on stdout as it is, or atomically into the file of `--output`."""
        if self.options.output is not None:
            self._into_file(self.options.output, text)
            return
        prepare(sys.stdout)
        sys.stdout.write(text)

    def remark(self, message: Bilingual) -> None:
        """Something worth knowing that is not the result."""
        if not self.options.quiet:
            self._say(message.say(self.language))

    def complain(self, error: OkrctlError) -> None:
        """Why the command cannot go on, and what to do, on one line each."""
        self._say(_ERROR.format(message=error.message).say(self.language))
        if error.hint is not None:
            self._say(_HINT.format(hint=error.hint).say(self.language))

    def _say(self, text: str) -> None:
        prepare(sys.stderr)
        sys.stderr.write(f"okrctl: {_harmless(text)}\n")

    def _into_file(self, path: Path, text: str) -> None:
        from okrctl.editing.change import Change, write

        if not path.absolute().parent.is_dir():
            raise OkrctlError(
                Bilingual("there is no folder {folder}", "没有文件夹 {folder}").format(folder=path.parent),
                Bilingual("make it first, or name another file after -o", "请先新建，或在 -o 后写别的文件"),
            )
        before = path.read_bytes() if path.is_file() else None
        write((Change(path, before, text.encode("utf-8")),))
        self.remark(Bilingual("wrote {path}", "已写入 {path}").format(path=path))


def find_root(start: Path | None) -> Path:
    """The folder with `okrctl.yaml`: `start` or the nearest above it."""
    folder = (start or Path()).absolute()
    if not folder.is_dir():
        raise OkrctlError(
            Bilingual("there is no folder {path}", "没有文件夹 {path}").format(path=start),
            Bilingual("name an existing one after -C", "请在 -C 后写一个存在的文件夹"),
        )
    folder = Path(os.path.normpath(folder))
    for candidate in (folder, *folder.parents):
        if (candidate / SETTINGS_FILE).exists():
            return candidate
    raise OkrctlError(
        Bilingual("no okrctl.yaml in {path} or above it", "{path} 及其上级文件夹中没有 okrctl.yaml").format(
            path=folder
        ),
        Bilingual(
            "go into a workspace, name one with -C DIR, or make one: okrctl init",
            "进入一个工作区，用 -C 指定，或新建：okrctl init",
        ),
    )


def prepare(stream: object) -> None:
    """Documents leave as UTF-8 with plain line ends; a terminal shows what it can and never fails."""
    if isinstance(stream, TextIOWrapper):
        if stream.isatty():
            stream.reconfigure(errors="backslashreplace")
        else:
            stream.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")


def _harmless(text: str) -> str:
    if text.isprintable():
        return text
    from okrctl.console.output import printable_line

    return printable_line(text)
