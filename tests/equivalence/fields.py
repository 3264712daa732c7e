"""Every field of the format, and what a player may write into it."""

from collections.abc import Callable, Mapping
from random import Random
from typing import Any, get_args

from netfiles.model import Kind
from netfiles.model import fields as f
from tests.equivalence.vocabulary import FIRMS, PEOPLE, STEMS, TAGS, WORDS, Vocabulary

Value = Callable[[Random, Vocabulary], str]
"""What stands after `field:`, as YAML."""


def quoted(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def one_of(*texts: str) -> Value:
    return lambda dice, _: dice.choice(texts)


def words_of(literal: Any) -> Value:
    return one_of(*get_args(literal))


def day(dice: Random, words: Vocabulary) -> str:
    return words.near(dice).isoformat()


def moment(dice: Random, words: Vocabulary) -> str:
    return f"{words.near(dice)}{dice.choice(('', ' 09:30', 'T17:05'))}"


def birthday(dice: Random, words: Vocabulary) -> str:
    near = words.near(dice)
    return dice.choice((f"1985-{near:%m-%d}", f"{near:%m-%d}", f"--{near:%m-%d}", "1985", "1984-02-29"))


def text(dice: Random, _: Vocabulary) -> str:
    return quoted(dice.choice(WORDS))


def name(dice: Random, words: Vocabulary) -> str:
    return quoted(dice.choice((words.person(dice), dice.choice(STEMS))))


def firm(dice: Random, words: Vocabulary) -> str:
    return quoted(words.firm(dice))


def linked(target: str, dice: Random) -> str:
    """A link as people write it: with a label, a heading, in quotes or without."""
    target += dice.choice(("", "", "|you know who", "#Part"))
    return f"[[{target}]]" if dice.random() < 0.1 and not set(target) & set("[]#&'") else quoted(f"[[{target}]]")


def link_to(*kinds: str) -> Value:
    def write(dice: Random, words: Vocabulary) -> str:
        known = {
            "person": (*words.people, *PEOPLE),
            "firm": (*words.firms, *FIRMS),
            "entry": words.entries,
            "lead": words.leads,
            "news": words.news,
        }
        targets = known[dice.choice(kinds)] or PEOPLE
        return linked(dice.choice(targets), dice)

    return write


def firm_or_link(dice: Random, words: Vocabulary) -> str:
    return dice.choice((firm, link_to("firm")))(dice, words)


def former(dice: Random, words: Vocabulary) -> str:
    return quoted(f"{words.firm(dice)}{dice.choice(('', ' (2009-2014)', ' (2014-)'))}")


def picture(dice: Random, words: Vocabulary) -> str:
    return quoted(dice.choice((*words.pictures, "not-there.png")))


def several(item: Value) -> Value:
    """None, one or some, as a list in either notation or as a single value."""

    def write(dice: Random, words: Vocabulary) -> str:
        items = [item(dice, words) for _ in range(dice.choice((0, 1, 1, 2, 3)))]
        if len(items) == 1 and dice.random() < 0.5:
            return items[0]
        if dice.random() < 0.4 and not any(i.startswith("[[") for i in items):
            return f"[{', '.join(items)}]"
        return "".join(f"\n  - {item}" for item in items)

    return write


_TEXTS = several(text)
_TAGS = several(lambda dice, _: quoted(dice.choice(TAGS)))
_EMAILS = several(one_of("ada@quill.example", "Bo <bo@acme.example>", "mailto:c@d.example", "no address"))
_PHONES = several(one_of('"+1 413 555 0142"', "0123 456", '"+44 20 7946 0018"', "extension 5"))
_PAGES = one_of("https://acme.example/a?b=1&c", "acme.example", "javascript:alert(1)", '"https://x.example/ü"')
_LINKS = several(_PAGES)
_MINUTES = one_of("45", "1h30", "5m", "0", "600", "an hour")
_LASTING = one_of("30d", "6w", "3m", "1y", "weekly", "monthly", "quarterly", "never", "often")
_PRIVATE = one_of("yes", "no", "[phones, addresses]", "perhaps", "notes")
_GIFTS = several(words_of(f.Gift))
_NEXT: dict[str, Value] = {"next": text, "next_on": day, "next_done": day}

FIELDS: Mapping[Kind, Mapping[str, Value]] = {
    "person": {
        "name": name,
        "aliases": several(name),
        "title": text,
        "company": firm_or_link,
        "as_of": day,
        "past_companies": several(former),
        "emails": _EMAILS,
        "phones": _PHONES,
        "addresses": _TEXTS,
        "links": _LINKS,
        "location": text,
        "birthday": birthday,
        "photo": picture,
        "cards": several(picture),
        "tags": _TAGS,
        "relation": text,
        "met_on": day,
        "met_at": text,
        "introduced_by": link_to("person"),
        "knows": several(link_to("person")),
        "may_use_name": one_of("yes", "ask", "no"),
        "can_help": _TEXTS,
        "i_can_help": _TEXTS,
        "keep_in_touch": _LASTING,
        **_NEXT,
        "snooze_until": day,
        "status": one_of("active", "dormant", "closed", "Dormant", "asleep"),
        "told_before": several(link_to("news")),
        "uid": one_of("8f0c2a", "m-1", "m-2"),
        "source": one_of("address book", "mail import"),
        "private": _PRIVATE,
    },
    "interaction": {
        "date": moment,
        "with": several(link_to("person")),
        "channel": words_of(f.Channel),
        "direction": words_of(f.Direction),
        "minutes": _MINUTES,
        "activity": words_of(f.Activity),
        "purpose": one_of("information-interview", "introduction", "thanks", "update", "just so"),
        "asked": words_of(f.AskKind),
        "ask": text,
        "ask_status": words_of(f.AskStatus),
        "got": _GIFTS,
        "gave": _GIFTS,
        "introduced": several(link_to("person")),
        "thanked": day,
        "thanks_for": several(link_to("entry")),
        "outcome_for": several(link_to("entry")),
        "told": several(link_to("news")),
        "title": text,
        "source": one_of("address book", "mail import"),
        "uid": one_of("m-1", "m-2"),
        "tags": _TAGS,
        "leads": several(link_to("lead")),
        "companies": several(link_to("firm")),
        **_NEXT,
        "they_owe": text,
        "they_owe_on": day,
        "they_owe_done": day,
        "private": _PRIVATE,
    },
    "company": {
        "name": firm,
        "aliases": several(firm),
        "website": _PAGES,
        "industry": text,
        "location": text,
        "size": one_of("420", "about 9", "1-10"),
        "target": one_of("A", "B", "C", "yes", "no", "perhaps"),
        "motivation": one_of("1", "3", "5", "9"),
        "postings": one_of("1", "2", "3"),
        "why": text,
        "careers_page": _PAGES,
        "addresses": _TEXTS,
        "phones": _PHONES,
        "emails": _EMAILS,
        "status": one_of("watching", "active", "closed"),
        "tags": _TAGS,
        "private": _PRIVATE,
    },
    "lead": {
        "title": text,
        "company": firm_or_link,
        "url": _PAGES,
        "stage": words_of(f.Stage),
        "heard_from": link_to("person"),
        "heard_via": link_to("entry"),
        "heard_on": day,
        "posted_on": day,
        "applied_on": day,
        "interviews": several(day),
        "offer_on": day,
        "closed_on": day,
        "referred_by": link_to("person"),
        "needs": _TEXTS,
        "method": text,
        "result": text,
        "salary": text,
        **_NEXT,
        "tags": _TAGS,
        "private": _PRIVATE,
    },
    "goal": {
        "title": text,
        "measure": words_of(f.Measure),
        "target": one_of("3", "30", "1000", "many"),
        "per": words_of(f.Period),
        "start": day,
        "due": day,
        "status": one_of("active", "done", "dropped"),
        "companies": several(firm_or_link),
        "tags": _TAGS,
        "channel": words_of(f.Channel),
        "private": _PRIVATE,
    },
    "profile": {
        **dict.fromkeys(("roles", "industries", "company_types", "locations", "strengths", "weaknesses"), _TEXTS),
        "accomplishments": _TEXTS,
        "skills": _TEXTS,
        "pitch": text,
        "networking_share": one_of("10", "30", "55 %", "200"),
        "weekly_minutes": one_of("30", "120", "800", "10h"),
        "status": one_of("searching", "landed", "growing"),
        "name": name,
        "emails": _EMAILS,
        "phones": _PHONES,
        "links": _LINKS,
        "private": _PRIVATE,
    },
    "news": {
        "title": text,
        "date": day,
        "supersedes": link_to("news"),
        "audience": one_of('"has:email -relation:recruiter"', "everyone active"),
        "until": day,
        "private": _PRIVATE,
    },
    "query": {
        "title": text,
        "query": one_of('"target:A last>30d"', '"tag:close"', '"is:overdue"'),
        "columns": several(one_of("name", "company", "last_contact")),
        "sort": one_of("name", "last_contact"),
        "private": _PRIVATE,
    },
}
