"""`okrctl new cycle`: dates told by the id, by the user, or asked for."""

from datetime import date
from pathlib import Path

import pytest

from okrctl.editing.change import write
from okrctl.editing.cycle_draft import cycle_title, new_cycle
from okrctl.errors import OkrctlError
from okrctl.language import LANGUAGES, Language
from okrctl.models.calendar import cycle_dates
from tests.editing.checking import begin, complaints, drafting, texts
from tests.support.trees import read_tree, write_tree


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("cycle", ["2026", "2026-H2", "2026-Q2", "2026-B3", "2026-05"])
def test_a_cycle_whose_id_tells_its_dates(tmp_path: Path, language: Language, cycle: str) -> None:
    begin(tmp_path, language)
    write(new_cycle(drafting(tmp_path, language), cycle), tmp_path)
    found = read_tree(tmp_path).workspace.cycles[cycle]
    assert (found.start, found.end) == cycle_dates(cycle)
    assert complaints(tmp_path) == []


def test_the_file_says_when_what_is_due(tmp_path: Path) -> None:
    text = texts(new_cycle(drafting(begin(tmp_path, "en"), "en"), "2026-Q2"), tmp_path)["cycles/2026-Q2/cycle.yaml"]
    assert text.startswith("# yaml-language-server: $schema=../../schemas/cycle.schema.json\n")
    lines = [line.split("  #")[0].rstrip() for line in text.splitlines() if not line.startswith("#")]
    assert lines == [
        "title: Second quarter 2026",
        "start: 2026-04-01",
        "end: 2026-06-30",
        "due:",
        "  sheets: 2026-04-13",
        "  scores: 2026-07-03",
        "  retro: 2026-07-10",
        "frozen: 2026-04-20",
    ]


SUGGESTED = {
    "en": "  # sheets: 2026-02-09           # only if all teams write sheets for this cycle as well",
    "zh": "  # sheets: 2026-02-09           # 只有各团队都要为本周期写 OKR 时才启用",
}
EARLY = date(2026, 2, 2)
LATE = date(2026, 2, 17)
# A team with a lead and somebody else, and a sheet for February of nobody but this one.
SALES = "teams: {sales: {parent: company, lead: kim}}\npeople: {kim: {team: sales}, ben: {team: sales}}\n"
OWN = "objectives: [{id: O1, title: Fairs bring in customers, why: w, key_results: [{id: KR1, title: Two fairs}]}]\n"


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_month_inside_a_quarter_asks_nobody_but_those_who_want_it(tmp_path: Path, language: Language) -> None:
    begin(tmp_path, language, today=EARLY)
    write(new_cycle(drafting(tmp_path, language, EARLY), "2026-02"), tmp_path)
    write_tree(tmp_path, {"org/sales.yaml": SALES, "cycles/2026-02/okrs/kim.yaml": OWN})
    month = tmp_path / "cycles/2026-02/cycle.yaml"
    text = month.read_text(encoding="utf-8")
    assert SUGGESTED[language] in text.splitlines()
    assert _missing_in_february(tmp_path) == []
    month.write_text(text.replace("  # sheets: 2026-02-09 ", "  sheets: 2026-02-09 "), encoding="utf-8")
    assert len(_missing_in_february(tmp_path)) > 0


def _missing_in_february(root: Path) -> list[str]:
    return [one for one in complaints(root, LATE) if one.startswith("OKR218") and "for 2026-02;" in one]


