"""A site as HTML."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.resources import files
from typing import Any

from .. import __version__
from ..rules.decisions import load_decisions
from .build import Site
from .render import STATUS_TEXTS, environment, facts, packs_of
from .writer import Folder

_NAVIGATION = (
    ("programs", "index.html", "Programs"),
    ("rules", "rules/index.html", "Rules"),
    ("primitives", "primitives.html", "Primitives"),
)


def write(site: Site, folder: Folder) -> None:
    """Write all pages of a site."""
    for name, text in _pages(site):
        folder.write(name, text)
    static = files(__package__) / "static"
    for name in ("site.css", "site.js"):
        folder.write(f"assets/{name}", (static / name).read_text("utf-8"))


def _pages(site: Site) -> Iterator[tuple[str, str]]:
    used = {rule for program in site.programs for rule in program.rules}
    packs = packs_of(site.rules)
    rules_used = [
        (pack.name, [p.rule.id for p in pack.pages if p.rule.id in used])
        for pack in packs
    ]
    yield _page(
        site, "index.html", "index.html", "programs",
        programs=site.programs,
        counts=site.statuses,
        rules=site.rules,
        rules_used=[(name, ids) for name, ids in rules_used if ids],
        libraries=sorted({lib for p in site.programs for lib in p.libraries}),
        statuses=[name for name in STATUS_TEXTS if site.statuses[name]],
    )  # fmt: skip
    for program in site.programs:
        name = f"programs/{program.page}.html"
        yield _page(site, name, "program.html", "programs", program=program)
    yield _page(site, "rules/index.html", "rules.html", "rules", packs=packs)
    for page in site.rules:
        yield _page(
            site, f"rules/{page.rule.id}.html", "rule.html", "rules",
            page=page, rule=page.rule, facts=facts(page.rule),
        )  # fmt: skip
    yield _page(
        site, "primitives.html", "primitives.html", "primitives",
        primitives=site.primitives, decisions=load_decisions().values(),
    )  # fmt: skip


def _page(
    site: Site, name: str, template: str, section: str, **values: Any
) -> tuple[str, str]:
    text = (
        environment()
        .get_template(f"{template}.jinja")
        .render(
            site=site,
            root="../" * name.count("/"),
            section=section,
            at_top=any(name == href for _, href, _ in _NAVIGATION),
            navigation=_NAVIGATION,
            version=__version__,
            node=site.node,
            python=site.python,
            rule_docs=site.docs,
            **values,
        )
    )
    return name, text
