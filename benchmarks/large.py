"""A large account: 5,000 findings and 500 problems; its workbook is opened beside that of the sample that it is made of."""

from __future__ import annotations

from itertools import cycle

from accountkit.model import Account
from accountkit.samples import sample
from accountkit.store import open_store
from benchmarks.browser import LIVE, opened, opening, profile

SAMPLE = "new-oriental"


def large(findings: int, problems: int) -> Account:
    """The sample with so many findings and problems, alike but for their ids."""
    account = sample(SAMPLE)
    found = dict(zip((f"n{n}" for n in range(findings)), cycle(account.findings.values())))
    held = dict(zip((f"p{n}" for n in range(problems)), cycle(account.problems.values())))
    new = {
        "slug": f"large-{findings}",
        "findings": {key: one.model_copy(update={"id": key}) for key, one in found.items()},
        "problems": {
            key: one.model_copy(update={"id": key, "finding_ids": (f"n{n % findings}",)})
            for n, (key, one) in enumerate(held.items())
        },
    }
    return account.model_copy(update=new)


def measured(base: str, database: str, sizes: tuple[int, int], times: int) -> dict:
    """Medians of opening the workbook: of the sample, and of the large account."""
    store = open_store(database)
    slugs = {"sample": SAMPLE, "large": store.create(large(*sizes), "benchmark").account.slug}
    store.close()
    rows = {}
    for name, slug in slugs.items():
        with profile() as context:
            opened(context, f"{base}/workbook?account={slug}", LIVE)[0].close()
        rows[name] = opening(f"{base}/workbook?account={slug}", LIVE, times)
    return rows
