"""The words of an account in two languages, and what each statement rests on.

An account's texts are written in English with their Chinese beside them; `Story` keeps the pairs for
``Account.wording``. Facts come from ``tests/data/sample_facts.json`` by their number (``EDU-22``) and become entries of
the evidence ledger the first time a statement uses them:

* every source is a document: grade A;
* *primary_read* (a filing, a release, an official text) is confirmed, by the analyst who read it;
* *secondary_read* is confirmed where two sources of different publishers say it, else it stays assumed until somebody
  checks it;
* *single_unsure* is never confirmed.

What no source says is an assumption: grade D, named as ours.
"""

from __future__ import annotations

import calendar
import datetime as dt
import json
from collections.abc import Iterable
from functools import cache
from typing import Any

from accountkit.methods.deal.opportunity_ranking import TO_CUSTOMER, TO_US
from accountkit.methods.people.influence_score import ORGANISATIONAL, PERSONAL
from accountkit.model import Answer, Evidence, Rating, Value
from tools.samples.filings import DATA

Ratings = tuple[int | None, ...]
READER = ("Financial analyst, who read the document", "财务分析师（已阅读原文件）")
RESEARCHER = ("Account researcher: two sources agree", "客户研究员（两个来源一致）")
TEAM = ("Account team", "客户团队")
ONE_SOURCE = ("One source only, not confirmed.", "仅有一个来源，尚未确认。")
UNSURE = (
    "One source of unknown reliability; verify before use.",
    "仅有一个可靠性不明的来源，核实后方可使用。",
)


@cache
def sourced_facts() -> dict[str, dict[str, Any]]:
    """The sourced facts by their number."""
    document = json.loads((DATA / "sample_facts.json").read_text(encoding="utf-8"))
    return {fact["id"]: fact for facts in document["accounts"].values() for fact in facts}


class Story:
    """Collects the wording and the evidence of one account while it is told."""

    def __init__(self) -> None:
        self.chinese: dict[str, str] = {}
        self.evidence: dict[str, Evidence] = {}

    def say(self, english: str, chinese: str) -> str:
        """A text in both languages; what is stored in its place is the English one."""
        known = self.chinese.setdefault(english, chinese)
        if known != chinese:
            raise ValueError(f"Two Chinese wordings of {english!r}: {known!r} and {chinese!r}")
        return english

    def facts(self, *numbers: str) -> tuple[str, ...]:
        """The ids of the evidence entries of these facts, one per source (two at most)."""
        return tuple(key for number in numbers for key in self._entries(number))

    def assumed(self, key: str, english: str, chinese: str) -> tuple[str, ...]:
        """The id of an assumption of ours, with why we make it."""
        entry = Evidence(source=self.say(english, chinese), who=self.say(*TEAM), grade="D")
        if self.evidence.setdefault(key, entry) != entry:
            raise ValueError(f"Two assumptions named {key!r}")
        return (key,)

    def rated(
        self, value: int | None, english: str = "", chinese: str = "", evidence: tuple[str, ...] = (), **more
    ) -> Rating:
        """A rating with its note in both languages."""
        note = self.say(english, chinese) if english else ""
        return Rating(value=value, note=note, evidence=evidence, **more)

    def of_people(self) -> tuple[str, ...]:
        """The id of the assumption behind what people do and think: nobody was asked."""
        return self.assumed(
            "d-people",
            "Our assumption for this sample; the company was not asked.",
            "本示例的假设，未向该公司求证。",
        )

    def values(self, evidence: tuple[str, ...], **values: Any) -> Answer:
        """An answer of numbers, choices and people, all on the same evidence."""
        return Answer(values={key: Value(value=value, evidence=evidence) for key, value in values.items()})

    def noted(self, english: str, chinese: str, evidence: tuple[str, ...]) -> Value:
        """A text of an answer in both languages."""
        return Value(value=self.say(english, chinese), evidence=evidence)

    def ranked(self, to_customer: Ratings, to_us: Ratings, **values: float) -> Answer:
        """The ranking of a deal (methods, opportunity_ranking), assumed by us."""
        ours = self.of_people()
        keys = (entry.key for entry in (*TO_CUSTOMER, *TO_US))
        rated = _rated(keys, (*to_customer, *to_us), ours)
        return self.values(ours, **values).model_copy(update={"ratings": rated})

    def influence(self, personal: Ratings, organisational: Ratings) -> Answer:
        """The influence of a role (methods, influence_score), invented and marked so."""
        invented = self.assumed(
            "d-invented",
            "Invented for this sample: a judgement about a role, not about a real person.",
            "为本示例虚构：针对岗位的判断，不涉及真实人物。",
        )
        keys = (entry.key for entry in (*PERSONAL, *ORGANISATIONAL))
        return Answer(ratings=_rated(keys, (*personal, *organisational), invented))

    def _entries(self, number: str) -> list[str]:
        fact = sourced_facts()[number]
        keys = []
        for letter, source in zip("ab", fact["sources"], strict=False):
            key = f"{number.lower()}{letter}"
            self.evidence[key] = self._entry(fact, source)
            keys.append(key)
        return keys

    def _entry(self, fact: dict[str, Any], source: dict[str, Any]) -> Evidence:
        confidence = fact["confidence"]
        publishers = {other["publisher"] for other in fact["sources"]}
        entry = {
            "source": f"{source['publisher']}: {source['title']}"[:500],
            "url": source["url"] if " " not in source["url"] and "{" not in source["url"] else "",
            "date": last_day(source["date"]),
        }
        if confidence == "single_unsure":
            return Evidence(**entry, grade="D", note=self.say(*UNSURE))
        if confidence == "primary_read":
            return Evidence(**entry, grade="A", status="confirmed", confirmed_by=self.say(*READER))
        if len(publishers) > 1:
            return Evidence(**entry, grade="A", status="confirmed", confirmed_by=self.say(*RESEARCHER))
        return Evidence(**entry, grade="A", note=self.say(*ONE_SOURCE))


def _rated(keys: Iterable[str], values: Ratings, evidence: tuple[str, ...]) -> dict[str, Rating]:
    """Ratings by key; a blank one is left out."""
    pairs = zip(keys, values, strict=True)
    return {key: Rating(value=value, evidence=evidence) for key, value in pairs if value is not None}


def last_day(date: str | None) -> dt.date | None:
    """The day of a source that may be dated to the month or the year only: then its last day; none where undated."""
    if not date:
        return None
    year, *rest = map(int, date.split("-"))
    month = rest[0] if rest else 12
    day = rest[1] if len(rest) > 1 else calendar.monthrange(year, month)[1]
    return dt.date(year, month, day)
