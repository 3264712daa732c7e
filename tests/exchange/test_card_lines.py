"""Which line of a business card is what: cards of several layouts and languages, all made up."""

from time import monotonic

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from netfiles.exchange.cards.card_lines import understand
from netfiles.exchange.cards.card_text import Card, Line
from netfiles.records.fits import fits
from tests.sampling import in_soak


def lines(drawing: str) -> list[Line]:
    """The lines of a card as it is drawn: a row is 10 high, a column 5 wide; `# ` before large letters, `| ` parts."""
    found = []
    for row, text in enumerate(drawing.split("\n")):
        left = 0.0
        for part in text.split("| "):
            at, large = left + 5.0 * (len(part) - len(part.lstrip())), part.strip().startswith("# ")
            shown = part.strip().removeprefix("# ")
            right = at + 5.0 * len(shown) * (2 if large else 1)
            if shown:
                found.append(Line(shown, 0.99, at, row * 10.0, right, 16.0 if large else 8.0))
            left += 5.0 * (len(part) + 12)
    return found


def fields(card: Card) -> dict[str, list[str]]:
    """The values by their field."""
    found: dict[str, list[str]] = {}
    for one in card.found:
        found.setdefault(one.field, []).append(one.value)
    return found


CARDS = {
    "name on top": (
        """# Jane Doe
Head of Product
Northwind Instruments Inc.

+1 413 555 0142
jane.doe@northwind.example
www.northwind.example
12 Mill Street
Amherst, MA 01002""",
        {
            "name": ["Jane Doe"],
            "title": ["Head of Product"],
            "company": ["Northwind Instruments Inc."],
            "emails": ["jane.doe@northwind.example"],
            "phones": ["+1 413 555 0142"],
            "links": ["www.northwind.example"],
            "addresses": ["12 Mill Street, Amherst, MA 01002"],
        },
    ),
    "company on top, in large letters": (
        """# KESTREL & SONS

Marcus Webb
Senior Software Engineer

m.webb@kestrelsons.example
T: (212) 555-0187 | M: (917) 555-0133""",
        {
            "name": ["Marcus Webb"],
            "title": ["Senior Software Engineer"],
            "company": ["KESTREL & SONS"],
            "emails": ["m.webb@kestrelsons.example"],
            "phones": ["(212) 555-0187", "(917) 555-0133"],
        },
    ),
    "German": (
        """Dr. Zoë Müller-Ng
Leiterin Entwicklung

# Hafenlicht GmbH
Speicherstraße 14
20457 Hamburg
Tel. +49 40 5550123
Fax +49 40 5550199
Mobil 0170 5550177
zoe.mueller-ng@hafenlicht.example
hafenlicht.example""",
        {
            "name": ["Dr. Zoë Müller-Ng"],
            "title": ["Leiterin Entwicklung"],
            "company": ["Hafenlicht GmbH"],
            "emails": ["zoe.mueller-ng@hafenlicht.example"],
            "phones": ["+49 40 5550123", "0170 5550177"],
            "links": ["hafenlicht.example"],
            "addresses": ["Speicherstraße 14, 20457 Hamburg"],
        },
    ),
    "French": (
        """# ATELIER DUBREUIL SARL
Élodie Garnier
Directrice commerciale
8 rue des Tanneurs
69005 Lyon
France
Tél. : 04 55 50 12 34
elodie@atelier-dubreuil.example""",
        {
            "name": ["Élodie Garnier"],
            "title": ["Directrice commerciale"],
            "company": ["ATELIER DUBREUIL SARL"],
            "emails": ["elodie@atelier-dubreuil.example"],
            "phones": ["04 55 50 12 34"],
            "addresses": ["8 rue des Tanneurs, 69005 Lyon, France"],
        },
    ),
    "Spanish, name in capitals": (
        """# LUCÍA FERNÁNDEZ ORTEGA
Ingeniera de datos
Nube Clara, S.L.
Calle Mayor 21, 28013 Madrid
+34 915 550 199
lfernandez@nubeclara.example
linkedin.com/in/lucia-fernandez-example""",
        {
            "name": ["Lucía Fernández Ortega"],
            "title": ["Ingeniera de datos"],
            "company": ["Nube Clara, S.L."],
            "emails": ["lfernandez@nubeclara.example"],
            "phones": ["+34 915 550 199"],
            "links": ["linkedin.com/in/lucia-fernandez-example"],
            "addresses": ["Calle Mayor 21, 28013 Madrid"],
        },
    ),
    "Japanese": (
        """株式会社青空製作所
営業部 部長
# 山田 太郎
〒100-0001 東京都千代田区千代田1-1
TEL 03-5550-0123
FAX 03-5550-0124
携帯 090-5550-0177
yamada@aozora.example""",
        {
            "name": ["山田 太郎"],
            "title": ["営業部 部長"],
            "company": ["株式会社青空製作所"],
            "emails": ["yamada@aozora.example"],
            "phones": ["03-5550-0123", "090-5550-0177"],
            "addresses": ["〒100-0001 東京都千代田区千代田1-1"],
        },
    ),
    "two columns": (
        """# Priya Raman
Principal Scientist
Lumen Labs            |  p.raman@lumenlabs.example
5 Science Park Road   |  +44 1223 555 012
Cambridge CB4 0FN     |  lumenlabs.example/priya""",
        {
            "name": ["Priya Raman"],
            "title": ["Principal Scientist"],
            "company": ["Lumen Labs"],
            "emails": ["p.raman@lumenlabs.example"],
            "phones": ["+44 1223 555 012"],
            "links": ["lumenlabs.example/priya"],
            "addresses": ["5 Science Park Road, Cambridge CB4 0FN"],
        },
    ),
    "a freelancer with a mailbox of everybody's": (
        """# Tom Adeyemi
Photographer
tom.adeyemi@gmail.com
0777 555 0101""",
        {
            "name": ["Tom Adeyemi"],
            "title": ["Photographer"],
            "emails": ["tom.adeyemi@gmail.com"],
            "phones": ["0777 555 0101"],
        },
    ),
    "a title without a word that says so": (
        """# Nora Lindqvist
Growth & Partnerships
Fjordline AB
nora.lindqvist@fjordline.example""",
        {
            "name": ["Nora Lindqvist"],
            "title": ["Growth & Partnerships"],
            "company": ["Fjordline AB"],
            "emails": ["nora.lindqvist@fjordline.example"],
        },
    ),
    "spaces that the reader lost": (
        """# JaneDoe
SoftwareEngineer
Acme Ltd
jane.doe @acme.example""",
        {
            "name": ["Jane Doe"],
            "title": ["SoftwareEngineer"],
            "company": ["Acme Ltd"],
            "emails": ["jane.doe@acme.example"],
        },
    ),
    "Dutch, labels of one letter": (
        """Sanne de Vries
Adviseur duurzaamheid
# GROENPAND
T +31 20 555 0142   |  M +31 6 5550 1234
E sanne@groenpand.example
Keizersgracht 100, 1015 AA Amsterdam""",
        {
            "name": ["Sanne de Vries"],
            "title": ["Adviseur duurzaamheid"],
            "company": ["GROENPAND"],
            "emails": ["sanne@groenpand.example"],
            "phones": ["+31 20 555 0142", "+31 6 5550 1234"],
            "addresses": ["Keizersgracht 100, 1015 AA Amsterdam"],
        },
    ),
    "nothing but a picture": ("", {}),
}


