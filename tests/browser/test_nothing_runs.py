"""No note runs anything: payloads of every class in bodies, names and fields, in a real browser."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, Request

from tests.browser.conftest import addresses_of, new_vault
from tests.soak_report import figure

pytestmark = pytest.mark.browser

BODIES = {
    "script": "<script>window.NF1=1</script>",
    "handler": "<img src=x onerror=window.NF2=1> <b onmouseover=window.NF3=1>x</b>",
    "svg": "<svg onload=window.NF4=1><script>window.NF5=1</script></svg>",
    "link": "[x](javascript:window.NF6=1) <a href=' jAvAsCrIpT:window.NF7=1'>x</a> [y]: javascript:window.NF8=1",
    "frame": "<iframe src='javascript:window.NF9=1'></iframe>"
    "<object data='data:text/html,<script>1</script>'></object>",
    "style": "<style>@import url(https://attacker.invalid/x.css);</style>"
    "<p style='background:url(https://attacker.invalid/y)'>x</p>",
    "picture": "![x](https://attacker.invalid/t.gif) <img src=//attacker.invalid/t.gif>",
    "base": "<base href=https://attacker.invalid/><meta http-equiv=refresh content='0;url=https://attacker.invalid'>",
    "form": "<form action=https://attacker.invalid><input name=a autofocus onfocus=window.NF10=1></form>",
    "clobber": "<a id=__config></a><a name=__md_scope id=__md_get></a>",
    "open": "<div><!-- never closed",
    "close": "</article></main></div></body></html><script>window.NF11=1</script>",
    "mermaid": '```mermaid\ngraph TD; A-->B; click A "javascript:window.NF12=1"\n```',
    "attributes": "x {: onclick=window.NF13=1 style=position:fixed } \n\n# h {#__search onclick=window.NF14=1}",
    "template": '{{ 7*7 }} {% raw %} --8<-- "mkdocs.yml"',
    "autolink": '<javascript:window.NF15=1> <https://ok.example/"onclick=window.NF16=1>',
}
NAME = '"<img src=x onerror=window.NF90=1>"'


EVERYWHERE = """document.querySelectorAll('article *').forEach(e => {
  e.dispatchEvent(new Event('mouseover')); e.focus && e.focus()
})"""
PERSON = f"""---
name: {NAME}
aliases: [{NAME}]
title: {NAME}
company: {NAME}
location: {NAME}
tags: [{NAME}]
links: 'javascript:window.NF91=1'
met_at: {NAME}
can_help: {NAME}
keep_in_touch: 1w
---
"""
ENTRY = f"""title: {NAME}
ask: {NAME}
asked: job
introduced: {NAME}
next: {NAME}
next_on: 2026-11-18
got: help
---
"""


def flags(page: Page) -> list[str]:
    return page.evaluate("Object.keys(window).filter(k => /^NF\\d+$/.test(k))")


def visit(page: Page, served: object, addresses: list[str]) -> list[str]:
    """What ran or was asked for on these pages."""
    found: list[str] = []

    def request(asked: Request) -> None:
        if not asked.url.startswith(("http://127.0.0.1:", "data:", "blob:")):
            found.append(asked.url)

    page.on("request", request)
    page.on("dialog", lambda d: (found.append(d.message), d.dismiss()))
    for address in addresses:
        page.goto(served.address + address)
        page.evaluate(EVERYWHERE)
        found += [f"{address}: {flag}" for flag in flags(page)]
        if page.locator("footer").count() == 0 or page.locator("header").count() == 0:
            found.append(f"{address}: the theme is not whole")
    return found


def test_nothing_of_ours_made_payloads_runs(serve: Callable[..., object], tmp_path: Path, new_page: Page):
    files = {f"contacts/{name}.md": f"{PERSON}{body}\n" for name, body in BODIES.items()}
    for day, (name, body) in enumerate(BODIES.items(), 1):
        files[f"journal/2026-11-{day:02} {name}.md"] = f"---\nwith: '[[{name}]]'\n{ENTRY}{body}\n"
    company = f"name: {NAME}\ntarget: A\nwhy: {NAME}\nindustry: {NAME}\nwebsite: 'javascript:window.NF92=1'\n"
    files["career/companies/evil.md"] = f"---\n{company}---\n{BODIES['script']}\n"
    files["career/goals/evil.md"] = f"---\ntitle: {NAME}\nmeasure: interactions\ntarget: 3\n---\n{BODIES['handler']}\n"
    files["contacts/<img src=x onerror=window.NF93=1>.md"] = "---\nbirthday: 2026-02-30\n---\n"
    served = serve(new_vault(tmp_path / "evil", files))
    addresses = addresses_of(served.vault)
    assert len(addresses) > 25
    assert visit(new_page, served, addresses) == []


EVIL = "<img src=x onerror=window.NF80=1>[x](javascript:window.NF81=1)[[x]]"
FIELDS = ("FN", "N", "NICKNAME", "ORG", "TITLE", "NOTE", "TEL", "EMAIL", "ADR", "CATEGORIES", "X-Y")
CARD = f"""BEGIN:VCARD
VERSION:4.0
{"".join(f"{name}:{EVIL}{chr(10)}" for name in FIELDS)}URL:javascript:window.NF82=1
UID:../../x
PHOTO:data:image/svg+xml,<svg onload=window.NF83=1>
END:VCARD
"""
EVENT = f"""BEGIN:VCALENDAR
BEGIN:VEVENT
UID:{EVIL}
DTSTART:20261102T090000
SUMMARY:{EVIL}
DESCRIPTION:{EVIL}
LOCATION:{EVIL}
ATTENDEE;CN="<img src=x onerror=window.NF84=1>":mailto:evil@x.example
END:VEVENT
END:VCALENDAR
"""
MAIL = f"""From x Mon Nov  2 09:00:00 2026
From: "<img src=x onerror=window.NF85=1>" <evil@x.example>
To: marta@x.example
Date: Mon, 2 Nov 2026 09:00:00 +0100
Subject: {EVIL}
Content-Type: text/html