@pytest.mark.parametrize(
    ("cycles", "made", "is_asked"),
    [
        ({"2026-Q1": ""}, "2026-01", False),
        ({"2026-Q1": ""}, "2026-B1", False),
        ({"2026-H1": ""}, "2026-04", False),
        ({"2026-H1": ""}, "2026-Q1", True),  # a quarter is for everybody
        ({"2026": ""}, "2026-B1", True),  # so is what stands alone in its year
        ({"2026": ""}, "2026-Q1", True),
        ({"2026-Q2": ""}, "2026-01", True),
        ({"2026-B1": "due: {sheets: 2026-01-05}\n", "2026-H1": ""}, "2026-B2", True),  # the custom here
        ({"apollo": "project: Apollo\nstart: 2026-01-01\nend: 2026-05-31\n"}, "2026-01", True),
    ],
)
def test_which_cycles_ask_everybody_for_a_sheet(
    tmp_path: Path, cycles: dict[str, str], made: str, is_asked: bool
) -> None:
    files = {f"cycles/{name}/cycle.yaml": f"title: t\n{text}" for name, text in cycles.items()}
    root = write_tree(tmp_path, {"okrctl.yaml": "version: 1\n", "org.yaml": "teams: {company: {}}\n", **files})
    write(new_cycle(drafting(root, "en", date(2026, 1, 1)), made), root)
    due = read_tree(root).workspace.cycles[made].due
    assert due is not None
    assert (due.sheets is not None, due.scores is not None, due.retro is not None) == (is_asked, True, True)


def test_a_short_project_has_a_day_for_its_own_sheets(tmp_path: Path) -> None:
    """OKR218 asks nobody in the cycle of a project."""
    begin(tmp_path, "en", today=EARLY)
    drafted = drafting(tmp_path, "en", EARLY)
    (change,) = new_cycle(drafted, "apollo", date(2026, 2, 2), date(2026, 3, 13), "Apollo")
    lines = [line.split("  #")[0].rstrip() for line in change.after.decode().splitlines()]
    assert "  sheets: 2026-02-09" in lines
    assert "project: Apollo" in lines


def test_a_year_that_begins_in_april(tmp_path: Path) -> None:
    begin(tmp_path, "en")
    with (tmp_path / "okrctl.yaml").open("a") as settings:
        settings.write("fiscal_year_start: 4\n")
    write(new_cycle(drafting(tmp_path, "en"), "2026-Q4"), tmp_path)
    found = read_tree(tmp_path).workspace.cycles["2026-Q4"]
    assert (found.start, found.end) == (date(2027, 1, 1), date(2027, 3, 31))


def test_a_cycle_with_a_name_of_its_own(tmp_path: Path) -> None:
    begin(tmp_path, "zh")
    write(new_cycle(drafting(tmp_path, "zh"), "阿波罗", date(2026, 2, 1), date(2026, 7, 31)), tmp_path)
    found = read_tree(tmp_path).workspace.cycles["阿波罗"]
    assert (found.start, found.end) == (date(2026, 2, 1), date(2026, 7, 31))
    assert complaints(tmp_path) == []


@pytest.mark.parametrize(
    ("cycle", "english", "chinese"),
    [
        ("2026", "Year 2026", "2026 年"),
        ("2026-H1", "First half 2026", "2026 年上半年"),
        ("2026-Q4", "Fourth quarter 2026", "2026 年第四季度"),
        ("2026-B1", "January–February 2026", "2026 年 1–2 月"),
        ("2026-12", "December 2026", "2026 年 12 月"),
    ],
)
def test_cycles_are_called_what_people_call_them(cycle: str, english: str, chinese: str) -> None:
    dates = cycle_dates(cycle)
    assert dates is not None
    title = cycle_title(cycle, *dates)
    assert title is not None
    assert (title.en, title.zh) == (english, chinese)


def test_two_months_across_the_years() -> None:
    title = cycle_title("2026-B6", date(2026, 12, 1), date(2027, 1, 31))
    assert title is not None
    assert (title.en, title.zh) == ("December 2026 – January 2027", "2026 年 12 月–2027 年 1 月")


def test_a_name_without_dates_needs_them(tmp_path: Path) -> None:
    with pytest.raises(OkrctlError) as caught:
        new_cycle(drafting(begin(tmp_path, "en"), "en"), "apollo", start=date(2026, 2, 1))
    assert caught.value.message.en == 'okrctl cannot tell the dates from the name "apollo", and --end is missing'
    assert caught.value.hint is not None
    assert caught.value.hint.zh == "请写明起止日期：okrctl new cycle apollo --start 2026-02-01 --end 2026-03-31"


