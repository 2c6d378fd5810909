"""Which rules made a line of the Python."""

from __future__ import annotations

import js2aio

SOURCE = """\
const words = ["b", "a"];

async function shout(text) {
  await null;
  return [
    text.toUpperCase(),
    words
      .map((word) => word.toLowerCase())
      .join(","),
  ].join("-");
}

class Shelf {
  label = "x".repeat(3);
  title() {
    return this.label.trim();
  }
}

shout("hi").then((text) => {
  console.log(text.padEnd(5), "!");
});
console.log(new Shelf().title());
"""


def rules_at(translation: js2aio.Translation, text: str) -> set[str]:
    (number,) = (
        number
        for number, line in enumerate(translation.code.splitlines(), 1)
        if text in line
    )
    return {use.id for use in translation.rules_by_line().get(number, ())}


def test_each_line_has_the_rules_of_its_statement() -> None:
    translation = js2aio.translate(SOURCE)
    known = {use.id for use in translation.rules}
    upper, pad, trim, repeat = (
        next(name for name in known if part in name)
        for part in ("upper", "pad", "trim", "repeat")
    )
    assert upper in rules_at(translation, ".upper()")
    assert "console-log" not in " ".join(rules_at(translation, ".upper()"))
    assert pad in rules_at(translation, "ljust")
    assert upper not in rules_at(translation, "ljust")
    assert trim in rules_at(translation, "self.label.strip(")
    assert repeat in rules_at(translation, '"x" * 3')
    assert rules_at(translation, "async def shout") == set()


def test_every_use_is_told_with_a_line(root) -> None:  # type: ignore[no-untyped-def]
    path = root / "examples" / "js" / "23-health-check.js"
    translation = js2aio.translate_file(path)
    told = {
        (use.id, use.line, use.column)
        for uses in translation.rules_by_line().values()
        for use in uses
    }
    assert told == {(use.id, use.line, use.column) for use in translation.rules}
