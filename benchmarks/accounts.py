"""Reading a line of each of many accounts, against opening their documents; and the week of many against that of ten: ratios.

python -m benchmarks.accounts            # 10,000 accounts; documents are opened of 60 of them
python -m benchmarks.accounts 500
"""

from __future__ import annotations

import datetime as dt
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from sqlalchemy import insert, select

from accountkit.methods.portfolio.line import line_of
from accountkit.model import to_json
from accountkit.samples import load_into
from accountkit.store import Store, open_store
from accountkit.store.listing import A_PAGE
from accountkit.store.schema import ACCOUNTS, AGENDA, LINES, SNAPSHOTS
from accountkit.week import week

OPENED = 60
FEW = 10


def filled(url: str, count: int) -> None:
    """A store with the samples, over and over under other names; documents are stored of the first ones alone."""
    store = open_store(url)
    load_into(store)
    samples = [store.load(stored.slug) for stored in store.accounts()]
    with store._database.writing() as connection:
        rows = connection.execute(select(ACCOUNTS).where(ACCOUNTS.c.id > 0)).mappings().all()
        lines = connection.execute(select(LINES)).mappings().all()
        weeks = connection.execute(select(AGENDA)).mappings().all()
        texts = [to_json(account, with_private=True) for account in samples]
        for n in range(count - len(samples)):
            row, line = dict(rows[n % 2]), dict(lines[n % 2])
            row |= {"id": 100 + n, "slug": f"copy-{n}", "revision": 1}
            old = next(one.slug for one in samples if f'"slug":"{one.slug}"' in line["line"])
            line |= {"account_id": row["id"], "revision": 1}
            line["line"] = line["line"].replace(f'"slug":"{old}"', f'"slug":"copy-{n}"')
            connection.execute(insert(ACCOUNTS).values(**row))
            connection.execute(insert(LINES).values(**line))
            # those whose documents are there are the worst, which a week opens
            of_week = {**weeks[n % 2], "account_id": row["id"]} | ({"due": 1} if n < OPENED else {})
            connection.execute(insert(AGENDA).values(**of_week))
            if n < OPENED:
                text = texts[n % 2].replace(f'"slug": "{samples[n % 2].slug}"', f'"slug": "copy-{n}"')
                connection.execute(insert(SNAPSHOTS).values(account_id=row["id"], revision=1, document=text))
    store.close()


def seconds(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def opened(store: Store) -> None:
    """What a list would do without lines."""
    for n in range(OPENED):
        line_of(store.load(f"copy-{n}"))


def of_week(store: Store) -> float:
    """Seconds of the processor for a page of the week, the least of five."""
    took = []
    for _try in range(6):
        start = time.thread_time()
        found = week(store, "nobody", since=dt.datetime.now(dt.UTC), most=A_PAGE, waits=False)
        took.append(time.thread_time() - start)
        assert found.due and not found.unread
    return min(took[1:])


def main(count: int) -> None:
    with tempfile.TemporaryDirectory() as folder:
        url = f"sqlite:///{Path(folder) / 'many.sqlite'}"
        filled(url, count)
        store = open_store(url)
        first, again = seconds(store.lines), seconds(store.lines)
        assert len(store.lines().lines) == count
        documents = seconds(lambda: opened(store)) / OPENED * count
        of_many = of_week(store)
        store.close()
        few_url = f"sqlite:///{Path(folder) / 'few.sqlite'}"
        filled(few_url, FEW)
        few = open_store(few_url)
        of_few = of_week(few)
        few.close()
    print(
        f"{count} accounts: lines {first:.2f} s, once more {again:.2f} s; documents {documents:.0f} s by {OPENED} of them"
    )
    print(f"ratio {documents / first:.0f} (once more: {documents / again:.0f})")
    print(
        f"the week: {1000 * of_many:.0f} ms of the processor, of {FEW} accounts {1000 * of_few:.0f}: ratio {of_many / of_few:.1f}"
    )


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 10_000)
