"""OKR412: what counts as the same text, and whose note before it is compared."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from okrctl.rules.writing.likeness import repeats
from tests.rules.findings import seen

NOTES = "cycles/2026-Q1/notes"
TEXT = "Vienna has not answered our second letter either"
LONG = (
    "Six of the ten pilot teams have the checklist by now, and the other four wait for the mail with the link, which "
    "our provider still holds back since the outage"
)
LONG_ZH = "十家试点里六家用上了新手清单，其余四家在等带链接的邮件，服务商从上周故障起一直扣着没有放出来"


@pytest.mark.parametrize(
    ("text", "earlier"),
    [
        (TEXT, TEXT),
        (TEXT, "vienna has NOT answered, our second letter; either!"),
        (TEXT, "Vienna has not answered\nour   second letter either."),
        ("维也纳还没有答复我们的第二封信", "维也纳 还没有答复 我们的第二封信。"),
        ("Cafe\u0301 Nord asks for the same three things", "Café Nord asks for the same three things"),
        (LONG, LONG.replace("by now", "now")),
        (LONG, LONG.replace("link", "address")),
        (LONG_ZH, LONG_ZH.replace("在等", "还在等")),
        (LONG_ZH, LONG_ZH.replace("一直", "")),
    ],
)
def test_the_same_again(text: str, earlier: str) -> None:
    assert repeats(text, earlier)
    assert repeats(earlier, text)


@pytest.mark.parametrize(
    ("text", "earlier"),
    [
        (TEXT, TEXT.replace("not", "now")),  # short: every word counts
        (LONG, LONG.replace("Six", "Seven").replace("four", "three")),  # long: 2 of 29 words, but who has it
        (LONG, LONG.replace("still holds back", "released")),
        (LONG, LONG.replace("wait for", "have got")),
        (LONG_ZH, LONG_ZH.replace("六家", "七家").replace("四家", "三家")),
        (LONG_ZH, LONG_ZH.replace("没有放", "已经放")),
        (LONG_ZH, LONG_ZH.replace("试点", "老客")),
        (LONG, LONG.replace("our provider", "Hofer")),
        ("13 of 40 teams invite a second person", "12 of 40 teams invite a second person"),
        ("Three left.", "Three left."),
        ("仍是 1 起。", "仍是 1 起。"),
        ("No change since last week, the team is on leave", "No change since last week, the team is on leave"),
        ("与上周持平，团队都在休假，节后再看", "与上周持平，团队都在休假，节后再看"),
        ("", ""),
    ],
)
def test_something_new_or_nothing_that_was_meant_to_be(text: str, earlier: str) -> None:
    assert not repeats(text, earlier)


WORDS = st.lists(st.text("abcdefgh", min_size=1, max_size=6), min_size=5, max_size=30)


@settings(max_examples=50)
@given(WORDS, st.sampled_from([" ", "  ", ", ", "\n"]), st.sampled_from(["", ".", "!", " …"]))
def test_case_spaces_and_punctuation_never_count(words: list[str], between: str, end: str) -> None:
    assert repeats(" ".join(words), between.join(words).upper() + end)


def _note(text: str, *more: str) -> str:
    lines = "".join(f"    {line}\n" for line in more)
    return f"updates:\n  - kr: growth/O1/KR1\n{lines}    progress: {text}\n"


def test_the_text_is_marked_and_the_earlier_one_named(tmp_path: Path) -> None:
    files = {f"{NOTES}/{week}/wang.yaml": _note(TEXT) for week in ("2026-W05", "2026-W07")}
    (one,) = seen(tmp_path, "OKR412", files)
    assert (one.path, one.line, one.column, one.text) == (f"{NOTES}/2026-W07/wang.yaml", 3, 15, TEXT)
    assert one.message == "this is the text of 2026-W05 again"
    assert one.related == (TEXT,)


def test_each_week_is_compared_with_the_one_before(tmp_path: Path) -> None:
    texts = {"2026-W04": TEXT, "2026-W05": "Graz said no, kindly and for good", "2026-W06": TEXT, "2026-W07": TEXT}
    files = {f"{NOTES}/{week}/wang.yaml": _note(text) for week, text in texts.items()}
    assert [one.path for one in seen(tmp_path, "OKR412", files)] == [f"{NOTES}/2026-W07/wang.yaml"]


@pytest.mark.parametrize(
    "files",
    [
        {"2026-W06/wang": _note(TEXT), "2026-W07/alice": _note(TEXT)},
        {"2026-W06/wang": _note(TEXT), "2026-W07/wang": _note(TEXT).replace("KR1", "KR2")},
        {"2026-W06/wang": _note(TEXT), "2026-W07/wang": _note(TEXT, "status: paused")},
        {"2026-W07/wang": _note(TEXT) + _note(TEXT).removeprefix("updates:\n")},
    ],
    ids=["by somebody else", "on another goal", "paused", "twice in one note"],
)
def test_not_compared(tmp_path: Path, files: dict[str, str]) -> None:
    assert seen(tmp_path, "OKR412", {f"{NOTES}/{path}.yaml": text for path, text in files.items()}) == []
