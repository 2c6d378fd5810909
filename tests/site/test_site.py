"""What a site is made of: lines that belong together, outcomes, files, both formats."""

from __future__ import annotations

import ast
import json
import re
from pathlib import Path

import pytest
from click.testing import CliRunner

import js2aio
from js2aio.cli.main import command
from js2aio.parse import parse
from js2aio.rules import load_rules
from js2aio.running import Run
from js2aio.site import SiteError
from js2aio.site.highlight import Mark, highlight
from js2aio.site.outcomes import Outcome, run_snippets, verdict_on
from js2aio.site.primitives import Primitive, read_primitives
from js2aio.site.programs import find_programs, page_names, read_program
from js2aio.site.relations import relate
from js2aio.site.render import script_json
from js2aio.site.rule_pages import translate_snippet
from js2aio.site.sides import sides
from js2aio.site.writer import Folder
from js2aio.source import SourceText

PROGRAM = """\
// Adds up.
const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

/** Twice as much. */
async function twice(n) {
  await sleep(1);
  return (
    n * 2
  );
}

twice(2).then((n) => console.log(n));
"""


def related(source: str) -> tuple[dict[str, set[str]], str]:
    """Lines of the source, stripped, with those of the Python that belong to them."""
    text = SourceText(source, "a.js")
    translation = js2aio.translate(source)
    relations = relate(translation, text, parse(text))
    python = translation.code.split("\n")
    found: dict[str, set[str]] = {}
    for line, others in relations.to_python.items():
        names = {python[other - 1].strip() for other in others}
        found.setdefault(text.line(line).strip(), set()).update(names)
        for other in others:
            assert line in relations.to_javascript[other]
    return found, translation.code


def test_lines_of_a_statement_and_its_comment_belong_to_its_translation() -> None:
    found, _ = related(PROGRAM)
    assert found["return ("] == found["n * 2"] == found[");"] == {"return n * 2"}
    assert found["/** Twice as much. */"] == {'"""Twice as much."""'}
    assert found["async function twice(n) {"] == {"async def twice(n):"}
    assert found["// Adds up."] == {"# Adds up."}


def test_rows_increase_on_both_sides_and_lose_no_line(root: Path) -> None:
    book = load_rules()
    for path in sorted((root / "examples" / "js").glob("*.js"))[:8]:
        text = SourceText(path.read_text("utf-8"), path.name)
        translation = js2aio.translate(text.text)
        shown = sides(translation, text, book)
        javascript = [line.number for row in shown.rows for line in row.javascript]
        python = [
            line.number
            for row in shown.rows
            for group in row.python
            for line in group.lines
        ]
        assert javascript == list(range(1, len(text.text.splitlines()) + 1))
        assert python == list(range(1, len(translation.code.splitlines()) + 1))


def test_helpers_are_told_apart() -> None:
    source = "const words = require('./w');\nconsole.log(words.all + 1);\n"
    text = SourceText(source, "a.js")
    translation = js2aio.translate(source)
    shown = sides(translation, text, load_rules())
    named = {n for row in shown.rows for group in row.python for n in group.helpers}
    defined = {
        node.name
        for node in ast.parse(translation.code).body
        if isinstance(node, (ast.FunctionDef, ast.ClassDef))
    }
    assert named >= defined


def test_colours_keep_the_text_and_escape_it() -> None:
    text = 'const a = "<b>&"; // </script>\nlet b = `x\n${a}`;\n'
    lines = highlight(text, "javascript", marks=[Mark(6, 20, "said")])
    plain = [re.sub(r"<[^>]*>", "", line) for line in lines]
    import html

    assert [html.unescape(line) for line in plain] == text.split("\n")
    assert "<b>" not in lines[0] and 'said"' in lines[0]


def test_json_in_a_page_ends_no_script() -> None:
    data = {"a": "</script><!-- \u2028 &"}
    text = script_json(data)
    assert "<" not in text and "\u2028" not in text
    assert json.loads(text) == data


def test_verdicts() -> None:
    def run(stdout: str, code: int = 0, stderr: str = "") -> Run:
        return Run(stdout, stderr, code)

    note = js2aio.Diagnostic("J2A201", js2aio.Level.NOTE, "m", "a.js", 1, 1, 1, 2)
    warning = js2aio.Diagnostic("J2A101", js2aio.Level.WARNING, "m", "a.js", 1, 1, 1, 2)
    error = js2aio.Diagnostic("J2A001", js2aio.Level.ERROR, "m", "a.js", 1, 1, 1, 2)
    raised = run("a\n", 1, "Traceback (most recent call last):\nKeyError")
    assert verdict_on(Outcome(run("a\n"), run("a\n")), [note]) == "same"
    assert verdict_on(Outcome(run("a\n"), run("b\n")), [note]) == "different"
    assert verdict_on(Outcome(run("a\n"), run("a\n", 1)), []) == "different"
    assert verdict_on(Outcome(run("a\nb\n"), raised), [note]) == "loud"
    assert verdict_on(Outcome(run("a\nb\n"), raised), []) == "different"
    assert verdict_on(Outcome(run("a\n"), run("a\n")), [error]) == "refused"
    assert verdict_on(Outcome(None, run("a\n")), []) == "alone"
    assert verdict_on(Outcome(run("a\n"), run("b\n")), [warning]) == "warned"
    assert verdict_on(None, []) == "unrun"


