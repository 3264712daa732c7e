"""Warnings before a site gets into the hands of others: by git, by a host, by a branch."""

import os
import subprocess
import time
from pathlib import Path

import pytest
from click.testing import CliRunner

from netfiles.cli import netfiles
from netfiles.vault.create import create, skeleton
from netfiles.vault.publishing import exposures

WORKFLOW = ".github/workflows/site.yml"


@pytest.fixture
def vault(tmp_path: Path) -> Path:
    folder = tmp_path / "vault"
    for path, content in skeleton().items():
        create(folder, path, content)
    create(folder, "contacts/Jane Doe.md", b"---\ncompany: Acme\n---\n")
    return folder


def git(folder: Path, *words: str) -> None:
    own = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull, **_WHO}
    subprocess.run(["git", *words], cwd=folder, check=True, capture_output=True, env={**os.environ, **own})


_WHO = {f"GIT_{who}_{what}": f"{who}@vault.example" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}


def found(vault: Path, site: str = "site") -> list[str]:
    return [exposure.found.replace(str(vault), "") for exposure in exposures(vault, vault / site)]


def test_a_vault_without_git_and_hosts_is_told_nothing(vault: Path) -> None:
    assert found(vault) == []


def test_a_vault_as_init_makes_it_in_a_repository_is_told_nothing(vault: Path) -> None:
    git(vault, "init", "-q")
    git(vault, "add", ".")
    git(vault, "commit", "-qm", "all")
    assert found(vault) == []


def test_a_folder_that_is_not_ignored_is_told(vault: Path) -> None:
    git(vault, "init", "-q")
    (vault / ".gitignore").unlink()
    assert found(vault) == ["/site is not in .gitignore: `git add` would take the whole site along"]
    assert "Add the line `/site/` to" in next(exposures(vault, vault / "site")).advice


def test_a_folder_of_which_git_tracks_files_is_told_although_it_is_ignored(vault: Path) -> None:
    git(vault, "init", "-q")
    create(vault, "site/index.html", b"Jane")
    git(vault, "add", "--force", "site")
    (said,) = found(vault)
    assert said.startswith("git tracks 1 file of /site")
    assert "git rm -r --cached site" in next(exposures(vault, vault / "site")).advice


def test_a_site_in_another_repository_is_told(vault: Path, tmp_path: Path) -> None:
    blog = tmp_path / "blog"
    blog.mkdir()
    git(blog, "init", "-q")
    (said,) = (one.found for one in exposures(vault, blog / "network"))
    assert said == f"{blog / 'network'} is not in .gitignore: `git add` would take the whole site along"


def test_a_vault_below_the_top_of_a_repository_is_looked_at_from_there(vault: Path) -> None:
    git(vault.parent, "init", "-q")
    create(vault.parent, WORKFLOW, b"run: mkdocs gh-deploy --force")
    (said,) = found(vault)
    assert said.startswith(f"{vault.parent / WORKFLOW} may put the site on the web")


@pytest.mark.parametrize(
    ("path", "text", "said"),
    [
        (WORKFLOW, "run: mkdocs gh-deploy --force", "it says `gh-deploy`"),
        (WORKFLOW, "uses: actions/deploy-pages@v4", "it says `deploy-pages`"),
        (WORKFLOW, "uses: peaceiris/actions-gh-pages@v4", "it says `gh-pages`"),
        (WORKFLOW.replace("yml", "yaml"), "run: npx netlify deploy", "it says `netlify`"),
        (".gitlab-ci.yml", "pages:\n  script: mkdocs build", "its job `pages` publishes a site"),
        ("netlify.toml", "", "Netlify publishes what lies beside it"),
        ("vercel.json", "{}", "Vercel publishes what lies beside it"),
        (".readthedocs.yaml", "", "Read the Docs publishes what lies beside it"),
    ],
)
def test_files_that_have_a_host_publish_are_told_with_or_without_git(
    vault: Path, path: str, text: str, said: str
) -> None:
    create(vault, path, text.encode())
    (without,) = found(vault)
    git(vault, "init", "-q")
    (told,) = found(vault)
    assert told == without
    assert told.startswith(f"/{path} may put the site on the web with every push: ")
    assert told.endswith(said)


@pytest.mark.parametrize(
    ("path", "text"),
    [
        (WORKFLOW, "run: make test"),
        (".gitlab-ci.yml", "test:\n  script: make\n# pages are elsewhere"),
        ("notes/netlify.toml", ""),
    ],
)
def test_other_files_are_not_told(vault: Path, path: str, text: str) -> None:
    create(vault, path, text.encode())
    git(vault, "init", "-q")
    assert found(vault) == []


@pytest.mark.parametrize("folder", ["docs", "public", "_site"])
def test_a_folder_that_hosts_publish_by_its_name_is_told(vault: Path, folder: str) -> None:
    git(vault, "init", "-q")
    (vault / ".gitignore").write_text(f"/{folder}/\n")
    (said,) = found(vault, folder)
    assert said == f"/{folder} has a name under which hosts publish a folder of a repository unasked"


def test_a_branch_that_hosts_publish_is_told(vault: Path) -> None:
    git(vault, "init", "-q")
    git(vault, "add", "contacts")
    git(vault, "commit", "-qm", "one")
    git(vault, "branch", "gh-pages")
    assert found(vault) == [f"the repository {''} has a branch gh-pages, which hosts put on the web"]


def test_nothing_that_the_repository_names_is_run(vault: Path, tmp_path: Path) -> None:
    git(vault, "init", "-q")
    script = tmp_path / "evil"
    script.write_text(f"#!/bin/sh\ntouch {tmp_path}/RAN\n")
    script.chmod(0o755)
    git(vault, "config", "core.fsmonitor", str(script))
    git(vault, "config", "core.hooksPath", str(tmp_path))
    assert found(vault) == []
    assert not (tmp_path / "RAN").exists()


def test_a_repository_that_git_cannot_read_is_told(vault: Path) -> None:
    (vault / ".git").write_text("gitdir: /nowhere\n")
    (said,) = found(vault)
    assert "lies in a git repository, and whether it is left out is not known" in said


def test_without_git_it_takes_next_to_no_time(vault: Path) -> None:
    list(exposures(vault, vault / "site"))
    start = time.process_time()
    for _ in range(10):
        list(exposures(vault, vault / "site"))
    assert (time.process_time() - start) / 10 < 0.03


@pytest.mark.parametrize("quiet", [(), ("-q",)])
def test_build_warns_each_time_on_stderr_even_where_it_is_to_be_quiet(vault: Path, quiet: tuple[str, ...]) -> None:
    create(vault, "netlify.toml", b"")
    for _ in range(2):
        done = CliRunner().invoke(netfiles, [*quiet, "-C", str(vault), "build"])
        assert done.exit_code == 0
        assert done.stderr.count("WARNING: ") == 1
        assert "netfiles build --redact" in done.stderr
        assert "WARNING" not in done.stdout


def test_build_redact_does_not_warn(vault: Path) -> None:
    create(vault, "netlify.toml", b"")
    done = CliRunner().invoke(netfiles, ["-C", str(vault), "build", "--redact"])
    assert done.exit_code == 0
    assert "WARNING" not in done.stderr
    assert f"The redacted site: {vault / 'site-redacted'}" in done.stdout


@pytest.mark.parametrize("other", ["--tree", "--at=2026-11-01"])
def test_redact_goes_with_a_site_of_today_alone(vault: Path, other: str) -> None:
    done = CliRunner().invoke(netfiles, ["-C", str(vault), "build", "--redact", other])
    assert done.exit_code == 2
    assert "leave --at and --tree out" in done.stderr
