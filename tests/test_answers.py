"""Every numeric answer in the keys is recomputed from the tables."""

from importlib import import_module
from pkgutil import iter_modules

import lessons
import pytest

from helpers.bounds import Bounds
from helpers.exercises.key import exercises_of
from helpers.tables import data_folder

MODULES = [
    import_module(f"lessons.{one.name}") for one in iter_modules(lessons.__path__)
]
COMPUTED = {id: answer for module in MODULES for id, answer in module.ANSWERS.items()}
FILES = sorted((data_folder() / "exercises").glob("*.toml"))
KEYS = {id: key for file in FILES for id, key in exercises_of(file).items()}
NUMERIC = [id for id, key in KEYS.items() if key.kind in ("number", "interval", "days")]


def as_list(answer):
    """One flat list, whatever the kind of answer."""
    if isinstance(answer, Bounds):
        return [answer.low, answer.high]
    parts = answer if isinstance(answer, list | tuple) else [answer]
    return [part if isinstance(part, int | float) else str(part) for part in parts]


def half_a_step(key):
    """Half of the last decimal with which the key writes its answer."""
    decimals = [len(f"{part:.10g}".partition(".")[2]) for part in as_list(key.answer)]
    return 0.501 * 10 ** -max(decimals)


def test_every_numeric_exercise_is_recomputed():
    assert set(NUMERIC) <= set(COMPUTED)


@pytest.mark.parametrize("id", COMPUTED)
def test_the_answer_in_the_key_is_what_the_tables_give(id):
    key, computed = KEYS[id], COMPUTED[id]()
    if key.kind in ("number", "interval"):
        # As written in the key: its last decimal may be rounded, no more.
        assert as_list(computed) == pytest.approx(
            as_list(key.answer), abs=half_a_step(key)
        )
    elif key.kind == "mapping":
        assert computed == key.answer
    else:
        assert sorted(as_list(computed)) == sorted(as_list(key.answer))


@pytest.mark.parametrize("id", NUMERIC)
def test_an_answer_computed_without_rounding_is_right(id):
    from helpers.exercises import check

    assert check(id, COMPUTED[id]()).state == "right"
