"""`netfiles doctor`: whether everything netfiles needs is as it should be."""

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import click

from netfiles.cli.terminal import Terminal, as_json, pass_terminal


class Finding(NamedTuple):
    """One thing looked at: whether it is well, and what to do where it is not."""

    what: str
    well: bool
    advice: str = ""


@click.command()
@as_json
@pass_terminal
def doctor(terminal: Terminal, as_json: bool) -> None:
    """Look at Python, the libraries, the vault and its mkdocs.yml; say what to mend. Exit 2 where something is to."""
    findings = [*_machine(), *_vault(terminal)]
    if as_json:
        terminal.tell_json([finding._asdict() for finding in findings])
    for what, well, advice in () if as_json else findings:
        mark = click.style("ok  ", fg="green") if well else click.style("mend", fg="red", bold=True)
        terminal.tell(f"{mark} {what}")
        if not well:
            terminal.tell(f"     {advice}")
    if not all(finding.well for finding in findings):
        raise click.exceptions.Exit(2)


_LIBRARIES = ("mkdocs", "mkdocs-material", "python-frontmatter", "pydantic", "watchdog", "markdown-it-py", "nh3")


def _machine() -> Iterator[Finding]:
    import platform
    from importlib.metadata import PackageNotFoundError, version

    python = tuple(map(int, platform.python_version_tuple()[:2]))
    yield Finding(f"Python {platform.python_version()}", python >= (3, 11), "netfiles needs Python 3.11 or newer.")
    for name in _LIBRARIES:
        try:
            yield Finding(f"{name} {version(name)}", True)
        except PackageNotFoundError:
            yield Finding(f"{name} is not installed", False, "Install netfiles again: pip install netfiles.")
    from netfiles.text.frontmatter import FAST

    yield Finding("YAML with its C parser", FAST, "Without libyaml reading is many times slower: reinstall PyYAML.")


def _vault(terminal: Terminal) -> Iterator[Finding]:
    from netfiles.errors import NetfilesError
    from netfiles.vault.options import CONFIG, read_options

    try:
        vault = terminal.vault()
    except NetfilesError as error:
        yield Finding("no vault here", False, str(error))
        return
    yield Finding(f"the vault is {vault}", True)
    has_config = (vault / CONFIG).is_file()
    yield Finding(f"{CONFIG} is there", has_config, f"`netfiles init {vault}` makes one and touches nothing else.")
    options, problems = read_options(vault)
    for problem in problems:
        yield Finding(f"{CONFIG}, line {problem.place.line}: {problem.message}", False, problem.advice)
    for folder in (options.folders.contacts, options.folders.journal):
        yield Finding(f"{folder}/ is there", (vault / folder).is_dir(), f"Make it, or run `netfiles init {vault}`.")
    if has_config and not problems:
        yield from _config((vault / CONFIG).read_text(encoding="utf-8-sig"), options.tree, options.folders.docs)
    yield from _privacy(vault, (options.site, options.tree))


def _config(text: str, tree: str, docs: str) -> Iterator[Finding]:
    asked = (  # a table
        ("the pages' styles are loaded", "assets/netfiles.css", "Add `extra_css: [assets/netfiles.css]`."),
        (
            "the pages' script is loaded",
            "assets/netfiles.js",
            "Add both scripts of assets/ under `extra_javascript`, as `netfiles init` writes them.",
        ),
        ("no font is asked of another host", "font: false", "Add `font: false` under `theme`."),
        ("the plugin is named", "netfiles", "Add `netfiles` under `plugins`."),
        ("anchors of headings are understood", "attr_list", "Add `attr_list` under `markdown_extensions`."),
    )
    yield Finding(
        f"the tree goes to {tree}",
        tree not in (docs, "."),
        "Set `docs_dir: .netfiles/tree`: netfiles overwrites that folder.",
    )
    for what, written, advice in asked:
        yield Finding(what, written in text, advice)


def _privacy(vault: Path, made: tuple[str, ...]) -> Iterator[Finding]:
    import shutil
    import subprocess

    if (vault.stat().st_mode & 0o002) and not (vault.stat().st_mode & 0o1000):
        yield Finding("anybody on this computer can write to the vault", False, f"chmod o-w {vault}")
    git = shutil.which("git")
    if git is None or not (vault / ".git").exists():
        return
    for folder in made:
        # The vault may come from elsewhere: none of its git hooks or monitors may run.
        command = [git, "-C", str(vault), "-c", "core.fsmonitor=false", "-c", "core.hooksPath=/dev/null"]
        command += ["check-ignore", "--quiet", "--no-index", "--", f"{folder}/index.html"]
        ignored = subprocess.run(command, check=False, capture_output=True).returncode == 0
        yield Finding(f"git ignores {folder}/", ignored, f"Add /{folder}/ to .gitignore: it holds names and notes.")
