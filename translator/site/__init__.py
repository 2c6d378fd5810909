"""``js2aio docs``: JavaScript and Python beside each other, as a static site."""

from .build import Site, SiteOptions, build_site
from .writer import SiteError

__all__ = ["Site", "SiteError", "SiteOptions", "build_site"]
