"""Addresses of headings on the site: a method's section is found by its key, as docs/methods.md links to it."""

from __future__ import annotations

from functools import cache

from myst_parser.mdit_to_docutils.base import default_slugify

from accountkit.i18n import translated
from accountkit.methods import REGISTRY


@cache
def _keys() -> dict[str, str]:
    return {f"{method.name} ({translated(method.name, 'zh_CN')})": key for key, method in REGISTRY.items()}


def anchor(heading: str) -> str:
    """The key of the method with this heading; for other headings what the forge makes of them."""
    return _keys().get(heading) or default_slugify(heading)
