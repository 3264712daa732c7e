"""`netfiles draft`: a letter filled from what is known."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from netfiles.cli.changing import How, carry, changing
from netfiles.cli.completing import PERSON
from netfiles.cli.terminal import Terminal, pass_terminal

if TYPE_CHECKING:
    from netfiles.cli.desk import Desk
    from netfiles.drafts.draft import Draft
    from netfiles.drafts.occasion import Sort, Wish
    from netfiles.insights.derive import Insights

SORTS = ("information", "introduction", "referral", "interview", "thanks", "update", "nudge")
CHANNELS = ("email", "letter", "message", "social")


@click.command()
@click.argument("sort", metavar="KIND", type=click.Choice(SORTS))
@click.argument("name", nargs=-1, type=PERSON)
@click.option("--ask", metavar="SENTENCE", help="What to ask for, in one sentence.")
@click.option("--news", metavar="TITLE", help="The news to tell (update).")
@click.option("--all", "everybody", is_flag=True, help="A letter to each who has not heard the news.")
@click.option("--mailto", is_flag=True, help="Print a link that opens your mail program.")
@click.option("--open", "opened", is_flag=True, help="Open your mail program with the letter.")
@click.option("--to", metavar="FILE", type=click.Path(path_type=Path), help="Write a new file; with --all, a folder.")
@click.option("--template", "pattern", is_flag=True, help="Print the template of KIND, to change it.")
@click.option("--sent", is_flag=True, help="Write down that it was sent.")
@click.option("--on", metavar="DATE", help="The day it was sent (else today).")
@click.option("--channel", type=click.Choice(CHANNELS), default="email", help="How it was sent (else email).")
@changing
@pass_terminal
def draft(  # noqa: PLR0913  # one for each option
    terminal: Terminal,
    *,
    sort: "Sort",
    name: tuple[str, ...],
    ask: str | None,
    news: str | None,
    everybody: bool,
    mailto: bool,
    opened: bool,
    to: Path | None,
    pattern: bool,
    sent: bool,
    on: str | None,
    channel: str,
    how: How,
) -> None:
    """Draft a letter to NAME. KIND: information, introduction, referral, interview, thanks, update or nudge.

    The letter goes to stdout, what to know about it to stderr. Nothing is ever sent.
    """
    from netfiles.cli.desk import desk

    if pattern:
        _tell_template(terminal, sort)
        return
    _refuse_mixed(sort, name, news, everybody, opened, sent, on, ask or "")
    at = desk(terminal)
    insights = terminal.insights()
    drafts = _drafts(at, insights, sort, " ".join(name), ask or "", news)
    _say(at, drafts)
    if to is not None:
        _write(at, drafts, to, everybody)
    if opened:
        _open(drafts[0])
    if how.as_json and not sent:
        terminal.tell_json([_shape(one) for one in drafts])
    elif mailto:
        _tell_links(terminal, drafts)
    elif not (to or opened or sent):
        _tell(terminal, drafts, everybody)
    if sent:
        _write_down(at, insights, drafts, on, channel, how)


def _tell_template(terminal: Terminal, sort: "Sort") -> None:
    """The text of the letter of this kind that is used: the vault's own, else ours."""
    from netfiles.vault.templates import LETTERS, letters, our_letters

    own = letters(terminal.vault()).get(f"{LETTERS}/{sort}.md")
    terminal.tell((own or our_letters()[f"{sort}.md"]).rstrip("\n"))


def _refuse_mixed(
    sort: str,
    name: tuple[str, ...],
    news: str | None,
    everybody: bool,
    opened: bool,
    sent: bool,
    on: str | None,
    ask: str,
) -> None:
    """Raise UsageError where options contradict each other."""
    faults = (
        (everybody and bool(name), "Give either a name or --all."),
        (not everybody and not name, "Give the name of a person."),
        (everybody and (sort != "update" or not news), "--all goes with `update --news TITLE`."),
        (bool(news) and sort != "update", "--news goes with `update`."),
        (everybody and opened, "--open is for one letter; --mailto prints a link for each."),
        (bool(on) and not sent, "--on goes with --sent."),
        (not " ".join(ask.split()).isprintable(), "--ask holds signs that cannot be read."),
    )
    for wrong, said in faults:
        if wrong:
            raise click.UsageError(said)


