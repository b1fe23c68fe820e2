"""A to-do as people say it, in both languages; the day is Wednesday 18 February 2026, of the week from the 16th."""

import re
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from okrctl.editing.todo_text import doubt_of_year, read_todo
from okrctl.errors import OkrctlError
from okrctl.workspace.index import Workspace
from tests.editing.rowing import FILES
from tests.support.trees import read_tree, write_tree

WEDNESDAY = date(2026, 2, 18)


@pytest.fixture(scope="module")
def workspace(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    return read_tree(write_tree(tmp_path_factory.mktemp("rowing"), FILES)).workspace


def on(month: int, day: int, year: int = 2026) -> date:
    return date(year, month, day)


@pytest.mark.parametrize(
    ("text", "what", "owner", "due"),
    [
        ("Call the bank @bob due 02-27", "Call the bank", "bob", on(2, 27)),
        ("Call the bank due 02-27 @bob", "Call the bank", "bob", on(2, 27)),
        ("Call the bank @bob by 2026-03-01", "Call the bank", "bob", on(3, 1)),
        ("Call the bank (@bob, due 27 Feb)", "Call the bank", "bob", on(2, 27)),
        ("Call the bank @Bob Meyer, due Feb 27th, 2027", "Call the bank", "bob", on(2, 27, 2027)),
        ("Call the bank @growth due 2/27", "Call the bank", "growth", on(2, 27)),
        ("Call the bank @bob 02-27", "Call the bank", "bob", on(2, 27)),
        ("Call the bank", "Call the bank", None, None),
        # The next such day from the Monday of the week on: the 16th is this year's, the 15th has been.
        ("Row due 02-16", "Row", None, on(2, 16)),
        ("Row due 02-15", "Row", None, on(2, 15, 2027)),
        # A weekday is the next one from today on.
        ("Row due Friday", "Row", None, on(2, 20)),
        ("Row by wed @bob", "Row", "bob", on(2, 18)),
        ("Row due Monday", "Row", None, on(2, 23)),
        ("Row due this Monday", "Row", None, on(2, 16)),
        ("Row due next Friday", "Row", None, on(2, 27)),
        ("Row due tomorrow", "Row", None, on(2, 19)),
        # Whoever is asked, told or helped stays in the text, and so do figures that are no dates.
        ("Talk to @bob due Friday", "Talk to @bob", None, on(2, 20)),
        ("Send it to @dana @bob by 2026-03-01", "Send it to @dana", "bob", on(3, 1)),
        ("@bob: call the bank by Friday", "call the bank", "bob", on(2, 20)),
        ("@bob and @dana agree on a price", "@bob and @dana agree on a price", None, None),
        ("Cut cost by 10-12 %", "Cut cost by 10-12 %", None, None),
        ("Win by 3-5 @bob", "Win by 3-5", "bob", None),
        ("Order part 12-31 @bob", "Order part 12-31", "bob", None),
        ("Meet on Friday", "Meet on Friday", None, None),
        ("Mail bob@x.example due 02-27", "Mail bob@x.example", None, on(2, 27)),
        ("Check the due date", "Check the due date", None, None),
        ("联系银行 @王芳 2月27日前", "联系银行", "wang", on(2, 27)),
        ("联系银行@王芳2 月 27 日之前", "联系银行", "wang", on(2, 27)),
        ("2月27日前联系银行 @王芳", "联系银行", "wang", on(2, 27)),
        ("请在２月２７日前联系银行，＠王芳跟进", "请联系银行", "wang", on(2, 27)),
        ("联系银行 @王芳 2026年3月1日", "联系银行", "wang", on(3, 1)),
        ("联系银行，由@王芳负责，2月27号前完成", "联系银行", "wang", on(2, 27)),
        ("联系银行 @增长 截止2月27日", "联系银行", "growth", on(2, 27)),
        ("联系银行，周五前 @王芳", "联系银行", "wang", on(2, 20)),
        ("联系银行 @王芳 下周三前", "联系银行", "wang", on(2, 25)),
        ("联系银行 @王芳 本周日前", "联系银行", "wang", on(2, 22)),
        ("联系银行 星期一之前", "联系银行", None, on(2, 23)),
        ("明天前联系银行", "联系银行", None, on(2, 19)),
        ("@王芳 联系银行 due 02-27", "联系银行", "wang", on(2, 27)),
        ("把方案发给@王芳", "把方案发给@王芳", None, None),
        ("导出2月27日前的数据 @bob", "导出2月27日前的数据", "bob", None),
    ],
)
def test_who_and_by_when_are_read_and_cut_out(
    workspace: Workspace, text: str, what: str, owner: str | None, due: date | None
) -> None:
    assert read_todo(text, workspace, WEDNESDAY)[:3] == (what, owner, due)


@pytest.mark.parametrize(
    ("text", "message", "hint"),
    [
        ("Row @bib", "@bib is nobody in org.yaml", "did you mean @bob?"),
        ("Row @nobody due 02-27", "@nobody is nobody in org.yaml", "write @ and a handle or a name of org.yaml"),
        ("Row due 02-30", 'there is no such day: "02-30"', "write it like 2026-02-20 or 02-20"),
        ("Row due 2026-13-01", 'there is no such day: "2026-13-01"', "write it like 2026-02-20 or 02-20"),
        ("Row due 02-29", 'there is no such day: "02-29"', "write it like 2026-02-20 or 02-20"),
        ("划船 2月30日前", 'there is no such day: "2月30日"', "write it like 2026-02-20 or 02-20"),
        ("@bob due 02-27", '"@bob due 02-27" does not say what is to be done',
         'write it like "Call the bank @bob due 02-27"'),
        ("2月27日前", '"2月27日前" does not say what is to be done', 'write it like "Call the bank @bob due 02-27"'),
        (" ", "the text is empty", "write a few words, in quotes"),
    ],
)  # fmt: skip
def test_what_cannot_be_meant_is_refused(workspace: Workspace, text: str, message: str, hint: str) -> None:
    with pytest.raises(OkrctlError) as caught:
        read_todo(text, workspace, WEDNESDAY)
    assert caught.value.hint is not None
    assert (caught.value.message.en, caught.value.hint.en) == (message, hint)


@pytest.mark.parametrize(
    ("text", "doubted"),
    [
        ("Row due 02-15", True),  # of the next year
        ("划船 2月15日前", True),
        ("Row due 15 Feb", True),
        ("Row @bob 04-01", True),  # behind the end of the quarter
        ("Row due 03-31", False),
        ("Row due 2027-02-15", False),
        ("Row due Feb 15, 2027", False),
        ("Row due next Friday", False),
        ("Row", False),
    ],
)
def test_a_year_that_was_guessed_is_doubted_far_ahead_only(workspace: Workspace, text: str, doubted: bool) -> None:
    todo = read_todo(text, workspace, WEDNESDAY)
    doubt = doubt_of_year(todo, WEDNESDAY, on(3, 31))
    assert (doubt is not None) == doubted
    assert doubt is None or (str(todo.due) in doubt.en and str(todo.due) in doubt.zh)
    # In a cycle of two years, too, more than 180 days are worth a word.
    far = todo.due is not None and todo.due.year == 2027
    assert (doubt_of_year(todo, WEDNESDAY, on(12, 31, 2027)) is not None) == (doubted and far)


WORDS = st.lists(st.sampled_from(["Row", "boats", "划船", "to", "(x)", "3", "50 %"]), min_size=1, max_size=4)


@settings(max_examples=60, deadline=None)
@given(words=WORDS.map(" ".join), day=st.dates(date(2026, 2, 16), date(2027, 2, 15)), owner=st.booleans())
def test_any_day_of_the_year_to_come_is_read_in_every_form(
    workspace: Workspace, words: str, day: date, owner: bool
) -> None:
    who = " @bob" if owner and not re.search(r"\bto$", words) else ""
    forms = (f" due {day}", f" due {day:%m-%d}", f" by {day:%Y-%m-%d}", f" {day.month}月{day.day}日前")
    for form in forms:
        read = read_todo(f"{words}{who}{form}", workspace, WEDNESDAY)
        assert read[:3] == (words, who[2:] or None, day)
        assert read.guessed == (str(day.year) not in form)
