"""Whether somebody wrote the same again: the same words, or a long text with next to nothing changed."""

import re
from difflib import SequenceMatcher

from okrctl.models.base import composed
from okrctl.rules.writing.clauses import HAN
from okrctl.rules.writing.lexicon import words_of
from okrctl.rules.writing.outcomes import ENGLISH, ENGLISH_NOUNS
from okrctl.rules.writing.pattern import Pattern

FEWEST = 5  # words: fewer say a state, and a state may last
LONG = 20  # words: from here on a changed word or two still make a copy
LONGEST = 500  # words: beyond that nobody compares by eye, and it would take seconds
MOST_CHANGED = 0.1  # of the words of a long text
_WORDS = Pattern(r"[0-9]+(?:[.,][0-9]+)*|[^\W\d_\u3400-\u9fff]+|[\u3400-\u9fff]")
_NUMBERS = Pattern(
    r"[0-9]+|[二三四五六七八九十百千万两半]|一(?=[家个次位条台单套份人名成])"
    r"|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|half|both|none|first|second|third)\b"
)
_NO_NEWS = Pattern(
    r"\b(?:no|without) (?:\w+ )?(?:changes?|news|updates?|progress)\b|\bnothing (?:new|happened|moved|changed)\b"
    r"|\bunchanged\b|\bsame as\b|\bas (?:before|last week)\b"
    r"|(?:无|没有?|暂无|未)(?:任何|明显|新的?|什么)?(?:变化|变动|更新|进展|新增|动静)|持平|不变|[同和与]上周(?:一样|相同)?",
    re.IGNORECASE,
)
_FILLING = words_of(
    """
    this, last, week, again, still, also, just, now, the, a, an, on, in, at, of, to, and,
    本, 上, 周, 这, 仍, 还, 在, 也, 又, 再, 继, 续, 了, 的, 目, 前, 一, 直, 依, 然
    """
)


def repeats(text: str, earlier: str) -> bool:
    """Whether a text says the same as an earlier one, in words that meant to tell something.

    Case, spaces and punctuation do not count. Numbers do: "13 of 40" after "12 of 40" is news. A short state ("Three
    left.", 仍是 1 起) and a plain word that nothing changed (持平) may stand as long as they are true.
    """
    if text != earlier and _numbers(text) != _numbers(earlier):
        return False
    words = _words(text)
    if len(words) < (FEWEST * 2 if HAN.search(text) else FEWEST) or (len(words) < LONG and _NO_NEWS.search(text)):
        return False
    others = _words(earlier)
    if [word.casefold() for word in words] == [word.casefold() for word in others]:
        return True
    return LONG <= len(words) <= LONGEST and _is_near(words, others)


def _numbers(text: str) -> list[str]:
    return _NUMBERS.findall(text.casefold())


def _words(text: str) -> list[str]:
    """Words and numbers, of Chinese every character."""
    return _WORDS.findall(composed(text))


def _is_near(words: list[str], others: list[str]) -> bool:
    """Whether what changed is little, and carries neither a name nor an outcome."""
    if len(set(words) ^ set(others)) > 2 * MOST_CHANGED * len(words):
        return False
    match = SequenceMatcher(None, words, others, autojunk=False)
    changed = [
        word
        for tag, start, end, other_start, other_end in match.get_opcodes()
        if tag != "equal"
        for word in (*words[start:end], *others[other_start:other_end])
    ]
    return len(changed) <= 2 * MOST_CHANGED * len(words) and not any(_is_news(word) for word in changed)


def _is_news(word: str) -> bool:
    """Whether a changed word may be a name (which Chinese does not show), or says what came of something."""
    folded = word.casefold()
    may_be_name = word[0].isupper() or HAN.match(word) is not None
    return folded not in _FILLING and (may_be_name or folded in ENGLISH | ENGLISH_NOUNS)
