"""Which words of a sheet stand beside which move: those that came with it, and nobody else's."""

from pathlib import Path

from tests.history.asking import BOB, ask, begin
from tests.support.git_workspace import GitWorkspace

KR1 = "weight: 60}"
ENTRY = "{{on: 2026-{on}, because: {text}}}"


def said(*entries: tuple[str, str]) -> str:
    """The key result KR1 with entries, each its month and day and its words."""
    listed = ", ".join(ENTRY.format(on=on, text=text) for on, text in entries)
    return f"weight: 60, changed: [{listed}]}}"


def reasons(root: Path) -> list[tuple[str, object, str | None]]:
    """Field, what it moved to, and why, of each move."""
    return [(move.field, move.after, move.because) for move in ask(root).moves]


def lowered(root: Path) -> GitWorkspace:
    """A repository in which the target was lowered on 26 February, with a reason."""
    repository = begin(root)
    repository.edit(BOB, {"target: 45": "target: 40", KR1: said(("02-26", "a month later"))}, "2026-02-26")
    return repository


LOWERED = ("target", 40, "a month later")


def test_another_commit_does_not_borrow_the_reason(tmp_path: Path) -> None:
    repository = lowered(tmp_path)
    repository.edit(BOB, {"Retention rises": "Retention rises a bit"}, "2026-03-01")
    repository.edit(BOB, {"target: 40": "target: 38"}, "2026-03-02")
    assert reasons(tmp_path) == [LOWERED, ("wording", "Retention rises a bit", None), ("target", 38, None)]


def test_another_id_is_no_new_reason(tmp_path: Path) -> None:
    repository = lowered(tmp_path)
    repository.edit(BOB, {"id: KR1, title: Retention": "id: RET, title: Retention"}, "2026-02-27")
    repository.edit(BOB, {"id: O1": "id: O7"}, "2026-02-28")
    repository.edit(BOB, {"target: 40": "target: 35"}, "2026-03-01")
    assert reasons(tmp_path) == [
        LOWERED,
        ("renamed", "O1/RET", None),
        ("renamed", "O7", None),
        ("target", 35, None),
    ]


def test_nor_is_another_objective(tmp_path: Path) -> None:
    repository = lowered(tmp_path)
    line = next(line for line in (tmp_path / BOB).read_text().splitlines() if "Retention" in line) + "\n"
    moved = repository.edited(BOB, {line: ""}) + line.replace("KR1", "KR3")
    repository.commit({BOB: moved}, "2026-02-28")
    assert ("renamed", "O2/KR3", None) in reasons(tmp_path)


def test_a_reason_holds_for_all_that_its_commit_did_to_the_goal(tmp_path: Path) -> None:
    repository = begin(tmp_path)
    reason = said(("02-26", "half as large")).replace("weight: 60", "weight: 50")
    repository.edit(BOB, {"target: 45": "target: 40", KR1: reason}, "2026-02-26")
    assert reasons(tmp_path) == [("weight", 50, "half as large"), ("target", 40, "half as large")]


def test_two_reasons_of_one_day_and_commit_are_both_told(tmp_path: Path) -> None:
    repository = begin(tmp_path)
    reason = said(("02-10", "said late"), ("02-26", "the first"), ("02-26", "the second"))
    repository.edit(BOB, {"target: 45": "target: 40", KR1: reason}, "2026-02-26")
    assert reasons(tmp_path) == [("target", 40, "the first / the second")]


def test_what_was_said_without_a_move_serves_the_nearest_one_and_only_once(tmp_path: Path) -> None:
    repository = begin(tmp_path)
    repository.edit(BOB, {"target: 45": "target: 40"}, "2026-02-20")
    repository.edit(BOB, {"target: 40": "target: 38"}, "2026-02-24")
    repository.edit(BOB, {KR1: said(("02-23", "forgotten"))}, "2026-03-10")
    assert reasons(tmp_path) == [("target", 40, None), ("target", 38, "forgotten")]


