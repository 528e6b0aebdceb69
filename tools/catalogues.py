"""Keeps the translation catalogues: one per part of the package, every sentence in it, nothing obsolete.

    python tools/catalogues.py            # bring all catalogues up to date
    python tools/catalogues.py brief      # one part
    python tools/catalogues.py --check    # say what is missing or obsolete, and exit with 1

A part is a folder of the package; ``core`` is the modules beside them, the model and the command line. Sentences are
found in ``_()`` and ``N_()`` of Python files and Jinja templates and in ``t()`` of .vue files.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_python
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).resolve().parents[1]
PACKAGE = ROOT / "accountkit"
LOCALE = PACKAGE / "locale"
PARTS = ("finance", "sources", "methods", "figures", "store", "panels", "brief", "server")
QUOTED = r"""(?:'((?:[^'\\]|\\.)*)'|"((?:[^"\\]|\\.)*)")"""
VUE = re.compile(r"\bt\(\s*" + QUOTED)
BUILT = "/* accountkit "
"""How the scripts begin that are built from sources elsewhere; their sentences are read there."""
PAGE = re.compile(r"\b_\(\s*" + QUOTED)


def sources(part: str) -> list[Path]:
    """The files whose sentences belong to a part."""
    if part != "core":
        return [
            f for f in sorted((PACKAGE / part).rglob("*")) if f.is_file() and "__pycache__" not in f.parts
        ]
    taken = {PACKAGE / name for name in (*PARTS, "locale")}
    return [f for f in sorted(PACKAGE.rglob("*.py")) if not taken & set(f.parents)]


def sentences(path: Path) -> list[str]:
    """The sentences that a file marks for translation, in order."""
    if path.suffix == ".py":
        with path.open("rb") as stream:
            found = extract_python(stream, ["_", "N_"], [], {"encoding": "utf-8"})
            return [
                message for _line, _name, message, _notes in found if isinstance(message, str) and message
            ]
    pattern = {".vue": VUE, ".js": VUE, ".html": PAGE, ".j2": PAGE, ".tpl": PAGE}.get(path.suffix)
    if pattern is None:
        return []
    text = path.read_text(encoding="utf-8")
    pairs = [] if text.startswith(BUILT) else pattern.findall(text)
    return [(single or double).replace("\\'", "'").replace('\\"', '"') for single, double in pairs]


def wanted(part: str) -> dict[str, list[str]]:
    """Sentence → the files it stands in."""
    found: dict[str, list[str]] = {}
    for path in sources(part):
        for sentence in sentences(path):
            places = found.setdefault(sentence, [])
            place = path.relative_to(ROOT).as_posix()
            if place not in places:
                places.append(place)
    return found


def kept(path: Path) -> dict[str, str]:
    """The translations that a catalogue holds."""
    if not path.exists():
        return {}
    with path.open("rb") as stream:
        return {str(m.id): str(m.string or "") for m in read_po(stream) if m.id}


def fields(text: str) -> set[str]:
    """The placeholders of a sentence: ``{role}``."""
    return set(re.findall(r"\{[^{}]*\}", text))


def complaints(lang: str, part: str) -> list[str]:
    """What a reviewer would say of a catalogue: missing, obsolete, placeholders that differ."""
    messages, have = wanted(part), kept(LOCALE / lang / f"{part}.po")
    said = [
        f"{part}: not translated: {text!r} ({messages[text][0]})" for text in messages if not have.get(text)
    ]
    said += [f"{part}: obsolete: {text!r}" for text in have if text not in messages]
    return said + [
        f"{part}: placeholders differ: {text!r} → {string!r}"
        for text, string in have.items()
        if string and fields(text) != fields(string)
    ]


def conflicts(lang: str) -> list[str]:
    """Sentences that two parts translate differently."""
    said, first = [], {}
    for part in (*PARTS, "core"):
        for text, string in kept(LOCALE / lang / f"{part}.po").items():
            other = first.setdefault(text, (part, string))
            if string and other[1] and string != other[1]:
                said.append(f"{text!r}: {other[0]} says {other[1]!r}, {part} says {string!r}")
    return said


def everywhere(lang: str) -> dict[str, str]:
    """The translations of all parts."""
    return {
        text: string
        for part in (*PARTS, "core")
        for text, string in kept(LOCALE / lang / f"{part}.po").items()
        if string
    }


def reused(messages: dict[str, list[str]], path: Path, said: dict[str, str]) -> list[str]:
    """Sentences of a file that is new to a catalogue which have a translation from elsewhere: they keep it."""
    if not path.exists():
        return []
    with path.open("rb") as stream:
        known = {place for message in read_po(stream) for place, _line in message.locations}
    return [
        f"{place}: {text!r} stays {said[text]!r}"
        for text, places in messages.items()
        for place in places
        if place not in known and said.get(text)
    ]


def update(lang: str, part: str) -> int:
    """Write the catalogue of a part with its present sentences; returns how many lack a translation."""
    messages, path = wanted(part), LOCALE / lang / f"{part}.po"
    if not messages and not path.exists():
        return 0
    said, have = everywhere(lang), kept(path)
    for line in reused(messages, path, said):
        print(line)
    catalogue = Catalog(locale=lang, project="accountkit", charset="utf-8", fuzzy=False)
    for text, places in messages.items():
        catalogue.add(
            text, have.get(text) or said.get(text, ""), locations=[(place, None) for place in places]
        )
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("wb") as stream:
        write_po(stream, catalogue, width=110, omit_header=True, sort_output=False)
    return sum(not message.string for message in catalogue if message.id)


def main(arguments: list[str]) -> int:
    check = "--check" in arguments
    parts = [name for name in arguments if not name.startswith("-")] or [*PARTS, "core"]
    if check:
        said = [line for part in parts for line in complaints("zh_CN", part)] + conflicts("zh_CN")
        print("\n".join(said) or "complete")
        return bool(said)
    for part in parts:
        print(f"{part}: {update('zh_CN', part)} without translation")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
