"""`okrctl align` as a user runs it."""

import json
import subprocess

import pytest

from tests.cli.inside import run
from tests.reports.larkrise import CHINESE, ENGLISH
from tests.support.trees import write_tree

DAY = ("--today", "2026-01-14")
DOCUMENT = "cycles/2026-Q1/align/bakery.md"


@pytest.fixture
def larkrise(tmp_path):
    return write_tree(tmp_path / "larkrise", ENGLISH)


def test_piped_it_is_markdown(larkrise) -> None:
    done = run("-C", larkrise, *DAY, "align", "bakery")
    assert (done.code, done.err) == (0, "")
    assert done.out.startswith("# Bakery: alignment meeting, 2026-Q1\n")
    assert "| Queues on Saturday" not in done.out
    assert "| KR1 Queues on Saturday are under four minutes | stays at 4 min or below | Ben Roth | — |" in done.out


def test_as_text_it_is_laid_out_for_the_terminal(larkrise) -> None:
    done = run("-C", larkrise, *DAY, "align", "bakery", "--format", "text", env={"COLUMNS": "80"})
    assert done.code == 0
    assert "|" not in done.out
    assert "#" not in done.out
    assert "KR1 Queues on Saturday" in done.out
    assert "four minutes" in done.out
    assert all(line == line.rstrip() for line in done.out.splitlines())
    assert max(len(line) for line in done.out.splitlines()) <= 80


def test_json_has_the_words_of_the_design(larkrise) -> None:
    data = json.loads(run("-C", larkrise, *DAY, "align", "bakery", "--format", "json").out)
    assert data["version"] == 1
    assert data["alignment_rate"] == {"by_count": 0.666667, "by_weight": 0.666667}
    assert [one["address"] for one in data["unaligned"]] == ["dora/O1"]
    assert data["collaboration"] == [
        {
            "goal": {"address": "bakery/O1", "owner": "bakery", "title": "Nobody waits for warm bread on a Saturday"},
            "asked": {"handle": "cleo", "name": "Cleo Park"},
        }
    ]
    assert data["missing"] == [{"handle": "fay", "name": "Fay Moss"}]


def test_write_keeps_what_people_wrote(larkrise) -> None:
    first = run("-C", larkrise, *DAY, "align", "bakery", "--write")
    assert (first.code, first.out) == (0, "")
    assert DOCUMENT in first.err
    path = larkrise / DOCUMENT
    text = path.read_text(encoding="utf-8")
    spoken = text.replace(
        "| Dora Lind |  |  |\n", "| Dora Lind | Whose waste is it? Ben | Mine until May, then yours |\n"
    )
    spoken = spoken.replace("### Emil Sand\n", "### Emil Sand, who repairs everything\n")
    path.write_text(spoken, encoding="utf-8")
    fay = """\
objectives:
  - id: O1
    title: The valley knows our bread by its smell
    aligns_to: [bakery/O1]
    key_results: [{id: KR1, title: 9 of 10 know it}, {id: KR2, title: 5 shops ask for it}]
"""
    write_tree(larkrise, {"cycles/2026-Q1/okrs/fay.yaml": fay})
    again = run("-C", larkrise, *DAY, "align", "bakery", "--write")
    assert again.code == 0
    assert "add one by hand" not in again.err  # Fay's row was there from the start
    after = path.read_text(encoding="utf-8")
    assert "| Dora Lind | Whose waste is it? Ben | Mine until May, then yours |" in after
    assert "### Emil Sand, who repairs everything" in after  # below the fresh part, which it was changed in
    assert "The valley knows our bread by its smell" in after
    assert "sheets ready: 4 of 4" in after
    run("-C", larkrise, *DAY, "align", "bakery", "--write")
    assert path.read_text(encoding="utf-8") == after


def test_a_sheet_of_somebody_new_is_said_to_have_no_row(larkrise) -> None:
    run("-C", larkrise, *DAY, "align", "bakery", "--write")
    org = ENGLISH["org.yaml"] + "  gil: {name: Gil Ford, team: bakery}\n"
    write_tree(larkrise, {"org.yaml": org, "cycles/2026-Q1/okrs/gil.yaml": ENGLISH["cycles/2026-Q1/okrs/emil.yaml"]})
    assert "Gil Ford came after the document was begun" in run("-C", larkrise, *DAY, "align", "bakery", "--write").err


def test_a_long_word_is_folded_on_the_terminal(larkrise) -> None:
    sheet = ENGLISH["cycles/2026-Q1/okrs/emil.yaml"].replace("Repairs take under two hours", "b" * 90 + "end")
    write_tree(larkrise, {"cycles/2026-Q1/okrs/emil.yaml": sheet})
    done = run("-C", larkrise, *DAY, "align", "emil", "--format", "text", env={"COLUMNS": "60"})
    assert "…" not in done.out
    assert done.out.count("b") >= 90


def test_whom_nobody_knows_may_stand_in_a_file_that_cannot_be_read(larkrise) -> None:
    write_tree(larkrise, {"org.yaml": "teams: {company: {name: Larkrise, leda: ada}}\npeople: {}\n"})
    done = run("-C", larkrise, *DAY, "align", "bakery")
    assert done.code == 2
    assert "org.yaml:1:35: OKR006" in done.err
    assert 'no person or team is called "bakery"' in done.err


