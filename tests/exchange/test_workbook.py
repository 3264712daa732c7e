"""Workbooks: cells of every kind, the sheet that is meant, and those that mean harm."""

import io
import zipfile
from collections.abc import Mapping

import pytest

from netfiles.errors import CannotRead
from netfiles.exchange.incoming import Incoming
from netfiles.exchange.tables import workbook_in
from netfiles.exchange.tables.workbook_in import read_workbook, read_workbook_columns
from tests.exchange.tables import accounted, quiet, said, wishes

STYLES = """<styleSheet><numFmts><numFmt numFmtId="164" formatCode="dd\\.mm\\.yyyy;@"/><numFmt numFmtId="165"
formatCode="&quot;Day &quot;0.00"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/>
<xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="20"/><xf numFmtId="22"/></cellXfs>
</styleSheet>"""


def book(sheets: Mapping[str, str], texts: str = "", properties: str = "", **parts: str) -> bytes:
    """A workbook with the rows of each sheet as XML."""
    listed = "".join(f'<sheet name="{name}" sheetId="{n}" r:id="rId{n}"/>' for n, name in enumerate(sheets, 1))
    links = "".join(f'<Relationship Id="rId{n}" Target="worksheets/sheet{n}.xml"/>' for n in range(1, len(sheets) + 1))
    files = {
        "xl/workbook.xml": f'<workbook xmlns:r="x">{properties}<sheets>{listed}</sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f"<Relationships>{links}</Relationships>",
        "xl/sharedStrings.xml": f"<sst>{texts}</sst>",
        "xl/styles.xml": STYLES,
    }
    for n, rows in enumerate(sheets.values(), 1):
        files[f"xl/worksheets/sheet{n}.xml"] = f"<worksheet><sheetData>{rows}</sheetData></worksheet>"
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in (files | parts).items():
            archive.writestr(name, text)
    return content.getvalue()


def row(number: int, *cells: str) -> str:
    """A row of texts written in their cells; what begins with `<` is a cell as it is."""
    made = "".join(c if c.startswith("<") else f'<c t="inlineStr"><is><t>{c}</t></is></c>' for c in cells)
    return f'<row r="{number}">{made}</row>'


def read(content: bytes, **given: object) -> Incoming:
    incoming = read_workbook(io.BytesIO(content), "people.xlsx", wishes(**given), quiet)
    assert accounted(incoming) == incoming.rows
    return incoming


HEAD = row(1, "Name", "Shoe")


@pytest.mark.parametrize(
    ("cell", "says"),
    [
        ("<c><v>42</v></c>", "42"), ("<c><v>4.135550142E9</v></c>", "4135550142"), ("<c><v>0.1</v></c>", "0.1"),
        ('<c t="b"><v>1</v></c>', "yes"), ('<c t="b"><v>0</v></c>', "no"), ('<c t="e"><v>#N/A</v></c>', ""),
        ('<c t="str"><f>A1&amp;"x"</f><v>made</v></c>', "made"), ('<c t="s"><v>0</v></c>', "shared"),
        ('<c t="s"><v>1</v></c>', "rich text"), ('<c t="s"><v>9</v></c>', ""), ('<c t="s"><v>x</v></c>', ""),
        ('<c s="1"><v>31149</v></c>', "1985-04-12"), ('<c s="2"><v>31149</v></c>', "1985-04-12"),
        ('<c s="3"><v>31149</v></c>', "31149"), ('<c s="4"><v>0.4375</v></c>', "10:30"),
        ('<c s="5"><v>31149.4375</v></c>', "1985-04-12 10:30"), ('<c s="1"><v>1E300</v></c>', "1E300"),
        ('<c t="d"><v>1985-04-12</v></c>', "1985-04-12"), ('<c s="99"><v>1</v></c>', "1"),
        ('<c t="inlineStr"><is><t>a_x000D_b</t></is></c>', "a b"), ('<c r="B2"><v>7</v></c>', "7"),
    ],
)  # fmt: skip
def test_a_cell_says_what_people_see_in_it(cell: str, says: str) -> None:
    texts = "<si><t>shared</t></si><si><r><t>rich </t></r><r><t>text</t></r><rPh><t>aloud</t></rPh></si>"
    [person] = read(book({"S": HEAD + row(2, "Ada", cell)}, texts)).people
    assert " ".join(text for _, text in person.kept).replace("\n", " ") == says


