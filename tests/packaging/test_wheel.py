"""What a wheel carries: notebook templates, pages, .vue files, translations, samples; and an editable install finds them."""

from __future__ import annotations

import os
import subprocess
import sys
import sysconfig
import tarfile
import zipfile
from pathlib import Path

import pytest

from accountkit.samples import SLUGS

pytestmark = pytest.mark.slow

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "accountkit"

LOOK = """
import json
from importlib.resources import files
from accountkit.samples import SLUGS, file_of, sample
from accountkit.server.notebooks import templates_folder
package = files("accountkit")
print(json.dumps({
    "package": str(package),
    "templates": sorted(path.name for path in templates_folder().glob("*.ipynb")),
    "samples": {slug: str(file_of(slug)) for slug in SLUGS},
    "names": [sample(slug).profile.name for slug in SLUGS],
}))
"""


@pytest.fixture(scope="session")
def wheel(tmp_path_factory) -> Path:
    """The wheel of this source tree, built without asking any index."""
    folder = tmp_path_factory.mktemp("wheel")
    command = [
        sys.executable,
        "-m",
        "pip",
        "wheel",
        "--quiet",
        "--no-deps",
        "--no-build-isolation",
        "--wheel-dir",
        folder,
        ROOT,
    ]
    done = subprocess.run(command, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    return next(folder.glob("accountkit-*.whl"))


def _data_files() -> set[str]:
    """The files of the package that are no Python, by their path in a wheel."""
    found = (path for path in PACKAGE.rglob("*") if path.is_file() and path.suffix not in (".py", ".pyc"))
    return {path.relative_to(ROOT).as_posix() for path in found}


def test_the_wheel_has_every_file_that_is_no_python(wheel):
    names = set(zipfile.ZipFile(wheel).namelist())
    assert _data_files() - names == set()
    kinds = {Path(name).suffix for name in names}
    assert {".vue", ".html", ".po", ".json", ".ipynb"} <= kinds
    assert "accountkit/py.typed" in names


def test_the_wheel_has_the_templates_and_nothing_that_is_not_for_users(wheel):
    names = zipfile.ZipFile(wheel).namelist()
    templates = {Path(name).name for name in names if name.startswith("accountkit/_templates/")}
    assert templates == {path.name for path in (ROOT / "templates").glob("*.ipynb")}
    assert not [name for name in names if name.startswith(("tests/", "tools/", "workbooks/"))]


def test_the_wheel_carries_the_files_of_the_workbooks_as_samples(wheel):
    """One file, two places: nothing to copy by hand, nothing that can differ."""
    archive = zipfile.ZipFile(wheel)
    packed = {
        name for name in archive.namelist() if name.startswith("accountkit/samples/") and ".json" in name
    }
    documents = ("account.json", "practice.json")
    files = {
        file.parent.name: file for file in (ROOT / "workbooks").glob("*/*.json") if file.name in documents
    }
    assert len(files) == len(SLUGS) + 1, "each account, and our own side"
    assert packed == {f"accountkit/samples/{slug}.json" for slug in files}
    for slug, file in files.items():
        assert archive.read(f"accountkit/samples/{slug}.json") == file.read_bytes()
    assert list((PACKAGE / "samples").glob("*.json")) == []


def test_a_source_archive_gives_the_same_wheel(wheel, tmp_path):
    """What is packed from outside the package is in the source archive too, and is found there."""
    build = "import sys; from hatchling import build; print(build.{}(sys.argv[1]))"
    steps = (("build_sdist", ROOT), ("build_wheel", tmp_path / "source"))
    for step, place in steps:
        done = subprocess.run(
            [sys.executable, "-c", build.format(step), tmp_path], cwd=place, capture_output=True, text=True
        )
        assert done.returncode == 0, done.stderr
        if step == "build_sdist":
            with tarfile.open(tmp_path / done.stdout.split()[-1]) as archive:
                archive.extractall(tmp_path, filter="data")
            next(tmp_path.glob("accountkit-*/")).rename(tmp_path / "source")
    rebuilt = zipfile.ZipFile(next(tmp_path.glob("*.whl")))
    assert set(rebuilt.namelist()) == set(zipfile.ZipFile(wheel).namelist())


def test_the_wheel_names_its_licence(wheel):
    archive = zipfile.ZipFile(wheel)
    metadata = next(name for name in archive.namelist() if name.endswith(".dist-info/METADATA"))
    text = archive.read(metadata).decode("utf-8")
    assert "License-Expression: BSD-3-Clause" in text
    assert any(name.endswith("LICENSE") for name in archive.namelist())


def _found(python: Path, folder: Path, path: str = "") -> dict:
    import json

    environment = {**os.environ, "PYTHONPATH": path, "ACCOUNTKIT_DB": f"sqlite:///{folder / 'a.sqlite'}"}
    done = subprocess.run([python, "-c", LOOK], cwd=folder, env=environment, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def test_a_fresh_environment_finds_all_of_it_in_the_wheel(wheel, tmp_path):
    """A new environment with the wheel alone; the libraries it needs are lent by this one, so that nothing is fetched."""
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", tmp_path / "new"], check=True)
    new = tmp_path / "new"
    python = new / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    site = Path(
        subprocess.run(
            [python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))"],
            capture_output=True,
            text=True,
            check=True,
        ).stdout.strip()
    )
    zipfile.ZipFile(wheel).extractall(site)
    # a plain path entry lends the libraries but, unlike a site folder, not this environment's editable accountkit
    (site / "lent.pth").write_text(sysconfig.get_path("purelib") + "\n", encoding="utf-8")
    found = _found(python, tmp_path)
    assert Path(found["package"]) == site / "accountkit"
    assert found["templates"] == sorted(path.name for path in (ROOT / "templates").glob("*.ipynb"))
    assert {Path(file).parent for file in found["samples"].values()} == {site / "accountkit" / "samples"}
    assert found["names"] == ["New Oriental", "Walmart"]
    listed = subprocess.run(
        [python, "-m", "accountkit", "list"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        env={**os.environ, "PYTHONPATH": "", "ACCOUNTKIT_DB": f"sqlite:///{tmp_path / 'a.sqlite'}"},
    )
    assert listed.returncode == 0, listed.stderr
    assert "new-oriental" in listed.stdout


def test_an_editable_install_finds_them_in_the_source_tree(tmp_path):
    found = _found(Path(sys.executable), tmp_path, str(ROOT))
    assert Path(found["package"]) == PACKAGE
    assert found["templates"] == sorted(path.name for path in (ROOT / "templates").glob("*.ipynb"))
    assert found["samples"] == {
        slug: str(ROOT / "workbooks" / slug / "account.json") for slug in ("new-oriental", "walmart")
    }
