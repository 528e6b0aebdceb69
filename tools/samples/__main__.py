"""Write the sample accounts as they are shipped: ``python -m tools.samples``."""

from __future__ import annotations

from pathlib import Path

from accountkit.model import to_json
from tools.samples import new_oriental, walmart

FOLDER = Path(__file__).parents[2] / "accountkit" / "samples"


def main() -> None:
    for build in (new_oriental.account, walmart.account):
        account = build()
        path = FOLDER / f"{account.slug}.json"
        path.write_text(to_json(account, with_private=True), encoding="utf-8")
        print(path.name, f"{path.stat().st_size / 1000:.0f} kB")


if __name__ == "__main__":
    main()
