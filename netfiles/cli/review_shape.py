"""The JSON shapes of reports, documented in docs/commands.md."""

from typing import Any

from netfiles.changes.command import command
from netfiles.cli.shapes import reason_shape
from netfiles.index.network import Entry
from netfiles.insights.derive import Insights
from netfiles.insights.next_moves import Move
from netfiles.insights.review import Review
from netfiles.insights.tally import Tally
from netfiles.insights.work_log import Line
from netfiles.problems import Place

Json = dict[str, Any]


def review_shape(insights: Insights, found: Review) -> Json:
    """The review; entries are in order, people by name."""
    people = insights.network.people
    return {
        "week": found.monday.isoformat(),
        "today": found.today.isoformat(),
        "talks": len(found.talks),
        "messages": len(found.messages),
        "networking_minutes": found.week.networking,
        "search_minutes": found.week.search,
        "entries": [_entry(entry) for entry in found.entries],
        "new": [
            {"person": people[one.person].name, "on": one.on.isoformat(), **_place(one.place)} for one in found.new
        ],
        "asks": [_entry(entry) for entry in found.asks],
        "got": [_entry(entry) for entry in found.got],
        "gave": [_entry(entry) for entry in found.gave],
        "moved": [
            {"lead": one.lead.called, "what": one.word, "on": one.on.isoformat(), **_place(one.place)}
            for one in found.moved
        ],
        "goals": [
            {"title": one.goal.called, "sentence": one.sentence, "state": one.state, "file": one.goal.path}
            for one in found.goals
        ],
        "cooled": [
            {
                "person": people[one.person].name,
                "then": one.before.word,
                "now": one.now.word,
                "last_contact": one.last.isoformat(),
                **_place(one.place),
            }
            for one in found.cooled
        ],
        "planned": [_entry(entry) for entry in found.ahead],
        "due": [
            {"person": people[one.person].name if one.person else None, **reason_shape(one, found.today)}
            for one in found.due
        ],
        "moves": [_move(insights, move) for move in found.moves],
    }


def _move(insights: Insights, move: Move) -> Json:
    write, name = move.write, insights.network.people[move.person].name if move.person else None
    return {
        "sort": move.sort,
        "person": name,
        "text": move.text,
        **_place(move.place),
        "write": {"file": write.file, "text": write.text, "new": write.whole} if write else None,
        "tick": move.tick,
        "command": (command(move.reason, move.beside, name or "") or None) if move.reason else None,
    }


def tally_shape(found: Tally) -> Json:
    """What was counted on one day."""
    return {
        "day": found.day.isoformat(),
        "people": found.people,
        "entries": found.entries,
        "leads": dict(found.leads),
        "ties": dict(found.ties),
        "targets": found.targets,
        "targets_with_a_path": found.covered,
    }


def line_shape(line: Line) -> Json:
    """One line of the work-search log."""
    effort = line.effort
    return {
        "date": effort.day.isoformat(),
        "sort": effort.sort,
        "what": effort.what,
        "employer": effort.employer,
        "address": effort.address,
        "phone": effort.phone,
        "person": effort.person,
        "method": effort.method,
        "position": effort.position,
        "result": effort.result,
        "counts": not line.apart,
        "missing": [{"column": one.column, "write": one.line, "into": one.file} for one in line.missing],
        **_place(effort.proof),
    }


def _entry(entry: Entry) -> Json:
    record = entry.record
    return {"date": entry.day.isoformat(), "channel": record.channel, **_place(record.origin.place("date"))}


def _place(place: Place) -> Json:
    return {"file": place.file, "line": place.line}
