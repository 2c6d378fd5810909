"""Guard words about text, patterns, JSON and dates: small programs run as under Node."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from support.running import run_node, run_python

from js2aio import translate


@dataclass(frozen=True)
class Case:
    """A program, what it prints, and texts that the Python holds and does not hold."""

    js: str
    prints: str
    holds: tuple[str, ...] = ()
    lacks: tuple[str, ...] = ()


CASES = {
    "bmp": Case(
        'const s = "abc"; console.log(s.length, s.slice(1), s.indexOf("c"));',
        "3 bc 2\n",
        holds=("len(s)", "s[1:]", 's.find("c")'),
        lacks=("utf16",),
    ),
    "astral": Case(
        """
const s = "a\\u{1F600}b";
console.log(s.length, s.indexOf("b"), s.slice(3), s.charCodeAt(1), "abc".length);
""",
        "4 3 b 55357 3\n",
        holds=("utf16_length(s)", "utf16_find(s,", "utf16_slice(s, 3)", 'len("abc")'),
    ),
    "astral-of-numbers": Case(
        """
const face = (n) => String.fromCodePoint(0x1F600 + n);
console.log(face(1).length);
""",
        "2\n",
        holds=("utf16_length(face(1))",),
    ),
    "char-codes-are-bmp": Case(
        """
const shift = (c, by) => String.fromCharCode(c.charCodeAt(0) + by);
console.log(shift("a", 1).length);
""",
        "1\n",
        holds=("len(shift(",),
    ),
    "nonempty-separator": Case(
        """
const by = ",";
const split = (s, d) => s.split(d);
console.log("a,b".split(by).length, split("ab", "").length);
""",
        "2 2\n",
        holds=('"a,b".split(by)', "split_text(s, d)"),
    ),
    "inside": Case(
        """
const s = "abc";
let out = "";
for (let i = 0; i < s.length; i++) out += s.charAt(i) + s.substring(i, i + 1);
console.log(out, s.substring(1, 2), s.substring(2, 1), s.charAt(7) === "");
""",
        "aabbcc b b true\n",
        holds=("s[i]", "s[i : i + 1]", "s[1:2]", "substring(s, 2, 1)"),
    ),
    "replacement": Case(
        r"""
const s = "2024-01";
console.log(s.replace(/(\d+)-(\d+)/, "$2/$1"), s.replace(/(?<y>\d+)/, "[$<y>|$$|$&|$9]"));
console.log(s.replace(/-/g, "\\"), s.replace(/(\d)/g, "$10"), s.replace(/\d/g, "$1"));
console.log(s.replace(/-/, "$`$'"), s.replace("-", "$$"), s.replaceAll("0", "o"));
const by = (text) => s.replace(/0/g, text);
console.log(by("<$&>"));
""",
        "01/2024 [2024|$|2024|$9]-01\n2024\\01 20002040-0010 $1$1$1$1-$1$1\n"
        "202420240101 2024$01 2o24-o1\n2<0>24-<0>1\n",
        holds=(r'r"\2/\1"', r'r"[\g<y>|$|\g<0>|$9]"', 's.replace("0", "o")'),
    ),
    "replacer": Case(
        r"""
const s = "a1b22";
console.log(s.replace(/\d+/g, (n) => n * 2), s.replace(/([a-z])(\d)?/g, (m, l, d) => l + d));
console.log(s.replace(/\d/, (m, at) => at), s.replace(/[a-z]/g, (...all) => all.length));
console.log(s.replace(/b/, encodeURIComponent), s.replace(/[ab]/g, (c) => ({ a: "x" })[c]));
function shout(text) {
  const loud = text.toUpperCase();
  return loud + loud;
}
console.log(s.replace(/[a-z]/g, shout), s.replace(/[a-z]/g, (m, at, all) => all.length));
console.log("a-b".replace("-", (m, at) => m + at), "a-b-c".replaceAll("-", () => "+"));
""",
        "a2b44 a1b22\na1b22 31322\na1b22 x1undefined22\nAA1BB22 51522\na-1b a+b+c\n",
        holds=(
            "lambda match: number_to_string(to_number(match[0]) * 2)",
            "replace_with(",
            "lambda match: shout(match[0])",
        ),
    ),
    "names-of-templates": Case(
        """
const match = "!";
console.log("aba".replace(/a/g, (m) => m + match));
""",
        "a!ba!\n",
    ),
    "flags-from-afar": Case(
        r"""
const RULES = { digits: /\d+/g, first: /[a-z]/ };
class Text {
  static WORD = /\w+/g;
}
console.log("a1b2".replace(RULES.digits, "#"), "abc".replace(RULES.first, "-"));
console.log("one two".match(Text.WORD), "a1".match(RULES.first)[0]);
""",
        "a#b# -bc\n[ 'one', 'two' ] a\n",
        holds=('RULES["digits"].sub(',),
        lacks=("StatefulRegex",),
    ),
    "stateful": Case(
        r"""
