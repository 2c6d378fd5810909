"""An extension of Python-Markdown, which MkDocs uses: a fence that shows both texts.

In ``mkdocs.yml``::

    markdown_extensions:
      - fenced_code
      - js2aio

and in a page::

    ```js2aio style=taskgroup
    const [a, b] = await Promise.all([load(1), load(2)]);
    ```

The fence becomes two ordinary ones, ``javascript`` and ``python``, so that the colours are
those of the site. With ``js2aio: {run: true}`` in the configuration, the option ``run``
executes both and shows what they print.
"""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from markdown import Markdown
from markdown.extensions import Extension
from markdown.preprocessors import Preprocessor

from ..diagnostics import Level
from ..errors import Js2aioError
from .passage import PassageError, passage

# Before the fences of fenced_code and of pymdownx.superfences (25), behind the
# normalization of white space (30).
_PRIORITY = 27
_FENCE = re.compile(r"^(?P<indent>[ \t]*)(?P<marks>`{3,}|~{3,})(?P<info>[^`]*)$")
_PAIR = (
    '<div class="js2aio" style="display:grid;gap:0 .8rem;'
    'grid-template-columns:repeat(auto-fit,minmax(min(100%,22rem),1fr))">'
)
_SIDE = '<div style="min-width:0">'


class JavaScriptExtension(Extension):
    """``run``: whether the option of that name is allowed."""

    def __init__(self, **kwargs: Any) -> None:
        self.config = {"run": [False, "allow the option run, which executes programs"]}
        super().__init__(**kwargs)

    def extendMarkdown(self, md: Markdown) -> None:
        """Called by Python-Markdown."""
        fences = JavaScriptFences(md, bool(self.getConfig("run")))
        md.preprocessors.register(fences, "js2aio", _PRIORITY)


def makeExtension(**kwargs: Any) -> JavaScriptExtension:
    """Called by Python-Markdown for the name of this module."""
    return JavaScriptExtension(**kwargs)


@dataclass(frozen=True, slots=True)
class _Fence:
    indent: str
    marks: str
    info: str

    def is_closed_by(self, line: str) -> bool:
        text = line.strip()
        return len(text) >= len(self.marks) and not text.strip(self.marks[0])


class JavaScriptFences(Preprocessor):
    """Replaces the fences ``js2aio``; those within other fences are text."""

    def __init__(self, md: Markdown, may_run: bool) -> None:
        super().__init__(md)
        self._may_run = may_run

    def run(self, lines: list[str]) -> list[str]:
        """The lines of a page, with other fences in place of ours.

        Raises ``PassageError`` for a fence that cannot be translated at all.
        """
        out: list[str] = []
        fence: _Fence | None = None
        content: list[str] = []
        for line in lines:
            if fence is None:
                found = _FENCE.match(line)
                if found:
                    fence = _Fence(
                        found["indent"], found["marks"], found["info"].strip()
                    )
                    content = [line]
                else:
                    out.append(line)
                continue
            content.append(line)
            if fence.is_closed_by(line):
                ours = fence.info.partition(" ")[0].strip("{. }") == "js2aio"
                out += self._replaced(fence, content[1:-1]) if ours else content
                fence, content = None, []
        return out + content

    def _replaced(self, fence: _Fence, content: list[str]) -> Iterator[str]:
        indent = fence.indent
        source = "".join(f"{line.removeprefix(indent)}\n" for line in content)
        try:
            shown = passage(
                source, "example.js", _options(fence.info), may_run=self._may_run
            )
        except Js2aioError as error:
            raise PassageError(f"js2aio fence: {error}") from None
        blocks = [self._html(_PAIR)]
        for text, language in (
            (shown.javascript, "javascript"),
            (shown.python, "python"),
        ):
            blocks += [
                self._html(_SIDE),
                self._code(text, language),
                self._html("</div>"),
            ]
        blocks.append(self._html("</div>"))
        for output in shown.outputs:
            blocks.append(f"{output.name}:")
            blocks.append(self._code(output.text.rstrip("\n") or "(nothing)", "text"))
        for item in shown.diagnostics:
            word = "Refused" if item.level is Level.ERROR else item.level.value.title()
            message = item.message + (f" ({item.hint})" if item.hint else "")
            blocks.append(f"**{word}**, line {item.line}: {_plain(message)}")
        for block in blocks:
            yield ""
            yield from (f"{indent}{line}".rstrip() for line in block.split("\n"))
        yield ""

    def _html(self, text: str) -> str:
        return self.md.htmlStash.store(text)

    def _code(self, text: str, language: str) -> str:
        if "fenced_code_block" not in self.md.preprocessors:
            return "\n".join(f"    {line}" for line in text.split("\n"))
        longest = max((len(run) for run in re.findall("`+", text)), default=0)
        marks = "`" * max(3, longest + 1)
        return f"{marks}{language}\n{text}\n{marks}"


def _options(info: str) -> dict[str, str | None]:
    """What stands behind the name: ``style=taskgroup run``, in braces or not."""
    words = shlex.split(re.sub("[{}]", " ", info))[1:]
    options: dict[str, str | None] = {}
    for word in words:
        name, sign, value = word.partition("=")
        options[name] = value if sign else None
    return options


def _plain(text: str) -> str:
    return re.sub(r"([\\*_\[\]<>`&])", r"\\\1", text)
