"""The facts of an XBRL instance or an inline XBRL page, collected while the parser goes through the file once.

The parser is expat behind `defusedxml`: a declared entity or an external reference ends the reading, a DTD is never
loaded, and nothing of the document is kept but contexts, units and facts. Contexts with dimensions belong to a part of
the company. Specifications: XBRL 2.1, 4.6 to 4.8; XBRL Dimensions 1.0, 3.1; Inline XBRL 1.1, 5 to 10.
"""

from __future__ import annotations

import datetime as dt
import html.entities
from dataclasses import dataclass, field
from xml.etree.ElementTree import ParseError

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import DefusedXMLParser

from accountkit.errors import FileTooLarge, UnreadableFile
from accountkit.i18n import _, number

INSTANCE = "http://www.xbrl.org/2003/instance"
INLINE = ("http://www.xbrl.org/2013/inlineXBRL", "http://www.xbrl.org/2008/inlineXBRL")
_NIL = "{http://www.w3.org/2001/XMLSchema-instance}nil"
MOST_FACTS = 400_000
DEEPEST = 2_000
"""Elements inside each other: a page that nests deeper is made to harm."""


@dataclass
class Context:
    """Whose figures they are, and over which time; `part` where they are of a segment or in a scenario.

    `members` are its explicit dimensions, axis → member as they are written; `unnamed` if it has others beside them.
    """

    identifier: str = ""
    start: str = ""
    end: str = ""
    part: bool = False
    members: dict[str, str] = field(default_factory=dict)
    unnamed: bool = False


@dataclass
class Written:
    """A fact as it is written: concept by namespace and name, and what its attributes say of the text."""

    namespace: str
    name: str
    context: str
    unit: str = ""
    decimals: str = ""
    scale: str = ""
    sign: str = ""
    format: str = ""
    inline: bool = False
    nil: bool = False
    pieces: list[str] = field(default_factory=list)

    @property
    def text(self) -> str:
        return "".join(self.pieces).strip()


class Collector:
    """What expat tells of the document, kept as contexts, units (by id: their measures) and facts."""

    def __init__(self, name: str) -> None:
        self.file = name
        self.contexts: dict[str, Context] = {}
        self.units: dict[str, list[str]] = {}
        self.facts: list[Written] = []
        self.prefixes: dict[str, str] = {}
        self._open: list[tuple[str, Written | None]] = []
        self._capturing: list[Written] = []
        self._excluded = 0
        self._context: Context | None = None
        self._unit: list[str] | None = None
        self._inside = 0
        self._text: list[str] | None = None
        self._axis = ""

    def start_ns(self, prefix: str, uri: str) -> None:
        self.prefixes[prefix or ""] = uri

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        namespace, name = _split(tag)
        fact = None
        if len(self._open) > DEEPEST:
            raise UnreadableFile(
                _("{name} nests its elements too deeply and was refused. Download the filing again.").format(
                    name=self.file
                )
            )
        if namespace == INSTANCE:
            self._start_of_instance(name, attributes)
        elif self._context is not None:
            self._start_in_context(self._context, name, attributes)
        elif namespace in INLINE:
            self._excluded += name == "exclude"
            if name in ("nonFraction", "nonNumeric"):
                fact = self._inline(name, attributes)
        elif attributes.get("contextRef") and not self._capturing:
            fact = _written(namespace, name, attributes)
        if fact is not None:
            self._keep(fact)
        self._open.append((tag, fact))

    def _start_of_instance(self, name: str, attributes: dict[str, str]) -> None:
        if name == "context":
            self._context = self.contexts.setdefault(attributes.get("id", ""), Context())
        elif name == "unit":
            self._unit = self.units.setdefault(attributes.get("id", ""), [])
        elif name == "divide" and self._unit is not None:
            self._unit.append("")
        elif name in ("segment", "scenario"):
            self._inside += 1
        elif name in ("identifier", "startDate", "endDate", "instant", "measure"):
            self._text = []

    def _start_in_context(self, context: Context, name: str, attributes: dict[str, str]) -> None:
        if not self._inside:
            return
        context.part = True
        if name == "explicitMember" and attributes.get("dimension"):
            self._axis, self._text = attributes["dimension"], []
        else:
            context.unnamed = True

    def _inline(self, kind: str, attributes: dict[str, str]) -> Written | None:
        prefix, _colon, name = attributes.get("name", "").rpartition(":")
        namespace = self.prefixes.get(prefix, prefix)
        if kind == "nonNumeric" and not is_about_the_document(namespace):
            return None
        fact = _written(namespace, name, attributes)
        fact.inline = kind == "nonFraction"
        return fact

    def _keep(self, fact: Written) -> None:
        if len(self.facts) >= MOST_FACTS:
            raise FileTooLarge(
                _("{name} has more than {limit} facts and was not read. Choose one company's report.").format(
                    name=self.file, limit=number(MOST_FACTS, 0)
                )
            )
        self.facts.append(fact)
        self._capturing.append(fact)

    def data(self, text: str) -> None:
        if self._text is not None:
            self._text.append(text)
        elif self._capturing and not self._excluded:
            for fact in self._capturing:
                fact.pieces.append(text)

    def end(self, tag: str) -> None:
        _tag, fact = self._open.pop()
        namespace, name = _split(tag)
        if fact is not None:
            self._capturing.remove(fact)
        if namespace in INLINE and name == "exclude":
            self._excluded -= 1
        if namespace == INSTANCE:
            self._end_of_instance(name)
        elif self._axis and self._context is not None and name == "explicitMember":
            self._context.members[self._axis] = "".join(self._text or ()).strip()
            self._axis, self._text = "", None

    def _end_of_instance(self, name: str) -> None:
        text, self._text = "".join(self._text or ()).strip(), None
        context = self._context
        if name == "context":
            self._context = None
        elif name == "unit":
            self._unit = None
        elif name in ("segment", "scenario"):
            self._inside -= 1
        elif name == "measure" and self._unit is not None:
            self._unit.append(text)
        elif context is not None and name == "identifier":
            context.identifier = text
        elif context is not None and name == "startDate":
            context.start = text
        elif context is not None and name in ("endDate", "instant"):
            context.end = text

    def close(self) -> Collector:
        return self