<script>window.NF86=1</script><p onclick=window.NF87=1>{EVIL}</p>
"""
TABLE = f"""Name,E-mail,Company,Notes,Website,Tags
"{EVIL}",evil@x.example,"Other {EVIL}","{EVIL}",javascript:window.NF88=1,"{EVIL}"
"""


def bring_in(vault: Path, file: Path) -> None:
    """Import a file with all that there is to it, whatever comes of it."""
    words = ("import", str(file), "--apply", "--everyone", "--bodies", "--same-name", "new", "--since", "1990-01-01")
    command = (sys.executable, "-m", "netfiles", "-C", str(vault), "--today", "2026-11-19", *words)
    done = subprocess.run(command, capture_output=True, text=True, stdin=subprocess.DEVNULL, check=False)
    assert done.returncode in (0, 2), done.stderr
    assert "Traceback" not in done.stderr, done.stderr


def test_nothing_that_was_brought_in_runs(serve: Callable[..., object], tmp_path: Path, new_page: Page):
    vault = new_vault(tmp_path / "brought", {})
    for name, text in {"a.vcf": CARD, "b.ics": EVENT, "c.mbox": MAIL, "d.csv": TABLE}.items():
        (tmp_path / name).write_text(text)
        bring_in(vault, tmp_path / name)
    assert (len(list(vault.glob("contacts/*.md"))), len(list(vault.glob("journal/**/*.md")))) == (2, 2)
    assert visit(new_page, serve(vault), addresses_of(vault)) == []


@pytest.mark.soak
def test_nothing_of_the_catalogue_runs(serve: Callable[..., object], tmp_path: Path, new_page: Page):
    if "NETFILES_BADINPUT" not in os.environ:
        pytest.skip("NETFILES_BADINPUT names no catalogue of bad files")
    catalogue = Path(os.environ["NETFILES_BADINPUT"])
    vault = new_vault(tmp_path / "catalogue", {})
    for group in ("yaml", "markdown", "links", "edit"):
        for source in sorted((catalogue / group).rglob("*.md")):
            name = source.relative_to(catalogue).as_posix().replace("/", " ")
            (vault / "contacts" / name).write_bytes(source.read_bytes())
            (vault / "journal" / f"2026-11-01 {name}").write_bytes(source.read_bytes())
            (vault / "career/companies" / name).write_bytes(source.read_bytes())
    for source in sorted((catalogue / "markdown").glob("attachment*")):
        (vault / "attachments" / source.name).write_bytes(source.read_bytes())
    for group in ("vcard", "csv", "ics", "mbox"):
        for source in sorted((catalogue / group).iterdir()):
            bring_in(vault, source)
    served = serve(vault)
    addresses = addresses_of(vault)
    assert visit(new_page, served, addresses) == []
    figure(
        "No note runs anything",
        f"{len(addresses)} pages made of the catalogue of bad files: nothing ran, no host was asked",
    )