def test_who_leads_two_teams_hears_of_the_other(larkrise) -> None:
    org = (
        ENGLISH["org.yaml"]
        .replace("lead: cleo}", "lead: ben}")
        .replace("{name: Ben Roth,", "{name: Ben Roth, email: ben@larkrise.example,")
    )
    write_tree(
        larkrise, {"org.yaml": org.replace("  bakery:", "  zoo: {name: Zoo, parent: company, lead: ben}\n  bakery:")}
    )
    subprocess.run(["git", "init", "-q", larkrise], check=True)
    subprocess.run(["git", "-C", larkrise, "config", "user.email", "ben@larkrise.example"], check=True)
    done = run("-C", larkrise, *DAY, "align")
    assert done.out.startswith("# Bakery: alignment meeting")  # his own team before the others
    assert "of shop, zoo, too: okrctl align shop" in done.err


def test_dry_run_shows_the_document_as_a_diff(larkrise) -> None:
    done = run("-C", larkrise, *DAY, "align", "bakery", "--dry-run")
    assert done.out.startswith(f"--- /dev/null\n+++ b/{DOCUMENT}\n")
    assert not (larkrise / DOCUMENT).exists()


def test_a_damaged_document_is_left_alone(larkrise) -> None:
    run("-C", larkrise, *DAY, "align", "bakery", "--write")
    path = larkrise / DOCUMENT
    damaged = path.read_text(encoding="utf-8").replace("<!-- okrctl:end -->", "", 1)
    path.write_text(damaged, encoding="utf-8")
    done = run("-C", larkrise, *DAY, "align", "bakery", "--write")
    assert done.code == 2
    assert f"{DOCUMENT}:" in done.err
    assert path.read_text(encoding="utf-8") == damaged


def test_the_document_is_no_finding_of_validate(larkrise) -> None:
    run("-C", larkrise, *DAY, "align", "bakery", "--write")
    done = run("-C", larkrise, *DAY, "validate", "--format", "concise", larkrise / "cycles/2026-Q1/align")
    assert (done.code, done.out) == (0, "")


@pytest.mark.parametrize("options", [("--format", "json"), ("-o", "x.md")])
def test_write_and_another_place_are_refused(larkrise, options: tuple[str, str]) -> None:
    done = run("-C", larkrise, *DAY, "align", "bakery", "--write", *options)
    assert done.code == 2
    assert "--write keeps the Markdown document" in done.err


def test_nobody_of_that_name(larkrise) -> None:
    done = run("-C", larkrise, *DAY, "align", "bakry")
    assert done.code == 2
    assert "did you mean bakery?" in done.err


def test_by_default_it_is_the_team_that_one_leads(larkrise) -> None:
    org = ENGLISH["org.yaml"].replace("{name: Ben Roth,", "{name: Ben Roth, email: ben@larkrise.example,")
    write_tree(larkrise, {"org.yaml": org})
    subprocess.run(["git", "init", "-q", larkrise], check=True)
    subprocess.run(["git", "-C", larkrise, "config", "user.email", "ben@larkrise.example"], check=True)
    assert run("-C", larkrise, *DAY, "align").out.startswith("# Bakery: alignment meeting")


def test_in_chinese(tmp_path) -> None:
    root = write_tree(tmp_path, CHINESE)
    done = run("-C", root, *DAY, "align", "工坊", "--format", "text", env={"COLUMNS": "80"})
    assert done.code == 0
    assert "工坊 OKR 对齐会" in done.out
    assert "柯敏（未被承接）" in done.out


def test_an_own_template_takes_the_place_of_ours(larkrise) -> None:
    write_tree(larkrise, {"templates/align.md.j2": "{{ meeting.owner.name }}: {{ meeting.sheets | length }} sheets\n"})
    assert run("-C", larkrise, *DAY, "align", "bakery").out == "Bakery: 4 sheets\n"


BROKEN = {"cycles/2026-Q1/okrs/bakery.yaml": "objectives: [\n"}


@pytest.mark.parametrize(
    ("arguments", "said", "never"),
    [
        (("align", "bakery"), "not readable: Bakery", "missing: Bakery"),
        (("status",), "sheet not readable", "no sheet"),
        (("retro", "bakery"), "Not readable: Bakery", "no OKRs"),
        (("new", "retro", "bakery"), "the sheet of Bakery in cycle 2026-Q1 cannot be read", "--cycle 2026-Q1"),
    ],
)
def test_a_sheet_that_cannot_be_read_is_never_called_absent(
    larkrise, arguments: tuple[str, ...], said: str, never: str
) -> None:
    write_tree(larkrise, {"cycles/2026-Q1/okrs/shop.yaml": ENGLISH["cycles/2026-Q1/okrs/emil.yaml"], **BROKEN})
    done = run("-C", larkrise, *DAY, *arguments)
    text = done.out + done.err
    assert "left out" in done.err
    assert said in text
    assert never not in text
