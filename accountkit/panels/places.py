"""On which tab of the workbook a record is worked on."""

from __future__ import annotations

from accountkit.model import Account

TAB_OF = {
    "statements": "dupont_roe",
    "peers": "dupont_roe",
    "levers": "dupont_roe",
    "problems": "problem_types",
    "needs": "problem_types",
    "motives": "motive_assessment",
    "stakeholders": "motive_assessment",
    "commitments": "motive_assessment",
    "objective": "motive_assessment",
    "opportunities": "motive_assessment",
}


def tab_of(account: Account, path: str) -> str:
    """The tab of the record at `path`; a finding is worked on where it was found."""
    collection, _slash, rest = path.partition("/")
    key = rest.split("/")[0]
    if collection == "answers":
        return key or "overview"
    if collection == "findings":
        finding = account.findings.get(key)
        return finding.source_framework if finding else "pest"
    return TAB_OF.get(collection, "overview")
