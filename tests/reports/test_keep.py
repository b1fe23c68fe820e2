"""The rolling document: okrctl's blocks are replaced, every word of people stays, damaged markers stop everything."""

import re
from hashlib import sha256

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from okrctl.reports.keep import Merged, Part, Section, digest, merge
from okrctl.reports.markers import Damage

_PART = ("plan", "### Plan\n\n- one\n"), ("objectives", "### O1\n\n| a | b |\n|---|---|\n| 1 | 2 |\n")


def week(number: int, text: str = "") -> Section:
    """The section of a week, with a text of its own in the head."""
    head = Part("head", f"## Week {number}\n\nposition{text}\n")
    free = Part("meeting", "### Meeting notes\n\n| To-do |\n|---|\n|  |\n", is_free=True)
    return Section(f"2026-W{number:02}", (head, *(Part(*each) for each in _PART), free), "# Growth")


def written(old: str | None, *sections: Section) -> str:
    """The document after these runs, each of which must succeed."""
    for section in sections:
        merged = merge(old, section, "en")
        assert isinstance(merged, Merged), merged
        old = merged.text
    assert old is not None
    return old


def block(section: str, name: str, text: str) -> str:
    """A block as the design describes it, with a digest that fits."""
    fitting = sha256(text.encode()).hexdigest()[:12]
    return f"<!-- okrctl:begin {section} {name} {fitting} -->\n{text}<!-- okrctl:end -->\n"


def test_a_new_document() -> None:
    assert written(None, week(8)) == (
        "# Growth\n\n"
        + block("2026-W08", "head", "\n## Week 8\n\nposition\n\n")
        + "\n"
        + block("2026-W08", "plan", "\n### Plan\n\n- one\n\n")
        + "\n"
        + block("2026-W08", "objectives", "\n### O1\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n")
        + "\n### Meeting notes\n\n| To-do |\n|---|\n|  |\n\n"
    )


def test_a_week_that_is_folded() -> None:
    assert written(None, week(8), week(9)).endswith(
        block("2026-W08", "head", "\n## Week 8\n\nposition\n\n")
        + "\n"
        + block("2026-W08", "fold", "\n<details>\n<summary>The report of week 8 (16–22 Feb)</summary>\n\n")
        + "\n"
        + block("2026-W08", "plan", "\n### Plan\n\n- one\n\n")
        + "\n"
        + block("2026-W08", "objectives", "\n### O1\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n")
        + "\n### Meeting notes\n\n| To-do |\n|---|\n|  |\n\n"
        + block("2026-W08", "unfold", "\n</details>\n\n")
        + "\n"
    )


def with_ends(document: str, section: str) -> str:
    """The document as earlier versions wrote it: both ends of the fold stand, empty, around an open week."""
    begin = document.index(f"<!-- okrctl:begin {section} plan")
    document = f"{document[:begin]}{block(section, 'fold', '')}\n{document[begin:]}"
    return document + block(section, "unfold", "") + "\n"


def test_a_document_with_the_ends_of_an_open_week_is_read_as_it_is() -> None:
    document = with_ends(written(None, week(8)), "2026-W08")
    assert written(document, week(8)) == document
    assert written(document, week(9)) == written(None, week(8), week(9))
    assert written(f"{document}Below\n", week(9)).endswith("</details>\n\n<!-- okrctl:end -->\n\nBelow\n")
    assert written(document, week(7)) == document + written(None, week(7), week(8)).partition("|  |\n\n")[2], (
        "an older week goes below the last block"
    )


def test_an_open_week_without_ends_keeps_what_is_below_when_an_older_one_comes() -> None:
    document = f"{written(None, week(9))}Minutes\n"
    both = written(document, week(8))
    assert both.index("## Week 9") < both.index("Minutes\n\n<!-- okrctl:begin 2026-W08 head") < both.index("<details>")


def test_a_week_whose_blocks_were_torn_apart_is_not_folded() -> None:
    document = written(None, week(8))
    plan = document.index("<!-- okrctl:begin 2026-W08 plan")
    torn = document[:plan] + block("2026-W07", "head", "") + "\n" + document[plan:]
    newer = written(torn, week(9))
    assert "2026-W08 fold" not in newer
    assert "2026-W08 unfold" not in newer
    assert newer.index("2026-W07 unfold") < newer.index("begin 2026-W08 plan"), "what lies in between is whole"


def test_a_marker_at_the_end_without_a_line_end_stays_a_marker() -> None:
    document = written(None, Section("2026-W08", (Part("head", "## Week 8\n"),))).rstrip("\n")
    newer = written(document, week(9))
    assert newer.count("<details>") == newer.count("</details>") == 1
    assert written(newer, week(9)) == newer


