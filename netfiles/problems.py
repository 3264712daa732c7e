"""A finding about the owner's files is a value: what, where, and what to do."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal, NamedTuple

Severity = Literal["error", "warning", "hint"]
SEVERITIES: tuple[Severity, ...] = ("error", "warning", "hint")


class Place(NamedTuple):
    """A position in a file of the vault; line and column count from 1."""

    file: str
    line: int = 1
    column: int = 1


class Code(NamedTuple):
    """What a problem code stands for."""

    severity: Severity
    title: str


CODES: dict[str, Code] = {
    "NF101": Code("error", "the file cannot be read"),
    "NF102": Code("error", "the file is not UTF-8 text"),
    "NF103": Code("error", "the file is too long"),
    "NF104": Code("error", "the file is empty"),
    "NF105": Code("error", "the file leads out of the vault"),
    "NF106": Code("warning", "not a regular file"),
    "NF107": Code("warning", "a conflict copy left by a sync tool"),
    "NF108": Code("error", "git conflict markers"),
    "NF109": Code("error", "two file names that many computers cannot tell apart"),
    "NF110": Code("error", "a file name that cannot be used"),
    "NF111": Code("warning", "a file name that some computers cannot hold"),
    "NF112": Code("warning", "a folder is missing"),
    "NF113": Code("warning", "the file is not downloaded"),
    "NF201": Code("error", "no front matter"),
    "NF202": Code("error", "the front matter is not closed"),
    "NF203": Code("error", "the front matter is too long"),
    "NF204": Code("error", "the front matter is nested too deep"),
    "NF205": Code("error", "a YAML feature that is not used here"),
    "NF206": Code("error", "the front matter is not YAML"),
    "NF207": Code("error", "the front matter holds no fields"),
    "NF208": Code("error", "a field is written twice"),
    "NF209": Code("error", "the name of a field is not text"),
    "NF210": Code("error", "a template that was not filled in"),
    "NF211": Code("warning", "a second front matter block"),
    "NF212": Code("warning", "a body too long to format"),
    "NF301": Code("error", "a value of the wrong shape"),
    "NF302": Code("error", "a value that the field does not allow"),
    "NF303": Code("error", "a required field is missing"),
    "NF304": Code("error", "a name that cannot be used"),
    "NF305": Code("warning", "a field that looks misspelt"),
    "NF306": Code("error", "privacy that is not clear"),
    "NF307": Code("warning", "an unlikely date"),
    "NF308": Code("warning", "a link without quotes"),
    "NF309": Code("warning", "a phone number that is not understood"),
    "NF311": Code("error", "a file name that leads out of the vault"),
    "NF312": Code("warning", "a picture from the network"),
    "NF313": Code("warning", "an attachment that is missing or not shown"),
    "NF314": Code("warning", "a stage without its date"),
    "NF315": Code("warning", "a web address that is not linked"),
    "NF316": Code("warning", "a misspelt privacy field"),
    "NF321": Code("warning", "dates of a lead that contradict each other"),
    "NF322": Code("warning", "a lead at two stages"),
    "NF323": Code("hint", "landed, and no lead says how"),
    "NF325": Code("warning", "the end of an ask without the ask"),
    "NF326": Code("warning", "thanks or an outcome that close nothing"),
    "NF331": Code("warning", "a goal that cannot be counted"),
    "NF401": Code("warning", "a link that finds nothing"),
    "NF402": Code("warning", "a link that finds more than one file"),
    "NF403": Code("warning", "a link out of the vault"),
    "NF404": Code("warning", "a uid that is used twice"),
    "NF405": Code("warning", "a circle of introductions"),
    "NF406": Code("hint", "a place that is not known"),
    "NF407": Code("hint", "a place of which there are several"),
    "NF408": Code("warning", "news that supersedes itself"),
    "NF421": Code("warning", "a query that is not understood"),
    "NF422": Code("warning", "a column that is not known"),
    "NF423": Code("warning", "a sort that is not known"),
    "NF424": Code("warning", "a tag that nobody has"),
    "NF425": Code("hint", "a query that finds nobody"),
    "NF426": Code("hint", "a goal narrowed down to what is not there"),
    "NF501": Code("error", "mkdocs.yml cannot be read"),
    "NF502": Code("warning", "an option that is not understood"),
}


@dataclass(frozen=True, slots=True)
class Problem:
    """One finding; its severity is that of its code."""

    code: str
    place: Place
    message: str
    advice: str

    @property
    def severity(self) -> Severity:
        return CODES[self.code].severity


def in_order(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Problems by file, then line, column and code, each once."""
    return tuple(sorted(set(problems), key=lambda p: (p.place, p.code, p.message)))


def counts(problems: Iterable[Problem]) -> dict[Severity, int]:
    """How many problems of each severity."""
    found = Counter(problem.severity for problem in problems)
    return {severity: found[severity] for severity in SEVERITIES}


def in_words(number: Mapping[Severity, int]) -> str:
    """`1 error, 2 warnings, 0 hints`."""
    return ", ".join(f"{count} {name}{'s' * (count != 1)}" for name, count in number.items())


def printable(text: str) -> str:
    """`text` on one line, with control characters and bidi overrides written as escapes."""
    return "".join(c if c.isprintable() and c not in _BIDI else _escaped(c) for c in text)


_BIDI = frozenset("\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


def _escaped(char: str) -> str:
    return char.encode("unicode_escape", "surrogatepass").decode("ascii") if not char.isspace() or char != " " else char
