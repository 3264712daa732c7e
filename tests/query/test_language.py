"""What queries mean, and what is said of those that mean nothing."""

import pytest

from netfiles.query.language import Query, parse
from netfiles.query.terms import Term, Text, Word, Wrong

UNDERSTOOD = [
    pytest.param("", "", id="nothing"),
    pytest.param("  two\twords\n", "two words", id="words"),
    pytest.param('"side by side"', '"side by side"', id="a quotation"),
    pytest.param("“from a telephone”", '"from a telephone"', id="round quotes"),
    pytest.param("-zurich c++ r&d", '-zurich "c++" r&d', id="not, and words with signs"),
    pytest.param("company:acme,globex", "company:acme,globex", id="or"),
    pytest.param('company:"Acme, Inc.",globex', 'company:"Acme, Inc.",globex', id="a comma within quotes"),
    pytest.param("-tag:family", "-tag:family", id="not a term"),
    pytest.param("tag:#alumni/mit", "tag:alumni/mit", id="a tag as in Obsidian"),
    pytest.param('told:"[[Laid off]]"', 'told:"[[Laid off]]"', id="a link as in front matter"),
    pytest.param("told:[[Laid off, looking]]", 'told:"[[Laid off, looking]]"', id="a link without quotes"),
    pytest.param("knows:[[people/Jane Doe|Jane]]", 'knows:"[[people/Jane Doe]]"', id="a link with a label"),
    pytest.param("last>60d next<=1w met<1y", "last>60d next<=1w met<1y", id="lengths of time"),
    pytest.param("last>monthly", "last>1m", id="a length of time in words"),
    pytest.param("met>=2026-1-5", "met>=2026-01-05", id="a day"),
    pytest.param("met:2026-10 first=2025", "met:2026-10 first:2025", id="a month and a year"),
    pytest.param("next<=Today", "next<=today", id="today"),
    pytest.param("entries>=3 got:referral,2", "entries>=3 got:referral,2", id="numbers and kinds"),
    pytest.param("Location:boston LAST_CONTACT>2m as-of<1y", "place:boston last>2m as_of<1y", id="other names"),
    pytest.param("target:any,b is:late has:emails", "target:yes,B is:overdue has:email", id="other words"),
    pytest.param("AND nobody OR all", "AND nobody OR all", id="words among words"),
    pytest.param('tag:a "OR"', 'tag:a "OR"', id="a word that is a sign elsewhere"),
    pytest.param("5'10\" tall", '"5\'10\\"" tall', id="a quote within a word"),
    pytest.param(r'note:"say \"no\" \\ yes"', r'note:"say \"no\" \\ yes"', id="quotes within quotes"),
    pytest.param("note:http://x.example/a", 'note:"http://x.example/a"', id="a colon within a value"),
]


@pytest.mark.parametrize(("text", "form"), UNDERSTOOD)
def test_a_query_has_one_form(text: str, form: str) -> None:
    query = parse(text)
    assert isinstance(query, Query), query
    assert str(query) == form
    assert parse(form) == query


