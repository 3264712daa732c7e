"""The words that players write: few, so that they meet each other, and some of them mean two things."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from random import Random

PEOPLE = ("Ada Quill", "Bo Lindqvist", "Cy Park", "Zoë Brandstätter", "Dee", "Ada", "Marlowe & Sons", "O'Neil [Pat]")
FIRMS = ("Acme", "Globex GmbH", "Initech", "Marlowe & Sons", "Ostara Paper", "Café Zoë")
TAGS = ("close", "alumni", "reference", "planning", "Ümlaut", "x/y")
WORDS = ("pallets", "a *fast* line", "two < three", "`code`", "A & B", "{{ x }}", "naïve — café", "[brackets]", "#1")
STEMS = (*PEOPLE, *FIRMS, "index", "2026-11-02 Call with Dee", "100% & more", "emoji 👩‍🔬", "e\u0301clair", "a.b.c")
PICTURES = ("portrait-a.png", "card-b.png", "scan.pdf", "sub/logo.gif")


@dataclass(frozen=True)
class Vocabulary:
    """What can be named in a vault now: the stems of its files by folder, and the day."""

    day: date
    people: Sequence[str] = ()
    firms: Sequence[str] = ()
    entries: Sequence[str] = ()
    leads: Sequence[str] = ()
    news: Sequence[str] = ()
    pictures: Sequence[str] = ()

    def person(self, dice: Random) -> str:
        return dice.choice((*self.people, *PEOPLE))

    def firm(self, dice: Random) -> str:
        return dice.choice((*self.firms, *FIRMS))

    def anything(self, dice: Random) -> str:
        kinds = ((*self.people, *PEOPLE), (*self.firms, *FIRMS), self.entries, self.leads, self.news)
        return dice.choice(dice.choice([kind for kind in kinds if kind]))

    def near(self, dice: Random) -> date:
        """A day that is likely to matter: today, this week, or some months around."""
        return self.day + timedelta(days=dice.choice((0, -1, 1, -3, 7, -14, -30, -70, 40, -400)))


def vocabulary(vault: Path, day: date) -> Vocabulary:
    """The words of a vault as it is now."""

    def stems(*folders: str) -> list[str]:
        found = (path for folder in folders for path in (vault / folder).rglob("*.md"))
        return sorted({path.stem for path in found} - {""})

    return Vocabulary(
        day,
        stems("contacts", "people"),
        stems("career/companies"),
        stems("journal"),
        stems("career/leads"),
        stems("career/news"),
        sorted({*PICTURES, *_names(vault / "attachments")}),
    )


def _names(folder: Path) -> Iterable[str]:
    return (p.relative_to(folder).as_posix() for p in folder.rglob("*") if p.is_file() and p.name != ".gitkeep")
