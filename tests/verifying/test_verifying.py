"""Programs that differ on purpose are caught, and the difference names its rule."""

from __future__ import annotations

from pathlib import Path

import pytest

from js2aio import Conditions, Options, Order, Status, Verdict, verify
from js2aio.running import Run
from js2aio.verifying import judging
from js2aio.verifying.concerned import Part

pytestmark = pytest.mark.node

SORTED = """\
function ordered(words) {
  const copy = words.slice();
  return copy.sort();
}

const result = ordered(["b", "c", "a"]);
console.log("begin");
const line = result.join(",");
console.log(line);
console.log("end");
"""


@pytest.fixture
def check(tmp_path: Path, wrong: Path, toolbox: Path, node: str):  # type: ignore[no-untyped-def]
    def check(source: str, name: str = "program.js", **conditions: object) -> Verdict:
        path = tmp_path / name
        path.write_text(source, "utf-8")
        return verify(
            path,
            options=Options(mappings=(wrong,)),
            conditions=Conditions(**{"timeout": 20, **conditions}),  # type: ignore[arg-type]
        )

    return check


def imported(*names: str) -> str:
    return f"const {{ {', '.join(names)} }} = require('toolbox');\n"


def rules_of(verdict: Verdict) -> set[str]:
    return {rule for each in verdict.concerned for rule in each.rules}


def test_the_same(tmp_path: Path, node: str) -> None:
    path = tmp_path / "a.js"
    path.write_text(SORTED)
    verdict = verify(path)
    assert (verdict.status, verdict.message) == (Status.SAME, "")
    assert verdict.comparison is not None
    assert verdict.comparison.actual.stdout == "begin\na,b,c\nend\n"


def test_a_difference_names_the_rule_that_printed_it_and_the_one_that_made_it(
    check,  # type: ignore[no-untyped-def]
) -> None:
    verdict = check(SORTED)
    assert verdict.status is Status.DIFFERENT
    assert verdict.comparison.stdout[2:] == (
        *("@@ -1,3 +1,3 @@", " begin", "-a,b,c", "+c,b,a", " end"),
    )
    first, *others = verdict.concerned
    assert (first.part, first.text, first.source_line) == (
        Part.PRINTED,
        "print(line)",
        9,
    )
    assert {each.part for each in others} == {Part.VALUES}
    (wrong,) = (each for each in others if "sorts-the-wrong-way" in each.rules)
    assert (wrong.text, wrong.source_line) == ("return sorted(copy, reverse=True)", 3)


def test_in_functions_of_tasks_and_members(check) -> None:  # type: ignore[no-untyped-def]
    verdict = check("""\
class Shelf {
  constructor(names) { this.names = names; }
  sorted() { return this.names.slice().sort(); }
}
const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
async function show(shelf) {
  await sleep(1);
  for (const name of shelf.sorted()) {
    console.log(name);
  }
}
async function main() {
  await Promise.all([show(new Shelf(["x", "y"])), sleep(5)]);
}
main();
""")
    assert verdict.status is Status.DIFFERENT
    assert verdict.concerned[0].text == "print(name)"
    assert "sorts-the-wrong-way" in rules_of(verdict)


def test_output_that_is_missing(check) -> None:  # type: ignore[no-untyped-def]
    verdict = check("""\
const words = ["b", "a"].sort();
console.log("first");
if (words[0] === "a") {
  console.log("second");
}
console.log("third");
""")
    assert verdict.status is Status.DIFFERENT
    assert {each.part for each in verdict.concerned} >= {Part.NEAR}
    assert [
        each.source_line for each in verdict.concerned if each.part is Part.NEAR
    ] == [
        2,
        6,
    ]


def test_an_error_is_told_with_its_line(check) -> None:  # type: ignore[no-untyped-def]
    source = f"{imported('explode')}console.log(1);\nexplode('1');\n"
    verdict = check(source + "console.log(2);\n")
    assert verdict.status is Status.LOUD
    assert "ValueError" in verdict.message
    raised = verdict.concerned[0]
    assert (raised.part, raised.source_line, raised.rules) == (
        Part.RAISED,
        3,
        ("explodes",),
    )


def test_a_warning_is_no_pass(check) -> None:  # type: ignore[no-untyped-def]
    verdict = check(f"{imported('pid')}console.log(pid());\n")
    assert verdict.status is Status.WARNED
    assert "warns" in rules_of(verdict)


def test_files_are_compared(check) -> None:  # type: ignore[no-untyped-def]
    verdict = check(f"{imported('save')}save('out.txt', 'one\\n');\n")
    assert verdict.status is Status.DIFFERENT
    assert list(verdict.comparison.files) == ["out.txt"]
    assert "+ONE" in verdict.comparison.files["out.txt"]
    assert verdict.concerned[0].part is Part.WROTE
    assert verdict.concerned[0].rules == ("saves",)


def test_python_that_does_not_end(check) -> None:  # type: ignore[no-untyped-def]
    source = f"{imported('forever')}console.log(1);\nforever();\nconsole.log(2);\n"
    verdict = check(source, timeout=3)
    assert verdict.status is Status.DIFFERENT
    assert "python did not end in time, node ended with exit code 0" in verdict.message
    busy = verdict.concerned[0]
    assert (busy.part, busy.source_line) == (Part.BUSY, 3)
    assert busy.rules == ("forever", *busy.rules[1:])


def test_tasks_that_wait_for_ever(check) -> None:  # type: ignore[no-untyped-def]
    verdict = check(
        imported("never")
        + "const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));\n"
        "async function ask() {\n  await sleep(1);\n  await never();\n}\n"
        "async function main() {\n  await ask();\n  console.log(1);\n}\nmain();\n",
        timeout=3,
    )
    assert verdict.status is Status.DIFFERENT
    busy = [each for each in verdict.concerned if each.part is Part.BUSY]
    assert (5, ("never",)) in [(each.source_line, each.rules) for each in busy]