def calls(code: str) -> list[ast.Call]:
    return [node for node in ast.walk(ast.parse(code)) if isinstance(node, ast.Call)]


def is_made(wanted: ast.Call, call: ast.Call) -> bool:
    """Whether a call is of the same function, with the arguments that are named."""
    name, own = ast.unparse(wanted.func), ast.unparse(call.func)
    given = {k.arg: ast.unparse(k.value) for k in call.keywords}
    positional = [ast.unparse(arg) for arg in call.args]
    return (
        (own == name or ("." not in name and own.endswith(f".{name}")))
        and all(given.get(k.arg) == ast.unparse(k.value) for k in wanted.keywords)
        and positional[: len(wanted.args)] == [ast.unparse(arg) for arg in wanted.args]
    )


@pytest.mark.parametrize("item", read_primitives().items, ids=lambda item: item.id)
def test_each_primitive_is_reached_and_does_the_same(item: Primitive) -> None:
    snippet = translate_snippet(item.source, item.chosen)
    assert not snippet.failure
    for text in item.takes:
        (wanted,) = calls(text)
        assert any(is_made(wanted, call) for call in calls(snippet.code)), text
    (snippet.outcome,) = run_snippets([(snippet.script, snippet.code)], 20)
    assert snippet.status in ("same", "alone"), snippet.outcome
    assert snippet.outcome.python.exit_code == 0


def test_pages_have_safe_names_of_their_own() -> None:
    names = ["a.js", "a.mjs", "A.js", "b/../x y.js", "<script>.js", "日本.js"]
    pages = page_names(names)
    assert len({page.casefold() for page in pages}) == len(names)
    for page in pages:
        assert re.fullmatch(r"[\w./-]+", page) and ".." not in page.split("/")


def test_programs_are_found(tmp_path: Path) -> None:
    for name in ("a.js", "sub/b.mjs", "node_modules/c.js", "d.txt"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text("console.log(1);\n")
    assert [name for _, name in find_programs([tmp_path])] == ["a.js", "sub/b.mjs"]
    with pytest.raises(FileNotFoundError):
        find_programs([tmp_path / "none"])


def test_what_cannot_be_translated_has_a_page_all_the_same(tmp_path: Path) -> None:
    path = tmp_path / "a.js"
    path.write_text("const = 1;\n")
    program = read_program(path, "a.js", "a", js2aio.Options())
    assert program.status == "failed" and "a.js:1:7" in program.failure
    path.write_bytes(b"\xff")
    assert read_program(path, "a.js", "a", js2aio.Options()).status == "failed"


def test_a_folder_that_is_no_site_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("mine")
    with pytest.raises(SiteError):
        Folder(tmp_path)
    site = Folder(tmp_path / "site")
    site.write("old/page.html", "1")
    site.write("kept.html", "1")
    site.close()
    site = Folder(tmp_path / "site")
    site.write("kept.html", "2")
    site.close()
    assert not (tmp_path / "site" / "old").exists()
    assert (tmp_path / "site" / "kept.html").read_text() == "2"


@pytest.fixture
def few_rules(monkeypatch: pytest.MonkeyPatch) -> None:
    """The rules that the program below uses, so that a site is built in a moment."""
    from js2aio.site import build

    whole = build.rule_pages

    def few(rules, *args):  # type: ignore[no-untyped-def]
        wanted = ("console-log", "promise-then", "set-timeout", "refuse-eval")
        return whole([r for r in rules if r.id.startswith(wanted)], *args)

    monkeypatch.setattr(build, "rule_pages", few)


@pytest.mark.usefixtures("few_rules")
def test_the_command_builds_markdown_and_html(tmp_path: Path) -> None:
    source = tmp_path / "js"
    source.mkdir()
    (source / "a-b.js").write_text("// Says `hello` | <b>.\nconsole.log('hi ```');\n")
    (source / "broken.js").write_text("let let = 1;\n")
    (source / "refused.js").write_text("eval('1');\n")
    for format, page in (("html", "index.html"), ("markdown", "index.md")):
        out = tmp_path / format
        arguments = ["docs", str(source), "-o", str(out), "--format", format]
        done = CliRunner().invoke(command, arguments)
        assert done.exit_code == 0, done.output
        assert "1 failed, 1 refused, 1 same" in done.stderr or "alone" in done.stderr
        assert (out / page).is_file()
    text = (tmp_path / "markdown" / "programs" / "a-b.md").read_text()
    assert "````javascript\n// Says" in text  # a longer fence than any in the text
    assert "Says `hello` \\| \\<b\\>." in text
    html = (tmp_path / "html" / "programs" / "a-b.html").read_text()
    assert "<b>" not in html and "&lt;b&gt;" in html


def test_the_command_says_what_is_wrong(tmp_path: Path) -> None:
    done = CliRunner().invoke(
        command, ["docs", str(tmp_path), "-o", str(tmp_path / "s")]
    )
    assert done.exit_code == 2 and "holds no JavaScript file" in done.stderr
    done = CliRunner().invoke(command, ["docs", "none.js", "-o", str(tmp_path / "s")])
    assert done.exit_code == 2 and "no such file" in done.stderr
