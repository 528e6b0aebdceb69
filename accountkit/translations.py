"""The reader's language, and the catalogues of translations: gettext files, one per part of the package,
``locale/zh_CN/PART.po``.

They are read as they are, so there is nothing to compile. The language is held per context, so that one server answers
two readers in two languages.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache
from importlib.resources import files

LANGUAGES = {"en": "English", "zh_CN": "简体中文"}
_current: ContextVar[str | None] = ContextVar("accountkit_language", default=None)


def N_(message: str) -> str:
    """Mark a sentence for translation where it is defined; it is returned unchanged."""
    return message


def known_language(name: str | None) -> str:
    """The supported language nearest to `name` ("zh", "zh-Hans", "en_GB" …); English where there is none."""
    return "zh_CN" if (name or "").lower().replace("-", "_").startswith("zh") else "en"


def language() -> str:
    """The language of this context: set by `use_language`, else ``ACCOUNTKIT_LANG``, else English."""
    return _current.get() or known_language(os.environ.get("ACCOUNTKIT_LANG"))


def set_language(name: str) -> None:
    """Set the language of this context for good (a kernel serves one reader)."""
    _current.set(known_language(name))


@contextmanager
def use_language(name: str) -> Iterator[None]:
    """Set the language inside a ``with`` block."""
    token = _current.set(known_language(name))
    try:
        yield
    finally:
        _current.reset(token)


def _(message: str) -> str:
    """The sentence in the reader's language; the English one where no translation is known."""
    return translated(message, language())


def translated(message: str, lang: str) -> str:
    """The sentence in a language that is named (for the other language's term on hover)."""
    if lang == "en":
        return message
    return _added.get(lang, {}).get(message) or messages(lang).get(message, message)


_added: dict[str, dict[str, str]] = {}


@contextmanager
def added_words(lang: str, words: dict[str, str]) -> Iterator[None]:
    """With more translations, for as long as the block lasts: those of methods that are added at run time."""
    before = _added.get(lang, {})
    _added[lang] = {**before, **words}
    try:
        yield
    finally:
        _added[lang] = before


def other_language() -> str:
    """The language that the reader does not read in."""
    return "en" if language() != "en" else "zh_CN"


def catalogues(lang: str) -> dict[str, str]:
    """The catalogue files of a language: part → path."""
    folder = files("accountkit") / "locale" / lang
    if not folder.is_dir():
        return {}
    return {
        f.name.removesuffix(".po"): str(f)
        for f in sorted(folder.iterdir(), key=lambda f: f.name)
        if f.name.endswith(".po")
    }


def _of_others(lang: str) -> Iterator[str]:
    """The catalogue files of other packages: an entry point of the group ``accountkit.locale`` names the package in which
    they lie, as ``zh_CN/ANY.po``.
    """
    from importlib.metadata import entry_points

    for point in entry_points(group="accountkit.locale"):
        folder = files(point.value) / lang
        if folder.is_dir():
            yield from (str(f) for f in folder.iterdir() if f.name.endswith(".po"))


@cache
def messages(lang: str) -> dict[str, str]:
    """The sentences of a language: English → translation, of our catalogues and of other packages'."""
    from babel.messages.pofile import read_po  # English needs no catalogue, and no babel

    known: dict[str, str] = {}
    for path in (*_of_others(lang), *catalogues(lang).values()):  # ours last: nobody rewords our sentences
        with open(path, "rb") as stream:
            for message in read_po(stream, locale=lang):
                id_, string = message.id, message.string
                if isinstance(id_, str) and isinstance(string, str) and id_ and string and not message.fuzzy:
                    known[id_] = string
    return known
