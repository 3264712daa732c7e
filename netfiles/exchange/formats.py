"""What kind of file another program has made, told by how it begins and what it is called."""

import codecs
import re
from typing import Literal

Format = Literal["vcard", "calendar", "mailbox", "message", "workbook", "archive", "table"]

HEAD = 65_536
"""So many bytes of the beginning are enough to tell."""

_BOMS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_BEGINS: tuple[tuple[re.Pattern[str], Format], ...] = (
    (re.compile(r"(?im)^\s*BEGIN\s*:\s*VCARD"), "vcard"),
    (re.compile(r"(?im)\A\s*BEGIN\s*:\s*V?CALENDAR"), "calendar"),
    (re.compile(r"\A\s*From \S+.*\n"), "mailbox"),
    (re.compile(r"(?i)\A(?:[!-9;-~]+:.*\r?\n(?:[ \t].*\r?\n)*)*?(?:from|received|return-path|message-id):"), "message"),
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
    found += [told for end, told in _ENDINGS if name.lower().endswith(end)]
    return found[0] if found else "table"


def _text(head: bytes) -> str:
    bom, code = next(((bom, code) for bom, code in _BOMS if head.startswith(bom)), (b"", "latin-1"))
    return head[len(bom) :].decode(code, errors="replace")
