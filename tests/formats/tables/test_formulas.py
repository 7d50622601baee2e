"""No cell that we write is a formula, and every cell is read as it was."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from viewer.formats.tables.formulas import guarded, unguarded

TEXT = st.text("'=+-@\t\r＝a ", max_size=6) | st.text(max_size=6)


@given(TEXT)
def test_cells_come_back(cell):
    assert unguarded(guarded(cell)) == cell
    assert not guarded(cell).startswith(("=", "+", "-", "@", "\t", "\r", "＝"))


@pytest.mark.parametrize("cell", ["", "a", "'tis", "a=b", "''a", " =a"])
def test_what_is_no_formula_stays(cell):
    assert guarded(cell) == unguarded(cell) == cell
