"""Names in notes that could be links: which, why, and what stays as it is."""

from pathlib import Path

import pytest

from netfiles.changes.unlinked import Mention, linking, mentions
from tests.changes.made import Files, carried_out, network, vault

PEOPLE = {
    "contacts/Nia Okafor.md": "aliases: [Nee]",
    "contacts/Nia Petrakis.md": "x: 1",
    "contacts/Patrick O'Shea.md": 'aliases: ["O\'Shea"]',
    "contacts/José Ruiz.md": "x: 1",
    "contacts/Will Young.md": "aliases: [Will]",
    "contacts/Jan van der Berg.md": "aliases: [van der Berg]",
    "contacts/Li.md": "x: 1",
    "career/companies/Acme.md": "x: 1",
    "career/companies/Pine & Harrow.md": "x: 1",
}


def found(root: Path, body: str, files: Files = PEOPLE, fields: str = "channel: call") -> list[Mention]:
    """What could be a link in the body of an entry."""
    of = network(vault(root, {**files, "journal/2026-11-01 a.md": f"---\n{fields}\n---\n{body}"}))
    return [one for one in mentions(of) if one.path.startswith("journal/")]


@pytest.mark.parametrize(
    ("body", "links"),
    [
        ("Saw Nia Okafor.", ["[[Nia Okafor]]!"]),
        ("Saw Nia.", []),
        ("Nee came.", ["[[Nia Okafor|Nee]]!"]),
        ("nia okafor came", ["[[Nia Okafor|nia okafor]]"]),
        ("Saw José and Jos and Josée.", ["[[José Ruiz|José]]"]),
        ("Saw Jose\u0301 Ruiz.", ["[[José Ruiz|Jose\u0301 Ruiz]]!"]),
        ("Patrick O’Shea's book, O'Shea said", ["[[Patrick O'Shea|Patrick O’Shea]]!"]),
        ("She will call. Will she?", []),
        ("Saw Will today, he will call.", ["[[Will Young|Will]]"]),
        ("Jan van der Berg and van der Berg", ["[[Jan van der Berg]]!"]),
        ("At Pine & Harrow with Li.", ["[[Pine & Harrow]]!", "[[Li]]!"]),
        ("Li Wei and Anna-Li and Lila and LI", ["[[Li]]"]),
        ("José Meier is another, José-Maria too.", []),
        ("At Acme Labs.", ["[[Acme]]"]),
        ("Acme Labs, acme, ACME.", []),
        ("`Acme` [Acme](x) [[Acme Labs]] https://acme.example/Acme #Acme Acme@x.example <!-- Acme -->", []),
        ("# Acme\n\nAcme\n====\n\n```\nAcme\n```\n\n    Acme\n\n%% Acme\nAcme %%\n[1]: Acme", []),
        ("~~~\nAcme\n~~~\n> - Acme", ["[[Acme]]!"]),
        ("[[Acme]] and Acme", []),
        ("| a |\n|---|\n| Nee |\n| Li |", ["[[Li]]!"]),
        ("<b title='\nAcme'>", []),
        ("Nia\nOkafor", []),
    ],
)
def test_a_name_is_proposed_as_a_link(tmp_path: Path, body: str, links: list[str]) -> None:
    assert [one.link + "!" * one.certain for one in found(tmp_path, body)] == links


def test_a_first_name_means_whoever_took_part(tmp_path: Path) -> None:
    (one,) = found(
        tmp_path, "Will said that Nia knows.", fields='with: ["[[Nia Petrakis]]"]; channel: call'.replace("; ", "\n")
    )
    assert (one.link, one.certain) == ("[[Nia Petrakis|Nia]]", False)
    assert one.why == "the first name of Nia Petrakis, who took part"


def test_a_name_that_two_bear_is_nobodys(tmp_path: Path) -> None:
    files = {
        "contacts/Jo Ek.md": "aliases: [Jojo]",
        "contacts/Jo Ames.md": "aliases: [Jojo]",
        "contacts/Bo.md": "knows: Cy Poe",
    }
    assert found(tmp_path, "Saw Jojo and Jo, then Cy Poe.", files) == []


def test_of_two_files_of_one_name_the_link_bears_the_path(tmp_path: Path) -> None:
    files = {"contacts/a/Jo Ek.md": "x: 1", "contacts/b/Jo Ek.md": "name: Joanna Ek"}
    assert [one.link for one in found(tmp_path, "Joanna Ek called.", files)] == ["[[b/Jo Ek|Joanna Ek]]"]


def test_the_words_stay_and_the_link_is_there(tmp_path: Path) -> None:
    body = "Saw Nee and Li, Acme\r\nthen Nia Okafor and José Ruiz.  \r\n"
    of = network(vault(tmp_path, {**PEOPLE, "journal/2026-11-01 a.md": f"---\r\nchannel: call\r\n---\r\n{body}"}))
    chosen = mentions(of)
    now = carried_out(tmp_path, linking(of, chosen))["journal/2026-11-01 a.md"]
    assert now == (
        "---\r\nchannel: call\r\n---\r\nSaw [[Nia Okafor|Nee]] and [[Li]], [[Acme]]\r\n"
        "then Nia Okafor and [[José Ruiz]].  \r\n"
    )
    after = network(tmp_path)
    assert mentions(after) == []
    assert after.bodies["journal/2026-11-01 a.md"].all("body") == tuple(one.key for one in chosen)
