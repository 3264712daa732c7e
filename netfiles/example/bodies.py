"""What was said: a few sentences, with people and companies named, tasks, now and then a list or a table."""

from collections.abc import Iterator

from netfiles.example.arcs import WRITTEN
from netfiles.example.chance import between, happens, pick, some
from netfiles.example.days import after, ago
from netfiles.example.moment import Moment
from netfiles.example.phrases import capital, say
from netfiles.example.words.activities import ACTIVITIES
from netfiles.example.words.asks import TASKS
from netfiles.example.words.remarks import (
    ASIDES,
    CLOSERS_AFAR,
    CLOSERS_THERE,
    CLOSERS_WRITTEN,
    EXTRAS,
    FIRM_MENTIONS,
    FIRM_MENTIONS_BY_ME,
    MENTIONS,
    MENTIONS_BY_ME,
)
from netfiles.example.words.scenes import SCENES
from netfiles.text.written import link

MENTION, FIRM_MENTION, ASIDE, CLOSER, EXTRA, TASK = 0.3, 0.09, 0.25, 0.15, 0.12, 0.085
LABELLED = 0.5
RECENT = 12  # days in which a task may still be ahead
CLOSERS = {**dict.fromkeys(WRITTEN, CLOSERS_WRITTEN), "call": CLOSERS_AFAR, "video": CLOSERS_AFAR}


def body(one: Moment) -> str:
    """The text below the front matter."""
    if not one.people:
        sentences = ACTIVITIES[one.entry.activity].sentences
        lines = some(one.rng, sentences, between(one.rng, (1, 2)))
        return " ".join(capital(line.format_map(one.words)) for line in lines)
    paragraphs = (" ".join(_sentences(one)), "\n".join(_tasks(one)), _extra(one))
    return "\n\n".join(part for part in paragraphs if part)


def _sentences(one: Moment) -> Iterator[str]:
    rng, scene = one.rng, SCENES[one.step.scene]
    brief = one.entry.channel in WRITTEN
    yield say(rng, scene.openings, one.words)
    if one.planned:
        return
    for line in some(rng, scene.more, between(rng, (0, 1 if brief else 2))):
        yield capital(line.format_map(one.words))
    yield from _names(one)
    if happens(rng, MENTION):
        yield from _mention(one)
    if happens(rng, FIRM_MENTION):
        yield from _firm_mention(one)
    if not brief and happens(rng, ASIDE):
        yield say(rng, ASIDES, one.words)
    if happens(rng, CLOSER):
        yield say(rng, CLOSERS.get(one.entry.channel, CLOSERS_THERE), one.words)


def _names(one: Moment) -> Iterator[str]:
    """The names that were given, in words too."""
    if "introduction" not in one.step.got:
        return
    met = [link(one.net.people[person].stem) for person in one.net.introductions.given.get(one.number, ())]
    names = [*met, *one.net.introductions.only_names.get(one.number, ())]
    given = f"Gave me {'two names' if len(names) > 1 else 'a name'}: {' and '.join(names)}."
    yield given if names else "Will put me in touch with someone in planning."


def _mention(one: Moment) -> Iterator[str]:
    active = one.net.parts.active
    number = active[int(len(active) * one.rng.random() ** 1.5)]
    friend = one.net.people[number]
    if number not in one.entry.who:
        label = friend.call if happens(one.rng, LABELLED) else ""
        sentences = MENTIONS_BY_ME if one.step.way == "out" else MENTIONS
        yield say(one.rng, sentences, {**one.words, "friend": link(friend.stem, label)})


def _firm_mention(one: Moment) -> Iterator[str]:
    firm = pick(one.rng, one.net.firms)
    if firm.target and firm is not one.firm:
        sentences = FIRM_MENTIONS_BY_ME if one.step.way == "out" else FIRM_MENTIONS
        yield say(one.rng, sentences, {**one.words, "place": link(firm.name)})


def _tasks(one: Moment) -> Iterator[str]:
    rng, today, day = one.rng, one.net.today, one.entry.day
    if one.step.promise == "task":
        yield f"- [ ] {say_small(one)} 📅 {ago(today, between(rng, (1, 4)))}"
    elif not one.entry.case and not one.planned and happens(rng, TASK):
        due = after(day, between(rng, (2, 14)))
        done = min(today, after(due, between(rng, (-1, 1))))
        late = day > ago(today, RECENT) and due > today
        yield f"- [ ] {say_small(one)} 📅 {due}" if late else f"- [x] {say_small(one)} 📅 {due} ✅ {max(day, done)}"
        if happens(rng, 0.2):
            yield f"- [x] {say_small(one)}"


def say_small(one: Moment) -> str:
    """A task in the words of its entry."""
    return pick(one.rng, TASKS).format_map(one.words)


def _extra(one: Moment) -> str:
    plain = one.entry.channel in WRITTEN or one.planned or not happens(one.rng, EXTRA)
    return "" if plain else pick(one.rng, EXTRAS).format_map(one.words)
