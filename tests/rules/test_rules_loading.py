"""Mapping files: what is read, what is refused, and which rule wins."""

from __future__ import annotations

import os
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from rules.rulebooks import EXAMPLE, book_of, expression, rule_of, rule_text

from js2aio.errors import MappingError
from js2aio.rules import HelperLibrary, RuleBook, check_rules, load_rules
from js2aio.rules.keys import pattern_key
from js2aio.rules.loading import RuleFile
from js2aio.rules.resources import mappings_directory
from js2aio.rules.type_expr import ANY, ArrayOf, Prim


def test_all_fields(tmp_path: Path) -> None:
    helper = tmp_path / "own.py"
    helper.write_text('def twice(x):\n    """Two."""\n    return x + x\n')
    text = f"""
        [pack]
        name = "mine"
        doc = "My own."
        helpers = ["own.py"]

        [[rule]]
        id = "all-of-it"
        js = "f($ITEM, $$$REST)"
        where = {{ ITEM = ["any[]", "@pure"], REST = "number" }}
        context = ["value", "await"]
        style = "taskgroup"
        target = "py312"
        from = {{ f = "node:x:f" }}
        python = "twice({{{{ ITEM }}}}, {{{{ REST | join(', ') }}}})"
        gives = "nat"
        imports = ["asyncio"]
        helpers = ["twice"]
        requires = ["httpx>=0.27"]
        note = "n"
        warning = "w"
        doc = "  d  "
        {EXAMPLE}"""
    book = book_of(tmp_path, text.replace("\n        ", "\n"))
    rule = book.get("all-of-it")
    assert rule is not None and rule is book.rules[0]
    assert rule.where == {"ITEM": ("any[]", "@pure"), "REST": ("number",)}
    assert rule.guards == {"ITEM": (ArrayOf(ANY), "@pure"), "REST": (Prim("number"),)}
    assert rule.context == ("value", "await")
    assert rule.from_ == {"f": "x:f"}
    assert rule.gives_type == Prim("nat")
    assert (rule.imports, rule.helpers) == (("asyncio",), ("twice",))
    assert (rule.requires, rule.note, rule.warning) == (("httpx>=0.27",), "n", "w")
    assert (rule.doc, rule.pack.name, rule.pack.doc) == ("d", "mine", "My own.")
    assert rule.examples[0].js == "f(x)"
    assert rule.metavariables == {"ITEM": False, "REST": True}
    assert rule.used == {"ITEM", "REST"}
    assert rule.allows(context="value", style="taskgroup", target=(3, 13))
    assert rule.allows(context=("test", "value"), style="taskgroup", target=(3, 13))
    assert not rule.allows(context={"test"}, style="taskgroup", target=(3, 13))
    assert not rule.allows(context=(), style="taskgroup", target=(3, 13))
    assert not rule.allows(context="statement", style="taskgroup", target=(3, 13))
    assert not rule.allows(context="value", style="gather", target=(3, 13))
    assert not rule.allows(context="value", style="taskgroup", target=(3, 11))
    assert [h.name for h in book.helpers.closure(["twice"])] == ["twice"]


