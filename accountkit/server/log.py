"""What the server's log holds of a fault: one note, with where it came from."""

from __future__ import annotations

import logging


class Once(logging.Filter):
    """Drops a fault that was noted already: Jupyter's layers note what they raise, each of them again."""

    def filter(self, record: logging.LogRecord) -> bool:
        fault = record.exc_info[1] if record.exc_info else None
        if fault is None:
            return True
        said = vars(fault)
        is_new = "noted_by_accountkit" not in said
        said["noted_by_accountkit"] = True
        return is_new


class Unknown(logging.Filter):
    """Drops Jupyter's warning of whoever is not signed in, which names a class: the line of the request says 403, the address
    and from where."""

    def filter(self, record: logging.LogRecord) -> bool:
        return not record.getMessage().startswith("Couldn't authenticate ")


ONCE = Once()
UNKNOWN = Unknown()
