"""What can go wrong, in the reader's words::

    AccountkitError
    ├── InvalidEdit          an edit names no such place, or a value that does not belong there
    ├── AccountNotFound      no account of that name is stored
    ├── AccountExists        an account of that name is stored already
    ├── InvalidAccount       a document is no account (import, load)
    ├── DamagedAccount       a stored account, or its log, cannot be read
    ├── StatementError       a statement file cannot be read as one
    │   ├── FileTooLarge     it, or what it expands to, is over the limit
    │   ├── UnreadableFile   it is not the kind of file that its name says, or it is damaged
    │   ├── LineNotFound     a line that is needed could not be recognised
    │   └── EntityNeeded     the file holds several companies and none was chosen
    ├── CannotWrite          no file can be written at the place that was named
    ├── NotMeaningful        a ratio was asked for that has no meaning on these figures
    ├── Forbidden            the address, link or event may not be used by this person
    │   └── TooManyTries     too many wrong tokens came from one address
    └── Unavailable          something outside answered not at all, or wrongly
        ├── StoreUnavailable the database does not do what it is asked; the same may succeed later
        └── Busy             more is asked for at once than is done at once

Every message says what failed, with which value, and what to do about it; messages are shown as they are, so they
go through ``_()``. `code` is stable and meant for programs and tests.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any


class AccountkitError(Exception):
    """Any error that a user can cause and mend; never shown as a traceback, in a notebook neither."""

    code = "error"

    def _render_traceback_(self) -> list[str]:
        """What IPython shows in place of a traceback."""
        return [str(self)]


class InvalidEdit(AccountkitError):
    """`path` is what was to be edited, `reason` why its value was refused, for whoever names both in words of their own."""

    code = "invalid_edit"

    def __init__(self, message: str = "", path: str = "", reason: str = "") -> None:
        super().__init__(message)
        self.path, self.reason = path, reason


class AccountNotFound(AccountkitError):
    """`slug` is the name that no account has, if it is an account that is missing."""

    code = "account_not_found"

    def __init__(self, message: str = "", slug: str = "") -> None:
        super().__init__(message)
        self.slug = slug


class AccountExists(AccountkitError):
    code = "account_exists"


class InvalidAccount(AccountkitError):
    """`place` is the path of the value at which a document is wrong, `value` that value and `reason` why; `document` is
    what was read, for whoever names the place in words.
    """

    code = "invalid_account"

    def __init__(
        self,
        message: str = "",
        place: str = "",
        value: str = "",
        reason: str = "",
        document: Mapping[str, Any] | None = None,
    ) -> None:
        super().__init__(message)
        self.place, self.value, self.reason, self.document = place, value, reason, document or {}


class DamagedAccount(AccountkitError):
    code = "damaged_account"


class StatementError(AccountkitError):
    code = "statement"


class FileTooLarge(StatementError):
    code = "file_too_large"


class UnreadableFile(StatementError):
    code = "unreadable_file"


class LineNotFound(StatementError):
    """`labels` are what the file has instead, `shape` the form of the file that a mapping can be saved for."""

    code = "line_not_found"

    def __init__(self, message: str = "", labels: tuple[str, ...] = (), shape: str = "") -> None:
        super().__init__(message)
        self.labels, self.shape = labels, shape


class EntityNeeded(StatementError):
    """`entities` are the companies to choose from."""

    code = "entity_needed"

    def __init__(self, message: str = "", entities: tuple[str, ...] = ()) -> None:
        super().__init__(message)
        self.entities = entities


class CannotWrite(AccountkitError):
    code = "cannot_write"


class NotMeaningful(AccountkitError):
    code = "not_meaningful"


class Forbidden(AccountkitError):
    code = "forbidden"


class TooManyTries(Forbidden):
    code = "too_many_tries"


class Unavailable(AccountkitError):
    """`details` are for whoever runs the program, in its log and at the command line: a page's reader gets the message alone."""

    code = "unavailable"

    def __init__(self, message: str = "", details: str = "") -> None:
        super().__init__(message)
        self.details = details


class StoreUnavailable(Unavailable):
    code = "store_unavailable"


class Busy(Unavailable):
    """More is asked for at once than is done at once; a moment later it is done."""

    code = "busy"
