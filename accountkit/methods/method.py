"""What a method is: a value that everything else follows from.

A definition names what may be entered, the rule that reads it, and the sentences that it says. Paths, views, figures,
the brief, the summary and the generic tests are made from it (`docs/adding-a-method.md`). A definition imports nothing
above `model` and `finance` but this package.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import partial
from typing import Any, ClassVar, Literal, Protocol

from accountkit.i18n import N_, _, language, number, use_language
from accountkit.methods import subjects
from accountkit.methods.assessment import (
    Assessment,
    BriefSentence,
    Part,
    Suggestion,
    SuggestionKind,
    suggestion_id,
)
from accountkit.methods.marks import Marked, mark
from accountkit.methods.sentences import Says, Word, filled, said, withheld
from accountkit.methods.subjects import COLLECTION, OURS, Subject
from accountkit.methods.wording import joined
from accountkit.model import Account, Document, Edit, Finding, Practice
from accountkit.model.account_line import AccountLine
from accountkit.model.evidence import Status

Workspace = Literal[
    "overview",
    "environment",
    "numbers",
    "problems",
    "motives",
    "people",
    "deal",
    "meetings",
    "care",
    "portfolio",
    "team",
]
SHAPES: dict[str, str] = {
    "scorecard": N_("Scorecard"),
    "matrix": N_("Matrix"),
    "register": N_("Register"),
    "checklist": N_("Checklist"),
    "canvas": N_("Canvas"),
    "calculator": N_("Calculator"),
}
WORKSPACES: dict[str, str] = {
    "overview": N_("Overview"),
    "environment": N_("Environment"),
    "numbers": N_("Numbers"),
    "problems": N_("Problems"),
    "motives": N_("Motives"),
    "people": N_("People"),
    "deal": N_("Deal"),
    "meetings": N_("Meetings"),
    "care": N_("Care"),
    "portfolio": N_("Portfolio"),
    "team": N_("Partners & team"),
}
"""The screens, in the order in which a person goes through them."""

WITHHELD = "–"
"""What stands in place of a score whose verdict is withheld: a number would be read as one."""


class Given(Protocol):
    """What a rule may ask: the documents, and what other methods read. `Analyses` gives it."""

    @property
    def account(self) -> Account:
        """The account; our own side has none, and asking it for one is an error."""

    @property
    def practice(self) -> Practice:
        """Our own side; an empty one where nobody has written any."""

    @property
    def accounts(self) -> tuple[AccountLine, ...]:
        """A summary line of each account."""

    def read(self, key: str, subject_id: str | None = None) -> Any:
        """The reading of one method for one subject."""

    def readings(self, key: str) -> tuple[Any, ...]:
        """The readings of one method for all its subjects."""


def read_in(method: Method, analyses: Given) -> Account | Practice:
    """The document in which a method's records and answers lie."""
    return analyses.practice if method.subject in OURS else analyses.account


@dataclass(frozen=True)
class Entry:
    """One thing that may be entered. `kind` says what it is; a rating is 1 to 5, with what 1 and 5 mean.

    `choices` are key → name; `people` holds the ids of stakeholders, `segment` that of a segment. `prompt` helps whoever finds it empty. A rating is
    stored under ``ratings``, everything else under ``values``; both carry evidence.
    """

    key: str
    name: str
    low: str = ""
    high: str = ""
    kind: Literal[
        "rating", "number", "money", "percent", "date", "choice", "line", "text", "people", "segment"
    ] = "rating"
    choices: tuple[tuple[str, str], ...] = ()
    prompt: str = ""
    weight: float = 1.0
    counts: bool = True
    """Whether it counts among what is to be assessed; a note does not."""
    evidenced: bool = False
    """Whether it counts as empty while it rests on our assumption alone."""
    on_record: bool = False
    """Whether it is the field of that name of the record that the method is about: entered there, once (methods, A5)."""

    @property
    def place(self) -> str:
        """Below the answer: where the entry lies, with its evidence."""
        return f"{'ratings' if self.kind == 'rating' else 'values'}/{self.key}"


@dataclass(frozen=True)
class Flag:
    """A word that a rule attaches to a reading or to a row of it, such as "dormant"."""

    key: str
    name: str
    when: Callable[[Any], bool]


@dataclass(frozen=True)
class Suggests:
    """What a method proposes; `text` has braces as a sentence has. `edits` are made when it is accepted, with fresh ids.

    Without `edits` it only opens `path`.
    """

    key: str
    text: str
    action: str
    when: Callable[[Any], bool]
    edits: Callable[[Any], tuple[Edit, ...]] | None = None
    path: Callable[[Any], str] | None = None
    kind: SuggestionKind = "rate"


