"""`okrctl new retro`: whose and of which cycle, what git knows, and never over a file that is there."""

from pathlib import Path

import pytest

from tests.cli.inside import run
from tests.editing.quarter import quarter
from tests.support.command import Outcome
from tests.support.git_workspace import GitWorkspace
from tests.support.quarter_history import Quarter, build_quarter
from tests.support.trees import write_tree

GROWTH = "cycles/2026-Q1/retros/growth.yaml"
SHEET = "objectives: [{id: O1, title: Small teams choose us, key_results: [{id: KR1, title: 3 x}]}]\n"


@pytest.fixture
def ended(tmp_path: Path) -> Path:
    """A quarter that nobody has scored yet, outside of git."""
    files = {path: text for path, text in quarter().items() if "/retros/" not in path}
    return write_tree(tmp_path / "okrs", files)


@pytest.fixture(scope="module")
def history(tmp_path_factory: pytest.TempPathFactory) -> Quarter:
    """A quarter in git in which a target was lowered, a goal dropped and a comment edited."""
    return build_quarter(tmp_path_factory.mktemp("quarter") / "dawn")


def new(*arguments: str | Path, cwd: Path, today: str = "2026-04-02") -> Outcome:
    return run("new", "retro", *arguments, "--today", today, cwd=cwd)


def test_it_is_written_and_said(ended: Path) -> None:
    result = new("growth", cwd=ended)
    assert (result.code, result.out) == (0, "")
    assert result.err.splitlines()[0] == "okrctl: using cycle 2026-Q1, which ended on 2026-03-31 (today is 2026-04-02)"
    assert result.err.splitlines()[-1] == f"okrctl: wrote {GROWTH}"
    assert "  - kr: O1/KR1 " in (ended / GROWTH).read_text(encoding="utf-8")
    assert run("validate", GROWTH, "--today", "2026-04-02", cwd=ended).code == 0


def test_a_second_time_it_is_left_alone(ended: Path) -> None:
    write_tree(ended, {GROWTH: "lessons: [mine]\n"})
    result = new("growth", cwd=ended)
    assert (result.code, result.out) == (2, "")
    assert f"{GROWTH} already exists" in result.err
    assert (ended / GROWTH).read_text(encoding="utf-8") == "lessons: [mine]\n"


def test_shown_and_not_written(ended: Path) -> None:
    result = new("growth", "--dry-run", cwd=ended)
    assert result.code == 0
    assert f"+++ b/{GROWTH}\n" in result.out
    assert not (ended / GROWTH).exists()


def test_in_chinese_by_name(ended: Path) -> None:
    result = new("Growth", "--lang", "zh", cwd=ended)
    assert result.code == 0
    assert result.err.splitlines()[0] == "okrctl: 使用周期 2026-Q1（已于 2026-03-31 结束；今天是 2026-04-02）"
    assert "    # 完成程度 80%，应达 100%；最近状态：有风险，2026-W13\n" in (ended / GROWTH).read_text(encoding="utf-8")


def test_ones_own_by_the_e_mail_that_git_knows(ended: Path) -> None:
    org = (
        (ended / "org.yaml")
        .read_text(encoding="utf-8")
        .replace("name: Alice Chen,", "name: Alice Chen, email: a@x.example,")
    )
    write_tree(ended, {"org.yaml": org})
    git = GitWorkspace(ended)
    git.git("init", "--quiet")
    git.git("config", "user.email", "a@x.example")
    assert new(cwd=ended).err.splitlines()[-1] == "okrctl: wrote cycles/2026-Q1/retros/alice.yaml"


@pytest.mark.parametrize(
    ("today", "cycle"),
    [
        ("2026-03-30", "2026-Q1"),  # two days before its end
        ("2026-04-08", "2026-Q1"),  # the second quarter has begun, and wang has a sheet in it
        ("2026-06-20", "2026-Q2"),
        ("2026-02-27", "2026-02"),  # ends tomorrow
        ("2026-03-05", "2026-02"),  # ended five days ago
        ("2026-03-20", "2026-Q1"),  # 20 days after the month, 11 before the end of the quarter
    ],
)
def test_the_cycle_whose_end_is_nearest(tmp_path: Path, today: str, cycle: str) -> None:
    """A project that ends on 20 March is never meant, and the year only at its end."""
    files = {f"cycles/{one}/okrs/growth.yaml": SHEET for one in ("2026", "2026-Q1", "2026-Q2", "2026-02", "apollo")}
    files["cycles/apollo/cycle.yaml"] = "start: 2026-01-05\nend: 2026-03-20\nproject: Apollo\n"
    files["org.yaml"] = "teams: {growth: {lead: wang}}\npeople: {wang: {team: growth}}\n"
    root = write_tree(tmp_path, {"okrctl.yaml": "version: 1\n", **files})
    result = new("growth", cwd=root, today=today)
    assert result.err.splitlines()[-1] == f"okrctl: wrote cycles/{cycle}/retros/growth.yaml"
    asked = new("growth", "--cycle", "apollo", cwd=root, today=today)
    assert asked.err.splitlines()[-1] == "okrctl: wrote cycles/apollo/retros/growth.yaml"


def test_without_a_sheet(ended: Path) -> None:
    result = new("wang", cwd=ended)
    assert result.code == 2
    assert "error: Wang Shi has no OKRs in cycle 2026-Q1 to look back on\n" in result.err
    assert result.err.endswith("hint: name somebody who has: okrctl new retro growth\n")


