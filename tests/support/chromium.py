"""A headless Chromium for the tests of pages: that of the system, driven by Playwright."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

AXE = Path(__file__).parents[1] / "node_modules" / "axe-core" / "axe.min.js"
# What axe calls these keeps people out; minor and moderate findings are matters of taste.
_SERIOUS = ("serious", "critical")


def find_chromium() -> str | None:
    """The path of Chromium, or None where it is not installed."""
    for name in ("chromium", "chromium-browser", "google-chrome"):
        if found := shutil.which(name):
            return found
    return None


@contextmanager
def launched(path: str) -> Iterator[Browser]:
    """A browser, without a window; it is closed at the end."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as driver:
        # Without its sandbox it runs as root, too; the pages are our own.
        browser = driver.chromium.launch(
            executable_path=path, args=["--no-sandbox", "--disable-gpu"]
        )
        yield browser
        browser.close()


@contextmanager
def opened(
    browser: Browser, url: str, *, width: int = 1280, scheme: str = "light"
) -> Iterator[Page]:
    """A page in a window of its own; fails for anything in its console that is an error."""
    context = browser.new_context(
        viewport={"width": width, "height": 900},
        color_scheme=scheme,  # type: ignore[arg-type]
    )
    page = context.new_page()
    errors: list[str] = []
    page.on(
        "console",
        lambda message: (
            errors.append(message.text)
            if message.type in ("error", "warning")
            else None
        ),
    )
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.goto(url)
    yield page
    context.close()
    assert not errors, errors


def serious_violations(page: Page) -> list[str]:
    """What axe-core finds that keeps people from using a page."""
    # Evaluated, not added to the page: a policy of the page may forbid that.
    page.evaluate(AXE.read_text("utf-8") + "\n;0")
    found = page.evaluate(
        # A page that is a file may fetch nothing, its style sheet neither.
        "axe.run(document, {resultTypes: ['violations'], preload: false})"
    )
    return [
        f"{each['id']}: {each['help']}: {[node['html'] for node in each['nodes'][:3]]}"
        for each in found["violations"]
        if each["impact"] in _SERIOUS
    ]
