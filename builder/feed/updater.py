"""python-tuf's client, imported without a socket: urllib3, which comes with it and is never used here, opens one."""

import socket

_has_ipv6, socket.has_ipv6 = socket.has_ipv6, False
try:
    # With IPv6, urllib3 binds an address as soon as it is imported. An installation from a kit opens no socket.
    from tuf.ngclient import FetcherInterface, Updater, UpdaterConfig
finally:
    socket.has_ipv6 = _has_ipv6

__all__ = ["FetcherInterface", "Updater", "UpdaterConfig"]
