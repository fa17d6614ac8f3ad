"""The blocker itself: nothing leaves, loopback and local sockets stay, it counts."""

import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest
from jupyter_client.manager import start_new_kernel

ROOT = Path(__file__).resolve().parent.parent
ASK = "import socket; socket.create_connection(('192.0.2.1', 80), timeout=2)"
ASK_FOR_A_NAME = "import socket; socket.getaddrinfo('example.org', 443)"
ASK_BY_UDP = (
    "import socket; s = socket.socket(socket.AF_INET, socket.SOCK_DGRAM); "
    "s.sendto(b'x', ('192.0.2.1', 53))"
)
STAY_HERE = """
import socket, tempfile
server = socket.create_server(("127.0.0.1", 0))
socket.create_connection(server.getsockname()).close()
socket.getaddrinfo("localhost", 80)
if hasattr(socket, "AF_UNIX"):
    path = tempfile.mkdtemp() + "/s"
    local = socket.socket(socket.AF_UNIX)
    local.bind(path)
    local.listen()
    socket.socket(socket.AF_UNIX).connect(path)
"""


@pytest.fixture
def own_count(tmp_path):
    """Attempts made on purpose are counted apart, not against the run."""
    return {**os.environ, "READING_KURSK_ATTEMPTS": str(tmp_path / "attempts.txt")}


def counted(environment):
    path = Path(environment["READING_KURSK_ATTEMPTS"])
    return path.read_text("utf-8").splitlines() if path.exists() else []


def python(code, environment):
    return subprocess.run(
        [sys.executable, "-c", code], env=environment, capture_output=True, text=True
    )


@pytest.mark.parametrize("code", [ASK, ASK_FOR_A_NAME, ASK_BY_UDP])
def test_a_way_out_is_refused_and_counted(code, own_count):
    done = python(code, own_count)
    assert "NoWayOut: The tests allow no way out" in done.stderr
    assert len(counted(own_count)) == 1


def test_an_attempt_that_is_swallowed_is_counted_all_the_same(own_count):
    indented = f"try:\n    {ASK}\nexcept OSError:\n    pass"
    assert python(indented, own_count).returncode == 0
    assert len(counted(own_count)) == 1


def test_this_computer_itself_stays_open(own_count):
    done = python(STAY_HERE, own_count)
    assert done.returncode == 0, done.stderr
    assert not counted(own_count)


@pytest.mark.parametrize("host", ["127.0.0.8", "::1", "0.0.0.0", "", None, b"::1"])
def test_loopback_is_this_computer(host):
    assert sys.modules["no_way_out"].is_here(host)


@pytest.mark.parametrize(
    "host", ["192.0.2.1", "10.0.0.1", "2001:db8::1", "example.org"]
)
def test_everything_else_is_beyond_it(host):
    assert not sys.modules["no_way_out"].is_here(host)


def test_the_tests_themselves_have_no_way_out(monkeypatch, own_count):
    name = "READING_KURSK_ATTEMPTS"
    monkeypatch.setenv(name, own_count[name])
    with pytest.raises(ConnectionError, match="no way out"):
        socket.create_connection(("192.0.2.1", 80), timeout=2)
    assert len(counted(own_count)) == 1


def test_a_kernel_has_no_way_out(own_count):
    manager, client = start_new_kernel(env=own_count)
    try:
        reply = client.execute_interactive(ASK, timeout=60, output_hook=lambda _: None)
    finally:
        client.stop_channels()
        manager.shutdown_kernel(now=True)
    assert reply["content"]["ename"] == "NoWayOut"
    assert len(counted(own_count)) == 1


def test_one_attempt_fails_the_whole_run(tmp_path):
    (tmp_path / "conftest.py").write_text((ROOT / "conftest.py").read_text("utf-8"))
    blocker = tmp_path / "tests" / "no_way_out"
    blocker.mkdir(parents=True)
    source = ROOT / "tests" / "no_way_out" / "sitecustomize.py"
    (blocker / "sitecustomize.py").write_text(source.read_text("utf-8"))
    swallowed = f"    try:\n        {ASK}\n    except OSError:\n        pass\n"
    (tmp_path / "test_it.py").write_text(f"def test_it():\n{swallowed}")
    (tmp_path / "pytest.ini").write_text("[pytest]")
    done = subprocess.run(
        [sys.executable, "-m", "pytest", f"--rootdir={tmp_path}", "test_it.py"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
    )
    assert done.returncode == 1, done.stdout + done.stderr
    assert "attempts to reach another computer: 1" in done.stdout
