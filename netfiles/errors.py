"""What stops a command: one exception per situation, its sentence inside."""

from pathlib import Path


class NetfilesError(Exception):
    """A situation in which the command cannot go on; `str()` is the sentence for the owner."""


class NoVault(NetfilesError):
    """No vault was found where one was looked for."""

    def __init__(self, where: Path) -> None:
        super().__init__(
            f"{where} is not in a netfiles vault (no mkdocs.yml beside a contacts/ folder here or above). "
            "Make one with `netfiles init DIR`, or name one with `netfiles -C DIR …`."
        )


class VaultGone(NetfilesError):
    """The vault's folder cannot be listed."""

    def __init__(self, where: Path, why: str) -> None:
        super().__init__(f"The vault {where} cannot be read: {why}. Check that the folder exists and is yours.")


class BadDate(NetfilesError):
    """A day given on the command line, in the environment or as an option is no date."""

    def __init__(self, text: str, source: str) -> None:
        super().__init__(f"{source}: {text!r} is not a date. Write it as 2026-11-23.")


class BadWhen(NetfilesError):
    """A day to come is not understood, or has gone by."""

    def __init__(self, text: str, why: str = "is no day to come") -> None:
        super().__init__(
            f"{text!r} {why}. Write a length of time (2w, 10d, 3m) or a day (2026-12-07, 7 dec, monday, tomorrow)."
        )


class BadDay(NetfilesError):
    """The day on which something was is not understood, or has not come."""

    def __init__(self, text: str, why: str) -> None:
        super().__init__(f"--on: {text!r} {why}.")


class BadCadence(NetfilesError):
    """How often to be in touch is not understood."""

    def __init__(self, text: str) -> None:
        super().__init__(
            f"{text!r} is not how often. Write 30d, 6w, 3m, 1y, weekly, monthly, quarterly, yearly, never or off."
        )


class Several(NetfilesError):
    """Several things are open, and it is not said which is meant."""

    def __init__(self, said: str, advice: str) -> None:
        super().__init__(f"{said}\n{advice}")


class NothingFits(NetfilesError):
    """No open thing has the words that were given."""

    def __init__(self, what: str, said: str) -> None:
        super().__init__(f"Nothing open has the words {what!r}. {said}")


class NotClear(NetfilesError):
    """Whether a message goes out or came in does not follow from what is open."""

    def __init__(self, said: str) -> None:
        super().__init__(f"{said} Say which: --out for your message, --in for theirs.")


class BadQuery(NetfilesError):
    """A query given on the command line is not understood; `quote` is its text with a mark below where."""

    def __init__(self, why: str, quote: str, advice: str) -> None:
        super().__init__(f"The query is not understood: {why}.\n{quote}\n{advice}")


class SiteFailed(NetfilesError):
    """MkDocs could not build the site; the last good site is untouched."""

    def __init__(self, why: str) -> None:
        super().__init__(f"The site was not built, the last good one is untouched. MkDocs says: {why}")


class NeedsAll(NetfilesError):
    """Pages cannot be printed one by one."""

    def __init__(self, why: str) -> None:
        super().__init__(f"Pages cannot be printed one by one, so MkDocs must build the whole site: {why}.")


class NoStore(NetfilesError):
    """There is no place to keep the bytes that a change replaces."""

    def __init__(self, why: str) -> None:
        super().__init__(f"Nothing was written: what is replaced could not be kept for undo, since {why}.")


class Busy(NetfilesError):
    """Another command is writing to the vault."""

    def __init__(self) -> None:
        super().__init__("Nothing was written: another netfiles command is writing to this vault. Try again.")


class Meanwhile(NetfilesError):
    """A file is not as it was when the change was decided."""

    def __init__(self, path: str, kept: str = "") -> None:
        more = f" Another version of it is kept in {kept}." if kept else ""
        super().__init__(
            f"{path} was changed by another program meanwhile, and is left as that program wrote it.{more} "
            "Run the command again."
        )


