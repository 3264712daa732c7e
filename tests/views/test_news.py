"""The page of news, and the three of the week on it and on Today."""

from pathlib import Path

import pytest

from netfiles.index.build import build_network
from netfiles.insights.derive import derive
from netfiles.vault.load import load
from netfiles.views.context import context
from netfiles.views.marks import marks
from netfiles.views.news import LEAST_ROWS, MOST_NAMES, MOST_ROWS

from .made import TODAY, all_pages, html, insights, vault
from .reading import read

NEWS = {
    "career/news/Laid off.md": "---\ndate: 2026-01-10\nuntil: 2026-03-31\n---\nMy post was cut.\n",
    "career/news/Looking.md": '---\ndate: 2026-10-01\nsupersedes: "[[Laid off]]"\n---\nI know what I look for.\n',
}
PEOPLE = {f"contacts/{name}.md": "---\nemails: a@b.example\n---\n" for name in ("Ada", "Bo", "Cy")}


def entry(day: str, who: str, told: str) -> dict[str, str]:
    return {f"journal/{day} a.md": f'---\nwith: "[[{who}]]"\nchannel: call\ntold: "[[{told}]]"\n---\n'}


TOLD = {**NEWS, **PEOPLE, **entry("2026-01-20", "Bo", "Laid off"), **entry("2026-10-05", "Cy", "Looking")}


def sections(root: Path) -> dict[str, str]:
    """The sections of the page by their anchors; the head has none."""
    return {section.anchor or "": str(section.html) for section in all_pages(root)["news"].sections if section.html}


def test_without_news_it_says_what_to_write(tmp_path: Path) -> None:
    page = html(all_pages(vault(tmp_path, {}))["news"])
    assert "No news yet." in page
    assert "career/news/Looking again.md" in page
    assert "date: 2026-11-19" in page


def test_who_is_to_be_told_and_who_was(tmp_path: Path) -> None:
    found = sections(vault(tmp_path, TOLD))
    looking = found["news-looking"]
    assert "Two people have not heard your news." in "".join(found.values())
    assert "One of three has heard it; two are to be told, one of them knows only older news." in looking
    older, _, new = looking.partition("Have heard nothing of it")
    assert "Bo</a>" in older
    assert "Laid off</a>" in older
    assert "Ada</a>" in new.partition("<details")[0]
    assert "Cy</a>" in new.partition("<details")[2]
    assert "told: &#34;[[Looking]]&#34;" in looking
    assert "journal/2026-10/#e-2026-10-05-a" in looking


def test_what_is_over_is_folded_with_who_heard_it(tmp_path: Path) -> None:
    past = sections(vault(tmp_path, TOLD))["past"]
    assert '<details class="nf-more nf-told" id="news-laid-off">' in past
    assert "1 person heard it" in past
    assert "Bo</a>" in past


def test_news_that_is_replaced_leads_to_what_replaces_it(tmp_path: Path) -> None:
    files = {**TOLD, "career/news/Laid off.md": "---\ndate: 2026-01-10\n---\n"}
    assert 'Tell <a href="../news/#news-looking">Looking</a> instead' in sections(vault(tmp_path, files))["past"]


def test_once_landed_the_news_of_the_search_is_folded(tmp_path: Path) -> None:
    files = {
        **TOLD,
        "career/profile.md": "---\nstatus: landed\n---\n",
        "career/leads/Won.md": "---\nstage: accepted\nclosed_on: 2026-11-10\n---\n",
    }
    found = sections(vault(tmp_path, files))
    assert "You have landed, and no news says so yet." in "".join(found.values())
    assert "career/news/I have landed.md" in "".join(found.values())
    assert "from before you landed; 1 person heard it" in found["past"]
    assert "not heard" not in "".join(found.values())


def test_an_audience_that_is_not_understood_is_named_and_the_rest_is_said(tmp_path: Path) -> None:
    files = {**TOLD, "career/news/Looking.md": '---\naudience: "nosuchfield:<b>"\n---\nHello.\n'}
    looking = sections(vault(tmp_path, files))["news-looking"]
    assert "The audience is not understood" in looking
    assert "Character 1" in looking
    assert "<b>nosuch" not in looking
    assert "Hello." in looking
    assert "1 person has heard it" in looking


@pytest.mark.parametrize(
    ("files", "lead"),
    [
        pytest.param({"career/news/A.md": "---\n---\n"}, "Three people have not heard your news.", id="one to tell"),
        pytest.param(
            {"career/news/A.md": "---\n---\n", "career/news/B.md": "---\n---\n"},
            "Two pieces of news to tell.",
            id="two",
        ),
        pytest.param(
            {"career/news/A.md": '---\naudience: "name:Zed"\n---\n'},
            "The audience of one piece of news finds nobody.",
            id="an audience of nobody",
        ),
        pytest.param(
            {
                "career/news/A.md": '---\naudience: "tag:nosuchtag"\n---\n',
                "career/news/B.md": '---\naudience: "tagg:close last>>5d"\n---\n',
            },
            "The audience of two pieces of news finds nobody.",
            id="two audiences that are broken",
        ),
        pytest.param(
            {"career/news/A.md": "---\n---\n", "career/news/B.md": '---\naudience: "tag:no"\n---\n'},
            "Three people have not heard your news. The audience of one piece of news finds nobody.",
            id="one to tell, one of nobody",
        ),
        pytest.param(
            {"career/news/A.md": "---\naudience: name:Ada\n---\n", **entry("2026-11-01", "Ada", "A")},
            "Everybody has heard your news.",
            id="all of them heard it",
        ),
        pytest.param(
            {"career/news/A.md": "---\naudience: name:Imp\n---\n", "contacts/Imp.md": "---\nsource: vcard\n---\n"},
            "Nobody is left to tell.",
            id="nobody heard it and nobody is to",
        ),
        pytest.param(
            {"career/news/A.md": "---\n---\n", "career/news/B.md": "---\ndate: 2026-12-10\n---\n"},
            "Three people have not heard your news. One piece of news is to come.",
            id="one is to come",
        ),
        pytest.param({"career/news/A.md": "---\nuntil: 2026-11-01\n---\n"}, "No news to tell.", id="all is over"),
    ],
)
def test_how_it_opens(tmp_path: Path, files: dict[str, str], lead: str) -> None:
    assert f">{lead}</p>" in sections(vault(tmp_path, {**PEOPLE, **files}))[""]


