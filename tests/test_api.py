"""The library: results, errors, and that nothing is shared between calls."""

from __future__ import annotations

import pickle
import subprocess
import sys
import threading
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from multiprocessing import get_context
from pathlib import Path

import pytest

import js2aio
import js2aio.api
from js2aio import (
    InternalError,
    JavaScriptSyntaxError,
    Js2aioError,
    Level,
    MappingError,
    Naming,
    Options,
    Target,
    Translation,
    UnreadableSourceError,
)

PROGRAM = """\
const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

async function double(value) {
  await sleep(1);
  return value * 2;
}

async function main() {
  const results = await Promise.all([double(1), double(2), double(NUMBER)]);
  console.log(results.join(","));
}

main();
"""


def run(code: str) -> str:
    return subprocess.run(
        [sys.executable, "-"], input=code, capture_output=True, check=True, text=True
    ).stdout


def numbered(number: int) -> Translation:
    return js2aio.translate(PROGRAM.replace("NUMBER", str(number)))


# Results


def test_a_translation_runs() -> None:
    translation = numbered(3)
    assert translation.ok
    assert run(translation.code) == "2,4,6\n"


def test_the_line_map_leads_back_to_the_source() -> None:
    translation = js2aio.translate("// one\n\nconst a = 1;\n\nconsole.log(a);\n")
    python = translation.code.splitlines()
    line = next(i for i, text in enumerate(python, 1) if text.startswith("print"))
    assert 5 in lines_of(translation, line)


def lines_of(translation: Translation, line: int) -> set[int]:
    """The source lines of a line of the output."""
    return {translation.line_map[line]}


def test_a_translation_can_be_pickled_and_compared() -> None:
    translation = numbered(3)
    copy = pickle.loads(pickle.dumps(translation))
    assert copy == translation
    assert copy == numbered(3)
    assert copy != numbered(4)


def test_what_was_refused_is_an_error_with_its_place() -> None:
    translation = js2aio.translate("const a = 1;\nwith (a) { }\n", filename="w.js")
    assert not translation.ok
    (error,) = [item for item in translation.diagnostics if item.level is Level.ERROR]
    assert (error.filename, error.line, error.column) == ("w.js", 2, 1)
    compile(translation.code, "w.py", "exec")


def test_diagnostics_come_in_the_order_of_the_source() -> None:
    translation = js2aio.translate("with (a) { }\nwith (b) { }\nwith (c) { }\n")
    lines = [item.line for item in translation.diagnostics]
    assert lines == sorted(lines)
    assert {1, 2, 3} <= set(lines)


def test_the_rules_used_are_told() -> None:
    used = numbered(3).rules
    assert used
    assert all(type(item).__name__ == "RuleUse" for item in used)


def test_options_change_the_result() -> None:
    source = "function addOne(someValue) { return someValue + 1; }\n"
    source += "console.log(addOne(2));\n"
    kept = js2aio.translate(source, options=Options(naming=Naming.KEEP))
    renamed = js2aio.translate(source, options=Options(naming=Naming.PEP8))
    assert run(kept.code) == run(renamed.code) == "3\n"
    assert kept.code != renamed.code


@pytest.mark.parametrize("target", list(Target))
def test_every_target_translates(target: Target) -> None:
    source = PROGRAM.replace("NUMBER", "3")
    translation = js2aio.translate(source, options=Options(target=target))
    assert translation.ok
    if target.version <= sys.version_info[:2]:
        assert run(translation.code) == "2,4,6\n"


def test_a_file(tmp_path: Path) -> None:
    path = tmp_path / "a.js"
    path.write_bytes(b"\xef\xbb\xbfconsole.log('\xc3\xbc');\n")
    assert run(js2aio.translate_file(path).code) == "ü\n"
    assert js2aio.translate_file(str(path)) == js2aio.translate_file(path)


# Errors


def test_a_syntax_error_has_its_place() -> None:
    with pytest.raises(JavaScriptSyntaxError) as caught:
        js2aio.translate("const a = 1;\nconst = 2;\n", filename="s.js")
    diagnostic = caught.value.diagnostic
    assert (diagnostic.filename, diagnostic.line) == ("s.js", 2)
    assert str(caught.value).startswith("s.js:2:")
    assert str(pickle.loads(pickle.dumps(caught.value))) == str(caught.value)


def test_a_wrong_mapping(tmp_path: Path) -> None:
    path = tmp_path / "own.toml"
    path.write_text("[[rule]]\nid = 'x'\n")
    with pytest.raises(MappingError, match=r"own\.toml"):
        js2aio.translate("a();", options=Options(mappings=(path,)))


def test_a_missing_file(tmp_path: Path) -> None:
    with pytest.raises(UnreadableSourceError, match="no such file"):
        js2aio.translate_file(tmp_path / "missing.js")


def test_text_is_asked_for() -> None:
    with pytest.raises(TypeError, match="source must be str, not bytes"):
        js2aio.translate(b"a()")  # type: ignore[arg-type]


def test_a_bug_names_the_place_and_keeps_its_cause(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    import js2aio.analyse
    from js2aio.parse import nodes

    def fail(node: nodes.Program, *_: object) -> object:
        def visit(node: nodes.Node) -> object:
            return {}["none"]

        return visit(node.body[1])

    monkeypatch.setattr(js2aio.analyse, "analyse", fail)
    with pytest.raises(InternalError, match=r"^b\.js:2:3: internal error, KeyError"):
        js2aio.translate("a();\n  b();\n", filename="b.js")
    with pytest.raises(Js2aioError) as caught:
        js2aio.translate("a();\nb();\n")
    assert isinstance(caught.value.__cause__, KeyError)
    assert isinstance(pickle.loads(pickle.dumps(caught.value)), InternalError)


# Purity


def test_threads_do_not_disturb_each_other() -> None:
    numbers = range(12)
    expected = [numbered(number) for number in numbers]
    with ThreadPoolExecutor(4) as executor:
        assert list(executor.map(numbered, numbers)) == expected


def test_processes_give_the_same() -> None:
    with ProcessPoolExecutor(2, mp_context=get_context("spawn")) as executor:
        assert list(executor.map(numbered, range(3))) == [
            numbered(number) for number in range(3)
        ]


def test_the_caller_s_interpreter_stays_as_it_was() -> None:
    before = (sys.getrecursionlimit(), threading.stack_size(), threading.active_count())
    numbered(3)
    after = (sys.getrecursionlimit(), threading.stack_size(), threading.active_count())
    assert after == before


def test_changed_mappings_are_seen(tmp_path: Path) -> None:
    path = tmp_path / "own.toml"
    rule = """
[[rule]]
id = "answer"
js = "answer()"
python = "VALUE"
gives = "int"
doc = "The answer."
[[rule.example]]
js = "console.log(answer());"
python = "print(VALUE)"
"""
    for value in ("42", "1234567"):
        path.write_text(rule.replace("VALUE", value))
        options = Options(mappings=(path,))
        translation = js2aio.translate("console.log(answer());", options=options)
        assert run(translation.code) == f"{value}\n"


def test_importing_loads_nothing_heavy() -> None:
    code = "import js2aio, sys; print(sorted({'click', 'rich', 'black', 'jinja2', "
    code += "'esprima', 'js2aio.api'} & set(sys.modules)))"
    result = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, check=True, text=True
    )
    assert result.stdout == "[]\n"


def test_every_public_name_is_there() -> None:
    for name in js2aio.__all__:
        assert getattr(js2aio, name) is not None
        assert name in dir(js2aio)
    with pytest.raises(AttributeError):
        js2aio.nothing
