"""What is marked as private, and can be left out."""

import json

from hypothesis import given, settings

from netfiles.exchange.outgoing.json_out import as_json
from netfiles.exchange.outgoing.private import without_private
from netfiles.index.build import build_network
from netfiles.insights.derive import Insights, derive
from netfiles.model import Private
from tests.insights.random_vaults import TODAY, Files, vaults

from .made import FILES, insights_of


def shared(files: Files) -> Insights:
    return derive(build_network(without_private(insights_of(files).network)), TODAY)


def test_private_people_their_entries_and_private_fields_are_left_out_with_the_links_to_them() -> None:
    text = "".join(as_json(shared(FILES), "1.0", {}))
    everything = json.loads(text)
    assert [one["called"] for one in everything["people"]] == ["Ada Paz", "Bo Lee", "Dee"]
    assert [one["file"] for one in everything["interactions"]] == [
        "journal/2026-11-10 Coffee.md",
        "journal/2026-11-13 Both.md",
        "journal/2026-11-30 Call.md",
    ]
    dee = everything["people"][2]
    assert (dee["fields"]["phones"], dee["fields"]["company"], dee["derived"]["company"]) == ([], None, None)
    for hidden in ("Cy", "cy@secret", "Hidden", "Secret", "555 0199", "Umbrella"):
        assert hidden not in text


def test_a_link_of_a_list_goes_and_the_others_stay_what_they_were() -> None:
    told = '---\nwith: "[[Dee]]"\ntold: [in words, "[[Old]]", "[[New]]"]\nintroduced: "[[Cy]]"\n---\n'
    files = {
        **{name: FILES[name] for name in ("contacts/Cy.md", "contacts/Dee.md")},
        "career/news/Old.md": "---\nprivate: yes\n---\nOld.\n",
        "career/news/New.md": "---\nsupersedes: '[[Old]]'\n---\nNew.\n",
        "journal/2026-11-10 Call.md": told,
    }
    (call,) = shared(files).network.collection.interactions
    assert [str(item) for item in call.told] == ["in words", "[[New]]"]
    assert call.introduced == ()
    assert shared(files).network.collection.news[0].supersedes is None


def test_an_entry_whose_day_is_private_is_left_out() -> None:
    entry = "---\ndate: 2026-11-10\nprivate: date\nwith: Dee\n---\n"
    assert shared({"journal/x.md": entry}).network.collection.interactions == ()


@settings(max_examples=12)
@given(vaults())
def test_a_vault_without_anything_private_is_the_same_without_it(files: Files) -> None:
    assert without_private(insights_of(files).network) == insights_of(files).network.collection


def test_nothing_is_marked_any_more() -> None:
    assert {record.private for record in shared(FILES).network.collection.records()} == {Private()}
