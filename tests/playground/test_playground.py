"""The playground: its page in a browser, and what its server refuses."""

from __future__ import annotations

import http.client
import http.server
import json
import re
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from support.chromium import AXE, opened, serious_violations

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = [pytest.mark.xdist_group("site")]

ADDRESS = re.compile(r"http://127\.0\.0\.1:(\d+)/#(\S+)")
SOURCE = "console.log([1, 2].map((n) => n * 2).join('+'));\n"


@dataclass(frozen=True, slots=True)
class Served:
    """A server that is running: the address of its page, the port, the token."""

    url: str
    port: int
    token: str

    def request(
        self,
        path: str,
        body: object = None,
        headers: Mapping[str, str] | None = None,
        token: str | None = None,
    ) -> tuple[int, str]:
        """The status and text of an answer; a header of None is left out."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
        sent: dict[str, str] = {}
        if body is not None:
            sent["Content-Type"] = "application/json"
            sent["X-Js2aio-Token"] = self.token if token is None else token
        method = "GET" if body is None else "POST"
        data = None if body is None else json.dumps(body)
        connection.request(method, path, data, {**sent, **(headers or {})})
        answer = connection.getresponse()
        text = answer.read().decode()
        connection.close()
        return answer.status, text


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    process = subprocess.Popen(
        [sys.executable, "-m", "js2aio", "playground", "--no-open", "--timeout", "3"],
        stdout=subprocess.PIPE,
        text=True,
        cwd=tmp_path_factory.mktemp("playground"),
    )
    assert process.stdout is not None
    found = ADDRESS.search(process.stdout.readline())
    assert found is not None
    yield Served(found[0], int(found[1]), found[2])
    process.terminate()
    process.wait(20)


# ---- what is answered, and to whom ---------------------------------------------------------


def test_translates_and_executes(served: Served) -> None:
    status, text = served.request("/api/translate", {"source": SOURCE})
    translation = json.loads(text)
    assert status == 200
    assert translation["javascript"][0]["to"] == [1]
    assert {use["rule"] for use in translation["why"]["uses"]} >= {"console-log-one"}
    status, text = served.request("/api/run", {"source": SOURCE})
    done = json.loads(text)
    assert done["python"]["stdout"] == "2+4\n"
    assert done["verdict"] in ("same", "alone")


@pytest.mark.parametrize(
    "headers",
    [
        {"Host": "evil.example"},
        {"Host": "evil.example:80"},
        {"Host": "127.0.0.1:1"},
        {"Host": ""},
        {"Origin": "http://evil.example"},
        {"Origin": "null"},
        {"Origin": "https://127.0.0.1:{port}"},
        {"Origin": "http://127.0.0.1:1"},
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
    ],
    ids=str,
)
@pytest.mark.parametrize("path", ["/", "/api/translate", "/api/run", "/api/stop"])
def test_other_hosts_and_origins_are_refused(
    served: Served, path: str, headers: dict[str, str]
) -> None:
    body = {"source": SOURCE} if path.startswith("/api") else None
    sent = {name: value.format(port=served.port) for name, value in headers.items()}
    status, text = served.request(path, body, sent)
    assert status in (400, 403)
    assert "2+4" not in text and "<html" not in text


def test_own_origins_are_not_refused(served: Served) -> None:
    for name in ("127.0.0.1", "localhost"):
        own = f"{name}:{served.port}"
        headers = {
            "Host": own,
            "Origin": f"http://{own}",
            "Sec-Fetch-Site": "same-origin",
        }
        assert served.request("/api/translate", {"source": ""}, headers)[0] == 200


def test_without_the_token_nothing_is_done(served: Served) -> None:
    for token in ("", "x", served.token[:-1]):
        for path in ("/api/translate", "/api/run", "/api/stop"):
            assert served.request(path, {"source": SOURCE}, token=token)[0] == 403
    assert served.token not in served.request("/")[1]


def test_what_the_page_does_not_send_is_refused(served: Served) -> None:
    for body in ({}, [], {"source": 1}, {"source": "", "options": {"style": "x"}}):
        assert served.request("/api/translate", body)[0] == 400
    plain = {"Content-Type": "text/plain"}
    assert served.request("/api/run", {"source": SOURCE}, plain)[0] == 415
    assert served.request("/api/translate", {"source": "x" * 600_000})[0] == 413
    assert served.request("/api/none", {"source": ""})[0] == 404
    assert served.request("/../../etc/passwd")[0] == 404


def test_only_this_computer_reaches_it(served: Served) -> None:
    try:
        outside = socket.gethostbyname(socket.gethostname())
    except OSError:
        pytest.skip("this computer has no address")
    if outside.startswith("127."):
        pytest.skip("this computer has no other address")
    with pytest.raises(OSError):
        socket.create_connection((outside, served.port), 5).close()


def test_a_taken_port_is_said(served: Served) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "js2aio", "playground", "--port", str(served.port)],
        capture_output=True,
        text=True,
    )
    assert done.returncode == 2
    assert f"port {served.port}: Address already in use" in done.stderr


# ---- the page in a browser -----------------------------------------------------------------


def python_of(page: Page) -> str:
    rows = page.locator("#result .line code").all_text_contents()
    return "\n".join(rows)


def typed(page: Page, text: str) -> None:
    page.locator("#source").fill(text)


def wait_for(page: Page, text: str) -> None:
    page.locator("#result", has_text=text).wait_for()


def test_typing_changes_the_python_at_once(browser: Browser, served: Served) -> None:
    """Half a second at most from a key to the Python; of some keys, on a busy machine."""
    with opened(browser, served.url) as page:
        wait_for(page, "asyncio.gather(")
        typed(page, "console.log(40);")
        wait_for(page, "print(40)")
        page.locator("#source").press("End")
        page.keyboard.press("ArrowLeft")
        page.keyboard.press("ArrowLeft")
        page.evaluate("""() => {
                window.times = [];
                let typed = 0;
                document.getElementById('source').addEventListener(
                    'input', () => (typed = performance.now()), true);
                new MutationObserver(() => times.push(performance.now() - typed))
                    .observe(document.getElementById('result'), {childList: true});
            }""")
        expected = "40"
        for key in "12345":
            page.keyboard.press(key)
            expected += key
            wait_for(page, f"print({expected})")
        assert min(page.evaluate("times")) < 500


def test_running_shows_both_outputs_and_only_then(
    browser: Browser, served: Served
) -> None:
    with opened(browser, served.url) as page:
        asked: list[str] = []
        page.on("request", lambda request: asked.append(request.url))
        typed(page, SOURCE)
        wait_for(page, "join(")
        page.evaluate("document.querySelector('.run').click()")  # no one's click
        page.wait_for_timeout(200)
        assert not any("/api/run" in url for url in asked)
        page.get_by_role("button", name="Run both").click()
        page.locator(".verdict:visible").wait_for()
        assert page.locator(".output.py pre").inner_text() == "2+4\n"
        if page.locator(".output.js").is_visible():
            assert page.locator(".output.js pre").inner_text() == "2+4\n"
            assert "Both print the same" in page.locator(".verdict").inner_text()


def test_what_does_not_end_is_stopped(browser: Browser, served: Served) -> None:
    with opened(browser, served.url) as page:
        typed(page, "console.log('on'); setInterval(() => {}, 50);")
        wait_for(page, "on")
        page.get_by_role("button", name="Run both").click()
        page.get_by_role("button", name="Stop").click()
        page.locator(".verdict:visible").wait_for()
        assert page.get_by_role("button", name="Run both").is_enabled()
        typed(page, "while (true) {}")
        wait_for(page, "while True")
        page.get_by_role("button", name="Run both").click()
        page.locator(".exit", has_text="stopped: time").first.wait_for()


def test_options_and_diagnostics_in_place(browser: Browser, served: Served) -> None:
    with opened(browser, served.url) as page:
        wait_for(page, "asyncio.gather(")
        page.get_by_label("Style").select_option("taskgroup")
        wait_for(page, "asyncio.TaskGroup()")
        warned = page.locator(".back .says-warning")
        assert "TaskGroup cancels" in (warned.get_attribute("data-say") or "")
        page.locator("#said").get_by_role("button").first.click()
        assert page.evaluate("document.activeElement.id") == "source"
        assert page.locator(".back .active").count() == 1
        assert page.locator("#result .related").count() > 0

        before = python_of(page)
        typed(page, "let let = 1;")
        page.locator(".back .says-error").wait_for()
        assert python_of(page) == before  # the last one that there was
        typed(page, "eval('1');")
        wait_for(page, "NotImplementedError")
        page.get_by_label("Example").select_option(
            label="Semaphore: A limit from a library"
        )
        wait_for(page, "asyncio.Semaphore(2)")


def test_text_of_the_source_is_text(browser: Browser, served: Served) -> None:
    with opened(browser, served.url) as page:
        typed(page, "console.log('<img src=x onerror=alert(1)></script>');")
        wait_for(page, "onerror")
        assert page.locator("#result img, .back img").count() == 0


def test_a_page_of_another_origin_gets_nothing(
    browser: Browser, served: Served, tmp_path: Path
) -> None:
    """It knows the port, and even the token."""
    folder = tmp_path

    class Handler(http.server.SimpleHTTPRequestHandler):
        def __init__(self, *args: object) -> None:
            super().__init__(*args, directory=str(folder))  # type: ignore[arg-type]

        def log_message(self, *args: object) -> None:
            pass

    (folder / "index.html").write_text("<title>evil</title>")
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        context = browser.new_context()
        page = context.new_page()
        page.goto(f"http://127.0.0.1:{server.server_port}/index.html")
        left = folder / "left"
        code = f"require('fs').writeFileSync({json.dumps(str(left))}, 'x')"
        results = page.evaluate(
            """async ([port, token, source]) => {
                const results = [];
                for (const headers of [
                    {'Content-Type': 'application/json', 'X-Js2aio-Token': token},
                    {'Content-Type': 'text/plain'},
                ]) {
                    for (const mode of ['cors', 'no-cors']) {
                        try {
                            const answer = await fetch(`http://127.0.0.1:${port}/api/run`, {
                                method: 'POST', mode, headers,
                                body: JSON.stringify({source}),
                            });
                            results.push(answer.type === 'opaque' ? '' : await answer.text());
                        } catch {
                            results.push('');
                        }
                    }
                }
                return results;
            }""",
            [served.port, served.token, code],
        )
        page.wait_for_timeout(300)
        assert set(results) == {""}
        assert not left.exists()
        context.close()
        server.shutdown()


@pytest.mark.skipif(not AXE.exists(), reason="axe-core is not installed (npm install)")
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 400])
def test_nobody_is_kept_out(
    browser: Browser, served: Served, width: int, scheme: str
) -> None:
    with opened(browser, served.url, width=width, scheme=scheme) as page:
        typed(page, f"{SOURCE}const a = [].pop();\nconsole.log(1 / a, eval('2'));\n")
        wait_for(page, "NotImplementedError")
        page.get_by_role("button", name="Run both").click()
        page.locator(".verdict:visible").wait_for()
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        assert serious_violations(page) == []
