"""No way out: every Python that the tests start loads this file first.

Its folder stands on PYTHONPATH, so kernels and JupyterLab inherit it. Whoever asks
for an address beyond this computer gets an error instead, and a line in the file that
READING_KURSK_ATTEMPTS names; one line there fails the whole run.
"""

import contextlib
import ipaddress
import os
import socket
import sys

INTERNET = (socket.AF_INET, socket.AF_INET6)
OURSELVES = (None, "", "localhost", socket.gethostname())


class NoWayOut(ConnectionError):
    """A lesson, a helper or a tool asked for something beyond this computer."""


def is_here(host: object) -> bool:
    """Whether a host is this computer itself: loopback, or no address at all."""
    name = host.decode() if isinstance(host, bytes) else host
    if name in OURSELVES:
        return True
    with contextlib.suppress(ValueError):
        address = ipaddress.ip_address(str(name).partition("%")[0])
        return address.is_loopback or address.is_unspecified
    return False


def host_asked_for(event: str, args: tuple) -> object:
    """The host in one of Python's audit events; None where no host is asked for."""
    if event in ("socket.getaddrinfo", "socket.gethostbyname"):
        return args[0]
    if event in ("socket.connect", "socket.sendto", "socket.sendmsg"):
        sock, address = args[:2]
        return address[0] if address and sock.family in INTERNET else None
    return None


def watch(event: str, args: tuple) -> None:
    if not event.startswith("socket."):
        return
    host = host_asked_for(event, args)
    if not is_here(host):
        note(f"{event} {host!r} by {' '.join(sys.argv[:3]) or sys.executable}")
        raise NoWayOut(f"The tests allow no way out of this computer: {event} {host!r}")


def note(line: str) -> None:
    path = os.environ.get("READING_KURSK_ATTEMPTS")
    if path:
        with open(path, "a", encoding="utf-8") as attempts:  # noqa: PTH123
            attempts.write(line + "\n")


sys.addaudithook(watch)
