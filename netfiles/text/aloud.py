"""Bodies as plain text that is sent to somebody: paragraphs, without marks, comments and tasks."""

import re

from netfiles.text.markdown import plain, without_comments

_ITEM = re.compile(r"\s*(?:[-*+]|\d+[.)])\s+")
_TASK = re.compile(r"\s*(?:[-*+]|\d+[.)])\s+\[.\]\s")


def aloud(body: str) -> str:
    """The paragraphs of a body between empty lines; a list keeps its lines."""
    paragraphs = re.split(r"\n\s*\n", without_comments(body))
    return "\n\n".join(filter(None, map(_paragraph, paragraphs)))


def _paragraph(text: str) -> str:
    lines: list[str] = []
    for line in text.split("\n"):
        said = " ".join(re.sub(r"<[^<>]*>", "", plain(re.sub(r"^\s*(?:#+|>)\s+", "", line))).split())
        if not said or _TASK.match(line):
            continue
        if lines and not _ITEM.match(line):
            lines[-1] += f" {said}"
        else:
            lines.append(said)
    return "\n".join(lines)
