"""The tree as Mermaid, DOT and SVG; tests/support/mermaid asks Mermaid's own parser."""

import re
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from okrctl.language import Language
from okrctl.reports.tree import dot, mermaid, svg
from okrctl.reports.tree.build import build_tree
from okrctl.reports.tree.lines import cells, plain, wrapped
from okrctl.reports.tree.record import TreeOptions
from tests.reports.kite import KITE, kite, small, sources_of

HOSTILE = (
    'end "quoted" [x] (y) {z} <b>|</b> #1; `code` %%{init: {}}%% --> @{shape: rect} \\N \\" & &amp; $$x$$ _a_ *b*',
    "1. subgraph - list ::: class ]:::x https://x.example/a//b",
    "全年新签合同额“达到” 5200 万元；并且 90% 的老客户续费——这是一个非常非常长的标题，长到一行放不下，所以必须换行",
    "🤝👩‍👩‍👧 e\u0301 \u202eevil\u202c \x07bell",
)
SVG = "{http://www.w3.org/2000/svg}"

MERMAID = """\
%%{init: {"flowchart": {"wrappingWidth": 360}}}%%
flowchart RL
  g1["company/O1 · Kite<br/>Teams trust us<br/>🔴 off track · 40 % (+15)<br/>weight 100 % · confidence 8"]:::off_track
  g2(["KR1 · Lin Yi<br/>Renewals reach 90 %<br/>🟢 on track · 60 % (+10)<br/>weight 50 % · confidence 8"]):::on_track
  g3(["KR2 · Mia Ro<br/>Ten customers name us<br/>🟢 on track ≠ off track<br/>20 % (+20)<br/>weight 50 %"]):::on_track
  g4["growth/O1 · Growth<br/>New teams stay<br/>🟢 on track · 47 % (+47)<br/>weight 100 % · confidence 5"]:::on_track
"""
MERMAID_LINES = """\
  g2 --- g1
  g3 --- g1
  g5 --- g4
  g4 --> g2
  g7 --- g6
  g6 -->|"cross-team"| g4
  g6 -.-> g3
  g9 --- g8
  g8 --> g1
  g11 --- g10
  classDef off_track fill:#fee2e2,stroke:#dc2626,color:#7f1d1d
"""


def hostile(tmp_path: Path, options: TreeOptions | None = None):
    sheets = {"company": f"O1: {HOSTILE[0]}", "growth": f"O1: {HOSTILE[1]} > company/O1/KR1"}
    sheets |= {"mia": f"O1: {HOSTILE[2]} > growth/O1, company/O1", "wang": f"O1: {HOSTILE[3]}"}
    return small(tmp_path, sheets, options)


def test_mermaid(tmp_path: Path):
    found = mermaid.render(kite(tmp_path), "en")
    assert found.startswith(MERMAID)
    assert MERMAID_LINES in found
    assert (
        '  subgraph s1["Unaligned: these lead up to none of the company\'s objectives (1)"]\n  direction RL\n  g10'
        in found
    )


def test_mermaid_leaves_no_sign_in_a_label_that_could_be_read_as_its_own(tmp_path: Path):
    for label in re.findall(r'"(.*?)"(?=[\])|])', mermaid.render(hostile(tmp_path), "en")):
        text = re.sub(r"#\d+;", "", label).replace("<br/>", "")
        assert not set(text) & set('"#;<>[]{}`|\\&$_*~^@')
        assert "%%" not in text
        assert "//" not in text


def test_mermaid_on_the_way_up_runs_from_what_supports_to_what_is_supported(tmp_path: Path):
    found = mermaid.render(kite(tmp_path, TreeOptions(owner="mia", up=True)), "en")
    # g1 mia/O1, g2 its key result, g3 growth/O1, g4 company/O1 with g5 KR2; g6 is KR1, only referred to.
    assert '  g1 -->|"cross-team"| g3\n  g3 -.-> g6\n  g5 --- g4\n  g1 --> g5\n' in found


def test_mermaid_stays_below_the_size_that_github_draws(tmp_path: Path):
    many = "\n".join(f"O{number}: {'A long title of an objective ' * 3}" for number in range(200))
    found = mermaid.render(small(tmp_path, {"company": many}), "zh")
    assert found.startswith("%% 图太大，已省略未被承接的关键结果；可用 --depth 减少层级\n")
    assert "KR1" not in found
    assert len(found) < 50_000


def test_dot(tmp_path: Path):
    found = dot.render(kite(tmp_path), "zh")
    assert found.startswith("digraph okrs {\n  graph [rankdir=RL, labelloc=t, ")
    assert (
        '  g1 [label="company/O1 · Kite\\nTeams trust us\\n🔴 已延期 · 40%（+15）\\n权重 100% · 信心指数 8", '
        'style=filled, fillcolor="#fee2e2", color="#dc2626"]\n' in found
    )
    assert 'label="KR2 · Mia Ro\\nTen customers name us\\n🟢 正常 ≠ 已延期\\n20%（+20）\\n权重 50%"' in found
    assert '  g6 -> g4 [style=solid, label="跨团队"]\n  g6 -> g3 [style=dashed]\n' in found