def test_the_digest_is_that_of_what_is_between() -> None:
    document = written(None, week(8), week(9))
    blocks = re.findall(r"<!-- okrctl:begin \S+ \S+ (\w+) -->\n(.*?)<!-- okrctl:end -->", document, re.DOTALL)
    assert len(blocks) == 8
    assert all(sha256(text.encode()).hexdigest()[:12] == fitting for fitting, text in blocks)


def test_the_same_again_changes_no_byte() -> None:
    once = written(None, week(8))
    assert written(once, week(8)) == once
    twice = written(once, week(9))
    assert written(twice, week(9)) == twice
    # Running an older week again leaves the newer one on top, and the older one folded.
    assert written(twice, week(8)) == twice


def test_the_newest_week_is_on_top_and_older_ones_are_folded_below_their_heading() -> None:
    document = written(None, week(8), week(9))
    assert document.index("## Week 9") < document.index("## Week 8")
    assert document.startswith("# Growth\n")
    older = document[document.index("## Week 8") :]
    assert "2026-W09 fold" not in document
    assert "2026-W09 unfold" not in document
    fold = "\n<details>\n<summary>The report of week 8 (16–22 Feb)</summary>\n\n"
    assert block("2026-W08", "fold", fold) in older
    assert older.index("## Week 8") < older.index("<details>") < older.index("### Plan")
    assert older.index("### Meeting notes") < older.index("</details>")


def test_the_fold_in_chinese() -> None:
    merged = merge(written(None, week(8)), week(9), "zh")
    assert isinstance(merged, Merged)
    assert "<summary>第 8 周（2 月 16–22 日）周报详情</summary>" in merged.text


@pytest.mark.parametrize("order", [(7, 8, 9), (9, 8, 7), (8, 7, 9), (9, 7, 8), (7, 9, 8), (8, 9, 7)])
def test_whatever_the_order_of_writing_the_document_is_the_same(order: tuple[int, ...]) -> None:
    assert written(None, *map(week, order)) == written(None, week(7), week(8), week(9))


def test_several_weeks_merged_are_a_section_of_their_own() -> None:
    month = Section("2026-W06..2026-W09", week(9).parts, "# Growth")
    document = written(None, week(8), week(9), month)
    places = [document.index(f"begin {name} head") for name in ("2026-W09", "2026-W06..2026-W09", "2026-W08")]
    assert places == sorted(places)
    assert written(document, month) == document


def test_running_again_replaces_what_okrctl_wrote() -> None:
    document = written(written(None, week(8)), week(8, " of today"))
    assert "position of today" in document
    assert document.count("## Week 8") == 1


def test_what_people_wrote_around_the_blocks_stays_where_it_is() -> None:
    document = written(None, week(8))
    document = "Ours above\n" + document.replace("|  |\n", "| Call Dana | Bob | Friday |\n") + "Below\n"
    document = document.replace("<!-- okrctl:end -->\n\n", "<!-- okrctl:end -->\n\nBetween\n\n", 1)
    again = written(document, week(8, " anew"))
    assert again == document.replace("position", "position anew").replace(
        digest("\n## Week 8\n\nposition\n\n"), digest("\n## Week 8\n\nposition anew\n\n")
    )
    newer = written(again, week(9))
    for words in ("Ours above\n", "| Call Dana | Bob | Friday |\n", "Between\n", "Below\n"):
        assert words in newer
    assert newer.index("Ours above") < newer.index("## Week 9")
    # What stands below an open week belongs to it; below a folded one it stays outside the fold.
    assert newer.index("<details>") < newer.index("Below\n") < newer.rindex("</details>")
    newest = written(f"{newer}Footer\n", week(10))
    assert newest.rindex("</details>") < newest.index("Footer\n")
    assert newest.endswith("Footer\n")


def test_a_block_edited_by_hand_stays_below_the_fresh_one() -> None:
    document = written(None, week(8)).replace("| 1 | 2 |\n", "| 1 | 2 |\n| mine | too |\n")
    again = written(document, week(8))
    fresh = block("2026-W08", "objectives", "\n### O1\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n")
    kept = (
        "\n✍️ *The part above was changed by hand; okrctl refreshed it, and the edited text is kept here:*\n"
        "\n### O1\n\n| a | b |\n|---|---|\n| 1 | 2 |\n| mine | too |\n\n"
    )
    assert fresh + kept in again
    assert written(again, week(8)) == again
    in_chinese = merge(document, week(8), "zh")
    assert isinstance(in_chinese, Merged)
    assert "✍️ *上面这部分曾被手工修改；okrctl 已重新生成，修改过的文字保留如下：*" in in_chinese.text


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_the_lines_where_edited_parts_are_kept_are_told_once(newline: str) -> None:
    document = written(None, week(8)).replace("| 1 | 2 |\n", "| 1 | 2 |\n| mine | too |\n")
    document = document.replace("- one\n", "- one\n- mine\n").replace("\n", newline)
    merged = merge(document, week(8), "en")
    assert isinstance(merged, Merged)
    lines = merged.text.split(newline)
    assert merged.kept == tuple(at for at, line in enumerate(lines, 1) if line.startswith("✍️"))
    assert len(merged.kept) == 2
    assert merge(merged.text, week(8), "en") == (merged.text, ())
    newer = merge(merged.text, week(9), "en")
    assert isinstance(newer, Merged)
    assert newer.kept == ()


