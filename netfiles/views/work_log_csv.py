"""The work-search log as a file for spreadsheets."""

import csv
import io
from collections.abc import Iterable

from netfiles.exchange.outgoing.csv_out import guarded
from netfiles.insights.work_log import Line

CSV = "assets/work-search-log.csv"
"""Where the file stands in the site."""

HEAD = (
    "date", "what", "employer", "address", "phone", "person", "method", "position", "result", "counts", "missing",
    "file", "line",
)  # fmt: skip


def as_csv(lines: Iterable[Line], end: str = "\r\n") -> str:
    """One row a line below the names of the columns; no cell can be taken for a formula. `end` ends each row."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator=end)
    writer.writerow(HEAD)
    writer.writerows(map(_row, lines))
    return text.getvalue()


def _row(line: Line) -> list[str]:
    effort = line.effort
    cells = (
        effort.day.isoformat(),
        effort.what,
        effort.employer,
        effort.address,
        effort.phone,
        effort.person,
        effort.method,
        effort.position,
        effort.result,
        f"no: {line.apart}" if line.apart else "yes",
        ", ".join(one.column for one in line.missing),
        effort.proof.file,
        str(effort.proof.line),
    )
    return list(map(guarded, cells))