def test_long_lists_are_cut_and_say_so(tmp_path: Path) -> None:
    many = {f"contacts/Person {n}.md": "---\n---\n" for n in range(200)}
    everyone = ", ".join(f'"[[Person {n}]]"' for n in range(100))
    files = {
        **many,
        "career/news/A.md": "---\n---\n",
        "journal/2026-11-01 Mail.md": f'---\nwith: [{everyone}]\nchannel: email\ntold: "[[A]]"\n---\n',
    }
    found = sections(vault(tmp_path, files))["news-a"]
    assert found.rpartition("<details")[0].count("<tr>") == MOST_ROWS + 1
    assert f"And {100 - MOST_ROWS} more, on weaker ties." in found
    assert f"and {100 - MOST_NAMES} more" in found
    more = {f"career/news/{name}.md": "---\n---\n" for name in "BCDEFGH"}
    assert sections(vault(tmp_path / "b", {**files, **more}))["news-h"].count("<tr>") == LEAST_ROWS + 1


def test_a_person_s_page_is_another_once_an_audience_asks_for_them(tmp_path: Path) -> None:
    files = {
        "contacts/Ada.md": "---\ncompany: Acme\n---\n",
        "career/news/A.md": "---\ntitle: For targets\naudience: is:target\n---\n",
        "career/companies/Acme.md": "---\nwhy: x\n---\n",
    }
    first, pages = insights(vault(tmp_path, files)), all_pages(tmp_path)
    assert "For targets" not in html(pages["people/ada"])
    vault(tmp_path, {"career/companies/Acme.md": "---\ntarget: A\n---\n"})
    second = derive(build_network(load(tmp_path), first.network), TODAY, first)
    known = marks(context(first))
    was = known.person(first.network.people["contacts/Ada.md"])
    assert marks(context(second), known).person(second.network.people["contacts/Ada.md"]) != was
    assert "For targets" in html(all_pages(tmp_path)["people/ada"])


EVIL = "<script>alert(1)</script>"


def test_names_and_texts_are_escaped_and_long_ones_are_kept(tmp_path: Path) -> None:
    files = {
        "contacts/Eve.md": f'---\nname: "Eve {EVIL}"\ncan_help: "{EVIL}"\n---\n',
        "contacts/Long.md": f"---\nname: {'x' * 500}\n---\n",
        "career/news/A.md": f'---\ntitle: "{EVIL}"\naudience: "-name:{EVIL}"\n---\n{EVIL}\n',
    }
    pages = all_pages(vault(tmp_path, files))
    for address in ("news", "index"):
        assert all(tag != "script" for tag, _ in read(pages[address]).tags)
    assert "x" * 500 in html(pages["news"])


THREE = {
    "career/companies/Acme.md": "---\ntarget: A\n---\n",
    "contacts/Ada.md": "---\ncompany: Acme\ncan_help: names\n---\n",
    "contacts/Bo.md": "---\n---\n",
}


def test_the_three_are_shown_in_full_and_on_today(tmp_path: Path) -> None:
    pages = all_pages(vault(tmp_path, THREE))
    found = html(pages["news"])
    assert "Works at Acme, a target" in found
    assert "Can help with: names" in found
    assert "contacts/Ada.md" in found
    assert "Nothing speaks for them yet" in found
    today = html(pages["index"])
    assert "Ada</a> (works at Acme, a target) and" in today
    assert 'href="news/#never-told"' in today


def test_who_was_asked_this_week_is_done_and_no_longer_on_today(tmp_path: Path) -> None:
    asked = {"journal/2026-11-17 a.md": '---\nwith: "[[Ada]]"\nchannel: call\nasked: advice\n---\n'}
    pages = all_pages(vault(tmp_path, {**THREE, **asked}))
    assert "Done this week: " in html(pages["news"])
    assert 'worth a thought this week: <a href="people/bo/">Bo</a>.' in html(pages["index"])


def test_where_everybody_was_asked_there_is_nothing(tmp_path: Path) -> None:
    asked = {"journal/2026-11-02 a.md": '---\nwith: "[[Ada]]"\nchannel: call\nasked: advice\n---\n'}
    pages = all_pages(vault(tmp_path, {"contacts/Ada.md": "---\n---\n", **asked}))
    assert "Never told" not in html(pages["news"]) + html(pages["index"])


def test_who_heard_it_outside_the_audience_is_said_to_be(tmp_path: Path) -> None:
    people = {**PEOPLE, "contacts/Dee.md": "---\nstatus: closed\n---\n"}
    files = {**NEWS, **people, **entry("2026-10-05", "Cy", "Looking"), **entry("2026-10-06", "Dee", "Looking")}
    looking = sections(vault(tmp_path, files))["news-looking"]
    assert "One of three has heard it" in looking
    assert "2 people have heard it, 1 outside the audience" in looking