def test_a_book_that_counts_from_1904_says_so() -> None:
    [person] = read(
        book({"S": HEAD + row(2, "Ada", '<c s="1"><v>29687</v></c>')}, properties='<workbookPr date1904="1"/>')
    ).people
    assert person.kept == (("Shoe", "1985-04-12"),)


def test_cells_stand_where_they_say_and_empty_ones_are_no_gap() -> None:
    rows = row(1, "Name", "Email", "Notes") + row(
        7, "Ada", '<c r="C7" t="inlineStr"><is><t>n</t></is></c>'
    ) + '<row><c t="inlineStr"><is><t>Bo</t></is></c></row><row/>'  # fmt: skip
    incoming = read(book({"S": rows}))
    assert [(person.name, person.notes, person.line) for person in incoming.people] == [("Ada", "n", 7), ("Bo", "", 8)]
    assert said(incoming) == []


def test_the_first_sheet_of_people_is_read_and_the_others_are_named() -> None:
    sheets = {
        "About": row(1, "made by", "me"),
        "Empty": "",
        "People": HEAD + row(2, "Ada"),
        "More": HEAD + row(2, "Bo"),
    }
    incoming = read(book(sheets))
    assert [person.name for person in incoming.people] == ["Ada"]
    assert said(incoming) == [(1, "read is the sheet `People`; not read: `About`, `Empty`, `More`")]


def test_its_columns_can_be_shown_and_said() -> None:
    content = book({"S": row(1, "Wer", "Draht") + row(2, "Ada", "+49 30 123456")})
    told = wishes(columns={"Wer": "name"})
    columns = read_workbook_columns(io.BytesIO(content), "people.xlsx", told)
    assert [(one.name, one.field, one.example) for one in columns] == [
        ("Wer", "name", "Ada"), ("Draht", "phones", "+49 30 123456"),
    ]  # fmt: skip
    assert read(content, columns={"Wer": "name"}).people[0].values == {"phones": ("+49 30 123456",)}


def test_two_cells_far_apart_are_no_rectangle() -> None:
    far = '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'
    incoming = read(book({"S": HEAD + far + row(3, "Ada")}))
    assert [person.name for person in incoming.people] == ["Ada"]
    assert said(incoming) == [(1048576, "a row of more than 1000 cells")]


BOMB = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]><sst><si><t>&b;</t></si></sst>'


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"", "it is no zip"), (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "it is an old workbook"),
        (b"Name,Email\n", "it is no zip"),
        (book({}), "it has no sheet"), (book({"S": row(1, "foo", "bar")}), "line 1: no column is the name of a person"),
        (book({"S": ""}), "it is empty"), (book({"S": "<row><c></row>"}), "a part of it is damaged"),
        (book({"S": HEAD}, **{"xl/sharedStrings.xml": BOMB}), "a part of it declares what no workbook does"),
        (book({"S": HEAD}, **{"xl/workbook.xml": "<x"}), "a part of it is damaged"),
        (book({"S": HEAD + row(2, "x" * (2**20 + 1))}), "a cell is longer than 1 MiB"),
    ],
)  # fmt: skip
def test_what_is_no_workbook_is_refused(content: bytes, why: str) -> None:
    with pytest.raises(CannotRead, match=why):
        read(content)


def test_what_comes_out_of_a_workbook_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workbook_in, "MAX_READ", 2**16)
    with pytest.raises(CannotRead, match="come out of it"):
        read(book({"S": HEAD + row(2, "Ada") * 5_000}))
    shared = HEAD + "".join(row(n, "Ada", '<c t="s"><v>0</v></c>') for n in range(2, 20))
    with pytest.raises(CannotRead, match="come out of it"):
        read(book({"S": shared}, f"<si><t>{'x' * 5_000}</t></si>"))


def test_a_workbook_damaged_anywhere_is_read_or_refused() -> None:
    whole = book({"S": HEAD + row(2, "Ada", "42")})
    for place in range(0, len(whole), 11):
        for broken in (whole[:place], whole[:place] + bytes([whole[place] ^ 0x55]) + whole[place + 1 :]):
            try:
                read(broken)
            except CannotRead:
                continue
