"""People as a table to print: one HTML file that needs no other and runs nothing."""

from collections.abc import Iterable, Iterator

from markupsafe import Markup, escape

from netfiles.exchange.outgoing.listed import HEAD, Listed

MARK = '<meta name="generator" content="netfiles">'
"""Says in the head of a file what made it."""

_STYLE = """
body { font: 10pt/1.4 system-ui, sans-serif; margin: 1.5cm; color: #000; background: #fff }
h1 { font-size: 14pt; font-weight: 600; margin: 0 0 .6em }
table { border-collapse: collapse; width: 100% }
th, td { text-align: left; vertical-align: top; padding: .25em .8em .25em 0; border-bottom: 1px solid #bbb;
  overflow-wrap: anywhere }
th { border-bottom: 1px solid #000; white-space: nowrap }
td:last-child { white-space: nowrap; font-variant-numeric: tabular-nums }
thead { display: table-header-group }
tr { break-inside: avoid }
@media print { body { margin: 0 } }
@page { margin: 1.5cm }
"""


def html_page(title: str, people: Iterable[Listed]) -> Iterator[str]:
    """The pieces of the page."""
    head = Markup("").join(Markup('<th scope="col">%s</th>') % name for name in HEAD)
    yield page_head(title, _STYLE)
    yield f"<h1>{escape(title)}</h1>\n<table>\n<thead><tr>{head}</tr></thead>\n<tbody>\n"
    for person in people:
        cells = Markup("").join(Markup("<td>%s</td>") % cell for cell in person.cells)
        yield f"<tr>{cells}</tr>\n"
    yield "</tbody>\n</table>\n</body>\n</html>\n"


def page_head(title: str, style: str) -> str:
    """All of a page up to its first line. `style` is ours."""
    return (
        f'<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n{MARK}\n'
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n"
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{escape(title)}</title>\n<style>{style}</style>\n</head>\n<body>\n"
    )
