"""How an English sentence of deeds opens: the words before its verb, whose deed it is, and the verb itself."""

import re
from collections.abc import Iterable
from functools import cache

from okrctl.rules.writing.lexicon import (
    ACTIVITIES,
    ATTENDANCE,
    CARRYING_ON,
    CONTACT,
    HOLDING,
    OCCASIONS,
    PAPERS,
    PASSING,
)
from okrctl.rules.writing.pattern import Pattern

NUMBER = r"(?:[0-9]+|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|a dozen)"
_TIME = r"""
    (?:(?:this|last|the|on|in|during|over|early|late|since|all|most\ of\ the|for|every|each|by|until|throughout|
       past)\s+)*
    (?:weeks?|mondays?|tuesdays?|wednesdays?|thursdays?|fridays?|saturdays?|sundays?|yesterday|today|mornings?|
       afternoons?|months?|days?|quarter|january|february|march|april|may|june|july|august|september|october|november|
       december)\b
"""
_FILLER = r"""
    (?:i|we|i've|we've|i'm|we're|have|has|had(?=\s+been)|been|am|are|were|was|and|also|then|again|mainly|mostly|just|
       further|actively|successfully|regularly|personally|together|initially|first|finally|in\ addition|additionally|
       besides|plus|as\ well|so\ far|currently|ongoing|internally|jointly|briefly|extensively|intensively|closely|
       recently|meanwhile|already)\b
"""
_LEAD = Pattern(rf"(?:{_TIME}|{_FILLER}|[\s,–—-])*", re.IGNORECASE | re.VERBOSE)
_US = r"(?:[Tt]he |[Oo]ur |[Mm]y )?(?:whole |entire )?(?:\w+ )?team|[Bb]oth of us|[Aa]ll of us"
_NO_NAME = (
    "No Not Nobody None Nothing The These Those This That There It He She They All Some Most Many Few Every Each Both "
    "One Two Three Four Five After Before When While Because Since If Due Customers? Clients? Users? Everybody"
)
_NAME = rf"(?!(?:{_NO_NAME.replace(' ', '|')})\b)[A-Z][\w'’-]+"
_WHO = Pattern(
    rf"(?:(?P<us>{_US})|@[\w.-]+|{_NAME})(?:(?:\s*,\s*|\s+and\s+|\s+&\s+)(?:@[\w.-]+|I|we|{_NAME}))*\s+(?=[a-z])"
)
# A goal that was met, a launch called off, a bug tracked down, growth that continued, a visit by somebody: all news.
_NEWS = Pattern(
    r"met\s+(?:\w+\s+){0,2}(?:targets?|goals?|deadlines?|quotas?|criteria|requirements?|thresholds?|expectations?|"
    r"milestones?|slas?|budgets?|dates?|plans?|standards?)\b"
    r"|called\s+off\b|tracked\s+down\b|talked\s+(?:\w+\s+){1,3}into\b|\w+(?:\s+\w+)?\s+by\s"
    r"|continu(?:ed|ing)\s+(?:\w+\s+)?(?:growth|declines?|rise|fall|drop|increase|decrease|improvement|demand|interest)\b",
    re.IGNORECASE,
)
_NEWS_ING = (
    "growing|rising|falling|losing|winning|dropping|shrinking|improving|increasing|decreasing|paying|buying|waiting"
)
_STARTED_ON = (
    "working|talking|looking|planning|preparing|thinking|discussing|exploring|researching|investigating|reviewing|"
    "collecting|gathering|drafting|writing|meeting|calling|contacting|interviewing|searching|understanding|reading|studying"
)
_LETTERS = Pattern(r"[a-z]+|1:1|1-on-1")


def past_fillers(text: str, place: int = 0) -> int:
    """Where the words behind times and fillers begin: "On Monday we also"."""
    lead = _LEAD.match(text, place)
    return lead.end() if lead else place


def deed_at(text: str, place: int) -> str:
    """The words of a deed at `place`, one's own or one's team's; empty where there is none."""
    own = _find(_verb(), text, place) or _find(_noun(), text, place)
    if own:
        return own
    who = _WHO.match(text, place)
    if who is None:
        return ""
    # A capital may begin any sentence: only what people do shows that it begins a name.
    behind = past_fillers(text, who.end())
    words = _find(_verb() if who["us"] else _meeting(), text, behind)
    return text[behind : behind + len(words)] if words else ""


def verb_at(text: str, place: int) -> str:
    """The words of a deed at `place` with a verb of its own."""
    return _find(_verb(), text, place)


def may_tell_deeds(text: str) -> bool:
    """Whether any deed begins in the text; most texts hold none, and are not worth reading."""
    return not _beginnings().isdisjoint(_LETTERS.findall(text.lower()))


def _find(pattern: re.Pattern[str], text: str, place: int) -> str:
    found = pattern.match(text, place)
    return "" if found is None or _NEWS.match(text, place) else found[0]


@cache
def _beginnings() -> frozenset[str]:
    """The first word of everything that says a deed."""
    groups = (*ACTIVITIES, CARRYING_ON, HOLDING, PASSING, OCCASIONS)
    first = (_LETTERS.match(word) for group in groups for word in group.english)
    return frozenset(("spent", "one", "started", "began", *(found[0] for found in first if found)))


@cache
def _verb() -> re.Pattern[str]:
    deeds = _either(word for group in ACTIVITIES for word in group.english)
    return re.compile(
        rf"(?:{_either(CARRYING_ON.english)})\s+(?:on\s+)?(?:to\s+\w+|(?!{_NEWS_ING})\w+ing)\b"
        rf"|(?:started|began|starting|beginning)\s+(?:to\s+(?:work|talk|look|plan|prepare|think|explore)|{_STARTED_ON})\b"
        rf"|spent\b|(?:{deeds})\b|{_with_object()}",
        re.IGNORECASE,
    )


@cache
def _meeting() -> re.Pattern[str]:
    deeds = _either(CONTACT.english | ATTENDANCE.english)
    return re.compile(rf"(?:{deeds})\b|{_with_object()}", re.IGNORECASE)


@cache
def _noun() -> re.Pattern[str]:
    """Occasions without a verb: "Two calls with the bank"."""
    many = (
        f"{NUMBER}|several|some|many|various|multiple|regular|weekly|daily|internal|further|more|customer|client|user|sales|"
        "team|site|phone|video|ongoing|first|intense|lots of|a lot of|a number of|a few|a|few|another|discovery|partner"
    )
    about = r"\s+(?:with|at|in|on|about|to|for|between|and|all|this|last|today|regarding|continued)\b|\s*[,&]|\s*$"
    return re.compile(rf"(?:(?:{many})\s+)*+(?:{_either(OCCASIONS.english)})\b(?={about})", re.IGNORECASE)


def _with_object() -> str:
    """Verbs that say a deed only with what stands behind them: "held three workshops", "wrote 20 emails"."""
    between = r"(?:[\w'’/-]+\s+){0,5}?"
    held = rf"(?:{_either(HOLDING.english)})\s+{between}(?:{_either(OCCASIONS.english)})\b"
    return rf"{held}|(?:{_either(PASSING.english)})\s+{between}(?:{_either(PAPERS.english)})\b"


def _either(words: Iterable[str]) -> str:
    longest_first = sorted(words, key=lambda word: (-len(word), word))
    return "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in longest_first)