def test_an_edited_block_of_another_week_is_left_alone() -> None:
    document = written(None, week(8)).replace("- one", "- one, and mine")
    newer = written(document, week(9))
    assert newer.count("- one, and mine") == 1
    assert "changed by hand" not in newer


def test_an_edit_that_is_what_okrctl_would_write_is_no_edit() -> None:
    document = written(None, week(8)).replace("position\n", "position anew\n")
    assert written(document, week(8, " anew")) == written(None, week(8, " anew"))


def test_words_in_a_fold_stay_and_the_fold_stays_whole() -> None:
    document = written(None, week(8), week(9)).replace("<details>\n", "<details>\nMine\n")
    again = written(document, week(9))
    assert again.count("Mine\n") == 1
    assert again.count("<details>") == again.count("</details>") == 1
    assert again.index("</summary>") < again.index("Mine")
    assert written(again, week(9)) == again


def test_a_block_that_was_taken_out_comes_back_in_its_place() -> None:
    assert_comes_back(written(None, week(8), week(9)))
    assert_comes_back(with_ends(written(None, week(8)), "2026-W08"))
    open_week = written(None, week(8))
    start, end = (open_week.index(f"<!-- okrctl:begin 2026-W08 {name}") for name in ("plan", "objectives"))
    assert written(open_week[:start] + open_week[end:], week(8)) == open_week
    assert written("# Growth\n\n" + open_week[start:], week(8)) == open_week


def assert_comes_back(document: str) -> None:
    """A part that was taken out of week 8 stands in its place again after the next run."""
    start, end = document.index("<!-- okrctl:begin 2026-W08 plan"), document.index("<!-- okrctl:begin 2026-W08 obj")
    again = written(document[:start] + document[end:], week(8))
    assert again == document
    head_end = document.index("<!-- okrctl:begin 2026-W08 fold")
    again = written("# Growth\n\n" + document[head_end:], week(8))
    assert again.index("## Week 8") < again.index("begin 2026-W08 fold")
    assert written(again, week(8)) == again


def test_without_both_ends_nothing_is_folded() -> None:
    document = with_ends(written(None, week(8)), "2026-W08")
    at = document.index("<!-- okrctl:begin 2026-W08 unfold")
    newer = written(document[:at], week(9))
    assert "<details>" not in newer


def test_a_document_of_people_gets_the_report_at_its_end() -> None:
    assert written("# Ours\n\nHello", week(8)).startswith("# Ours\n\nHello\n\n<!-- okrctl:begin 2026-W08 head ")


def test_windows_line_ends_stay() -> None:
    document = written(None, week(8)).replace("\n", "\r\n").replace("### Meeting", "Mine\r\n### Meeting")
    assert written(document, week(8)) == document
    newer = written(document, week(8, " anew"), week(9))
    assert "\n" not in newer.replace("\r\n", "")
    assert "changed by hand" not in newer
    assert "Mine\r\n" in newer


def test_a_byte_order_mark_stays_in_front() -> None:
    document = "\ufeff" + written(None, Section("2026-W08", week(8).parts))
    assert document.startswith("\ufeff<!-- okrctl:begin")
    assert written(document, week(8)) == document


def test_an_escaped_marker_in_a_report_is_no_marker() -> None:
    sly = Section("2026-W08", (Part("head", "## W\n\nx \\<!-- okrctl:end --> \\<!-- okrctl:begin a -->\n"),))
    assert written(written(None, sly), sly) == written(None, sly)


def _line(document: str, text: str, number: int = 0) -> int:
    """The line (from 1) of the n-th line that begins so."""
    return [at for at, line in enumerate(document.split("\n"), 1) if line.startswith(text)][number]


def _without(document: str, line: int) -> str:
    lines = document.split("\n")
    return "\n".join([*lines[: line - 1], *lines[line:]])


def test_a_marker_that_is_gone_is_an_error_at_its_partner() -> None:
    document = written(None, week(8))
    begin = _line(document, "<!-- okrctl:begin 2026-W08 plan")
    end = next(at for at in range(begin, 100) if document.split("\n")[at] == "<!-- okrctl:end -->") + 1
    without_begin = merge(_without(document, begin), week(8), "en")
    assert isinstance(without_begin, Damage)
    assert without_begin.line == end - 1
    assert without_begin.message.en == f"line {end - 1} ends a block of okrctl that begins nowhere"
    without_end = merge(_without(document, end), week(8), "en")
    assert isinstance(without_end, Damage)
    assert without_end.line == begin
    assert without_end.message.zh == f"第 {begin} 行开始的 okrctl 区块没有结尾"


