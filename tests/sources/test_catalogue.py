"""The catalogue of offers comes in and goes out as CSV without loss, and says which cell is wrong."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accountkit import samples
from accountkit.errors import StatementError
from accountkit.model.offers import CatalogueOffer
from accountkit.model.problems import Span
from accountkit.sources.catalogue import read_catalogue, write_catalogue

text = st.text(st.characters(blacklist_categories=("Cs", "Cc")), max_size=20).map(str.strip)


def test_the_sample_catalogue_comes_back_unchanged():
    assert read_catalogue(write_catalogue(samples.offers()).encode()) == samples.offers()


@given(
    st.builds(
        CatalogueOffer,
        name=text.filter(bool),
        case=text,
        metric=text,
        change=st.builds(Span, base=st.none() | st.floats(-99, 99)),
    )
)
def test_any_offer_comes_back_unchanged(offer):
    assert read_catalogue(write_catalogue({"one": offer}).encode()) == {"one": offer}


def test_a_text_that_looks_like_a_formula_is_kept_from_computing():
    written = write_catalogue({"one": CatalogueOffer(name="=1+1", case="@SUM(A1)")})
    assert "'=1+1" in written and "'@SUM(A1)" in written


@pytest.mark.parametrize(
    ("csv", "said"),
    [
        ("name,share\nPlanning,much\n", ("row 2", "share", "much")),
        ("name,kind\nPlanning,magic\n", ("row 2", "kind", "magic", "cost_of_revenue_percent")),
        ("name,share\nPlanning,7\n", ("row 2", "share", "7")),
        ("title\nPlanning\n", ("title", "name")),
        ("id,name\na,One\na,Two\n", ("row 3", "“a”")),
        ("name\n", ("no offerings",)),
    ],
)
def test_a_wrong_cell_is_named_with_row_column_and_value(csv, said, tmp_path):
    file = tmp_path / "offers.csv"
    file.write_text(csv)
    with pytest.raises(StatementError) as caught:
        read_catalogue(file)
    assert all(word in str(caught.value) for word in (*said, "offers.csv"))


def test_an_id_with_other_signs_than_ids_have_is_spelled_as_one():
    found = read_catalogue(b"id,name\nLine control 1,A\nline_2,B\n,Line control 3\n")
    assert list(found) == ["line-control-1", "line_2", "line-control-3"]
