"""The corpus: whole files of every kind, good ones and bad ones, each bad one with exactly one mistake.

A bad file begins with `# CODE: what is wrong`; where JSON Schema cannot say so, a second line says
`# beyond a schema: why`, and where the form is right and only a rule and the schema tell, `# by a rule: why`. The
comment `# ✗` marks the line that the finding names, where the text leaves room for it.
"""

import re
from dataclasses import dataclass
from pathlib import Path

from okrctl.workspace.layout import Kind

CORPUS = Path(__file__).with_name("corpus")
_FIRST_LINE = re.compile(r"# (OKR[0-9]{3}): \S.*")
_BEYOND = "# beyond a schema: "
_BY_A_RULE = "# by a rule: "


@dataclass(frozen=True)
class CorpusFile:
    """One file: its kind, its bytes, and for a bad one what must be found in it."""

    path: Path
    kind: Kind
    content: bytes

    def __str__(self) -> str:
        return self.path.relative_to(CORPUS).with_suffix("").as_posix()

    @property
    def lines(self) -> list[str]:
        """The text in lines; bytes that are no UTF-8 do not matter for comments."""
        return self.content.decode("utf-8", "replace").splitlines()

    @property
    def code(self) -> str:
        """The code of the finding, as the first line says."""
        first = _FIRST_LINE.fullmatch(self.lines[0])
        assert first, f"{self}: the first line must say what is wrong"
        return first[1]

    @property
    def is_beyond_a_schema(self) -> bool:
        """Whether no JSON Schema could tell."""
        return self.lines[1].startswith(_BEYOND) and len(self.lines[1]) > len(_BEYOND)

    @property
    def is_found_by_a_rule(self) -> bool:
        """Whether the model takes the file: a truth across fields is told by a rule, and by the schema."""
        return self.lines[1].startswith(_BY_A_RULE) and len(self.lines[1]) > len(_BY_A_RULE)

    @property
    def marked_line(self) -> int | None:
        """The line of the mistake, counted from 1."""
        return next((number for number, line in enumerate(self.lines, start=1) if line.endswith("# ✗")), None)


def corpus(which: str, kind: Kind | None = None) -> list[CorpusFile]:
    """The files that are `good` or `bad`, of one kind or of all."""
    kinds = list(Kind) if kind is None else [kind]
    return [
        CorpusFile(path, one, path.read_bytes())
        for one in kinds
        for path in sorted((CORPUS / one.value / which).glob("*.yaml"))
    ]
