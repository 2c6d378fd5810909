"""The site of examples/js in a browser: read, searched, and used with mouse and keyboard."""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from support.chromium import AXE, opened, serious_violations

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

# The site is built once, for one process; the build takes its time.
pytestmark = [pytest.mark.xdist_group("site"), pytest.mark.timeout(900)]

DASHBOARD = "programs/01-dashboard.html"
PAGES = [
    "index.html",
    DASHBOARD,
    "programs/39-money-module.html",  # with warnings
    "rules/index.html",
    "rules/promise-all.html",
    "rules/refuse-eval.html",
    "primitives.html",
]
WIDTHS = [1280, 400]


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("name", PAGES)
def test_opens_without_an_error_and_fits(
    browser: Browser, site: Path, name: str, width: int
) -> None:
    with opened(browser, (site / name).as_uri(), width=width) as page:
        wide = page.evaluate("document.documentElement.scrollWidth")
        assert wide <= width, "the page scrolls sideways"


@pytest.mark.skipif(not AXE.exists(), reason="axe-core is not installed (npm install)")
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("name", PAGES)
def test_nobody_is_kept_out(
    browser: Browser, site: Path, name: str, width: int, scheme: str
) -> None:
    with opened(browser, (site / name).as_uri(), width=width, scheme=scheme) as page:
        if name == DASHBOARD:
            page.locator("#js-44 code").click()
        assert serious_violations(page) == []


def visible_cards(page: Page) -> list[str]:
    return page.locator(".card:visible h2").all_inner_texts()


def test_search_and_filters(browser: Browser, site: Path) -> None:
    with opened(browser, (site / "index.html").as_uri()) as page:
        everything = visible_cards(page)
        assert len(everything) >= 40
        page.get_by_label("Search").fill("fetchShipping")  # a word of the source
        assert visible_cards(page) == ["01-dashboard.js"]
        page.get_by_label("Search").fill("no such thing")
        assert visible_cards(page) == []
        page.get_by_role("button", name="Show all").click()
        assert visible_cards(page) == everything

        page.get_by_label("Rule").select_option("promise-race")
        raced = visible_cards(page)
        assert 0 < len(raced) < len(everything)
        page.get_by_label("Rule").select_option("")
        page.get_by_label("Library").select_option("node:timers/promises")
        assert 0 < len(visible_cards(page)) < len(everything)
        assert page.locator(".count").inner_text().endswith(f"of {len(everything)}")

        page.reload()  # the address keeps the filter
        assert 0 < len(visible_cards(page)) < len(everything)


def lines(page: Page, kind: str) -> set[str]:
    found = page.locator(f".line.{kind}").evaluate_all("all => all.map(e => e.id)")
    return set(found)


def test_a_line_shows_where_it_went_and_why(browser: Browser, site: Path) -> None:
    """Promise.all in line 44 became gather; the mouse, a click and the keyboard say so."""
    with opened(browser, (site / DASHBOARD).as_uri()) as page:
        panel = page.locator(".why")
        assert not panel.is_visible()
        page.locator("#js-44 code").hover()
        assert lines(page, "active") == {"js-44"}
        (python,) = lines(page, "related")
        assert "asyncio.gather(" in page.locator(f"#{python}").inner_text()
        assert panel.get_by_role("link", name="promise-all").is_visible()

        page.locator(f"#{python} a.number").click()  # the number is a link across
        assert lines(page, "active") == {"js-44"}
        page.keyboard.press("Escape")
        assert not panel.is_visible()

        page.locator("#js-44 code").click()
        page.keyboard.press("ArrowDown")
        assert lines(page, "active") == {"js-45"}
        page.keyboard.press("Enter")
        (crossed,) = lines(page, "active")
        assert crossed.startswith("py-")
        assert lines(page, "related") == {"js-45"}
        page.keyboard.press("ArrowUp")
        page.keyboard.press("ArrowLeft")
        assert lines(page, "active") == {"js-44"}

        page.locator(".why").get_by_role("link", name="promise-all").click()
        page.wait_for_url("**/rules/promise-all.html")
        assert page.get_by_role("heading", level=1).inner_text() == "promise-all"
        page.get_by_role("link", name="01-dashboard.js, line 44").click()
        page.wait_for_url("**/01-dashboard.html#js-44")
        assert lines(page, "active") == {"js-44"}


