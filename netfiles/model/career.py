"""What the owner looks for: companies, leads, goals, the profile, news, saved queries."""

from typing import ClassVar

from netfiles.model import fields as f
from netfiles.model.record import Kind, Record


class Company(Record):
    """A company worth notes: one file of career/companies/."""

    kind: ClassVar[Kind] = "company"
    title_field: ClassVar[str] = "name"

    name: f.Text | None = None
    aliases: f.Texts = ()
    website: f.Text | None = None
    industry: f.Text | None = None
    location: f.Text | None = None
    size: f.Text | None = None
    target: f.Target = None
    motivation: f.Motivation | None = None
    postings: f.Postings | None = None
    why: f.Text | None = None
    careers_page: f.Text | None = None
    addresses: f.Texts = ()
    phones: f.Texts = ()
    emails: f.Emails = ()
    status: f.CompanyStatus | None = None
    tags: f.Tags = ()

    @property
    def is_target(self) -> bool:
        return self.target is not None and self.status != "closed"


class Lead(Record):
    """A job lead: one file of career/leads/; `title` is the role."""

    kind: ClassVar[Kind] = "lead"

    title: f.Text | None = None
    company: f.TextOrLink | None = None
    url: f.Text | None = None
    stage: f.StageWord | None = None
    heard_from: f.LinkTo | None = None
    heard_via: f.LinkTo | None = None
    heard_on: f.Date | None = None
    posted_on: f.Date | None = None
    applied_on: f.Date | None = None
    interviews: f.Dates = ()
    offer_on: f.Date | None = None
    closed_on: f.Date | None = None
    referred_by: f.LinkTo | None = None
    needs: f.Texts = ()
    method: f.Text | None = None
    result: f.Text | None = None
    salary: f.Text | None = None
    next: f.Text | None = None
    next_on: f.Date | None = None
    next_done: f.Date | None = None
    tags: f.Tags = ()

    @property
    def open(self) -> bool:
        """Whether it goes on: by its stage, else unless the newest of its dates is the day it ended."""
        if self.stage is not None:
            return self.stage in f.OPEN_STAGES
        closed, others = self.closed_on, (self.heard_on, self.applied_on, *self.interviews, self.offer_on)
        return closed is None or any(day > closed for day in others if day)


class Goal(Record):
    """A goal: one file of career/goals/; without both measure and target it is a goal in words."""

    kind: ClassVar[Kind] = "goal"

    title: f.Text | None = None
    measure: f.MeasureWord | None = None
    target: f.Count | None = None
    per: f.PeriodWord | None = None
    start: f.Date | None = None
    due: f.Date | None = None
    status: f.GoalStatus = "active"
    companies: f.TextsOrLinks = ()
    tags: f.Tags = ()
    channel: f.ChannelWord | None = None

    @property
    def counted(self) -> bool:
        """Whether it is more than a goal in words: something is counted, and so much of it can be reached."""
        if self.measure is None or self.target is None:
            return False
        return self.measure != "networking-share" or self.target <= f.WHOLE


class Profile(Record):
    """Self-assessment and career plan: career/profile.md."""

    kind: ClassVar[Kind] = "profile"
    title_field: ClassVar[str] = "name"

    roles: f.Texts = ()
    industries: f.Texts = ()
    company_types: f.Texts = ()
    locations: f.Texts = ()
    strengths: f.Texts = ()
    weaknesses: f.Texts = ()
    accomplishments: f.Texts = ()
    skills: f.Texts = ()
    pitch: f.Text | None = None
    networking_share: f.Percent = 30
    weekly_minutes: f.Minutes | None = None
    status: f.ProfileStatus = "searching"
    name: f.Text | None = None
    emails: f.Emails = ()
    phones: f.Texts = ()
    links: f.Texts = ()


class News(Record):
    """Something about the owner that the network should hear: one file of career/news/."""

    kind: ClassVar[Kind] = "news"

    title: f.Text | None = None
    date: f.Date | None = None
    supersedes: f.LinkTo | None = None
    audience: f.Text | None = None
    until: f.Date | None = None


class SavedQuery(Record):
    """A saved query: one file of queries/."""

    kind: ClassVar[Kind] = "query"

    title: f.Text | None = None
    query: f.Text | None = None
    columns: f.Texts = ()
    sort: f.Text | None = None
