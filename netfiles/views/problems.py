"""Problems: what in the files needs the owner's hand, file by file, with what to do."""

import re
from dataclasses import dataclass
from itertools import groupby

from markupsafe import Markup

from netfiles.problems import CODES, SEVERITIES, Place, Problem, printable
from netfiles.views.context import Context, Here
from netfiles.views.page import Page, Section
from netfiles.views.templating import fill
from netfiles.views.words import plural

MOST = 500


@dataclass(frozen=True, slots=True)
class Finding:
    """One problem as the page shows it."""

    severity: str
    line: int
    edit: str | None
    message: str
    advice: str
    code: str
    title: str
    guide: str | None


def problems_page(context: Context) -> Page:
    """All findings, errors first by file."""
    page = Page("problems", "Problems", (), ("navigation", "toc"), searchable=False)
    here, problems = Here(context, page.root), context.insights.problems
    worst: dict[str, int] = {}
    for problem in problems:
        rank = SEVERITIES.index(problem.severity)
        worst[problem.place.file] = min(rank, worst.get(problem.place.file, rank))
    ordered = sorted(problems, key=lambda p: (worst[p.place.file], p.place, p.code))
    files = [
        (_file(here, name), [_finding(here, problem) for problem in group])
        for name, group in groupby(ordered[:MOST], key=lambda problem: problem.place.file)
    ]
    counts = [(sum(p.severity == severity for p in problems), severity) for severity in SEVERITIES]
    html = fill(
        "problems.html",
        redacted=context.collection.redacted,
        files=files,
        counts=[plural(count, severity) for count, severity in counts if count],
        more=len(problems) - MOST,
    )
    return Page(page.address, page.title, (Section(html),), page.hide, searchable=False)


def _file(here: Here, name: str) -> Markup:
    return here.file(Place(printable(name)))


_ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth")


def _in_words(message: str) -> str:
    """`got[1]` as people say it: `got`, first item."""

    def said(match: re.Match[str]) -> str:
        number = int(match[2])
        which = f"{_ORDINALS[number - 1]} item" if number <= len(_ORDINALS) else f"item {number}"
        return f"`{match[1]}`, {which}"

    return re.sub(r"`(\w+)\[([1-9]\d*)\]`", said, message)


def _finding(here: Here, problem: Problem) -> Finding:
    guide = here.to(f"docs/problems/#{problem.code.lower()}") if here.context.has_problem_guide else None
    return Finding(
        severity=problem.severity,
        line=problem.place.line,
        edit=here.edit(problem.place),
        message=_in_words(problem.message),
        advice=problem.advice,
        code=problem.code,
        title=CODES[problem.code].title,
        guide=guide,
    )
