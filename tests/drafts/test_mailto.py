"""mailto: links, read back as a mail program reads them."""

from urllib.parse import parse_qs, unquote, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netfiles.drafts.mailto import mailto


def test_a_link_is_what_rfc_6068_says():
    assert mailto("bo+x@acme.example", "Grüße & more", "a b\nc?") == (
        "mailto:bo+x@acme.example?subject=Gr%C3%BC%C3%9Fe%20%26%20more&body=a%20b%0D%0Ac%3F"
    )


@given(st.text(st.characters(exclude_categories=["Cs"])), st.text(st.characters(exclude_categories=["Cs"])))
def test_any_letter_comes_back_as_it_was(subject: str, body: str):
    link = mailto("bo@acme.example", subject, body)
    assert link.isascii()
    assert link.isprintable()
    parts = urlsplit(link)
    assert (parts.scheme, parts.path) == ("mailto", "bo@acme.example")
    fields = parse_qs(parts.query, keep_blank_values=True, strict_parsing=True)
    assert fields.keys() == {"subject", "body"}
    assert fields["subject"] == [" ".join(subject.split())]
    assert fields["body"] == [body.replace("\r\n", "\n").replace("\r", "\n").replace("\n", "\r\n")]


@pytest.mark.parametrize(
    "address", ["a&b=c@x.example", "o'neil@x.example", "a%b@x.example", "jo/se?#@x.example", "zoë@müller.example"]
)
def test_an_address_cannot_add_fields(address: str):
    link = mailto(address, "s", "b")
    parts = urlsplit(link)
    assert not set("?#&=/") & set(parts.path)
    assert unquote(parts.path) == address
    assert parse_qs(parts.query) == {"subject": ["s"], "body": ["b"]}


def test_without_an_address_the_mail_program_asks():
    assert mailto("", "s", "b") == "mailto:?subject=s&body=b"
