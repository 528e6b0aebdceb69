"""Labels used in many places (methods, A5): fields and result words, by key.

`label("effect", "threat")` is the word in the reader's language; `field("expected_by")` a field's name. English keys
that would need two Chinese words have two English wordings here ("no need" and "none").
"""

from __future__ import annotations

from accountkit.i18n import N_, _, other_language, translated
from accountkit.model.measures import MEASURES

FIELDS: dict[str, str] = {
    "statement": N_("Statement"),
    "note": N_("Note"),
    "evidence": N_("Evidence"),
    "source": N_("Source"),
    "date": N_("Date"),
    "owner": N_("Owner"),
    "status": N_("Status"),
    "reason": N_("Reason"),
    "cause": N_("Cause"),
    "amount": N_("Amount"),
    "direction": N_("Direction"),
    "unit": N_("Unit"),
    "metric": N_("Indicator"),
    "topic": N_("Topic"),
    "offer": N_("Offering"),
    "role_title": N_("Role"),
    "function": N_("Function"),
    "layer": N_("Layer"),
    "decision_basis": N_("Basis of decision"),
    "decision_stage": N_("Stage of decision"),
    "strength": N_("Strength"),
    "felt_by": N_("Felt by"),
    "admitted": N_("Acknowledged"),
    "expected_by": N_("Target date"),
    "tolerance": N_("Tolerance"),
    "gain": N_("Gain per year"),
    "loss": N_("Avoided loss per year"),
    "years": N_("Years"),
    "outlay": N_("Outlay"),
    "opportunity_cost": N_("Opportunity cost"),
    "change_cost": N_("Cost of process change"),
    "skill_cost": N_("Cost of learning"),
    "appetite": N_("Risk appetite"),
    "answer": N_("Response"),
    "stage": N_("Stage"),
    "kind": N_("Kind"),
    "question": N_("Question"),
    "action": N_("Action"),
    "actor": N_("Actor"),
    "place": N_("Place"),
    "manner": N_("Manner"),
    "process": N_("Process"),
    "milestone": N_("Milestone"),
    "level": N_("Level"),
    "mood": N_("Mood"),
    "due": N_("Due"),
    "parent": N_("Parent segment"),
    "reference_cases": N_("Reference cases"),
    "potential": N_("Potential"),
    "difficulty": N_("Difficulty"),
    "value": N_("Customer value"),
    "mode": N_("Sales mode"),
    "budget": N_("Budget"),
    "past_best": N_("Best level"),
    "current": N_("Current"),
    "expected": N_("Target"),
    "risk_trend": N_("Risk trend"),
    "probability": N_("Probability"),
    "discount_rate": N_("Discount rate"),
    "deadline": N_("Latest date"),
    "time_resource": N_("People's time"),
    "site": N_("Site or environment"),
    "interest": N_("Interest shown"),
    "degree": N_("Degree of solution"),
    "rival": N_("Compared with"),
    "scope": N_("Scope"),
    "worth": N_("Annual value"),
    "personal_fit": N_("Personal benefit"),
    "pushed_from_above": N_("Pushed from above"),
}
PROFILE: dict[str, str] = {
    "name": N_("Name"),
    "name_zh": N_("Name in Chinese"),
    "industry": N_("Industry"),
    "industry_zh": N_("Industry in Chinese"),
    "country": N_("Country"),
    "ticker": N_("Ticker symbol"),
    "website": N_("Website"),
    "fiscal_year_end": N_("Fiscal year end (MM-DD)"),
    "budget_opens": N_("Budget planned from (MM-DD)"),
    "budget_closes": N_("Budget closes (MM-DD)"),
    "next_results": N_("Next results day"),
    "owner": N_("Account owner"),
    "parent": N_("Parent account (short name)"),
    "summary": N_("Summary"),
}
"""The fields of the profile, and what each is called."""

