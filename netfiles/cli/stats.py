"""`netfiles stats`: the vault in numbers."""

import click

from netfiles.cli.terminal import Terminal, as_json, pass_terminal


@click.command()
@as_json
@pass_terminal
def stats(terminal: Terminal, as_json: bool) -> None:
    """The vault in numbers: people, companies, entries, leads, goals, problems, this week."""
    from collections import Counter

    from netfiles.problems import counts

    insights = terminal.insights()
    network, week = insights.network, insights.share.this_week
    numbers = {
        "people": len(network.on_file),
        "companies": len(network.companies),
        "interactions": len(network.entries),
        "leads": len(network.collection.leads),
        "goals": len(network.collection.goals),
        "problems": counts(insights.problems),
        "week": {
            "networking_minutes": week.networking,
            "search_minutes": week.search,
            "share": week.share,
            "estimated_minutes": week.networking_estimated + week.search_estimated,
        },
        "not_on_file": len(network.people) - len(network.on_file),
        "due": len(insights.queue.items),
        "ties": dict(sorted(Counter(insights.ties[s.key].word for s in network.on_file).items())),
    }
    if as_json:
        terminal.tell_json(numbers)
        return
    for name, value in numbers.items():
        text = (
            ", ".join(f"{v if v is not None else '-'} {k}" for k, v in value.items())
            if isinstance(value, dict)
            else value
        )
        terminal.tell(f"{name:<14} {text}")