@dataclass(frozen=True, kw_only=True)
class Reading(Marked):
    """What a method finds for one subject: keys and numbers, no words.

    `marks` are the entries as they count; `score` and `confirmed` over all of them and over the confirmed ones; `verdict`
    the key of the band, cell, stage or outcome, None while too little is assessed; `facts` whatever else the rule found.
    """

    method: Method
    analyses: Given = field(repr=False, compare=False)
    subject_id: str | None = None
    called: str = ""
    score: float | None = None
    confirmed: float | None = None
    verdict: str | None = None
    flags: tuple[str, ...] = ()
    facts: Mapping[str, Any] = field(default_factory=dict)

    @property
    def account(self) -> Account:
        return self.analyses.account

    @property
    def practice(self) -> Practice:
        return self.analyses.practice

    @property
    def document(self) -> Document:
        """What it was read in: the account, or our own side."""
        return read_in(self.method, self.analyses)

    @property
    def record(self) -> Any:
        """The record that it is about; None for the document itself."""
        return subjects.record(self.document, self.method.subject, self.subject_id or "")

    @property
    def is_refuted(self) -> bool:
        """Whether the record that it is about is refuted."""
        return self.document.standing(getattr(self.record, "evidence", ())) == "refuted"

    @property
    def begun(self) -> bool:
        """Whether anything has been entered."""
        return any(mark.shown is not None for mark in self.marks.values())

    @property
    def stale(self) -> bool:
        """Whether something that counts is older than the document allows."""
        return any(mark.stale for mark in self.known)

    @property
    def currency(self) -> str:
        """The currency of its amounts: that of the record where it names one, else the document's."""
        return getattr(self.record, "currency", None) or self.document.currency

    def setting(self, key: str) -> Any:
        """The value of a setting, which holds for all records of the method."""
        answer = getattr(self.document, self.method.collection).get(self.method.key)
        return mark(self.document, key, answer.values.get(key) if answer else None).value


def _nothing(_reading: Any) -> Mapping[str, Any]:
    return {}


SUMMED = (
    N_("Score {score}"),
    N_("on confirmed claims {confirmed}"),
    N_("{rated} of {total} rated ({share})"),
)


