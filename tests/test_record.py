"""The record loses nothing that it has acknowledged, and never stops a lesson."""

from __future__ import annotations

import json
import os
import random
import subprocess
import sys
import time
from pathlib import Path

import pytest

from helpers import record

SOURCE = Path(record.__file__).resolve().parents[1]
WRITER = """
import sys
from helpers import record
name, n = sys.argv[1], 0
while n < int(sys.argv[2]):
    n += 1
    record.save(name, "answer", n, filling="x" * (n % 300))
    sys.stdout.write(f"{n}\\n")
    sys.stdout.flush()
"""


@pytest.fixture(autouse=True)
def work(tmp_path, monkeypatch):
    monkeypatch.setenv("READING_KURSK_WORK", str(tmp_path / "my_work"))
    monkeypatch.setattr(record, "_unsaved", [])
    return tmp_path / "my_work"


def start_writer(name: str, number: int, work: Path) -> subprocess.Popen:
    known = os.environ | {"READING_KURSK_WORK": str(work), "PYTHONPATH": str(SOURCE)}
    command = [sys.executable, "-c", WRITER, name, str(number)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, env=known)


def values_of(name: str) -> list[int]:
    return [e["value"] for e in record.entries_kept() if e["exercise"] == name]


def test_last_line_of_an_exercise_wins():
    record.save("2.1", "answer", "64.5")
    record.save("2.1", "answer", "35.5")
    assert record.last("2.1", "answer")["value"] == "35.5"
    assert record.last("2.1", "prediction") is None


def test_fifty_kills_lose_no_acknowledged_line(work):
    chance = random.Random(2)
    for round_number in range(50):
        name = f"k{round_number}"
        writer = start_writer(name, 1_000_000, work)
        writer.stdout.readline()  # it is under way
        time.sleep(chance.uniform(0, 0.05))
        writer.kill()
        rest = writer.stdout.read().split(b"\n")[:-1]  # what ended in a line end
        writer.wait()
        acknowledged = max([1, *map(int, rest)])
        kept = values_of(name)
        assert kept[:acknowledged] == list(range(1, acknowledged + 1))
        assert len(kept) <= acknowledged + 1  # at most the one being acknowledged


def test_a_line_that_was_cut_off_does_not_spoil_the_next(work):
    record.save("2.1", "answer", "35.5")
    with (work / record.FILE).open("ab") as file:
        file.write(b'{"exercise": "2.2", "ki')
    record.save("2.3", "answer", "55")
    assert values_of("2.1") == ["35.5"]
    assert values_of("2.3") == ["55"]


def test_two_writers_at_once_lose_nothing(work):
    writers = [start_writer(name, 300, work) for name in ("one", "two")]
    for writer in writers:
        writer.communicate(timeout=60)
    assert values_of("one") == values_of("two") == list(range(1, 301))
    assert not (work / record.DAMAGED).exists()


@pytest.mark.parametrize(
    "damage",
    [b"{", b"\xff\xfe\x00", b"[1, 2]", b'{"exercise": 3}', b"\x00" * 9, b"[" * 99_999],
)
def test_damaged_line_is_set_aside_once_and_never_deleted(work, damage):
    record.save("2.1", "answer", "35.5")
    with (work / record.FILE).open("ab") as file:
        file.write(damage + b"\n")
    record.save("2.2", "answer", "64.5")
    before = (work / record.FILE).read_bytes()
    for _ in range(3):
        assert [e["value"] for e in record.entries_kept()] == ["35.5", "64.5"]
    assert (work / record.DAMAGED).read_bytes() == damage + b"\n"
    assert (work / record.FILE).read_bytes() == before


def test_folder_that_cannot_be_made_gives_a_sentence_and_keeps_the_answer(work):
    work.write_text("a file where the folder should be")
    note = record.save("2.1", "answer", "35.5")
    assert "could not be saved" in note
    assert str(work.parent) not in note
    assert record.last("2.1", "answer")["value"] == "35.5"
    assert work.read_text() == "a file where the folder should be"
    assert "nothing" in record.delete_all() or "could not" in record.delete_all()


