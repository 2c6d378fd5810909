"""Pages of Sphinx, docutils and MkDocs show JavaScript beside Python that does the same.

What a built page shows as Python is taken out of it and executed.
"""

from __future__ import annotations

import subprocess
import sys
from html.parser import HTMLParser
from pathlib import Path

import pytest
from docutils.core import publish_string

import js2aio
from js2aio.plugins import docutils as directive
from js2aio.running import run_python

JAVASCRIPT = """\
const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
async function load(n) {
  await sleep(1);
  return `<${n}> & more`;
}
async function main() {
  const both = await Promise.all([load(1), load(2)]);
  console.log(both.join(" "));
}
main();
"""
PRINTED = "<1> & more <2> & more\n"


class Blocks(HTMLParser):
    """The texts of all <pre> of a page."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.texts: list[str] = []
        self._depth = 0
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: object) -> None:
        if tag == "pre":
            self._depth += 1
            self.texts.append("")

    def handle_endtag(self, tag: str) -> None:
        self._depth -= tag == "pre"

    def handle_data(self, data: str) -> None:
        if self._depth:
            self.texts[-1] += data


def check_page(page: str) -> list[str]:
    """The JavaScript is there, and the Python behind it prints the same."""
    blocks = [text.strip("\n") + "\n" for text in Blocks(page).texts]
    at = blocks.index(JAVASCRIPT)
    assert run_python(blocks[at + 1]).stdout == PRINTED
    return blocks


def indented(text: str) -> str:
    return "".join(f"   {line}\n" if line else "\n" for line in text.split("\n"))


def run_module(*arguments: str, folder: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", *arguments], cwd=folder, capture_output=True, text=True
    )


@pytest.fixture
def sphinx(tmp_path: Path) -> Path:
    """A project of Sphinx; each page is written by the tests."""
    (tmp_path / "conf.py").write_text(
        'project = "p"\nextensions = ["js2aio.plugins.sphinx"]\njs2aio_run = True\n'
    )
    return tmp_path


def build_sphinx(folder: Path, builder: str = "html") -> Path:
    done = run_module(
        "sphinx", "-W", "-q", "-b", builder, ".", f"out/{builder}", folder=folder
    )
    assert done.returncode == 0, done.stderr
    return folder / "out" / builder


def test_sphinx(sphinx: Path) -> None:
    (sphinx / "load.js").write_text(JAVASCRIPT)
    (sphinx / "index.rst").write_text(
        f"T\n=\n\n.. js2aio::\n   :run:\n   :name: here\n\n{indented(JAVASCRIPT)}\n"
        "B\n-\n\n.. js2aio:: load.js\n   :style: taskgroup\n\nSee :ref:`b <here>`.\n"
    )
    out = build_sphinx(sphinx)
    page = (out / "index.html").read_text()
    blocks = check_page(page)
    assert PRINTED in blocks
    assert sum("asyncio.TaskGroup()" in text for text in blocks) == 1
    assert "js2aio.css" in page and (out / "_static" / "js2aio.css").is_file()
    assert (build_sphinx(sphinx, "text") / "index.txt").read_text().count("await") > 4


@pytest.mark.parametrize(
    ("body", "message"),
    [
        ("   const = 1;\n", "index.rst:4"),
        ("   :style: best\n\n   1;\n", "one of gather, taskgroup"),
        ("   :stile: best\n\n   1;\n", "unknown option"),
        ("   eval('1');\n", "eval has no counterpart"),
    ],
)
def test_sphinx_tells_what_cannot_be_shown(
    sphinx: Path, body: str, message: str
) -> None:
    gap = "" if body.startswith("   :") else "\n"
    (sphinx / "index.rst").write_text(f"T\n=\n\n.. js2aio::\n{gap}{body}")
    done = run_module("sphinx", "-W", "-q", "-b", "html", ".", "out", folder=sphinx)
    assert done.returncode != 0
    assert message in done.stderr


def publish(text: str, **settings: object) -> str:
    made: bytes = publish_string(
        text, writer="html5", settings_overrides={"warning_stream": False, **settings}
    )
    return made.decode()


def test_docutils_by_itself(tmp_path: Path) -> None:
    directive.register(run=True)
    page = publish(f".. js2aio::\n   :run:\n\n{indented(JAVASCRIPT)}")
    assert PRINTED in check_page(page)
    # A document that nobody trusts neither runs nor reads anything.
    directive.register()
    path = tmp_path / "secret.js"
    path.write_text("console.log('secret');\n")
    page = publish(f".. js2aio::\n   :run:\n\n{indented(JAVASCRIPT)}")
    assert "has to be allowed" in page
    page = publish(f".. js2aio:: {path}\n", file_insertion_enabled=False)
    assert "is disabled" in page and "console.log" not in page


def build_mkdocs(folder: Path, page: str, extensions: str) -> str:
    (folder / "docs").mkdir(exist_ok=True)
    (folder / "docs" / "index.md").write_text(page)
    (folder / "mkdocs.yml").write_text(
        f"site_name: s\ntheme:\n  name: null\n  custom_dir: theme\n"
        f"markdown_extensions:\n{extensions}"
    )
    (folder / "theme").mkdir(exist_ok=True)
    (folder / "theme" / "main.html").write_text("{{ page.content }}")
    done = run_module("mkdocs", "build", "--strict", "-q", folder=folder)
    assert done.returncode == 0, done.stderr
    return (folder / "site" / "index.html").read_text()


@pytest.mark.parametrize(
    "extensions",
    [
        "  - fenced_code\n  - codehilite\n  - js2aio:\n      run: true\n",
        "  - js2aio.plugins.markdown:\n      run: true\n  - pymdownx.superfences\n",
        "  - js2aio.plugins.markdown:\n      run: true\n",
    ],
    ids=["fenced_code", "superfences", "none"],
)
def test_mkdocs(tmp_path: Path, extensions: str) -> None:
    if "pymdownx" in extensions:
        pytest.importorskip("pymdownx")
    page = build_mkdocs(
        tmp_path, f"# T\n\n```js2aio run\n{JAVASCRIPT}```\n\nAfter.\n", extensions
    )
    assert PRINTED in check_page(page)
    assert page.count("<div") == page.count("</div")
    assert "<p>After.</p>" in page


def test_mkdocs_leaves_fences_in_fences_alone(tmp_path: Path) -> None:
    inner = "```js2aio\nconsole.log(1);\n```"
    page = build_mkdocs(
        tmp_path,
        f"````text\n{inner}\n````\n\n```js\nlet a;\n```\n\n```js2aio\nopen\n",
        "  - fenced_code\n  - js2aio.plugins.markdown\n",
    )
    assert Blocks(page).texts[0].strip() == inner
    assert "print(" not in page


@pytest.mark.parametrize(
    ("fence", "message"),
    [
        ("```js2aio\nlet let = 1;\n```\n", "example.js:1"),
        ("```js2aio stile=best\n1;\n```\n", "did you mean style"),
        ("```js2aio run\n1;\n```\n", "has to be allowed"),
    ],
)
def test_a_fence_that_cannot_be_shown_is_an_error(fence: str, message: str) -> None:
    import markdown

    with pytest.raises(js2aio.Js2aioError, match=message):
        markdown.markdown(fence, extensions=["js2aio.plugins.markdown"])


def test_warnings_are_told_below() -> None:
    import markdown

    text = '```js2aio {style="taskgroup"}\n' + JAVASCRIPT + "```\n"
    page = markdown.markdown(
        text, extensions=["fenced_code", "js2aio.plugins.markdown"]
    )
    assert "<strong>Warning</strong>, line 7: a TaskGroup cancels" in page
    assert "TaskGroup() as group" in page


def test_the_markdown_site_builds_with_mkdocs(tmp_path: Path) -> None:
    """What ``js2aio docs --format markdown`` writes is a folder of pages for MkDocs."""
    from js2aio.site import build, build_site

    (tmp_path / "a.js").write_text(JAVASCRIPT)
    whole = build.rule_pages
    few = {use.id for use in js2aio.translate(JAVASCRIPT).rules}
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(
            build,
            "rule_pages",
            lambda rules, *rest: whole([r for r in rules if r.id in few], *rest),
        )
        build_site([tmp_path / "a.js"], tmp_path / "docs", format="markdown")
    (tmp_path / "mkdocs.yml").write_text("site_name: s\n")
    done = run_module("mkdocs", "build", "--strict", "-q", folder=tmp_path)
    assert done.returncode == 0, done.stderr
    page = (tmp_path / "site" / "programs" / "a" / "index.html").read_text()
    assert PRINTED in check_page(page)