@pytest.mark.parametrize("layout", CARDS)
def test_each_line_of_a_card_comes_to_its_field(layout: str) -> None:
    drawing, expected = CARDS[layout]
    assert fields(understand(lines(drawing))) == expected


def test_a_field_is_as_sure_as_the_reading_and_the_sign_it_is_known_by() -> None:
    found = {one.field: one.confidence for one in understand(lines(CARDS["name on top"][0])).found}
    assert found["emails"] >= found["title"] >= 0.85
    blurred = [line._replace(confidence=0.5) for line in lines(CARDS["name on top"][0])]
    assert all(one.confidence <= 0.5 for one in understand(blurred).found)
    guessed = {one.field: one.confidence for one in understand(lines(CARDS[GUESSED][0])).found}
    assert guessed["title"] <= 0.5


GUESSED = "a title without a word that says so"


def test_a_large_i_in_a_mail_is_a_small_l_where_the_name_says_so() -> None:
    read = understand(lines("# Lucía Ortega\nIortega@nubeclara.example"))
    assert fields(read)["emails"] == ["lortega@nubeclara.example"]
    read = understand(lines("# Lucía Fernández Ortega\nIfernandez@nubeclara.example"))
    assert fields(read)["emails"] == ["lfernandez@nubeclara.example"]
    assert fields(understand(lines("# Ida Ortega\nIortega@nubeclara.example")))["emails"] == [
        "Iortega@nubeclara.example"
    ]


def test_what_is_no_field_is_told_as_it_is() -> None:
    assert understand(lines(CARDS["German"][0])).rest == ("Fax +49 40 5550199",)


_PIECES = st.sampled_from(
    "Jane Doe/jane@x.example/+1 413 555 0142/Acme Inc/12 Mill St/MA 01002/T:/www./@/〒100-0001/部長/Fax 1234567".split(
        "/"
    )
)
_LINES = st.builds(
    lambda parts, sure, left, top, height: Line(" ".join(parts), sure, left, top, left + 50, height),
    st.lists(st.one_of(_PIECES, st.text(max_size=20)), max_size=4),
    st.floats(0, 1),
    st.floats(0, 500),
    st.floats(0, 500),
    st.floats(1, 50),
)


@pytest.mark.parametrize("cases", [80, *in_soak([5_000])])
def test_whatever_was_read_each_value_fits_its_field(cases: int) -> None:
    @settings(max_examples=cases, deadline=None, database=None)
    @given(st.lists(_LINES, max_size=8))
    def play(some: list[Line]) -> None:
        for one in understand(some).found:
            assert fits("person", one.field, one.value)
            assert one.value.isprintable()
            assert 0 <= one.confidence <= 1

    play()


@pytest.mark.parametrize("sign", ["a.", "1 ", "a@", "-1", "W ", "(1", "x/"])
def test_no_line_takes_long(sign: str) -> None:
    started = monotonic()
    understand([Line(sign * 100_000, 0.9, 0, 0, 100, 10)] * 20)
    assert monotonic() - started < 5
