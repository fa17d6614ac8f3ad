"""What was made from what: handouts/made.json, and pages that appear whole or not.

Standard library only.
"""

from __future__ import annotations

import json
from pathlib import Path

from helpers.handouts.inputs import digest, versions

NAME = "made.json"


class Made:
    """The pages in a folder, each with the hash of its inputs and of itself."""

    def __init__(self, folder: Path):
        self.folder = folder
        self._kept = _read(folder / NAME)

    @property
    def pages(self) -> dict[str, dict[str, str]]:
        """Name -> {"inputs": hash, "page": hash}."""
        return self._kept["pages"]

    @property
    def same_versions(self) -> bool:
        """Whether they were made with the packages that are installed here."""
        return self._kept["versions"] == versions()

    def is_current(self, name: str, inputs: str) -> bool:
        """Whether the page is there, untouched, and made from these inputs."""
        path = self.folder / name
        kept = self.pages.get(name)
        return (
            kept is not None
            and kept["inputs"] == inputs
            and path.is_file()
            and digest(path.read_bytes()) == kept["page"]
        )

    def put(self, name: str, inputs: str, html: str) -> None:
        """Writes a page and remembers what it was made from."""
        write(self.folder / name, html)
        self.pages[name] = {"inputs": inputs, "page": digest(html.encode())}

    def keep(self) -> None:
        """Writes the list itself, with the versions that were used."""
        self._kept["versions"] = versions()
        text = json.dumps(self._kept, indent=1, sort_keys=True) + "\n"
        if _text(self.folder / NAME) != text:
            write(self.folder / NAME, text)

    def drop_others(self, names: set[str]) -> list[str]:
        """Takes away pages whose lesson is gone; gives their names."""
        gone = sorted(set(self.pages) - names)
        for name in gone:
            (self.folder / name).unlink(missing_ok=True)
            del self.pages[name]
        return gone


def write(path: Path, text: str) -> None:
    """The file as a whole or not at all: under another name first."""
    path.parent.mkdir(parents=True, exist_ok=True)
    unfinished = path.with_name(f".{path.name}.part")
    try:
        unfinished.write_text(text, encoding="utf-8", newline="\n")
        unfinished.replace(path)
    finally:
        unfinished.unlink(missing_ok=True)


def _read(path: Path) -> dict:
    try:
        kept = json.loads(_text(path))
        return {"versions": dict(kept["versions"]), "pages": dict(kept["pages"])}
    except (ValueError, KeyError, TypeError):
        return {"versions": {}, "pages": {}}


def _text(path: Path) -> str:
    return path.read_text(encoding="utf-8") if path.is_file() else ""
