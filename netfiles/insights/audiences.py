"""The people each audience asks for; of whom nothing is different is not asked again."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from netfiles.insights.audience import Audience, audience
from netfiles.insights.in_short import About


@dataclass(frozen=True)
class Asked:
    """What was asked on a day, by the words of the audience, and of whom."""

    today: date = date.min
    people: Mapping[str, About] = field(default_factory=dict)
    found: Mapping[str, Audience] = field(default_factory=dict)


@dataclass(frozen=True)
class Audiences:
    """The audiences among the people of a day, found when they are asked for; `before` are earlier ones."""

    today: date
    people: Mapping[str, About]
    before: Asked
    found: dict[str, Audience] = field(default_factory=dict)
    members: dict[str, frozenset[str]] = field(default_factory=dict)

    @property
    def asked(self) -> Asked:
        """What is known now, for the next state."""
        return Asked(self.today, self.people, dict(self.found))

    def of(self, text: str | None) -> Audience:
        """Whom an audience asks for: everybody active on file where it has no words."""
        words = (text or "").strip()
        if words not in self.found:
            self.found[words] = self._again(words)
        return self.found[words]

    def asks_for(self, text: str, key: str) -> bool:
        """Whether an audience asks for somebody."""
        if text not in self.members:
            self.members[text] = frozenset(self.of(text).keys)
        return key in self.members[text]

    @cached_property
    def _other(self) -> Mapping[str, About]:
        """Those of whom something is different than before."""
        known = self.before.people
        return {key: about for key, about in self.people.items() if known.get(key) is not about}

    def _again(self, words: str) -> Audience:
        old = self.before.found.get(words)
        if old is None or self.before.today != self.today or old.wrong:
            return audience(self.people, words, self.today)
        fitting = {*old.keys}.difference(self._other) | {*audience(self._other, words, self.today).keys}
        if len(fitting) == len(old.keys) and fitting.issuperset(old.keys) and fitting <= self.people.keys():
            return old
        return Audience(tuple([key for key in self.people if key in fitting]), None)
