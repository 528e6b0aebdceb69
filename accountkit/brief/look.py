"""A company's own look: colours, fonts, a logo, and templates for Word and PowerPoint.

A look is read from a folder (or from one template file). Everything in it is optional:

    look.toml        company = "Example Ltd"
                     accent = "#1d4ed8"      one colour for headings, rules and what can be done
                     latin_font = "Arial"
                     east_asian_font = "Microsoft YaHei"
    logo.png         or logo.jpg: on the first page and the title slide
    template.docx    its styles, page and header are used; see `accountkit.brief.document` for the placeholders
    template.pptx    its slide master and layouts are used; see `accountkit.brief.deck`
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass, replace
from pathlib import Path

from accountkit.errors import AccountkitError
from accountkit.i18n import _, enumerated

COLOUR = re.compile(r"#[0-9a-fA-F]{6}")
LOGOS = ("logo.png", "logo.jpg", "logo.jpeg")
LARGEST_LOGO = 5_000_000
PICTURES = ((b"\x89PNG\r\n\x1a\n", b"IEND"), (b"\xff\xd8", b"\xff\xd9"))
"""How a whole PNG and a whole JPEG file begin and end."""


class InvalidLook(AccountkitError):
    """A template, a logo or a setting of a look cannot be used."""

    code = "invalid_look"


@dataclass(frozen=True)
class Look:
    """How documents look. The colours of meaning (gain, loss, unsure, type) are not a company's to change."""

    company: str = ""
    accent: str = "#1d4ed8"
    ink: str = "#1f2937"
    grey: str = "#64748b"
    rule: str = "#d9e0ea"
    wash: str = "#f3f6fc"
    gain: str = "#0b7a53"
    loss: str = "#c02626"
    unsure: str = "#a14a07"
    kind: str = "#6d28d9"
    latin_font: str = "Arial"
    east_asian_font: str = "Microsoft YaHei"
    logo: bytes = b""
    docx_template: Path | None = None
    pptx_template: Path | None = None
    serves: str = ""
    """The one format that the look is for, where it is a template alone."""

    def check(self, kind: str) -> None:
        """Raise `InvalidLook` where this is a template of another format than `kind`, which would have no effect."""
        if self.serves and self.serves != kind:
            raise InvalidLook(
                _(
                    "{path} is a template for {serves}, not for {format}. Choose a template of that format, or a folder."
                ).format(path=self.docx_template or self.pptx_template, serves=self.serves, format=kind)
            )

    def tone(self, tone: str | None) -> str:
        """The colour of a tone; ink where there is none."""
        colours = {
            "good": self.gain,
            "bad": self.loss,
            "unsure": self.unsure,
            "type": self.kind,
            "quiet": self.grey,
        }
        return colours.get(tone or "", self.ink)


def read_look(place: str | Path) -> Look:
    """The look in a folder, or of one ``.docx`` or ``.pptx`` template. Raises `InvalidLook` saying what is wrong."""
    place = Path(place)
    if place.is_dir():
        return _of_folder(place)
    if not place.is_file():
        raise InvalidLook(
            _("The template {place} does not exist. Choose a folder, a .docx or a .pptx file.").format(
                place=place
            )
        )
    if place.suffix.lower() == ".docx":
        return Look(docx_template=place, serves="docx")
    if place.suffix.lower() == ".pptx":
        return Look(pptx_template=place, serves="pptx")
    raise InvalidLook(
        _("{place} is not a template. Choose a folder, a .docx or a .pptx file.").format(place=place)
    )


def _of_folder(folder: Path) -> Look:
    look = _settings(folder / "look.toml")
    for name in LOGOS:
        if (folder / name).is_file():
            look = replace(look, logo=_logo(folder / name))
    docx, pptx = folder / "template.docx", folder / "template.pptx"
    return replace(
        look, docx_template=docx if docx.is_file() else None, pptx_template=pptx if pptx.is_file() else None
    )


def _settings(path: Path) -> Look:
    if not path.is_file():
        return Look()
    try:
        values = tomllib.loads(path.read_text("utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise InvalidLook(
            _("{path} cannot be read: {reason}. Check the path.").format(path=path, reason=error)
        ) from error
    known = ("company", "accent", "latin_font", "east_asian_font")
    for name, value in values.items():
        if name not in known or not isinstance(value, str):
            raise InvalidLook(
                _("{path} sets “{name}”, which is not a setting. Settings are {known}, each a text.").format(
                    path=path, name=name, known=enumerated(known)
                )
            )
    if "accent" in values and not COLOUR.fullmatch(values["accent"]):
        raise InvalidLook(
            _("{path} sets the colour “{value}”. Write it like #1d4ed8.").format(
                path=path, value=values["accent"]
            )
        )
    return Look(**values)


def _logo(path: Path) -> bytes:
    logo = path.read_bytes()
    whole = any(logo.startswith(start) and end in logo[-64:] for start, end in PICTURES)
    if len(logo) > LARGEST_LOGO or not whole:
        raise InvalidLook(
            _("{path} cannot be used as a logo. Choose a PNG or JPEG picture under 5 MB.").format(path=path)
        )
    return logo