def led_by(person: str, root: Path, *more: str) -> Path:
    """The workspace, with this person at the keyboard, who also leads the teams named."""
    org = (root / "org.yaml").read_text(encoding="utf-8")
    org = org.replace(f"  {person}: {{", f"  {person}: {{email: me@x.example, ")
    for team in more:
        org = org.replace("people:", f"  {team}: {{name: {team.title()}, parent: company, lead: {person}}}\npeople:")
    write_tree(root, {"org.yaml": org, **{f"cycles/2026-Q1/okrs/{team}.yaml": SHEET for team in more}})
    git = GitWorkspace(root)
    git.git("init", "--quiet")
    git.git("config", "user.email", "me@x.example")
    return root


def said(result: Outcome) -> list[str]:
    """The remarks, without those on git and the cycle."""
    return [line for line in result.err.splitlines() if "git" not in line and "2026-03-31" not in line]


def test_a_lead_without_a_sheet_looks_back_for_the_team(ended: Path) -> None:
    result = new("--dry-run", cwd=led_by("wang", ended))
    assert result.code == 0
    assert f"+++ b/{GROWTH}\n" in result.out
    assert said(result) == [
        "okrctl: you have no OKRs of your own in cycle 2026-Q1: these are the self-scores of Growth, which you lead"
    ]
    chinese = new("--dry-run", "--lang", "zh", cwd=ended)
    assert said(chinese) == ["okrctl: 你在周期 2026-Q1 没有自己的 OKR：为你负责的团队 Growth 生成自评分"]


def test_a_lead_of_several_teams_hears_of_the_others(ended: Path) -> None:
    """Growth is her own; the others follow by handle, and one without a sheet is not named."""
    root = led_by("wang", ended, "sales", "field")
    write_tree(
        root,
        {
            "org.yaml": (root / "org.yaml")
            .read_text(encoding="utf-8")
            .replace("people:", "  idle: {name: Idle, parent: company, lead: wang}\npeople:")
        },
    )
    result = new("--dry-run", cwd=root)
    assert f"+++ b/{GROWTH}\n" in result.out
    assert said(result)[1:] == ["okrctl: you lead Field, Sales, too: okrctl new retro field"]
    assert said(new("--dry-run", "--lang", "zh", cwd=root))[1:] == [
        "okrctl: 你还负责 Field、Sales：okrctl new retro field"
    ]


@pytest.mark.parametrize(
    ("today", "path"),
    [
        ("2026-04-02", GROWTH),  # the draft of a quarter that has just begun is nothing to look back on
        ("2026-05-10", GROWTH),  # 40 days after the end of the first quarter, 51 before that of the second
        ("2026-05-20", "cycles/2026-Q2/retros/wang.yaml"),  # 50 and 41
    ],
)
def test_a_lead_whose_own_sheet_has_just_begun(ended: Path, today: str, path: str) -> None:
    root = led_by("wang", ended)
    write_tree(root, {f"cycles/2026-Q2/okrs/{one}.yaml": SHEET for one in ("wang", "growth")})
    assert f"+++ b/{path}\n" in new("--dry-run", cwd=root, today=today).out


def test_after_the_next_quarter_was_drafted(ended: Path) -> None:
    """With a sheet in both, in the second alone, and in none: it is the first that has just ended."""
    drafts = {f"cycles/2026-Q2/okrs/{one}.yaml": SHEET for one in ("company", "growth", "bob")}
    root = led_by("wang", write_tree(ended, drafts))
    for arguments in ((), ("growth",)):
        assert f"+++ b/{GROWTH}\n" in new(*arguments, "--dry-run", cwd=root).out
    bob = new("bob", "--dry-run", cwd=root)
    assert (bob.code, bob.out) == (2, "")
    assert "error: Bob Meyer has no OKRs in cycle 2026-Q1 to look back on\n" in bob.err
    assert bob.err.endswith("hint: choose the cycle: --cycle 2026-Q2\n")
    assert "+++ b/cycles/2026-Q2/retros/bob.yaml\n" in new("bob", "--cycle", "2026-Q2", "--dry-run", cwd=root).out


def test_in_the_first_quarter_of_all(tmp_path: Path) -> None:
    """Ten days after its beginning, and a year ago there was another: nearest is still its end."""
    org = "teams: {growth: {lead: wang}}\npeople: {wang: {team: growth}}\n"
    root = write_tree(tmp_path, {"okrctl.yaml": "", "org.yaml": org, "cycles/2026-Q1/okrs/growth.yaml": SHEET})
    expected = "+++ b/cycles/2026-Q1/retros/growth.yaml\n"
    assert expected in new("growth", "--dry-run", cwd=root, today="2026-01-11").out
    write_tree(root, {"cycles/2025-Q1/okrs/growth.yaml": SHEET})
    assert expected in new("growth", "--dry-run", cwd=root, today="2026-01-11").out


def test_goals_that_moved_as_git_knows_them(history: Quarter) -> None:
    result = run("new", "retro", "growth", "--dry-run", "--today", "2026-04-02", cwd=history.repository.root)
    assert result.code == 0
    moved = [line for line in result.out.splitlines() if "goal moved" in line or "dropped" in line]
    assert any("goal moved: target 45 → 40" in line for line in moved), result.out


def test_without_git_what_the_sheets_say_and_a_word_on_it(ended: Path) -> None:
    result = new("growth", cwd=ended)
    assert "okrctl: this folder is not in a git repository" in result.err
    assert "goal moved" in (ended / GROWTH).read_text(encoding="utf-8")
