"""Whether a site that is printed would be seen by others: git tracks its folder, or a host publishes it."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from netfiles.errors import NoGit
from netfiles.vault import git

_MOST_READ = 256 * 1024
_MOST_FILES = 50


@dataclass(frozen=True, slots=True)
class Exposure:
    """One way in which others would see the site: what was found, and what to do."""

    found: str
    advice: str


_HOSTS: Mapping[str, str] = {
    "netlify.toml": "Netlify",
    "vercel.json": "Vercel",
    "firebase.json": "Firebase",
    "wrangler.toml": "Cloudflare",
    "wrangler.jsonc": "Cloudflare",
    "render.yaml": "Render",
    "staticwebapp.config.json": "Azure",
    ".readthedocs.yaml": "Read the Docs",
    ".readthedocs.yml": "Read the Docs",
    "CNAME": "GitHub Pages",
    ".nojekyll": "GitHub Pages",
}
"""Files by which a host knows that it is to publish what lies beside them."""

_WORKFLOWS = (".github/workflows", ".forgejo/workflows", ".gitea/workflows")
_PUBLISHES = re.compile(
    r"gh-deploy|gh-pages|deploy-pages|upload-pages-artifact|netlify|vercel|wrangler|firebase|surge\b|s3 sync|rsync"
)
_GITLAB_PAGES = re.compile(r"^\s*['\"]?pages['\"]?\s*:", re.MULTILINE)
_BY_CONVENTION = frozenset("docs public public_html htdocs www wwwroot _site".split())
"""Folders that hosts publish without being told."""

_BRANCHES = ("gh-pages", "pages")

_REDACT = "To show it to somebody, print `netfiles build --redact`"


def exposures(vault: Path, site: Path) -> Iterator[Exposure]:
    """The ways in which others would see a site printed to `site`; nothing is run where there is no git."""
    vault, site = vault.resolve(), site.resolve()
    around, home = _repository(site), _repository(vault)
    if around:
        yield from _tracked(around, site)
        yield from _by_convention(site)
    for folder in dict.fromkeys((vault, home or vault)):
        yield from _told_hosts(folder)
    if home:
        yield from _branches(home)


def _repository(folder: Path) -> Path | None:
    """The top of the repository that a folder, which may not be there yet, lies in."""
    return next((each for each in (folder, *folder.parents) if (each / ".git").exists()), None)


def _tracked(top: Path, site: Path) -> Iterator[Exposure]:
    advice = f"Add the line `/{_below(top, site)}/` to {top / '.gitignore'}, or print elsewhere with --site. {_REDACT}."
    try:
        count = git.tracked_below(top, site)
        if count:
            yield Exposure(
                f"git tracks {count} file{'s' * (count != 1)} of {site}: the next commit and push publish the site",
                f"Take them out with `git rm -r --cached {_below(top, site)}`. {advice}",
            )
        elif not git.is_ignored(top, site / "index.html"):
            yield Exposure(f"{site} is not in .gitignore: `git add` would take the whole site along", advice)
    except NoGit as error:
        yield Exposure(f"{site} lies in a git repository, and whether it is left out is not known ({error})", advice)


def _below(top: Path, site: Path) -> str:
    return site.relative_to(top).as_posix()


def _told_hosts(folder: Path) -> Iterator[Exposure]:
    for name, host in _HOSTS.items():
        if (folder / name).is_file():
            yield _published(folder / name, f"{host} publishes what lies beside it")
    workflows = (path for below in _WORKFLOWS for path in sorted((folder / below).glob("*.y*ml"))[:_MOST_FILES])
    for path in workflows:
        if word := _PUBLISHES.search(_text(path)):
            yield _published(path, f"it says `{word[0]}`")
    if _GITLAB_PAGES.search(_text(folder / ".gitlab-ci.yml")):
        yield _published(folder / ".gitlab-ci.yml", "its job `pages` publishes a site")


def _published(file: Path, why: str) -> Exposure:
    return Exposure(
        f"{file} may put the site on the web with every push: {why}",
        f"Remove it, or have it publish a folder that is not of this vault. {_REDACT}, and publish that folder alone.",
    )


def _by_convention(site: Path) -> Iterator[Exposure]:
    if site.name in _BY_CONVENTION:
        yield Exposure(
            f"{site} has a name under which hosts publish a folder of a repository unasked",
            f"Print to a folder of another name with --site. {_REDACT}.",
        )


def _branches(top: Path) -> Iterator[Exposure]:
    try:
        found = git.branches(top, _BRANCHES)
    except NoGit:
        return
    for name in found:
        yield Exposure(
            f"the repository {top} has a branch {name}, which hosts put on the web",
            f"Do not commit the site to it, and do not run `mkdocs gh-deploy`. {_REDACT}, and publish that alone.",
        )


def _text(path: Path) -> str:
    """The beginning of a small file; empty where there is none."""
    try:
        with path.open("rb") as file:
            return file.read(_MOST_READ).decode("utf-8", "replace")
    except OSError:
        return ""
