"""Address labels for letters: a page of HTML that prints onto sheets of labels, or plain text."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import NamedTuple

from markupsafe import Markup, escape

from netfiles.exchange.outgoing.html_out import page_head
from netfiles.exchange.outgoing.listed import Listed


class Sheet(NamedTuple):
    """A sheet of labels: the paper, how many in a row and how many rows, and all else in millimetres."""

    paper: str
    across: int
    down: int
    width: float
    height: float
    left: float
    top: float
    gap: float = 0.0
    """Between two labels in a row; rows touch."""

    @property
    def labels(self) -> int:
        return self.across * self.down


PAPERS: Mapping[str, tuple[float, float]] = {"A4": (210, 297), "letter": (215.9, 279.4)}

SHEETS: Mapping[str, Sheet] = {
    "L7160": Sheet("A4", 3, 7, 63.5, 38.1, 7.25, 15.15, 2.5),
    "L7159": Sheet("A4", 3, 8, 63.5, 33.9, 7.25, 12.9, 2.5),
    "L7162": Sheet("A4", 2, 8, 99.1, 33.9, 4.65, 12.9, 2.5),
    "L7163": Sheet("A4", 2, 7, 99.1, 38.1, 4.65, 15.15, 2.5),
    "5160": Sheet("letter", 3, 10, 66.675, 25.4, 4.7625, 12.7, 3.175),
    "5161": Sheet("letter", 2, 10, 101.6, 25.4, 3.96875, 12.7, 4.7625),
    "5162": Sheet("letter", 2, 7, 101.6, 33.8667, 3.96875, 21.1667, 4.7625),
    "5163": Sheet("letter", 2, 5, 101.6, 50.8, 3.96875, 12.7, 4.7625),
}
"""By the number that Avery sells them under, which others print on theirs too."""

_MILLIMETRES_A_LINE = 4.0


def label_lines(person: Listed) -> tuple[str, ...]:
    """What stands on somebody's label."""
    return (person.name, *filter(None, (person.company,)), *person.address)


def labels_page(sheet: Sheet, people: Iterable[Listed], skip: int = 0) -> Iterator[str]:
    """The pieces of the page; the first `skip` labels of the first sheet stay empty, since they are used."""
    yield page_head("Address labels", _style(sheet))
    waiting = iter([*[None] * skip, *people])
    while some := list(islice(waiting, sheet.labels)):
        yield f'<div class="sheet">\n{Markup("").join(_label(sheet, person) for person in some)}</div>\n'
    yield "</body>\n</html>\n"


def labels_text(people: Iterable[Listed]) -> Iterator[str]:
    """The labels as text, an empty line between two."""
    between = ""
    for person in people:
        yield between + "".join(f"{line}\n" for line in label_lines(person))
        between = "\n"


def _label(sheet: Sheet, person: Listed | None) -> Markup:
    lines = label_lines(person) if person else ()
    small = Markup(' class="small"') if len(lines) > (sheet.height - 4) // _MILLIMETRES_A_LINE else Markup("")
    return Markup("<p{}><span>{}</span></p>\n").format(small, _broken(lines))


def _broken(lines: Sequence[str]) -> Markup:
    return Markup("<br>").join(map(escape, lines))


def _style(sheet: Sheet) -> str:
    width, height = PAPERS[sheet.paper]
    return f"""
@page {{ size: {width}mm {height}mm; margin: 0 }}
* {{ box-sizing: border-box }}
body {{ margin: 0; color: #000; background: #fff; font: 10pt/{_MILLIMETRES_A_LINE}mm system-ui, sans-serif }}
.sheet {{ width: {width}mm; height: {height}mm; padding: {sheet.top}mm 0 0 {sheet.left}mm; overflow: hidden;
  display: grid; align-content: start; column-gap: {sheet.gap}mm;
  grid-template-columns: repeat({sheet.across}, {sheet.width}mm); grid-auto-rows: {sheet.height}mm }}
.sheet + .sheet {{ break-before: page }}
p {{ margin: 0; padding: 2mm 4mm; overflow: hidden; overflow-wrap: anywhere;
  display: flex; flex-direction: column; justify-content: center }}
p.small {{ font-size: 8pt; line-height: 3.2mm }}
@media screen {{ p {{ outline: 1px dotted #bbb }} }}
"""