def test_what_was_said_beforehand_serves_too_if_not_too_early(tmp_path: Path) -> None:
    repository = begin(tmp_path)
    repository.edit(BOB, {KR1: said(("02-20", "decided"))}, "2026-02-20")
    repository.edit(BOB, {"target: 45": "target: 40"}, "2026-02-27")  # seven days
    assert reasons(tmp_path) == [("target", 40, "decided")]
    late = begin(tmp_path / "late")
    late.edit(BOB, {KR1: said(("02-20", "decided"))}, "2026-02-20")
    late.edit(BOB, {"target: 45": "target: 40"}, "2026-02-28")
    assert reasons(late.root) == [("target", 40, None)]


def test_what_was_said_alone_follows_its_goal_to_another_id(tmp_path: Path) -> None:
    repository = begin(tmp_path)
    repository.edit(BOB, {KR1: said(("02-20", "decided"))}, "2026-02-20")
    repository.edit(BOB, {"id: KR1, title: Retention": "id: RET, title: Retention"}, "2026-02-21")
    repository.edit(BOB, {"target: 45": "target: 40"}, "2026-02-22")
    assert reasons(tmp_path) == [("renamed", "O1/RET", None), ("target", 40, "decided")]


def test_a_reason_of_a_move_before_the_freeze_stays_with_it(tmp_path: Path) -> None:
    repository = begin(tmp_path)
    repository.edit(BOB, {"target: 45": "target: 40", KR1: said(("01-18", "early"))}, "2026-01-18")
    repository.edit(BOB, {"target: 40": "target: 38"}, "2026-01-20")
    assert reasons(tmp_path) == [("target", 38, None)]


def test_a_reason_in_better_words_is_no_second_one(tmp_path: Path) -> None:
    repository = lowered(tmp_path)
    repository.edit(BOB, {"target: 40": "target: 38"}, "2026-02-28")
    repository.edit(BOB, {"a month later": "one month later"}, "2026-03-01")
    repository.edit(BOB, {"weight: 60": "weight: 50", "one month later": "a month later indeed"}, "2026-03-02")
    assert reasons(tmp_path) == [LOWERED, ("target", 38, None), ("weight", 50, None)]


def test_a_second_change_of_one_day_may_replace_the_words_of_the_first(tmp_path: Path) -> None:
    repository = lowered(tmp_path)
    repository.edit(BOB, {"target: 40": "target: 35", "a month later": "two months later"}, "2026-02-26")
    assert reasons(tmp_path) == [LOWERED, ("target", 35, "two months later")]


def test_on_a_branch_the_day_of_writing_counts_as_well(tmp_path: Path) -> None:
    repository = begin(tmp_path)
    repository.git("checkout", "--quiet", "-b", "lower")
    repository.edit(BOB, {"target: 45": "target: 40"}, "2026-01-16")
    repository.edit(BOB, {KR1: said(("01-16", "as agreed"))}, "2026-01-17")
    repository.git("checkout", "--quiet", "main")
    repository.commit({"README.md": "x"}, "2026-03-20")
    repository.merge("lower", "2026-03-21")
    assert reasons(tmp_path) == [("target", 40, "as agreed")]


def test_a_key_results_own_words_come_before_its_objectives(tmp_path: Path) -> None:
    repository = begin(tmp_path)
    title = "title: New teams feel at home"
    both = {
        title: f"{title}\n    changed: [{{on: 2026-02-10, because: all of it}}]",
        KR1: said(("02-10", "this one")),
        "target: 45": "target: 40",
        "weight: 40": "weight: 30",
    }
    repository.edit(BOB, both, "2026-02-10")
    assert reasons(tmp_path) == [("target", 40, "this one"), ("weight", 30, "all of it")]


def test_dropped_says_why_itself_and_coming_back_needs_its_own_words(tmp_path: Path) -> None:
    repository = lowered(tmp_path)
    gone = {'unit: "%"}': 'unit: "%"}, dropped: {on: 2026-02-27, because: given up}'}
    repository.edit(BOB, gone, "2026-02-27")
    repository.edit(BOB, {", dropped: {on: 2026-02-27, because: given up}": ""}, "2026-02-28")
    assert [because for _, _, because in reasons(tmp_path)] == ["a month later", "given up", None]