def test_the_days_offered_are_those_of_the_quarter_around_today(tmp_path: Path) -> None:
    with pytest.raises(OkrctlError) as caught:
        new_cycle(drafting(begin(tmp_path, "en"), "en", date(2026, 11, 22)), "Apollo")
    assert caught.value.message.en == 'okrctl cannot tell the dates from the name "Apollo"'
    assert caught.value.hint is not None
    assert caught.value.hint.en == "give both: okrctl new cycle Apollo --start 2026-10-01 --end 2026-12-31"


def test_a_cycle_does_not_end_before_it_starts(tmp_path: Path) -> None:
    with pytest.raises(OkrctlError, match="would end on 2026-01-31, before it starts on 2026-02-01"):
        new_cycle(drafting(begin(tmp_path, "en"), "en"), "apollo", date(2026, 2, 1), date(2026, 1, 31))


@pytest.mark.parametrize("name", ["", "a b", "../x", "con", "a:b", ".hidden", "2026/Q1"])
def test_a_name_that_no_folder_can_have(tmp_path: Path, name: str) -> None:
    with pytest.raises(OkrctlError, match="cannot be the name of a cycle"):
        new_cycle(drafting(begin(tmp_path, "en"), "en"), name, date(2026, 2, 1), date(2026, 3, 1))


def test_a_cycle_that_is_there_is_not_written_again(tmp_path: Path) -> None:
    with pytest.raises(OkrctlError, match=r"cycles/2026-Q1/cycle\.yaml already exists"):
        new_cycle(drafting(begin(tmp_path, "en"), "en"), "2026-Q1")


def test_a_cycle_that_differs_only_in_case_is_the_same_folder_elsewhere(tmp_path: Path) -> None:
    with pytest.raises(OkrctlError, match='there is already a cycle "2026-Q1"'):
        new_cycle(drafting(begin(tmp_path, "en"), "en"), "2026-q1", date(2026, 1, 1), date(2026, 3, 31))


def test_a_folder_without_cycle_yaml_gets_one(tmp_path: Path) -> None:
    begin(tmp_path, "en")
    (tmp_path / "cycles" / "2026-Q2" / "okrs").mkdir(parents=True)
    write(new_cycle(drafting(tmp_path, "en"), "2026-Q2"), tmp_path)
    assert complaints(tmp_path) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_cycle_of_a_project(tmp_path: Path, language: Language) -> None:
    begin(tmp_path, language)
    dates = date(2026, 2, 1), date(2026, 7, 31)
    write(new_cycle(drafting(tmp_path, language), "apollo", *dates, project=" Apollo: 11 "), tmp_path)
    assert read_tree(tmp_path).workspace.cycles["apollo"].project == "Apollo: 11"
    assert complaints(tmp_path) == []


@pytest.mark.parametrize(("language", "example"), [("en", "# project: Apollo  "), ("zh", "# project: 阿波罗项目  ")])
def test_without_a_project_there_is_an_example_of_one(tmp_path: Path, language: Language, example: str) -> None:
    changes = new_cycle(drafting(begin(tmp_path, language), language), "2026-Q2")
    assert f"\n{example}" in texts(changes, tmp_path)["cycles/2026-Q2/cycle.yaml"]


def test_the_command_that_is_offered_keeps_the_project(tmp_path: Path) -> None:
    with pytest.raises(OkrctlError) as caught:
        new_cycle(drafting(begin(tmp_path, "en"), "en"), "apollo", start=date(2026, 2, 1), project="Apollo 11")
    assert caught.value.hint is not None
    assert caught.value.hint.en.endswith("--start 2026-02-01 --end 2026-03-31 --project 'Apollo 11'")


@pytest.mark.parametrize("project", ["", "  "])
def test_a_project_has_a_name(tmp_path: Path, project: str) -> None:
    with pytest.raises(OkrctlError, match="the project has no name"):
        new_cycle(drafting(begin(tmp_path, "en"), "en"), "apollo", date(2026, 2, 1), date(2026, 3, 1), project)
