"""Everything that follows from the network on one day, as one value for pages and commands."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property, partial
from itertools import chain

from netfiles.index.network import Employer, Network, Someone
from netfiles.insights.acquaintances import Acquainted, acquaintances
from netfiles.insights.apart import Apart, apart
from netfiles.insights.ask_sentences import AskSentence, ask_sentences
from netfiles.insights.asks import AskLedger, ask_ledger
from netfiles.insights.assessment import Assessment, assess
from netfiles.insights.audience import Audience
from netfiles.insights.audiences import Asked, Audiences
from netfiles.insights.between import Passed, between
from netfiles.insights.circle import Circle
from netfiles.insights.clusters import Clustered, clustered
from netfiles.insights.cooling import Cooling, cooling
from netfiles.insights.coverage import Coverage, coverage, covered
from netfiles.insights.draw import Draw, candidates, draw
from netfiles.insights.follow_ups.contact import cadence
from netfiles.insights.follow_ups.reason import Reason, Situation
from netfiles.insights.generations import Tree, circle_problems, tree
from netfiles.insights.give_and_get import GiveLedger, give_ledger
from netfiles.insights.gleaned import Gleaned, Monthly, glean, monthly, whole
from netfiles.insights.goals import Progress, progress
from netfiles.insights.gratitude import GratitudeLedger, gratitude_ledger
from netfiles.insights.ground import Ground, ground
from netfiles.insights.in_short import About, Known, in_short
from netfiles.insights.introductions import Introductions, introductions
from netfiles.insights.landing import Landing
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

    `earlier` is everybody in short on an earlier day, `passed_earlier` what had passed between us then,
    `speaking_earlier` how much spoke for whom, `asked_earlier` whom audiences asked for, `apart_earlier` who was told
    nothing, `ground_earlier` what paths ran over, `weeks_earlier` the weeks of the work-search log.
    """

    network: Network
    today: date
    standings: Standings
    logged: Logged
    by_month: Monthly[Gleaned] = field(default_factory=dict)
    earlier: Known = field(default_factory=dict)
    promised: Monthly[Promised] = field(default_factory=dict)
    passed_earlier: Passed = field(default_factory=dict)
    loose: Monthly[tuple[Problem, ...]] = field(default_factory=dict)
    named: AllNamed = field(default_factory=dict)
    tree_earlier: Tree | None = None
    spots_earlier: Spots = field(default_factory=dict)
    acquainted_earlier: Acquainted | None = None
    clustered_earlier: Clustered | None = None
    speaking_earlier: Speaking = NOBODY
    told: Monthly[Heard] = field(default_factory=dict)
    asked_earlier: Asked = field(default_factory=Asked)
    apart_earlier: Apart = field(default_factory=Apart)
    ground_earlier: Ground | None = None
    weeks_earlier: Weeks = field(default_factory=dict)
    cooling_earlier: Cooling | None = None
    answered: dict[str, Answer] = field(default_factory=dict)

    @cached_property
    def ties(self) -> Mapping[str, Tie]:
        """The tie with everyone, by key."""
        return {key: standing.tie for key, standing in self.standings.by_key.items()}

    @cached_property
    def gleaned(self) -> Gleaned:
        """The entries that ask, give, tell, promise; planned ones too."""
        return whole(self.by_month)

    @cached_property
    def in_short(self) -> Known:
        """Everybody in short, by key, beside what that is made of."""
        found = in_short(self, self.earlier)
        object.__setattr__(self, "earlier", {})  # it would be carried along for nothing
        return found

    @cached_property
    def people(self) -> Mapping[str, About]:
        """Everybody in short, by key."""
        return {key: about for key, (_, about) in self.in_short.items()}

    @cached_property
    def between(self) -> Passed:
        """What passed between me and each, by key, beside what that is made of."""
        found = between(self, self.passed_earlier)
        object.__setattr__(self, "passed_earlier", {})  # it would be carried along for nothing
        return found

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

    @cached_property
    def apart(self) -> Apart:
        """Who is told nothing and never drawn."""
        found = apart(self.network, self.today, self.apart_earlier)
        object.__setattr__(self, "apart_earlier", Apart())  # it would be carried along for nothing
        return found

    @cached_property
    def audiences(self) -> Audiences:
        """Whom queries ask for."""
        found = Audiences(self.today, self.people, self.asked_earlier)
        object.__setattr__(self, "asked_earlier", Asked())  # it would be carried along for nothing
        return found

    @cached_property
    def news(self) -> tuple[Telling, ...]:
        """All news with who was told, newest first."""
        return tellings(self.network, self.heard, self.apart, self.ties, self._audience)

    def _audience(self, text: str | None) -> Audience:
        return self.audiences.of(text)

    @cached_property
    def assessment(self) -> Assessment:
        return assess(self.network, self.heard)

    @cached_property
    def ask_sentences(self) -> tuple[AskSentence, ...]:
        return ask_sentences(self.network.collection.profile, (found.company for found in self.coverage))

    @cached_property
    def speaking(self) -> Speaking:
        """How much speaks for each of those never told and never asked."""
        found = speaking(self.network, self.today.isocalendar().year, candidates(self), self.speaking_earlier)
        object.__setattr__(self, "speaking_earlier", NOBODY)  # it would be carried along for nothing
        return found

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

    @cached_property
    def ground(self) -> Ground:
        """What paths run over."""
        found = ground(self.standings, self.ground_earlier)
        object.__setattr__(self, "ground_earlier", None)  # it would be carried along for nothing
        return found

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

    @cached_property
    def tree(self) -> Tree:
        """Who led to whom."""
        found = tree((one.introduction for _, one in self.named.values() if one.introduction), self.tree_earlier)
        object.__setattr__(self, "tree_earlier", None)
        return found

    @cached_property
    def spots(self) -> Spots:
        """Where the places of people and companies lie, as far as there is a gazetteer."""
        found = located(self.network, self.spots_earlier)
        object.__setattr__(self, "spots_earlier", {})
        return found

    @cached_property
    def acquainted(self) -> Acquainted:
        """Who knows whom, beside what that is made of."""
        found = acquaintances(self.network, self.tree, self.today, self.acquainted_earlier)
        object.__setattr__(self, "acquainted_earlier", None)
        return found

    @cached_property
    def clustered(self) -> Clustered:
        """Who knows whom by groups, beside what that is made of."""
        found = clustered(self.network, self.acquainted.pairs, self.clustered_earlier)
        object.__setattr__(self, "clustered_earlier", None)
        return found

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
        circles = circle_problems(self.network, self.tree.circles)
        of_leads = lead_doubts(self.network, self.today)
        of_news = news_problems(self.network)
        found = (*self.network.all_problems, *chain.from_iterable(doubts), *circles, *of_leads, *of_news)
        loose = chain.from_iterable(of for _, of in self.loose.values())
        found = (*found, *query_doubts(self), *closing_nothing(self.network), *loose)
        found = (*found, *place_hints(self.network, self.spots))
        return tuple(sorted(found, key=lambda p: (p.place, p.code, p.message)))

    @cached_property
    def work_weeks(self) -> Weeks:
        """The weeks of the work-search log by their first day, newest first, beside what they are made of."""
        found = work_weeks(self.network, self.today, self.weeks_earlier)
        object.__setattr__(self, "weeks_earlier", {})  # they would be carried along for nothing
        return found

    @cached_property
    def wanted(self) -> tuple[Employer, ...]:
        """The target companies, A first, then by name."""
        return wanted(self.network)

    @property
    def work_log(self) -> tuple[LogWeek, ...]:
        """The weeks of the work-search log, this one first."""
        return tuple(kept.week for kept in self.work_weeks.values())

    @cached_property
    def cooling(self) -> Cooling:
        """Who has cooled in four weeks."""
        found = cooling(self, self.cooling_earlier)
        object.__setattr__(self, "cooling_earlier", None)  # it would be carried along for nothing
        return found

    @cached_property
    def review(self) -> Review:
        """This week in review."""
        return review(self)

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
    known = before.standings if before else None
    return Insights(
        network,
        today,
        standings(network, today, known),
        monthly(network.months, before.logged if before else {}, logged_minutes),
        monthly(network.months, before.by_month if before else {}, glean),
        _in_short(before) if before else {},
        monthly(network.months, before.promised if before else {}, promised),
        _between(before) if before else {},
        monthly(network.months, before.loose if before else {}, loose_ends),
        named=named(network, today, before.named if before and before.today == today else {}),
        tree_earlier=_tree(before) if before else None,
        spots_earlier=_spots(before) if before else {},
        acquainted_earlier=_acquainted(before) if before else None,
        clustered_earlier=_clustered(before) if before else None,
        speaking_earlier=_speaking(before) if before else NOBODY,
        told=monthly(network.months, before.told if before else {}, partial(heard_in, network)),
        asked_earlier=_asked(before) if before else Asked(),
        apart_earlier=_apart(before) if before else Apart(),
        ground_earlier=_ground(before) if before else None,
        weeks_earlier=_weeks(before) if before else {},
        cooling_earlier=_cooling(before) if before else None,
    )


