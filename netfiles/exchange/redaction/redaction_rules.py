"""What becomes of each field in a redacted vault: whatever is not named here as something else is left out."""

from collections.abc import Mapping
from typing import Literal, get_args

from netfiles.model import Kind
from netfiles.model.purposes import TalkPurpose

Rule = Literal["kept", "day", "linked", "told", "tags", "text", "place", "word", "hidden", "audience", "named", "out"]
"""`kept`: as it is, a number or a word of the format. `day`: shifted. `linked`: links to the same records by their new
names. `told`: the same, texts made up. `tags`, `text`, `place`: made-up words, the same for the same. `word`: kept if
it is one of the words below, else left out. `hidden`: only that something is written. `audience`: the same people.
`named`: the made-up name of the record. `out`: left out, also where made-up words would be compared with each other and
say what is not so (a skill that no accomplishment shows).
"""

HIDDEN = "…"
"""Stands for a text that is left out where it matters that there is one."""

WORDS: Mapping[str, frozenset[str]] = {
    "purpose": frozenset(get_args(TalkPurpose)),
    "relation": frozenset(
        (
            *"acquaintance alumni classmate client coach colleague customer family friend manager mentor".split(),
            *"neighbor neighbour recruiter relative supplier teacher".split(),
            "former colleague",
            "hiring manager",
        )
    ),
}
"""The words that a field with free text may keep: they name nobody."""

TAGS = frozenset(
    "alumni close colleague colleagues family friend friends inner-circle mentor mentors recruiter recruiters".split()
)
"""The tags that stay: they name nobody."""

RULES: Mapping[Kind, Mapping[str, Rule]] = {
    "person": {
        "name": "named",
        "aliases": "out",
        "title": "hidden",
        "company": "linked",
        "as_of": "day",
        "past_companies": "linked",
        "emails": "out",
        "phones": "out",
        "addresses": "out",
        "links": "out",
        "location": "place",
        "birthday": "out",
        "photo": "out",
        "cards": "out",
        "tags": "tags",
        "relation": "word",
        "met_on": "day",
        "met_at": "out",
        "introduced_by": "linked",
        "knows": "linked",
        "may_use_name": "kept",
        "can_help": "hidden",
        "i_can_help": "hidden",
        "keep_in_touch": "kept",
        "next": "hidden",
        "next_on": "day",
        "next_done": "day",
        "snooze_until": "day",
        "status": "kept",
        "told_before": "linked",
        "uid": "out",
        "source": "hidden",
    },
    "interaction": {
        "date": "day",
        "with_": "linked",
        "channel": "kept",
        "direction": "kept",
        "minutes": "kept",
        "activity": "kept",
        "purpose": "word",
        "asked": "kept",
        "ask": "hidden",
        "ask_status": "kept",
        "got": "kept",
        "gave": "kept",
        "introduced": "linked",
        "thanked": "day",
        "thanks_for": "linked",
        "outcome_for": "linked",
        "told": "told",
        "title": "out",
        "source": "hidden",
        "uid": "out",
        "tags": "tags",
        "leads": "linked",
        "companies": "linked",
        "next": "hidden",
        "next_on": "day",
        "next_done": "day",
        "they_owe": "hidden",
        "they_owe_on": "day",
        "they_owe_done": "day",
    },
    "company": {
        "name": "named",
        "aliases": "out",
        "website": "out",
        "industry": "text",
        "location": "place",
        "size": "out",
        "target": "kept",
        "motivation": "kept",
        "postings": "kept",
        "why": "out",
        "careers_page": "out",
        "addresses": "out",
        "phones": "out",
        "emails": "out",
        "status": "kept",
        "tags": "tags",
    },
    "lead": {
        "title": "named",
        "company": "linked",
        "url": "out",
        "stage": "kept",
        "heard_from": "linked",
        "heard_via": "linked",
        "heard_on": "day",
        "posted_on": "day",
        "applied_on": "day",
        "interviews": "day",
        "offer_on": "day",
        "closed_on": "day",
        "referred_by": "linked",
        "needs": "out",
        "method": "out",
        "result": "out",
        "salary": "out",
        "next": "hidden",
        "next_on": "day",
        "next_done": "day",
        "tags": "tags",
    },
    "goal": {
        "title": "named",
        "measure": "kept",
        "target": "kept",
        "per": "kept",
        "start": "day",
        "due": "day",
        "status": "kept",
        "companies": "linked",
        "tags": "tags",
        "channel": "kept",
    },
    "profile": {
        "roles": "hidden",
        "industries": "out",
        "company_types": "hidden",
        "locations": "hidden",
        "strengths": "out",
        "weaknesses": "hidden",
        "accomplishments": "text",
        "skills": "out",
        "pitch": "hidden",
        "networking_share": "kept",
        "weekly_minutes": "kept",
        "status": "kept",
        "name": "out",
        "emails": "out",
        "phones": "out",
        "links": "out",
    },
    "news": {"title": "named", "date": "day", "supersedes": "linked", "audience": "audience", "until": "day"},
    "query": {"title": "out", "query": "out", "columns": "out", "sort": "out"},
}
"""Every field of every kind; saved queries are left out wholly."""
