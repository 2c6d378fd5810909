"""Serves the playground on loopback until it is interrupted."""

from __future__ import annotations

import secrets
import socket
from collections.abc import Callable

import uvicorn

from .app import make_app


def serve(port: int, timeout: float, ready: Callable[[str], None]) -> None:
    """Serve on 127.0.0.1, and nowhere else; ``port`` 0 is any that is free.

    ``ready`` is called with the address of the page, its token in it. Raises ``OSError``
    where the port is taken.
    """
    token = secrets.token_urlsafe(24)
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as listening:
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listening.bind(("127.0.0.1", port))
        listening.listen()  # so that nobody who reads the address comes too early
        actual = listening.getsockname()[1]
        config = uvicorn.Config(
            make_app(actual, token, timeout),
            log_level="warning",
            access_log=False,
            server_header=False,
            lifespan="on",
            timeout_graceful_shutdown=2,
        )
        # What stands behind # is for the browser alone: it is in no request and no log.
        ready(f"http://127.0.0.1:{actual}/#{token}")
        uvicorn.Server(config).run(sockets=[listening])
