"""WebSockets as the package ws has them: events of a socket, and of a server."""

import asyncio

import websockets
from helpers.events import EventEmitter
from helpers.promises import background


class WebSocket(EventEmitter):
    """A socket: events "open", "message", "close" and "error"."""

    CONNECTING, OPEN, CLOSING, CLOSED = range(4)

    def __init__(self, url=None, connection=None):
        super().__init__()
        self.url = url
        self.connection = connection
        self.ready_state = self.CONNECTING if url else self.OPEN
        self.waiting = asyncio.Queue()
        self.task = background(self.run())

    def send(self, data):
        """Send text or bytes, after what was sent before."""
        if self.ready_state == self.CONNECTING:
            raise RuntimeError("WebSocket is not open: readyState 0 (CONNECTING)")
        self.waiting.put_nowait(data)

    def close(self, code=None, reason=""):
        """Close the connection when all is sent."""
        if self.ready_state < self.CLOSING:
            self.ready_state = self.CLOSING
            self.waiting.put_nowait((code, reason))

    async def run(self):
        await asyncio.sleep(0)  # who listens from this turn on hears all
        if self.connection is None:
            try:
                self.connection = await websockets.connect(self.url, ping_interval=None)
            except (OSError, websockets.WebSocketException) as err:
                self.ready_state = self.CLOSED
                self.emit("error", err)
                self.emit("close", 1006, b"")
                return
            self.ready_state = max(self.ready_state, self.OPEN)
            self.emit("open")
        sending = asyncio.get_running_loop().create_task(self.pump())
        try:
            while True:
                data = await self.connection.recv()
                binary = isinstance(data, bytes)
                self.emit("message", data if binary else data.encode(), binary)
        except websockets.ConnectionClosed:
            sending.cancel()
        self.ready_state = self.CLOSED
        reason = self.connection.close_reason or ""
        self.emit("close", self.connection.close_code, reason.encode())

    async def pump(self):
        while True:
            data = await self.waiting.get()
            if isinstance(data, tuple):
                await self.connection.close(*data)
            else:
                await self.connection.send(data)


class WebSocketServer(EventEmitter):
    """A server: events "listening", "connection" and "close"; `clients` are its sockets."""

    def __init__(self, port, host=None):
        super().__init__()
        self.clients = {}
        self.server = None
        self.closing = asyncio.Event()
        self.closed = None
        background(self.run(host, port))

    async def run(self, host, port):
        serve = websockets.serve(self.accept, host, port, ping_interval=None)
        async with serve as self.server:
            self.emit("listening")
            await self.closing.wait()
            while self.clients:  # they are not closed by the server
                await asyncio.wait([socket.task for socket in self.clients])
                await asyncio.sleep(0)
        self.emit("close")
        if self.closed is not None:
            self.closed()

    async def accept(self, connection):
        socket = WebSocket(connection=connection)
        self.clients[socket] = None
        self.emit("connection", socket, connection.request)
        await asyncio.wait([socket.task])
        del self.clients[socket]

    def address(self):
        """Where it listens."""
        host, port = next(iter(self.server.sockets)).getsockname()[:2]
        return {"address": host, "port": port}

    def close(self, closed=None):
        """Take no more connections; the end comes when the last socket is closed."""
        self.closed = closed
        self.closing.set()
