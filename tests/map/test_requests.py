"""fetch, axios and got, translated and executed against a server on loopback."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from time import sleep

import pytest

import js2aio


class Handler(BaseHTTPRequestHandler):
    """Answers with what it was asked; /missing is not there, /old has moved."""

    def do_GET(self) -> None:
        if self.path == "/old":
            self.send_response(302)
            self.send_header("Location", "/new")
            self.send_header("Content-Length", "0")
            self.end_headers()
            return
        if self.path == "/slow":
            sleep(1)
        length = int(self.headers.get("Content-Length") or 0)
        body = self.rfile.read(length).decode()
        answer = {
            "method": self.command,
            "path": self.path,
            "token": self.headers.get("x-token"),
            "body": json.loads(body) if body else None,
        }
        data = json.dumps(answer).encode()
        self.send_response(404 if self.path == "/missing" else 200)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        with suppress(BrokenPipeError):  # who asked may be gone
            self.wfile.write(data)

    do_POST = do_PUT = do_GET

    def log_message(self, format: str, *args: object) -> None:
        pass


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    found = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = Thread(target=found.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{found.server_address[1]}"
    found.shutdown()
    found.server_close()


def run(source: str, base: str, folder: Path) -> str:
    """What a program prints under Python; ``BASE`` is where the server is."""
    translation = js2aio.translate(source)
    assert translation.ok, translation.diagnostics
    path = folder / "program.py"
    path.write_text(translation.code)
    done = subprocess.run(
        [sys.executable, path],
        env={**os.environ, "BASE": base, "NO_PROXY": "*"},
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert done.returncode == 0, f"{done.stderr}\n{translation.code}"
    return done.stdout


FETCH = """
const base = process.env.BASE;
async function load(path) {
  const response = await fetch(`${base}${path}`);
  if (!response.ok) throw new Error(`HTTP ${response.status} ${response.statusText}`);
  return response.json();
}
async function main() {
  const item = await load("/items/1");
  console.log(item.method, item.path);
  const [a, b] = await Promise.all([load("/a"), load("/b")]);
  console.log(a.path, b.path);
  try {
    await load("/missing");
  } catch (err) {
    console.log(err.message);
  }
  const sent = await fetch(`${base}/items`, {
    method: "POST",
    headers: { "Content-Type": "application/json", "x-token": "t" },
    body: JSON.stringify({ name: "x", tags: [1, 2] }),
  });
  const answer = await sent.json();
  console.log(sent.status, answer.method, answer.token, answer.body.tags.length);
  const moved = await fetch(`${base}/old`);
  console.log(moved.redirected, moved.url.endsWith("/new"), moved.headers.get("content-type"));
  console.log((await (await fetch(`${base}/t`)).text()).length > 10, moved.headers.get("x-none"));
  const controller = new AbortController();
  setTimeout(() => controller.abort(), 30);
  for (const signal of [AbortSignal.timeout(30), controller.signal]) {
    try {
      await fetch(`${base}/slow`, { method: "GET", signal });
    } catch (err) {
      console.log(err.name);
    }
  }
  const quick = await fetch(`${base}/quick`, { signal: AbortSignal.timeout(5000) });
  console.log(quick.status);
  fetch(`${base}/then`).then((r) => r.json()).then((data) => console.log(data.path));
}
main();
"""

PRINTED_FETCH = """\
GET /items/1
/a /b
HTTP 404 Not Found
200 POST t 2
true true application/json
true null
TimeoutError
AbortError
200
/then
"""

AXIOS = """
import axios from "axios";
const base = process.env.BASE;
const { data } = await axios.get(`${base}/items`, { params: { page: 2 }, headers: { "x-token": "t" } });
console.log(data.path, data.token);
const made = await axios.post(`${base}/items`, { name: "x" });
console.log(made.status, made.data.body.name, made.headers["content-type"]);
try {
  await axios.get(`${base}/missing`);
} catch (err) {
  console.log(err.message, err.code, err.response.status, axios.isAxiosError(err));
  if (err.response) console.log(err.response.data.path);
}
const api = axios.create({ baseURL: base, headers: { "x-token": "mine" }, timeout: 5000 });
const { data: mine } = await api.get("/own", { params: { q: "a b" } });
console.log(mine.path, mine.token);
const changed = await api.put("/own/1", { on: true }, { headers: { "x-token": "other" } });
console.log(changed.data.body.on, changed.data.token);
const any = await axios({ method: "post", url: `${base}/any`, data: { n: 1 } });
console.log(any.data.method, any.data.body.n);
"""

PRINTED_AXIOS = """\
/items?page=2 t
200 x application/json
Request failed with status code 404 ERR_BAD_REQUEST 404 true
/missing
/own?q=a+b mine
true other
POST 1
"""

GOT = """
import got from "got";
const base = process.env.BASE;
const data = await got(`${base}/items`, { searchParams: { page: 2 }, headers: { "x-token": "t" } }).json();
console.log(data.path, data.token);
const response = await got.get(`${base}/plain`);
console.log(response.statusCode, JSON.parse(response.body).path, response.headers["content-type"]);
const made = await got.post(`${base}/items`, { json: { name: "x" } }).json();
console.log(made.method, made.body.name);
console.log((await got(`${base}/text`).text()).includes("/text"));
try {
  await got(`${base}/missing`);
} catch (err) {
  console.log(err.code, err.response.statusCode);
}
const all = await Promise.all(["/a", "/b"].map((path) => got(`${base}${path}`).json()));
console.log(all.map((item) => item.path));
"""

PRINTED_GOT = """\
/items?page=2 t
200 /plain application/json
POST x
true
ERR_NON_2XX_3XX_RESPONSE 404
[ '/a', '/b' ]
"""


def test_fetch(server: str, tmp_path: Path) -> None:
    assert run(FETCH, server, tmp_path) == PRINTED_FETCH


def test_axios(server: str, tmp_path: Path) -> None:
    assert run(AXIOS, server, tmp_path) == PRINTED_AXIOS


def test_got(server: str, tmp_path: Path) -> None:
    assert run(GOT, server, tmp_path) == PRINTED_GOT


@pytest.mark.node
def test_node_prints_the_same(node: str, server: str, tmp_path: Path) -> None:
    path = tmp_path / "program.js"
    path.write_text(FETCH)
    environment = {**os.environ, "BASE": server, "NO_PROXY": "*"}
    done = subprocess.run(
        [node, path], env=environment, capture_output=True, text=True, timeout=60
    )
    assert done.stdout == PRINTED_FETCH
