"""Mutated real files: an error that a person can read or a correct result, never a traceback, never a lost or zeroed figure.

About 2,000 mutations in a normal run; ``ACCOUNTKIT_FUZZ=20000`` for more. Each seed is its own reproducible mutation.
"""

from __future__ import annotations

import os
import random
import re

import pytest

from accountkit.errors import AccountkitError
from accountkit.sources import Imported, read
from accountkit.sources.cells.numerals import is_missing, reading
from accountkit.sources.sec.sector import read_sector
from accountkit.sources.tables.table import column_letters
from tests.sources.fuzz_files import BYTES, FILES
from tests.sources.tables import APPLE, DATA

MUTATIONS = int(os.environ.get("ACCOUNTKIT_FUZZ", "2000"))

INTERESTING = [
    "",
    "-",
    "—",
    "N/A",
    "0",
    "abc",
    "12abc",
    "1.2.3",
    "1,23,4",
    "１２３",
    "(5)",
    "5%",
    "1e5",
    "9" * 25,
    "−7",
    "NaN",
    "inf",
    "#REF!",
    "=A1",
    "1,234",
    "1.234,5",
    "12,5",
    "true",
    "<b>7</b>",
    "7 8",
    "$12",
    "3亿",
    "2bn",
    "12 [1]",
    "(12",
    "12)",
    "٣",
    "½",
    "\u202e12",
    "0x1f",
    "1_000",
    "'12",
]


def mutated(data: bytes, chance: random.Random) -> bytes:
    """The bytes with one to four accidents: flipped, deleted, doubled, cut off, replaced by something nasty."""
    changed = bytearray(data)
    for _ in range(chance.randint(1, 4)):
        at, span = chance.randrange(len(changed) or 1), chance.randint(1, 40)
        kind = chance.randrange(6)
        if kind == 0 and changed:
            changed[at] ^= 1 << chance.randrange(8)
        elif kind == 1:
            del changed[at : at + span]
        elif kind == 2:
            changed[at:at] = changed[at : at + span]
        elif kind == 3 and chance.random() < 0.3:
            del changed[at:]
        elif kind == 4:
            changed[at : at + 1] = chance.choice(
                [b"\0", b"\xff\xfe", b",", b"\n", b'"', b"-", b"9", b"<!DOCTYPE x>", "亿".encode(), b"\r"]
            )
        else:
            other = chance.randrange(len(changed) or 1)
            changed[at : at + span], changed[other : other + span] = (
                changed[other : other + span],
                changed[at : at + span],
            )
    return bytes(changed)


@pytest.mark.parametrize("name", list(FILES))
def test_damaged_files_never_end_in_a_traceback(name):
    assert read(FILES[name], name).statements
    for seed in range(int(MUTATIONS * BYTES[name])):
        data = mutated(FILES[name], random.Random(f"{name} {seed}"))
        try:
            found = read(data, name)
        except AccountkitError as error:
            assert str(error), seed
        else:
            assert found.statements and all(s.figures for s in found.statements.values()), seed