def test_dot_quotes_what_graphviz_would_read(tmp_path: Path):
    found = dot.render(hostile(tmp_path), "en")
    assert r"\\N \\\" &amp; &amp;amp;" in found.replace("\\n", " ")
    for label in re.findall(r'label="((?:[^"\\]|\\.)*)"', found):
        assert not re.search(r'\\[^"n]', label.replace("\\\\", ""))


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize(
    "options", [TreeOptions(), TreeOptions(by="team"), TreeOptions(by="person"), TreeOptions(only="stale")]
)
def test_svg_is_well_formed_and_says_what_it_is(tmp_path: Path, language: str, options: TreeOptions):
    root = ET.fromstring(svg.render(hostile(tmp_path, options), language))
    assert root.tag == f"{SVG}svg"
    assert root.get("role") == "img"
    title = root.find(f"{SVG}title")
    assert title is not None
    assert title.get("id") == root.get("aria-labelledby")


def test_svg_shows_every_word_of_every_title_inside_its_column(tmp_path: Path):
    root = ET.fromstring(svg.render(hostile(tmp_path), "zh"))
    texts = [(float(text.get("x", 0)), text.text or "") for text in root.iter(f"{SVG}text")]
    whole = "".join(text.replace(" ", "") for _, text in texts)
    for title in HOSTILE:
        assert plain(title).replace(" ", "") in whole
    assert max(x + cells(text) * 7.4 for x, text in texts if x < 600) <= 1400


def test_svg_numbers_of_a_row(tmp_path: Path):
    root = ET.fromstring(svg.render(kite(tmp_path), "en"))
    texts = [text.text for text in root.iter(f"{SVG}text")]
    start = texts.index("company/O1 Teams trust us")
    assert texts[start : start + 7] == ["company/O1 Teams trust us", "40 %", "+15", "100 %", "8", "off track", "Kite"]
    (bar, *_) = [rect for rect in root.iter(f"{SVG}rect") if rect.get("class") == "off_track"]
    assert bar.get("width") == "48", "40 % of 120"


@pytest.mark.parametrize(
    ("language", "said"),
    [("en", "⚪ no data"), ("zh", "⚪ 暂无数据")],
)
def test_without_any_report_there_is_no_light(tmp_path: Path, language: Language, said: str):
    report = small(tmp_path, {"company": "O1: Nobody has written yet"})
    drawn = mermaid.render(report, language), dot.render(report, language)
    for text in drawn:
        assert text.count(said) == 2
        assert "🔴" not in text
    assert ":::no_data" in drawn[0]
    picture = svg.render(report, language)
    assert picture.count(f">{said.removeprefix('⚪ ')}</text>") == 2
    assert 'class="off_track"' not in picture


def test_svg_keeps_the_percent_off_the_bar_and_a_long_name_whole(tmp_path: Path):
    files = {**KITE, "org.yaml": KITE["org.yaml"].replace("name: Growth", "name: Product and Design and Sales")}
    root = ET.fromstring(svg.render(build_tree(sources_of(tmp_path, files), TreeOptions()), "en"))
    texts = [(float(text.get("x", 0)), text.text) for text in root.iter(f"{SVG}text")]
    bar = next(rect for rect in root.iter(f"{SVG}rect") if rect.get("class") == "track")
    end = float(bar.get("x", 0)) + float(bar.get("width", 0))
    assert min(x for x, text in texts if text in ("40 %", "60 %")) - cells("100 %") * 7.6 - end >= 8
    names = [text for x, text in texts if x == 1266]
    assert names[names.index("Product and") + 1] == "Design and Sales"


def test_svg_explains_both_statuses(tmp_path: Path):
    assert "a ≠ b: reported a, by the numbers b" in svg.render(kite(tmp_path), "en")
    assert "“甲 ≠ 乙”：填报为甲，系统判定为乙" in svg.render(kite(tmp_path), "zh")


def test_pictures_of_nothing_say_so(tmp_path: Path):
    report = kite(tmp_path, TreeOptions(only="stale"))
    for module in (mermaid, dot, svg):
        assert "No goal of 2026-Q1 matches --only stale." in module.render(report, "en").replace("<br/>", " ").replace(
            "#45;", "-"
        )


@given(st.text(), st.integers(2, 40))
def test_lines_are_never_wider_than_asked_for_and_lose_nothing(text: str, width: int):
    said = plain(text)
    lines = wrapped(said, width)
    assert all(cells(line) <= width for line in lines)
    assert "".join(lines).replace(" ", "") == said.replace(" ", "")


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("one two three", ["one two", "three"]),
        ("新签合同额，达到", ["新签合", "同额，", "达到"]),
        ("incomprehensible", ["incompr", "ehensib", "le"]),
        ("a e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301", ["a", "e\u0301" * 6]),
    ],
)
def test_lines(text: str, lines: list[str]):
    assert wrapped(text, 7) == lines