def test_refused_is_not_the_same(check) -> None:  # type: ignore[no-untyped-def]
    verdict = check("console.log(1);\nnew Proxy({}, {});\n")
    assert verdict.status is Status.REFUSED
    assert verdict.message.startswith("2:")
    assert verdict.comparison is None


@pytest.mark.parametrize(
    "source", ["let a = ;", "let a = 1; let a = 2;", "(" * 3000 + ")" * 3000]
)
def test_what_cannot_be_parsed_is_refused(check, source: str) -> None:  # type: ignore[no-untyped-def]
    assert check(source).status is Status.REFUSED


def test_what_varies_under_node(check) -> None:  # type: ignore[no-untyped-def]
    verdict = check("console.log(1);\nconsole.log(Math.random());\nconsole.log(3);\n")
    assert verdict.status is Status.VARIES
    assert "1 line of its output may change, the others are the same" in verdict.message


def test_what_varies_does_not_hide_what_differs(check) -> None:  # type: ignore[no-untyped-def]
    verdict = check(SORTED + "console.log(Math.random());\n")
    assert verdict.status is Status.VARIES
    assert "the others are different, too" in verdict.message


@pytest.mark.parametrize(
    ("name", "source", "message"),
    [
        ("a.js", "while (true) {}", "did not end in time"),
        (
            "a.js",
            "const { pid } = require('toolbox'); const { save } = require('toolbox/no');",
            "Cannot find module",
        ),
        ("a.mjs", "import delay from 'delay'; await delay(1);", "Cannot find package"),
    ],
)
def test_node_gives_nothing_to_compare_with(
    check,  # type: ignore[no-untyped-def]
    name: str,
    source: str,
    message: str,
) -> None:
    verdict = check(source, name, timeout=2)
    if verdict.status is Status.REFUSED:
        pytest.skip(verdict.message)
    assert verdict.status is Status.UNDECIDED
    assert message in verdict.message


def test_arguments_stdin_and_environment(check) -> None:  # type: ignore[no-untyped-def]
    verdict = check(
        imported("readAll", "argument")
        + "console.log(argument(1), argument(2));\nconsole.log(readAll());\n",
        arguments=("a b", "c"),
        stdin=b"text",
    )
    assert verdict.status is Status.SAME, verdict
    assert verdict.comparison.actual.stdout == "a b c\ntext\n"


def test_errors_that_are_told_differently_are_noted(check) -> None:  # type: ignore[no-untyped-def]
    verdict = check("console.log(1);\nJSON.parse('{');\n")
    assert verdict.status is Status.SAME
    assert "told differently: SyntaxError" in verdict.note
    assert check("throw new Error('no');").note == ""


def test_a_record_takes_the_place_of_node(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", "")
    path = tmp_path / "a.js"
    path.write_text("console.log(1);")
    assert verify(path, expected=Run("1\n", "", 0)).status is Status.SAME
    assert verify(path, expected=Run("2\n", "", 0)).status is Status.DIFFERENT


SAME, OTHER = Run("1\n", "", 0), Run("2\n", "", 0)


@pytest.mark.parametrize(
    ("nodes", "pythons", "status"),
    [
        # Timers that are close to each other, once; more often.
        ([SAME, SAME], [OTHER, SAME, SAME, SAME], Status.SAME),
        ([SAME, SAME], [OTHER, SAME, OTHER, SAME], Status.VARIES),
        ([SAME, SAME], [OTHER, OTHER, OTHER, OTHER], Status.DIFFERENT),
        ([SAME, OTHER], [OTHER], Status.VARIES),
    ],
)
def test_what_differs_is_run_again(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    nodes: list[Run],
    pythons: list[Run],
    status: Status,
) -> None:
    monkeypatch.setattr(judging, "run_node", lambda *_, **__: nodes.pop(0))
    monkeypatch.setattr(judging, "run_python", lambda *_, **__: pythons.pop(0))
    path = tmp_path / "a.js"
    path.write_text("setTimeout(() => console.log(1), 1);")
    verdict = verify(path, explain=False)
    assert verdict.status is status
    assert nodes == pythons == []
    assert bool(verdict.note) == (status is Status.SAME)


def test_a_missing_package_of_python_says_nothing(
    check,  # type: ignore[no-untyped-def]
    wrong: Path,
) -> None:
    verdict = check(f"{imported('absent')}console.log(absent());\n")
    assert verdict.status is Status.UNDECIDED
    assert "No module named 'absent_of_all'" in verdict.message


def test_order_alone(tmp_path: Path, node: str) -> None:
    path = tmp_path / "a.js"
    path.write_text(TICKS)
    verdict = verify(path)
    assert verdict.status is Status.DIFFERENT
    assert "the same lines in another order" in verdict.message
    assert verify(path, options=Options(order=Order.EXACT)).status is Status.SAME


# How many ticks a promise takes that is given back by a handler.
TICKS = """\
const later = async (name, ticks) => {
  for (let i = 0; i < ticks; i++) await null;
  console.log(name);
};
later("three", 3);
Promise.resolve().then(() => Promise.resolve("given")).then(console.log);
later("five", 5);
"""


def test_a_lost_task_is_a_difference(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lost = Run("1\n", "RuntimeWarning: coroutine 'f' was never awaited", 0)
    monkeypatch.setattr(judging, "run_python", lambda *_, **__: lost)
    path = tmp_path / "a.js"
    path.write_text("console.log(1);")
    verdict = verify(path, expected=SAME, explain=False)
    assert verdict.status is Status.DIFFERENT
    assert "never awaited" in verdict.message
