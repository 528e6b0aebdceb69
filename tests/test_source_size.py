"""What `tools.source_size` counts as a definition, and as its own."""

from __future__ import annotations

from accountkit.methods.registry import PLACES
from tools.source_size import alone, definitions, files, imported


def test_the_definitions_are_those_of_the_registry():
    counted = definitions()
    assert len(counted) == len(PLACES) and set(counted) <= set(files())
    assert "accountkit/methods/problems/worksheet_methods.py" not in counted


def test_a_module_imports_what_it_names_and_what_it_names_something_of():
    known = {"a/b.py", "a/c/__init__.py", "a/c/d.py", "a/e.py"}
    text = "import a.b\nfrom a.c import d\ndef late():\n    from a import f\n    import json\n"
    assert imported(text, known) == {"a/b.py", "a/c/__init__.py", "a/c/d.py"}


def test_what_a_definition_alone_uses_is_its_own():
    users = {
        "rules": {"one"},
        "words": {"rules"},
        "other": {"one"},
        "shared": {"rules", "two"},
        "of_shared": {"shared"},
        "nobody's": set(),
    }
    assert alone("one", users, {"one", "two", "other"}) == {"one", "rules", "words"}
