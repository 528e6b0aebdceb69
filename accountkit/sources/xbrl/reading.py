"""The statements of an XBRL filing that somebody has as a file: an annual or an interim report."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from accountkit.model import Statement
from accountkit.model.statement import Vintage
from accountkit.sources.imported import Imported
from accountkit.sources.sec.companyfacts import statements_of
from accountkit.sources.sec.interim_report import interim_report
from accountkit.sources.segments.chosen import with_segments
from accountkit.sources.xbrl.document import filed
from accountkit.sources.xbrl.segments import segment_facts


def xbrl(
    data: bytes,
    name: str,
    currency: str | None = None,
    mapping: Mapping[str, str] | None = None,
    vintage: Vintage = "as_last_filed",
) -> Imported:
    """The statements of an instance or of a page with inline XBRL, put together as those of companyfacts.

    Each figure names the file as its source: what was filed when, and under which number, does not stand in it.
    """
    report = filed(data, name)
    if report.interim:
        found = interim_report(report.document, name, report.year_end, currency, mapping)
    else:
        found = statements_of(report.document, name, currency, mapping, vintage)
    found = replace(
        found,
        statements={key: _from_file(statement, name) for key, statement in found.statements.items()},
        interim={key: _from_file(statement, name) for key, statement in found.interim.items()},
        warnings=(*report.warnings, *found.warnings),
        kind="xbrl",
        ticker=report.document["ticker"][:20],
        entities=(found.entity,) if found.entity else (),
    )
    return with_segments(found, segment_facts(report.found, report.form), vintage)


def _from_file(statement: Statement, name: str) -> Statement:
    known = {"source": name[:500], "filed": None, "url": ""}
    held = {
        part: {
            line: figure.model_copy(update={"origin": figure.origin.model_copy(update=known)})
            for line, figure in figures.items()
        }
        for part, figures in (("figures", statement.figures), ("opening", statement.opening))
    }
    return statement.model_copy(update=held)