@dataclass(frozen=True, kw_only=True)
class Method(ABC):
    """A method. `first` says what to do while nothing is entered; `says` is said of one subject, `says_of_all` of all
    records of it together; `words` and `words_of_all` give what fills their braces.

    `reads` names the methods whose results it uses (acyclic), `feeds` those that use its own; `source` the seed's article.
    `picture` names a drawing other than its shape's, and `weighs` says that its score is how much a record counts, which
    drawings of such records show; `on_slide`: its table has a slide of its own. `tab` is the name of a core analysis' own tab, where it is not the screen's; `uses` names the collections of the account
    or of our own side that its rule looks at, and ``accounts`` for the lines of all accounts, so that an edit elsewhere leaves
    the reading as it is; None is all of them. `settings` are
    entered once for all records and lie in the answer without a record's id. `derives` gives, by entry, what follows from
    other records where nothing is entered; `order_of_all` sorts the records where all of them are listed. `summed` is the
    score in a line of text: the score, the score on confirmed claims alone, and how much is rated; an empty part is left
    out. `withholds`: its verdict is kept back while fewer than 60 % is assessed.

    `in_record`: what is rated lies in the record that it is about, not in an answer. `first_speaks`: of all records the first
    in that order is read, and those that are refuted are left out.

    `says` is what the brief says; `on_screen` stands in its place on the screen where that differs, `outward` writes what the
    customer reads, and `concluded` is whether there is anything to tell yet. `offers` writes suggestions about parts of the
    reading, `suggests` those about the whole. `noted` says in short where a finding of it comes from, `asks` what to ask
    about an item or a group of items, by key. `heads` are the entries at the head of the screen about its record, the last
    beside the verdict; `advice` says what to do at a verdict.
    """

    key: str
    name: str
    question: str
    group: str
    workspace: Workspace
    source: str
    rule: str
    first: str = ""
    subject: Subject = "account"
    in_record: bool = False
    first_speaks: bool = False
    private: bool = False
    core: bool = False
    tab: str = ""
    picture: str = ""
    on_slide: bool = False
    weighs: bool = False
    reads: tuple[str, ...] = ()
    feeds: tuple[str, ...] = ()
    uses: tuple[str, ...] | None = None
    settings: tuple[Entry, ...] = ()
    derives: Callable[[Any], Mapping[str, Any]] = _nothing
    order_of_all: Callable[[Any], Any] | None = None
    says: tuple[Says, ...] = ()
    words: Callable[[Any], Mapping[str, Word]] = _nothing
    says_of_all: tuple[Says, ...] = ()
    words_of_all: Callable[[tuple[Any, ...]], Mapping[str, Word]] = _nothing
    on_screen: tuple[Says, ...] = ()
    suggests: tuple[Suggests, ...] = ()
    offers: Callable[[Any], Iterable[Suggestion]] = lambda _reading: ()
    summed: tuple[str, str, str] = SUMMED
    withholds: bool = False
    outward: Callable[[Account, Any], Iterable[BriefSentence]] | None = None
    concluded: Callable[[Any], bool] = lambda _reading: True
    noted: Callable[[Finding], str] | None = None
    asks: Mapping[str, str] = field(default_factory=dict)
    heads: tuple[str, ...] = ()
    advice: Mapping[str, str] = field(default_factory=dict)

    shape: ClassVar[str] = ""
    scale: ClassVar[str] = ""

    # -- what a shape says ----------------------------------------------------------------------------------------

    @abstractmethod
    def read(self, analyses: Given, subject_id: str | None) -> Any:
        """The reading for one subject."""

    def depends_on(self) -> tuple[str, ...] | None:
        """The collections that its reading depends on beside its own answer; None is everything."""
        if self.uses is None:
            return None
        own = COLLECTION.get(self.subject)
        return (*self.uses, *filter(None, (own, getattr(self, "records", ""))))

    def judged(self, reading: Any, **found: Any) -> Any:
        """The reading with what was found, and the flags that hold then."""
        reading = replace(reading, **found)
        flags = tuple(flag.key for flag in getattr(self, "flags", ()) if flag.when(reading))
        return replace(reading, flags=flags)

    def entries(self) -> tuple[Entry, ...]:
        """All that may be entered into an answer, in the order of the card."""
        return ()

    def verdicts(self) -> Mapping[str, str]:
        """The names of the verdicts by key."""
        return {}

    def parts(self, reading: Any) -> Iterable[Part]:
        """How the score comes about, in the reader's language."""
        return ()

    def score_text(self, reading: Any, value: float | None) -> str:
        """A score as a reader reads it."""
        return number(value, 1)

    def flag_names(self) -> Mapping[str, str]:
        """The names of all flags by key."""
        return {flag.key: flag.name for flag in getattr(self, "flags", ())}

    def verdict_text(self, reading: Any) -> str:
        """The verdict in words, or how much is missing."""
        if reading.verdict is not None:
            return _(self.verdicts().get(reading.verdict, reading.verdict))
        if not reading.rated:
            return _("not begun")
        return _("{rated} of {total} assessed, too few to judge").format(
            rated=reading.rated, total=reading.total
        )

    # -- what follows for all -------------------------------------------------------------------------------------

    @property
    def collection(self) -> str:
        """Where its answers lie in their document."""
        return "private_answers" if self.private else "answers"

    def answer_key(self, subject_id: str | None) -> str:
        """The key of an answer: the method's, with the record's where it is about one."""
        return self.key if subject_id is None else f"{self.key}.{subject_id}"

    def answer_path(self, subject_id: str | None) -> str:
        if self.in_record:
            return f"{COLLECTION[self.subject]}/{subject_id}"
        return f"{self.collection}/{self.answer_key(subject_id)}"

    def claim_path(self, entry: Entry, subject_id: str | None) -> str:
        """Where an entry lies with its evidence: in the answer, or as a field of the record."""
        if entry.on_record:
            return f"{COLLECTION[self.subject]}/{subject_id}/{entry.key}"
        return f"{self.answer_path(subject_id)}/{entry.place}"

    def in_order(self, readings: tuple[Any, ...]) -> tuple[Any, ...]:
        """The readings of all records as they are read."""
        if not self.first_speaks:
            return readings
        return tuple(self.ordered(one for one in readings if not one.is_refuted))

    def sentence(self, reading: Any) -> str:
        """What it says of one subject; what to do first while it can say nothing."""
        spoken = [text for _says, text in said(self.on_screen or self.says, reading, self.words(reading))]
        return joined(spoken) or _(self.first)

    def sentence_of_all(self, readings: tuple[Any, ...]) -> str:
        """What it says of all its records together."""
        spoken = [text for _says, text in said(self.says_of_all, readings, self.words_of_all(readings))]
        if not spoken and not self.says_of_all:
            each = dict.fromkeys(self.sentence(reading) for reading in readings if reading.begun)
            spoken = [text for text in each if text != _(self.first)]
        return joined(spoken) or _(self.first)

    def brief(self, readings: tuple[Any, ...], *, each: bool = False) -> Iterable[BriefSentence]:
        """The sentences for the brief: of all records together where the method says one, else (or if `each`) of each."""
        if self.says_of_all and self.subject in COLLECTION and not each:
            begun = [reading.status for reading in readings if reading.begun]
            status: Status = "confirmed" if begun and set(begun) == {"confirmed"} else "assumed"
            path = getattr(self, "records", "") or self.collection
            for says, text in said(self.says_of_all, readings, self.words_of_all(readings)):
                yield BriefSentence(text, status, path, says.internal)
            return
        yield from (line for reading in readings for line in self.lines(self.says, reading))

    def lines(self, sentences: tuple[Says, ...], reading: Any) -> Iterable[BriefSentence]:
        """Those of the sentences that can be said of a reading, with what they rest on."""
        for says, text in said(sentences, reading, self.words(reading)):
            whole = (reading.status, self.answer_path(reading.subject_id))
            status, path = says.rests(reading) if says.rests else whole
            yield BriefSentence(text, status, path, says.internal)

    def asked(self, key: str) -> str:
        """What to ask about an item, or a group of items, of that key; empty where nothing is."""
        return self.asks.get(key, "")

    def suggestions(self, reading: Any) -> Iterable[Suggestion]:
        """What follows, without what was declined."""
        return (one for one in self.proposed(reading) if one.id not in reading.document.declined)

    def proposed(self, reading: Any) -> Iterable[Suggestion]:
        """What follows from a reading."""
        yield from self.offers(reading)
        path, key = self.answer_path(reading.subject_id), reading.subject_id
        yield from self.following(self.suggests, reading, self.words(reading), path, key)

    def following(
        self, suggests: Iterable[Suggests], about: Any, words: Mapping[str, Word], path: str, key: str | None
    ) -> Iterable[Suggestion]:
        """Those of the suggestions that hold of a reading or of a row of it; `key` is its record's."""
        for one in suggests:
            text = filled(one.text, words) if one.when(about) else None
            if text:
                yield Suggestion(
                    id=suggestion_id(self.key, one.key, *filter(None, [key])),
                    text=text,
                    action=_(one.action),
                    kind=one.kind,
                    path=one.path(about) if one.path else path,
                    edits=partial(one.edits, about) if one.edits else tuple,
                )

    def assess(self, analyses: Given, subject_id: str | None = None) -> Assessment:
        """The verdict in the current language: of one subject, or of all its records together."""
        readings = (
            analyses.readings(self.key) if subject_id is None else (analyses.read(self.key, subject_id),)
        )
        counted = readings[:1] if self.first_speaks else readings
        one = counted[0] if len(counted) == 1 else None
        alone = one is not None and (not self.says_of_all or (subject_id is not None and bool(self.says)))
        kept_back = one is not None and self.withholds and one.verdict is None
        score = one.score if one is not None else None
        confirmed = one.confirmed if one is not None else None
        lang = language()

        def written() -> Iterable[BriefSentence]:
            with use_language(lang):
                yield from self.brief(readings, each=alone)

        return Assessment(
            key=self.key,
            name=_(self.name),
            question=_(self.question),
            rule=_(self.rule),
            score=score,
            confirmed_score=confirmed,
            scale=self.scale,
            score_text=WITHHELD if kept_back or one is None else self.score_text(one, score),
            confirmed_text=WITHHELD if kept_back or one is None else self.score_text(one, confirmed),
            band=one.verdict if one is not None else None,
            band_label=self.verdict_text(one)
            if one is not None
            else withheld(0, 0)
            if self.first_speaks
            else "",
            coverage=_coverage(counted),
            rated=sum(reading.rated for reading in counted),
            total=sum(reading.total for reading in counted),
            parts=tuple(self.parts(one)) if one is not None else tuple(self.parts_of_all(readings)),
            sentence=self.sentence(one) if alone else self.sentence_of_all(readings),
            offers=tuple(offer for reading in readings for offer in self.suggestions(reading)),
            written=written,
            lang=lang,
            detail=one if one is not None and not self.first_speaks else readings,
        )

    def ordered(self, readings: Iterable[Any]) -> list[Any]:
        """The readings of all records as they are listed: in the method's order, else in the records' own."""
        return sorted(readings, key=self.order_of_all) if self.order_of_all else list(readings)

    def parts_of_all(self, readings: tuple[Any, ...]) -> Iterable[Part]:
        """One part for each record, in the order in which they are shown."""
        for reading in self.ordered(readings):
            kept_back = self.withholds and reading.verdict is None
            score = "" if kept_back else self.score_text(reading, reading.score)
            yield Part(reading.called, self.verdict_text(reading), score)


def _coverage(readings: tuple[Any, ...]) -> float:
    total = sum(reading.total for reading in readings)
    return sum(reading.rated for reading in readings) / total if total else 0.0
