"""No shared module names a method: what it does with one follows from the definition's shape or data.

A key may stand in definitions, in the registry, and in a panel of its own (`panels/own`). Where a definition is made of
several modules, the lowest of them says the key once, as `KEY`, and the others have it from there.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import accountkit
from accountkit.methods import registry

PACKAGE = Path(accountkit.__file__).parent
OWN = tuple(f"methods/{place.replace('.', '/')}.py" for place in registry.PLACES.values())
"""The definitions: they name what they read and feed."""
ALLOWED = (*OWN, "methods/registry.py", "panels/own/", "model/versions.py", "_templates/", "server/share/")
"""The registry; panels of their own; migrations, which name keys of the past; templates; what is built."""
STORED = {
    "model/claims.py": {"pest"},
    "model/people.py": {"first_impression"},
    "model/private.py": {"personal_needs"},
}
"""What the stored format itself says: a finding that names no method is a factor of PEST, and is stored without its name; a stage
of a relationship and a field of a person are called as a method is.
"""


def named(path: Path) -> set[str]:
    """The keys of methods that the strings of a file name, whole or as a step of a path (``pest/map``); its own `KEY` is
    not counted.
    """
    texts = _texts_of_python(path) if path.suffix == ".py" else _texts_of_script(path)
    return {key for text in texts for key in KEYS.findall(text)}


KEYS = re.compile(rf"(?<![\w-])({'|'.join(sorted(registry.PLACES))})(?![\w-])")


def _texts_of_python(path: Path) -> Iterator[str]:
    tree = ast.parse(path.read_text("utf-8"))
    told = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}  # docstrings
    told |= {id(node.value) for node in tree.body if _says_its_key(node)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in told:
            yield node.value


def _says_its_key(node: ast.AST) -> bool:
    assigned = isinstance(node, ast.Assign) and [getattr(one, "id", "") for one in node.targets] == ["KEY"]
    return assigned and getattr(node.value, "value", None) in registry.PLACES


def _texts_of_script(path: Path) -> Iterator[str]:
    return iter(re.findall(r"'[^'\n]*'|\"[^\"\n]*\"|`[^`\n]*`", path.read_text("utf-8")))


def naming() -> dict[str, set[str]]:
    """Module → the keys that it names and should not."""
    files = [path for kind in ("py", "vue", "js") for path in sorted(PACKAGE.rglob(f"*.{kind}"))]
    places = {path: path.relative_to(PACKAGE).as_posix() for path in files}
    return {
        place: found
        for path, place in places.items()
        if not place.startswith(ALLOWED) and (found := named(path) - STORED.get(place, set()))
    }


def test_no_shared_module_names_a_methods_key():
    assert not naming(), "dispatch on the shape or on the definition's data"
    assert all(found <= named(PACKAGE / place) for place, found in STORED.items()), "no longer stored so"


def test_a_key_in_a_string_is_found(tmp_path):
    """The search itself works, and docstrings do not count."""
    assert KEYS.findall('x = "answers/pest/ratings"') == ["pest"] and not KEYS.findall("pest_map pester")
    assert named(PACKAGE / "methods" / "registry.py"), "the registry names all of them"


def test_a_key_is_said_once_beside_its_definition():
    said = [
        (node.value.value, path.parent.relative_to(PACKAGE / "methods").as_posix())
        for path in sorted(PACKAGE.rglob("*.py"))
        for node in ast.parse(path.read_text("utf-8")).body
        if _says_its_key(node)
        and isinstance(node.value, ast.Constant)
        and node.value.value in registry.PLACES
    ]
    assert len(dict(said)) == len(said), "one module says it"
    for key, folder in said:
        assert registry.PLACES[key].startswith(f"{folder}."), "in the folder of the definition"
        assert registry.REGISTRY[key].key == key
