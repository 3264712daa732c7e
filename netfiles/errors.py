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
