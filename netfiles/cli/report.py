"""`netfiles report`: the review of the week, two days compared, the work-search log between two days."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import TYPE_CHECKING

import click

from netfiles.cli.terminal import Terminal, as_json, pass_terminal

if TYPE_CHECKING:
    from netfiles.insights.derive import Insights
    from netfiles.insights.review import Review
    from netfiles.insights.tally import Tally
    from netfiles.insights.work_log import Line

KINDS = ("review", "log")


@click.command()
@click.argument("kind", type=click.Choice(KINDS), default="review")
@click.option("--since", metavar="DATE", help="review: compare today with this earlier day.")
@click.option("--from", "first", metavar="DATE", help="log: the first day (else the Monday or Sunday of this week).")
@click.option("--to", "last", metavar="DATE", help="log: the last day (else today).")
@click.option("--csv", "as_csv", is_flag=True, help="log: print it for a spreadsheet.")
@click.option("--at", metavar="DATE", help="Report what was known on an earlier day.")
@as_json
@pass_terminal
def report(
    terminal: Terminal,
    kind: str,
    since: str | None,
    first: str | None,
    last: str | None,
    as_csv: bool,
    at: str | None,
    as_json: bool,
) -> None:
    """The week in review, or the work-search log between two days (report log)."""
    _refuse(kind, since=since, first=first, last=last, as_csv=as_csv, as_json=as_json)
    days = {
        name: _day(text, f"--{name}") for name, text in (("since", since), ("from", first), ("to", last), ("at", at))
    }
    insights = _insights(terminal, days["at"])
    if kind == "log":
        _log(terminal, insights, (days["from"], days["to"]), as_csv, as_json)
    elif days["since"]:
        _compare(terminal, insights, days["since"], as_json)
    else:
        _review(terminal, insights, as_json)


def _refuse(kind: str, *, since: object, first: object, last: object, as_csv: bool, as_json: bool) -> None:
    """Say which options do not go together."""
    if kind == "review" and (first or last or as_csv):
        raise click.UsageError("--from, --to and --csv are for the log: netfiles report log --from DATE --to DATE.")
    if kind == "log" and since:
        raise click.UsageError("--since is for the review. For the log write --from DATE --to DATE.")
    if as_csv and as_json:
        raise click.UsageError("Leave one of --csv and --json out.")


def _day(text: str | None, option: str) -> date | None:
    from netfiles.vault.today import day_of

    return day_of(text, option) if text else None


def _insights(terminal: Terminal, at: date | None) -> "Insights":
    """What follows from the vault, today or as it was known on an earlier day."""
    from netfiles.site.past_site import as_of

    insights = terminal.insights()
    return as_of(insights.network, at).insights if at else insights


def _review(terminal: Terminal, insights: "Insights", as_json: bool) -> None:
    from netfiles.cli.review_shape import review_shape

    if as_json:
        terminal.tell_json(review_shape(insights, insights.review))
        return
    for line in _review_lines(insights, insights.review):
        terminal.tell(line)


def _review_lines(insights: "Insights", found: "Review") -> Iterator[str]:
    from netfiles.insights.days import of_year, short, spoken
    from netfiles.problems import printable

    people, network = insights.network.people, insights.network
    counted = (len(found.talks), "talk"), (len(found.messages), "message"), (found.week.networking, "minute")
    week = ", ".join(f"{number} {word}{'s' * (number != 1)}" for number, word in counted)
    yield click.style(f"Week of {of_year(found.monday)}, up to {spoken(found.today)}: {week} for people.", bold=True)
    yield f"Work-search log: {insights.work_log[0].sentence}"
    entries = [f"{entry.day}  {entry.record.channel:<9} {_title(entry.path)}" for entry in found.entries]
    new = [f"{one.on}  {people[one.person].name}" for one in found.new]
    moved = []
    for one in found.moved:
        company = network.company_of(one.lead)
        at = f" at {network.companies[company].name}" if company else ""
        moved.append(f"{one.on}  {one.word:<9} {one.lead.called}{at}")
    goals = [f"{one.goal.called}: {one.sentence}" for one in found.goals]
    cooled = [
        f"{people[one.person].name}: {one.before.word} four weeks ago, {one.now.word} today; "
        f"last contact {short(one.last, found.today)}"
        for one in found.cooled
    ]
    ahead = [(entry.day, f"{entry.day}  {_title(entry.path)}") for entry in found.ahead]
    for reason in found.due:
        about = "" if reason.person else f"{reason.title}: "
        ahead.append((reason.due, f"{reason.due}  {about}{reason.text}"))
    parts = (
        ("What happened", entries),
        ("New people", new),
        ("What moved", moved + goals),
        ("Who cooled", cooled),
        (f"What comes, until {of_year(found.until)}", [text for _, text in sorted(ahead)]),
    )
    for heading, lines in parts:
        yield click.style(f"\n{heading}", bold=True)
        yield from (f"  {printable(text)}" for text in lines[:_MOST])
        if len(lines) > _MOST:
            yield f"  and {len(lines) - _MOST} more"
        if not lines:
            yield "  nothing"
    yield from _move_lines(insights, found)


_MOST = 20


def _title(path: str) -> str:
    """What the file of an entry is called, without the day."""
    stem = path.rpartition("/")[2].removesuffix(".md")
    return stem[11:] if stem[:4].isdigit() and len(stem) > 11 else stem


def _move_lines(insights: "Insights", found: "Review") -> Iterator[str]:
    from netfiles.changes.command import command
    from netfiles.problems import printable

    yield click.style("\nThree next moves", bold=True)
    for number, move in enumerate(found.moves, 1):
        name = insights.network.people[move.person].name if move.person else ""
        who = f"{name}: " if name and name not in move.text else ""
        yield f"{number:3}. {printable(f'{who}{move.text}')}"
        if move.is_proved:
            yield click.style(f"     {printable(move.place.file)}:{move.place.line}", dim=True)
        words = command(move.reason, move.beside, name) if move.reason else ""
        if words:
            yield f"     Done? {printable(words)}"
        if move.tick:
            yield f"     {'Or by hand: tick' if words else 'Done? Tick'} the task on line {move.tick}."
        elif move.write:
            yield f"     {'Then save' if move.write.whole else 'Write into'} {printable(move.write.file)}:"
            yield from (f"       {printable(line)}" for line in move.write.text.rstrip("\n").split("\n"))


def _compare(terminal: Terminal, insights: "Insights", since: date, as_json: bool) -> None:
    from netfiles.cli.review_shape import tally_shape
    from netfiles.insights.tally import tally
    from netfiles.site.past_site import as_of

    if since > insights.today:
        raise click.UsageError(f"--since {since} comes after {insights.today}: name an earlier day.")
    then, now = tally(as_of(insights.network, since).insights), tally(insights)
    if as_json:
        terminal.tell_json({"then": tally_shape(then), "now": tally_shape(now)})
        return
    for line in _tally_lines(then, now):
        terminal.tell(line)


def _tally_lines(then: "Tally", now: "Tally") -> Iterator[str]:
    """A table: what is counted, then, now, and the difference."""
    from netfiles.insights.tally import STAGES

    rows = [("people", then.people, now.people), ("entries", then.entries, now.entries)]
    ordered = [stage for stage in STAGES if stage in then.leads or stage in now.leads]
    rows += [(f"leads: {stage}", then.leads.get(stage, 0), now.leads.get(stage, 0)) for stage in ordered]
    rows += [(f"ties: {word}", then.ties[word], now.ties[word]) for word in now.ties]
    rows += [("targets", then.targets, now.targets), ("targets with a path", then.covered, now.covered)]
    yield click.style(f"{'':<22}{then.day!s:>12}{now.day!s:>12}", bold=True)
    for word, before, after in rows:
        more = f"  {after - before:+,}" if after != before else ""
        yield f"{word:<22}{before:>12,}{after:>12,}{more}"


def _log(
    terminal: Terminal, insights: "Insights", days: tuple[date | None, date | None], as_csv: bool, as_json: bool
) -> None:
    from netfiles.cli.review_shape import line_shape
    from netfiles.insights.work_log import log_lines
    from netfiles.views.work_log_csv import as_csv as csv_of

    first, last = days_of_log(insights, days)
    lines = log_lines(insights.network, first, last, insights.today)
    if as_csv:
        click.echo(csv_of(lines, "\n"), nl=False)
    elif as_json:
        terminal.tell_json({"from": str(first), "to": str(last), "lines": list(map(line_shape, lines))})
    else:
        for text in _log_lines(insights, first, last, lines):
            terminal.tell(text)


def days_of_log(insights: "Insights", given: tuple[date | None, date | None]) -> tuple[date, date]:
    """The first and last day of the log; where they are not given, those of this week. Raises UsageError."""
    from netfiles.insights.work_log import begin_of_week, rules_of

    last = given[1] or insights.today
    first = given[0] or begin_of_week(min(last, insights.today), rules_of(insights.network).week_begins)
    if first > last:
        raise click.UsageError(f"--from {first} comes after --to {last}.")
    return first, last


def _log_lines(insights: "Insights", first: date, last: date, lines: "tuple[Line, ...]") -> Iterator[str]:
    from netfiles.insights.days import dated
    from netfiles.insights.work_log import begin_of_week, log_week, rules_of
    from netfiles.problems import printable

    rules = rules_of(insights.network)
    yield click.style(
        f"Work-search log, {dated(first)} to {dated(last)}: {len(lines)} line{'s' * (len(lines) != 1)}.", bold=True
    )
    if rules.source:
        yield f"{rules.place}, after {rules.source} (read on {rules.checked}). This is no legal advice."
    week: date | None = None
    for line in lines:
        effort = line.effort
        if (begin := begin_of_week(effort.day, rules.week_begins)) != week:
            week = begin
            whole = first <= begin and begin + timedelta(days=6) <= max(last, insights.today)
            said = log_week(insights.network, begin, insights.today).sentence if whole else ""
            yield click.style(f"\nWeek of {dated(begin)}{': ' + said if said else ''}", bold=True)
        cells = (effort.what, effort.employer, effort.person, effort.method, effort.position, effort.result, line.apart)
        yield printable(f"  {effort.day}  {', '.join(filter(None, cells))}")
        reach = " · ".join(filter(None, (effort.address, effort.phone)))
        if reach:
            yield f"              {printable(reach)}"
        for (write, file), columns in _to_complete(line).items():
            text = f"              missing: {', '.join(columns)}; write {write} into {file}"
            yield click.style(printable(text), dim=True)


def _to_complete(line: "Line") -> dict[tuple[str, str], list[str]]:
    """What to write into which file, each with the columns that it fills."""
    found: dict[tuple[str, str], list[str]] = {}
    for one in line.missing:
        found.setdefault((one.line, one.file), []).append(one.column)
    return found
