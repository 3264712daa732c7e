"""A letter as a mailto: link, as RFC 6068 writes it: UTF-8, percent-encoded, lines ended by CR LF."""

from urllib.parse import quote

_IN_ADDRESS = "!$'*+-._~"


def mailto(address: str, subject: str, body: str) -> str:
    """The link that opens a mail program with a new message; `address` is a bare one that was checked, or empty."""
    local, _, domain = address.rpartition("@")
    to = f"{quote(local, safe=_IN_ADDRESS)}@{quote(domain, safe='-.')}" if address else ""
    return f"mailto:{to}?subject={_encoded(' '.join(subject.split()))}&body={_encoded(body)}"


def _encoded(text: str) -> str:
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return quote("\r\n".join(lines), safe="")
