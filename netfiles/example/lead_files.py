"""The files of the job leads."""

from collections.abc import Iterator
from datetime import date
from random import Random

from netfiles.example.chance import between, dice, happens, pick, some
from netfiles.example.days import after, ago
from netfiles.example.phrases import about_firm, say
from netfiles.example.plan import Firm, Lead, Network
from netfiles.example.words.leads import KINDS, METHODS, MORE_TAGS, NEEDS, NEXT_STEPS, NOTES, RESULTS, SALARIES
from netfiles.text.written import Fields, Plain, link, written

REFERRED_EACH = 4  # of those that nobody told me of
PRIVATE_EACH = 12  # one of so many is private
DONE_EACH = 4  # one of so many has its next step done


def lead_files(net: Network) -> Iterator[tuple[str, bytes]]:
    """A file for each lead."""
    untold = [number for number, lead in enumerate(net.leads) if lead.tip is None]
    referred = frozenset(untold[::REFERRED_EACH])
    for number, lead in enumerate(net.leads):
        rng = dice(net.seed, "lead", number)
        firm = net.firms[lead.firm]
        fields = {**_origin(rng, net, lead, firm), **_course(rng, lead), **_rest(rng, net, number, lead)}
        if number in referred and net.parts.easy:
            fields["referred_by"] = link(net.people[pick(rng, net.parts.easy)].stem)
        words = about_firm(rng, firm)
        body = " ".join(say(rng, (note,), words) for note in some(rng, NOTES, between(rng, (0, 3))))
        yield f"career/leads/{lead.stem}.md", written(fields, body).encode()


def _origin(rng: Random, net: Network, lead: Lead, firm: Firm) -> Fields:
    giver = net.entries[lead.tip].who[0] if lead.tip is not None else None
    return {
        "title": lead.title,
        "company": link(firm.name) if firm.target else firm.name,
        "url": f"https://{firm.site}/jobs/{between(rng, (100, 999))}" if lead.posted_on else "",
        "stage": Plain(lead.stage),
        "heard_from": link(net.people[giver].stem) if giver is not None else "",
        "heard_via": link(net.stems[lead.tip]) if lead.tip is not None else "",
    }


def _course(rng: Random, lead: Lead) -> Fields:
    return {
        "heard_on": lead.heard_on,
        "posted_on": lead.posted_on,
        "applied_on": lead.applied_on,
        "interviews": lead.interviews,
        "offer_on": lead.offer_on,
        "closed_on": lead.closed_on,
        "method": pick(rng, METHODS) if lead.applied_on else "",
        "result": pick(rng, RESULTS[lead.stage]) if lead.stage in RESULTS else "",
    }


def _rest(rng: Random, net: Network, number: int, lead: Lead) -> Fields:
    done = number % DONE_EACH == 3
    return {
        "referred_by": "",
        "needs": some(rng, NEEDS, between(rng, (1, 4))),
        "salary": pick(rng, SALARIES) if happens(rng, 0.5) else "",
        "next": pick(rng, NEXT_STEPS[lead.stage]) if lead.stage in NEXT_STEPS else "",
        "next_on": _next_on(rng, net, lead, done),
        "next_done": ago(net.today, 1) if done and lead.stage in NEXT_STEPS else None,
        "tags": tuple(dict.fromkeys((pick(rng, KINDS), *some(rng, MORE_TAGS, between(rng, (0, 2)))))),
        "private": Plain("yes") if number % PRIVATE_EACH == 7 else None,
    }


def _next_on(rng: Random, net: Network, lead: Lead, done: bool) -> date | None:
    if lead.stage not in NEXT_STEPS:
        return None
    return ago(net.today, 2) if done else after(net.today, between(rng, (2, 12)))
