"""A letter: its subject and its text, made of a template and checked."""

import re
from typing import NamedTuple

from netfiles.errors import BadLetter

FIRST = "Subject:"


class Letter(NamedTuple):
    """What is sent."""

    subject: str
    body: str

    @property
    def text(self) -> str:
        return f"{FIRST} {self.subject}\n\n{self.body}\n"


def parted(text: str, path: str) -> Letter:
    """A filled template as a letter: no blanks at the ends of lines, no two empty lines in a row. Raises BadLetter."""
    lines = [line.rstrip() for line in text.strip().split("\n")]
    subject = lines[0].removeprefix(FIRST).strip()
    if not lines[0].startswith(FIRST) or not subject:
        raise BadLetter(path, 1, f"a letter begins with the line `{FIRST} …`, and something behind it")
    return Letter(subject, re.sub(r"\n{3,}", "\n\n", "\n".join(lines[1:]).strip()))
