"""Patterns of ``re`` match what V8 matches, or are refused."""

from __future__ import annotations

import json
import random
import re

import pytest
import regex
from support.running import run_node

from js2aio.analyse.regexps import RegexError, parse_regexp
from js2aio.map.regexes import Texts, Translated, translate_regex

ASCII = Texts(ascii=True, lines=True, spaces=True)
INPUT = Texts(spaces=True)


@pytest.mark.parametrize(
    ("source", "flags", "pattern", "names"),
    [
        (r"^\s*(\w+)\s*=\s*(.*)$", "", r"^\s*(\w+)\s*=\s*(.*)\Z", ()),
        (r"\bfoo\b", "gi", r"\bfoo\b", ("IGNORECASE",)),
        (r"^a.$", "ms", r"^a.$", ("MULTILINE", "DOTALL")),
        (r"(?<year>\d{4})-\k<year>", "", r"(?P<year>\d{4})-(?P=year)", ()),
        (r"\/\*[\s\S]*?\*\/", "g", r"/\*[\s\S]*?\*/", ()),
        (r"[[{&&]a{,2}", "", r"[\[{\&&]a\{,2\}", ()),
        (r"(?<=\$|EUR )\d", "", r"(?:(?<=\$)|(?<=EUR ))\d", ()),
        (r"(?<!a|bc)d", "", r"(?<!a)(?<!bc)d", ()),
        (r"[^]|[]", "", r"[\s\S]|(?!)", ()),
        (r"\u{1F600}\cA\0", "u", "\U0001f600\\x01\\x00", ()),
        (r"\ud83d\ude00", "", "\U0001f600", ()),
        (r"(a)\2", "", r"(a)\x02", ()),
        (r"(?i:a)(?-i:b)", "i", r"(?:a)(?-i:b)", ("IGNORECASE",)),
    ],
)
def test_texts_that_are_known(
    source: str, flags: str, pattern: str, names: tuple[str, ...]
) -> None:
    assert translate_regex(source, flags, ASCII) == Translated(pattern, names)


@pytest.mark.parametrize(
    ("source", "flags", "pattern", "names"),
    [
        (r"\b\w+\d", "", r"\b\w+\d", ("ASCII",)),
        (r"\w+\s\D", "", r"[A-Za-z0-9_]+\s[^0-9]", ()),
        (r"\bé\s", "i", r"(?a:\b)é\s", ("IGNORECASE",)),
        (r"[\W_]\s", "", r"[\x00-/:-@\[-\^`{-\U0010ffff_]\s", ()),
        (r".^$", "m", r"[^\n\r\u2028\u2029](?<![^\n\r\u2028\u2029])(?![^\n\r\u2028\u2029])", ()),
    ],
)  # fmt: skip
def test_texts_from_outside(
    source: str, flags: str, pattern: str, names: tuple[str, ...]
) -> None:
    assert translate_regex(source, flags, INPUT) == Translated(pattern, names)


@pytest.mark.parametrize(
    ("source", "flags", "message"),
    [
        (r"\p{RGI_Emoji}", "v", "more than one character"),
        (r"\p{Greek}", "u", "not known"),
        (r"\p{Lu}", "iu", "with the flag i"),
        (r"\P{L}", "iv", "with the flag i"),
        (r"\p{CWKCF}", "u", "has not"),
        (r"(?:(a)|b)*c\1", "", "may have taken no part"),
        (r"(?!(a))b\1", "", "may have taken no part"),
        (r"(?:(a)|b\1)+", "", "no part|earlier round"),
        (r"a*?", "g", "rather matches nothing"),
        (r"[\q{ab}]", "v", "texts in a class"),
        ("[\U0001f600]", "", "without the flag u"),
        ("a(", "", "not closed"),
        (r"(?<a>.)(?<a>.)", "", "two groups"),
    ],
)
def test_what_is_refused(source: str, flags: str, message: str) -> None:
    with pytest.raises(RegexError, match=message):
        translate_regex(source, flags)


def test_groups_that_python_keeps() -> None:
    assert translate_regex("(?:(a)|b)*", "").stale == {1}
    assert not translate_regex("(?:(a)b)*", "").stale


def test_what_is_said_of_groups() -> None:
    parsed = parse_regexp(r"(a)(?:(b)|c)(?<d>d)?(?=(e))", "")
    assert (parsed.groups, parsed.sure, parsed.shortest) == (4, {1, 4}, 2)
    assert parsed.names == (("d", 3),)


