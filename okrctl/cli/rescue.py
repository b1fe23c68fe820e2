"""Commands that say again what was answered and is not in the note: nothing is typed in vain."""

import shlex
from pathlib import Path
from typing import NamedTuple

from okrctl.cli.note_session import Asked
from okrctl.cli.session import Session
from okrctl.editing.drafting import Drafting
from okrctl.editing.said import Said
from okrctl.models.calendar import Week
from okrctl.models.ids import parse_address
from okrctl.workspace.choice import choose_cycle
from okrctl.workspace.index import NoteKey


class Rescue(NamedTuple):
    """What every command needs that shall lead to the same note at another moment, from the same folder."""

    session: Session
    drafting: Drafting
    note: NoteKey
    asked: Asked

    def again(self, *words: str, owner: str | None = None) -> str:
        """`okrctl` with these words, and the options without which it would mean another note."""
        return shlex.join(("okrctl", *words, *self._options(owner or self.note.author)))

    def check_in(self, said: Said) -> str:
        """The command that says the same."""
        address = parse_address(said.kr)
        named = address is not None and len(address.parts) > 1 and self.drafting.workspace.knows(address.parts[0])
        owner = address.parts[0] if address is not None and named else None
        return self.again("checkin", said.kr, *_words(said), owner=owner)

    def _options(self, owner: str) -> tuple[str, ...]:
        options = self.session.options
        words = [] if options.folder == Path() else ["-C", str(options.folder)]
        chosen = choose_cycle(self.drafting.workspace, None, owner, self.drafting.today)
        if self.session.cycle is not None or chosen.id != self.note.cycle:
            words += ["--cycle", self.note.cycle]
        # A week that was told, or follows from a day that was told, is not that of the clock.
        told = self.asked.week is not None or options.today is not None
        if told or self.note.week != Week.of(self.drafting.today):
            words += ["--week", str(self.note.week)]
        return (*words, *([] if self.asked.person is None else ["--person", self.note.author]))


def _words(said: Said) -> list[str]:
    words: list[str] = []
    for option, number in (("--value", said.value), ("--percent", said.percent), ("--confidence", said.confidence)):
        words += [] if number is None else [f"{option}={number:.15g}"]
    words += [word for milestone in said.reached for word in ("--reached", milestone)]
    words += [] if said.status is None else ["--status", said.status]
    # A command that breaks its line cannot be copied.
    words += [] if said.progress is None else ["-m", " ".join(said.progress.split())]
    for risk in said.risks:
        words += ["--risk", risk.risk]
        words += ["--need", risk.need] if risk.need else []
        words += ["--from", ",".join(risk.from_)] if risk.from_ else []
    for step in said.next_steps:
        owner, due = (f" @{step.owner}" if step.owner else ""), (f" due {step.due}" if step.due else "")
        words += ["--next", f"{step.what}{owner}{due}"]
    return words