class NotWritable(NetfilesError):
    """A file cannot be written; nothing was."""

    def __init__(self, path: str, why: str, advice: str) -> None:
        super().__init__(f"Nothing was written: {path} {why}. {advice}")


class NotWritten(NetfilesError):
    """The system broke off a change; everything is as before."""

    def __init__(self, path: str, why: str) -> None:
        super().__init__(f"Nothing was written: {path}: {why}. All files are as they were.")


class CannotEdit(NetfilesError):
    """A file is written in a way in which the change cannot be made safely."""

    def __init__(self, path: str, why: str, advice: str = "Change it in an editor.") -> None:
        super().__init__(f"Nothing was written: {path} cannot be changed as meant: {why}. {advice}")


class CannotUndo(NetfilesError):
    """There is nothing to take back, or it is not as we left it."""

    def __init__(self, why: str) -> None:
        super().__init__(f"Nothing was undone: {why}.")


class LineNotUnderstood(NetfilesError):
    """A line on the command line or in the inbox is not understood; `quote` is it with a mark below where."""

    def __init__(self, where: str, why: str, quote: str, advice: str) -> None:
        super().__init__(f"Nothing was written. {where}: {why}.\n{quote}\n{advice}")


class NotNamed(NetfilesError):
    """A name on the command line means nothing, or several things."""


class NoGit(NetfilesError):
    """Git is not there, or did not do what it was asked for; `told` is what it said."""

    def __init__(self, told: str, missing: bool = False) -> None:
        self.missing = missing
        first = next((line for line in told.strip().splitlines() if line.strip()), "it did not say why")
        super().__init__("git is not installed." if missing else f"git says: {first.removeprefix('fatal: ')}")


class CannotMake(NetfilesError):
    """A new file cannot be made as asked; `where` names the template and its line, if it is its fault."""

    def __init__(self, why: str, advice: str, where: str = "") -> None:
        super().__init__(f"Nothing was written: {f'{where}: ' if where else ''}{why}. {advice}")


class OnFile(NetfilesError):
    """What was to be made seems to be on file already."""

    def __init__(self, twins: str, advice: str) -> None:
        super().__init__(f"Nothing was written: {twins}\n{advice}")


class BadLetter(NetfilesError):
    """A template of a letter cannot be filled in."""

    def __init__(self, file: str, line: int, why: str) -> None:
        super().__init__(f"{file}, line {line}: {why}")


class NothingToSay(NetfilesError):
    """What is known does not make a letter of this sort."""


class CannotRename(NetfilesError):
    """A new name would let links lead elsewhere, or cannot be borne."""

    def __init__(self, why: str, advice: str) -> None:
        super().__init__(f"Nothing was renamed: {why}. {advice}")


class CannotMerge(NetfilesError):
    """Two records cannot be made one, or nobody said what counts where they differ."""

    def __init__(self, why: str, advice: str) -> None:
        super().__init__(f"Nothing was merged: {why}{'' if why.endswith(chr(10)) else '. '}{advice}")


class CannotRead(NetfilesError):
    """A file of another program is not one that can be read, or nothing in it can be relied on."""

    def __init__(self, name: str, why: str, advice: str, line: int | None = None) -> None:
        where = f"{name}, line {line}" if line else name
        super().__init__(f"Nothing was read from {where}: {why}. {advice}")


class NoKey(NetfilesError):
    """The secret from which a redaction makes its names cannot be kept or read."""

    def __init__(self, why: str, advice: str) -> None:
        super().__init__(f"Nothing was redacted: {why}. {advice}")


class NotForRedaction(NetfilesError):
    """The folder named for a redacted site is that of the site with everything in it."""

    def __init__(self, site: Path) -> None:
        super().__init__(
            f"{site} is the folder of your own site, where the next build would print the true names. "
            "Name another one for the redacted site."
        )
