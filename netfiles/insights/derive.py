"""Everything that follows from the network on one day, as one value for pages and commands."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property, partial
from itertools import chain
from typing import Any

from netfiles.index.circles import circle_problems
from netfiles.index.network import Employer, Network, Someone
from netfiles.insights.acquaintances import Acquainted, acquaintances
from netfiles.insights.apart import Apart, apart
from netfiles.insights.ask_sentences import AskSentence, ask_sentences
from netfiles.insights.asks import AskLedger, ask_ledger
from netfiles.insights.assessment import Assessment, assess
from netfiles.insights.audience import Audience
from netfiles.insights.audiences import Asked, Audiences
from netfiles.insights.between import Passed, between
from netfiles.insights.carried import carried, carried_by, known_to
from netfiles.insights.circle import Circle
from netfiles.insights.clusters import Clustered, clustered
from netfiles.insights.cooling import Cooling, cooling
from netfiles.insights.coverage import Coverage, coverage, covered
from netfiles.insights.draw import Draw, candidates, draw
from netfiles.insights.follow_ups.contact import cadence
from netfiles.insights.follow_ups.reason import Reason, Situation
from netfiles.insights.generations import Tree, tree
from netfiles.insights.give_and_get import GiveLedger, give_ledger
from netfiles.insights.gleaned import Gleaned, Monthly, glean, monthly, whole
from netfiles.insights.goal_doubts import goal_doubts
from netfiles.insights.goals import Progress, progress
from netfiles.insights.gratitude import GratitudeLedger, gratitude_ledger
from netfiles.insights.ground import Ground, ground
from netfiles.insights.in_short import About, Known, in_short
from netfiles.insights.introductions import Introductions, introductions
from netfiles.insights.landing import Landing, older_news
from netfiles.insights.lead_doubts import lead_doubts
from netfiles.insights.located import Spots, located, place_hints
from netfiles.insights.loose_ends import closing_nothing, loose_ends
from netfiles.insights.named import AllNamed, named
from netfiles.insights.promises import Promised, PromiseLedger, promise_ledger, promised
from netfiles.insights.query_doubts import query_doubts
from netfiles.insights.questions import wanted
from netfiles.insights.queue import Queue, open_with_nobody, queue
from netfiles.insights.reach import Approach, approach
from netfiles.insights.review import Review, review
from netfiles.insights.saved import Answer, answer
from netfiles.insights.speaks_for import NOBODY, Speaking, speaking
from netfiles.insights.standing import Standings, standings
from netfiles.insights.ties import Tie
from netfiles.insights.time_share import Logged, TimeShare, logged_minutes, time_share
from netfiles.insights.told import Heard, Telling, all_heard, heard_in, news_problems, tellings
from netfiles.insights.work_log import LogWeek
from netfiles.insights.work_weeks import Weeks, work_weeks
from netfiles.model import SavedQuery
from netfiles.problems import Problem


@dataclass(frozen=True)
class Insights:
    """The facts of one day; what is not given is worked out when it is asked for.

    `known` is what of it was worked out before, see `carried`.
    """

    network: Network
    today: date
    standings: Standings
    known: dict[str, Any] = field(default_factory=dict)
    answered: dict[str, Answer] = field(default_factory=dict)

    @carried
    def logged(self, before: Logged | None) -> Logged:
        """The minutes of each month."""
        return monthly(self.network.months, before or {}, logged_minutes)

    @carried
    def by_month(self, before: Monthly[Gleaned] | None) -> Monthly[Gleaned]:
        """What the entries of each month ask, give, tell and promise."""
        return monthly(self.network.months, before or {}, glean)

    @carried
    def promised(self, before: Monthly[Promised] | None) -> Monthly[Promised]:
        """What was promised in each month."""
        return monthly(self.network.months, before or {}, promised)

    @carried
    def loose(self, before: Monthly[tuple[Problem, ...]] | None) -> Monthly[tuple[Problem, ...]]:
        """What the entries of each month close or answer that was never open."""
        return monthly(self.network.months, before or {}, loose_ends)

    @carried
    def told(self, before: Monthly[Heard] | None) -> Monthly[Heard]:
        """Who was told what in each month."""
        return monthly(self.network.months, before or {}, partial(heard_in, self.network))

    @carried
    def named_on(self, before: tuple[date, AllNamed] | None) -> tuple[date, AllNamed]:
        """The day, and what `named` says of it."""
        same_day = before and before[0] == self.today
        return self.today, named(self.network, self.today, before[1] if before and same_day else {})

    @property
    def named(self) -> AllNamed:
        """Whom entries name as introduced, and what came of it."""
        return self.named_on[1]

    @cached_property
    def ties(self) -> Mapping[str, Tie]:
        """The tie with everyone, by key."""
        return {key: standing.tie for key, standing in self.standings.by_key.items()}

    @cached_property
    def gleaned(self) -> Gleaned:
        """The entries that ask, give, tell, promise; planned ones too."""
        return whole(self.by_month)

    @carried
    def in_short(self, before: Known | None) -> Known:
        """Everybody in short, by key, beside what that is made of."""
        return in_short(self, before)

    @property
    def people(self) -> Mapping[str, About]:
        """Everybody in short, by key."""
        return self.in_short.about

    @carried
    def between(self, before: Passed | None) -> Passed:
        """What passed between me and each, by key, beside what that is made of."""
        return between(self, before or {})

    @cached_property
    def asks(self) -> AskLedger:
        return ask_ledger(self)

    @cached_property
    def gratitude(self) -> GratitudeLedger:
        return gratitude_ledger(self)

    @cached_property
    def give_and_get(self) -> GiveLedger:
        return give_ledger(self)

    @cached_property
    def promises(self) -> PromiseLedger:
        return promise_ledger(self)

    @cached_property
    def heard(self) -> Heard:
        """Who was told what up to today."""
        return all_heard(self.network, self.told, self.today)

    @carried
    def apart(self, before: Apart | None) -> Apart:
        """Who is told nothing and never drawn."""
        return apart(self.network, self.today, before or Apart())

    @carried
    def audiences(self, before: Audiences | None) -> Audiences:
        """Whom queries ask for."""
        return Audiences(self.today, self.people, before.asked if before else Asked())

    @cached_property
    def news(self) -> tuple[Telling, ...]:
        """All news with who was told, newest first."""
        settled = older_news(self.network, self.landing)
        return tellings(self.network, self.heard, self.apart, self.ties, self._audience, settled)

    def _audience(self, text: str | None) -> Audience:
        return self.audiences.of(text)

    @cached_property
    def assessment(self) -> Assessment:
        return assess(self.network, self.heard)

    @cached_property
    def ask_sentences(self) -> tuple[AskSentence, ...]:
        return ask_sentences(self.network.collection.profile, (found.company for found in self.coverage))

    @carried
    def speaking(self, before: Speaking | None) -> Speaking:
        """How much speaks for each of those never told and never asked."""
        return speaking(self.network, self.today.isocalendar().year, candidates(self), before or NOBODY)

    @cached_property
    def draw(self) -> Draw:
        """The week's three of those never told and never asked."""
        return draw(self)

    @cached_property
    def share(self) -> TimeShare:
        return time_share(self.network, self.today, self.logged)

    @cached_property
    def queue(self) -> Queue:
        of_people = (standing.open for standing in self.standings.by_key.values())
        of_nobody = open_with_nobody(Situation(self.network, self.today, self.news))
        return queue(self.network, chain((of_nobody,), of_people), self.share)

    @cached_property
    def goals(self) -> tuple[Progress, ...]:
        return progress(self.network, self.today)

    @carried
    def ground(self, before: Ground | None) -> Ground:
        """What paths run over."""
        return ground(self.standings, before)

    @cached_property
    def circle(self) -> Circle:
        """The warm ties, by what they have in common with companies."""
        return Circle(self.ground)

    @cached_property
    def coverage(self) -> tuple[Coverage, ...]:
        return coverage(self.ground, self.circle)

    def covered(self, company: Employer) -> Coverage:
        """How any company is covered; `coverage` has the targets with their rank."""
        return covered(self.ground, self.circle, company)

    def approach(self, key: str) -> Approach:
        """What leads to somebody I have not been in contact with."""
        return self.ground.held("approach", key, lambda look: approach(look, key))

    @carried
    def tree(self, before: Tree | None) -> Tree:
        """Who led to whom."""
        return tree((one.introduction for _, one in self.named.values() if one.introduction), before)

    @carried
    def spots(self, before: Spots | None) -> Spots:
        """Where the places of people and companies lie, as far as there is a gazetteer."""
        return located(self.network, before or {})

    @carried
    def acquainted(self, before: Acquainted | None) -> Acquainted:
        """Who knows whom, beside what that is made of."""
        return acquaintances(self.network, self.tree, self.today, before)

    @carried
    def clustered(self, before: Clustered | None) -> Clustered:
        """Who knows whom by groups, beside what that is made of."""
        return clustered(self.network, self.acquainted.pairs, before)

    @cached_property
    def introductions(self) -> Introductions:
        return introductions(self.network, self.today, self.tree, self.named)

    @cached_property
    def landing(self) -> Landing | None:
        """What the owner has landed, None while they have not."""
        return self.standings.search.landing

    @cached_property
    def problems(self) -> tuple[Problem, ...]:
        """All findings by file and line, those that depend on today included."""
        doubts = (one.doubts for one in self.standings.by_key.values() if one.doubts)
        circles = circle_problems(self.network)
        of_leads = lead_doubts(self.network, self.today)
        of_news = news_problems(self.network)
        found = (*self.network.all_problems, *chain.from_iterable(doubts), *circles, *of_leads, *of_news)
        loose = chain.from_iterable(of for _, of in self.loose.values())
        found = (*found, *query_doubts(self), *closing_nothing(self.network), *loose)
        found = (*found, *goal_doubts(self.network), *place_hints(self.network, self.spots))
        return tuple(sorted(found, key=lambda p: (p.place, p.code, p.message)))

    @carried
    def work_weeks(self, before: Weeks | None) -> Weeks:
        """The weeks of the work-search log by their first day, newest first, beside what they are made of."""
        return work_weeks(self.network, self.today, before or {})

    @cached_property
    def wanted(self) -> tuple[Employer, ...]:
        """The target companies, A first, then by name."""
        return wanted(self.network)

    @property
    def work_log(self) -> tuple[LogWeek, ...]:
        """The weeks of the work-search log, this one first."""
        return tuple(kept.week for kept in self.work_weeks.values())

    @carried
    def cooling(self, before: Cooling | None) -> Cooling:
        """Who has cooled in four weeks."""
        return cooling(self, before)

    @cached_property
    def review(self) -> Review:
        """This week in review."""
        return review(self)

    def work_out(self) -> None:
        """Work out all that can be carried on."""
        for name in carried_by(Insights):
            getattr(self, name)

    def answer(self, saved: SavedQuery) -> Answer:
        """What comes of a saved query."""
        if saved.path not in self.answered:
            self.answered[saved.path] = answer(saved, self.people, self.today)
        return self.answered[saved.path]

    def tie(self, key: str) -> Tie:
        """The tie with somebody."""
        return self.standings.by_key[key].tie

    def reasons(self, key: str) -> tuple[Reason, ...]:
        """Why somebody is in the queue."""
        items = self.standings.by_key[key].open.items
        return items[0].reasons if items else ()

    def next_contact(self, someone: Someone) -> date | None:
        """The next planned entry, else the day keeping in touch asks for contact."""
        if planned := someone.planned(self.today):
            return planned.day
        last = someone.last_contact(self.today)
        if someone.record is None or last is None:
            return None
        found = cadence(self.network.collection.options, someone.record)
        return found[0].after(last) if found else None


def derive(network: Network, today: date, before: Insights | None = None) -> Insights:
    """The insights of `today`; those of `before` hold wherever nothing that they follow from is different."""
    found = standings(network, today, before.standings if before else None)
    return Insights(network, today, found, known_to(before) if before else {})
