"""How conversations go: short chains of entries whose loops are closed, and the few that are left open."""

from dataclasses import dataclass, replace

TALKS = ("coffee", "call", "video", "meeting")
NOTES = ("email", "message")
WRITTEN = frozenset({"email", "letter", "message", "social"})


@dataclass(frozen=True, slots=True)
class Step:
    """One entry to be; `after` counts the days since the step before."""

    scene: str
    channels: tuple[str, ...]
    way: str
    after: tuple[int, int] = (1, 5)
    purpose: str = ""
    asked: str = ""
    status: str = ""
    got: tuple[str, ...] = ()
    gave: tuple[str, ...] = ()
    thanked: bool = False  # thanked for it by the way, without an entry
    closes: str = ""  # thanks_for or outcome_for the step that got something
    promise: str = ""  # kept, open, task
    debt: str = ""  # kept, open
    group: bool = False  # others may have been there


@dataclass(frozen=True, slots=True)
class Arc:
    steps: tuple[Step, ...]
    weight: int = 0
    late: "Arc | None" = None  # taken instead where this one, left unfinished, would still be due
    followed: "Arc | None" = None  # taken instead where there were conversations after this one


@dataclass(frozen=True, slots=True)
class Case:
    """A loop left open on purpose, so that a rule of the queue has something to say."""

    rule: str
    steps: tuple[Step, ...] = ()
    ago: tuple[int, int] = (1, 1)  # days from the last step to today


def _request(*, status: str = "granted") -> Step:
    return Step("request", NOTES, "out", purpose="information-interview", asked="information", status=status)


def _thanks(after: tuple[int, int] = (0, 2)) -> Step:
    return Step("thanks", ("email", "message", "email", "letter"), "out", after, "thanks", closes="thanks_for")


_REPLY = Step("reply", NOTES, "in", (1, 5), "follow-up")
_NUDGE = Step("nudge", NOTES, "out", (11, 15), "follow-up")
_CATCH_UP = Step("catchup", TALKS, "both", purpose="catch-up", group=True)
_TALK = Step("talk", TALKS, "both", (2, 9), "information-interview", got=("information", "advice"))
_TALK_NAMES = Step("talk", TALKS, "both", (2, 9), "information-interview", got=("information", "introduction"))
_UPDATE = Step("update", NOTES, "out", purpose="update")
_OUTCOME = Step("update", NOTES, "out", (15, 40), "update", closes="outcome_for")
_THEIR_UPDATE = Step("their_update", (*NOTES, "social"), "in", purpose="update")
_THEIR_THANKS = Step("their_thanks", NOTES, "in", (1, 3), "thanks")
_REFERRAL = Step("referral", TALKS, "both", (2, 9), asked="referral", status="granted", got=("referral",))
_EVENT = Step("event", ("event",), "both", group=True)
_NAMES_WANTED = Step("request", NOTES, "out", purpose="information-interview", asked="contacts", status="open")

CATCH_UP = Arc((_CATCH_UP,), 24)
UPDATES = Arc((_UPDATE, _THEIR_UPDATE), 3)

