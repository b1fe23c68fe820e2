"""One key result of a check-in on the terminal: what it says, where it shall end, where it stands, what was planned."""

from collections.abc import Iterator

from rich.text import Text

from okrctl.console.output import wrapped
from okrctl.editing.agenda import Topic
from okrctl.editing.facts import facts
from okrctl.language import Bilingual, Language
from okrctl.progress import show
from okrctl.progress.figures import GoalFigures

_INDENT = "  "
_DOT = " · "
_PROGRESS = Bilingual("progress {share}, expected {expected}", "进度 {share}，应达 {expected}")
_BY_NUMBERS = Bilingual("by the numbers {status}", "系统判定 {status}")
_CONFIDENCE = Bilingual("confidence {number}", "信心指数 {number}")
_ALREADY = Bilingual("already in this week's note: {text}", "本周已记录：{text}")
_SAID = Bilingual("an update", "有更新")


def draw_topic(topic: Topic, number: tuple[int, int], language: Language, width: int) -> Iterator[Text]:
    """The lines that stand above the questions; `number` is which one of how many."""
    head = f"{number[0]}/{number[1]}  {topic.open.address}  {topic.open.record.title}"
    yield Text("")
    yield from (Text(line, style="bold") for line in _folded(head, width, ""))
    for fact in (*facts(topic.open.record, topic.open.known, language), _standing(topic.figures, language)):
        yield from (Text(line, style="dim") for line in _folded(fact, width, _INDENT))
    if topic.already is not None:
        text = topic.already.progress or _SAID.say(language)
        yield from (
            Text(line, style="yellow") for line in _folded(_ALREADY.format(text=text).say(language), width, _INDENT)
        )


def _standing(figures: GoalFigures, language: Language) -> str:
    """Progress against the plan, status as reported and as computed, confidence."""
    share, expected = show.percent(figures.progress, language), show.percent(figures.expected, language)
    parts = [_PROGRESS.format(share=share, expected=expected)]
    if figures.status is not None:
        parts.append(_status(figures.status))
    if figures.has_data and figures.computed_status not in (None, figures.status):
        parts.append(_BY_NUMBERS.format(status=_status(str(figures.computed_status))))
    if figures.confidence is not None:
        parts.append(_CONFIDENCE.format(number=show.confidence(figures.confidence)))
    return _DOT.join(part.say(language) for part in parts)


def _status(status: str) -> Bilingual:
    words, light = show.status_words(status), show.status_light(status)
    return Bilingual(f"{light} {words.en}", f"{light} {words.zh}")


def _folded(text: str, width: int, indent: str) -> Iterator[str]:
    yield from (f"{indent}{line}" for line in wrapped(" ".join(text.split()), max(width - len(indent), 10)))
