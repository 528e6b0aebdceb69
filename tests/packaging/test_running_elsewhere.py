"""The files for containers and citations name what the package has: options, variables, ports, versions."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import yaml
from packaging.specifiers import SpecifierSet

from accountkit import __version__
from accountkit.cli import app as commands

ROOT = Path(__file__).parents[2]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
DOCKERFILE = (ROOT / "Dockerfile").read_text("utf-8")
SOURCES = "".join(path.read_text("utf-8") for path in (ROOT / "accountkit").rglob("*.py"))


def compose() -> dict:
    return yaml.safe_load((ROOT / "compose.yaml").read_text("utf-8"))["services"]


def test_the_image_starts_the_server_with_options_that_it_has():
    import typer

    command = re.search(r"^CMD (\[.*\])$", DOCKERFILE, re.MULTILINE)
    words = yaml.safe_load(command[1])
    assert words[:2] == ["accountkit", "serve"]
    group = typer.main.get_command(commands)
    context = group.get_command(None, "serve").make_context("serve", words[2:])
    assert context.params["host"] == "0.0.0.0" and context.params["browser"] is False
    assert f"EXPOSE {context.params['port']}" in DOCKERFILE
    assert f"127.0.0.1:{context.params['port']}/healthz" in DOCKERFILE
    assert compose()["workbook"]["ports"] == [f"{context.params['port']}:{context.params['port']}"]


def test_images_have_a_python_that_the_package_runs_on():
    for version in re.findall(r"^FROM python:([\d.]+)", DOCKERFILE, re.MULTILINE):
        assert version in SpecifierSet(PROJECT["requires-python"])


def test_what_the_image_copies_and_installs_is_there():
    assert "uv sync --locked" in DOCKERFILE and (ROOT / "uv.lock").is_file()
    left_out = {line.strip() for line in (ROOT / ".dockerignore").read_text("utf-8").splitlines()}
    needed = {"accountkit", "templates", "workbooks", "pyproject.toml", "uv.lock", "README.md", "LICENSE"}
    assert not needed & left_out
    for extra in re.findall(r"--extra (\S+)", DOCKERFILE):
        assert extra in PROJECT["optional-dependencies"]


def test_the_variables_of_the_containers_are_read_by_the_program():
    named = set(re.findall(r"ACCOUNTKIT_[A-Z_]+", DOCKERFILE)) | set(compose()["workbook"]["environment"])
    assert named and all(f'"{name}"' in SOURCES for name in named)


def test_the_database_of_the_composition_is_the_one_that_the_workbook_asks():
    services = compose()
    address = services["workbook"]["environment"]["ACCOUNTKIT_DB"]
    user, host, name = re.fullmatch(r"postgresql\+psycopg://(\w+):.*@(\w+)/(\w+)", address).groups()
    assert host in services and user == name == services[host]["environment"]["POSTGRES_USER"]
    assert services["workbook"]["depends_on"][host]["condition"] == "service_healthy"


def test_the_citation_names_the_version_and_the_licence():
    citation = yaml.safe_load((ROOT / "CITATION.cff").read_text("utf-8"))
    assert citation["version"] == __version__ == PROJECT["version"]
    assert citation["license"] == PROJECT["license"]
    assert [one["name"] for one in citation["authors"]] == [one["name"] for one in PROJECT["authors"]]
