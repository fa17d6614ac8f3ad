"""JupyterLab's settings: quiet, and its keys leave the fields of a lesson alone."""

import json
from pathlib import Path

import pytest
from jupyter_core.paths import jupyter_path

ROOT = Path(__file__).resolve().parent.parent
SETTINGS = json.loads((ROOT / "labconfig/default_setting_overrides.json").read_text())
TRACKER = "lab/schemas/@jupyterlab/notebook-extension/tracker.json"
NOT_IN_OUTPUTS = ":not(.jp-OutputArea-output *)"


def shortcuts_of_jupyterlab():
    """Those that answer to a key wherever the focus is, a list or a radio included."""
    found = next(
        path for one in jupyter_path() if (path := Path(one) / TRACKER).exists()
    )
    shortcuts = json.loads(found.read_text(encoding="utf-8"))["jupyter.lab.shortcuts"]
    return [one for one in shortcuts if one["selector"].endswith(" :focus")]


@pytest.mark.parametrize(
    "key", shortcuts_of_jupyterlab(), ids=lambda one: one["command"]
)
def test_a_key_in_a_field_of_a_lesson_never_moves_or_deletes_cells(key):
    ours = SETTINGS["@jupyterlab/shortcuts-extension:shortcuts"]["shortcuts"]
    same = [
        o for o in ours if (o["command"], o["keys"]) == (key["command"], key["keys"])
    ]
    assert [one["selector"] for one in same if one.get("disabled")] == [key["selector"]]
    narrowed = key["selector"] + NOT_IN_OUTPUTS
    assert [one["selector"] for one in same if not one.get("disabled")] == [narrowed]


def test_no_news_and_no_question_about_a_kernel():
    quiet = SETTINGS["@jupyterlab/apputils-extension:notification"]
    assert quiet["fetchNews"] == "false" and quiet["checkForUpdates"] is False
    tracker = SETTINGS["@jupyterlab/notebook-extension:tracker"]
    assert tracker["autoStartDefaultKernel"] is True
