"""What a reader of tables has to say: each line of the first of a kind, the others as a sum."""

import re
from collections import Counter
from collections.abc import Iterator

from netfiles.exchange.incoming import Left

_EACH = 20
_MAX_SHOWN = 80


class Remarks:
    """Collects what is left out or doubted; thousands of one kind become one line that counts them."""

    def __init__(self) -> None:
        self._said: list[Left] = []
        self._of: Counter[str] = Counter()
        self._more: dict[str, Left] = {}

    def add(self, kind: str, left: Left) -> None:
        """`kind` is what the many have in common, as it reads after a number: `rows without a name`."""
        self._of[kind] += 1
        if self._of[kind] <= _EACH:
            self._said.append(left)
        else:
            first = self._more.get(kind, left._replace(rows=0))
            self._more[kind] = first._replace(rows=first.rows + left.rows)

    def __iter__(self) -> Iterator[Left]:
        yield from self._said
        for kind, first in self._more.items():
            yield first._replace(message=f"{self._of[kind] - _EACH} more {kind}, from here on")


def shown(text: str) -> str:
    """A text of the file as it stands in a sentence: on one line, not too long."""
    line = " ".join(plain(text).split())
    return line if len(line) <= _MAX_SHOWN else f"{line[: _MAX_SHOWN - 1]}…"


def plain(text: str) -> str:
    """A text without its control characters, save for line breaks and tabs."""
    return text if text.isprintable() else _ODD.sub(_instead, text)


_ODD = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]|[^\\S\n\t ]")


def _instead(sign: re.Match[str]) -> str:
    return " " if sign[0].isspace() else ""


def one_line(text: str, between: str = " ") -> str:
    """A text for a field of one line: lines joined, no control characters, trimmed."""
    if text.isprintable():
        return text.strip()
    lines = (" ".join(line.split()) for line in plain(text).split("\n"))
    return between.join(filter(None, lines))
