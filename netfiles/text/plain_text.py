"""Text that other programs and people wrote, as Markdown that reads the same: no link, task or heading comes of it."""

import re

_SIGNS = re.compile(r"[\\`*_\[\]<&]|%(?=%)")
_BEGINS = re.compile(r"^([#>|]|[-+=~](?=[-+=~\s]|$)|\d{1,9}[.)](?=\s|$))", re.MULTILINE)
_UNSEEN = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_INDENT = re.compile(r"^[ \t]+", re.MULTILINE)


def as_markdown(text: str) -> str:
    """Markdown that shows a text as it is, its lines kept apart."""
    plain = _UNSEEN.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))
    escaped = _BEGINS.sub(_escaped, _SIGNS.sub(r"\\\g<0>", _INDENT.sub("", plain)))
    lines = [line.rstrip() for line in escaped.split("\n")]
    broken = (f"{line}  " if line and after else line for line, after in zip(lines, [*lines[1:], ""], strict=True))
    return "\n".join(broken)


def _escaped(match: re.Match[str]) -> str:
    sign = match[1]
    return f"{sign[:-1]}\\{sign[-1]}"