def _tree(before: Insights) -> Tree | None:
    return before.tree if "tree" in vars(before) else before.tree_earlier


def _spots(before: Insights) -> Spots:
    return before.spots if "spots" in vars(before) else before.spots_earlier


def _acquainted(before: Insights) -> Acquainted | None:
    return before.acquainted if "acquainted" in vars(before) else before.acquainted_earlier


def _clustered(before: Insights) -> Clustered | None:
    return before.clustered if "clustered" in vars(before) else before.clustered_earlier


def _in_short(before: Insights) -> Known:
    return before.in_short if "in_short" in vars(before) else before.earlier


def _between(before: Insights) -> Passed:
    return before.between if "between" in vars(before) else before.passed_earlier


def _speaking(before: Insights) -> Speaking:
    return before.speaking if "speaking" in vars(before) else before.speaking_earlier


def _ground(before: Insights) -> Ground | None:
    return before.ground if "ground" in vars(before) else before.ground_earlier


def _weeks(before: Insights) -> Weeks:
    return before.work_weeks if "work_weeks" in vars(before) else before.weeks_earlier


def _asked(before: Insights) -> Asked:
    return before.audiences.asked if "audiences" in vars(before) else before.asked_earlier


def _apart(before: Insights) -> Apart:
    return before.apart if "apart" in vars(before) else before.apart_earlier


def _cooling(before: Insights) -> Cooling | None:
    return before.cooling if "cooling" in vars(before) else before.cooling_earlier