BAD = {
    "no TOML": ("[[rule]\n", "not valid TOML"),
    "unknown table": ("[other]\n", "unknown key 'other'"),
    "no list": ("rule = 1\n", "no list"),
    "unknown key": (rule_text(more='jss = "x"'), "rule 'r': unknown key 'jss'; known"),
    "no id": (rule_text().replace('id = "r"', ""), "'id' is missing"),
    "no js": (rule_text().replace('js = "f($X)"', ""), "'js' is missing"),
    "no doc": (rule_text().replace('doc = "d"', ""), "'doc' is missing"),
    "no example": (rule_text().replace(EXAMPLE, ""), "rule.example"),
    "no python": (rule_text().replace('python = "x"', ""), "either 'python'"),
    "both": (rule_text(more='python = "x"', refuse="no"), "either 'python'"),
    "id": (rule_text("Array_push"), "kebab-case"),
    "type of a key": (rule_text(more="gives = 1"), "'gives' must be text"),
    "context": (
        rule_text(context="somewhere"),
        "await, awaited, iterate, statement, test, value",
    ),
    "style": (rule_text(style="fast"), "gather, taskgroup"),
    "order": (rule_text(order="strict"), "timers, exact"),
    "order of a pack": ("[pack]\norder = 'strict'\n", "timers, exact"),
    "target": (rule_text(target="py27"), "py311"),
    "from": (rule_text(more='from = { f = "x" }'), "module:name"),
    "where": (rule_text(more="where = { X = 1 }"), "only text"),
    "word": (rule_text(more='where = { X = "@ pure" }'), "no @word"),
    "imports": (rule_text(more="imports = [1]"), "only text"),
    "twice": (rule_text() + rule_text(), "used twice"),
    "pack": ("[pack]\nnames = 1\n", r"\[pack\] holds only"),
    "pack name": ("[pack]\nname = 1\n", "are text"),
    "example": (rule_text() + 'note = "x"\n', "an example holds"),
    "example text": (rule_text().replace('js = "f(x)"', "js = 1"), "must be text"),
}


@pytest.mark.parametrize("name", BAD)
def test_bad_file(tmp_path: Path, name: str) -> None:
    text, message = BAD[name]
    with pytest.raises(MappingError, match=message) as caught:
        book_of(tmp_path, text)
    assert "rules.toml" in str(caught.value)


@pytest.mark.parametrize("lazy", [True, False])
def test_unreadable_file(tmp_path: Path, lazy: bool) -> None:
    binary = tmp_path / "b.toml"
    binary.write_bytes(b"\xff\xfe")
    for path in (tmp_path, tmp_path / "missing.toml", binary):
        with pytest.raises(MappingError, match=path.name):
            load_rules((path,))
        with pytest.raises(MappingError, match=path.name):
            RuleFile(path, None, lazy)


def test_later_files_win(tmp_path: Path) -> None:
    one, two = tmp_path / "one.toml", tmp_path / "two.toml"
    one.write_text(rule_text("a") + rule_text("b") + rule_text("same"))
    two.write_text(rule_text("same", js="f(1)") + rule_text("c"))
    book = load_rules((one, two))
    assert [rule.id for rule in book.rules[:4]] == ["same", "c", "a", "b"]
    assert [rule.js for rule in book.rules if rule.id == "same"] == ["f(1)"]
    found = [rule.id for rule in book.candidates(expression("f(1)"))]
    assert found[:4] == ["same", "c", "a", "b"]
    assert len(book) == len(load_rules()) + 4


def test_books_are_kept_until_a_file_changes(tmp_path: Path) -> None:
    file = tmp_path / "rules.toml"
    file.write_text(rule_text("a"))
    first = load_rules((file,))
    assert load_rules((file,)) is first
    assert load_rules() is load_rules()
    file.write_text(rule_text("another"))
    os.utime(file, ns=(1, 1))
    assert load_rules((file,)).rules[0].id == "another"


def test_a_built_in_file_is_read_rule_by_rule(tmp_path: Path) -> None:
    file = tmp_path / "x.toml"
    multi = "[[rule]]\nid = 'multi'\njs = '''\nm($X)'''\npython = 'x'\ndoc = 'd'\n"
    texts = [
        "# what it is\n[pack]\nname = 'x'\n",
        rule_text("one", 'f("a\\n", $X)'),
        rule_text("two", "_.g($X)", 'from = { _ = "m:*" }'),
        multi + EXAMPLE,
        rule_text("three", "$A.b($X)"),
        rule_text("broken", more="unknown = 1"),
    ]
    file.write_text("".join(texts))
    lazy = RuleFile(file, HelperLibrary(()), lazy=True)
    assert [entry.id for entry in lazy.entries] == [
        *("one", "two", "multi", "three", "broken")
    ]
    keys = [entry.key for entry in lazy.entries[:4]]
    assert keys == ["f()", "import m:g()", "m()", ".b()"]
    assert lazy.pack.name == "x"
    book = RuleBook(lazy.entries, HelperLibrary(()))
    assert [rule.id for rule in book.candidates(expression("a.b(1)"))] == [
        "two",  # `a` may be imported
        "three",
    ]
    with pytest.raises(MappingError, match="unknown key"):
        _ = book.rules