def test_a_doubled_block_is_an_error_at_the_second() -> None:
    document = written(None, week(8))
    lines = document.split("\n")
    begin = _line(document, "<!-- okrctl:begin 2026-W08 plan")
    doubled = "\n".join([*lines[:begin], *lines[begin - 1 :]])
    damage = merge(doubled, week(8), "en")
    assert isinstance(damage, Damage)
    assert damage.line == begin + 1
    twice = merge(document + document, week(8), "en")
    assert isinstance(twice, Damage)
    assert twice.line == len(lines) - 1 + _line(document, "<!-- okrctl:begin")


def test_a_doubled_end_is_an_error_at_the_second() -> None:
    document = written(None, week(8))
    end = _line(document, "<!-- okrctl:end -->")
    damage = merge(document.replace("<!-- okrctl:end -->\n", "<!-- okrctl:end -->\n" * 2, 1), week(8), "en")
    assert isinstance(damage, Damage)
    assert damage.line == end + 1


def test_a_nested_block_is_an_error_at_the_inner_one() -> None:
    document = written(None, week(8)).replace("- one\n", "- one\n" + block("2026-W08", "mine", "x\n"))
    damage = merge(document, week(8), "en")
    assert isinstance(damage, Damage)
    assert damage.line == _line(document, "<!-- okrctl:begin 2026-W08 mine")
    assert "inside another one" in damage.message.en


@pytest.mark.parametrize(
    "broken",
    [
        "<!-- okrctl:begin 2026-W08 plan -->",
        "<!-- okrctl:begin 2026-W08 plan 12345 -->",
        "words <!-- okrctl:end -->",
        "<!-- okrctl:end --> words",
        "<!--okrctl:end-->",
    ],
)
def test_a_damaged_marker_is_an_error_at_its_line(broken: str) -> None:
    document = written(None, week(8))
    damage = merge(f"one\n{broken}\n{document}", week(8), "en")
    assert isinstance(damage, Damage)
    assert damage.line == 2


_WORDS = st.text(alphabet="ab中文 |*#-<>`_\t", min_size=1, max_size=12).map(lambda text: f"{text}§")
_EDITS = st.lists(st.tuples(st.integers(0, 10_000), _WORDS), max_size=8)


@settings(max_examples=150, deadline=None)
@given(
    st.permutations([6, 7, 9]),
    _EDITS,
    st.sampled_from(["\n", "\r\n"]),
    st.sampled_from([6, 7, 8, 9, 10]),
    st.booleans(),
)
def test_every_line_that_people_insert_survives(
    order: list[int], edits: list[tuple[int, str]], newline: str, then: int, changed: bool
) -> None:
    lines = written(None, *map(week, order)).split("\n")
    for at, text in edits:
        lines.insert(at % (len(lines) + 1), text)
    document = newline.join(lines)
    section = week(then, " changed" if changed else "")
    merged = written(document, section)
    kept = merged.replace("\r\n", "\n").split("\n")
    for text in {text for _, text in edits}:
        assert kept.count(text) >= [edit for _, edit in edits].count(text)
    assert written(merged, section) == merged
    if newline == "\r\n":
        assert "\n" not in merged.replace("\r\n", "")
    assert merged.count("<details>") == merged.count("</details>") == 2 + (then not in order)


@settings(max_examples=100, deadline=None)
@given(st.lists(st.sampled_from([6, 7, 8, 9, 10]), min_size=1, max_size=6))
def test_weeks_are_always_newest_first(order: list[int]) -> None:
    document = written(None, *map(week, order))
    heads = re.findall(r"begin 2026-W(\d\d) head", document)
    assert heads == sorted(set(heads), reverse=True)
    assert len(heads) == len(set(order))
    assert document.count("<details>") == len(heads) - 1


@settings(max_examples=100, deadline=None)
@given(st.integers(0, 100), st.booleans())
def test_no_marker_can_go_or_come_twice_unseen(which: int, doubled: bool) -> None:
    lines = written(None, week(8), week(9)).split("\n")
    markers = [at for at, line in enumerate(lines) if line.startswith("<!-- okrctl:")]
    at = markers[which % len(markers)]
    broken = [*lines[:at], *([lines[at]] * 2 if doubled else []), *lines[at + 1 :]]
    damage = merge("\n".join(broken), week(9), "en")
    assert isinstance(damage, Damage)
    if doubled:
        assert damage.line == at + 2
    elif lines[at] == "<!-- okrctl:end -->":
        assert damage.line == max(one for one in markers if one < at) + 1
    else:
        assert damage.line == min(one for one in markers if one > at)
