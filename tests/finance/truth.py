"""What must hold of a reading's sentences, read back out of the text: rules 3 to 6 of the words, in both languages."""

from __future__ import annotations

import re

from accountkit import finance
from accountkit.finance.returns.formulas import named, unchanged
from accountkit.i18n import language

NUMBER = r"[−+]?[\d,]+(?:\.\d+)?"
MOVED = {
    "en": re.compile(rf"(rose|fell|recovered) from ({NUMBER})\s?%? to ({NUMBER})"),
    "zh_CN": re.compile(rf"由({NUMBER})%?(升|降)至({NUMBER})"),
}
CAUSE = {
    "en": re.compile(r"(?:driven by|mainly because) (.+?)(?:, which)? (rose|fell) from"),
    "zh_CN": re.compile(r"(?:主要得益于|主要因)([^经非]+?)由[^升降]+(升|降)至"),
}
PARTS = {
    "en": (
        (1, re.compile(rf"(?:added(?: back)?|masked) ({NUMBER}) points?")),
        (-1, re.compile(rf"(?:took back|took off|cost) ({NUMBER}) points?")),
    ),
    "zh_CN": (
        (1, re.compile(rf"(?:拉高|掩盖了其中)({NUMBER})个百分点")),
        (-1, re.compile(rf"拉低({NUMBER})个百分点")),
    ),
}
FALLEN = {"en": ("fell", "worsened", "turned negative"), "zh_CN": ("降至", "下降", "转为")}
RISEN = {"en": ("rose", "recovered", "improved"), "zh_CN": ("升至", "上升", "回升")}
NOT_OWN = {"en": ("tax", "interest", "non-operating"), "zh_CN": ("税", "利息", "非经营")}
EMPTY = ("practically", "nobody", "somebody", "{", "}", "None", "nan", "  ", "the the")


def value(text: str) -> float:
    return float(text.replace("−", "-").replace(",", ""))


def faults(roe: finance.DuPont, change: finance.Attribution, said: finance.Reading) -> list[str]:
    """What is untrue or contradicts itself in a reading; empty if all is well."""
    lang = language()
    text = said.sentence + said.lever + said.fragile
    found = [f"empty word {word!r}" for word in EMPTY if word in text]
    found += _order(text, lang) + _headline(change, said.sentence, lang) + _sums(change, said.sentence, lang)
    found += _unchanged_as_cause(change, said, lang) + _lever(said, lang) + _fragile(roe, change, said, lang)
    return found


def _order(text: str, lang: str) -> list[str]:
    """Every movement from one value to another goes the way its verb says, as displayed."""
    found = []
    for match in MOVED[lang].finditer(text):
        verb, before, after = match.groups() if lang == "en" else (match[2], match[1], match[3])
        up = verb in ("rose", "recovered", "升")
        if not (value(before) < value(after) if up else value(before) > value(after)):
            found.append(f"{match[0]} goes the other way")
    return found


def _headline(change: finance.Attribution, sentence: str, lang: str) -> list[str]:
    """The first sentence says which way the return went."""
    first = re.split(r"(?<!\d)\. |。", sentence)[0]
    first = re.split(r"driven by|because|主要|，", first)[0]
    if abs(change.delta) < 0.001:
        return [] if "unchanged" in first or "持平" in first else ["a change under 0.1 point is told"]
    words = (RISEN if change.rose else FALLEN)[lang]
    return [] if any(word in first for word in words) else [f"headline against {change.delta:+.4f}: {first}"]


def _sums(change: finance.Attribution, sentence: str, lang: str) -> list[str]:
    """The parts that are named are all parts: they add up to the change, but for what is too small to name."""
    parts = [sign * value(amount) for sign, known in PARTS[lang] for amount in known.findall(sentence)]
    if not parts or change.across_loss:
        return ["points across a loss"] if parts else []
    small = 0.1 + 0.05 * len(parts)
    off = abs(sum(parts) - 100 * change.delta)
    return [f"parts {parts} are not {100 * change.delta:.2f}"] if off > small + 1e-9 else []


def _unchanged_as_cause(change: finance.Attribution, said: finance.Reading, lang: str) -> list[str]:
    """No cause and no lever that did not move; the cause moved the return the way that it went."""
    found = []
    cause = CAUSE[lang].search(said.sentence)
    for name, move in change.reading.items():
        at_cause = cause is not None and cause[1].removeprefix("the ").lower() == named(name).lower()
        if at_cause and unchanged(name, move.before, move.after):
            found.append(f"{name} is a cause and did not move")
        if at_cause and move.effect * change.delta <= 0:
            found.append(f"{name} is a cause and ran against the change")
        if at_cause and (cause[2] in ("rose", "升")) != (move.after > move.before):
            found.append(f"{name} moved the other way")
    if "unchanged" in said.lever or "持平" in said.lever:
        found.append("what is unchanged is the lever")
    return found


def _lever(said: finance.Reading, lang: str) -> list[str]:
    """The lever is operating, and did not rise."""
    if said.driver is None:
        return []
    found = [f"lever: {word}" for word in NOT_OWN[lang] if word in said.lever.lower()]
    return found + [f"the lever rose: {said.lever}" for word in (" rose from", "升至") if word in said.lever]


def _fragile(roe: finance.DuPont, change: finance.Attribution, said: finance.Reading, lang: str) -> list[str]:
    """A warning of leverage needs interest; a rise that is told is one."""
    year, move = roe.year(change.end), change.reading["equity_multiplier"]
    interest = year.inputs.get("interest_expense", year.inputs.get("finance_expense", 0.0))
    warns = any(word in said.fragile for word in ("Highly", "interest rates", "偏高", "受利率"))
    found = ["a warning without interest"] if warns and interest <= 0 else []
    rise = said.fragile.startswith("Leverage rose") or said.fragile.startswith("权益乘数升至")
    if rise and (move.after <= move.before or unchanged(move.factor, move.before, move.after)):
        found.append("a rise of leverage that is none")
    if change.across_loss and ("did not add" in said.fragile or "未拉高" in said.fragile):
        found.append("leverage is judged across a loss")
    return found