def test_the_keyboard_alone_reaches_a_rule(browser: Browser, site: Path) -> None:
    """From the top of the page with Tab and the arrows; one stop for each text."""
    with opened(browser, (site / DASHBOARD).as_uri()) as page:
        for _ in range(20):
            page.keyboard.press("Tab")
            if page.evaluate("document.activeElement.matches('.side.js a.number')"):
                break
        first = page.evaluate("document.activeElement.closest('.line').id")
        page.keyboard.press("ArrowDown")
        assert lines(page, "active") and first not in lines(page, "active")
        page.locator("#js-44 a.number").focus()
        for _ in range(20):
            page.keyboard.press("Tab")
            if page.evaluate("document.activeElement.matches('.why a.name')"):
                break
        page.keyboard.press("Enter")
        page.wait_for_url("**/rules/promise-all.html")


def test_both_texts_are_there_without_a_script(browser: Browser, site: Path) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto((site / DASHBOARD).as_uri())
    assert page.locator("#js-44 a.number").get_attribute("href") == "#py-51"
    assert "same" in page.locator(".verdict").inner_text()
    context.close()


def test_narrow_windows_stack_the_texts(browser: Browser, site: Path) -> None:
    for width, beside in ((1280, True), (400, False)):
        with opened(browser, (site / DASHBOARD).as_uri(), width=width) as page:
            boxes = [page.locator(f".side.{s}").bounding_box() for s in ("js", "py")]
            assert boxes[0] and boxes[1]
            assert (boxes[0]["y"] == boxes[1]["y"]) is beside


def test_statements_begin_at_one_height(browser: Browser, site: Path) -> None:
    with opened(browser, (site / DASHBOARD).as_uri()) as page:
        tops = page.evaluate(
            """[...document.querySelectorAll('.side.js .line.linked')].flatMap((line) => {
                const other = document.getElementById(
                    'py-' + line.dataset.to.split(' ')[0]);
                const begins = other.dataset.to.split(' ')[0] === line.dataset.line;
                // A comment above a function may be a docstring below its first line.
                const comments = [line, line.previousElementSibling];
                return begins && !comments.some((each) => each?.querySelector('.c'))
                    ? [[line.getBoundingClientRect().top, other.getBoundingClientRect().top]]
                    : [];
            })"""
        )
        assert len(tops) > 20
        assert all(abs(one - other) < 1 for one, other in tops)


def test_all_links_lead_somewhere(site: Path) -> None:
    """Files and anchors, of all pages."""
    anchors: dict[Path, set[str]] = {}
    links: list[tuple[Path, str]] = []
    for path in site.rglob("*.html"):
        text = path.read_text()
        anchors[path] = set(re.findall(r'\bid="([^"]+)"', text))
        links += [(path, link) for link in re.findall(r'href="([^"]+)"', text)]
    broken = set()
    for path, link in links:
        if link.startswith("data:"):
            continue
        name, _, anchor = link.partition("#")
        target = Path(os.path.normpath(path.parent / name)) if name else path
        if not target.exists() or (anchor and anchor not in anchors[target]):
            broken.add(f"{path.relative_to(site)}: {link}")
    assert broken == set()


@pytest.mark.node
def test_examples_of_rules_do_the_same_or_say_so(site: Path, node: str) -> None:
    pages = sorted((site / "rules").glob("*.html"))
    assert len(pages) > 1_000
    differ = [p.stem for p in pages if 'class="verdict different"' in p.read_text()]
    assert differ == []


def test_nothing_is_fetched_from_elsewhere(site: Path) -> None:
    for path in [*site.rglob("*.html"), *site.rglob("assets/*")]:
        text = path.read_text()
        for start in ('src="http', "url(http", "@import url", 'src="//'):
            assert start not in text, path
