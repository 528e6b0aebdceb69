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
from typing import Any, ClassVar

from accountkit.i18n import N_, _, language, number
from accountkit.methods.assessment import Assessment, BriefSentence, Part, Suggestion
from accountkit.methods.entry import SHAPES, WORKSPACES, Entry, Flag, Suggests, Workspace
from accountkit.methods.reading import Given, Reading, read_in
from accountkit.methods.sentences import Says, Word, said, withheld
from accountkit.methods.subjects import COLLECTION, Subject
from accountkit.methods.wording import joined
from accountkit.model import Account, Finding
from accountkit.model.evidence import Status

__all__ = [
    "SHAPES",
    "SUMMED",
    "WITHHELD",
    "WORKSPACES",
    "Entry",
    "Flag",
    "Given",
    "Method",
    "Reading",
    "Suggests",
    "Workspace",
    "read_in",
]

WITHHELD = "–"
"""What stands in place of a score whose verdict is withheld: a number would be read as one."""


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
    customer reads, and `concluded` is whether there is anything to tell yet. `also_suggests` writes suggestions about parts of the
    reading, `suggests` those about the whole. `noted` says in short where a finding of it comes from, `asks` what to ask
    about an item or a group of items, by key. `heads` are the entries at the head of the screen about its record, the last
    beside the verdict; `advice` says what to do at a verdict. `frames`: its steps or blocks stand as a strip on the own panel of its
    screen, of which they are the frame; what is entered stands on its card.
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
    also_suggests: Callable[[Any], Iterable[Suggestion]] = lambda _reading: ()
    summed: tuple[str, str, str] = SUMMED
    withholds: bool = False
    outward: Callable[[Account, Any], Iterable[BriefSentence]] | None = None
    concluded: Callable[[Any], bool] = lambda _reading: True
    noted: Callable[[Finding], str] | None = None
    asks: Mapping[str, str] = field(default_factory=dict)
    heads: tuple[str, ...] = ()
    frames: bool = False
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

    def known_flags(self) -> Mapping[str, Flag]:
        """The flags of its readings and of their rows by key."""
        return {flag.key: flag for flag in getattr(self, "flags", ())}

    def verdict_text(self, reading: Any) -> str:
        """The verdict in words, or how much is missing."""
        if reading.verdict is not None:
            return _(self.verdicts().get(reading.verdict, reading.verdict))
        if not reading.rated:
            return _("not begun")
        # what is asked here is there, and what follows from elsewhere is not
        if reading.rated >= reading.total:
            return _("not enough known to judge")
        text = _("{rated} of {total} assessed, too few to judge")
        return text.format(rated=reading.rated, total=reading.total)

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
        yield from self.also_suggests(reading)
        path, key = self.answer_path(reading.subject_id), reading.subject_id
        yield from self.following(self.suggests, reading, self.words(reading), path, key)

    def following(
        self, suggests: Iterable[Suggests], about: Any, words: Mapping[str, Word], path: str, key: str | None
    ) -> Iterable[Suggestion]:
        """Those of the suggestions that hold of a reading or of a row of it; `key` is its record's."""
        made = (one.suggestion(self.key, about, words, path, key) for one in suggests)
        return filter(None, made)

    def assess(self, analyses: Given, subject_id: str | None = None) -> Assessment:
        """The verdict in the current language: of one subject, or of all its records together."""
        readings = (
            analyses.readings(self.key) if subject_id is None else (analyses.read(self.key, subject_id),)
        )
        counted = readings[:1] if self.first_speaks else readings
        one = counted[0] if len(counted) == 1 else None
        alone = one is not None and (not self.says_of_all or (subject_id is not None and bool(self.says)))
        scores = (None, None) if one is None else (one.score, one.confirmed)
        withhold = one is None or (self.withholds and one.verdict is None)
        texts = [WITHHELD if withhold else self.score_text(one, score) for score in scores]
        none = withheld(0, 0) if self.first_speaks else ""
        return Assessment(
            key=self.key,
            name=_(self.name),
            question=_(self.question),
            rule=_(self.rule),
            score=scores[0],
            confirmed_score=scores[1],
            scale=self.scale,
            score_text=texts[0],
            confirmed_text=texts[1],
            band=None if one is None else one.verdict,
            band_label=none if one is None else self.verdict_text(one),
            rated=sum(reading.rated for reading in counted),
            total=sum(reading.total for reading in counted),
            parts=tuple(self.parts_of_all(readings) if one is None else self.parts(one)),
            sentence=self.sentence(one) if alone else self.sentence_of_all(readings),
            suggestions=tuple(one for reading in readings for one in self.suggestions(reading)),
            written=partial(self.brief, readings, each=alone),
            lang=language(),
            detail=readings if one is None or self.first_speaks else one,
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
