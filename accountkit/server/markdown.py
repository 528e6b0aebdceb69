"""The HTML of a notebook's texts, without anything that a browser would run."""

from __future__ import annotations

import re

import bleach

TAGS = frozenset(
    [
        "a",
        "abbr",
        "b",
        "blockquote",
        "br",
        "caption",
        "center",
        "code",
        "dd",
        "del",
        "details",
        "div",
        "dl",
        "dt",
        "em",
        "figcaption",
        "figure",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "hr",
        "i",
        "img",
        "ins",
        "kbd",
        "li",
        "mark",
        "ol",
        "p",
        "pre",
        "q",
        "s",
        "samp",
        "small",
        "span",
        "strong",
        "sub",
        "summary",
        "sup",
        "table",
        "tbody",
        "td",
        "tfoot",
        "th",
        "thead",
        "tr",
        "u",
        "ul",
        "var",
    ]
)
ATTRIBUTES = {
    "*": {"class", "id", "title", "lang", "dir"},
    "a": {"href"},
    "img": {"src", "alt", "width", "height"},
    "ol": {"start"},
    "td": {"colspan", "rowspan", "align"},
    "th": {"colspan", "rowspan", "align", "scope"},
}
UNSEEN = re.compile(r"<(script|style)\b.*?</\1\s*>", re.IGNORECASE | re.DOTALL)
"""What was never to be read; without its tags it would stand there as text."""


def sanitized(html: str) -> str:
    """The same text with the tags and attributes that are named here; what else there is is left out."""
    return bleach.clean(
        UNSEEN.sub("", html),
        tags=TAGS,
        attributes=_is_allowed,
        protocols={"http", "https", "mailto", "data"},
        strip=True,
    )


def _is_allowed(tag: str, name: str, value: str) -> bool:
    if (
        value.strip().lower().startswith("data:")
    ):  # a picture that was put into the page, never a page to go to
        return (tag, name) == ("img", "src") and value.strip().lower().startswith("data:image/")
    return name in ATTRIBUTES["*"] or name in ATTRIBUTES.get(tag, ())
