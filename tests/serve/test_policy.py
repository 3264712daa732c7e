"""Which inline scripts may run, and what is added to a page on its way."""

import base64
import hashlib
import time
from pathlib import Path

import pytest

from netfiles.serve.scripts import inline_scripts, policy, trusted_hashes

from .at_work import PALETTE, SCOPE, AtWork, at_work, page, serving, until

TRUSTED = frozenset(script.normal for script in inline_scripts(page("", base="/").encode()))


def hashed(element: str) -> str:
    text = element.removeprefix("<script>").removesuffix("</script>")
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


@pytest.mark.parametrize("base", [".", "..", "../..", "../../..", "/", "/crm/"])
def test_the_themes_scripts_are_trusted_whatever_the_pages_way_to_the_root(base: str) -> None:
    hashes = trusted_hashes(page("", base=base).encode(), TRUSTED)
    assert hashes == [hashed(SCOPE.format(base)), hashed(PALETTE)]


@pytest.mark.parametrize(
    "injected",
    [
        "<script>alert(1)</script>",
        '<script type="module">alert(1)</script>',
        "<script\n>alert(1)</script>",
        '<script>var palette=__md_get("__palette");alert(1)</script>',
        SCOPE.format('"+alert(1)+"'),
        SCOPE.format("javascript:alert(1)"),
        SCOPE.format("//evil.test/"),
        SCOPE.format("https://evil.test/"),
        '<script src="https://evil.test/x.js"></script>',
        '<script type="application/json">{"a": 1}</script>',
        "<script>alert(1)",
    ],
)
def test_a_script_that_is_not_the_themes_gets_no_hash(injected: str) -> None:
    assert trusted_hashes(page(injected).encode(), TRUSTED) == trusted_hashes(page("").encode(), TRUSTED)


def test_settings_in_json_need_no_trust() -> None:
    assert list(inline_scripts(b'<script id="__config" type="application/json">{"base": "."}</script>')) == []


@pytest.mark.parametrize("hostile", [b"<script>", b"<script ", b"<script x>", b'<script>new URL("', b"</script"])
def test_a_hostile_page_is_read_in_passing_time(hostile: bytes) -> None:
    start = time.process_time()
    list(inline_scripts(hostile * 100_000))
    assert time.process_time() - start < 5


def test_the_policy_names_every_kind() -> None:
    assert policy(["'sha256-x'"]) == (
        "default-src 'none'; script-src 'self' 'sha256-x'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; "
        "font-src 'self'; connect-src 'self'; worker-src 'self' blob:; manifest-src 'self'; base-uri 'none'; "
        "form-action 'none'; frame-ancestors 'none'; object-src 'none'"
    )


def test_a_served_page_may_run_the_themes_scripts_and_no_other(vault: Path) -> None:
    (vault / "ada.md").write_text("<script>alert(1)</script>")
    with at_work(vault) as work:
        sent = work.get("/ada/").headers["Content-Security-Policy"]
    assert sent == policy([hashed(SCOPE.format("..")), hashed(PALETTE)])


def test_attachments_are_shut_in(vault: Path) -> None:
    def attach(folder: Path) -> None:
        (folder / "attachments").mkdir()
        (folder / "attachments" / "card.svg").write_text("<svg/>")
        (folder / "logo.svg").write_text("<svg/>")

    work = AtWork(vault, live=False, while_building=attach)
    with serving(work):
        card, logo = work.get("/attachments/card.svg"), work.get("/logo.svg")
    assert card.headers["Content-Security-Policy"].endswith("; sandbox")
    assert logo.headers["Content-Security-Policy"] == policy()
    assert (card.status, card.body) == (200, "<svg/>")


@pytest.mark.parametrize("live", [True, False])
def test_a_page_gets_the_reload_script_on_its_way_and_has_no_trace_of_it_in_the_site(vault: Path, live: bool) -> None:
    with at_work(vault, live) as work:
        sent = work.get("/ada/")
        script = work.get("/_netfiles/reload.js")
    before, _, rest = sent.body.partition('<script src="/_netfiles/reload.js" defer')
    after = rest.partition("</script>")[2]
    assert before + after == page("<p>first</p>")
    assert after == "</body></html>"
    assert int(sent.headers["Content-Length"]) == len(sent.body)
    assert script.headers["Content-Type"] == "text/javascript; charset=utf-8"
    assert "EventSource" in script.body


@pytest.mark.parametrize("live", [True, False])
def test_a_page_that_did_not_change_is_sent_once_however_many_sites_follow(vault: Path, live: bool) -> None:
    (vault / "bob.md").write_text("first")
    with at_work(vault, live) as work:
        tag = work.get("/ada/").headers["ETag"]
        missing = work.get("/none/").headers["ETag"]
        (vault / "bob.md").write_text("last")
        until(lambda: work.shows("bob", "last"))
        unchanged = work.get("/ada/", If_None_Match=tag)
        assert (unchanged.status, unchanged.body) == (304, "")
        assert work.get("/none/", If_None_Match=missing).status == 304
        (vault / "ada.md").write_text("last")
        until(lambda: work.shows("ada", "last"))
        changed = work.get("/ada/", If_None_Match=tag)
        assert (changed.status, changed.headers["ETag"] != tag) == (200, True)


def test_a_missing_page_is_the_sites_own(served: AtWork) -> None:
    answer = served.get("/nobody/")
    assert answer.status == 404
    assert "not here" in answer.body
    assert hashed(SCOPE.format("/")) in answer.headers["Content-Security-Policy"]


def test_a_folder_is_redirected_to_its_page(served: AtWork) -> None:
    answer = served.get("/ada?q=1")
    assert (answer.status, answer.headers["Location"]) == (302, "/ada/?q=1")
