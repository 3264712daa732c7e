"""Which day it is, asked in one place: given, from the environment, from mkdocs.yml, else the clock."""

import os
from datetime import date

from netfiles.errors import BadDate
from netfiles.model.fields import Unfit, parse_day
from netfiles.model.options import Options

VARIABLE = "NETFILES_TODAY"
_FIRST_YEAR = 1900  # days before the first one could not be counted


def today(options: Options, given: str | None = None) -> date:
    """The day for which everything is derived. Raises BadDate."""
    for text, source in ((given, "--today"), (os.environ.get(VARIABLE), VARIABLE)):
        if text:
            return day_of(text, source)
    return options.today or date.today()  # noqa: DTZ011  # the owner's day, by the owner's clock


def day_of(text: str, source: str) -> date:
    """A day that was typed; `source` says where. Raises BadDate."""
    try:
        day = parse_day(text)
    except Unfit:
        raise BadDate(text, source) from None
    if day.year < _FIRST_YEAR:
        raise BadDate(text, source)
    return day
