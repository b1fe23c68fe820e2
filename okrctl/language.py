"""The two languages of okrctl, and the type of every sentence that a user sees."""

from collections.abc import Iterable
from datetime import date
from typing import Literal, NamedTuple

Language = Literal["en", "zh"]
LANGUAGES: tuple[Language, ...] = ("en", "zh")
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


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


def day_words(day: date) -> Bilingual:
    """A day without its year: 27 Feb, 2 月 27 日."""
    return Bilingual(f"{day.day} {_MONTHS[day.month - 1]}", f"{day.month} 月 {day.day} 日")


def _say(value: object, language: Language) -> object:
    return value.say(language) if isinstance(value, Bilingual) else value
