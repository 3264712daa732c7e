"""What one knows about a person: how we met, what they offer, the notes in their file."""

from netfiles.example.words import lines, parted

RELATIONS: tuple[tuple[str, int], ...] = (
    ("colleague", 8), ("former colleague", 5), ("alumni", 4), ("conference", 4), ("friend", 3), ("client", 3),
    ("volunteering", 2), ("neighbor", 1), ("mentor", 1), ("family", 1),
)  # fmt: skip

MET_AT: tuple[str, ...] = lines("""
    Spring operations meetup, table by the window
    Shared an office at my first job
    Alumni evening, both of us hiding by the coffee
    Food bank packing day
    On the train to Boston, delayed by two hours
    School board meeting
    Parents' evening
    Evening course in statistics
    Seminar on energy storage
    Job fair, booth 12
    Neighbor's garden party
    Online, in a forum on timetables
    Our daughters play in the same team
    Panel "Planning without panic"
""")

TAGS: tuple[str, ...] = parted(
    """alumni mentor climate ops data conference volunteer neighbor choir running first-job
    event/spring-meetup event/job-fair café-club reference parents board""",
    " ",
)

CAN_HELP: tuple[str, ...] = lines("""
    knows everyone in planning around {city}
    how {firm} hires
    mock interviews
    salaries for {role} jobs
    reads drafts fast and honestly
    introductions to depot managers
    has been through a layoff
    {topic}
    hears of jobs before they are advertised
    grant writing
""")

I_CAN_HELP: tuple[str, ...] = lines("""
    spreadsheet help
    my notes on {topic}
    introduction to the college's evening program
    reviewing a planning model
    recommendation for a former report
    a spare bike
    proofreading in English
    practice for the citizenship test
""")

NEXT: tuple[str, ...] = lines("""
    ask about {topic}
    send the photo from the meetup
    suggest a walk
    congratulate on the new job
    invite to the planners' breakfast
    return the umbrella
""")

NOTES: tuple[str, ...] = lines("""
    Direct, quick, answers e-mail at six in the morning.
    Partner is Sam; two children, the older one plays the cello.
    Grew up in {elsewhere}, came here for college.
    Started out as a driver and knows the business from below.
    Likes to be asked for an opinion, hates being asked for favors in public.
    Wrote the handbook on {topic} that everybody quotes.
    Prefers messages. Never calls back.
    Very private about family.
    Spoke of leaving {firm} within two years.
    Vegetarian; the noodle place near the station is a safe choice.
    Runs the reading group at the library.
    Always generous with names.
    Pronounced with the stress on the first syllable.
    Was my manager's manager for a year.
    Remember to ask about the house.
    Was laid off once and said what helped: structure, and one talk a day.
    Collects old timetables.
    Moved here for the job at {firm} and knows few people outside it.
    Speaks four languages and teaches one of them on Saturdays.
    Good with numbers, better with people.
    Writes long e-mails and reads short ones.
    Has a standing table at the diner by the depot on Fridays.
    Knows which supplier is late before the supplier does.
    Studied geography; maps are the way to this heart.
    Asked twice about my project on returns. Send it when it is done.
    Does not like to be introduced without being asked first.
    The one who got the union and the planners to one table.
    Retires in three years and looks for someone to hand things to.
    Lives two streets from the station, so before work is fine.
    Tells good stories about the merger. Not for passing on.
    Allergic to nuts.
    Was the only one who called in the week after the layoff.
    Keeps bees and gives away the honey.
    Teaches the evening course in statistics.
    Had the job I want, ten years ago, somewhere else.
    Swears by paper.
    Sits on the board of the food bank.
    Reliable: what was promised came, always on the day.
""")

CLOSED_NOTE = "Asked me not to write again. Leave it."
DORMANT_NOTE = "Nice person, but there is nothing either of us needs. Let it rest."

CARD_NOTES: tuple[str, ...] = lines("""
    The card is from the job fair; the direct line is on the back.
    Got the card at the seminar.
""")

COLD_NOTES: tuple[str, ...] = lines("""
    Imported. I do not remember how we met.
    Imported; from the time at my first job, I think.
    We exchanged two messages years ago.
""")
