"""What holds where nothing is due: whether all have heard, whether something is owed, and how to begin."""

from netfiles.insights.closing import Write, entry_for
from netfiles.views.context import Context, Here


def first_talk(here: Here) -> Write | None:
    """The entry to begin with, where no talk or message with anybody is written down up to today."""
    context = here.context
    if any(entry.people and entry.day <= context.today for entry in context.network.entries):
        return None
    return next_talk(here)


def next_talk(here: Here) -> Write:
    """An entry to copy: with the first person on file, or with somebody made up."""
    people = here.context.people_by_name
    someone = next((one for one in people if one.record and one.record.status == "active"), None)
    name, file = (someone.name, someone.file) if someone else ("Jane Doe", None)
    return entry_for(here.context.network, here.context.today, name, file)


def all_have_heard(context: Context) -> bool:
    """Whether there was contact with everybody active on file."""
    active = (one for one in context.network.on_file if one.record and one.record.status == "active")
    return all(one.last_contact(context.today) for one in active)


def owes(context: Context) -> bool:
    """Whether a ledger holds what the queue does not ask for: a promise of mine, thanks, an outcome to tell."""
    thanks = context.insights.gratitude
    return bool(context.insights.promises.mine or thanks.thanks_owed or thanks.outcomes_owed)
