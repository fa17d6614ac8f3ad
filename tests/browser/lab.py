"""A real JupyterLab in a real Chromium, driven as a learner would drive it."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path
from urllib.parse import urlparse

from playwright.sync_api import Locator, Page

ROOT = Path(__file__).resolve().parents[2]
# Chromium asks its maker's servers for updates at every start; these flags stop that.
QUIET = [
    "--no-first-run",
    "--disable-gpu",
    "--disable-quic",
    "--disable-sync",
    "--disable-component-update",
    "--disable-background-networking",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1",
]
HERE = ("localhost", "127.0.0.1", "")
SECONDS_TO_START = 60


class Server:
    """JupyterLab as `course.py open` starts it, on a free port, with new answers."""

    def __init__(self, work: Path, root: Path = ROOT):
        self.port = _free_port()
        is_root = hasattr(os, "geteuid") and os.geteuid() == 0
        as_root = ["--allow-root"] if is_root else []
        command = [sys.executable, "-m", "jupyterlab", "--no-browser", *as_root]
        command += [f"--ServerApp.root_dir={root}", f"--ServerApp.port={self.port}"]
        command += ["--IdentityProvider.token=", "--ServerApp.ip=localhost"]
        places = {
            "READING_KURSK_WORK": str(work / "answers"),
            "PYTHONPATH": os.pathsep.join([str(ROOT / "src"), _inherited()]),
            "JUPYTER_CONFIG_PATH": str(ROOT),
            "JUPYTERLAB_SETTINGS_DIR": str(work / "settings"),
            "JUPYTERLAB_WORKSPACES_DIR": str(work / "workspaces"),
            "JUPYTER_PREFER_ENV_PATH": "1",
        }
        log = (work / "lab.log").open("wb")
        self.process = subprocess.Popen(
            command, cwd=ROOT, env=os.environ | places, stdout=log, stderr=log
        )
        self.address = f"http://localhost:{self.port}"
        self._wait()

    def _wait(self) -> None:
        until = time.monotonic() + SECONDS_TO_START
        while time.monotonic() < until:
            try:
                urllib.request.urlopen(f"{self.address}/api", timeout=2)
                return
            except OSError:
                time.sleep(0.2)
        raise TimeoutError("JupyterLab did not answer")

    def stop(self) -> None:
        self.process.terminate()
        self.process.wait(30)


class Lesson:
    """One open lesson, and what a learner does in it."""

    def __init__(
        self, page: Page, server: Server, name: str, folder: str = "notebooks/"
    ):
        self.page, self.outside = page, []
        page.on("request", self._note)
        page.goto(f"{server.address}/lab/tree/{folder}{name}.ipynb")
        self.cells = page.locator(".jp-Notebook .jp-Cell")
        self.cells.first.wait_for(timeout=60_000)
        self._wait_until_idle()

    def _note(self, request) -> None:
        if urlparse(request.url).hostname not in (*HERE, None):
            self.outside.append(request.url)

    def run_all(self) -> None:
        """Menu Run, Run All Cells; back when the last cell has run."""
        self._menu("runmenu:run-all")
        self._wait_until_run()

    def restart_and_run_all(self) -> None:
        """Menu Run, Restart Kernel and Run All Cells, and yes."""
        self._menu("runmenu:restart-and-run-all")
        self.page.locator(".jp-Dialog .jp-mod-accept").click()
        # Until the kernel is back, the prompts of the last run are still there.
        self._wait_for_prompts("some", r"/\[[ *]\]/")
        self._wait_until_run()

    def cell(self, source: str) -> Locator:
        """The cell whose code holds this text, scrolled into view."""
        found = self.cells.filter(has=self.page.locator(".cm-content", has_text=source))
        found.first.scroll_into_view_if_needed()
        return found.first

    def _menu(self, command: str) -> None:
        self.page.locator(".lm-MenuBar-item", has_text="Run").click()
        self.page.locator(f'li[data-command="{command}"]').click()

    def _wait_until_idle(self) -> None:
        """The status bar says that the kernel is connected and waits."""
        self.page.locator(".jp-StatusBar-Widget", has_text="| Idle").wait_for(
            timeout=60_000
        )

    def _wait_until_run(self) -> None:
        """No prompt shows a star or is empty: every code cell has run."""
        self._wait_for_prompts("every", r"/\[\d+\]/")

    def _wait_for_prompts(self, which: str, pattern: str) -> None:
        waiting = f"""() => {{
            const prompts = [...document.querySelectorAll(
                '.jp-CodeCell .jp-InputPrompt')].map(p => p.textContent);
            return prompts.length > 0 && prompts.{which}(p => {pattern}.test(p));
        }}"""
        self.page.wait_for_function(waiting, timeout=120_000)


def _inherited() -> str:
    return os.environ.get("PYTHONPATH", "")


def _free_port() -> int:
    with socket.socket() as trial:
        trial.bind(("127.0.0.1", 0))
        return trial.getsockname()[1]
