"""What the motives panel shows: one motive with its ratings, money and verdict; the people; what is asked of them."""

from __future__ import annotations

from typing import Any

from accountkit.i18n import ESTIMATE, N_, _, day, listed, money, number, percent
from accountkit.methods import labels
from accountkit.methods.chain.foremost import is_overdue
from accountkit.methods.method import WITHHELD
from accountkit.methods.motives import sentences
from accountkit.methods.motives.items import DEGREES, GUIDANCE
from accountkit.methods.motives.reading import MotiveReading, problem_of
from accountkit.methods.problems.rules import classify
from accountkit.model import Account
from accountkit.model.people import MONEY
from accountkit.panels.evidence import claim, entered
from accountkit.panels.tables import explained

SHARES = ("probability", "discount_rate")
NUMBERS = {
    **{key: labels.FIELDS[key] for key in (*MONEY, "years")},
    "probability": N_("Probability of loss"),
    "discount_rate": labels.FIELDS["discount_rate"],
}


def row(motive: MotiveReading) -> dict[str, Any]:
    """A motive in the list."""
    return {
        "id": motive.id,
        "role": motive.role,
        "about": motive.about,
        "score": number(motive.shown, 0),
        "band": motive.verdict,
        "verdict": motive.method.verdict_text(motive),
        "multiple": ""
        if motive.money.multiple is None
        else _("{multiple}×").format(multiple=number(motive.money.multiple, 1)),
    }


def detail(account: Account, motive: MotiveReading) -> dict[str, Any]:
    """The motive that is looked at."""
    kept, method = motive.motive, motive.method
    problem = account.problems.get(problem_of(account, kept) or "")
    kind = (classify(problem).primary if problem else None) or "restore"
    return {
        "groups": [
            {
                "key": group.key,
                "items": [
                    entered(account, item, motive.marks[item.key], f"motives/{motive.id}/{item.place}")
                    | {"guidance": _(GUIDANCE[kind].get(item.key, ""))}
                    for item in group.items
                ],
            }
            for group in method.groups
        ],
        "degrees": [{"value": key, "title": _(text)} for key, text in DEGREES[kind].items()],
        "degree": kept.degree,
        "money": [
            {"key": key, "name": _(name), "value": getattr(kept, key), "percent": key in SHARES}
            for key, name in NUMBERS.items()
        ],
        "appetite": kept.appetite,
        "used_appetite": labels.label("appetite", motive.money.appetite),
        "interest": kept.interest,
        "deadline": kept.deadline.isoformat() if kept.deadline else None,
        "budget": kept.budget,
        "time_resource": kept.time_resource,
        "site": kept.site,
        "pushed": kept.pushed_from_above,
        "missing": [labels.field(key) for key in motive.missing],
        "stakeholder": kept.stakeholder_id,
        "need": kept.need_id,
        "problem": problem_of(account, kept),
        "broken": [_("The person was deleted")] * (kept.stakeholder_id not in account.stakeholders)
        + [_("The need was deleted")] * (kept.need_id is not None and kept.need_id not in account.needs),
        "score": number(motive.shown, 0),
        "confirmed": number(motive.confirmed, 0) if motive.verdict else WITHHELD,
        "verdict": motive.method.verdict_text(motive),
        "gates": [_(gate.name) for gate in method.gates if gate.key in motive.gates],
        "says": [
            text
            for text in (
                sentences.shortfall(motive) or sentences.enough(motive),
                sentences.move(motive),
            )
            if text
        ],
        "figures": _figures(account, motive),
        "claim": claim(account, kept.evidence),
        "parts": explained(method.parts(motive)),
    }


def _figures(account: Account, motive: MotiveReading) -> list[dict[str, str]]:
    """The money side as label and value; what is not measured says what lacks."""
    m, currency = motive.money, account.currency
    lacking = _("Missing: {missing}").format(missing=listed([labels.field(key) for key in m.missing]))
    needed = "" if m.needed is None else _(" (threshold {needed}×)").format(needed=number(m.needed, 0))
    return [
        {"label": _("Total benefit"), "value": money(m.benefit, currency)},
        {"label": _("Total cost"), "value": money(m.given_up, currency)},
        {
            "label": _("Benefit-to-cost ratio"),
            "value": lacking
            if m.multiple is None
            else _("{multiple}×").format(multiple=number(m.multiple, 1)) + needed,
        },
        {"label": _("Return on investment"), "value": percent(m.roi, 0)},
        {"label": _("Payback (years)"), "value": number(m.payback, 1)},
        {
            "label": _("Net present value at {rate}").format(rate=percent(motive.motive.discount_rate, 0)),
            "value": money(m.present_value, currency, ESTIMATE),
        },
    ]


def people(account: Account) -> list[dict[str, Any]]:
    """The stakeholders by role; what is private of them is not among it."""
    ordered = sorted(account.stakeholders.items(), key=lambda pair: (pair[1].order, pair[0]))
    return [
        {
            "id": key,
            "role": person.role_title,
            "function": person.function,
            "layer": person.layer,
            "adopter": person.adopter,
            "claim": claim(account, person.evidence),
            "admits": [account.problems[p].statement for p in person.admits if p in account.problems],
        }
        for key, person in ordered
    ]


def commitments(account: Account) -> list[dict[str, Any]]:
    """What the customer committed to or is asked for, the next due first."""
    ordered = sorted(
        account.commitments.items(), key=lambda pair: (pair[1].due is None, str(pair[1].due), pair[0])
    )
    return [
        {
            "id": key,
            "action": c.action,
            "status": c.status,
            "level": c.level,
            "due": c.due.isoformat() if c.due else None,
            "day": day(c.due),
            "late": is_overdue(account, c),
            "stakeholder": c.stakeholder_id,
            "motive": c.motive_id,
            "claim": claim(account, c.evidence),
            "broken": (c.stakeholder_id is not None and c.stakeholder_id not in account.stakeholders)
            or (c.motive_id is not None and c.motive_id not in account.motives),
        }
        for key, c in ordered
    ]


def objective(account: Account) -> dict[str, Any]:
    """The sales objective: who buys what, for how much, by when."""
    o = account.objective
    return {
        "who": o.who,
        "what": o.what,
        "how_much": o.how_much,
        "when": o.when.isoformat() if o.when else None,
        "guided_by": o.guided_by,
        "claim": claim(account, o.evidence),
    }


def choices() -> dict[str, list[dict[str, str]]]:
    """The words for the panel's selects."""
    families = ("adopter", "appetite", "answered", "commitment", "level", "guided_by")
    return {
        **{name: labels.choices(name) for name in families},
        "person_layer": labels.choices("rank"),
    }
