"""What a lead asks for, line by line, against what the profile says and shows."""

from dataclasses import dataclass, replace

from markupsafe import Markup

from netfiles.index.names import folded
from netfiles.insights.assessment import Need, Needed
from netfiles.insights.wording import Match
from netfiles.views.context import Here
from netfiles.views.words import listed


@dataclass(frozen=True, slots=True)
class Cell:
    """What of the profile comes closest, and how far it goes (`says planning, not capacity`), if not all the way."""

    text: str
    counts: bool
    how: str


@dataclass(frozen=True, slots=True)
class NeedRow:
    """One need with the answer in a word."""

    need: str
    answer: str
    said: Cell | None
    shown: Cell | None


@dataclass(frozen=True, slots=True)
class LeadRows:
    """A lead and its needs."""

    lead: Markup
    company: Markup | None
    stage: str
    rows: tuple[NeedRow, ...]


ANSWERS = {"shown": "✓ shown", "said": "○ only said", "missing": "– missing"}


def lead_rows(here: Here, needed: Needed) -> LeadRows:
    """The rows of a lead."""
    lead = needed.lead
    company = here.context.network.company_of(lead)
    return LeadRows(
        lead=here.link(lead.path, lead.called),
        company=here.company(company) if company else None,
        stage=lead.stage or "",
        rows=tuple(map(_row, needed.needs)),
    )


def _row(need: Need) -> NeedRow:
    said = _cell(need.said)
    if said and folded(said.text) == folded(need.text):
        said = replace(said, how="")
    return NeedRow(need.text, ANSWERS[need.answer], said, _cell(need.shown))


def _cell(match: Match | None) -> Cell | None:
    if match is None:
        return None
    lacks = f", not {listed(match.lacks).unescape()}" if match.lacks else ""
    return Cell(match.text, match.counts, f"says {listed(match.has).unescape()}{lacks}")