def _drafts(at: "Desk", insights: "Insights", sort: "Sort", name: str, ask: str, news: str | None) -> "list[Draft]":
    """The letter to one person, or to each who has not heard the news. Raises NothingToSay, BadLetter, NotNamed."""
    from netfiles.drafts.draft import draft, letters
    from netfiles.drafts.occasion import Wish, occasion
    from netfiles.vault.templates import letters as own_letters
    from netfiles.vault.templates import our_letters

    telling = None
    if news:
        path = at.one(news, ("news",)).key
        telling = next(one for one in insights.news if one.news.path == path)
    wish = Wish(ask, telling)
    templates = letters(own_letters(at.vault), our_letters())
    keys = [at.one(name).key] if name else _untold(wish)
    people = insights.network.people
    return [draft(insights, templates, occasion(insights, sort, people[key], wish)) for key in keys]


def _untold(wish: "Wish") -> list[str]:
    from netfiles.drafts.occasion import check_news
    from netfiles.errors import NothingToSay

    if wish.news is None:
        return []
    check_news(wish.news)
    if not wish.news.in_order:
        raise NothingToSay(f"Everybody who is to hear “{wish.news.news.called}” has heard it.")
    return list(wish.news.in_order)


def _say(at: "Desk", drafts: "list[Draft]") -> None:
    """What the owner should know of the letters: what is said of all of them, once."""
    from netfiles.problems import printable

    for text in dict.fromkeys(said for one in drafts for said in one.said):
        at.terminal.say(printable(text))


def _tell(terminal: Terminal, drafts: "list[Draft]", everybody: bool) -> None:
    if not everybody:
        terminal.tell(drafts[0].letter.text.rstrip("\n"))
        return
    for number, one in enumerate(drafts):
        terminal.tell(f"{'' if number == 0 else _RULE}To: {_address(one)}\n{one.letter.text}".rstrip("\n"))


_RULE = f"\n{'-' * 60}\n\n"


def _address(one: "Draft") -> str:
    return f"{one.name} <{one.email}>" if one.email else one.name


def _link(one: "Draft") -> str:
    from netfiles.drafts.mailto import mailto

    return mailto(one.email, one.letter.subject, one.letter.body)


def _tell_links(terminal: Terminal, drafts: "list[Draft]") -> None:
    """A link for each who has an address. Raises NothingToSay where nobody has."""
    from netfiles.problems import printable

    without = [one.name for one in drafts if not one.email]
    if without and len(drafts) > 1:
        terminal.say(f"No e-mail address is on file for {printable(', '.join(without))}.")
    for one in drafts:
        if one.email or len(drafts) == 1:
            terminal.tell(_checked(one))


def _checked(one: "Draft") -> str:
    """The link of a letter to somebody who has an address. Raises NothingToSay."""
    from netfiles.errors import NothingToSay

    if not one.email:
        raise NothingToSay(f"No e-mail address is on file for {one.name}. Add it as `emails`, or leave out --mailto.")
    return _link(one)


def _open(one: "Draft") -> None:
    import webbrowser

    if not webbrowser.open(_checked(one)):
        raise click.ClickException("No program for mailto: links was found. --mailto prints the link.")


def _write(at: "Desk", drafts: "list[Draft]", to: Path, everybody: bool) -> None:
    """Write the letters into new files: all of them, or none where one of them cannot be. Raises NotWritable."""
    from netfiles.problems import printable
    from netfiles.text.stems import alike, stem_of, unused
    from netfiles.vault.beside import folder_for, refuse_place, write_new

    files = {to: drafts[0].letter.text}
    if everybody:
        folder_for(to)
        files, used = {}, set[str]()
        for one in drafts:
            stem = unused(stem_of(one.name) or "Letter", used)
            used.add(alike(stem))
            files[to / f"{stem}.txt"] = f"To: {_address(one)}\n{one.letter.text}"
    for file in files:
        refuse_place(at.vault, at.options.folders, file)
    for file, text in files.items():
        write_new(file, text)
        at.terminal.say(f"+ {printable(str(file))}")


def _write_down(
    at: "Desk", insights: "Insights", drafts: "list[Draft]", on: str | None, channel: str, how: How
) -> None:
    """Write the entries of letters that were sent."""
    from netfiles.capture.days import day_of
    from netfiles.drafts.sent import Sending, sent

    day = day_of(on, at.today)
    there = at.taken(f"{at.options.folders.journal}/{day.year:04d}", day.isoformat())
    carry(at, sent(insights.network, drafts, Sending(day, channel), at.options.folders, there), how)


def _shape(one: "Draft") -> dict[str, Any]:
    return {
        "person": one.name,
        "file": one.occasion.someone.file,
        "email": one.email or None,
        "subject": one.letter.subject,
        "body": one.letter.body,
        "mailto": _link(one) if one.email else None,
        "said": list(one.said),
    }
