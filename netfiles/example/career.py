"""What the made-up owner is looking for: the profile, the goals, the saved queries, the inbox."""

from collections.abc import Iterator
from datetime import date

from netfiles.example.days import after, ago
from netfiles.example.plan import Network
from netfiles.example.words.asks import ACCOMPLISHMENTS
from netfiles.text.written import Fields, Plain, Value, link, written

_PROFILE_BODY = """
## What I want

A planning team of five to fifteen people whose work somebody acts on the next morning. I would rather be the second
planner in a place that moves things than the tenth analyst in one that counts clicks.

## What I do not want

To move away, to travel more than one night a week, to report numbers nobody uses.

## Plan

1. Talk before applying: two information interviews a week.
2. Keep a list of twelve target companies; drop one when a better one turns up.
3. Review on Fridays, half an hour, with tea.
"""

_GOAL_IN_WORDS = """
Come out of this with a network that I would have wanted anyway: people I can ask, and who can ask me.
"""


def profile(today: date) -> Iterator[tuple[str, bytes]]:
    """The self-assessment and career plan."""
    fields: Fields = {
        "name": "Robin Ashdown-Vale",
        "status": Plain("searching"),
        "roles": ("Network planner", "Operations analyst", "Head of planning, small team"),
        "industries": ("Energy", "Food", "Public transport", "Logistics"),
        "company_types": ("50 to 500 people", "cooperative or public", "has trucks, crews or depots"),
        "locations": ("Northampton, MA", "Springfield, MA", "Boston, MA (two days a week)"),
        "strengths": ("forecasts that people act on", "calm in a bad week", "explaining numbers to crews"),
        "weaknesses": ("says yes too fast", "no rail experience yet", "long first answers"),
        "accomplishments": ACCOMPLISHMENTS,
        "skills": ("demand forecasting", "network planning", "SQL and spreadsheets", "training dispatchers",
                   "vendor contracts"),
        "pitch": "I plan fleets and crews so that fewer trucks run empty: eleven years, 140 trucks, 12 depots. "
                 "I am looking for a small planning team in energy, food or transit.",
        "networking_share": 30,
        "weekly_minutes": 1200,
        "emails": "robin@ashdown-vale.example",
        "phones": "+1 978 555 0199",
        "links": (f"https://ashdown-vale.example/cv-{today.year}", "https://profiles.example/in/robin-ashdown-vale"),
    }  # fmt: skip
    yield "career/profile.md", written(fields, _PROFILE_BODY).encode()


def goals(net: Network) -> Iterator[tuple[str, bytes]]:
    """One goal for each measure, some filtered, one done, one in words."""
    begun, quarter = ago(net.today, 250), ago(net.today, 80)
    wanted = tuple(link(firm.name) for firm in net.firms if firm.target == "A")[:3]
    table: tuple[tuple[str, str, int, str, Fields], ...] = (
        ("Thirty percent networking", "networking-share", 30, "week", {"start": begun}),
        ("Five talks a week", "interactions", 5, "week", {"start": begun, "due": after(net.today, 120)}),
        ("Eight new people a month", "new-contacts", 8, "month", {"start": quarter}),
        ("Two coffees a week to learn from", "information-interviews", 2, "week",
         {"start": quarter, "channel": "coffee"}),
        ("Six applications a month", "applications", 6, "month", {"start": begun}),
        ("Six hours of talks a week", "minutes", 360, "week",
         {"start": ago(net.today, 200), "status": Plain("dropped")}),
        ("Twenty leads by the new year", "leads", 20, "total", {"start": begun, "due": after(net.today, 39)}),
        ("Three names a week", "introductions", 3, "week", {"start": quarter}),
        ("Know someone at every A company", "new-contacts", 6, "total",
         {"start": quarter, "due": after(net.today, 60), "companies": wanted}),
        ("Twelve talks with alumni", "interactions", 12, "total",
         {"start": ago(net.today, 240), "due": ago(net.today, 150), "status": Plain("done"), "tags": ("alumni",)}),
    )  # fmt: skip
    for title, measure, target, per, more in table:
        fields: dict[str, Value] = {
            "title": title,
            "measure": Plain(measure),
            "target": target,
            "per": Plain(per),
            **more,
        }
        fields["status"] = fields.pop("status", Plain("active"))
        yield f"career/goals/{title}.md", written(fields).encode()
    words: Fields = {"title": "A network worth keeping", "status": Plain("active"), "due": after(net.today, 365)}
    yield "career/goals/A network worth keeping.md", written(words, _GOAL_IN_WORDS).encode()


def queries(net: Network) -> Iterator[tuple[str, bytes]]:
    """A few saved queries in the grammar of the format."""
    told, first = net.news[-2].stem, net.firms[0].name
    table = (
        ("People at target companies", "target:A,B", ("name", "title", "company", "last", "tie"), "last",
         "Whom to ask first when a post opens."),
        ("Not heard of for half a year", "last>180d has:email", ("name", "company", "last", "emails"), "",
         "Write to three of them on a quiet afternoon."),
        ("Have not heard the news", f'last<400d -told:"[[{told}]]"', ("name", "company", "last"), "last", ""),
        ("In town, Boston", "location:boston", ("name", "company", "phones"), "name",
         "Before a day in Boston: two of these for coffee."),
        ("Overdue", "is:overdue", ("name", "next", "last"), "", ""),
        (f"Everyone at {first}", f"company:{first.split()[0].lower()}", ("name", "title", "as_of"), "name", ""),
    )  # fmt: skip
    for title, query, columns, sort, body in table:
        fields: Fields = {"title": title, "query": query, "columns": columns, "sort": sort}
        yield f"queries/{title}.md", written(fields, body).encode()


def inbox(net: Network) -> Iterator[tuple[str, bytes]]:
    """Lines that still have to become entries."""
    stems = [net.people[person].stem for person in net.parts.easy[:3]]
    notes = ("ran into {who} at the market, asks about my search", "call {who} about the evening course, 15 min",
             "{who} sent greetings through the choir")  # fmt: skip
    lines = [f"- {ago(net.today, 3 - n)} {note.format(who=who)}" for n, (note, who) in
             enumerate(zip(notes, stems, strict=False))]  # fmt: skip
    yield "inbox.md", "\n".join(["# Inbox", "", *lines, "- buy stamps", ""]).encode()
