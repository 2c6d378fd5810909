"""Who may ask the playground for what: its own page, opened on this computer, alone.

A page of any site that is open in the same browser can send requests to a server on this
computer, and a name that its owner points to 127.0.0.1 (DNS rebinding) makes it look as if
it were the server's own. So the ``Host`` has to be ours, an ``Origin`` that is told, too, and
whatever translates or executes needs the token that stands in the address which the
terminal shows, and which no other page and no other user of this computer knows.
"""

from __future__ import annotations

import secrets
from collections.abc import Awaitable, Callable, MutableMapping
from typing import Any

Scope = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[MutableMapping[str, Any]]]
Send = Callable[[MutableMapping[str, Any]], Awaitable[None]]
App = Callable[[Scope, Receive, Send], Awaitable[None]]

TOKEN_HEADER = b"x-js2aio-token"
_NAMES = ("127.0.0.1", "localhost")
_HEADERS = [
    (
        b"content-security-policy",
        b"default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; "
        b"img-src 'self' data:; base-uri 'none'; form-action 'none'; "
        b"frame-ancestors 'none'",
    ),
    (b"x-content-type-options", b"nosniff"),
    (b"referrer-policy", b"no-referrer"),
    (b"cross-origin-opener-policy", b"same-origin"),
    (b"cross-origin-resource-policy", b"same-origin"),
    (b"cache-control", b"no-store"),
]


class Guard:
    """Refuses requests that are not those of the playground's own page.

    ``port``: that of the server; ``token``: what requests below ``/api/`` have to bring;
    ``limit``: the most bytes that a request may have.
    """

    def __init__(self, app: App, port: int, token: str, limit: int) -> None:
        self._app = app
        self._hosts = {f"{name}:{port}".encode() for name in _NAMES}
        if port == 80:
            self._hosts |= {name.encode() for name in _NAMES}
        self._origins = {b"http://" + host for host in self._hosts}
        self._token = token.encode()
        self._limit = limit

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """An ASGI application."""
        if scope["type"] == "lifespan":
            await self._app(scope, receive, send)
            return
        if scope["type"] != "http":
            return  # no web sockets here
        refusal = self._refusal(scope)
        if refusal is not None:
            await _answer(send, *refusal)
            return

        async def guarded(message: MutableMapping[str, Any]) -> None:
            if message["type"] == "http.response.start":
                message["headers"] = [*message.get("headers", []), *_HEADERS]
            await send(message)

        await self._app(scope, receive, guarded)

    def _refusal(self, scope: Scope) -> tuple[int, str] | None:
        """The status and reason with which a request is refused, if it is."""
        headers: dict[bytes, list[bytes]] = {}
        for name, value in scope["headers"]:
            headers.setdefault(name.lower(), []).append(value)
        hosts = headers.get(b"host", [])
        if len(hosts) != 1 or hosts[0].lower() not in self._hosts:
            return 403, "the Host is another one"
        if any(origin not in self._origins for origin in headers.get(b"origin", [])):
            return 403, "the Origin is another one"
        site = headers.get(b"sec-fetch-site", [b"same-origin"])
        if not set(site) <= {b"same-origin", b"none"}:
            return 403, "the request comes from another page"
        if not scope["path"].startswith("/api/"):
            return None
        tokens = headers.get(TOKEN_HEADER, [])
        if len(tokens) != 1 or not secrets.compare_digest(tokens[0], self._token):
            return 403, "the token of this session is missing"
        if scope["method"] == "POST":
            if (
                headers.get(b"content-type", [b""])[0].split(b";")[0]
                != b"application/json"
            ):
                return 415, "JSON is wanted"
            length = headers.get(b"content-length", [b""])[0]
            if not length.isdigit() or int(length) > self._limit:
                return 413, "the text is too long"
        return None


async def _answer(send: Send, status: int, reason: str) -> None:
    headers = [(b"content-type", b"text/plain; charset=utf-8"), *_HEADERS]
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": f"Refused: {reason}.\n".encode()})