WORDS: dict[str, dict[str, str]] = {
    "verdict": {"not_measured": N_("not quantified")},
    "need_state": {
        "none": N_("no need"),
        "latent": N_("latent"),
        "motivated": N_("motivated"),
        "explicit": N_("explicit"),
    },
    "motive_band": {"strong": N_("strong"), "forming": N_("forming"), "weak": N_("weak"), "none": N_("none")},
    "pressure": {"low": N_("weak"), "middle": N_("moderate"), "high": N_("strong")},
    "commitment": {
        "planned": N_("planned"),
        "asked": N_("asked"),
        "given": N_("given"),
        "done": N_("done"),
        "refused": N_("refused"),
    },
    "level": {"high": N_("high"), "mid": N_("medium"), "low": N_("low")},
    "grade": {
        "A": N_("document"),
        "B": N_("customer's words"),
        "C": N_("our observation"),
        "D": N_("assumption"),
    },
    "status": {
        "assumed": N_("assumed"),
        "confirmed": N_("confirmed"),
        "refuted": N_("refuted"),
        "stale": N_("stale"),
    },
    "effect": {
        "opportunity": N_("opportunity"),
        "threat": N_("threat"),
        "strength": N_("strength"),
        "weakness": N_("weakness"),
    },
    "guided_by": {
        "us": N_("us"),
        "competitor": N_("competitor"),
        "customer": N_("customer"),
        "unknown": N_("unknown"),
    },
    "degree": {"temporary": N_("temporary"), "fundamental": N_("fundamental")},
    "driver": {
        "margin": N_("net margin"),
        "turnover": N_("asset turnover"),
        "multiplier": N_("equity multiplier"),
    },
    "adopter": {
        "innovator": N_("innovator"),
        "opinion_leader": N_("early adopter"),
        "deliberate": N_("early majority"),
        "traditional": N_("late majority"),
        "laggard": N_("laggard"),
    },
    "doubt": {"open": N_("unresolved"), "eased": N_("eased"), "closed": N_("resolved")},
    "proof": {"planned": N_("planned"), "shown": N_("shown"), "accepted": N_("accepted")},
    "appetite": {"bold": N_("bold"), "normal": N_("normal"), "cautious": N_("cautious")},
    "actor": {"customer": N_("the customer"), "joint": N_("both"), "seller": N_("us")},
    "answered": {"yes": N_("yes"), "no": N_("no"), "unknown": N_("unknown")},
    "addressable": {"yes": N_("ours to act on"), "part": N_("partly ours"), "no": N_("not ours")},
    "layer": {
        "financial": N_("financial"),
        "customer": N_("customers"),
        "operations": N_("operations"),
        "learning": N_("learning and capability"),
        "capital_change": N_("capital and change"),
    },
    "rank": {
        "top": N_("top management"),
        "middle": N_("middle management"),
        "operational": N_("operational level"),
    },
    "attitude": {
        "for_us": N_("with us"),
        "neutral": N_("open"),
        "against": N_("against us"),
        "unknown": N_("not known"),
    },
    "tie": {
        "reports_to": N_("reports to"),
        "close": N_("close to"),
        "tense": N_("tense with"),
        "influences": N_("influences"),
    },
    "party": {
        "customer": N_("the customer"),
        "customers_customer": N_("the customer's customers"),
        "competitor": N_("competitors"),
        "supply_chain": N_("the supply chain"),
    },
    "horizon": {
        "now": N_("now"),
        "6_12": N_("in 6 to 12 months"),
        "12_24": N_("in 12 to 24 months"),
        "over_24": N_("after more than 24 months"),
    },
    "felt": {
        "unaware": N_("unaware"),
        "aware": N_("aware"),
        "worried": N_("worried"),
        "excited": N_("excited"),
    },
    "problem_type": {
        "restore": N_("restore"),
        "prevent": N_("prevent"),
        "pursue_ideal": N_("pursue"),
    },
    "dimension": {
        "political": N_("Political"),
        "economic": N_("Economic"),
        "social": N_("Social"),
        "technological": N_("Technological"),
    },
    "use_of_cash": {
        "repay": N_("repay debt"),
        "return": N_("return to shareholders"),
        "reinvest": N_("reinvest"),
        "hold": N_("hold as cash"),
    },
    "measure": {key: kind.name for key, kind in MEASURES.items()},
    "move": {"why": N_("why?"), "what_else": N_("what else?")},
}


def label(family: str, key: str | None) -> str:
    """The word for a key in the reader's language; an en dash where there is no key, and a key that nobody knows as it is."""
    return "–" if key is None else _(WORDS[family].get(key, key))


def field(key: str) -> str:
    """The name of a field in the reader's language."""
    return _(FIELDS[key])


def pairs(family: str) -> tuple[tuple[str, str], ...]:
    """The choices of a family as a definition lists them: key and name, to be translated where they are shown."""
    return tuple(WORDS[family].items())


def known(family: str) -> tuple[tuple[str, str], ...]:
    """The choices of a family without "unknown", which an entry says by staying blank."""
    return tuple(pair for pair in pairs(family) if pair[0] != "unknown")


def choices(family: str) -> list[dict[str, str]]:
    """The choices of a family for a control: value, title, and the other language's word for the hover."""
    return [
        {"value": key, "title": _(word), "other": translated(word, other_language())}
        for key, word in WORDS[family].items()
    ]