def test_answers_kept_in_memory_reach_the_disk_once_it_takes_them(work):
    work.write_text("in the way")
    record.save("2.1", "answer", "35.5")
    work.unlink()
    assert record.save("2.2", "answer", "64.5") == ""
    lines = (work / record.FILE).read_text(encoding="utf-8").splitlines()
    assert [json.loads(line)["value"] for line in lines] == ["35.5", "64.5"]


def test_write_that_fails_halfway_is_not_acknowledged(work, monkeypatch):
    record.save("2.1", "answer", "35.5")
    whole = os.write
    monkeypatch.setattr(os, "write", lambda handle, line: whole(handle, line[:7]))
    assert "could not be saved" in record.save("2.2", "answer", "64.5")
    monkeypatch.setattr(os, "write", whole)
    record.save("2.3", "answer", "55")
    assert values_of("2.1") + values_of("2.2") + values_of("2.3") == [
        "35.5",
        "64.5",
        "55",
    ]


def test_start_afresh_keeps_what_was_there_under_a_new_name(work):
    assert "empty" in record.start_afresh()
    for answer in ("35.5", "64.5"):
        record.save("2.1", "answer", answer)
        record.start_afresh()
        assert record.entries_kept() == []
    kept = sorted(path.name for path in work.iterdir())
    assert kept == ["answers-1.jsonl", "answers-2.jsonl"]


def test_start_afresh_puts_the_article_of_the_one_before_aside_too(work):
    for whose in ("first", "second"):
        (work / record.ARTICLE).mkdir(parents=True)
        (work / record.ARTICLE / "claims.csv").write_text(whose)
        assert "my_article" in record.start_afresh()
    kept = {path.name: (path / "claims.csv").read_text() for path in work.iterdir()}
    assert kept == {"my_article-1": "first", "my_article-2": "second"}


def test_an_article_that_cannot_be_moved_leaves_the_answers_where_they_are(
    work, monkeypatch
):
    record.save("2.1", "answer", "35.5")
    (work / record.ARTICLE).mkdir()

    def refuse(self, target):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "rename", refuse)
    assert "could not be put aside" in record.start_afresh()
    assert values_of("2.1") == ["35.5"]


def test_delete_all_keeps_an_article_and_says_where(work):
    record.save("2.1", "answer", "35.5")
    (work / record.ARTICLE).mkdir()
    said = record.delete_all()
    assert "1 file(s)" in said and "stays in my_article;" in said
    assert [path.name for path in work.iterdir()] == [record.ARTICLE]


def test_delete_all_deletes_only_our_own_files(work):
    record.save("2.1", "answer", "35.5")
    record.start_afresh()
    record.save("2.1", "answer", "64.5")
    mine = work / "notes.txt"
    mine.write_text("mine")
    (work / "answers-old.jsonl").write_text("mine too")
    assert "2" in record.delete_all()
    assert sorted(p.name for p in work.iterdir()) == ["answers-old.jsonl", "notes.txt"]
    assert record.entries_kept() == []
    assert "nothing" in record.delete_all()


def test_lines_hold_no_time_no_name_and_no_path(work):
    record.save("2.1", "answer", work, state="not yet")
    line = json.loads((work / record.FILE).read_text(encoding="utf-8"))
    assert set(line) == {"exercise", "kind", "value", "state"}
    assert str(work) not in json.dumps(line)


def test_line_ends_are_the_same_on_every_system(work):
    record.save("2.1", "answer", "zwei\r\nZeilen und ein \ud800 halbes Zeichen")
    written = (work / record.FILE).read_bytes()
    assert written.count(b"\n") == 1
    assert b"\r" not in written


def test_import_is_quick():
    code = "import sys, helpers.record; print('pandas' in sys.modules)"
    known = os.environ | {"PYTHONPATH": str(SOURCE)}
    said = subprocess.run([sys.executable, "-c", code], capture_output=True, env=known)
    assert said.stdout.strip() == b"False"
