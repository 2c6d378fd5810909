"""An extension of Sphinx: ``extensions = ["js2aio.plugins.sphinx"]`` in ``conf.py``.

``js2aio_run = True`` there allows the option ``:run:`` of the directive, which executes
what stands in a document.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from docutils import nodes
from sphinx.application import Sphinx

from .. import __version__
from .docutils import JavaScript


class SphinxJavaScript(JavaScript):
    """The directive, with the colours, paths and dependencies of Sphinx."""

    @property
    def may_run(self) -> bool:  # type: ignore[override]
        return bool(self._env.config.js2aio_run)

    def path_of(self, argument: str) -> Path:
        relative, absolute = self._env.relfn2path(argument)
        self._env.note_dependency(relative)
        return Path(absolute)

    def literal(self, text: str, language: str) -> nodes.literal_block:
        block = nodes.literal_block(text, text)
        block["language"] = language
        return block

    @property
    def _env(self) -> Any:
        return self.state.document.settings.env


def setup(app: Sphinx) -> dict[str, Any]:
    """Called by Sphinx."""
    app.add_config_value("js2aio_run", False, "env", types=(bool,))
    app.add_directive("js2aio", SphinxJavaScript)
    app.connect("builder-inited", _add_style)
    return {
        "version": __version__,
        "parallel_read_safe": True,
        "parallel_write_safe": True,
    }


def _add_style(app: Sphinx) -> None:
    folder = str(Path(__file__).parent / "static")
    if folder not in app.config.html_static_path:
        app.config.html_static_path.append(folder)
    app.add_css_file("js2aio.css")
