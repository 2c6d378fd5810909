"""``js2aio playground``: a page on this computer, JavaScript left, Python right as one types.

Needs Starlette and uvicorn: ``pip install 'js2aio[playground]'``.
"""
