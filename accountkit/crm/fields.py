"""What a row of a CRM says of a record of ours, and the other way round."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import cache
from typing import Any

from babel import Locale

from accountkit.crm.stages import CLOSED, outcome_of, stage_name, stage_of
from accountkit.crm.values import Unclear, date_of, joined_name, parted_name
from accountkit.errors import InvalidEdit
from accountkit.i18n import _
from accountkit.model import Account
from accountkit.model.crm import System
from accountkit.model.deals import Opportunity, PlanAction
from accountkit.model.meetings import Contact
from accountkit.model.people import Stakeholder
from accountkit.sources.cells.typed import typed_value

Values = Mapping[str, str]
PROFILE = {
    "name": "name",
    "industry": "industrycode",
    "country": "address1_country",
    "website": "websiteurl",
    "ticker": "tickersymbol",
    "owner": "owneridname",
    "summary": "description",
}
"""Field of the profile → neutral name."""
DONE = frozenset({"completed", "complete", "closed", "done", "held"})


class Wrong(ValueError):
    """A value of a row that cannot be taken: the neutral name of its column, the value and the reason."""

    def __init__(self, neutral: str, value: str, reason: str) -> None:
        super().__init__(reason)
        self.neutral, self.value, self.reason = neutral, value, reason


def _profile(system: System, values: Values) -> dict[str, Any]:
    return {field: values.get(neutral, "") for field, neutral in PROFILE.items()}


def _stakeholder(system: System, values: Values) -> dict[str, Any]:
    return {
        "real_name": joined_name(values),
        "role_title": values.get("jobtitle", ""),
        "unit": values.get("department", ""),
    }


def _opportunity(system: System, values: Values) -> dict[str, Any]:
    step = values.get("stepname", "")
    return {
        "name": values.get("name", ""),
        "what": values.get("description", ""),
        "how_much": _read(values, "estimatedvalue", typed_value),
        "currency": _read(values, "transactioncurrencyid", _currency),
        "when": _read(values, "estimatedclosedate", date_of),
        "stage": stage_of(system, step),
        "outcome": outcome_of(values.get("statecode", ""), step),
    }


def is_done(values: Values) -> bool:
    """Whether an activity has taken place: its state says so; one without a state is a note or a call that was logged."""
    state = values.get("statecode", "")
    return not state or state.casefold() in DONE


def _contact(system: System, values: Values) -> dict[str, Any]:
    return {
        "date": _read(values, "activitydate", date_of),
        "channel": values.get("activitytypecode", ""),
        "by": values.get("owneridname", ""),
        "note": "\n\n".join(filter(None, (values.get("subject", ""), values.get("description", "")))),
    }


def _action(system: System, values: Values) -> dict[str, Any]:
    day = _read(values, "activitydate", date_of)
    done = is_done(values)
    return {
        "action": values.get("subject", "") or values.get("description", ""),
        "owner": values.get("owneridname", ""),
        "due": None if done else day,
        "status": "done" if done else "open",
        "done_on": day if done else None,
    }


def _read(values: Values, neutral: str, reader: Callable[[str], Any]) -> Any:
    text = values.get(neutral, "")
    if not text:
        return None
    try:
        return reader(text)
    except Unclear as error:
        raise Wrong(neutral, text, str(error)) from error
    except InvalidEdit as error:
        raise Wrong(neutral, text, error.reason) from error


def _currency(text: str) -> str:
    """The code of a currency, which Dynamics gives by its English name."""
    if re.fullmatch("[A-Z]{3}", text):
        return text
    code = _currencies().get(text.casefold())
    if code is None:
        raise Unclear(_("a currency is expected, like USD or US Dollar"))
    return code


@cache
def _currencies() -> dict[str, str]:
    return {name.casefold(): code for code, name in Locale("en").currencies.items()}


READERS: dict[str, Callable[[System, Values], dict[str, Any]]] = {
    "profile": _profile,
    "stakeholders": _stakeholder,
    "opportunities": _opportunity,
    "contacts": _contact,
    "plan": _action,
}
"""Collection of ours → the fields that a row says of a record of it. Raises `Wrong`."""


def written(system: System, account: Account, path: str, said: Values) -> dict[str, str]:
    """The record at `path` as a row: neutral name → text. `said` is what the CRM said of it last; {} before that."""
    if path == "profile":
        return {neutral: getattr(account.profile, field) for field, neutral in PROFILE.items()}
    collection, _slash, key = path.partition("/")
    record = getattr(account, collection)[key]
    if isinstance(record, Stakeholder):
        first, last = parted_name(record.real_name, said)
        return {
            "firstname": first,
            "lastname": last,
            "fullname": record.real_name,
            "jobtitle": record.role_title,
            "department": record.unit,
        }
    if isinstance(record, Opportunity):
        return _deal(system, account, record, said)
    if isinstance(record, PlanAction):
        return {
            "subject": record.action,
            "activitytypecode": said.get("activitytypecode", "Task"),
            "activitydate": _day(record.due if record.status == "open" else record.done_on),
            "statecode": "Completed"
            if record.status == "done"
            else "Open"
            if is_done(said)
            else said["statecode"],
            "owneridname": record.owner,
        }
    assert isinstance(record, Contact)
    subject, _gap, rest = record.note.partition("\n\n")
    return {
        "subject": subject,
        "description": rest,
        "activitytypecode": record.channel,
        "activitydate": _day(record.date),
        "statecode": said.get("statecode", "Completed"),
        "owneridname": record.by,
    }


def _deal(system: System, account: Account, deal: Opportunity, said: Values) -> dict[str, str]:
    # a deal that stalled is open for a CRM
    ended = CLOSED[system].get(deal.outcome, "")
    step = stage_name(system, deal.stage, said.get("stepname", ""))
    amount = "" if deal.how_much is None else f"{deal.how_much:.15g}"
    return {
        "name": deal.name or deal.what,
        "description": deal.what,
        "estimatedvalue": amount,
        "transactioncurrencyid": (deal.currency or account.currency) if amount else "",
        "estimatedclosedate": _day(deal.when),
        "stepname": ended if ended and system != "dynamics" else step,
        "statecode": ended or "Open",
        "pipeline": said.get("pipeline", "Sales Pipeline"),
    }


def _day(day: Any) -> str:
    return day.isoformat() if day else ""
