"""Vaults in which every field holds a word that is nowhere else, so that a leak is found by looking for it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random

from netfiles.model import KINDS, Kind
from netfiles.records.read import known_fields

TODAY = date(2026, 11, 19)

FOLDERS: Mapping[Kind, str] = {
    "person": "contacts",
    "interaction": "journal/2026",
    "company": "career/companies",
    "lead": "career/leads",
    "goal": "career/goals",
    "news": "career/news",
    "query": "queries",
    "profile": "career",
}


@dataclass
class Canaries:
    """Makes such vaults; `words` are all the canaries that were let out, `days` all days that were written."""

    random: Random
    words: list[str] = field(default_factory=list)
    days: list[date] = field(default_factory=list)

    def word(self) -> str:
        """A word that is in no other text: no made-up name has a `q`."""
        made = "".join(self.random.choice("bcdfghjklmnpqrstvwxz") for _ in range(7)).capitalize()
        self.words.append(f"Q{len(self.words)}{made}")
        return self.words[-1]

    def day(self) -> str:
        self.days.append(TODAY - timedelta(self.random.randrange(-20, 300)))
        return self.days[-1].isoformat()

    def number(self) -> str:
        """A phone number; its digits are a canary too."""
        digits = f"41{self.random.randrange(10**8, 10**9)}"
        self.words.append(digits)
        return f"+{digits[:2]} {digits[2:5]} {digits[5:]}"

    def value(self, kind: Kind, name: str) -> str:
        """What a field may hold, with a canary wherever it takes a text."""
        if name in _WORDS_OF.get(kind, {}):
            return self.random.choice(_WORDS_OF[kind][name])
        if name in _DAYS:
            return self.day()
        if name in ("phones", "birthday"):
            born = f"19{self.random.randrange(30, 99)}-0{self.random.randrange(1, 9)}-1{self.random.randrange(9)}"
            return f'"{self.number()}"' if name == "phones" else born
        shape = _SHAPES.get(name, '"[[{} {}|{}]]"' if name in _LINKS else '"{} {}"')
        return shape.format(*(self.word() for _ in range(shape.count("{}"))))

    def record(self, kind: Kind, others: Mapping[Kind, list[str]], everything: bool) -> tuple[str, str]:
        """The path and the text of a record; links lead to `others` or to nothing."""
        lines = []
        for name in known_fields(kind):
            if name != "private" and (everything or self.random.random() < 0.6 or (kind, name) in _REQUIRED):
                aims = others.get(_LINKS.get(name, kind), []) if name in _LINKS else []
                linked = f'"[[{self.random.choice(aims)}]]"' if aims and self.random.random() < 0.7 else None
                lines.append(f"{name}: {linked or self.value(kind, name)}")
        lines.append(f"{self.word()}: {self.word()}")
        if self.random.random() < 0.1:
            lines.append(f"private: {self.random.choice(['yes', 'tags'])}" if kind != "query" else "private: yes")
        people = others.get("person", [])
        link = f"[[{self.random.choice(people)}|{self.word()}]]" if people else f"[[{self.word()}]]"
        body = [
            f"# {self.word()} {self.word()}",
            f"{self.word()} said that {link} knows {self.word()}: {self.number()}, https://{self.word()}.example.",
            f"- [ ] {self.word()} 📅 {self.day()}",
            f"- [x] {self.word()}",
            f"![[{self.word()}.png]] [{self.word()}](mailto:{self.word()}@{self.word()}.example)",
        ]
        stem = "profile" if kind == "profile" else f"{self.word()} {self.word()}"
        stem = f"{self.day()} {stem}" if kind == "interaction" else stem
        return f"{FOLDERS[kind]}/{stem}.md", "\n".join(["---", *lines, "---", *body, ""])

    def files(self, count: int, everything: bool = False) -> Iterator[tuple[str, str]]:
        """So many records of each kind by path."""
        others: dict[Kind, list[str]] = {}
        for kind in KINDS:
            for _ in range(1 if kind == "profile" else count):
                path, text = self.record(kind, others, everything)
                others.setdefault(kind, []).append(path.rpartition("/")[2].removesuffix(".md"))
                yield path, text


_WEB = "https://{}.example/{}"
_SHAPES: Mapping[str, str] = {
    **dict.fromkeys(("links", "website", "careers_page", "url"), _WEB),
    **dict.fromkeys(("photo", "cards"), "{}.png"),
    "emails": "{}@{}.example",
    "past_companies": '["{} {} (2010-2014)", "[[{}]]"]',
}
"""How the texts of some fields are written; all others are two words, or a link."""

_LINKS: Mapping[str, Kind] = {
    "company": "company",
    "introduced_by": "person",
    "knows": "person",
    "told_before": "news",
    "with": "person",
    "introduced": "person",
    "thanks_for": "interaction",
    "outcome_for": "interaction",
    "told": "news",
    "leads": "lead",
    "companies": "company",
    "heard_from": "person",
    "heard_via": "interaction",
    "referred_by": "person",
    "supersedes": "news",
}
_REQUIRED = {("interaction", "date")}
_DAYS = frozenset(
    "as_of met_on next_on next_done snooze_until date thanked they_owe_on they_owe_done heard_on posted_on applied_on"
    " interviews offer_on closed_on start due until".split()
)


_NUMBERS = {
    "minutes": ("45", "20m", "1h30"),
    "weekly_minutes": ("300",),
    "motivation": ("1", "5"),
    "postings": ("1", "3"),
    "networking_share": ("40",),
    "keep_in_touch": ("4w", "30d", "monthly"),
    "target": ("A", "B", "C", "yes"),
}
_WORDS_OF: dict[Kind, dict[str, tuple[str, ...]]] = {
    "person": {"may_use_name": ("yes", "ask", "no"), "status": ("active", "dormant", "closed")},
    "interaction": {
        "channel": ("call", "email", "coffee", "interview", "event"),
        "direction": ("in", "out", "both"),
        "activity": ("study", "research"),
        "asked": ("contacts", "advice", "job"),
        "ask_status": ("open", "granted"),
        "got": ("advice", "lead"),
        "gave": ("information", "referral"),
    },
    "company": {"status": ("watching", "active", "closed")},
    "lead": {"stage": ("heard", "applied", "interviewing", "offer", "rejected")},
    "goal": {
        "measure": ("interactions", "new-contacts", "minutes"),
        "per": ("week", "month", "total"),
        "status": ("active", "done"),
        "channel": ("call", "email"),
    },
    "profile": {"status": ("searching", "landed")},
}
for _kind in KINDS:
    _own = {name: values for name, values in _NUMBERS.items() if name in known_fields(_kind)}
    _WORDS_OF[_kind] = {**_WORDS_OF.get(_kind, {}), **_own, **({"target": ("3",)} if _kind == "goal" else {})}
