"""What the quick commands answer from: the queue, and everybody in short."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from netfiles.index.names import Names, folded
from netfiles.insights.in_short import About
from netfiles.insights.queue import Queue
from netfiles.problems import Severity, counts

if TYPE_CHECKING:
    from netfiles.insights.derive import Insights


@dataclass(frozen=True)
class Glance:
    """One day at a glance: everybody by key, the queue, the week's pace, and how many problems of each severity."""

    today: date
    people: Mapping[str, About]
    queue: Queue
    pace: str
    problems: Mapping[Severity, int]

    def named(self) -> Names:
        """Everybody on file by what they can be called."""
        levels: tuple[dict[str, tuple[str, ...]], ...] = ({}, {}, {})
        for about in self.people.values():
            if about.file is None:
                continue
            stem = about.file.rsplit("/", 1)[-1].removesuffix(".md")
            for level, texts in zip(levels, ((stem,), (about.name,), about.aliases), strict=True):
                for text in dict.fromkeys(map(folded, texts)):
                    level[text] = (*level.get(text, ()), about.key)
        stems, names, aliases = levels
        return Names({"person": (stems, names, aliases)})


def glance(insights: "Insights") -> Glance:
    """The day at a glance."""
    return Glance(insights.today, insights.people, insights.queue, insights.share.pace, counts(insights.problems))
