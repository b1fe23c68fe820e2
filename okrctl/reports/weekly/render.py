"""The weekly report as Markdown: the whole document, or its parts for the rolling one."""

from collections.abc import Iterator, Mapping

from okrctl.language import LANGUAGES, Bilingual, Language
from okrctl.reports.keep import Part, Section
from okrctl.reports.labels import WEEKLY, cycle_words, long_day, week_numbers, words_of
from okrctl.reports.templating import Template, parts_of, render
from okrctl.reports.weekly.cells import Cells
from okrctl.reports.weekly.lines import Lines
from okrctl.reports.weekly.phrases import Phrases
from okrctl.reports.weekly.record import CycleName, WeeklyReport

TEMPLATE = "weekly.md.j2"


def folder_of(cycle: str) -> str:
    """The folder of a cycle's rolling documents."""
    return f"cycles/{cycle}/weekly"


def document_path(report: WeeklyReport) -> str:
    """Where `--write` keeps the rolling document."""
    return f"{folder_of(report.cycle.id)}/{report.owner.handle}.md"


def markdown(report: WeeklyReport, language: Language, own_template: str | None = None) -> str:
    """The whole report; `own_template` is the text of the workspace's `templates/weekly.md.j2`, if it has one."""
    return "\n".join(text for _, text in parts(report, language, own_template))


def parts(report: WeeklyReport, language: Language, own_template: str | None = None) -> Iterator[tuple[str, str]]:
    """The parts of the report by name, in order, each ending with one line end."""
    cycle = report.cycle
    merged = len(report.weeks) > 1
    phrases = Phrases(language, words_of(report.span), folder_of(cycle.id))
    filters = {**phrases.filters(), **Cells(phrases, merged).filters(), **Lines(phrases, merged).filters()}
    values = {
        "report": report,
        "meeting": _heading(report, language),
        "cycle": _cycle_words(cycle, language),
    }
    laid_out = render(Template(TEMPLATE, own_template), values, filters)
    for name, text in parts_of(laid_out):
        yield name, tidy(text)


def _heading(report: WeeklyReport, language: Language) -> str:
    """The day of the meeting; of a report over several weeks also these, for each week has its own."""
    day = long_day(report.meeting, language)
    if report.span != "range" or len(report.weeks) == 1:
        return day
    return f"{day} · {week_numbers(report.weeks[0], report.weeks[-1], language)}"


def tidy(text: str) -> str:
    """Without blank lines around it, and never two of them in a row."""
    lines: list[str] = []
    for line in text.strip("\n").split("\n"):
        if line.strip() or (lines and lines[-1]):
            lines.append(line.rstrip())
    return "\n".join(lines) + "\n"


def section(report: WeeklyReport, language: Language, own_template: str | None = None) -> Section:
    """The report as a section of the rolling document: `merge` puts it there."""
    named = dict(parts(report, language, own_template))
    hint = f"<!-- {WEEKLY['where_to_write'].say(language)} -->"
    title = "\n\n".join(filter(None, (named.pop("title", "").strip("\n"), hint)))
    kept = tuple(Part(name, text, is_free=name == "meeting") for name, text in named.items())
    first, last = report.weeks[0], report.weeks[-1]
    name = f"{first}..{last}" if report.span == "range" and first != last else str(last)
    return Section(name, kept, title, titles_elsewhere(WEEKLY, report.owner.name, report.cycle, language))


def titles_elsewhere(
    words: Mapping[str, Bilingual], owner: str, cycle: CycleName, language: Language
) -> tuple[str, ...]:
    """The first line that the built-in templates give somebody's document in every language but this one."""
    return tuple(
        f"# {Phrases(other, words, '').say('title', name=owner, cycle=_cycle_words(cycle, other))}"
        for other in LANGUAGES
        if other != language
    )


def _cycle_words(cycle: CycleName, language: Language) -> str:
    return cycle_words(cycle.title, cycle.id, (cycle.start, cycle.end), language)
