"""The server of the playground: its page, and what the page asks for."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from importlib.resources import files
from typing import Any

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, PlainTextResponse, Response
from starlette.routing import Route

from ..options import Naming, Options, Order, Style, Target
from ..running import Stop
from ..site.primitives import read_primitives
from .guard import App, Guard
from .work import executed, options_of, translated

BODY_LIMIT = 512 * 1024
_STATIC = {
    "site.css": ("js2aio.site", "text/css"),
    "playground.css": ("js2aio.playground", "text/css"),
    "playground.js": ("js2aio.playground", "text/javascript"),
}


def make_app(port: int, token: str, timeout: float) -> App:
    """The whole application, guarded. ``timeout``: the seconds that a program may take."""
    server = _Server(timeout)
    routes = [
        Route("/", server.page),
        Route("/api/translate", server.translate, methods=["POST"]),
        Route("/api/run", server.run, methods=["POST"]),
        Route("/api/stop", server.stop, methods=["POST"]),
        *(Route(f"/{name}", _asset) for name in _STATIC),
    ]
    app = Starlette(routes=routes, lifespan=server.lifespan)
    return Guard(app, port, token, BODY_LIMIT)


class _Server:
    def __init__(self, timeout: float) -> None:
        self._timeout = timeout
        self._translating = threading.Lock()
        self._running: Stop | None = None

    @asynccontextmanager
    async def lifespan(self, _app: Starlette) -> AsyncIterator[None]:
        """While the server is there: what a translation needs is loaded at once."""
        warming = asyncio.create_task(
            run_in_threadpool(self._translate, "let a = 1;\n", Options())
        )
        yield
        if self._running is not None:
            self._running()
        await warming

    async def page(self, _request: Request) -> Response:
        return HTMLResponse(await run_in_threadpool(_page, self._timeout))

    async def translate(self, request: Request) -> Response:
        asked = await _asked(request)
        if isinstance(asked, Response):
            return asked
        return JSONResponse(await run_in_threadpool(self._translate, *asked))

    async def run(self, request: Request) -> Response:
        """Only one program of the page runs at a time."""
        asked = await _asked(request)
        if isinstance(asked, Response):
            return asked
        if self._running is not None:
            return JSONResponse({"failure": "a program is running already"}, 409)
        self._running = stop = Stop()
        try:
            done = await run_in_threadpool(executed, *asked, self._timeout, stop)
        finally:
            self._running = None
        return JSONResponse(done)

    async def stop(self, _request: Request) -> Response:
        if self._running is not None:
            await run_in_threadpool(self._running)
        return JSONResponse({})

    def _translate(self, source: str, options: Options) -> dict[str, Any]:
        with self._translating:
            return translated(source, options)


async def _asked(request: Request) -> tuple[str, Options] | Response:
    """The source and the options of a request, or what is answered to a wrong one."""
    try:
        body = await request.json()
        source = body["source"]
        if not isinstance(source, str):
            raise TypeError
        return source, options_of(body.get("options", {}))
    except (ValueError, KeyError, TypeError, AttributeError):
        return PlainTextResponse("Refused: not what the page sends.\n", 400)


async def _asset(request: Request) -> Response:
    name = request.url.path.lstrip("/")
    package, kind = _STATIC[name]
    text = (files(package) / "static" / name).read_text("utf-8")
    return Response(text, media_type=kind)


def _page(timeout: float) -> str:
    from jinja2 import Environment, PackageLoader, StrictUndefined

    environment = Environment(
        loader=PackageLoader(__package__, "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    examples = [
        {"title": f"{part.title}: {item.title}", "source": item.source}
        for part in read_primitives().parts
        for item in part.items
    ]
    return environment.get_template("playground.html.jinja").render(
        controls=[
            ("target", "Target", [(t.value, f"Python {_version(t)}") for t in Target]),
            ("style", "Style", [(s.value, s.value) for s in Style]),
            ("order", "Order", [(o.value, o.value) for o in Order]),
            ("naming", "Naming", [(n.value, n.value) for n in Naming]),
        ],
        examples=examples,
        seconds=f"{timeout:g}",
    )


def _version(target: Target) -> str:
    return ".".join(map(str, target.version))
