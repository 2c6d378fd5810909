"""``js2aio types``: what is inferred of each name, and why helpers are in the output."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import js2aio
from js2aio.cli.main import command

SOURCE = """\
const rates = [1.5, 2.5];
function label(rate, unit) {
  const shown = `${rate} ${unit}`;
  return shown;
}
console.log(label(rates[0], "km"));
"""


def run(*arguments: str) -> int:
    return command.run(["types", *arguments])  # type: ignore[attr-defined,no-any-return]


def test_each_name_has_its_type_and_place() -> None:
    found = {x.name: x for x in js2aio.infer_types(SOURCE).names}
    assert found["rates"].type == "number[]"
    assert (found["rates"].line, found["rates"].column) == (1, 7)
    assert (found["label"].kind, found["label"].line) == ("function", 2)
    assert found["label"].type == "(rate: number, unit: string) => string"
    assert (found["unit"].kind, found["unit"].type) == ("param", "string")
    assert (found["unit"].line, found["unit"].column) == (2, 22)
    assert found["shown"].type == "string"


def test_a_helper_names_what_was_not_proven() -> None:
    uses = js2aio.infer_types(SOURCE).helpers
    use = next(x for x in uses if x.name == "number_to_string")
    assert use.line == 3 and use.purpose
    assert ("rate", "number") in [(x.name, x.type) for x in use.names]


def test_what_is_proven_needs_no_helper() -> None:
    assert not js2aio.infer_types(SOURCE.replace(".5", "")).helpers


def test_text_and_json(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "a.js"
    path.write_text(SOURCE)
    assert run(str(path)) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].split() == ["1:7", "const", "rates", "number[]"]
    assert run(str(path), "--format", "json") == 0
    document = json.loads(capsys.readouterr().out)
    assert document["names"][0]["type"] == "number[]"
    assert document["helpers"][0]["line"] == 3


def test_bad_source_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "a.js"
    path.write_text("const = 1;")
    assert run(str(path)) == 2
    assert "a.js:1" in capsys.readouterr().err
    assert run(str(tmp_path / "none.js")) == 2
