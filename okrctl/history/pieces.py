"""Sheets read piece by piece: from one version to the next most objectives keep their text, and are read once.

Only texts whose pieces surely mean alone what they mean together are cut: no anchors, aliases or tags, one block list
of objectives. Each piece must be a whole list of one on its own; an open quote or bracket makes it none.
"""

import re
from typing import NamedTuple

from okrctl.models.okr import Objective, Sheet
from okrctl.workspace.layout import Identity, Kind
from okrctl.workspace.read import read_content

_REACHES_FAR = re.compile(r"(?:^|[\s\[{,:-])[&*!]\S|^(?:---|\.\.\.|%)|[\t\r\ufeff\u0085\u2028\u2029]", re.MULTILINE)
_LIST = re.compile(r"^objectives:[ ]*(?:#.*)?\n((?:[ ]*(?:#.*)?\n)*)(?=([ ]*)- )", re.MULTILINE)
_ON_TOP = re.compile(r"(?:[ ]*(?:#.*)?\n)*")  # comments before anything else
_AFTER_LIST = re.compile(r"^[^\s#-]", re.MULTILINE)
_IDENTITY = Identity(Kind.OKR, {})


class Cut(NamedTuple):
    """A sheet's text without its objectives and what is said on top, and each objective by itself, to be read alone."""

    frame: str
    objectives: tuple[str, ...]


class Reader:
    """Reads the texts of sheets, each piece of them once."""

    def __init__(self) -> None:
        self._frames: dict[str, Sheet | None] = {}
        self._objectives: dict[str, Objective | None] = {}

    def read(self, content: bytes) -> Sheet | None:
        """The sheet in a file's bytes; None where they are no sheet."""
        cut = cut_up(content)
        if cut is None:
            return read_whole(content)
        frame = self._frame(cut.frame)
        objectives = [self._objective(text) for text in cut.objectives]
        if frame is None or None in objectives:
            return read_whole(content)
        return frame.model_copy(update={"objectives": tuple(objectives)})

    def _frame(self, text: str) -> Sheet | None:
        if text not in self._frames:
            self._frames[text] = read_whole(text.encode("utf-8"))
        return self._frames[text]

    def _objective(self, text: str) -> Objective | None:
        if text not in self._objectives:
            sheet = read_whole(text.encode("utf-8"))
            self._objectives[text] = sheet.objectives[0] if sheet and len(sheet.objectives) == 1 else None
        return self._objectives[text]


def read_whole(content: bytes) -> Sheet | None:
    """The sheet in a file's bytes, read in one go."""
    record = read_content(content, _IDENTITY, "").record
    return record if isinstance(record, Sheet) else None


def cut_up(content: bytes) -> Cut | None:
    """The pieces of a text; None where they might mean something else alone."""
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError:
        return None
    found = _LIST.search(text)
    if found is None or _REACHES_FAR.search(text):
        return None
    after = _AFTER_LIST.search(text, found.end())
    end = after.start() if after else len(text)
    top = _ON_TOP.match(text)
    frame = text[top.end() if top else 0 : found.start()]
    starts = [
        one.start() for one in re.finditer(f"^{found[2]}- ", text[:end], re.MULTILINE) if one.start() >= found.end()
    ]
    ends = [*starts[1:], end]
    pieces = tuple("objectives:\n" + text[start:stop] for start, stop in zip(starts, ends, strict=True))
    return Cut(f"{frame}objectives: []\n{text[end:]}", pieces)