def test_damaged_sector_zips_never_end_in_a_traceback():
    data = (DATA / "fsds" / "2010q2.zip").read_bytes()
    for seed in range(max(4, MUTATIONS // 400)):
        try:
            read_sector(mutated(data, random.Random(seed)), "2010q2.zip")
        except AccountkitError as error:
            assert str(error), seed


# One cell at a time: nothing may be lost or zeroed -----------------------------------------------------------------

HEAD = ["USD million", "2024-09-28", "2023-09-30"]
GRID = [HEAD, *([label, f"{pair[0]:,}", f"{pair[1]:,}"] for label, pair in APPLE.items())]


def table(grid) -> bytes:
    return "\n".join("\t".join(row) for row in grid).encode()


def figures(imported: Imported) -> dict[str, tuple[str, str, float]]:
    """Every figure by its place: line, period and value in millions."""
    return {
        figure.origin.place: (line, period, figure.value / 1e6)
        for period, statement in imported.statements.items()
        for line, figure in statement.figures.items()
    }


def is_header(row) -> bool:
    return any(re.fullmatch(r"\d{4}-\d\d-\d\d|20\d\d", cell) for cell in row[1:])


def accounted_for(grid, imported: Imported) -> list[str]:
    """Places of cells that hold a figure and are neither taken, offered as unmapped, nor named in a warning."""
    taken, lost = figures(imported), []
    said = " ".join(imported.warnings)
    mapped = {m.label for m in imported.mapping}
    header = next(i for i, row in enumerate(grid) if is_header(row))
    for r, row in enumerate(grid):
        for c, cell in enumerate(row[1:], start=1) if not is_header(row) else ():
            place, label = f"{column_letters(c)}{r + 1}", row[0].strip()
            if (
                reading(cell).kind != "number"
                or place in taken
                or label in imported.unmapped
                or place in said
            ):
                continue
            head = grid[header][c].strip() if c < len(grid[header]) else ""
            if any(
                i != r and other[0].strip() == label and other[c : c + 1] == [cell]
                for i, other in enumerate(grid)
            ):
                continue  # the same row stands twice with the same figures
            if (
                not (head and f"“{head}”" in said)
                and not (label and f"“{label}”" in said)
                and not ("twice" in said and label in mapped)
            ):
                lost.append(f"{place} {cell!r}")
    return lost


BEFORE = figures(read(table(GRID), "apple.tsv"))


def test_one_changed_figure_changes_itself_only_and_is_never_lost_or_zeroed():
    for seed in range(MUTATIONS // 4):
        chance = random.Random(seed)
        r, c, text = chance.randrange(1, len(GRID)), chance.randrange(1, 3), chance.choice(INTERESTING)
        grid = [list(row) for row in GRID]
        grid[r][c] = text
        place = f"{column_letters(c)}{r + 1}"
        try:
            after = figures(read(table(grid), "apple.tsv"))
        except AccountkitError as error:
            assert str(error), seed
            continue
        signs = {
            "income_tax"
        }  # a tax whose sign contradicts profit may be turned, which is said in a warning
        for other, (line, period, value) in BEFORE.items():
            if other != place and line not in signs:
                assert after.get(other) == (line, period, value), (seed, text, other)
        read_as = reading(text)
        if read_as.kind == "missing":
            assert place not in after, (seed, text)
        else:
            assert read_as.kind == "number", (seed, text)
            expected = read_as.value * read_as.scale / 1e6 if read_as.scale else read_as.value
            assert abs(after[place][2]) == pytest.approx(abs(expected)), (seed, text)


def accident(grid, chance: random.Random):
    """Something that happens to a table in a spreadsheet program."""
    r, c, kind = chance.randrange(len(grid)), chance.randrange(3), chance.randrange(10)
    if kind == 0:
        del grid[r]
    elif kind == 1:
        grid.insert(r, list(grid[chance.randrange(len(grid))]))
    elif kind == 2:
        other = chance.randrange(len(grid))
        grid[r], grid[other] = grid[other], grid[r]
    elif kind == 3:
        for row in grid:
            row[1], row[2] = row[2], row[1]
    elif kind == 4:
        grid[r][c] = chance.choice(INTERESTING)
    elif kind == 5 and grid[r][0]:
        at = chance.randrange(len(grid[r][0]))
        grid[r][0] = grid[r][0][:at] + chance.choice(["", "x", " ", "é", "(", "%"]) + grid[r][0][at + 1 :]
    elif kind == 6:
        grid[0][c] = chance.choice(
            [
                "2022",
                "FY2021",
                "Q3 2024",
                "TTM",
                "2025E",
                "20x4",
                "",
                "Change",
                "2024-09-28",
                "2023-09-30",
                "Note",
                "12/2020",
            ]
        )
    elif kind == 7:
        grid[r].append(chance.choice(["1", "x", ""]))
    elif kind == 8:
        grid.insert(r, [chance.choice(["", "Assets:", "Notes to the accounts", "(in thousands)"]), "", ""])
    else:
        grid[r][0] = grid[chance.randrange(len(grid))][0]


def test_whatever_happens_to_a_table_every_figure_is_taken_offered_or_named():
    for seed in range(MUTATIONS // 5):
        chance = random.Random(f"table {seed}")
        grid = [list(row) for row in GRID]
        for _ in range(chance.randint(1, 2)):
            accident(grid, chance)
        if not grid or len(grid[0]) < 3 or any(not row for row in grid):
            continue
        try:
            imported = read(table(grid), "apple.tsv")
        except AccountkitError as error:
            assert str(error), seed
            continue
        if any(is_header(row) for row in grid):
            assert not accounted_for(grid, imported), (seed, grid, imported.warnings)
        zeros = [
            f.origin.place for s in imported.statements.values() for f in s.figures.values() if f.value == 0
        ]
        assert all(
            reading(cell_at(grid, place)).value == 0 and not is_missing(cell_at(grid, place))
            for place in zeros
        ), seed


def cell_at(grid, place: str) -> str:
    return grid[int(place[1:]) - 1]["ABCDEFG".index(place[0])]
