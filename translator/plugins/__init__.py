"""JavaScript beside its Python in the pages of other tools.

``js2aio.plugins.sphinx``: an extension of Sphinx, with the directive ``.. js2aio::``;
``js2aio.plugins.docutils``: the same directive for docutils by itself;
``js2aio.plugins.markdown``: an extension of Python-Markdown, for MkDocs, with a fence
``js2aio``. Each tool brings its own library; nothing here is needed without it.
"""
