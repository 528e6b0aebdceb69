"""Which part of the company a fact under dimensions is about.

Axes and members are those of the FASB's us-gaap and srt taxonomies and of ifrs-full; a filing adds members of its own. The
SEC's data sets write both without the namespace, an axis without its first "Statement" and its last "Axis", a member
without its last "Member" or "Domain" (https://www.sec.gov/files/aqfs.pdf); that form is used here for both.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from accountkit.model.statement import SegmentKind

BUSINESS = frozenset({"BusinessSegments", "Segments", "SegmentReportingInformationBySegment"})
REGIONS = frozenset({"Geographical", "GeographicalAreas"})
CONSOLIDATION = frozenset({"ConsolidationItems", "SegmentConsolidationItems"})
"""Says whether a fact is of the operating segments or reconciles their sum with the company."""
OF_SEGMENTS = frozenset({"OperatingSegments", "ReportableSegments"})
_TOTAL = re.compile(
    r"(?:Total|Combined|All|Single)?(?:Reportable|Reporting|Operating|Business)?Segments?(?:Total)?"
    r"|SegmentGeographical|GeographicalAreas|AllGeographic(?:al)?Areas|ReportableSegmentAggregation\w*|Consolidated\w*"
)
"""The whole of an axis, or of its reportable segments: no part."""
_RECONCILING = re.compile(
    r"\w*(?:Elimination|Intersegment|InterSegment|Unallocated|Reconciling|Reconciliation|NonSegment)\w*"
    r"|(?:All)?(?:Other)?(?:And)?Corporate(?:AndOther|Other|Expenses?|Items|Headquarters|HeadOffice|Functions|Segment)?"
)
_WORD = re.compile(r"[A-Z]+(?![a-z])|[A-Z][a-z]+|[a-z]+|\d+")


@dataclass(frozen=True)
class Place:
    """A part of the company. `operating` says that the filing marks the fact as one of the operating segments."""

    kind: SegmentKind
    member: str
    reconciling: bool = False
    operating: bool = False


def place_of(members: Mapping[str, str]) -> Place | None:
    """The segment or region of a fact with these dimensions (axis → member); None if it is about anything else."""
    named = {axis_name(axis): member_name(member) for axis, member in members.items()}
    items = [named.pop(axis) for axis in list(named) if axis in CONSOLIDATION]
    item = items[0] if len(items) == 1 else ""
    if len(items) > 1 or len(named) > 1:
        return None
    if not named:
        return Place("business", item, reconciling=True) if _RECONCILING.fullmatch(item) else None
    if item and item not in OF_SEGMENTS:
        return None
    axis, member = next(iter(named.items()))
    kind: SegmentKind = "business" if axis in BUSINESS else "region"
    if axis not in BUSINESS | REGIONS or not member or _TOTAL.fullmatch(member):
        return None
    return Place(kind, member, bool(_RECONCILING.fullmatch(member)), bool(item))


def members_in(text: str) -> dict[str, str]:
    """The dimensions in a data set's column: ``BusinessSegments=Americas;ConsolidationItems=OperatingSegments;``."""
    pairs = (pair.partition("=") for pair in text.split(";") if pair.strip())
    return {axis.strip(): member.strip() for axis, _sign, member in pairs}


def axis_name(axis: str) -> str:
    """``us-gaap:StatementBusinessSegmentsAxis`` → ``BusinessSegments``."""
    return axis.rpartition(":")[2].removeprefix("Statement").removesuffix("Axis")


def member_name(member: str) -> str:
    """``aapl:AmericasSegmentMember`` → ``AmericasSegment``; ``country:US`` → ``US``."""
    return re.sub(r"(?:Member|Domain)$", "", member.rpartition(":")[2]).strip("_")[:200]


def words_of(member: str) -> str:
    """A member's name as words: ``GreaterChinaSegment`` → ``Greater China``."""
    name = re.sub(r"(?<=.)Segments?$", "", member)
    return " ".join(_WORD.findall(name)) or member
