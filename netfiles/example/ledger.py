"""What follows from the planned entries: the names of their files, and when one was in touch with whom."""

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date

from netfiles.example.arcs import WRITTEN
from netfiles.example.chance import dice, pick
from netfiles.example.naming import key
from netfiles.example.phrases import Slots, about_firm, capital
from netfiles.example.plan import Entry, Firm, Person, Touch
from netfiles.example.words.remarks import EVENTS

LONGEST = 80  # letters of names in a file's name

TITLES: dict[tuple[str, str], str] = {
    ("coffee", "both"): "Coffee with {who}",
    ("call", "both"): "Call with {who}",
    ("call", "in"): "Call from {who}",
    ("video", "both"): "Video call with {who}",
    ("meeting", "both"): "Meeting with {who}",
    ("interview", "both"): "Interview with {who}",
    ("event", "both"): "{event} with {who}",
    ("other", "both"): "Walk with {who}",
    ("email", "out"): "Email to {who}",
    ("email", "in"): "Email from {who}",
    ("email", "both"): "Emails with {who}",
    ("message", "out"): "Message to {who}",
    ("message", "in"): "Message from {who}",
    ("message", "both"): "Messages with {who}",
    ("letter", "out"): "Letter to {who}",
    ("letter", "in"): "Letter from {who}",
    ("social", "out"): "Note to {who}",
    ("social", "in"): "Note from {who}",
    ("social", "both"): "Chat with {who}",
}
BY_PURPOSE: dict[tuple[str, str], str] = {
    ("thanks", "out"): "Thank-you note to {who}",
    ("thanks", "in"): "Thank-you note from {who}",
    ("introduction", "in"): "Introduction from {who}",
}


def stems(seed: int, entries: Sequence[Entry], people: Sequence[Person], firms: Sequence[Firm]) -> tuple[str, ...]:
    """The file stem of each entry by its number, each once."""
    seen: Counter[str] = Counter()
    made: list[str] = []
    for number, entry in enumerate(entries):
        stem = f"{entry.day} {_title(seed, number, entry, people, firms)}"
        seen[key(stem)] += 1
        made.append(stem if seen[key(stem)] == 1 else f"{stem}, no. {seen[key(stem)]}")
    return tuple(made)


def event(seed: int, theme: int) -> str:
    """The event at which a conversation began."""
    return pick(dice(seed, "event", theme), EVENTS)


def activity_words(seed: int, number: int, firms: Sequence[Firm]) -> Slots:
    """What an activity was about, for its title and its text."""
    rng = dice(seed, "activity", number)
    return about_firm(rng, firms[int(len(firms) * rng.random() ** 2)])


def touches(entries: Iterable[Entry], people: int, today: date) -> tuple[Touch, ...]:
    """By person, when one was in touch."""
    met: list[list[tuple[date, bool, bool]]] = [[] for _ in range(people)]
    for entry in entries:
        talk = entry.channel not in WRITTEN
        closing = talk or (entry.step.way == "out" and entry.step.purpose in ("thanks", "update"))
        for person in entry.who:
            met[person].append((entry.day, talk, closing))
    return tuple(_touch(sorted(marks), today) for marks in met)


def _touch(marks: Sequence[tuple[date, bool, bool]], today: date) -> Touch:
    past = [mark for mark in marks if mark[0] <= today]
    return Touch(
        days=tuple(day for day, _, _ in past),
        closing=tuple(day for day, _, closing in past if closing),
        met=past[0][0] if past and past[0][1] else None,
        planned=len(past) < len(marks),
    )


def _title(seed: int, number: int, entry: Entry, people: Sequence[Person], firms: Sequence[Firm]) -> str:
    if not entry.who:
        return capital(entry.titled.format_map(activity_words(seed, number, firms)))
    way = entry.step.way
    title = BY_PURPOSE.get((entry.step.purpose, way)) or TITLES[entry.channel, way]
    who = _who([people[person].stem for person in entry.who])
    return title.format(who=who, event=capital(event(seed, entry.theme)))


def _who(names: Sequence[str]) -> str:
    both = " and ".join(names)
    if len(names) < 3 and len(both) <= LONGEST:
        return both
    return f"{names[0]} and others" if len(names) > 1 else names[0]
