"""The board as it looks on a terminal of 80 columns, as a picture: `python -m tests.support.board_picture`.

Letters are placed cell by cell, so that the picture needs no font of its own.
"""

import re
from collections.abc import Iterable, Iterator
from datetime import date
from html import escape
from io import StringIO
from itertools import groupby

from rich.cells import cell_len
from rich.console import Console
from rich.style import Style
from rich.text import Text

from okrctl.alignment.graph import build_graph
from okrctl.console.board import render_board
from okrctl.progress.figures import figures
from okrctl.progress.reported import collect_reports
from okrctl.reports.status.build import build_board
from okrctl.reports.status.scope import StatusScope
from okrctl.workspace.files import DiskFiles
from okrctl.workspace.layout import Kind
from okrctl.workspace.load import Wanted, load
from tests.support.command import ROOT, STARLING, YUNFAN

PICTURES = {
    "en": (STARLING, date(2026, 2, 24), ROOT / ".github/status-en.svg"),
    "zh": (YUNFAN, date(2026, 3, 12), ROOT / ".github/status-zh.svg"),
}
CYCLE, COLUMNS = "2026-Q1", 80
MADE_WITH = "python -m tests.support.board_picture"
_WIDE, _HIGH, _MARGIN = 8.4, 19, 16  # of a cell, and around everything, in pixels
_STYLE = """
text{font:14px ui-monospace,"SF Mono",Menlo,Consolas,"DejaVu Sans Mono","Noto Sans Mono CJK SC","Microsoft YaHei",\
"PingFang SC",monospace;fill:#1f2328;white-space:pre}
.paper{fill:#f6f8fa}.bold{font-weight:600}.dim{fill:#6e7781}
.green{fill:#1a7f37}.yellow{fill:#9a6700}.red{fill:#cf222e}.magenta{fill:#8250df}.cyan{fill:#0969da}
@media (prefers-color-scheme:dark){
text{fill:#e6edf3}.paper{fill:#0d1117}.dim{fill:#848d97}
.green{fill:#3fb950}.yellow{fill:#d29922}.red{fill:#f85149}.magenta{fill:#a371f7}.cyan{fill:#58a6ff}}
"""


def board_lines(language: str) -> list[Text]:
    """What `status` prints of the example in this language."""
    root, day, _ = PICTURES[language]
    wanted = Wanted(frozenset({Kind.OKR, Kind.NOTE}), lambda frame: [one.id for one in frame.overlapping(CYCLE)])
    graph = build_graph(load(DiskFiles(root), root.name, wanted).workspace)
    now = figures(graph, collect_reports(graph), day)
    board = build_board(StatusScope(graph, now, graph.workspace.cycles[CYCLE]))
    return list(render_board(board, "zh" if language == "zh" else "en", COLUMNS))


def picture(lines: Iterable[Text]) -> str:
    """The lines as SVG, each run of one style where a terminal would show it."""
    console = Console(file=StringIO(), width=COLUMNS, color_system="standard", force_terminal=True, emoji=False)
    rows = list(lines)
    wide, high = round(COLUMNS * _WIDE + 2 * _MARGIN), len(rows) * _HIGH + 2 * _MARGIN
    drawn = [mark for number, line in enumerate(rows) for mark in _row(console, number, line)]
    said = escape("\n".join(line.plain for line in rows[:2]))
    head = f'<svg xmlns="http://www.w3.org/2000/svg" width="{wide}" height="{high}" viewBox="0 0 {wide} {high}"'
    paper = f'<rect class="paper" width="{wide}" height="{high}" rx="8"/>'
    parts = [f'{head} role="img">', f"<title>{said}</title>", f"<style>{_STYLE}</style>", paper, *drawn, "</svg>"]
    return "\n".join(parts) + "\n"


def _row(console: Console, number: int, line: Text) -> Iterator[str]:
    y = _MARGIN + number * _HIGH + 14
    cell, base = 0, console.get_style(line.style)
    for segment in line.render(console):
        classes = _classes(base + segment.style if segment.style else base)
        for piece, cells in _runs(segment.text):
            if piece.strip():
                x, length = _MARGIN + cell * _WIDE, cells * _WIDE
                yield (
                    f'<text x="{x:.1f}" y="{y}" textLength="{length:.1f}" lengthAdjust="spacingAndGlyphs"'
                    f"{classes}>{escape(piece)}</text>"
                )
            cell += cells


def _runs(text: str) -> Iterator[tuple[str, int]]:
    """Pieces whose letters are all of one width, cut where spaces make a gap, with their cells."""
    for piece in re.findall(r" {2,}|(?:[^ ]| (?! ))+", text.strip("\n")):
        for _, letters in groupby(piece, key=lambda letter: cell_len(letter) == 2):
            run = "".join(letters)
            yield run, cell_len(run)


def _classes(style: Style) -> str:
    names = [name for name, is_set in (("bold", style.bold), ("dim", style.dim)) if is_set]
    names += [style.color.name] if style.color else []
    return f' class="{" ".join(names)}"' if names else ""


def main() -> None:
    """Draw both pictures anew."""
    for language, (_, _, path) in PICTURES.items():
        path.write_text(picture(board_lines(language)), encoding="utf-8", newline="\n")
        print(path)


if __name__ == "__main__":
    main()
