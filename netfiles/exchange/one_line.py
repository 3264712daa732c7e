"""Text of other people's files without what no field may hold."""

import re

_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff]")
_NEWLINE = re.compile(r"\r\n?|[\u2028\u2029]")
LONGEST_TITLE = 300
LONGEST_TEXT = 100_000


def one_line(text: str, longest: int = LONGEST_TITLE) -> str:
    """`text` on one line, its control characters gone; cut, with a sign of it, where it is longer."""
    plain = " ".join(_CONTROL.sub("", text[: 10 * longest]).split())
    return plain if len(plain) <= longest else f"{plain[: longest - 1].rstrip()}…"


def several_lines(text: str, longest: int = LONGEST_TEXT) -> str:
    """`text` with its lines, its control characters gone; cut, with a word about it, where it is longer."""
    plain = _CONTROL.sub("", _NEWLINE.sub("\n", text[: longest + 1]))
    if len(text) > longest:
        plain = f"{plain[:longest].rstrip()}\n\n[Cut here: the rest is longer than {longest:,} characters.]"
    return "\n".join(line.rstrip() for line in plain.split("\n")).strip("\n")
