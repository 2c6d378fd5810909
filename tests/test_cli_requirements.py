"""``js2aio requirements``: the packages that the output imports."""

from __future__ import annotations

from pathlib import Path

import pytest
from packaging.requirements import Requirement

import js2aio
from js2aio.cli.main import command
from js2aio.rules import load_rules

FETCH = """
async function load(url) {
  const response = await fetch(new URL(url));
  return response.json();
}
load("http://localhost/").then(console.log);
"""


def run(*arguments: str) -> int:
    return command.run(["requirements", *arguments])  # type: ignore[attr-defined,no-any-return]


def test_packages_come_one_a_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "a.js").write_text(FETCH)
    assert run(str(tmp_path / "a.js")) == 0
    lines = capsys.readouterr().out.splitlines()
    assert [Requirement(line).name for line in lines] == ["ada-url", "httpx"]
    assert all(Requirement(line).specifier for line in lines)


def test_what_needs_none_prints_nothing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "a.js").write_text("console.log(1);")
    assert run(str(tmp_path / "a.js")) == 0
    assert capsys.readouterr().out == ""


def test_a_folder_has_what_all_of_it_needs(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "a.js").write_text(FETCH)
    (tmp_path / "b.mjs").write_text(
        'import pRetry from "p-retry";\n'
        "let n = 0;\n"
        "const go = async () => { n += 1; if (n < 2) throw new Error('no'); return n; };\n"
        "console.log(await pRetry(go, { retries: 2, minTimeout: 1 }));\n"
    )
    assert run(str(tmp_path)) == 0
    names = [Requirement(x).name for x in capsys.readouterr().out.splitlines()]
    assert names == ["ada-url", "httpx", "tenacity"]
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.js", "b.mjs"]


def test_exit_statuses_are_those_of_translating(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "refused.js").write_text("with (x) { y(); }")
    (tmp_path / "wrong.js").write_text("let let = ;")
    assert run(str(tmp_path / "refused.js")) == 1
    assert run(str(tmp_path / "wrong.js")) == 2
    assert run(str(tmp_path / "missing.js")) == 2
    assert capsys.readouterr().out == ""


def test_each_package_of_the_rules_has_a_lower_bound() -> None:
    for rule in load_rules().rules:
        for name in rule.requires:
            bounds = [s.operator for s in Requirement(name).specifier]
            assert bounds == [">="], rule.id


def test_a_package_for_patterns_is_named_where_re_is_not_enough() -> None:
    assert js2aio.translate(r"/\p{L}/u.test(String(1));").requirements == (
        "regex>=2025.11.3",
    )
    assert js2aio.translate(r"/[a-z]/u.test(String(1));").requirements == ()


def test_the_library_gives_them_too() -> None:
    assert js2aio.translate(FETCH).requirements == ("ada-url>=1.10", "httpx>=0.24")