const each = /(\d)(x)?/g;
let found;
while ((found = each.exec("1x 2")) !== null) console.log(found[0], found[2], each.lastIndex);
const plain = /a/g;
console.log("banana".replace(plain, "o"), "banana".match(plain).length);
const twice = /a/g;
console.log(twice.test("a"), twice.test("a"), twice.test("a"), "aa".replace(twice, "b"));
console.log(twice.lastIndex, twice.test("a"));
""",
        "1x x 2\n2 undefined 4\nbonono 3\ntrue false true bb\n0 true\n",
        holds=(
            'each = StatefulRegex(re.compile(r"(\\d)(x)?"))',
            'plain = re.compile(r"a")',
            "twice.restarted().sub(",
        ),
    ),
    "sticky": Case(
        r"""
const tokens = /\s*(\d+|[-+])/y;
function* scan(text) {
  tokens.lastIndex = 0;
  let m;
  while ((m = tokens.exec(text)) !== null) yield m[1];
}
console.log([...scan("1 + 23")].join("|"), [...scan("1 ? 2")].length, /b/y.test("ab"));
""",
        "1|+|23 1 false\n",
        holds=("sticky=True",),
    ),
    "sticky-rules": Case(
        r"""
const RULES = [["number", /\d+/y], ["name", /[a-z]+/y], ["space", / +/y]];
function scan(text) {
  const found = [];
  let at = 0;
  while (at < text.length) {
    let moved = false;
    for (const [kind, pattern] of RULES) {
      pattern.lastIndex = at;
      const match = pattern.exec(text);
      if (match === null) continue;
      if (kind !== "space") found.push(`${kind}:${match[0]}`);
      at = pattern.lastIndex;
      moved = true;
      break;
    }
    if (!moved) throw new Error(`unexpected ${text[at]}`);
  }
  return found.join(" ");
}
console.log(scan("ab 12 c"));
try {
  scan("a?");
} catch (err) {
  console.log(err.message);
}
""",
        "name:ab number:12 name:c\nunexpected ?\n",
        holds=("StatefulRegex(re.compile(", "pattern.exec(text)"),
    ),
    "stateful-of-text": Case(
        """
function places(word, text) {
  const each = new RegExp(word, "g");
  const found = [];
  let m;
  while ((m = each.exec(text))) found.push(m.index);
  return found.join();
}
console.log(places("a", "banana"));
""",
        "1,3,5\n",
        holds=('StatefulRegex(compile_regex(word, "g"))',),
    ),
    "conditions": Case(
        r"""
const f = (v) => {
  if (/x/.test(v)) return 1;
  if (v.match(/y/)) return 2;
  return !/z/.test(v) ? 3 : 4;
};
console.log(f("x"), f("y"), f("z"), f(""), /a/.test("a"));
""",
        "1 2 4 3 true\n",
        holds=('if re.search(r"x", v):', 'if re.search(r"y", v):'),
        lacks=("truthy",),
    ),
    "match-parts": Case(
        r"""
const m = /(\d{4})-(\d\d)(?:-(\d\d))?/.exec("on 2024-03");
console.log(m[1].length, m[3], m.index);
const { year, month } = "2020-07".match(/(?<year>\d+)-(?<month>\d+)/).groups;
console.log(year, month, "k=v".match(/(?<key>\w)=/).groups.key);
for (const [, key, value] of "a=1&b=".matchAll(/(\w)=(\w)?/g)) console.log(key, value);
console.log("a,b;c".split(/[,;]/), "a1b".split(/(\d)/), "abc".split(/x*/), "x".search(/y/));
""",
        "4 undefined 3\n2020 07 k\na 1\nb undefined\n"
        "[ 'a', 'b', 'c' ] [ 'a', '1', 'b' ] [ 'a', 'b', 'c' ] -1\n",
        holds=('["key"]', 're.split(r"[,;]", "a,b;c")', "split_regex("),
    ),
    "known-patterns": Case(
        r"""
const digits = new RegExp("\\d+", "gi");
console.log(digits.source, digits.flags, digits.global, "a12".replace(digits, "#"));
""",
        "\\d+ gi true a#\n",
        holds=('re.compile(r"\\d+", re.IGNORECASE)',),
    ),
    "jsonplain": Case(
        """
const data = { name: "n\\u00e9", tags: ["a", "b"], size: 3, on: true, none: null };
console.log(JSON.stringify(data));
console.log(JSON.stringify(data, null, 2).length, JSON.stringify({ f: 0.5, u: undefined }));
const counts = {};
for (const word of ["2", "a", "1"]) counts[word] = word.length;
console.log(JSON.stringify(counts), JSON.stringify([undefined, 1]), JSON.stringify([], null, 2));
const copy = JSON.parse(JSON.stringify(data));
copy.tags.push("c");
console.log(data.tags.length, copy.tags.length);
""",
        '{"name":"n\u00e9","tags":["a","b"],"size":3,"on":true,"none":null}\n'
        '95 {"f":0.5}\n{"1":1,"2":1,"a":1} [null,1] []\n2 3\n',
        holds=(
            'json.dumps(data, separators=(",", ":"), ensure_ascii=False)',
            "json.dumps(data, indent=2, ensure_ascii=False)",
            "copy.deepcopy(data)",
            "json_stringify(counts)",
        ),
    ),
    "json-functions": Case(
        """
