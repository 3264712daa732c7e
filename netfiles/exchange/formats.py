"""What kind of file another program has made, told by how it begins and what it is called."""

import codecs
import re
from typing import Literal

Format = Literal["vcard", "calendar", "mailbox", "message", "workbook", "archive", "table"]

HEAD = 65_536
"""So many bytes of the beginning are enough to tell."""

_BOMS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_BEGINS: tuple[tuple[re.Pattern[str], Format], ...] = (
    (re.compile(r"(?i)\A\s*BEGIN[ \t]*:[ \t]*VCARD"), "vcard"),
    (re.compile(r"(?i)\A\s*BEGIN[ \t]*:[ \t]*V?CALENDAR"), "calendar"),
    (re.compile(r"\A\s*From \S+"), "mailbox"),
)
_ENDINGS: tuple[tuple[str, Format], ...] = (
    (".vcf", "vcard"),
    (".vcard", "vcard"),
    (".ics", "calendar"),
    (".ical", "calendar"),
    (".mbox", "mailbox"),
    (".mbx", "mailbox"),
    (".eml", "message"),
    (".xls", "workbook"),
    (".xlsx", "workbook"),
    (".xlsm", "workbook"),
    (".ods", "workbook"),
)


def format_of(head: bytes, name: str) -> Format:
    """The format of a file that begins so; a table where nothing else is told."""
    if head[:4] == b"PK\x03\x04":
        workbook = any(sign in head for sign in (b"xl/", b"[Content_Types].xml", b"opendocument.spreadsheet"))
        return "workbook" if workbook or name.lower().endswith((".xlsx", ".xlsm", ".ods")) else "archive"
    text = _text(head)
    found = [told for begins, told in _BEGINS if begins.search(text)]
    found += ["message"] if _is_message(text) else []
    found += [told for end, told in _ENDINGS if name.lower().endswith(end)]
    if not found and _CARD.search(text) and not name.lower().endswith((".csv", ".tsv", ".txt")):
        return "vcard"
    return found[0] if found else "table"


def _text(head: bytes) -> str:
    bom, code = next(((bom, code) for bom, code in _BOMS if head.startswith(bom)), (b"", "latin-1"))
    return head[len(bom) :].decode(code, errors="replace")


_CARD = re.compile(r"(?im)^[ \t]*BEGIN[ \t]*:[ \t]*VCARD")
_HEADER = re.compile(r"([!-9;-~]{1,80}):")
_OF_MESSAGES = frozenset(("from", "received", "return-path", "message-id", "delivered-to"))


def _is_message(text: str) -> bool:
    """Whether a text begins with the headers of a mail, one of which no other file has."""
    for line in text.splitlines():
        header = _HEADER.match(line)
        if header and header[1].lower() in _OF_MESSAGES:
            return True
        if not header and line[:1] not in (" ", "\t"):
            return False
    return False
