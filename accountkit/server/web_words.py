"""What an error says on a web page: no path, no key of a document and no command, but records and fields as they are called."""

from __future__ import annotations

from accountkit.errors import AccountkitError, AccountNotFound, InvalidAccount, InvalidEdit
from accountkit.i18n import _
from accountkit.model.exchange import in_file
from accountkit.panels.names import place_in


def in_web_words(error: AccountkitError) -> str:
    """The message of an error for a person at a browser."""
    if isinstance(error, AccountNotFound) and error.slug:
        return _("No account is named “{slug}”. Choose one from the list of accounts.").format(
            slug=error.slug
        )
    if isinstance(error, InvalidAccount) and error.place:
        return in_file(place_in(error.document, error.place), error.reason, error.value)
    if isinstance(error, InvalidEdit) and error.path:
        place = place_in({}, error.path)
        if error.reason:
            return _("{place} was not saved: {reason}.").format(place=place, reason=error.reason)
        return _("This record was deleted. Undo, or choose another.")
    return str(error)