_ATOMS = [
    *"abcé.^$-1_ /{}]AÉs",
    *[
        r"\d",
        r"\w",
        r"\s",
        r"\D",
        r"\W",
        r"\S",
        r"\b",
        r"\B",
        r"\-",
        r"\.",
        r"\$",
        r"\n",
        r"\t",
        r"\r",
        r"\0",
        r"\k",
    ],
    "[ab]",
    "[^a]",
    "[a-c]",
    r"[\W_]",
    r"[^\w\s]",
    r"[\d-]",
    "[]",
    "[^]",
    "[-a]",
    "[[]",
    "[a&&b]",
    r"[\w-c]",
    r"[\D\s]",
    r"[\s\S]",
    r"[\b]",
    r"\x61",
    r"\u0062",
    r"\cA",
    r"\1",
    r"\2",
    "x{,2}",
    r"\u2028",
    "[|]",
    "k",
    "i",
    "[a-z]",
    "[^k]",
    "ß",
]
#: With the flags u and v.
_PROPERTIES = [
    r"\p{L}",
    r"\P{L}",
    r"\p{Lu}",
    r"[\p{N}_]",
    r"[^\p{L}i]",
    r"[\P{Nd}]",
    r"\p{sc=Greek}",
    r"\p{Emoji}",
    r"\p{ASCII}",
    r"\P{Any}",
    r"[^\p{Letter}\p{M}]",
]
_SETS = [
    r"[\p{L}--[a-c]]", r"[^\p{L}--b]", r"[\p{L}&&\p{ASCII}]", r"[a[^b]]", r"[[ab]c]", r"[\w--a]",
    r"[^a[^bk]]", r"[a-z&&[^i]]", r"[\p{L}--[a-c]--[k]]",
]  # fmt: skip
_COUNTS = ["*", "+", "?", "*?", "+?", "??", "{2}", "{1,2}", "{0,1}", "{2,}?"]
_GROUPS = ["({})", "({})", "(?:{})", "(?={})", "(?!{})", "(?<={})", "(?<!{})"]
_CHARACTERS = "aabbccéA1_ -.\n\r\t\u2028\xa0/[]{}&|~^$xsÉ\x01\x08\0,2k٣\ufeff\u212aſKiIİıßẞαά\u0345"
_PROGRAM = """
const cases = JSON.parse(String.raw`%s`);
const out = [];
for (const [source, flags, texts] of cases) {
  let found = null;
  try {
    const one = new RegExp(source, flags), every = new RegExp(source, flags + "g");
    found = texts.map((text) => {
      const m = one.exec(text);
      const parts = m && [m.index, ...m].map((x) => (x === undefined ? null : x));
      return [parts, text.replace(every, "<$&>")];
    });
  } catch (err) {}
  out.push(found);
}
console.log(JSON.stringify(out).replace(/[^ -~]/g, (c) =>
  "\\\\u" + c.charCodeAt(0).toString(16).padStart(4, "0")));
"""


def random_pattern(choose: random.Random, depth: int = 2, flags: str = "") -> str:
    atoms = list(_ATOMS)
    if "u" in flags or "v" in flags:
        atoms += _PROPERTIES * 3
    if "v" in flags:
        atoms = [
            a for a in atoms if a not in ("[^]", "[-a]", "[[]", "[a&&b]", "[|]")
        ] + _SETS * 5
    options = []
    for _ in range(1 if choose.random() < 0.75 else 2):
        parts = []
        for _ in range(choose.randint(1, 3)):
            part = choose.choice(atoms)
            if depth and choose.random() < 0.35:
                part = choose.choice(_GROUPS).format(
                    random_pattern(choose, depth - 1, flags)
                )
            if part not in ("^", "$", r"\b", r"\B") and choose.random() < 0.3:
                part += choose.choice(_COUNTS)
            parts.append(part)
        options.append("".join(parts))
    return "|".join(options)


@pytest.mark.node
@pytest.mark.parametrize("seed", range(6))
def test_random_patterns_match_as_in_node(seed: int, node: str) -> None:
    choose = random.Random(seed)
    cases = []
    for _ in range(1000):
        flags = "".join(flag for flag in "ims" if choose.random() < 0.2)
        flags += choose.choice(["", "", "u", "v"])
        texts = [
            "".join(choose.choices(_CHARACTERS, k=choose.randint(1, 7)))
            for _ in range(5)
        ]
        cases.append((random_pattern(choose, flags=flags), flags, texts))
    given = json.dumps(cases).replace("`", "\\u0060").replace("$", "\\u0024")
    expected = json.loads(run_node(_PROGRAM % given).stdout)
    compared = 0
    for (source, flags, texts), found in zip(cases, expected, strict=True):
        if found is None:
            continue
        try:
            translated = translate_regex(source, flags + "g")
        except RegexError:
            continue
        package = regex if translated.package == "regex" else re
        chosen = sum(getattr(package, name) for name in translated.flags)
        pattern = package.compile(translated.pattern, chosen)
        for text, (parts, replaced) in zip(texts, found, strict=True):
            m = pattern.search(text)
            actual = m and [m.start(), m[0], *m.groups()]
            if actual and parts:
                for group in translated.stale:
                    actual[group + 1] = parts[group + 1]
            about = f"/{source}/{flags} is {translated}, on {text!r}"
            assert actual == parts, about
            assert pattern.sub(lambda m: f"<{m[0]}>", text) == replaced, about
            compared += 1
    assert compared > 2000
