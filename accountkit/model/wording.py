"""One account in two languages.

What people write is stored once, in the language they wrote it in. `Account.wording` may hold the same texts in
another language, by the original text; when the original changes, its old translation no longer applies and the
original is shown, so a translation can be missing but never wrong.
"""

from __future__ import annotations

from typing import Any

from accountkit.model.account import Account
from accountkit.model.record import as_json


def in_language(account: Account, lang: str) -> Account:
    """The account with every text that has a wording in `lang` replaced by it; the account itself where none has."""
    wording = account.wording.get(lang)
    if not wording:
        return account
    document = {
        name: value if name in ("wording", "evidence", "slug") else _reworded(value, wording)
        for name, value in as_json(account).items()
    }
    document["evidence"] = _reworded(as_json(account.evidence), wording)
    return Account.model_validate(document)


def _reworded(value: Any, wording: dict[str, str]) -> Any:
    if isinstance(value, str):
        return wording.get(value, value)
    if isinstance(value, dict):
        return {key: _reworded(item, wording) for key, item in value.items()}
    if isinstance(value, list):
        return [_reworded(item, wording) for item in value]
    return value
