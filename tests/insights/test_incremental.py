"""What is derived from the changes alone equals what is derived from everything, after any sequence of edits."""

import re
from collections.abc import Iterator
from dataclasses import fields
from datetime import date, timedelta
from random import Random
from typing import Any

import pytest

from netfiles.example import Size, make
from netfiles.index.build import build_network
from netfiles.index.network import Employer, Entry, Network, Relations, Someone
from netfiles.insights.derive import Insights, derive
from netfiles.model import KINDS, Kind
from netfiles.model.collection import Collection
from netfiles.records.read import Reading, read_record
from netfiles.views.addresses import addresses
from tests.sampling import in_soak

TODAY = date(2026, 11, 19)
FOLDERS: dict[str, Kind] = {
    "contacts/": "person",
    "journal/": "interaction",
    "career/companies/": "company",
    "career/leads/": "lead",
    "career/goals/": "goal",
    "career/news/": "news",
    "career/profile.md": "profile",
}
PARTS = {
    "person": "people",
    "interaction": "interactions",
    "company": "companies",
    "lead": "leads",
    "goal": "goals",
    "news": "news",
}


def kind_of(path: str) -> Kind | None:
    return next((kind for folder, kind in FOLDERS.items() if path.startswith(folder)), None)


class Files:
    """A vault in memory that is edited at random; a file that is not edited stays the same record."""

    def __init__(self, seed: int) -> None:
        self.rng = Random(seed)
        made = make(Size(people=14, entries=60, seed=seed), TODAY)
        self.texts = {path: data.decode() for path, data in made if path.endswith(".md") and kind_of(path)}
        self.gone: dict[str, str] = {}
        self.readings: dict[tuple[str, str], Reading] = {}
        self.attachments = {"anna.jpg": "image", "card.pdf": "pdf"}

    def edit(self) -> str:
        """One random edit, in words."""
        edits = (
            self._delete,
            self._restore,
            self._rename,
            self._link,
            self._field,
            self._field,
            self._field,
            self._body,
        )
        return self.rng.choice(edits)()

    def collection(self) -> Collection:
        parts: dict[str, list[Any]] = {part: [] for part in PARTS.values()}
        profile = None
        for path, text in sorted(self.texts.items()):
            kind = kind_of(path)
            assert kind in KINDS
            if (path, text) not in self.readings:
                self.readings[path, text] = read_record(kind, path, text, str(hash(text)))
            record = self.readings[path, text].record
            if record and kind == "profile":
                profile = record
            elif record:
                parts[PARTS[kind]].append(record)
        found: dict[str, Any] = {part: tuple(records) for part, records in parts.items()}
        return Collection(profile=profile, attachments=dict(self.attachments), **found)

    def _one(self, of: str = "") -> str:
        return self.rng.choice(sorted(path for path in self.texts if path.startswith(of)))

    def _name(self) -> str:
        """Something that links could mean."""
        path = self._one()
        stem = path.rsplit("/", 1)[-1].removesuffix(".md")
        name = re.search(r"^name: (.*)$", self.texts[path], re.MULTILINE)
        around = ("Nobody Yet", "New Company", "anna.jpg", path.removesuffix(".md"), stem.upper(), "../x")
        return self.rng.choice((stem, stem, name[1].strip("\"'") if name else stem, self.rng.choice(around)))

    def _delete(self) -> str:
        path = self._one()
        self.gone[path] = self.texts.pop(path)
        return f"delete {path}"

    def _restore(self) -> str:
        if not self.gone:
            return self._delete()
        path = self.rng.choice(sorted(self.gone))
        self.texts[path] = self.gone.pop(path)
        return f"restore {path}"

    def _rename(self) -> str:
        path = self._one()
        folder, _, name = path.rpartition("/")
        new = f"{folder}/{self.rng.choice((f'x{name}', name.replace('a', 'e'), f'sub/{name}', 'Nobody Yet.md'))}"
        if new in self.texts or path == "career/profile.md":
            return "nothing"
        self.texts[new] = self.texts.pop(path)
        return f"rename {path} to {new}"

    def _link(self) -> str:
        path, name = self._one(), self._name()
        links = list(re.finditer(r"\[\[[^\]]*\]\]", self.texts[path]))
        if not links:
            return self._body()
        link = self.rng.choice(links)
        self.texts[path] = f"{self.texts[path][: link.start()]}[[{name}]]{self.texts[path][link.end() :]}"
        return f"{path} links to {name}"

    def _body(self) -> str:
        path, name = self._one(), self._name()
        day = TODAY + timedelta(days=self.rng.randrange(-20, 20))
        self.texts[path] += f"\nSee [[{name}]].\n- [ ] write 📅 {day}\n"
        return f"{path}: body links to {name}, task for {day}"

    def _field(self) -> str:
        kinds = {
            "contacts/": _PERSON,
            "journal/": _ENTRY,
            "career/companies/": _COMPANY,
            "career/leads/": _LEAD,
            "career/profile.md": _PROFILE,
        }
        of = self.rng.choice(["contacts/", "journal/", "journal/", "career/companies/", *["career/leads/"] * 2, ""])
        of = of or "career/profile.md"
        if not any(path.startswith(of) for path in self.texts):
            return self._restore()
        path, (field, value) = self._one(of), self.rng.choice(sorted(kinds[of].items()))
        day = TODAY + timedelta(days=self.rng.randrange(-60, 30))
        line = f"{field}: {value.format(**self._values(day))}"
        text = re.sub(rf"^{field}:.*\n(?:[ -].*\n)*", "", self.texts[path], flags=re.MULTILINE)
        self.texts[path] = text.replace("---\n", f"---\n{line}\n", 1)
        return f"{path}: {line}"

    def _values(self, day: date) -> dict[str, str]:
        """What a line may be filled with."""
        stages = ("heard", "asked", "applied", "interviewing", "offer", "accepted", "rejected", "withdrawn")
        folders = {"entry": "journal/", "lead": "career/leads/", "person": "contacts/", "news": "career/news/"}
        here = {word: [p for p in sorted(self.texts) if p.startswith(of)] for word, of in folders.items()}
        found = {word: self.rng.choice(paths or ["x.md"]).removesuffix(".md") for word, paths in here.items()}
        return found | {
            "day": day.isoformat(),
            "past": (day - timedelta(days=self.rng.randrange(700))).isoformat(),
            "name": self._name(),
            "other": self._name(),
            "stage": self.rng.choice(stages),
            "status": self.rng.choice(("searching", "searching", "landed", "growing")),
            "ask": self.rng.choice(("Who plans the line?", "Any openings?")),
            "answer": self.rng.choice(("granted", "declined")),
        }


