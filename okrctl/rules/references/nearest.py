"""Names that were probably meant, for messages: never for remedies, which are shown of private files, too."""

from collections.abc import Iterable

from okrctl.language import Bilingual, same
from okrctl.workspace.schema import closest

MOST_WORDS = 100  # a comparison with thousands of names takes hundredths of a second


class Nearest:
    """The nearest of some known words; each word is looked up once, and after a hundred words no more."""

    def __init__(self, known: Iterable[str]) -> None:
        self.known = tuple(known)
        self.found: dict[str, str | None] = {}

    def word(self, written: str) -> str | None:
        """The known word that was probably meant, if any is near."""
        if written not in self.found and len(self.found) < MOST_WORDS:
            self.found[written] = closest(written, self.known)
        return self.found.get(written)


def did_you_mean(name: str | None) -> Bilingual:
    """The end of a message: what was probably meant, or nothing."""
    return same("") if name is None else Bilingual("; did you mean {name}?", "；是否想写 {name}？").format(name=name)
