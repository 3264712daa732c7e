"""A draft: the letter to one person, what the owner should know of it, and the entry that says that it was sent."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, NamedTuple

from netfiles.drafts.letter import Letter, parted
from netfiles.drafts.occasion import Occasion, vagueness
from netfiles.drafts.sandbox import Letters
from netfiles.drafts.values import Known, left_out, values
from netfiles.model.fields import email_address

if TYPE_CHECKING:
    from netfiles.insights.derive import Insights


class Draft(NamedTuple):
    """`email` is the first address on file, bare; empty where there is none. `said` is for the owner alone."""

    occasion: Occasion
    letter: Letter
    email: str
    said: tuple[str, ...]

    @property
    def name(self) -> str:
        return self.occasion.someone.name


def letters(own: Mapping[str, str], ours: Mapping[str, str]) -> Letters:
    """The templates: ours by file name, and the vault's own, given by path, in their place or beside them."""
    known = {name: (f"netfiles' own {name}", text) for name, text in ours.items()}
    return Letters(known | {path.rsplit("/", 1)[-1]: (path, text) for path, text in own.items()})


def draft(insights: "Insights", templates: Letters, of: Occasion) -> Draft:
    """The letter for an occasion. Raises BadLetter."""
    name = f"{of.sort}.md"
    letter = parted(templates.filled(name, values(insights, of)), templates.path(name))
    record = of.someone.record
    email = email_address(record.emails[0]) if record and record.emails else ""
    return Draft(of, letter, email, (*left_out(Known(insights, of)), *vagueness(letter.body)))
