"""accountkit: an account strategy workbook for B2B presales.

from accountkit import open_account
account = open_account("walmart")
account.panel("dupont_roe")
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

__version__ = "0.1.0"
__all__ = ["open_account", "open_practice"]

if TYPE_CHECKING:
    from accountkit.workbook import open_account, open_practice


def __getattr__(name: str) -> Any:
    # The widgets are imported when they are asked for: the command line and the landing page do without them.
    if name in __all__:
        from accountkit import workbook

        return getattr(workbook, name)
    raise AttributeError(f"module 'accountkit' has no attribute {name!r}")
