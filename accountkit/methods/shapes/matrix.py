"""Matrix: two axes, cells with their strategies, and all subjects in one picture."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from itertools import product
from typing import ClassVar, Literal

from accountkit.i18n import _, number
from accountkit.methods.assessment import Part
from accountkit.methods.marks import Mark, mean_of
from accountkit.methods.method import Entry, Flag, Given, Method, Reading
from accountkit.methods.shapes.answers import marks_of
from accountkit.methods.shapes.calculator import shown

CUT = 3.0
NEAR = 0.25
"""Within this distance of the cut a subject is on the line, and the strategies of both sides are shown (methods, A3)."""
FIELD = (2.5, 3.5)
"""What lies in the middle of both axes: from the first to below the second."""


@dataclass(frozen=True)
class Axis:
    """One axis: the mean of its `items`, or what `of` reads (another method's result). `low` and `high` name its ends; within
    `near` of the `cut` a place is on the line.
    """

    key: str
    name: str
    low: str
    high: str
    items: tuple[Entry, ...] = ()
    of: Callable[[Reading], float | None] | None = None
    cut: float = CUT
    near: float = NEAR
    kind: Literal["number", "money", "percent"] = "number"

    def text(self, value: float | None, currency: str) -> str:
        """A place on it as a reader reads it."""
        return shown(value, self.kind, currency)


@dataclass(frozen=True)
class Cell:
    """One cell: whether it is high on the horizontal and on the vertical axis, its name, and what to do there.

    The cell that is neither (None twice) is the field in the middle. A `middle` one lies on the line of the horizontal axis,
    where `pick` says so.
    """

    key: str
    name: str
    right: bool | None
    up: bool | None
    strategy: str
    middle: bool = False


@dataclass(frozen=True)
class Limit:
    """What may be used up: the running sum of the entry `of` over the ranking, up to the setting `most`, or `default`."""

    of: str
    most: str
    default: float | None = None


@dataclass(frozen=True)
class Place:
    """A place in the ranking: `used` are the running sums of the limits; it `waits` where one of them is exceeded."""

    reading: MatrixReading
    used: Mapping[str, float]
    waits: bool


@dataclass(frozen=True, kw_only=True)
class MatrixReading(Reading):
    """`x` and `y` are the places on the axes; `cell` the cell they lie in; `borders` the cells that it could as well be.
    `members` are the places of what a method about all of them shows together.
    """

    method: Matrix
    x: float | None = None
    y: float | None = None
    cell: Cell | None = None
    borders: tuple[Cell, ...] = ()
    members: tuple[MatrixReading, ...] = ()

    @property
    def begun(self) -> bool:
        """Whether anything has been entered, or the place follows from what was entered elsewhere."""
        return self.cell is not None or any(one.cell for one in self.members) or super().begun

    @property
    def borderline(self) -> bool:
        return bool(self.borders)


@dataclass(frozen=True, kw_only=True)
class Matrix(Method):
    """Two axes and their cells, listed in the order in which they come first. `extra` is entered and on no axis; `among`
    says which readings are ranked, `limits` where the ranking is cut. `pick`
    names the cell where something else than the two cuts decides; cells of one key are one verdict. `members` places what has
    no answer of its own, such as all accounts, by `placed`.
    """

    horizontal: Axis
    vertical: Axis
    cells: tuple[Cell, ...]
    extra: tuple[Entry, ...] = ()
    flags: tuple[Flag, ...] = ()
    among: Callable[[MatrixReading], bool] = lambda _reading: True
    limits: tuple[Limit, ...] = ()
    pick: Callable[[MatrixReading], str | None] | None = None
    members: Callable[[MatrixReading], Iterable[MatrixReading]] | None = None

    shape: ClassVar[str] = "matrix"
    withholds: bool = True

    def entries(self) -> tuple[Entry, ...]:
        return (*self.horizontal.items, *self.vertical.items, *self.extra)

    def verdicts(self) -> Mapping[str, str]:
        return {cell.key: cell.name for cell in self.cells}

    def read(self, analyses: Given, subject_id: str | None) -> MatrixReading:
        base = MatrixReading(**marks_of(self, analyses, subject_id))
        if self.members:
            found = tuple(self.members(base))
            known = {
                one.subject_id: Mark(one.subject_id, one.verdict, None, one.status, one.stale, derived=True)
                for one in found
                if one.subject_id
            }
            return replace(base, members=found, marks={**base.marks, **known})
        x, y = (_place(axis, base) for axis in (self.horizontal, self.vertical))
        if self.pick:
            return self._picked(replace(base, x=x, y=y), self.pick)
        if x is None or y is None or not (base.enough or not base.total):
            return self.judged(base, x=x, y=y)
        return self.placed(base, x, y)

    def placed(self, base: MatrixReading, x: float, y: float) -> MatrixReading:
        """The reading at a place on both axes."""
        cell = self.cell_at(x, y)
        borders = tuple(one for one in self.cells if one.key in self.near(x, y))
        return self.judged(base, x=x, y=y, cell=cell, borders=borders, verdict=cell.key)

    def _picked(self, reading: MatrixReading, pick: Callable[[MatrixReading], str | None]) -> MatrixReading:
        key = pick(reading)
        if key is None:
            return self.judged(reading)
        sides = (_high(self.horizontal, reading.x), _high(self.vertical, reading.y))
        named = [cell for cell in self.cells if cell.key == key]
        cell = max(named, key=lambda one: (one.right == sides[0]) + (one.up == sides[1]))
        return self.judged(reading, cell=cell, verdict=key)

    @property
    def middle(self) -> Cell | None:
        """The field in the middle, if there is one."""
        return next((cell for cell in self.cells if cell.right is None), None)

    def cell_at(self, x: float, y: float) -> Cell:
        """The cell in which a place lies."""
        if self.middle and all(FIELD[0] - 1e-9 <= at < FIELD[1] - 1e-9 for at in (x, y)):
            return self.middle
        right, up = _high(self.horizontal, x), _high(self.vertical, y)
        return next(cell for cell in self.cells if cell.right == right and cell.up == up)

    def near(self, x: float, y: float) -> set[str]:
        """The cells that a place could as well lie in."""
        across, upward = (
            (-axis.near - 1e-8, 0, axis.near + 1e-8) for axis in (self.horizontal, self.vertical)
        )
        found = {self.cell_at(x + right, y + up).key for right, up in product(across, upward)}
        return found - {self.cell_at(x, y).key}

    def ranked(self, readings: Iterable[MatrixReading]) -> tuple[MatrixReading, ...]:
        """Those that lie in a cell: by the order of the cells, then by the sum of both axes, greatest first."""
        order = [cell.key for cell in self.cells]

        def place(reading: MatrixReading) -> tuple[int, float, str]:
            cell = order.index(reading.cell.key) if reading.cell else len(order)
            return cell, -((reading.x or 0.0) + (reading.y or 0.0)), reading.subject_id or ""

        return tuple(sorted((one for one in readings if one.cell and self.among(one)), key=place))

    def ranking(self, readings: Iterable[MatrixReading]) -> tuple[Place, ...]:
        """The ranked readings, each with what it and those before it use up. What is blank uses nothing."""
        places: list[Place] = []
        used = {limit.of: 0.0 for limit in self.limits}
        for reading in self.ranked(readings):
            used = {of: total + (reading.value(of) or 0) for of, total in used.items()}
            most = {limit.of: _known(reading.setting(limit.most), limit.default) for limit in self.limits}
            waits = any(end is not None and used[of] > end + 1e-9 for of, end in most.items())
            places.append(Place(reading, used, waits))
        return tuple(places)

    def verdict_text(self, reading: MatrixReading) -> str:
        if reading.members:
            return _("{n} of {all} placed").format(n=reading.rated, all=reading.total)
        text = super().verdict_text(reading)
        if not reading.borders:
            return text
        return _("{cell}, close to {others}").format(
            cell=text, others=" / ".join(_(cell.name) for cell in reading.borders)
        )

    def parts_of_all(self, readings: tuple[MatrixReading, ...]) -> Iterable[Part]:
        ranked = self.ranking(readings)
        for place in ranked:
            yield Part(
                place.reading.called, self.verdict_text(place.reading), _("waits") if place.waits else ""
            )
        known = {id(place.reading) for place in ranked}
        for reading in readings:
            if id(reading) not in known:
                yield Part(reading.called, self.verdict_text(reading))

    def parts(self, reading: MatrixReading) -> Iterable[Part]:
        for cell in self.cells if reading.members else ():
            count = sum(one.cell is not None and one.cell.key == cell.key for one in reading.members)
            yield Part(_(cell.name), number(count, 0), _(cell.strategy))
        if reading.members:
            return
        for axis, at in ((self.horizontal, reading.x), (self.vertical, reading.y)):
            yield Part(_(axis.name), axis.text(at, reading.currency))


def _place(axis: Axis, reading: MatrixReading) -> float | None:
    return axis.of(reading) if axis.of else mean_of(reading.value(item.key) for item in axis.items)


def _high(axis: Axis, at: float | None) -> bool:
    return at is not None and at >= axis.cut - 1e-9


def _known(value: float | None, default: float | None) -> float | None:
    return default if value is None else value
