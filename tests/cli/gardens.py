"""Twenty mistakes for each example: families 0 to 2, all kinds of file, every way in which YAML writes a value."""

from tests.cli.planting import NO_UTF8, Garden, Plant

_SHEETS = "cycles/2026-Q1/okrs"
_NOTES = "cycles/2026-Q1/notes"

_FIRST_OF_GROWTH = (
    "key_results:\n      - id: KR1\n        title: New offices bring 10,000 euros of monthly recurring revenue\n"
    "        metric: {start: 0, target: 10000, unit: EUR, source: https://bi.starling.example/new-revenue}\n"
    "        checkpoints: {2026-01-31: 2000, 2026-02-28: 5500}\n"
)
STARLING_GARDEN = Garden(
    plants=(
        Plant("OKR001", f"{_NOTES}/2026-W04/sam.yaml", "Ten days of warning.", f"Ten days of «{NO_UTF8}arly warning."),
        Plant("OKR002", f"{_NOTES}/2026-W11/yusuf.yaml", "progress: 34 of 76.", 'progress: «"34 of 76.'),
        Plant(
            "OKR003",
            f"{_NOTES}/2026-W11/mara.yaml",
            "done: [2026-W09/mara/1]\n",
            "done: [2026-W09/mara/1]\n«---\nthanks: []\n",
        ),
        Plant(  # Windows line ends
            "OKR004", f"{_NOTES}/2026-W11/sam.yaml", "    value: 25\n", "    value: 25\n    «value: 26\n"
        ),
        Plant(  # a flow collection, in the same file
            "OKR008", f"{_NOTES}/2026-W11/sam.yaml", "KR2, value: 3.0, status", "KR2, value: «three, status"
        ),
        Plant("OKR006", f"{_SHEETS}/oskar.yaml", "2026-03-13, weight: 2}", "2026-03-13, «wieght: 2}"),  # behind a BOM
        Plant(
            "OKR007",
            f"{_SHEETS}/sam.yaml",
            "      - id: KR1\n        title: Offices at risk that stay after we spoke to them rise from 35 % to 60 %\n",
            "      - «id: KR1\n",
        ),
        Plant(
            "OKR009",
            f"{_NOTES}/2026-W11/tomas.yaml",
            "    value: 7150\n    status: on_track",
            "    value: 7150\n    status: «on_trak",
        ),
        Plant("OKR010", f"{_SHEETS}/ines.yaml", "owner: ines", "owner: «inez"),
        Plant("OKR014", f"{_NOTES}/2026-W11/felix.yaml", "progress: 35 days. Off", "progress: «35 days, see #12. Off"),
        Plant("OKR101", f"{_SHEETS}/company.yaml", "with: [product, success]", "with: [«produkt, success]"),
        Plant("OKR102", f"{_SHEETS}/mara.yaml", "aligns_to: [product/O1]", "aligns_to: [«product/O7]"),
        Plant(  # inside a block scalar
            "OKR107", f"{_SHEETS}/company.yaml", "in 2025, 19 had searched", "in 2025, 19 (ask «@nobdy) had searched"
        ),
        Plant(
            "OKR110",
            f"{_NOTES}/2026-W11/felix.yaml",
            "    progress: Ten of 14.",
            "    evidence: [https://bi.starling.example/r/1, «felix/offices.png]\n    progress: Ten of 14.",
        ),
        Plant("OKR111", f"{_NOTES}/2026-W11/dana.yaml", "done: [2026-W10/ines/1]", "done: [«2026-W10/ines/9]"),
        Plant(
            "OKR201",
            f"{_SHEETS}/growth.yaml",
            f"    {_FIRST_OF_GROWTH}        weight: 60\n",
            f"    «{_FIRST_OF_GROWTH}        weight: 50\n",
        ),
        Plant(  # behind an anchor
            "OKR210", f"{_SHEETS}/felix.yaml", "metric: {start: 47, target: 30", "metric: &days {start: 47, target: «47"
        ),
    ),
    files=(
        ("OKR005", "cycles/2026-Q1/okr/alice.yaml", "objectives: []\n"),
        ("OKR011", f"{_NOTES}/2026-W03/priya.yaml", "updates: []\n" + "# padding\n" * 120_000),
    ),
    links=(("OKR013", f"{_NOTES}/2026-W10/felix.yaml", "/etc/hostname"),),
    with_bom=frozenset({f"{_SHEETS}/oskar.yaml"}),
    with_crlf=frozenset({f"{_NOTES}/2026-W11/sam.yaml", f"{_SHEETS}/growth.yaml"}),
)