ARCS: tuple[Arc, ...] = (
    CATCH_UP,
    UPDATES,
    Arc((Step("catchup", TALKS, "both", purpose="catch-up", gave=("information", "advice")),), 3),
    Arc((Step("catchup", TALKS, "both", purpose="catch-up", promise="kept"),), 5),
    Arc((Step("catchup", TALKS, "both", purpose="catch-up", debt="kept", group=True),), 4),
    Arc((Step("catchup", ("other",), "both", purpose="lunch in the park", group=True),), 1),
    Arc((_request(), _REPLY, _TALK, _thanks()), 5),
    Arc((_request(), _REPLY, _TALK_NAMES, _thanks(), _OUTCOME), 4),
    Arc((_request(), Step(
        "talk", TALKS, "both", (2, 9), "information-interview", got=("advice",), thanked=True)), 4),
    Arc((Step("talk", TALKS, "both", purpose="information-interview", got=("information",), thanked=True,
              promise="kept"),), 5),
    Arc((Step("talk", TALKS, "both", purpose="information-interview", got=("advice", "introduction"),
              thanked=True),), 4),
    Arc((_UPDATE,), 6),
    Arc((_THEIR_UPDATE,), 3),
    Arc((Step("exchange", (*NOTES, "social"), "both"),), 4),
    Arc((Step("question", NOTES, "in"),
         Step("help", NOTES, "out", (0, 2), "follow-up", gave=("information", "help")), _THEIR_THANKS), 3),
    Arc((Step("question", NOTES, "in"),
         Step("help", TALKS, "both", (1, 2), gave=("introduction", "lead"))), 2),
    Arc((_REFERRAL, _thanks(), _OUTCOME), 2),
    Arc((Step("declined", NOTES, "both", asked="referral", status="declined"), _thanks()), 2),
    Arc((Step("review", NOTES, "out", asked="review", status="answered"),
         Step("reviewed", ("email",), "in", (1, 6), "follow-up", got=("advice", "help")), _thanks()), 3),
    Arc((Step("intro_in", ("email",), "in", purpose="introduction", got=("introduction",)), _thanks((0, 1))), 4,
        UPDATES),
    Arc((_EVENT, Step("followup", ("social", "message"), "out", (1, 3), "follow-up"), _THEIR_UPDATE), 3),
    Arc((_EVENT,), 5),
    Arc((Step("tip", ("call", "message", "email"), "in", got=("lead",), thanked=True), _UPDATE), 4),
    Arc((Step("tip", TALKS, "both", purpose="catch-up", got=("lead", "information")), _thanks()), 4),
    Arc((Step("interview", ("interview",), "both", purpose="first round"), _thanks((0, 1))), 4),
    Arc((Step("contacted", ("message", "email"), "in"),
         Step("recruiter", ("call", "video"), "both", (0, 2), debt="kept")), 3),
    Arc((Step("asked", TALKS, "both", asked="contacts", status="granted", got=("introduction",)), _thanks()), 2),
    Arc((Step("asked", TALKS, "both", asked="advice", status="answered", got=("advice",), thanked=True),), 3),
    Arc((Step("declined", TALKS, "both", asked="job", status="declined"),), 1),
    Arc((Step("asked", TALKS, "both", asked="interview", status="granted", got=("interview",)), _thanks()), 1),
    Arc((Step("letter", ("letter",), "out", purpose="thanks"),), 1),
    Arc((Step("letter", ("letter",), "in", purpose="update"),), 1),
    Arc((Step("interview", ("interview",), "both", purpose="second round", got=("offer",), thanked=True),), 1),
    Arc((_request(status="open"), _NUDGE), 3, UPDATES, Arc((_request(status="declined"), _NUDGE))),
    Arc((_NAMES_WANTED, _NUDGE), 2, UPDATES, Arc((replace(_NAMES_WANTED, status="declined"), _NUDGE))),
    Arc((Step("talk", TALKS, "both", purpose="information-interview", got=("advice", "information")),), 3,
        CATCH_UP),
)  # fmt: skip

PLANNED: tuple[Step, ...] = (
    Step("planned", TALKS, "both", purpose="catch-up"),
    Step("planned", ("coffee", "video"), "both", purpose="information-interview"),
    Step("planned", ("interview",), "both", purpose="first round"),
)

# In the order of the rules; each is dealt in turn to people who have nothing else open.
CASES: tuple[Case, ...] = (
    Case("promise", (Step("catchup", TALKS, "both", purpose="catch-up", promise="open"),), (8, 20)),
    Case("owed-to-me", (Step("catchup", TALKS, "both", debt="open"),), (12, 25)),
    Case("answer", (Step("question", NOTES, "in"),), (5, 8)),
    Case("thank", (_request(), Step(
        "talk", TALKS, "both", (2, 6), "information-interview", got=("information", "advice"))), (2, 5)),
    Case("reply", (_request(status="open"),), (12, 22)),
    Case("ask", (Step("pending", TALKS, "both", asked="referral", status="open"),), (14, 32)),
    Case("introduction", (Step(
        "asked", TALKS, "both", asked="contacts", status="granted", got=("introduction",), thanked=True),), (7, 16)),
    Case("keep-in-touch", (Step("catchup", TALKS, "both", purpose="catch-up", gave=("advice",)),), (46, 80)),
    Case("hello", (Step("event", ("event",), "both"),), (5, 20)),
    Case("date"),
    Case("outcome", (Step("tip", TALKS, "both", got=("lead",), thanked=True),), (38, 50)),
    Case("task", (Step("catchup", TALKS, "both", promise="task"),), (8, 20)),
    Case("next"),
)  # fmt: skip
