"""Remarks that go with any conversation: about life, about other people and companies; lists and tables."""

from netfiles.example.words import lines

ASIDES: tuple[str, ...] = lines("""
    Training for a half marathon in {month}.
    The daughter starts college in the fall.
    Just back from two weeks in {elsewhere}.
    Sings in a choir on Wednesdays, never call then.
    Prefers a call to e-mail, and mornings to afternoons.
    Allergic to the word "synergy".
    Has moved to a house with a barn; the barn needs a roof.
    Reads every evening; recommended a novel set in {elsewhere}.
    Two cats, one of them famous in the neighborhood.
    Knows the history of every mill building in {city}.
    Dislikes being sold to, likes being asked.
    Took notes by hand the whole time, as I do.
    Grows tomatoes on the office roof.
    Is learning to row.
    Worth remembering: thinks in pictures, so bring a sketch.
    The partner works nights at the hospital, so late calls are out.
    Drinks tea only.
    Wants to hear how it goes, whichever way.
    The back is bad again; meet somewhere with proper chairs.
    Coaches the girls' soccer team on Saturdays.
    Plans to walk across {elsewhere} next {month}.
    Still has the first timetable we ever made, framed.
""")

MENTIONS: tuple[str, ...] = lines("""
    Also spoke about {friend}, whom we both know.
    {first} used to share an office with {friend}.
    Said I should compare notes with {friend}.
    {friend} came up as the person who understands {topic} best.
    {first} saw {friend} last month and sends regards.
    Turns out that {friend} was on the same course.
    {first} did not know that {friend} had moved.
    {first} plays cards with {friend} on Thursdays.
    For {topic}, {first} would ask {friend}.
""")

MENTIONS_BY_ME: tuple[str, ...] = lines("""
    Passed on greetings from {friend}.
    Named {friend} as the one who told me to write.
    Asked whether {friend} still works on {topic}.
    Said that {friend} and I met last month.
    Mentioned {friend}, so that the name connects us.
""")

FIRM_MENTIONS_BY_ME: tuple[str, ...] = lines("""
    Asked in passing what {first} makes of {place}.
    Said that {place} is on my list.
    Named {place} as an example of what I look for.
""")

FIRM_MENTIONS: tuple[str, ...] = lines("""
    {place} is said to be hiring quietly.
    {first} thinks well of {place}.
    The better team for {topic} is at {place}, says {first}.
    Heard that {place} lost two planners this year.
    {first} would look at {place} before the summer.
""")

CLOSERS_WRITTEN: tuple[str, ...] = lines("""
    No need to write before {month}.
    Leave it at that for now.
    This one I want to keep in touch with.
    Short is better.
""")

CLOSERS_AFAR: tuple[str, ...] = lines("""
    Note to self: ask fewer questions and wait longer for the answers.
    Next time meet in person.
    This one I want to keep in touch with.
    No need to write before {month}.
    The line was bad; call from the kitchen next time.
""")

CLOSERS_THERE: tuple[str, ...] = lines("""
    Felt good about it.
    Note to self: listen first.
    Came away with more energy than I went in with.
    Forty minutes on the bus each way, and worth it.
    This one I want to keep in touch with.
    Paid for both; next time {first} does.
""")

EVENTS: tuple[str, ...] = lines("""
    spring operations meetup
    regional job fair
    planners' breakfast
    alumni evening
    food bank packing day
    transit open house
    energy storage seminar
    library career workshop
    harvest supper
    supply chain roundtable
""")

_LIST = """
What {first} would read first:

- the last two annual reports, the part on {topic}
- the job titles on the team page, and who left
- the minutes of the planning board
"""
_BOLD = """
**Do not mention** the reorganization before it is public.
"""
_TABLE = """
| question | answer |
| --- | --- |
| team | six planners, two analysts |
| tools | a spreadsheet, and a second one to check it |
| hardest part | {topic} |
"""
_FOOTNOTE = """
Rule of thumb from {first}: a forecast is worth what it changes on Monday morning.[^1]

[^1]: In other words, ask who acts on it before asking how good it is.
"""
_STEPS = """
1. send the one-pager
2. wait a week
3. then ask about {topic}
"""
_QUOTE = """
> Nobody was ever hired for a list of tools.

That stuck with me.
"""
EXTRAS: tuple[str, ...] = tuple(text.strip("\n") for text in (_LIST, _BOLD, _TABLE, _FOOTNOTE, _STEPS, _QUOTE))
