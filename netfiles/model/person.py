"""A person: one file of contacts/."""

from typing import ClassVar, Literal

from netfiles.model import fields as f
from netfiles.model.record import Kind, Record


class Person(Record):
    """Somebody the owner knows, in the fields of the file."""

    kind: ClassVar[Kind] = "person"
    title_field: ClassVar[str] = "name"

    name: f.Text | None = None
    aliases: f.Texts = ()
    title: f.Text | None = None
    company: f.TextOrLink | None = None
    as_of: f.Date | None = None
    past_companies: f.PastCompanies = ()
    emails: f.Emails = ()
    phones: f.Texts = ()
    addresses: f.Texts = ()
    links: f.Texts = ()
    location: f.Text | None = None
    birthday: f.Birthday | None = None
    photo: f.Attachment | None = None
    cards: f.Attachments = ()
    tags: f.Tags = ()
    relation: f.Text | None = None
    met_on: f.Date | None = None
    met_at: f.Text | None = None
    introduced_by: f.LinkTo | None = None
    knows: f.Links = ()
    may_use_name: f.MayUseName | None = None
    can_help: f.Texts = ()
    i_can_help: f.Texts = ()
    keep_in_touch: f.Lasting | None = None
    next: f.Text | None = None
    next_on: f.Date | None = None
    next_done: f.Date | None = None
    snooze_until: f.Date | None = None
    status: f.PersonStatus = "active"
    told_before: f.Links = ()
    uid: f.Text | None = None
    source: f.Text | None = None

    @property
    def muted(self) -> Literal["dormant", "closed"] | None:
        return None if self.status == "active" else self.status
