"""The first quarter of 2026 in the small company, for rules about notes and scores: 90 days, meetings on Tuesdays.

Shares of the quarter that are over on the day of a week's meeting: W05 27/90 = 30 %, W06 34/90 = 37.8 %,
W07 41/90 = 45.6 %, W08 48/90 = 53.3 %.
"""

from collections.abc import Mapping


def sheet(*key_results: str, objective: str = "") -> str:
    """A sheet with one objective; each key result are its keys behind id and title, `objective` those beside the id."""
    lines = [f"objectives:\n  - id: O1\n    title: t\n    aligns_to: [growth/O1]\n{objective}    key_results:\n"]
    lines += [
        f"      - {{id: KR{n}, title: t{n}{', ' if keys else ''}{keys}}}\n" for n, keys in enumerate(key_results, 1)
    ]
    return "".join(lines)


def note(*updates: str) -> str:
    """A note; each update are its keys behind `kr: O1/KR1`, or all of them where it names a `kr` itself."""
    entries = (one if one.startswith("kr: ") else f"kr: O1/KR1, {one}" for one in updates)
    return "updates:\n" + "".join(f"  - {{{one}}}\n" for one in entries)


def written(files: Mapping[str, str]) -> dict[str, str]:
    """Files by path; `W07/alice` is a note, `retro/alice` a retrospective and `cycle` the cycle of 2026-Q1."""
    return {_path(name): text for name, text in files.items()}


def _path(name: str) -> str:
    folder, _, author = name.partition("/")
    if name == "cycle":
        return "cycles/2026-Q1/cycle.yaml"
    if folder == "retro":
        return f"cycles/2026-Q1/retros/{author}.yaml"
    return f"cycles/2026-Q1/notes/2026-{folder}/{author}.yaml" if folder[:1] == "W" and author else name
