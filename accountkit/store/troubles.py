"""What a database says when it does not do what it is asked, in the reader's words."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.engine import URL
from sqlalchemy.exc import DataError, IntegrityError, SQLAlchemyError
from sqlalchemy.exc import TimeoutError as PoolTimeout

from accountkit.errors import InvalidEdit, StoreUnavailable, Unavailable
from accountkit.i18n import _

log = logging.getLogger(__name__)


@contextmanager
def in_our_words(url: URL) -> Iterator[None]:
    """Raise our own errors in place of a database's: `StoreUnavailable` where trying again later may help, `InvalidEdit`
    where the value is at fault. What breaks a rule of the tables (`IntegrityError`) is for the caller to know.
    """
    try:
        yield
    except IntegrityError:
        raise
    except DataError as error:
        raise InvalidEdit(
            _("The database rejected this value: {reason}. Correct it and try again.").format(
                reason=_reason(error)
            )
        ) from error
    except SQLAlchemyError as error:
        told = _does_not_answer(url, error)
        log.warning("the database: %s %s", told, told.details)
        raise told from error


def cannot_open(url: URL, error: Exception) -> Unavailable:
    """Why the store could not be opened at all."""
    if url.get_backend_name() not in ("sqlite", "postgresql"):
        return Unavailable(
            _(
                "{kind} is not a database that accountkit works with. Use SQLite (a path) or PostgreSQL (postgresql://NAME@HOST/DATABASE)."
            ).format(kind=url.drivername[:40])
        )
    if isinstance(error, ModuleNotFoundError):
        return Unavailable(
            _(
                "PostgreSQL needs a driver that is not installed ({module}). Run: pip install "
                "'accountkit[postgresql]'"
            ).format(module=error.name)
        )
    reason = _reason(error)
    if _is_full(reason):
        return _full()
    return Unavailable(
        _("The database cannot be opened. Check its address and the permission to write there."),
        _details(url, reason),
    )


def _does_not_answer(url: URL, error: Exception) -> StoreUnavailable:
    reason = _reason(error)
    if _is_full(reason) or isinstance(error, PoolTimeout):
        return _full()
    if "locked" in reason:
        return StoreUnavailable(
            _("Another program has locked the database. Close it, or wait for the automatic retry.")
        )
    if "disk is full" in reason or "No space left" in reason:
        return StoreUnavailable(_("The disk of the database is full. Free some space on the server."))
    if "readonly" in reason or "read-only" in reason:
        return StoreUnavailable(_("The database is read-only. Allow writing to it on the server."))
    return StoreUnavailable(
        _("The database does not respond. Restart it, or check its log."), _details(url, reason)
    )


def _details(url: URL, reason: str) -> str:
    return f"{url.render_as_string(hide_password=True)}: {reason}"


def _is_full(reason: str) -> bool:
    """Whether PostgreSQL refused one more connection."""
    return "too many" in reason or "connection slots" in reason


def _full() -> StoreUnavailable:
    return StoreUnavailable(
        _(
            "The database has no free connection left. It is tried again automatically; if it lasts, raise its "
            "connection limit (max_connections)."
        )
    )


def _reason(error: Exception) -> str:
    """The first line of what the driver says."""
    lines = str(getattr(error, "orig", None) or error).strip().splitlines()
    return lines[0].rstrip(".") if lines else type(error).__name__
