"""``js2aio rules``: the list, a page, and the same as JSON."""

from __future__ import annotations

import json
import re
import subprocess
import sys
import textwrap
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from js2aio import Options, translate
from js2aio.cli.main import command
from js2aio.rules import check_rules, load_rules

Run = Callable[..., Result]

OWN = """
[[rule]]
id = "acme-metrics-push"
js = "acme.push($NAME, $VALUE)"
python = "acme.push({{ NAME }}, value={{ VALUE }})"
imports = ["acme"]
warning = "times are in seconds"
doc = "Sends one value.\\nThe second line."
[[rule.example]]
js = 'acme.push("a", 1);'
python = '''
import acme

acme.push("a", value=1)
'''
"""


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "own.toml").write_text(OWN)
    return lambda *args: CliRunner().invoke(command, ["rules", *args])


def test_the_list_names_every_rule_once(run: Run) -> None:
    result = run()
    assert result.exit_code == 0, result.stderr
    names = [line.split("\t")[0] for line in result.stdout.splitlines()]
    assert names == sorted(rule.id for rule in load_rules().rules)
    assert all(line.count("\t") == 3 for line in result.stdout.splitlines())


def test_own_rules_are_listed_with_the_others(run: Run, tmp_path: Path) -> None:
    row = (
        "acme-metrics-push\tacme.push($NAME, $VALUE)\t"
        "acme.push({{ NAME }}, value={{ VALUE }})\tSends one value."
    )
    assert run("--mappings", "own.toml", "ACME").stdout == f"{row}\n"
    assert run("acme").exit_code == 2
    (tmp_path / "pyproject.toml").write_text("[tool.js2aio]\nmappings = ['own.toml']\n")
    assert run("acme").stdout == f"{row}\n"


def test_the_page_of_a_rule(run: Run) -> None:
    page = run("acme-metrics-push", "--mappings", "own.toml").stdout
    for line in (
        "acme-metrics-push",
        "The second line.",
        "    acme.push($NAME, $VALUE)",
        "    acme.push({{ NAME }}, value={{ VALUE }})",
        "imports: acme",
        "warning: times are in seconds",
        '    acme.push("a", value=1)',
    ):
        assert line in page.splitlines()


def test_every_rule_has_a_page(run: Run) -> None:
    for rule in load_rules().rules:
        result = run(rule.id)
        assert result.exit_code == 0
        assert result.stdout.startswith(f"{rule.id}\n")


def test_json_holds_what_the_file_holds(run: Run) -> None:
    result = run("acme-metrics-push", "--mappings", "own.toml", "--format", "json")
    document = json.loads(result.stdout)
    assert document["version"] == 1
    (rule,) = document["rules"]
    assert rule["js"] == "acme.push($NAME, $VALUE)"
    assert rule["imports"] == ["acme"]
    assert rule["examples"][0]["js"] == 'acme.push("a", 1);'


def test_a_name_that_is_none_suggests_one_that_is(run: Run) -> None:
    result = run("acme-metric-pusch", "--mappings", "own.toml")
    assert result.exit_code == 2
    assert "Did you mean acme-metrics-push" in result.stderr


def test_a_broken_mapping_is_one_message(run: Run, tmp_path: Path) -> None:
    (tmp_path / "broken.toml").write_text("[[rule]\n")
    result = run("--mappings", "broken.toml")
    assert result.exit_code == 2
    assert result.stderr.startswith("js2aio: error: broken.toml")
    assert len(result.stderr.splitlines()) == 1


def test_a_mapping_that_is_missing(run: Run) -> None:
    result = run("--mappings", "nowhere.toml")
    assert result.exit_code == 2
    assert result.stderr.startswith("js2aio: error: nowhere.toml")


def blocks(text: str, language: str) -> list[str]:
    """The fenced blocks of a Markdown text, without their indentation."""
    found = re.findall(
        rf"^( *)```{language}\n(.*?)^\1```$", text, re.DOTALL | re.MULTILINE
    )
    return [textwrap.dedent(body) for _, body in found]


@pytest.mark.parametrize("name", ["README.md", "CONTRIBUTING.md"])
def test_the_rule_in_the_documentation_holds(
    root: Path, tmp_path: Path, name: str
) -> None:
    (text,) = [
        block
        for block in blocks((root / name).read_text(), "toml")
        if "[[rule]]" in block
    ]
    path = tmp_path / "documented.toml"
    path.write_text(text)
    options = Options(mappings=(path,))
    problems = check_rules(
        load_rules((path,)),
        lambda js, _rule: translate(js, options=options).code,
        file=str(path),
    )
    assert problems == []
    (rule,) = (r for r in load_rules((path,)).rules if r.source_file == str(path))
    assert rule.examples


def test_the_program_in_the_documentation_runs(root: Path) -> None:
    (program,) = [
        block
        for block in blocks((root / "README.md").read_text(), "python")
        if "import js2aio" in block
    ]
    code = output_of(program)
    assert "[J2A" not in code
    assert output_of(code) == "6\n"


def output_of(program: str) -> str:
    return subprocess.run(
        [sys.executable, "-c", program], capture_output=True, check=True, text=True
    ).stdout
