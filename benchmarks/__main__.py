"""Measures what accountkit costs, side by side with the alternatives.

    python -m benchmarks                                  # everything; README.md, results.json, history.jsonl, pictures
    python -m benchmarks open --only ours,dash --times 3  # one part, some of the competitors
    python -m benchmarks --compare REV                    # this tree against a commit, in one sitting, as ratios
    python -m benchmarks report                           # write README.md and the pictures anew, measuring nothing

Parts: open (cold, warm, first paint, key to chart), memory, workbook, pages, landing, large, sessions, cycles, findings. A part
that is run alone replaces its own rows in ``results.json`` and leaves the others; ratios are only ever taken within one part's
run. Each run of a part adds a line to ``history.jsonl``, which the pictures are made from.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import tempfile
import time
from pathlib import Path

import psutil

from benchmarks import history, parts, pictures, report
from benchmarks.competitors import BY_KEY, COMPETITORS
from benchmarks.environments import python_of, version

RESULTS = Path(__file__).with_name("results.json")


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
        "busy_at_start": round(psutil.cpu_percent(interval=3) / 100 * (os.cpu_count() or 1), 1),
        "date": time.strftime("%Y-%m-%d"),
    }


MEASURED = ("open", "memory", "workbook", "pages", "landing", "large", "sessions", "cycles", "findings")


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__.splitlines()[0])
    names = ("environments", *MEASURED, "report")
    parser.add_argument("parts", nargs="*", choices=[[], *names], default=[], help="which parts; none: all")
    parser.add_argument("--compare", metavar="REV", help="only the ratios of this tree to a commit")
    parser.add_argument("--only", default=",".join(BY_KEY), help="competitors, by key, for open and memory")
    parser.add_argument("--times", type=int, default=3, help="rounds of opening, each with a new profile")
    parser.add_argument("--sessions", default="1,10,50,300", help="numbers of live sessions")
    parser.add_argument("--opens", type=int, default=20, help="timed opens beside the live sessions")
    parser.add_argument("--accounts", default="10,10000", help="numbers of accounts in the list")
    parser.add_argument(
        "--cycles", default="100,5", help="sessions that are opened and closed, and how often"
    )
    parser.add_argument("--findings", default="10,1000", help="numbers of findings")
    parser.add_argument("--edits", type=int, default=30)
    chosen = parser.parse_args()
    chosen.parts = chosen.parts or ["environments", *MEASURED]
    return chosen


def numbers(text: str) -> list[int]:
    return [int(part) for part in text.split(",")]


def main() -> None:
    chosen = arguments()
    if chosen.compare:
        from benchmarks.compare import compared

        print(compared(chosen.compare, machine(), chosen.times, chosen.edits))
        return
    wanted = [competitor for competitor in COMPETITORS if competitor.key in chosen.only.split(",")]
    results = json.loads(RESULTS.read_text()) if RESULTS.exists() else {}
    measures = {
        "open": lambda work: {c.key: parts.measure_open(c, work, chosen.times) for c in wanted},
        "memory": lambda work: parts.memory(wanted, work),
        "workbook": lambda work: parts.measure_workbook(work, chosen.times),
        "pages": lambda work: parts.measure_pages(work, chosen.times),
        "landing": lambda work: parts.measure_landing(work, numbers(chosen.accounts), chosen.times),
        "large": lambda work: parts.measure_large(work, chosen.times),
        "sessions": lambda work: parts.measure_sessions(work, numbers(chosen.sessions), chosen.opens),
        "cycles": lambda work: parts.measure_cycles(work, *numbers(chosen.cycles)),
        "findings": lambda work: parts.measure_findings(work, numbers(chosen.findings), chosen.edits),
    }
    if "environments" in chosen.parts:
        print({c.key: python_of(c) and version(c) for c in wanted})
    for part in filter(measures.__contains__, chosen.parts):
        with tempfile.TemporaryDirectory(prefix="accountkit-bench-") as work:
            print(f"{part} …", flush=True)
            results[part] = {"machine": machine(), "rows": measures[part](Path(work))}
        history.keep(part, **results[part])
        RESULTS.write_text(json.dumps(results, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    pictures.draw()
    text = report.written(results)
    RESULTS.with_name("README.md").write_text(text, encoding="utf-8")
    print(text)


if __name__ == "__main__":
    main()