const data = { a: 1, b: { c: "x" } };
console.log(JSON.stringify(data, (key, value) => (key === "c" ? undefined : value)));
console.log(JSON.stringify(data, (key) => (key ? 0 : data), 1));
console.log(JSON.parse("[1,2]", (key, value) => (key === "" ? value : value * 2)).join());
""",
        '{"a":1,"b":{}}\n{\n "a": 0,\n "b": 0\n}\n2,4\n',
    ),
    "unshared-dates": Case(
        """
const start = new Date(Date.UTC(2024, 0, 30));
const day = new Date(start);
day.setUTCDate(day.getUTCDate() + 3);
console.log(start.toISOString(), day.toISOString());
function later(date, days) {
  const result = new Date(date);
  result.setUTCDate(result.getUTCDate() + days);
  return result;
}
console.log(later(start, 1).getUTCDate());
for (const d = new Date(start); d < day; d.setUTCDate(d.getUTCDate() + 1)) {
  console.log(d.getUTCDate());
}
""",
        "2024-01-30T00:00:00.000Z 2024-02-02T00:00:00.000Z\n31\n30\n31\n1\n",
        holds=("day = date_with(day, day=day.day + 3, utc=True)",),
    ),
    "rules-that-go-before": Case(
        """
const s = "cab";
console.log(s.split("").reverse().join(""), [...s].sort().join(""), process.argv.slice(2).length);
""",
        "bac abc 0\n",
        holds=("s[::-1]", '"".join(sorted(s))', "len(sys.argv[1:])"),
    ),
    "minus-zero": Case(
        "const half = (x) => x / -2; console.log(half(0.5), half(0), `${half(0)}`);",
        "-0.25 -0 0\n",
    ),
    "exit-code": Case("process.exitCode = 3; console.log(1);", "1\n"),
    "formats": Case(
        'console.log("%s is %d", "a", 1); console.log("100%", "%s");',
        "a is 1\n100% %s\n",
        holds=("format_log(",),
    ),
    "max-of-texts": Case(
        """
const most = (a, b) => Math.max(a, b);
console.log(most("2", 1), most(1, 2), Math.max(...[]), Math.max(...[3, 4]));
""",
        "2 2 -Infinity 4\n",
        holds=("largest(map(to_number, [a, b]))", "max([3, 4])"),
    ),
    "error-names": Case(
        """
for (const make of [() => new SyntaxError("s"), () => new RangeError("r")]) {
  const err = make();
  console.log(err.name, err.message);
}
""",
        "SyntaxError s\nRangeError r\n",
        holds=('named_error(ValueError("s"), "SyntaxError")',),
    ),
}
REFUSED = {
    "unknown-flags": 'const f = (flags) => new RegExp("a", flags).test("a"); f("g");',
    "mixed-flags": r"""
const f = (pattern) => pattern.test("a");
console.log(f(/a/g), f(/b/));
""",
    "sticky-replace": 'console.log("ab".replace(/b/y, ""));',
    "shared-date": """
const dates = [new Date(0)];
const first = dates[0];
first.setDate(3);
""",
    "date-given-away": """
const kept = [];
const d = new Date(0);
kept.push(d);
d.setDate(3);
""",
    "reference-to-an-earlier-round": r'console.log(/(?:(a)|b\1)+/.test("b"));',
}


@pytest.mark.parametrize("name", CASES)
def test_it_does_what_node_does(name: str) -> None:
    case = CASES[name]
    translation = translate(case.js)
    assert translation.ok, translation.diagnostics
    outcome = run_python(translation.code)
    assert outcome.stdout == case.prints, outcome.stderr + translation.code
    assert outcome.exit_code == (3 if name == "exit-code" else 0), outcome.stderr


@pytest.mark.parametrize("name", CASES)
def test_it_holds_the_text(name: str) -> None:
    case = CASES[name]
    code = translate(case.js).code
    for text in case.holds:
        assert text in code, f"no {text} in\n{code}"
    for text in case.lacks:
        assert text not in code, f"{text} in\n{code}"


@pytest.mark.parametrize("name", REFUSED)
def test_it_is_refused(name: str) -> None:
    assert not translate(REFUSED[name]).ok


@pytest.mark.node
@pytest.mark.parametrize("name", CASES)
def test_node_prints_that(name: str, node: str) -> None:
    assert run_node(CASES[name].js).stdout == CASES[name].prints
