"""What a reader leaves out, gathered: each sort told a few times one by one, and then as a number."""

from dataclasses import dataclass, field

from netfiles.exchange.incoming import Left

_TOLD = 20


@dataclass(slots=True)
class _Sort:
    told: list[Left] = field(default_factory=list)
    more: int = 0
    more_rows: int = 0
    more_line: int = 0


@dataclass(slots=True)
class _Number:
    one: str
    many: str
    advice: str
    line: int
    count: int = 0
    rows: int = 0

    def left(self) -> Left:
        message = self.one if self.count == 1 else self.many.format(f"{self.count:,}")
        return Left(self.line, message, self.advice, self.rows)


@dataclass(slots=True)
class Remarks:
    """Filled while a file is read, then asked once for all of it."""

    _sorts: dict[str, _Sort] = field(default_factory=dict)
    _numbers: dict[str, _Number] = field(default_factory=dict)

    def tell(self, sort: str, line: int, message: str, advice: str = "", rows: int = 0) -> None:
        """A remark about one line. Of one sort, given in words (`addresses that are none`), only some are told."""
        known = self._sorts.setdefault(sort, _Sort())
        if len(known.told) < _TOLD:
            known.told.append(Left(line, message, advice, rows))
            return
        known.more, known.more_rows, known.more_line = known.more + 1, known.more_rows + rows, known.more_line or line

    def count(self, line: int, one: str, many: str, advice: str = "", rows: int = 1) -> None:
        """One more of what is only numbered: `one` for a single one, `many` (`{} events …`) for several."""
        number = self._numbers.setdefault(many, _Number(one, many, advice, line))
        number.count += 1
        number.rows += rows

    def all(self) -> tuple[Left, ...]:
        """Every remark, in the order of the lines."""
        told = [left for sort in self._sorts.values() for left in sort.told]
        more = [
            Left(sort.more_line, f"{sort.more:,} more {name}", rows=sort.more_rows)
            for name, sort in self._sorts.items()
            if sort.more
        ]
        numbers = [each.left() for each in self._numbers.values()]
        return tuple(sorted((*told, *more, *numbers), key=lambda left: left.line))
