"""The owner's settings: what mkdocs.yml says under the plugin, with the defaults."""

from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from netfiles.model.values import Duration
from netfiles.model.work_search import WorkRules

Editor = Literal["none", "obsidian", "vscode"]


@dataclass(frozen=True, slots=True)
class Numbers:
    """The numbers of the rules that may differ between people; each is an option of the same name."""

    answer_business_days: int = 2
    answer_window_days: int = 14
    reply_business_days: int = 7
    reply_window_days: int = 60
    ask_business_days: int = 7
    introduction_business_days: int = 3
    names_window_months: int = 3
    names_least_talks: int = 5
    names_per_ten_talks: int = 10
    leaves_after_days: int = 60
    ranked_from: int = 10
    give_first_from: int = 2
    hello_from_days: int = 2
    hello_until_days: int = 30
    birthday_days: int = 7
    tie_half_life_days: int = 90
    met_half_life_days: int = 365
    small_round: int = 6
    connector_rest_days: int = 30
    short_minutes: int = 5
    long_minutes: int = 15
    people_a_day: int = 5
    outcome_days: int = 3
    lead_quiet_days: int = 14
    stale_months: int = 12


@dataclass(frozen=True, slots=True)
class Folders:
    """Where in the vault each kind of file lives; each is an option under `folders`."""

    contacts: str = "contacts"
    journal: str = "journal"
    companies: str = "career/companies"
    leads: str = "career/leads"
    goals: str = "career/goals"
    news: str = "career/news"
    profile: str = "career/profile.md"
    queries: str = "queries"
    attachments: str = "attachments"
    docs: str = "docs"


@dataclass(frozen=True, slots=True)
class Options:
    """Everything that mkdocs.yml tells netfiles. `keep_in_touch` are the defaults by tag."""

    site_name: str = "My network"
    today: date | None = None
    editor: Editor = "none"
    keep_in_touch: tuple[tuple[str, Duration], ...] = ()
    folders: Folders = field(default_factory=Folders)
    numbers: Numbers = field(default_factory=Numbers)
    work_search: WorkRules | None = None
    commit: bool = False
    tree: str = ".netfiles/tree"
    site: str = "site"
