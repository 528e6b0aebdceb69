"""Measures what accountkit costs, side by side with the alternatives.

    python -m benchmarks                                  # everything; results in benchmarks/README.md and results.json
    python -m benchmarks open --only ours,dash --times 3  # one part, some of the competitors
    python -m benchmarks environments                     # only build the environments

Parts: open (cold, warm, first paint, key to chart), memory, workbook, pages, sessions, findings. A part that is run alone
replaces its own rows in ``results.json`` and leaves the others; ratios are only ever taken within one part's run.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import tempfile
import time
from pathlib import Path
from urllib.parse import urlsplit

from benchmarks import report
from benchmarks.browser import LIVE, key_to_chart, opened, opening, profile, usable, warmed
from benchmarks.competitors import BY_KEY, COMPETITORS, Competitor
from benchmarks.environments import python_of, served, version

RESULTS = Path(__file__).with_name("results.json")
PAGES_FOR_MEMORY = 5
KEYS = 30


def measure_open(competitor: Competitor, work: Path, times: int) -> dict:
    """Opening and the slider, in one browser against one fresh server."""
    ready = usable(competitor)
    with served(competitor, work) as (address, _server):
        with profile() as context:
            opened(context, address, ready)[0].close()  # the server's own first time
        found = opening(address, ready, times)
        with profile() as context:
            warmed(context, address, ready)
            page, _waited = opened(context, address, ready)
            found["key_to_chart_ms"] = key_to_chart(page, competitor, KEYS)
    return {"version": version(competitor), **found}


def measure_memory(competitor: Competitor, work: Path) -> dict:
    """Private megabytes that one more open page costs."""
    from benchmarks.memory import private_of_tree

    ready = usable(competitor)
    with served(competitor, work) as (address, server), profile() as context:
        opened(context, address, ready)
        time.sleep(2)
        before = private_of_tree(server)
        for _page in range(PAGES_FOR_MEMORY):
            opened(context, address, ready)
        time.sleep(2)
        after = private_of_tree(server)
    return {"server_mb": round(before, 1), "session_mb": round((after - before) / PAGES_FOR_MEMORY, 1)}


def measure_workbook(work: Path, times: int) -> dict:
    """The whole workbook of the sample account: opening it, and each tab for the first and for the second time."""
    with served(ours_with_templates(), work) as (address, _server):
        with profile() as context:
            opened(context, address, LIVE)[0].close()
        found: dict = opening(address, LIVE, times)
        with profile() as context:
            warmed(context, address, LIVE)
            page, _waited = opened(context, address, LIVE)
            for visit in ("first_visit_ms", "second_visit_ms"):
                found[visit] = {
                    tab: round(waited, 1) for tab, waited in page.evaluate("window.bench.tabs()").items()
                }
    return found


def measure_pages(work: Path, times: int) -> dict:
    """Each page that people open, cold and warm, until it can be read and used."""
    from benchmarks import pages

    with served(ours_with_templates(), work) as (address, _server):
        parts = urlsplit(address)
        return pages.measured(f"{parts.scheme}://{parts.netloc}", work, times)


def measure_sessions(work: Path, counts: list[int], opens: int) -> list[dict]:
    from benchmarks import sessions

    ours = BY_KEY["ours"]
    with served(ours, work) as (address, server):
        return sessions.measured(address, server, usable(ours), counts, opens)


def measure_findings(work: Path, counts: list[int], edits: int) -> list[dict]:
    from benchmarks import findings

    with served(ours_with_templates(), work) as (address, _server):
        parts = urlsplit(address)
        return findings.measured(
            f"{parts.scheme}://{parts.netloc}", findings.database_in(work), counts, edits
        )


def ours_with_templates() -> Competitor:
    """Our server with its own notebooks."""
    command = ("{python}", "{apps}/ours/serve.py", "{port}", "{work}/roe.db", "-")
    return Competitor(
        "ours", "accountkit", (), command, path="/workbook?account=new-oriental", version_of="accountkit"
    )


def machine() -> dict:
    """Where it was measured, and how busy that was."""
    model = next(
        (
            row.partition(":")[2].strip()
            for row in Path("/proc/cpuinfo").read_text().splitlines()
            if "model name" in row
        ),
        "",
    )
    memory = int(Path("/proc/meminfo").read_text().split()[1]) / 1024**2
    return {
        "cores": os.cpu_count(),
        "processor": model,
        "memory_gb": round(memory, 1),
        "python": platform.python_version(),
        "system": platform.release(),
        "load_at_start": os.getloadavg()[0],
        "date": time.strftime("%Y-%m-%d"),
    }


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__.splitlines()[0])
    parts = ("environments", "open", "memory", "workbook", "pages", "sessions", "findings")
    parser.add_argument("parts", nargs="*", choices=[[], *parts], default=[], help="which parts; none: all")
    parser.add_argument("--only", default=",".join(BY_KEY), help="competitors, by key, for open and memory")
    parser.add_argument("--times", type=int, default=3, help="rounds of opening, each with a new profile")
    parser.add_argument("--sessions", default="1,10,50,200", help="numbers of live sessions")
    parser.add_argument("--opens", type=int, default=20, help="timed opens beside the live sessions")
    parser.add_argument("--findings", default="10,1000", help="numbers of findings")
    parser.add_argument("--edits", type=int, default=30)
    chosen = parser.parse_args()
    chosen.parts = chosen.parts or list(parts)
    return chosen


def numbers(text: str) -> list[int]:
    return [int(part) for part in text.split(",")]


def main() -> None:
    chosen = arguments()
    wanted = [competitor for competitor in COMPETITORS if competitor.key in chosen.only.split(",")]
    results = json.loads(RESULTS.read_text()) if RESULTS.exists() else {}
    measures = {
        "environments": lambda _work: {c.key: python_of(c) and version(c) for c in wanted},
        "open": lambda work: {c.key: measure_open(c, work, chosen.times) for c in wanted},
        "memory": lambda work: {c.key: measure_memory(c, work) for c in wanted},
        "workbook": lambda work: measure_workbook(work, chosen.times),
        "pages": lambda work: measure_pages(work, chosen.times),
        "sessions": lambda work: measure_sessions(work, numbers(chosen.sessions), chosen.opens),
        "findings": lambda work: measure_findings(work, numbers(chosen.findings), chosen.edits),
    }
    for part in chosen.parts:
        with tempfile.TemporaryDirectory(prefix="accountkit-bench-") as work:
            print(f"{part} …", flush=True)
            results[part] = {"machine": machine(), "rows": measures[part](Path(work))}
        RESULTS.write_text(json.dumps(results, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    text = report.written(results)
    RESULTS.with_name("README.md").write_text(text, encoding="utf-8")
    print(text)


if __name__ == "__main__":
    main()
