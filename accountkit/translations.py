"""The catalogues of translations: gettext files, one per part of the package, ``locale/zh_CN/PART.po``.

They are read as they are, so there is nothing to compile.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from importlib.resources import files


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
