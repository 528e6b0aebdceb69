"""Everything that is written in a file, wherever it is hidden: parts of archives, charts' workbooks, notes, properties,
pictures' texts, data in a page, text and metadata of a PDF."""

from __future__ import annotations

import base64
import gzip
import io
import re
import subprocess
import zipfile
from html import unescape

DATA_URL = re.compile(rb"data:image/svg\+xml;base64,([A-Za-z0-9+/=]+)")
ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")
PACKED = re.compile(rb'<script id="plotly"[^>]*>([A-Za-z0-9+/=]*)</script>')


def everything(content: bytes, kind: str) -> str:
    """All texts of a file, whatever part of it they are in."""
    if kind in ("docx", "pptx", "xlsx"):
        return _archive(content)
    if kind == "pdf":
        return _pdf(content)
    if kind == "html":
        return _page(content)
    text = content.decode()
    return "\n".join((text, unescape(ESCAPED.sub(r"\1", text))))  # as it is written, and as Markdown shows it


def _archive(content: bytes) -> str:
    texts = []
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        for name in archive.namelist():
            part = archive.read(name)
            texts.append(name)
            if zipfile.is_zipfile(io.BytesIO(part)):
                texts.append(_archive(part))
            elif name.endswith((".xml", ".rels")):
                text = unescape(part.decode())
                # a text may be cut into runs anywhere: what a reader sees is the runs joined
                texts += [text, re.sub(r"<[^>]*>", "", text)]
    return "\n".join(texts)


def _pdf(content: bytes) -> str:
    shown = subprocess.run(
        ["pdftotext", "-raw", "-", "-"], input=content, capture_output=True, check=True
    ).stdout.decode()
    about = subprocess.run(["pdfinfo", "-"], input=content, capture_output=True, check=True).stdout.decode()
    return shown + about + shown.replace("\n", "") + content.decode("latin-1")


def _page(content: bytes) -> str:
    drawn = b"\n".join(base64.b64decode(found) for found in DATA_URL.findall(content))
    packed = PACKED.search(content)
    assert packed is None or gzip.decompress(base64.b64decode(packed[1])).startswith(b"/**\n* plotly.js"), (
        "the packed part is plotly alone"
    )
    rest = PACKED.sub(b"", content).decode()
    return "\n".join((rest, unescape(rest), drawn.decode(), unescape(drawn.decode())))