WRONG = [
    # the text, the column, a part of the message, a part of the advice
    pytest.param("has:email tgt:A", 11, "`tgt` is no field", "Did you mean target:A?", id="a misspelt field"),
    pytest.param("qqq:x", 1, "`qqq` is no field", "The fields are: name, title, company", id="no field at all"),
    pytest.param("http://x.example", 1, "`http` is no field", '"http://x.example"', id="an address"),
    pytest.param("at 9:30", 4, "`9` is no field", '"9:30"', id="a time of day"),
    pytest.param("is:overdu", 4, "`overdu`", "Did you mean is:overdue?", id="a misspelt state"),
    pytest.param("is:A", 4, "`A`", "Did you mean target:A?", id="a word of another field"),
    pytest.param("tie:strog,warm", 5, "`strog`", "tie:strong", id="a misspelt tie"),
    pytest.param("tie:warm,icy", 10, "`icy`", "strong, warm, cool, cold, new", id="the second value"),
    pytest.param("status:gone", 8, "`gone`", "active, dormant, closed", id="no status"),
    pytest.param("target:Z", 8, "`Z`", "A, yes, B, C, no", id="no target"),
    pytest.param("has:emial", 5, "`emial`", "has:email", id="a misspelt thing to have"),
    pytest.param("got:referal", 5, "`referal`", "got:referral", id="a misspelt gift"),
    pytest.param("met:2026-02-30", 5, "`2026-02-30` is not a date", "2026-11-20", id="a day that does not exist"),
    pytest.param("met:2026-13", 5, "`2026-13` is not a date", "2026-11", id="a month that does not exist"),
    pytest.param("met:0000", 5, "`0000` is not a date", "a year", id="the year nought"),
    pytest.param("last>soon", 6, "`soon`", "last>60d", id="no day"),
    pytest.param("next<never", 6, "`never`", "next<7d", id="never"),
    pytest.param("last:60d", 6, "`60d` is a length of time", "last<60d", id="a length of time with a colon"),
    pytest.param("entries>many", 9, "`many` is no number", "entries>2", id="no number"),
    pytest.param("company>acme", 1, "`company` cannot be compared", "company:acme", id="text compared"),
    pytest.param("tie>cool", 1, "`tie` cannot be compared", "tie:cool", id="words compared"),
    pytest.param("last>30d,60d", 10, "`>` takes one value", "last>30d", id="two values compared"),
    pytest.param("last:>60d", 6, "a second sign", "last>60d", id="two signs"),
    pytest.param("told:!laid", 6, "`!` is no sign", "-told:laid", id="a sign for not"),
    pytest.param("company!=acme", 8, "`!` is no sign", "-company:acme", id="unlike"),
    pytest.param("met >= 2026-01-01", 5, "no field stands before `>`", "without spaces", id="spaces around a sign"),
    pytest.param("company: acme", 1, "nothing follows `company:`", "company:acme", id="a space after the colon"),
    pytest.param("has:email tag:", 11, "nothing follows `tag:`", "tag:", id="no value"),
    pytest.param("company:acme, globex", 13, "nothing follows the comma", "company:acme,globex", id="a space after it"),
    pytest.param("tag:a,,b", 6, "nothing follows the comma", "without a space", id="two commas"),
    pytest.param("x - y", 3, "a `-` stands alone", "-tag:family", id="a lone dash"),
    pytest.param("x -", 3, "a `-` stands alone", "-tag:family", id="a dash at the end"),
    pytest.param("--x", 1, "a `-` stands before another", "one `-`", id="two dashes"),
    pytest.param('x "open', 3, "a quotation is not closed", 'Put a "', id="an open quotation"),
    pytest.param('name:"Jane', 6, "a quotation is not closed", 'Put a "', id="an open value"),
    pytest.param('""', 1, "nothing between the quotes", "between them", id="empty quotes"),
    pytest.param('"a"b', 4, "a space is missing", "a space", id="a word right after a quotation"),
    pytest.param('company:"a"b', 12, "a space or a comma is missing", "quotes", id="a value right after another"),
    pytest.param('company:acme" inc"', 13, "a quotation begins within a value", "whole value", id="a late quote"),
    pytest.param("told:[[Laid off", 6, "a link is not closed", "two brackets", id="an open link"),
    pytest.param("told:[[]]", 6, "the link leads to nothing", "[[Jane Doe]]", id="an empty link"),
    pytest.param("tag:#", 5, "`#` is no tag", "tag:alumni", id="an empty tag"),
    pytest.param("phone:home", 7, "no part of a phone number", "digits", id="a phone without digits"),
    pytest.param("tag:a OR tag:b", 7, "`OR` is only a word here", "A comma", id="or in words"),
    pytest.param("(tag:a tag:b)", 1, "a `(` stands before a field", "no parentheses", id="parentheses"),
    pytest.param("company:\u0301", 9, "nothing here to look for", "letters", id="an accent alone"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "column", "message", "advice"), WRONG)
def test_what_is_not_understood_has_its_column_and_an_advice(text: str, column: int, message: str, advice: str) -> None:
    wrong = parse(text)
    assert isinstance(wrong, Wrong), wrong
    assert wrong.column == column
    assert message in wrong.message
    assert advice in wrong.advice


def test_terms_know_where_they_stand() -> None:
    query = parse('a -tag:b,"c d"')
    assert query == Query((Word("a"), Term("tag", ":", (Text("b"), Text("c d")), no=True)))
    assert [(term.column, getattr(term, "columns", ())) for term in query.terms] == [(1, ()), (3, (8, 10))]
