"""Documents as the Open XML schema has them: what it does not allow, Word or PowerPoint may offer to repair."""

from __future__ import annotations

import pytest
from openxml_audit import OpenXmlValidator

from accountkit.brief import compose, read_look, write
from tests.brief.accounts import empty, new_oriental
from tests.brief.templates import dark_title


@pytest.mark.parametrize("made", [new_oriental, empty])
@pytest.mark.parametrize("kind", ["docx", "pptx", "xlsx"])
def test_documents_validate(tmp_path, kind, made):
    place = tmp_path / f"brief.{kind}"
    write(compose(made(), lang="zh_CN"), place, draw=False)
    found = OpenXmlValidator().validate(str(place))
    assert [str(error) for error in found.errors] == []


def test_a_deck_in_a_companys_template_validates(tmp_path):
    place = tmp_path / "brief.pptx"
    write(compose(new_oriental()), place, look=read_look(dark_title(tmp_path)), draw=False)
    assert [str(error) for error in OpenXmlValidator().validate(str(place)).errors] == []
