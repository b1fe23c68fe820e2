"""A workspace with a long history in git: sheets, and commits that each edit one of them; made by `git fast-import`."""

import subprocess
import sys
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

_START = datetime(2026, 1, 5, 9, tzinfo=UTC)
_FROZEN = "2026-01-19"


def build_quarter(root: Path, sheets: int = 300, commits: int = 2000) -> None:
    """Write a repository whose quarter has so many sheets and commits, nearly all of them after the freeze."""
    root.mkdir(parents=True, exist_ok=True)
    subprocess.run(["git", "init", "--quiet", "--initial-branch=main", str(root)], check=True)
    stream = b"".join(_stream(sheets, commits))
    subprocess.run(["git", "-C", str(root), "fast-import", "--quiet"], input=stream, check=True)
    subprocess.run(["git", "-C", str(root), "reset", "--hard", "--quiet"], check=True)


def _stream(sheets: int, commits: int) -> Iterator[bytes]:
    texts = {number: _sheet(number, 0, 0) for number in range(sheets)}
    files = {
        "okrctl.yaml": "version: 1\nname: Bench\ntimezone: UTC\n",
        "org.yaml": _org(sheets),
        "cycles/2026-Q1/cycle.yaml": f"frozen: {_FROZEN}\n",
        **{f"cycles/2026-Q1/okrs/p{number:03}.yaml": text for number, text in texts.items()},
    }
    yield _commit(0, _START, "Goals of the quarter", files)
    step = timedelta(days=86) / commits  # up to the end of March
    for number in range(1, commits):
        sheet = number * 7 % sheets
        text = _sheet(sheet, number // sheets // 2, number)  # every other commit changes a comment only
        yield _commit(
            number, _START + number * step, f"Edit p{sheet:03}", {f"cycles/2026-Q1/okrs/p{sheet:03}.yaml": text}
        )


def _commit(number: int, when: datetime, message: str, files: dict[str, str]) -> bytes:
    author = f"Person {number % 50} <p{number % 50:03}@bench.example> {int(when.timestamp())} +0000"
    parts = [f"commit refs/heads/main\nauthor {author}\ncommitter {author}\ndata {len(message)}\n{message}\n".encode()]
    for path, text in files.items():
        content = text.encode()
        parts.append(f"M 100644 inline {path}\ndata {len(content)}\n".encode() + content + b"\n")
    return b"".join(parts)


def _org(people: int) -> str:
    lines = [f"  p{number:03}: {{name: Person {number}, team: company}}" for number in range(people)]
    return "teams:\n  company: {name: Bench, lead: p000}\npeople:\n" + "\n".join(lines) + "\n"


def _sheet(person: int, change: int, commit: int) -> str:
    return f"""\
# Commit {commit} looked at this.
objectives:
  - id: O1
    title: Whoever opens plan {person} knows within a minute what to do next
    weight: 60
    aligns_to: [p000/O1/KR1]
    why: People leave in the first ten minutes or not at all.
    key_results:
      - id: KR1
        title: The share of plan {person} users who finish the tour rises
        metric: {{start: 20, target: {60 + change % 20}, unit: "%"}}
        weight: 50
        due: 2026-03-20
      - id: KR2
        title: The tour of plan {person} is live for all and 60 % of new users finish it
        weight: 50
        milestones:
          - {{id: M1, title: Prototype tested with five teams, due: 2026-01-30}}
          - {{id: M2, title: Live for 10 %, due: 2026-02-20, weight: 2}}
          - {{id: M3, title: Live for all, due: 2026-03-20, weight: 3}}
  - id: O2
    title: 让方案 {person} 的客户遇到问题时十分钟内得到答复
    weight: 40
    key_results:
      - {{id: KR1, title: 首次响应时间从 45 分钟降到 10 分钟, metric: {{start: 45, target: 10, unit: 分钟}}}}
      - {{id: KR2, title: 客户满意度调查回收率达到 70 %}}
"""


if __name__ == "__main__":
    build_quarter(Path(sys.argv[1]))
