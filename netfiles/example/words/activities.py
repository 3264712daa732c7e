"""Job-search work without anyone else: what such an entry is called and what it says."""

from dataclasses import dataclass

from netfiles.example.words import lines


@dataclass(frozen=True, slots=True)
class Activity:
    weight: int
    titles: tuple[str, ...]
    sentences: tuple[str, ...]


def _activity(weight: int, titles: str, sentences: str) -> Activity:
    return Activity(weight, lines(titles), lines(sentences))


ACTIVITIES: dict[str, Activity] = {
    "applications": _activity(
        6,
        """
        Application to {firm}
        Applications
        Cover letter for {firm}
        Online form for {firm}
        """,
        """
        Letter and résumé for the {role} job, sent through their site.
        Answered the screening questions; the form ate my answers once.
        Tailored the first page to {topic}.
        Nobody known there, so a cold application. Not again.
        Wrote why I want to work on {topic}, and meant it.
        Asked first whom I know there. One person, so I wrote to that person too.
        """,
    ),
    "search": _activity(
        5,
        """
        Job boards
        Search for {role} jobs
        Saved searches
        Postings of the week
        """,
        """
        Two postings worth a look, one of them at {firm}.
        Nothing new since last week.
        Changed the saved search from job titles to words: {topic}.
        Most hits are too far away.
        The same six postings under new dates.
        Nothing that would not be better asked of a person.
        """,
    ),
    "research": _activity(
        6,
        """
        Research on {firm}
        Reading about {topic}
        Annual report of {firm}
        Map of companies
        Who works where
        """,
        """
        Read the last annual report of {firm} and the local paper's story on {topic}.
        Listed who works in planning at {firm}; I know none of them yet.
        Three questions for the next talk: {topic}; who decides; what failed last time.
        Sorted the target list again by motivation.
        Found two people who used to work with people I know.
        Took {firm} off the list, then put it back.
        One page on what {firm} will need next year.
        """,
    ),
    "resume": _activity(
        4,
        """
        Résumé
        Résumé, second page
        Profile text
        """,
        """
        Moved the numbers to the front of each bullet.
        New version for {role} jobs.
        Cut the page on tools.
        Asked myself for each line: so what?
        Two pages again, down from three.
        Put the 12 depots into the first line.
        """,
    ),
    "study": _activity(
        3,
        """
        Course on forecasting
        Statistics refresher
        Practice case
        """,
        """
        Unit three of the evening course; the exercises take longer than the videos.
        Worked through a case on {topic}.
        Rebuilt my old forecast with public data, to have something to show.
        Notes typed up, the exercises are in the blue folder.
        """,
    ),
    "other": _activity(
        2,
        """
        Unemployment office
        Week planned
        Filing
        """,
        """
        Claim for the week filed, proofs kept.
        Planned the week: three talks, two applications, one day off.
        Sorted notes, closed what is done.
        Form, stamp, twenty minutes of waiting.
        """,
    ),
}
