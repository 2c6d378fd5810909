"""What the tests share."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from support.chromium import find_chromium, launched
from support.statuses import StatusRecorder

if TYPE_CHECKING:
    from playwright.sync_api import Browser

ROOT = Path(__file__).parent.parent


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--update-node",
        action="store_true",
        help="record anew what the example programs print under Node",
    )
    parser.addoption(
        "--update-status",
        action="store_true",
        help="write anew which of tests/programs are refused",
    )


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line("markers", "node: compares with Node itself")
    is_worker = hasattr(config, "workerinput")
    if config.getoption("--update-status") and not is_worker:
        path = Path(__file__).parent / "programs" / "refused.txt"
        config.pluginmanager.register(StatusRecorder(path))


@pytest.fixture(scope="session")
def root() -> Path:
    """The checkout."""
    return ROOT


@pytest.fixture(scope="session")
def update_node(pytestconfig: pytest.Config) -> bool:
    return bool(pytestconfig.getoption("--update-node"))


@pytest.fixture(scope="session")
def node() -> str:
    """The path of Node; tests that need it are skipped where it is absent."""
    found = shutil.which("node")
    if found is None:
        pytest.skip("node is not installed")
    return found


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium; one for all tests, as Playwright allows one in a process."""
    path = find_chromium()
    if path is None:
        pytest.skip("chromium is not installed (apt-get install chromium)")
    with launched(path) as browser:
        yield browser