def collected(data: bytes, name: str) -> Collector:
    """All contexts, units and facts of a file. Raises `UnreadableFile` for hostile or damaged XML."""
    collector = Collector(name)
    parser = DefusedXMLParser(target=collector, forbid_entities=True, forbid_external=True)
    # the names that XHTML's own DTD would give (&nbsp;): text only, and never a reference to anything
    parser.entity.update({key: chr(code) for key, code in html.entities.name2codepoint.items()})
    try:
        parser.feed(data)
        parser.close()
    except DefusedXmlException as error:
        raise UnreadableFile(
            _(
                "{name} was refused, because it declares entities or refers to other files. Download the filing again from its publisher."
            ).format(name=name)
        ) from error
    except (ParseError, ValueError, LookupError) as error:
        raise UnreadableFile(
            _("{name} is not well-formed XML ({reason}). Download the filing again.").format(
                name=name, reason=str(error)[:80]
            )
        ) from error
    return collector


def is_about_the_document(namespace: str) -> bool:
    """Whether a namespace is the one of document and entity information (``dei``)."""
    return "/dei/" in namespace


def _split(tag: str) -> tuple[str, str]:
    namespace, brace, name = tag.rpartition("}")
    return (namespace[1:], name) if brace else ("", tag)


def _written(namespace: str, name: str, attributes: dict[str, str]) -> Written:
    return Written(
        namespace,
        name,
        attributes.get("contextRef", ""),
        attributes.get("unitRef", ""),
        attributes.get("decimals", ""),
        attributes.get("scale", ""),
        attributes.get("sign", ""),
        attributes.get("format", "").rpartition(":")[2],
        nil=attributes.get(_NIL, "").strip() in ("true", "1"),
    )


def day_of(text: str) -> dt.date | None:
    """The last day that a date of a context means: midnight at the beginning of a day ends the day before."""
    date, _t, time = text.partition("T")
    try:
        found = dt.date.fromisoformat(date.strip()[:10])
    except ValueError:
        return None
    return found - dt.timedelta(days=1) if time.startswith("00:00:00") else found
