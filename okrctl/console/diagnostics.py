"""Findings for people: the source line with carets under the exact cells, what to do, and a summary by code."""

from collections import Counter
from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple

from rich.cells import cell_len
from rich.text import Text

from okrctl.console.output import Cluster, clusters, printable, printable_line, wrapped
from okrctl.diagnostics.finding import Excerpt, Finding
from okrctl.diagnostics.rule import Severity
from okrctl.language import Bilingual, Language

_STYLES: Mapping[Severity, str] = MappingProxyType(
    {Severity.ERROR: "bold red", Severity.WARNING: "bold yellow", Severity.ADVICE: "bold cyan"}
)
_FRAME = "blue"
_TAB = 4  # cells
_LEAST = 20  # cells of text that stay beside a label, however narrow the terminal
_CUT = "…"

_TITLE = Bilingual("{severity}[{code}]: ", "{severity}[{code}]：")
_HELP = Bilingual("help: ", "建议改法：")
_NOTE = Bilingual("note: ", "相关位置：")
_PLACE = Bilingual("{place}: {message}", "{place}：{message}")
_COUNTED: Mapping[Severity, tuple[Bilingual, Bilingual]] = MappingProxyType(
    {
        Severity.ERROR: (Bilingual("1 error", "1 个错误"), Bilingual("{n} errors", "{n} 个错误")),
        Severity.WARNING: (Bilingual("1 warning", "1 个警告"), Bilingual("{n} warnings", "{n} 个警告")),
        Severity.ADVICE: (
            Bilingual("1 piece of advice", "1 条建议"),
            Bilingual("{n} pieces of advice", "{n} 条建议"),
        ),
    }
)
_COMMA, _AND = Bilingual(", ", "、"), Bilingual(" and ", "和 ")
_FOUND = Bilingual("Found {counts} in {n} files.", "检查结果：{n} 个文件中有 {counts}。")
_FOUND_IN_ONE = Bilingual("Found {counts} in 1 file.", "检查结果：1 个文件中有 {counts}。")
_CLEAR = Bilingual("No findings. {n} files read.", "检查通过，未发现问题（共 {n} 个文件）。")
_CLEAR_ONE = Bilingual("No findings. 1 file read.", "检查通过，未发现问题（共 1 个文件）。")


class _Shown(NamedTuple):
    """A cropped source line and where its carets go, in cells."""

    line: str
    indent: int
    carets: int


def render_findings(findings: Sequence[Finding], language: Language, width: int) -> list[Text]:
    """One text per finding, each ending with an empty line, laid out for `width` cells."""
    return [_finding(finding, language, width) for finding in findings]


def render_summary(findings: Sequence[Finding], language: Language, files_read: int, width: int) -> Text:
    """How many of each severity in how many files, then one row per code; or that all is clear."""
    if not findings:
        clear = _CLEAR_ONE if files_read == 1 else _CLEAR
        return Text(clear.format(n=files_read).say(language), "bold green")
    files = len({finding.path for finding in findings})
    found = (_FOUND_IN_ONE if files == 1 else _FOUND).format(n=files, counts=_counts(findings)).say(language)
    text = Text("\n".join(wrapped(found, width)), "bold")
    text.append_text(_table(findings, width))
    return text


def render_judgement(findings: Sequence[Finding], language: Language, files_read: int, width: int) -> list[Text]:
    """All of `validate`'s page: the findings, then what they add up to."""
    summary = render_summary(findings, language, files_read, width)
    found = render_findings(findings, language, width)
    for text in found:
        text.right_crop(1)  # its own last line end: a line end follows every text of a page
    return [*found, summary]


def _finding(finding: Finding, language: Language, width: int) -> Text:
    margin = len(str(finding.line)) if finding.excerpt else 1
    text = _title(finding, language, width)
    text.append(f"{' ' * margin}--> ", _FRAME)
    text.append(f"{printable_line(finding.path)}:{finding.line}:{finding.column}\n")
    if finding.excerpt:
        style = _STYLES[finding.severity]
        text.append_text(_source(finding.excerpt, finding.line, style, width))
    if finding.help:
        _append_remark(text, (margin, _HELP.say(language)), finding.help, width)
    for place in finding.related:
        where = f"{printable_line(place.path)}:{place.line}"
        message = _PLACE.format(place=where, message=place.message).say(language)
        _append_remark(text, (margin, _NOTE.say(language)), message, width)
    return text.append("\n")


def _title(finding: Finding, language: Language, width: int) -> Text:
    label = _TITLE.format(severity=finding.severity.words, code=finding.code).say(language)
    lines = [row for line in printable(label + finding.message).split("\n") for row in wrapped(line, width - 2)]
    text = Text("\n  ".join(lines) + "\n")
    text.stylize("bold")
    text.stylize(_STYLES[finding.severity], 0, len(label.rstrip(" :：")))
    return text


