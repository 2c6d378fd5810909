"""Functions that are used as constructors: which are classes, and which are surely not."""

from __future__ import annotations

import pytest

from js2aio.analyse import analyse
from js2aio.parse import nodes as n
from js2aio.parse import parse
from js2aio.source import SourceText

MAKER = "function Maker(a) { this.a = a; }\n"
METHOD = "Maker.prototype.get = function () { return this.a; };\n"


def classes_of(code: str) -> dict[str, list[str]]:
    """The members of the classes that functions became, by the name of the class."""
    source = SourceText(code, "a.js")
    program = parse(source)
    analyse(program, source)
    found: dict[str, list[str]] = {}
    for node in n.walk(program):
        if isinstance(node, n.Class) and node.of_function and node.id is not None:
            found[node.id.name] = [
                getattr(member.key, "name", "?")
                for member in node.body.body
                if not isinstance(member, n.StaticBlock)
            ] + list(node.body.aliases)
    return found


CLASSES = [
    (MAKER + METHOD + "new Maker(1).get();", ["constructor", "get"]),
    ("var Maker = " + MAKER + METHOD + "new Maker(1);", ["constructor", "get"]),
    (MAKER + "new Maker(1);", ["constructor"]),
    # no instance is made by what stands between
    (MAKER + "const fs = require('fs');\n" + METHOD, ["constructor", "get"]),
    (MAKER + "const limit = Math.max(1, 2);\n" + METHOD, ["constructor", "get"]),
    (MAKER + "exports.Maker = Maker;\n" + METHOD, ["constructor", "get"]),
    (MAKER + "f();\nfunction f() {}\n" + METHOD, ["constructor", "get"]),
    # forms of what is put on a prototype
    (MAKER + "Maker.prototype.x = 5;", ["x", "constructor"]),
    (MAKER + METHOD + "Maker.prototype.b = Maker.prototype.get;",
     ["constructor", "get", "b"]),
    (MAKER + "Maker.prototype = { constructor: Maker, f() {}, get g() { return 1; } };",
     ["constructor", "f", "g"]),
    (MAKER + "var p = Maker.prototype;\np.f = function () {};", ["constructor", "f"]),
    (MAKER + "Object.defineProperty(Maker.prototype, 'g', { get: function () {} });",
     ["constructor", "g"]),
    (MAKER + "Maker.of = function () { return new Maker(1); };", ["constructor", "of"]),
    (MAKER + "const n = new Maker(1).a;\nMaker.of = function () {};", ["constructor"]),
    (MAKER + "Maker.prototype.a = Maker.prototype.b = null;\nnew Maker(1);",
     ["b", "a", "constructor"]),
    (MAKER + "Maker.prototype.get = get;\nfunction get() { return this.a; }\nnew Maker(1);",
     ["constructor", "get"]),
    # one that is made early, by a constructor that only sets fields
    (MAKER + "const one = new Maker(1);\n" + METHOD, ["constructor", "get"]),
    ("exports = module.exports = new Maker(1);\n" + MAKER + METHOD,
     ["constructor", "get"]),
    # called without new
    ("function Maker(a) { if (!(this instanceof Maker)) return new Maker(a); }\n"
     "Maker(1);", ["constructor"]),
    ("function Maker(a) { if (!new.target) throw new TypeError('new'); this.a = a; }\n"
     "new Maker(1);", ["constructor"]),
]  # fmt: skip

NO_CLASSES = [
    MAKER,  # nobody makes one
    MAKER + METHOD + "Maker(1);",  # `this` is something else there
    MAKER + METHOD + "Maker.call({});",
    MAKER + METHOD + "const f = Maker.bind(null);",
    "function Maker(a) { this.a = a; return { a }; }\nnew Maker(1);",
    "function Maker(a) { if (!(this instanceof Maker)) return new Maker(2); }\nMaker(1);",
    MAKER + "const n = new Maker(1).a;\n" + METHOD,  # it has no method at first
    MAKER + "const one = new Maker(1);\none.get;\n" + METHOD,
    MAKER + "const one = new Maker(1);\nconsole.log(one);\n" + METHOD,
    "function Maker() { this.get(); }\nconst one = new Maker();\n" + METHOD,
    "function Maker() { all.push(this); }\nconst one = new Maker();\n" + METHOD,
    MAKER + "f();\n" + METHOD + "function f() { return new Maker(1); }",
    MAKER + "const g = f;\ng();\n" + METHOD + "function f() { return new Maker(1); }",
    MAKER + "[1].map((a) => new Maker(a));\n" + METHOD,
    MAKER + "Maker = null;\nnew Maker(1);",
    "async function Maker() {}\nnew Maker();",
    # what it is based on is no such class, or two
    MAKER + "Maker.prototype = Object.create(Array.prototype);\nnew Maker(1);",
    MAKER + "class B {}\nMaker.prototype = Object.create(B.prototype);\nnew Maker(1);",
    "function Maker() { Mixin.call(this); }\nfunction Mixin() { this.b = 1; }\nnew Maker();",
]


@pytest.mark.parametrize(("code", "members"), CLASSES)
def test_a_function_is_a_class(code: str, members: list[str]) -> None:
    assert classes_of(code) == {"Maker": members}


@pytest.mark.parametrize("code", NO_CLASSES)
def test_a_function_is_no_class(code: str) -> None:
    assert "Maker" not in classes_of(code)


def test_one_that_is_no_class_takes_those_based_on_it_along() -> None:
    code = (
        MAKER + "function Sub() { Maker.call(this, 1); }\n"
        "Sub.prototype = Object.create(Maker.prototype);\nnew Sub();\n"
    )
    assert set(classes_of(code + "new Maker(1);")) == {"Maker", "Sub"}
    assert classes_of(code + "Maker.call({}, 1);\nnew Maker(1);") == {}