_PERSON = {
    "name": "{name}",
    "aliases": '["{name}", Zed]',
    "company": '"[[{name}]]"',
    "past_companies": '["{name} (2018-2022)", New Company]',
    "knows": '["[[{name}]]", "[[{other}]]"]',
    "introduced_by": '"[[{name}]]"',
    "keep_in_touch": "4w",
    "next_on": "{day}",
    "met_on": "{day}",
    "birthday": "{day}",
    "snooze_until": "{day}",
    "status": "dormant",
    "tags": "[close, logistics]",
    "uid": "one",
    "photo": "anna.jpg",
    "told_before": '["[[{news}]]", "[[{name}]]"]',
    "as_of": "{past}",
    "title": "Planner",
}
_ENTRY = {
    "date": "{day}",
    "with": '["[[{name}]]", "[[{other}]]"]',
    "introduced": '["[[{name}]]"]',
    "thanks_for": '["[[{name}]]"]',
    "outcome_for": '["[[{entry}]]", "[[{name}]]"]',
    "companies": '["[[{name}]]", "{other}"]',
    "leads": '["[[{lead}]]", "[[{name}]]"]',
    "told": '["[[{news}]]", "[[{name}]]", "{other}"]',
    "ask": "{ask}",
    "ask_status": "{answer}",
    "gave": "[help]",
    "thanked": "{day}",
    "next": "call",
    "they_owe": "a list",
    "they_owe_done": "{day}",
    "purpose": "thanks",
    "channel": "email",
    "direction": "out",
    "got": "[advice]",
    "asked": "referral",
    "minutes": "25",
    "they_owe_on": "{day}",
    "next_on": "{day}",
    "uid": "one",
}
_COMPANY = {"name": "{name}", "aliases": '["{name}"]', "target": "A"}
_LEAD = {
    "title": "{name}",
    "company": '"{name}"',
    "stage": "{stage}",
    "heard_from": '"[[{name}]]"',
    "heard_via": '"[[{entry}]]"',
    "referred_by": '"[[{person}]]"',
    "heard_on": "{day}",
    "applied_on": "{day}",
    "interviews": "[{day}, {past}]",
    "offer_on": "{day}",
    "closed_on": "{day}",
    "next_on": "{day}",
    "next_done": "{day}",
}
_PROFILE = {"status": "{status}", "weekly_minutes": "300"}


