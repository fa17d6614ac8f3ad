"""What a person can put right is said in a sentence, without a red wall of code."""

import pytest
from IPython.core.interactiveshell import InteractiveShell

CASES = {
    "a table that is not there": (
        "from helpers.tables import load_table; load_table('claims')",
        "digest_claims",
    ),
    "a row that is not there": (
        "from helpers import tables; tables.row(tables.load_digest_claims(), 'C99')",
        "C24",
    ),
    "a range the wrong way round": (
        "from helpers.bounds import between; between(850, 750)",
        "Swap the two",
    ),
    "a window the wrong way round": (
        "from helpers.days import window; window('2025-01-19', '2024-12-01')",
        "Swap the two days",
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_a_mistake_in_a_cell_is_answered_with_a_sentence(name, capsys):
    source, advice = CASES[name]
    InteractiveShell.instance().run_cell(source)
    shown = capsys.readouterr().out
    assert advice in shown
    assert "Traceback" not in shown and "----" not in shown
