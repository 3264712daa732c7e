"""The words that mean something in a line: channels, purposes, work without people, gifts, asks, small words."""

from collections.abc import Mapping
from typing import NamedTuple

from netfiles.model.fields import Activity, AskKind, Channel, Gift


class Way(NamedTuple):
    """How somebody was talked to: its channel, and what the file's name calls it.

    `verb`: a name before it did it (`Nia wrote`). `weak` words give way to one that says more (`met for coffee`).
    `whom`: whom it was with may follow it at once (`call Nia`, `met Nia`).
    """

    channel: Channel
    noun: str
    verb: bool = False
    weak: bool = False
    whom: bool = False


class Purpose(NamedTuple):
    """What it was for. One that `counts` means something to the rules, and stands before one that does not."""

    purpose: str
    noun: str
    counts: bool = True
    verb: bool = False


class Work(NamedTuple):
    """Job-search work without people."""

    activity: Activity
    noun: str


Meaning = Way | Purpose | Work

_SPOKEN: dict[Way, str] = {
    Way("call", "Call", whom=True): "call, phone, phone call, by phone, on the phone, telephone",
    Way("call", "Call", verb=True): "called, phoned, rang, telephoned, spoke on the phone, called back",
    Way(
        "video", "Video call"
    ): "video, video call, on video, videocall, skype, facetime, teams, teams call, google meet",
    Way("video", "Zoom"): "zoom, zoom call, call on zoom, on zoom",
    Way("coffee", "Coffee"): "coffee, for coffee, tea, for tea, coffee chat",
    Way("coffee", "Breakfast"): "breakfast, for breakfast, brunch, for brunch",
    Way("coffee", "Lunch"): "lunch, for lunch",
    Way("coffee", "Dinner"): "dinner, for dinner",
    Way("coffee", "Drinks"): "drinks, for drinks, drink, for a drink, beer, for a beer, beers",
    Way("meeting", "Meeting", weak=True): "meeting, met up, visited, visit",
    Way("meeting", "Meeting", weak=True, whom=True): "met, meet, saw",
    Way("interview", "Interview"): "interview, job interview, interviewed",
    Way("event", "Event"): "event",
    Way("event", "Meetup"): "meetup, meet-up",
    Way("event", "Conference"): "conference",
    Way("event", "Fair"): "fair, job fair, career fair",
    Way("event", "Party"): "party",
    Way("event", "Webinar"): "webinar",
}
_WRITTEN: dict[Way, str] = {
    Way("email", "Email", whom=True): "email, e-mail, mail, by email, by mail, an email, emails, mails",
    Way(
        "email", "Email", verb=True
    ): "emailed, e-mailed, mailed, sent an email, sent a mail, wrote an email, wrote a mail",
    Way("letter", "Letter"): "letter, postcard, by letter, by post",
    Way("letter", "Letter", verb=True): "sent a letter, wrote a letter, sent a postcard, sent a card",
    Way(
        "message", "Message", whom=True
    ): "message, text, text message, dm, sms, whatsapp, signal, slack, by text, texts, messages",
    Way("message", "Message", verb=True): "texted, messaged, dmed, dm'd, sent a message, sent a text, left a message",
    Way("message", "Message", verb=True, weak=True): "wrote, wrote back, replied, answered, got back, reached out",
    Way("social", "LinkedIn message"): "linkedin, on linkedin, linkedin message, linkedin note",
    Way("social", "Mastodon message"): "mastodon, on mastodon, bluesky, on bluesky",
    Way("social", "Message"): "facebook, on facebook, instagram, on instagram, xing, on xing, twitter, on twitter",
}
_PURPOSES: dict[Purpose, str] = {
    Purpose("information-interview", "Information interview"): (
        "information interview, informational interview, info interview, informational, information-interview"
    ),
    Purpose("introduction", "Introduction"): "introduction, intro, intro call, introductory",
    Purpose("thanks", "Thanks"): "thanks, thank you, thank-you, thank you note, thank-you note, thank you card",
    Purpose("thanks", "Thanks", verb=True): "thanked",
    Purpose("update", "Update"): "update",
    Purpose("update", "Update", verb=True): "updated",
    Purpose("catch-up", "Catch-up", counts=False): "catch-up, catch up, catchup, catching up, caught up",
    Purpose("follow-up", "Follow-up", counts=False): "follow-up, follow up, followup, followed up",
}
_WORK: dict[Work, str] = {
    Work("applications", "Applications"): (
        "applications, application, applying, applied, job applications, job application"
    ),
    Work("search", "Search"): "search, searching, job search, job hunt, job boards, job board, job hunting",
    Work("research", "Research"): "research, researching, researched, company research",
    Work("resume", "Resume"): "resume, cv, cover letter, cover letters, resumes",
    Work("study", "Study"): "study, studying, studied, course, class, training, learning",
    Work("other", "Work"): "paperwork, admin, interview prep, interview preparation, interview practice, prep",
}


def _phrases() -> Mapping[tuple[str, ...], Meaning]:
    rows: list[tuple[Meaning, str]] = [*_SPOKEN.items(), *_WRITTEN.items(), *_PURPOSES.items(), *_WORK.items()]
    return {tuple(phrase.split()): meaning for meaning, phrases in rows for phrase in phrases.split(", ")}


PHRASES = _phrases()
"""What each word, or row of words, means."""

LONGEST_PHRASE = max(map(len, PHRASES))

GIFTS: dict[str, Gift] = {
    "information": "information", "info": "information", "introduction": "introduction", "intro": "introduction",
    "name": "introduction", "names": "introduction", "referral": "referral", "interview": "interview",
    "advice": "advice", "lead": "lead", "offer": "offer", "help": "help",
}  # fmt: skip
"""What is given and got, after `!` and `+`."""

ASKS: dict[str, AskKind] = {
    "information": "information", "info": "information", "contacts": "contacts", "contact": "contacts",
    "name": "contacts", "names": "contacts", "intro": "contacts", "introduction": "contacts",
    "interview": "interview", "referral": "referral", "advice": "advice", "review": "review", "feedback": "review",
    "job": "job",
}  # fmt: skip
"""What is asked for, after `?`."""

PREPOSITIONS = frozenset("for to at from with of on about in into as by".split())

SMALL = frozenset(
    "a an the my i we had did do at on by for in me us our went got was were had have sent received via of it some "
    "and & plus to from with hr".split()
)
"""Words that say nothing by themselves beside those that do."""

TOPIC = frozenset("about re regarding concerning because that who whom which when while if whether".split())
"""From here on it is told what it was about."""

NEVER_A_NAME = frozenset(
    "i me my we us our you your he him his she her hers they them their it its this that these those there here not no "
    "yes ok so but or nor if then than because as who whom which what when where why how will would can could may "
    "might shall should must is are am was were be been being do does did has have had just very really too also only "
    "one two three somebody someone anybody anyone nobody everybody everyone people friend friends colleague "
    "colleagues team boss today tomorrow yesterday ago next last about re said says told talked".split()
)
"""Words that are no part of a name, as long as nobody on file is called so in capitals."""
