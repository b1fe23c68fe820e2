"""The lists for a reminder as lines for a script: handle, name, e-mail and what it is about, with tabs between."""

from collections.abc import Iterator

from okrctl.diagnostics.formats.escapes import one_line
from okrctl.language import Bilingual, Language
from okrctl.reports.labels import week_numbers
from okrctl.reports.status import entry_words
from okrctl.reports.status.record import HelpLine, Reminder, Reminders

_NO_EMAIL = "-"  # an empty field between two tabs is swallowed by a shell's `read`
_NO_NOTE = Bilingual("no note for {week}", "未提交{week}进展记录")
_LATE = Bilingual("late: {goals}", "已延期：{goals}")
_STALE = Bilingual("stale: {goals}", "更新滞后：{goals}")
_GOAL = Bilingual("{title} ({address}, {facts})", "{title}（{address}，{facts}）")
_SEMICOLON = Bilingual("; ", "；")
_COMMA = Bilingual(", ", "，")


def reminder_lines(reminders: Reminders, language: Language) -> Iterator[str]:
    """One line a person, in order of handles; `-` where there is no e-mail address."""
    for one in reminders.people:
        fields = (one.who.handle, one.who.name, one.who.email or _NO_EMAIL, what(one, reminders.cycle, language))
        yield "\t".join(one_line(field.replace("\t", " ")) for field in fields)


def what(one: Reminder, cycle: str, language: Language) -> str:
    """What somebody is to be reminded of, on one line: the missing note, then what is late, then what is stale."""
    said = []
    if one.week is not None:
        said.append(_NO_NOTE.format(week=week_numbers(one.week, one.week, language)).say(language))
    if one.late:
        goals = [_goal(line, cycle, _late_facts(line, language), language) for line in one.late]
        said.append(_LATE.format(goals=_SEMICOLON.say(language).join(goals)).say(language))
    if one.stale:
        goals = [_goal(line, cycle, [entry_words.silence(line, language)], language) for line in one.stale]
        said.append(_STALE.format(goals=_SEMICOLON.say(language).join(goals)).say(language))
    return _SEMICOLON.say(language).join(said)


def _late_facts(line: HelpLine, language: Language) -> list[str]:
    was_due = entry_words.was_due(line, language)
    return [entry_words.standing(line, language), *([was_due] if was_due else [])]


def _goal(line: HelpLine, cycle: str, facts: list[str], language: Language) -> str:
    shown = _COMMA.say(language).join(facts)
    return _GOAL.format(title=line.title, address=line.key.address(cycle), facts=shown).say(language)
