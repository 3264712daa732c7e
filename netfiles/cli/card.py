"""`netfiles card`: the picture of a business card, and a person's file with it."""

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from netfiles.cli.card_reading import Taken, Wish, reader, shape, side_of, take
from netfiles.cli.changing import How, carry, changing
from netfiles.cli.completing import PERSON
from netfiles.cli.terminal import Terminal, pass_terminal

if TYPE_CHECKING:
    from netfiles.changes.card import Side
    from netfiles.cli.desk import Desk
    from netfiles.records.plan import Copied, Plan


@click.command()
@click.argument("photos", metavar="PHOTO...", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--to", type=PERSON, metavar="NAME", help="Put the card to somebody who is on file.")
@click.option("--name", help="What the person of the card is called.")
@click.option("--one", is_flag=True, help="The pictures are sides of one card.")
@click.option("--accept", type=click.FloatRange(0, 1), help="Take what was read at least this surely, unasked: 0.8.")
@click.option("--no-read", "unread", is_flag=True, help="Only keep the picture, and read nothing of it.")
@click.option("--anyway", is_flag=True, help="Make the file though there is one like it.")
@click.option("--edit", is_flag=True, help="Open the file in $VISUAL or $EDITOR.")
@changing
@pass_terminal
def card(  # noqa: PLR0913  # one for each option
    terminal: Terminal,
    *,
    photos: tuple[Path, ...],
    to: str | None,
    name: str | None,
    one: bool,
    accept: float | None,
    unread: bool,
    anyway: bool,
    edit: bool,
    how: How,
) -> None:
    """Put pictures of business cards into attachments/, each with a new person's file.

    With the extra `netfiles[ocr]` the cards are read, on this computer, and you say what of it is right.
    """
    from netfiles.cli.desk import desk
    from netfiles.records.plan import Created, Edited, together

    if to and name:
        raise click.UsageError("--to and --name do not go together: --to says whose card it is.")
    at, wish = desk(terminal), Wish(accept, unread, name is not None, how)
    sides = [side_of(terminal, photo) for photo in photos]
    read = reader(terminal, wish)
    cards = [list(zip(photos, sides, strict=True))]
    if not (one or to or name):
        cards = [[pair] for pair in cards[0]]
    plans: list[Plan] = []
    told: list[dict[str, Any]] = []
    for pairs in cards:
        taken = take(terminal, wish, read, pairs)
        called = at.one(to).name if to else name or _called(at, taken, how)
        made = _pictures(at, called, [side for _, side in pairs], plans)
        if to:
            plans.append(_to_person(at, to, taken, made))
        else:
            plans.append(_new_person(at, called, taken, made, plans, None if anyway else how))
        told.append({"pictures": [picture.path for picture in made], **shape(taken)})
    carry(
        at, plans[0] if len(plans) == 1 else together(f"Add {len(plans)} business cards", plans), how, {"cards": told}
    )
    if edit and not how.dry:
        from netfiles.cli.editing import open_editor

        for step in (step for plan in plans for step in plan.steps if isinstance(step, Created | Edited)):
            open_editor(at.vault / step.path)


def _called(at: "Desk", taken: Taken, how: How) -> str:
    """What the person is called: as read, as asked; by the day where nobody knows."""
    if name := next(iter(taken.values.get("name", ())), ""):
        return name
    by_day = f"Business card {at.today}"
    if sys.stdin.isatty() and not how.as_json:
        return str(click.prompt("Whose card is it", default=by_day, err=True))
    at.terminal.say(
        "No name was given or taken: the file is called by the day, and `netfiles rename` gives it its name."
    )
    return by_day


def _pictures(at: "Desk", called: str, sides: "Sequence[Side]", before: "Sequence[Plan]") -> "tuple[Copied, ...]":
    """The pictures under their new names, which no other in the vault or of this command has."""
    from netfiles.changes.card import pictures
    from netfiles.records.plan import Copied
    from netfiles.text.stems import alike

    folder = at.options.folders.attachments
    names = (step.path.rpartition("/")[2] for plan in before for step in plan.steps if isinstance(step, Copied))
    return pictures(called, sides, folder, {*at.taken(folder), *map(alike, names)})


def _new_person(  # what a file is made of
    at: "Desk",
    called: str,
    taken: Taken,
    made: "tuple[Copied, ...]",
    before: "Sequence[Plan]",
    ask: How | None,
) -> "Plan":
    """A new person's file with the pictures; asked about first where there is one like it, if it may be."""
    from datetime import datetime

    from netfiles.changes.card import names_of, with_pictures
    from netfiles.changes.new import SORTS, Template, Wanted, new_file
    from netfiles.cli.new import ask_about_twins
    from netfiles.text.stems import alike
    from netfiles.vault.templates import template

    now = datetime.combine(at.today, datetime.now().astimezone().time())
    fields = {field: values for field, values in taken.values.items() if field != "name"}
    wanted = Wanted("person", called, now, {**fields, "cards": names_of(made)})
    stems = {alike(Path(step.path).stem) for plan in before for step in plan.steps}
    found = Template(*template(at.vault, SORTS["person"].template))
    plan = new_file(wanted, found, at.options.folders, at.names, lambda folder, _="": at.taken(folder) | stems)
    if ask:
        ask_about_twins(at, SORTS["person"], wanted, ask, "If it is theirs, say `--to NAME`; if not, `--anyway`.")
    return with_pictures(plan, made)


def _to_person(at: "Desk", to: str, taken: Taken, made: "tuple[Copied, ...]") -> "Plan":
    from netfiles.changes.card import card_for
    from netfiles.changes.fields import as_written

    person = at.person(at.one(to))
    read = {
        field: tuple(as_written("person", field, value, at.names) for value in values)
        for field, values in taken.values.items()
    }
    return card_for(person, made, read)