def _append_remark(text: Text, label: tuple[int, str], remark: str, width: int) -> None:
    """`= help: …`, wrapped under its first word; indented lines are YAML to copy and stay whole."""
    margin, word = label
    text.append(f"{' ' * margin} = ", _FRAME).append(word, "bold")
    indent = margin + 3 + cell_len(word)
    room = max(width - indent, _LEAST)
    rows: list[str] = []
    for line in printable(remark).split("\n"):
        rows.extend([line] if line.startswith(" ") else wrapped(line, room))
    text.append(("\n" + " " * indent).join(rows) + "\n")


def _source(excerpt: Excerpt, number: int, style: str, width: int) -> Text:
    gutter = " " * len(str(number))
    shown = _fit(excerpt, max(width - len(gutter) - 3, _LEAST))
    text = Text().append(f"{gutter} |\n{number} |", _FRAME)
    text.append(f" {shown.line}".rstrip() + "\n")
    text.append(f"{gutter} |", _FRAME).append(" " * (shown.indent + 1))
    return text.append("^" * shown.carets, style).append(f"\n{gutter} |\n", _FRAME)


def _fit(excerpt: Excerpt, width: int) -> _Shown:
    """The whole line if it has room; else the range with as much around it as fits, `…` where something is cut."""
    line = _drawn(excerpt.line)
    starts = [0]
    for cluster in line:
        starts.append(starts[-1] + cluster.cells)
    first, end = _marked(line, starts, excerpt)
    total = max(starts[-1], end)
    if total <= width:
        return _Shown("".join(cluster.text for cluster in line), first, end - first)
    room = width - 2 * cell_len(_CUT)
    left = max(0, min(first - max(0, room - (end - first)) // 2, total - room))
    kept = [n for n in range(len(line)) if left <= starts[n] and starts[n + 1] <= left + room]
    before = _CUT if kept[0] > 0 else ""
    after = _CUT if kept[-1] + 1 < len(line) else ""
    shown = before + "".join(line[n].text for n in kept) + after
    carets = min(end, max(starts[kept[-1] + 1], first + 1)) - first
    return _Shown(shown, first - starts[kept[0]] + cell_len(before), carets)


def _drawn(line: str) -> list[Cluster]:
    """The line's clusters as a terminal gets them: tabs as spaces up to the next stop."""
    drawn: list[Cluster] = []
    column = 0
    for cluster in clusters(printable_line(line)):
        shown = cluster
        if line[cluster.start] == "\t":
            cells = _TAB - column % _TAB
            shown = Cluster(cluster.start, " " * cells + cluster.text[1:], cells)
        drawn.append(shown)
        column += shown.cells
    return drawn


def _marked(line: Sequence[Cluster], starts: Sequence[int], excerpt: Excerpt) -> tuple[int, int]:
    """The cells, end exclusive, that the excerpt's range covers: at least one, after the line's end if need be."""
    last = max(excerpt.end, excerpt.start)
    ends = [cluster.start for cluster in line[1:]] + [len(excerpt.line)]
    touched = [
        n for n, cluster in enumerate(line) if cluster.start < last and ends[n] > excerpt.start and cluster.cells
    ]
    if touched:
        return starts[touched[0]], starts[touched[-1] + 1]
    at = next((starts[n] for n, end in enumerate(ends) if end > excerpt.start), starts[-1])
    return at, at + 1


def _counts(findings: Sequence[Finding]) -> Bilingual:
    by_severity = Counter(finding.severity for finding in findings)
    counted = [
        _COUNTED[severity][0] if n == 1 else _COUNTED[severity][1].format(n=n)
        for severity in Severity
        if (n := by_severity[severity])
    ]
    *others, last = counted
    if not others:
        return last
    return Bilingual(*(_enumerated(others, last, language) for language in ("en", "zh")))


def _enumerated(others: Sequence[Bilingual], last: Bilingual, language: Language) -> str:
    listed = _COMMA.say(language).join(count.say(language) for count in others)
    return listed + _AND.say(language) + last.say(language)


def _table(findings: Sequence[Finding], width: int) -> Text:
    order = list(Severity)
    summaries = {(order.index(finding.severity), finding.code): finding.summary for finding in findings}
    counts = Counter((order.index(finding.severity), finding.code) for finding in findings)
    code_cells = max(len(code) for _, code in counts)
    count_cells = len(str(max(counts.values())))
    indent = code_cells + count_cells + 6
    text = Text()
    for severity, code in sorted(counts):
        rows = wrapped(printable_line(summaries[severity, code]), max(width - indent, _LEAST))
        text.append(f"\n  {code:<{code_cells}}", _STYLES[order[severity]])
        text.append(f"  {counts[severity, code]:>{count_cells}}  ")
        text.append(("\n" + " " * indent).join(rows))
    return text
