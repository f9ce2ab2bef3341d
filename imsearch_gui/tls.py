"""Whom to believe that a server is who it says: whoever this machine believes."""

from __future__ import annotations

import ssl


def context() -> ssl.SSLContext:
    """For a connection to a server, checked against the certificates of the system.

    Python's own context looks where its OpenSSL was built to look. In a bundle that is a folder of the machine that built it, which
    others need not have.
    """
    import truststore  # not before somebody asks the network

    return truststore.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