def plain(value: Any) -> Any:
    """A value to compare: what is known by its identity, by what it holds."""
    if isinstance(value, Someone | Employer):
        return {field.name: plain(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, Entry):
        return tuple(getattr(value, field.name) for field in fields(value))
    if isinstance(value, Relations):
        return {field.name: plain(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, tuple):
        return tuple(map(plain, value))
    return {key: plain(one) for key, one in value.items()} if hasattr(value, "items") else value


def network_facts(network: Network) -> Iterator[tuple[str, Any]]:
    for name in (
        "people",
        "companies",
        "entries",
        "entry_by_path",
        "relations",
        "claims",
        "led",
        "circles",
        "problems",
        "fields",
        "bodies",
    ):
        yield name, plain(getattr(network, name))
    yield "order of people", list(network.people)
    yield "order of companies", list(network.companies)
    yield "who asks", {name: sorted(paths) for name, paths in network.asking.items()}
    places = addresses(network)
    yield "addresses", (places.people, places.companies, dict(places.entries), places.others)


def facts(insights: Insights) -> Iterator[tuple[str, Any]]:
    yield from network_facts(insights.network)
    for name in ("ties", "share", "queue", "goals", "people", "problems"):
        yield name, getattr(insights, name)
    for name in ("asks", "gratitude", "give_and_get", "promises"):
        yield name, plain(getattr(insights, name))
    yield (
        "coverage",
        [plain((one.company, *(getattr(one, f.name) for f in fields(one)[1:]))) for one in insights.coverage],
    )
    yield "news", list(ledger_of_news(insights))
    wins = insights.assessment.wins
    yield "who heard what", [(win.text, {key: entry.path for key, entry in win.heard.items()}) for win in wins]
    three = insights.draw.three
    yield "draw", (insights.draw.among, [(one.key, one.facts, one.done and one.done.path) for one in three])
    ways = (insights.covered(company) for company in insights.network.companies.values())
    yield "paths into all companies", [plain((one.paths, one.possible, one.could_know, one.move)) for one in ways]
    yield "paths to people", [plain(insights.approach(key)) for key in insights.network.people]


def ledger_of_news(insights: Insights) -> Iterator[Any]:
    for one in insights.news:
        told = {key: entry and entry.path for key, entry in one.told.items()}
        older = {key: (news.path, entry and entry.path) for key, (news, entry) in one.told_older.items()}
        yield one.news.path, one.state, told, older, one.audience, one.in_order, sorted(one.held_back)


def play(seed: int, steps: int) -> None:
    files = Files(seed)
    collection, today = files.collection(), TODAY
    insights, places = derive(build_network(collection), today), None
    told = []
    for _ in range(steps):
        told += [files.edit() for _ in range(files.rng.choice((1, 1, 1, 2, 5)))]
        if files.rng.random() < 0.1:
            today += timedelta(days=files.rng.randrange(1, 9))
        if files.rng.random() < 0.05:
            files.attachments = {} if files.attachments else {"anna.jpg": "image", "card.pdf": "pdf"}
        collection = files.collection()
        clean = derive(build_network(collection), today)
        insights = derive(build_network(collection, insights.network), today, insights)
        for (name, got), (_, expected) in zip(facts(insights), facts(clean), strict=True):
            assert got == expected, f"seed {seed}, {name} differ after: {'; '.join(told)}"
        again = addresses(clean.network, places)
        assert (again.people, dict(again.entries)) == (
            addresses(clean.network).people,
            dict(addresses(clean.network).entries),
        )
        places = again


@pytest.mark.parametrize("seed", [0, *in_soak(range(1, 6))])
def test_what_follows_from_the_changes_equals_what_follows_from_everything(seed: int) -> None:
    play(seed, steps=15)


@pytest.mark.soak
@pytest.mark.parametrize("seed", range(100, 140))
def test_the_same_for_long(seed: int) -> None:
    play(seed, steps=150)


def test_who_is_not_touched_stays_the_same_object() -> None:
    files = Files(1)
    before = build_network(files.collection())
    path = next(path for path in sorted(files.texts) if path.startswith("journal/") and "with:" in files.texts[path])
    touched = set(before.entry_by_path[path].people)
    files.texts[path] = files.texts[path].replace("---\n", "---\nminutes: 7\n", 1)
    after = build_network(files.collection(), before)
    assert {key for key, someone in after.people.items() if someone is not before.people[key]} == touched