def test_the_built_in_files_are_read_as_toml_reads_them() -> None:
    whole: list[str] = []
    folder = mappings_directory()
    files = [*folder.glob("*.toml"), *folder.glob("modules/*.toml")]
    for path in sorted(files, key=lambda path: str(path.relative_to(folder))):
        table = tomllib.loads(path.read_text(encoding="utf-8"))
        whole += [rule["id"] for rule in table.get("rule", [])]
    assert [rule.id for rule in load_rules().rules] == whole


def test_the_built_in_rules_have_no_problems() -> None:
    assert check_rules(load_rules()) == []


@pytest.mark.parametrize(
    ("js", "key"),
    [
        ("$A.push($X)", ".push()"),
        ("$A.b.push(f([$X], {}))", ".push()"),
        ("$A[$I].push()", ".push()"),
        ("f($X).then($F)", ".then()"),
        ("Promise.all([$$$X])", "Promise.all()"),
        ("process.stdout.write($X)", ".write()"),
        ("setTimeout($F, ')')", "setTimeout()"),
        ("new Promise(($R) => f($R))", "new Promise()"),
        ("new Map", "new Map()"),
        ("new Intl.NumberFormat()", "NewExpression"),
        ("$A.length", ".length"),
        ("f($X).length", ".length"),
        ("Math.PI", "Math.PI"),
        ("NaN", "NaN"),
        ("$F($X)", "CallExpression"),
        ("f($X)($Y)", "CallExpression"),
        ("$O.$M($$$A)", "CallExpression"),
        ("$O.$M", "MemberExpression"),
        ("$O[$K]", "[]"),
        ("await Promise.all($X)", "AwaitExpression"),
        ("typeof $X", "UnaryExpression typeof"),
        ("!$X.length", "UnaryExpression !"),
        ("$X === undefined", "BinaryExpression ==="),
        ("typeof $X === 'a'", None),
        ("$X in $Y", "BinaryExpression in"),
        ("$A ?? $B", "LogicalExpression ??"),
        ("$A >= 1", "BinaryExpression >="),
        ("$A += 1", None),
        ("await $X + 1", None),
        ("($X) => f($X)", None),
        ("/a/.test($X)", None),
        ("`${$X}`", None),
        ("if ($X) f();", None),
        ("this.$X", None),
        ("return $X", None),
        ("[$$$X]", None),
        ("new Promise($F).then($G)", None),
    ],
)
def test_key(tmp_path: Path, js: str, key: str | None) -> None:
    assert pattern_key(js, {}) == key
    rule = rule_of(tmp_path, rule_text(js=js))
    assert rule in load_rules((tmp_path / "rules.toml",)).candidates(rule.pattern)


@pytest.mark.parametrize("context", ["await", "iterate", "statement", "test", "value"])
def test_contexts(tmp_path: Path, context: str) -> None:
    rule = rule_of(tmp_path, rule_text(context=context))
    anywhere = rule_of(tmp_path, rule_text())
    for there, allowed in ((context, True), ("other", False), ((), False)):
        assert rule.allows(context=there, style="gather", target=(3, 11)) is allowed
        assert anywhere.allows(context=there, style="gather", target=(3, 11))


def test_importing_the_rules_imports_no_jinja() -> None:
    program = (
        "import sys, js2aio.rules as r; r.load_rules(); "
        "sys.exit('jinja2' in sys.modules or 'black' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0


def test_the_order_of_a_pack_is_that_of_its_rules(tmp_path: Path) -> None:
    text = '[pack]\norder = "exact"\n' + rule_text() + rule_text("s", order="timers")
    first, second = book_of(tmp_path, text).rules[:2]
    there = {"context": "value", "style": "gather", "target": (3, 11)}
    assert first.allows(**there, order="exact") and not first.allows(**there)
    assert second.allows(**there) and not second.allows(**there, order="exact")
