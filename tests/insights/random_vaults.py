"""Random small vaults, read in memory: records that are valid and otherwise as odd as owners can make them."""

from datetime import date, timedelta

from hypothesis import strategies as st

from netfiles.index.build import build_network
from netfiles.index.network import Network
from netfiles.model import Duration
from netfiles.model.collection import Collection
from netfiles.model.options import Options
from netfiles.records.read import read_record

TODAY = date(2026, 11, 23)
NAMES = ["Ada", "Bo", "Cy", "Dee", "Ghost"]
OPTIONS = Options(keep_in_touch=(("close", Duration(4, "w")), ("alumni", Duration(3, "m"))))
Files = dict[str, str]

near = st.integers(-80, 6).map(lambda days: TODAY + timedelta(days))
past = st.integers(-80, 0).map(lambda days: TODAY + timedelta(days))
soon = st.integers(-20, 20).map(lambda days: TODAY + timedelta(days))
names = st.lists(st.sampled_from(NAMES), max_size=2, unique=True)
gifts = st.sampled_from(["advice", "lead", "[information, referral]"])


def linked(words: list[str]) -> str:
    return str([f"[[{word}]]" for word in words])


def some(field: str, values: st.SearchStrategy[object], often: int = 3) -> st.SearchStrategy[str]:
    """`field: value`, once in `often` times."""
    return st.integers(1, often).flatmap(lambda n: values.map(lambda v: f"{field}: {v}") if n == 1 else st.just(""))


def front(*fields: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    return st.tuples(*fields).map(lambda lines: "\n".join(["---", *filter(None, lines), "---", ""]))


people = front(
    some("keep_in_touch", st.sampled_from(["1w", "2m", "never", "1y"])),
    some("birthday", st.sampled_from(["11-25", "1990-11-23", "02-29", "1985", "11-22", "12-01"])),
    some("met_on", past),
    some("snooze_until", st.sampled_from([TODAY - timedelta(1), TODAY, TODAY + timedelta(1)]), 4),
    some("status", st.sampled_from(["active", "dormant", "closed"])),
    some("next_on", soon, 4),
    some("next_done", past, 8),
    some("tags", st.sampled_from(["close", "alumni", "[alumni, close]"])),
    some("company", st.sampled_from(["Acme", '"[[Acme]]"', "Globex"])),
    some("past_companies", st.sampled_from(["Acme (2018-2022)", "[Acme, Globex]"])),
    some("knows", names.map(linked)),
    some("introduced_by", st.sampled_from(NAMES), 5),
    some("source", st.just("vcard"), 4),
    some("title", st.just("Planner")),
    some("as_of", st.sampled_from([TODAY - timedelta(days) for days in (20, 365, 366, 367, 800)])),
)
fields_of_entries = (
    some("with", names.map(linked), 1),
    some("channel", st.sampled_from(["email", "message", "coffee", "call", "interview", "event"]), 1),
    some("direction", st.sampled_from(["in", "out", "both"]), 2),
    some("purpose", st.sampled_from(["thanks", "update", "information-interview", "follow-up"])),
    some("minutes", st.integers(0, 90), 2),
    some("activity", st.just("study"), 9),
    some("asked", st.sampled_from(["contacts", "advice"])),
    some("ask_status", st.sampled_from(["open", "granted"]), 6),
    some("got", gifts),
    some("introduced", names.map(linked)),
    some("thanked", past, 8),
    some("thanks_for", st.integers(0, 4).map("[[e{}]]".format), 6),
    some("outcome_for", st.integers(0, 4).map("[[e{}]]".format), 6),
    some("leads", st.integers(0, 1).map("[[l{}]]".format), 4),
    some("next_on", soon, 5),
    some("next_done", past, 8),
    some("they_owe_on", soon, 5),
    some("they_owe_done", past, 8),
    some("source", st.just("mbox"), 6),
)
when = st.tuples(near, st.sampled_from(["", "", "T09:00", "T17:30"])).map(lambda parts: f"date: {parts[0]}{parts[1]}")
entries = front(when, *fields_of_entries)
goals = front(
    st.just("target: 3"),
    some(
        "measure", st.sampled_from(["interactions", "new-contacts", "minutes", "networking-share", "introductions"]), 1
    ),
    some("per", st.sampled_from(["week", "month", "total"]), 1),
    some("start", past),
    some("due", soon),
    some("companies", st.just('"[[Acme]]"')),
)
stages = st.sampled_from(
    ["heard", "asked", "applied", "interviewing", "offer", "accepted", "rejected", "withdrawn", "[heard, applied]"]
)
leads = front(
    some("stage", stages, 1),
    some("company", st.sampled_from(["Acme", '"[[Acme]]"'])),
    some("heard_from", st.sampled_from(NAMES), 2),
    some("heard_via", st.integers(0, 4).map("[[e{}]]".format), 2),
    some("referred_by", st.sampled_from(NAMES), 3),
    some("heard_on", past, 2),
    some("posted_on", past),
    some("applied_on", past, 2),
    some("interviews", st.lists(soon, max_size=3).map(lambda days: f"[{', '.join(map(str, days))}]")),
    some("offer_on", past),
    some("closed_on", past),
    some("next_on", soon),
    some("next_done", past, 8),
)
profiles = front(
    some("weekly_minutes", st.integers(0, 300), 1),
    some("networking_share", st.integers(1, 99), 2),
    some("status", st.sampled_from(["searching", "landed", "growing"]), 2),
)


@st.composite
def vaults(draw: st.DrawFn) -> Files:
    files = {f"contacts/{name}.md": draw(people) for name in NAMES if name != "Ghost" and draw(st.booleans())}
    files |= {f"journal/e{n}.md": text for n, text in enumerate(draw(st.lists(entries, max_size=9)))}
    files |= {f"career/leads/l{n}.md": text for n, text in enumerate(draw(st.lists(leads, max_size=2)))}
    files |= {f"career/goals/g{n}.md": text for n, text in enumerate(draw(st.lists(goals, max_size=1)))}
    if draw(st.booleans()):
        files["career/profile.md"] = draw(profiles)
    if draw(st.booleans()):
        files["career/companies/Acme.md"] = "---\ntarget: A\n---\n"
    return files


KINDS = {
    "contacts": "person",
    "journal": "interaction",
    "career/leads": "lead",
    "career/goals": "goal",
    "career/companies": "company",
    "career/news": "news",
    "career": "profile",
}


def kind_of(path: str) -> str:
    return next(kind for folder, kind in KINDS.items() if path.startswith(f"{folder}/"))


def network_of(files: Files) -> Network:
    """The network of files in the order given."""
    read = {path: read_record(kind_of(path), path, text) for path, text in files.items()}
    for path, reading in read.items():
        assert reading.record is not None, (path, reading.problems)
    of = {kind: tuple(r.record for r in read.values() if r.record.kind == kind) for kind in KINDS.values()}
    return build_network(
        Collection(
            people=of["person"],
            interactions=of["interaction"],
            companies=of["company"],
            leads=of["lead"],
            goals=of["goal"],
            news=of["news"],
            profile=next(iter(of["profile"]), None),
            options=OPTIONS,
        )
    )
