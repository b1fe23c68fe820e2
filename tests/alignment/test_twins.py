"""The same thing wanted twice."""

from itertools import product

from hypothesis import given, settings
from hypothesis import strategies as st

from okrctl.alignment.goals import GoalKey
from okrctl.alignment.graph import build_graph
from okrctl.alignment.twins import ALIKE, _alike, character_pairs, find_twins, likeness
from tests.reports.larkrise import ENGLISH
from tests.support.trees import read_tree, write_tree

_WORDS = st.lists(
    st.sampled_from(["waste", "falls", "bread", "损耗", "降到", "oven", "5%", "families"]), min_size=2, max_size=6
)


def test_likeness_is_the_share_of_common_pairs() -> None:
    # "abcd": ab bc cd; "abce": ab bc ce. Two of three on each side: 2·2/(3+3).
    assert likeness(character_pairs("abcd"), character_pairs("ABC-e")) == 2 / 3


@given(st.lists(_WORDS, min_size=2, max_size=12))
@settings(max_examples=60)
def test_looking_up_rare_pairs_finds_what_comparing_all_finds(texts: list[list[str]]) -> None:
    keys = [GoalKey("2026-Q1", f"owner{number % 3}", f"O{number}") for number in range(len(texts))]
    pairs = {key: character_pairs(" ".join(text)) for key, text in zip(keys, texts, strict=True)}
    expected = {
        (one, other)
        for one, other in product(keys, keys)
        if one.owner != other.owner and likeness(pairs[one], pairs[other]) >= ALIKE
    }
    assert set(_alike(pairs, frozenset(keys))) == expected


def _twins(root, files) -> list[tuple[str, str]]:
    graph = build_graph(read_tree(write_tree(root, {**ENGLISH, **files})).workspace)
    return [(one.address(), other.address()) for one, other in find_twins(graph, "2026-Q1", ["bakery", "dora", "emil"])]


def _dora(*lines: str) -> dict[str, str]:
    return {"cycles/2026-Q1/okrs/dora.yaml": "objectives:\n" + "\n".join(f"  {line}" for line in lines) + "\n"}


def test_what_supports_the_other_is_no_twin(tmp_path) -> None:
    assert _twins(tmp_path, _dora(
        "- id: O1", "  title: A starter dough", "  aligns_to: [bakery/O1/KR2]", "  key_results:",
        "    - {id: KR1, title: Waste falls from 12 % to 5 %}",
    )) == []  # fmt: skip


def test_two_parts_of_one_number_are_no_twins(tmp_path) -> None:
    company = ENGLISH["cycles/2026-Q1/okrs/company.yaml"].replace("target: 900}", "target: 900}, cascade: sum")
    part = """\
objectives:
  - id: O1
    title: {title}
    key_results:
      - id: KR1
        title: 300 loaves a day from our oven
        metric: {{start: 0, target: 300}}
        aligns_to: [company/O1/KR1]
"""
    files = {
        "cycles/2026-Q1/okrs/company.yaml": company,
        "cycles/2026-Q1/okrs/dora.yaml": part.format(title="The night shift carries its part"),
        "cycles/2026-Q1/okrs/emil.yaml": part.format(title="The day shift grows by one oven"),
    }
    assert _twins(tmp_path, files) == []


def test_short_texts_are_alike_by_chance(tmp_path) -> None:
    files = {
        "cycles/2026-Q1/okrs/dora.yaml": "objectives: [{id: O1, title: Bread, key_results: []}]\n",
        "cycles/2026-Q1/okrs/emil.yaml": "objectives: [{id: O1, title: Bread, key_results: []}]\n",
    }
    assert _twins(tmp_path, files) == []
