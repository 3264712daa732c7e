"""Today: what to do now, in the order of the queue, and how the week stands."""

from datetime import timedelta

from markupsafe import Markup

from netfiles.insights.closing import entry_for
from netfiles.insights.queue import Queue
from netfiles.insights.time_share import within
from netfiles.problems import SEVERITIES
from netfiles.views.context import Context, Here
from netfiles.views.loops import RULES
from netfiles.views.nothing_due import all_have_heard, first_talk, owes
from netfiles.views.page import Page, Section
from netfiles.views.rows import of_whom, row
from netfiles.views.share_picture import week_bar
from netfiles.views.templating import fill
from netfiles.views.three import in_short
from netfiles.views.week import counts, told
from netfiles.views.words import DAYS, MONTHS, capital, in_words, minutes, people_and_things, plural

MOST_ROWS = 40
HIDE = ("navigation", "toc")


def today_page(context: Context) -> Page:
    """The home page."""
    here = Here(context, "")
    if not context.collection.people and not context.network.entries:
        return Page("index", "Today", (Section(_welcome(here)),), HIDE, searchable=False)
    queue, share = context.insights.queue, context.insights.share
    html = fill(
        "today.html",
        sentence=sentence(context, queue),
        fixed=_fixed(context),
        rows=[row(here, item) for item in queue.fitting[:MOST_ROWS]],
        waiting=len(queue.items) - min(len(queue.fitting), MOST_ROWS),
        upcoming=len(queue.upcoming),
        follow_ups=here.to("follow-ups/"),
        share=share,
        bar=week_bar(share.this_week),
        counts=[count for count in counts(here) if count.number],
        due=_became_due(here),
        logged=_logged(here),
        problems=_problems(context),
        problems_page=here.to("problems/"),
        goals_page=here.to("goals/"),
        first=None if queue.items else first_talk(here),
        idle=None if queue.items else _idle(here),
        settled=not queue.items and all_have_heard(context) and not owes(context),
        three=in_short(here, context.insights.draw),
        news_page=here.to("news/"),
    )
    return Page("index", "Today", (Section(html),), HIDE, searchable=False)


def sentence(context: Context, queue: Queue) -> str:
    """`Thursday 19 November: six people, about 50 minutes.`"""
    today = context.today
    when = f"{DAYS[today.weekday()]} {today.day} {MONTHS[today.month - 1]}"
    if not queue.fitting:
        return f"{when}: nobody waits for you today."
    counts = of_whom(queue.fitting)
    return f"{when}: {people_and_things(*counts, in_words(*counts))}, about {minutes(queue.minutes)}."


def _fixed(context: Context) -> str | None:
    day = context.collection.options.today
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}" if day else None


def _became_due(here: Here) -> list[Markup]:
    """What entered the queue today and yesterday."""
    context = here.context
    since = context.today - timedelta(days=1)
    fresh = ((item, r) for item in context.insights.queue.items for r in item.reasons if r.due >= since)
    return [
        Markup('%s <span class="nf-soft">%s</span>')
        % (here.person(item.key) if item.key else here.link(r.place.file, item.called), RULES[r.rule][0].lower())
        for item, r in fresh
    ]


def _logged(here: Here) -> list[Markup]:
    today = here.context.today
    return [told(here, e) for e in within(here.context.network.entries, today - timedelta(days=1), today)]


def _problems(context: Context) -> str | None:
    """`2 errors and 5 warnings in your files`."""
    found = context.insights.problems
    counted = [(sum(p.severity == severity for p in found), severity) for severity in SEVERITIES]
    words = [plural(count, severity) for count, severity in counted if count]
    return capital(" and ".join(filter(None, [", ".join(words[:-1]), words[-1]]))) if words else None


def _idle(here: Here) -> list[Markup]:
    """What could be done on a day when nobody waits: people gone quiet, first those on strong ties."""
    context = here.context
    quiet = [
        (last, someone)
        for someone in context.network.on_file
        if someone.record and someone.record.status == "active" and not someone.planned(context.today)
        for last in [someone.last_contact(context.today)]
        if last is not None and (context.today - last).days >= 30
    ]
    chosen = sorted(quiet, key=lambda pair: (-context.insights.tie(pair[1].key).strength, pair[1].key))[:3]
    return [here.person(someone.key) for _, someone in chosen]


def _welcome(here: Here) -> Markup:
    """The first page of an empty vault: the two files to begin with."""
    context = here.context
    folders = context.collection.options.folders
    entry = entry_for(context.network, context.today, "Jane Doe", f"{folders.contacts}/Jane Doe.md", "coffee")
    return fill("welcome.html", entry=entry, contacts=folders.contacts, problems=_problems(context))