_ZHANGWEI = "objectives:\n  - id: O1\n    title: 让恒拓的设备主管替我们向集团说话\n    kind: aspirational\n"
_DEEP = "other: [" + "[" * 48 + "«[" + "]" * 50 + "\n"  # the mapping, then 49 lists, make fifty levels
YUNFAN_GARDEN = Garden(
    plants=(
        Plant("OKR001", f"{_NOTES}/2026-W10/李强.yaml", "week: 2026-W10\n", "week: 2026-W10 # 周报«\0\n"),
        Plant("OKR002", f"{_NOTES}/2026-W10/张伟.yaml", "updates:\n", "updates:\n«\t- kr: O1/KR1\n"),
        Plant("OKR004", f"{_SHEETS}/销售部.yaml", "target: 120, unit: 万元}", "target: 120, unit: 万元, «start: 1}"),
        Plant("OKR006", f"{_SHEETS}/华东区.yaml", "验收单签回, due: 2026-02-13", "验收单签回, «du: 2026-02-13"),
        Plant(
            "OKR007",
            f"{_SHEETS}/销售部.yaml",
            "{id: M1, title: 三家客户试讲过一遍，卡壳处逐页有记录, due: 2026-01-30}",
            "«{id: M1, due: 2026-01-30}",
        ),
        Plant(
            "OKR008",
            f"{_NOTES}/2026-W02/张伟.yaml",
            "    status: on_track\n    confidence: 6\n",
            "    status: on_track\n    confidence: «六成\n",
        ),
        Plant(
            "OKR009",
            f"{_NOTES}/2026-W03/张伟.yaml",
            "    status: on_track\n    confidence: 7\n",
            "    status: on_track\n    confidence: «11\n",
        ),
        Plant("OKR010", f"{_NOTES}/2026-W04/张伟.yaml", "author: 张伟\n", "author: «张韦\n"),
        Plant("OKR011", f"{_NOTES}/2026-W09/张伟.yaml", "author: 张伟\n", f"author: 张伟\n{_DEEP}"),
        Plant(  # full-width words, Windows line ends and a BOM
            "OKR014", f"{_NOTES}/2026-W04/张伟.yaml", "progress: 只装了 2 台预跑，", "progress: «只装了 2 台预跑 #3，"
        ),
        Plant("OKR101", f"{_SHEETS}/公司.yaml", "weight: 40\n        owner: 王芳", "weight: 40\n        owner: «王方"),
        Plant("OKR102", f"{_SHEETS}/张伟.yaml", "[华东区/O1/KR1, 销售部/O1/KR2]", "[华东区/O1/KR1, «公司/O9]"),
        Plant(
            "OKR104",
            f"{_SHEETS}/zhulin.yaml",
            "      - id: KR2\n",
            "      - {title: 三位面试官拿到内部认证, id: «KR1}\n      - id: KR2\n",
        ),
        Plant(  # a block scalar, in Chinese without spaces
            "OKR107",
            f"{_SHEETS}/公司.yaml",
            "    why: 老网关平均要三天才出数，客户的新鲜劲第二天就过了。\n",
            "    why: |\n      老网关平均要三天才出数。\n      客户的新鲜劲第二天就过了，请«@吕布跟进。\n",
        ),
        Plant(
            "OKR201",
            f"{_SHEETS}/张伟.yaml",
            f"{_ZHANGWEI}    weight: 55\n",
            f"«{_ZHANGWEI}    weight: 50\n",
        ),
        Plant(
            "OKR211",
            f"{_SHEETS}/公司.yaml",
            "{2026-01-31: 60, 2026-02-28: 24}",
            "{2026-01-31: 60, 2026-02-28: «64}",
        ),
        Plant(  # at the key of a flow collection behind an anchor
            "OKR212",
            f"{_SHEETS}/公司.yaml",
            "checkpoints: {2026-01-31: 3,",
            "checkpoints: &计划 {«2025-01-31: 3,",
        ),
        Plant("OKR902", "okrctl.yaml", "hr: [孙莉]", "rules: {«OKR977: off}\nhr: [孙莉]"),
    ),
    files=(
        ("OKR003", f"{_NOTES}/2026-W10/马骏.yaml", ""),
        ("OKR005", f"{_SHEETS}/王芳.yml", "objectives: []\n"),
    ),
    with_bom=frozenset({f"{_NOTES}/2026-W04/张伟.yaml", f"{_SHEETS}/公司.yaml"}),
    with_crlf=frozenset({f"{_NOTES}/2026-W04/张伟.yaml", f"{_SHEETS}/zhulin.yaml"}),
)
