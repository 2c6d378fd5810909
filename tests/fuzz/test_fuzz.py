"""Random promise programs whose order timers and calls decide: equal to Node."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from random import Random

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from fuzz.choices import LIMIT, Choices
from fuzz.compare import Comparison, Kind, make
from fuzz.shrinking import shrink

CORPUS = Path(__file__).parent / "corpus.jsonl"
PROGRAMS = [json.loads(line) for line in CORPUS.read_text("utf-8").splitlines()]
PARTS = 10


@pytest.fixture(scope="module")
def comparison() -> Iterator[Comparison]:
    with Comparison() as made:
        yield made


def test_the_corpus_is_there() -> None:
    assert len(PROGRAMS) >= 150
    assert all(program["source"] and program["stdout"] for program in PROGRAMS)


@pytest.mark.parametrize("part", range(PARTS))
def test_corpus_is_translated_to_the_same(part: int, comparison: Comparison) -> None:
    for program in PROGRAMS[part::PARTS]:
        verdict = comparison.against(
            program["source"], program["stdout"], program["code"]
        )
        assert verdict.kind is Kind.EQUAL, f"{verdict.source}\n{verdict.reason}"


@pytest.mark.node
def test_corpus_is_what_node_prints(node: str, comparison: Comparison) -> None:
    for program in PROGRAMS:
        answer = comparison.oracle(program["source"], timers=False)
        assert answer["stdout"] == program["stdout"], program["source"]
        assert answer["code"] == program["code"], program["source"]


@pytest.mark.node
@settings(
    max_examples=60,
    deadline=None,
    derandomize=True,
    database=None,
    suppress_health_check=[HealthCheck.filter_too_much, HealthCheck.too_slow],
)
@given(choices=st.lists(st.integers(0, LIMIT - 1), min_size=20, max_size=250))
def test_random_programs_are_equal(
    choices: list[int], node: str, comparison: Comparison
) -> None:
    verdict = comparison.judge(make(choices, "timers", 16))
    assume(verdict.kind is not Kind.UNDECIDED)
    assert verdict.kind is Kind.EQUAL, f"{verdict.source}\n{verdict.reason}"


def test_no_choices_give_the_simplest_program() -> None:
    assert "await" not in make([], "timers", 16)


def test_shrinking_keeps_what_matters() -> None:
    source = (
        "async function f() {\n  g();\n  if (x) {\n    await h([1, 2]).then((v) => v);\n"
        "  }\n}\nf();\n"
    )
    assert shrink(source, lambda text: "await" in text).strip() == "await 0;"


@pytest.mark.node
def test_operations_on_any_kinds_are_the_same_or_said(
    node: str, comparison: Comparison
) -> None:
    for seed in range(300):
        verdict = comparison.judge(make(Choices(Random(seed)), "kinds", 0), False)
        said = verdict.kind not in (Kind.DIFFERENT, Kind.CRASHED)
        assert said, f"{verdict.source}\n{verdict.reason}"
