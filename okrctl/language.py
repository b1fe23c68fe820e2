"""The two languages of okrctl, and the type of every sentence that a user sees."""

from collections.abc import Iterable
from typing import Literal, NamedTuple

Language = Literal["en", "zh"]
LANGUAGES: tuple[Language, ...] = ("en", "zh")


class Bilingual(NamedTuple):
    """One sentence in English and in Chinese."""

    en: str
    zh: str

    def say(self, language: Language) -> str:
        """The sentence in `language`."""
        return self.zh if language == "zh" else self.en

    def format(self, **values: object) -> "Bilingual":
        """Both sentences with `{name}` filled in; a value that is itself Bilingual is said in each language."""
        english = {name: _say(value, "en") for name, value in values.items()}
        chinese = {name: _say(value, "zh") for name, value in values.items()}
        return Bilingual(self.en.format_map(english), self.zh.format_map(chinese))


def listed(words: Iterable[str]) -> Bilingual:
    """Words one after the other, as each language separates them: `a, b` and `a、b`."""
    all_words = tuple(words)
    return Bilingual(", ".join(all_words), "、".join(all_words))


def same(text: str) -> Bilingual:
    """Text that is alike in both languages: a name, a path, a value that the user wrote."""
    return Bilingual(text, text)


def _say(value: object, language: Language) -> object:
    return value.say(language) if isinstance(value, Bilingual) else value
