"""Every text that a person may write in an account, and the texts that would be something else if any page or file took them for
more than text."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from pydantic import BaseModel

from accountkit.model import Account

GROUPS = (
    (
        '=HYPERLINK("http://evil.example","click")',
        "<script>window.ran=1</script>",
        "<svg/onload=window.ran=9>",
        "{{ 7 * 7 }} {% for x in range(9) %}{{ x }}{% endfor %}",
        "\\input{/etc/passwd} \\write18{id} $$x^2$$",
    ),
    (
        "+1+cmd|' /C calc'!A0",
        "</script><script>window.ran=2</script>",
        "<iframe srcdoc='<script>parent.ran=10</script>'></iframe>",
        "${window.ran=19} `${window.ran=20}` #{7*7}",
        "](javascript:alert(1)) ![x](http://evil.example/x.png) | a | b",
    ),
    (
        "@SUM(1+9)*cmd|' /C calc'!A0",
        "</textarea><script>window.ran=3</script>",
        "<details open ontoggle=window.ran=11>",
        "%(name)s {0} {name.__class__} %s %n {",
        "# head\n```\n| a | b |\n- [x] list\n> quote",
    ),
    (
        "-2+3+cmd|' /C calc'!A0",
        "</title><script>window.ran=4</script>",
        "<input autofocus onfocus=window.ran=12>",
        "<!--#exec cmd='id'--> <?php echo 1 ?> <%= 7 * 7 %>",
        "&lt;b&gt; &amp;amp; &#x3C;script&#x3E; &nbsp;",
    ),
    (
        "\t=1+1",
        "</style><img src=x onerror=window.ran=5>",
        "<a href='javascript:window.ran=13'>here</a>",
        "'; DROP TABLE accounts; --",
        '"} </script><script>"\\u0000',
    ),
    (
        "  spaces before, after, and\r\nlines\rof each kind  ",
        "--><img src=x onerror=window.ran=6>",
        '" onmouseover="window.ran=14" x="',
        "../../../../etc/passwd\\..\\..\\x",
        "abc\u202egnp.exe\u202c \u2067def\u2069 \u200b\ufeff",
    ),
    (
        "javascript:window.ran=16",
        "]]><svg onload=window.ran=7>",
        "' autofocus onfocus='window.ran=15' x='",
        '{ INCLUDETEXT "c:\\\\secret.txt" } \\* MERGEFORMAT',
        "a\u0301\u0301\u0301 \U0001f469\u200d\U0001f469\u200d\U0001f467 \u4e94\u529b\u5206\u6790\uff0c\u201c\u51c0\u8d44\u4ea7\u201d\uff1b\u2028\u2029",
    ),
    (
        "data:text/html,<script>opener.ran=17</script>",
        "<img src=x onerror=window.ran=8>",
        "{{ constructor.constructor('window.ran=18')() }}",
        '#read("/etc/passwd") $x$ *bold* _it_ @ref <label> \\',
        "W" * 200,
    ),
)
"""In groups that are written one under the other, so that pages and files are made eight times and not forty; what is read as something else
at the beginning of a cell or an address alone comes first."""
HOSTILE = tuple(text for group in GROUPS for text in group)
NOT_WRITTEN = ("wording", "statements", "interim")
"""Translations are found by the text that they are of; the texts of statements come from files."""


def places(value: Any, path: str = "") -> Iterator[str]:
    """The paths of the texts in an account: of one record of each kind, and of one answer of each method."""
    if isinstance(value, BaseModel):
        for name, field in type(value).model_fields.items():
            held, here = getattr(value, name), f"{path}/{name}".lstrip("/")
            if here in NOT_WRITTEN or (path.startswith("peers/") and name == "statements"):
                continue
            is_key = any(getattr(one, "pattern", None) for one in field.metadata)
            if isinstance(held, str):
                if field.annotation is str and not is_key:
                    yield here
            else:
                yield from places(held, here)
    elif isinstance(value, dict):
        every = path.endswith("answers")
        for key, held in value.items():
            if isinstance(held, str) and path.endswith("/notes"):
                yield f"{path}/{key}"
            elif isinstance(held, BaseModel):
                yield from places(held, f"{path}/{key}")
                if not every:
                    return


def at(account: Account, path: str) -> str:
    """The text at a path."""
    found: Any = account
    for part in path.split("/"):
        found = found[part] if isinstance(found, dict) else getattr(found, part)
    return found
