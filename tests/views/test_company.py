"""The page of a company: who is there and who was, as the page of goals and the map count them."""

import re
from pathlib import Path

from netfiles.views.context import context
from netfiles.views.employers import employers

from .made import all_pages, html, insights, vault

KILN = {
    "career/companies/Kiln.md": "---\ntarget: A\n---\n",
    "contacts/Inn.md": '---\ncompany: Kiln\npast_companies: "Kiln (2017-)"\n---\n',
    "contacts/Src.md": "---\ncompany: Kiln\n---\n",
    "contacts/Clo.md": "---\ncompany: Kiln\nstatus: closed\n---\n",
    "contacts/Old.md": '---\npast_companies: "Kiln (2018-2019)"\n---\n',
}


def test_who_is_there_now_was_not_there_before_and_closed_people_stand_apart(tmp_path: Path) -> None:
    page = html(all_pages(vault(tmp_path, KILN))["companies/kiln"])
    now, before, closed = re.findall(
        r'id="nf_now">There now</h2>(.*)<h2 id="nf_before">There before</h2>(.*)'
        r"<p[^>]*>Not to be contacted any more: (.*?)</p>",
        page,
    )[0]
    found = [
        [name for name in ("Inn", "Src", "Clo", "Old") if f">{name}</a>" in part] for part in (now, before, closed)
    ]
    assert found == [["Inn", "Src"], ["Old"], ["Clo"]]
    assert "2017–, " in now


def test_the_map_counts_the_same_people_as_the_page_of_goals(tmp_path: Path) -> None:
    of = insights(vault(tmp_path, KILN))
    (kiln,), (covered,) = employers(context(of)), of.coverage
    assert (kiln.now, kiln.before) == (len(covered.now), len(covered.before)) == (2, 1)
