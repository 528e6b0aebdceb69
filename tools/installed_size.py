"""Writes docs/reference/size.md: what an installed accountkit weighs, and for which library.

    python -m tools.installed_size

It adds up the files of each distribution that accountkit needs, in this environment, without what was compiled later.
"""

from __future__ import annotations

import re
from importlib.metadata import Distribution, distribution
from pathlib import Path

from packaging.requirements import Requirement

ROOT = Path(__file__).resolve().parents[1]
PAGE = Path("docs/reference/size.md")
MEGABYTE = 1_000_000
SHOWN = 15
FOR = {
    "pandas": "tables of figures, in a notebook and in each import",
    "numpy": "the arrays of pandas",
    "jupyterlab": "`accountkit lab`",
    "plotly": "figures, and the script that draws them in the browser",
    "typst": "the brief as PDF, with its fonts",
    "babel": "dates and numbers in English and Chinese",
    "ipyvue": "the panels, with the script of Vue",
    "widgetsnbextension": "widgets in notebooks (ipywidgets)",
    "voila": "the served notebooks",
    "sqlalchemy": "the store, in SQLite or PostgreSQL",
    "jedi": "completion in notebooks (ipython)",
    "debugpy": "the debugger of notebooks (ipykernel)",
    "ipython": "notebooks",
    "notebook": "notebooks",
    "lxml": "Word and PowerPoint files (python-docx, python-pptx)",
    "python-pptx": "the brief as slides",
    "python-docx": "the brief as a Word document",
    "pillow": "pictures in Word and PowerPoint files (python-pptx)",
    "pygments": "coloured code in notebooks (nbconvert, ipython)",
    "openpyxl": "Excel files that are read",
    "xlsxwriter": "the brief as a workbook",
    "pydantic-core": "records of an account, checked",
    "tornado": "the server",
    "accountkit": "the package itself",
    "pyzmq": "messages between server and kernels",
}
"""What a library that weighs much is there for."""


def weights(name: str = "accountkit") -> dict[str, float]:
    """Megabytes of each distribution that `name` needs, itself included, the heaviest first."""
    found: dict[str, float] = {}
    seen: set[tuple[str, str]] = set()
    waiting = [(name, "")]
    while waiting:
        one, extra = waiting.pop()
        one = _called(one)
        if (one, extra) in seen:
            continue
        seen.add((one, extra))
        installed = distribution(one)
        found[one] = _package() if one == name else _files(installed)
        for needed in map(Requirement, installed.requires or ()):
            if needed.marker is None or needed.marker.evaluate({"extra": extra}):
                waiting += [(needed.name, ""), *((needed.name, more) for more in needed.extras)]
    return dict(sorted(found.items(), key=lambda item: -item[1]))


def _called(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def _files(installed: Distribution) -> float:
    sizes = (
        Path(str(installed.locate_file(file))).stat().st_size
        for file in installed.files or ()
        if file.suffix != ".pyc" and Path(str(installed.locate_file(file))).is_file()
    )
    return sum(sizes) / MEGABYTE


def _package() -> float:
    """The package's own folder: in a clone it is installed as a link."""
    folder = ROOT / "accountkit"
    return sum(one.stat().st_size for one in folder.rglob("*") if one.is_file() and one.suffix != ".pyc") / (
        MEGABYTE
    )


def page() -> str:
    """The page as this environment is."""
    found = weights()
    heavy, light = list(found.items())[:SHOWN], list(found.items())[SHOWN:]
    rows = [f"{name} | {size:.0f} | {FOR.get(name, '')}" for name, size in heavy]
    rest = sum(size for _name, size in light)
    return "\n".join(
        (
            "# Installed size\n",
            f"`pip install accountkit` installs {len(found)} packages with {sum(found.values()):.0f} MB, before Python "
            "compiles them, which adds some 150 MB. Each is used: `deptry`, part of `make lint`, compares them with the "
            "imports. Written by `python -m tools.installed_size`.\n",
            "Package | MB | Needed for",
            "-|-:|-",
            *rows,
            f"{len(light)} others | {rest:.0f} |",
            "",
        )
    )


def main() -> None:
    (ROOT / PAGE).write_text(page(), encoding="utf-8")


if __name__ == "__main__":
    main()
