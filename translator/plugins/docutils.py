"""The directive ``.. js2aio::`` for docutils::

    .. js2aio::
       :style: taskgroup

       const [a, b] = await Promise.all([load(1), load(2)]);

or ``.. js2aio:: path/of/a/file.js``, relative to the document.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any, ClassVar

from docutils import nodes
from docutils.parsers.rst import Directive, directives
from docutils.utils.code_analyzer import Lexer

from ..api import read_source
from ..diagnostics import Diagnostic, Level
from ..errors import Js2aioError
from .passage import OPTIONS, Passage, passage


def register(*, run: bool = False) -> None:
    """Make the directive known to docutils.

    ``run``: whether a document may have its programs executed while it is read (``:run:``).
    """
    directives.register_directive("js2aio", directive(run))


def directive(run: bool) -> type[JavaScript]:
    """The directive, with or without the right to execute programs."""
    return (
        type("JavaScriptThatRuns", (JavaScript,), {"may_run": True})
        if run
        else JavaScript
    )


class JavaScript(Directive):
    """Shows JavaScript and its translation; what differs is told below them."""

    optional_arguments = 1
    final_argument_whitespace = True
    has_content = True
    option_spec: ClassVar[dict[str, Any]] = {
        **dict.fromkeys(OPTIONS, directives.unchanged),
        "class": directives.class_option,
        "name": directives.unchanged,
    }
    may_run: ClassVar[bool] = False

    def run(self) -> list[nodes.Node]:
        source, filename = self._source()
        options = {k: v for k, v in self.options.items() if k in OPTIONS}
        try:
            shown = passage(source, filename, options, may_run=self.may_run)
        except Js2aioError as error:
            raise self.error(f"js2aio: {error}") from None
        for item in shown.diagnostics:
            if item.level is Level.ERROR:
                # In the log of the build, too: the page is not what it is meant to be.
                self.state_machine.reporter.warning(
                    f"js2aio: {item.message}", line=self.lineno
                )
        container = nodes.container(classes=["js2aio", *self.options.get("class", [])])
        container += list(self._content(shown))
        self.add_name(container)
        return [container]

    def path_of(self, argument: str) -> Path:
        """The file that the directive names."""
        document = self.state_machine.get_source(self.lineno)
        return Path(document or ".").parent / argument

    def literal(self, text: str, language: str) -> nodes.literal_block:
        """A block of code with the colours of docutils."""
        block = nodes.literal_block(text, "", classes=["code", language])
        style = self.state.document.settings.syntax_highlight
        for classes, value in Lexer(text, language, style):
            block += (
                nodes.inline(value, value, classes=classes)
                if classes
                else nodes.Text(value)
            )
        return block

    def _source(self) -> tuple[str, str]:
        """The JavaScript, and how diagnostics call it."""
        if not self.arguments:
            self.assert_has_content()
            return "\n".join(self.content) + "\n", "example.js"
        if self.content:
            raise self.error("js2aio: give a file or a content, not both")
        settings = self.state.document.settings
        if not settings.file_insertion_enabled:
            raise self.error("js2aio: reading files is disabled")
        path = self.path_of(self.arguments[0])
        if settings.record_dependencies is not None:
            settings.record_dependencies.add(str(path))
        try:
            return read_source(path), path.name
        except Js2aioError as error:
            raise self.error(f"js2aio: {error}") from None

    def _content(self, shown: Passage) -> Iterator[nodes.Node]:
        pair = nodes.container(classes=["js2aio-pair"])
        for text, language in (
            (shown.javascript, "javascript"),
            (shown.python, "python"),
        ):
            pair += self.literal(text, language)
        yield pair
        for output in shown.outputs:
            yield nodes.paragraph("", f"{output.name}:", classes=["js2aio-output"])
            yield self.literal(output.text.rstrip("\n") or "(nothing)", "text")
        for item in shown.diagnostics:
            yield _admonition(item)


def _admonition(item: Diagnostic) -> nodes.Element:
    kind = nodes.note if item.level is Level.NOTE else nodes.warning
    text = f"Line {item.line}: {item.message}"
    if item.hint:
        text += f" ({item.hint})"
    return kind("", nodes.paragraph(text, text))
