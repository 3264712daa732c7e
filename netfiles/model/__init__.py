"""The words of the domain: frozen, typed, without behaviour that needs anything else."""

from netfiles.model.career import Company, Goal, Lead, News, Profile, SavedQuery
from netfiles.model.interaction import Interaction
from netfiles.model.person import Person
from netfiles.model.record import Kind, Origin, Private, Record
from netfiles.model.values import BodyLink, Duration, Link, PartialDate, PastCompany, Task, When, Years

KINDS: dict[Kind, type[Record]] = {
    record.kind: record for record in (Person, Interaction, Company, Lead, Goal, Profile, News, SavedQuery)
}

__all__ = [
    "KINDS",
    "BodyLink",
    "Company",
    "Duration",
    "Goal",
    "Interaction",
    "Kind",
    "Lead",
    "Link",
    "News",
    "Origin",
    "PartialDate",
    "PastCompany",
    "Person",
    "Private",
    "Profile",
    "Record",
    "SavedQuery",
    "Task",
    "When",
    "Years",
]
