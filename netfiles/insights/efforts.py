"""Efforts to find work: applications, interviews, contacts with employers and other work, each as a line of a log."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from netfiles.index.network import Employer, Entry, Network
from netfiles.index.resolve import NOTHING
from netfiles.insights.effort_words import SORTS, method, outcome, result, titled
from netfiles.insights.time_share import purpose, within
from netfiles.model import Company, Interaction, Lead
from netfiles.model.work_search import EffortSort
from netfiles.problems import Place


class Effort(NamedTuple):
    """One line of a work-search log; what is not known is empty.

    `company` is the employer's key. `direct`: somebody at that employer was addressed. `proof` is the file and line
    it follows from, `lead` the path of the lead it is about.
    """

    day: date
    sort: EffortSort
    what: str
    employer: str
    company: str | None
    address: str
    phone: str
    person: str
    method: str
    position: str
    result: str
    direct: bool
    proof: Place
    lead: str | None = None


def efforts(network: Network, first: date, last: date, today: date) -> tuple[Effort, ...]:
    """Every effort of the days `first` to `last`, oldest first, with what came of it by today."""
    last = min(last, today)
    entries = within(network.entries, first, last)
    log = _Log(network, today, _by_lead(entries))
    found = [*log.of_leads(first, last), *(effort for entry in entries for effort in log.of_entry(entry))]
    return tuple(sorted(found, key=lambda e: (e.day, e.proof, e.employer, e.position)))


def _by_lead(entries: Iterable[Entry]) -> Mapping[tuple[str, date], list[Entry]]:
    """The entries about each lead, by its path and the day."""
    found: dict[tuple[str, date], list[Entry]] = {}
    for entry in entries:
        for path in entry.leads:
            found.setdefault((path, entry.day), []).append(entry)
    return found


def days_of(lead: Lead) -> tuple[date, ...]:
    """The days of a lead that are efforts."""
    return (*((lead.applied_on,) if lead.applied_on else ()), *lead.interviews)


def helpers(network: Network, lead: Lead) -> tuple[str, ...]:
    """Who referred me to a lead or told me of it, by key."""
    links = network.fields.get(lead.path, NOTHING)
    found = (links.one(field) for field in ("referred_by", "heard_from"))
    return tuple(key for key in found if key)


@dataclass(frozen=True, slots=True)
class _Log:
    """What the lines are made from: `about` are the entries about a lead by day."""

    network: Network
    today: date
    about: Mapping[tuple[str, date], list[Entry]]

    def of_leads(self, first: date, last: date) -> Iterator[Effort]:
        """Applications by `applied_on`, and interviews that no entry tells of."""
        for lead in self.network.collection.leads:
            if lead.applied_on and first <= lead.applied_on <= last:
                yield self._of_lead(lead, lead.applied_on, "application", lead.origin.place("applied_on"))
            for number, day in enumerate(lead.interviews):
                told = any(_is_interview(e.record) for e in self.about.get((lead.path, day), ()))
                if first <= day <= last and not told:
                    item = number if len(lead.interviews) > 1 else None
                    yield self._of_lead(lead, day, "interview", lead.origin.place("interviews", item))

    def of_entry(self, entry: Entry) -> Iterator[Effort]:
        """The lines of an entry: one for each lead or employer where it is about applications or an interview."""
        record = entry.record
        if record.activity == "applications":
            yield from self._applications(entry)
        elif record.activity:
            if record.activity in SORTS:
                yield self._line(entry, SORTS[record.activity], None, None)
        elif _is_interview(record):
            yield from self._interviews(entry)
        elif record.channel == "event":
            yield self._line(entry, "event", None, None)
        elif _is_contact(entry):
            yield self._line(entry, "contact", self._employer(entry), None)

    def _applications(self, entry: Entry) -> Iterator[Effort]:
        """One for each lead and company it names; those a lead tells of itself on that day are left to the lead."""
        leads = self._leads(entry)
        own = {self.network.company_of(lead) for lead in leads}
        for lead in leads:
            if lead.applied_on != entry.day:
                yield self._line(entry, "application", self.network.company_of(lead), lead)
        others = [key for key in entry.companies if key not in own]
        for key in others:
            yield self._line(entry, "application", key, None)
        if not leads and not others:
            yield self._line(entry, "application", None, None)

    def _interviews(self, entry: Entry) -> Iterator[Effort]:
        leads = self._leads(entry)
        for lead in leads:
            yield self._line(entry, "interview", self.network.company_of(lead), lead)
        if not leads:
            yield self._line(entry, "interview", self._employer(entry), None)

    def _leads(self, entry: Entry) -> list[Lead]:
        found = (self.network.records.get(path) for path in entry.leads)
        return [record for record in found if isinstance(record, Lead)]

    def _employer(self, entry: Entry) -> str | None:
        """The employer an entry is about: one named where somebody of them works, else the first one known."""
        of_leads = (self.network.company_of(lead) for lead in self._leads(entry))
        named = [*entry.companies, *(key for key in of_leads if key)]
        theirs = [self.network.people[key].company for key in entry.people]
        there = next((key for key in named if key in theirs), None)
        return there or next((key for key in (*named, *theirs) if key), None)

    def _of_lead(self, lead: Lead, day: date, sort: EffortSort, proof: Place) -> Effort:
        """A line that the lead's own file proves."""
        company = self.network.company_of(lead)
        told = [key for entry in self.about.get((lead.path, day), ()) for key in entry.people]
        helped = helpers(self.network, lead)
        there = [key for key in helped if company and self.network.people[key].company == company]
        people = tuple(dict.fromkeys(told or there[:1]))
        return self._filled(day, sort, company, people, lead, proof, lead.method or "", direct=True)

    def _line(self, entry: Entry, sort: EffortSort, company: str | None, lead: Lead | None) -> Effort:
        """A line that an entry proves."""
        record, theirs = entry.record, {self.network.people[key].company for key in entry.people}
        there = sort != "contact" or (company is not None and company in theirs)
        proof, how = record.origin.place("date"), method(record)
        effort = self._filled(
            entry.day, sort, company, entry.people, lead, proof, how, direct=there and sort in _DIRECT
        )
        if sort == "event" and (called := titled(record)):
            return effort._replace(what=f"{effort.what}: {called}", result=result(record, len(entry.introduced)))
        return effort if effort.result else effort._replace(result=result(record, len(entry.introduced)))

    def _filled(
        self,
        day: date,
        sort: EffortSort,
        company: str | None,
        people: tuple[str, ...],
        lead: Lead | None,
        proof: Place,
        how: str,
        *,
        direct: bool,
    ) -> Effort:
        employer = self.network.companies.get(company) if company else None
        return Effort(
            day=day,
            sort=sort,
            what="Networking" if sort == "contact" and not direct else SORT_WORDS[sort],
            employer=employer.name if employer else "",
            company=company,
            address=_address(employer.record if employer else None, lead),
            phone=self._phone(employer, people),
            person=", ".join([self.network.people[key].name for key in people]),
            method=how,
            position=lead.called if lead else "",
            result=outcome(lead, day, self.today) if lead and sort in ("application", "interview") else "",
            direct=direct and employer is not None,
            proof=proof,
            lead=lead.path if lead else None,
        )

    def _phone(self, employer: Employer | None, people: tuple[str, ...]) -> str:
        """The employer's, else that of somebody there who was addressed."""
        if employer is None:
            return ""
        if employer.record and employer.record.phones:
            return employer.record.phones[0]
        found = (self.network.people[key] for key in people if key in employer.now)
        return next((one.record.phones[0] for one in found if one.record and one.record.phones), "")


SORT_WORDS: Mapping[EffortSort, str] = {
    "application": "Application",
    "interview": "Interview",
    "contact": "Contact with an employer",
    "event": "Event",
    "search": "Search for openings",
    "research": "Research on employers",
    "resume": "Work on the resume",
    "study": "Course",
}


_DIRECT = frozenset(("application", "interview", "contact"))


def _is_interview(record: Interaction) -> bool:
    return record.channel == "interview" and not record.activity and purpose(record) != "information-interview"


_NO_EFFORT = frozenset(("thanks", "update"))


def _is_contact(entry: Entry) -> bool:
    """Whether I spoke with or wrote to somebody about work: of a company, a lead, an ask, or how they work."""
    record = entry.record
    if not entry.people or not record.from_me or purpose(record) in _NO_EFFORT:
        return False
    about = entry.companies or entry.leads or record.asked or record.ask
    return bool(about) or purpose(record) == "information-interview"


def _address(company: Company | None, lead: Lead | None) -> str:
    """Where the employer is reached: the street, else a page or an email address."""
    of_company = (*company.addresses, company.careers_page, company.website, *company.emails) if company else ()
    return next((way for way in (*of_company, lead.url if lead else None) if way), "")
