"""Put the filed figures into the sample accounts: ``python -m tools.samples``."""

from __future__ import annotations

from pathlib import Path

from accountkit.samples import SLUGS
from accountkit.store.folder import FILE, read, write
from tools.samples.companies import refreshed

WORKBOOKS = Path(__file__).parents[2] / "workbooks"


def refresh(path: Path) -> bool:
    """Bring the statements of the account in a file up to date; True if a figure or where it was read has changed.

    The file is written as accountkit writes every account. What is private in a sample is invented, and stays.
    """
    account = read(path)
    new = refreshed(account)
    write(new, path, with_private=True)
    return new != account


def main() -> None:
    for slug in SLUGS:
        changed = refresh(WORKBOOKS / slug / FILE)
        print(f"{slug}: {'figures brought up to date' if changed else 'figures are as filed'}")


if __name__ == "__main__":
    main()
