"""The query language: from a text to what it asks, or to why it is not understood."""

from netfiles.query.fields import BY_NAME, plain
from netfiles.query.pieces import Piece, Refused, pieces
from netfiles.query.terms import Query, Sign, Term, Word, Wrong
from netfiles.query.values import searchable, value_of

__all__ = ["Query", "Wrong", "parse"]

_SIGNS: dict[str, Sign] = {":": ":", "<": "<", "<=": "<=", ">": ">", ">=": ">="}
_OTHER_LANGUAGES = {
    "AND": "A space is and already.",
    "OR": "A comma within a value is or, like company:acme,globex.",
    "NOT": "A `-` before a term is not, like -tag:family.",
}


def parse(text: str) -> Query | Wrong:
    """What a query asks; an empty one asks nothing."""
    try:
        terms = tuple(_word(piece) if not piece.sign else _term(piece) for piece in pieces(text))
        query = Query(terms)
        _refuse_other_languages(query)
    except Refused as refused:
        column, message, advice = refused.wrong
        return Wrong(column, _cut(message), _cut(advice))
    return query


_MOST_SAID = 500


def _cut(text: str) -> str:
    """A text that quotes a very long word, cut in its middle."""
    return text if len(text) <= _MOST_SAID else f"{text[:200]} … {text[-200:]}"


def _word(piece: Piece) -> Word:
    part = piece.parts[0]
    return Word(searchable(part), piece.no, piece.column, part.quoted)


def _term(piece: Piece) -> Term:
    field = BY_NAME[plain(piece.name)]
    if piece.sign != ":" and len(piece.parts) > 1:
        advice = f"Write {piece.name}{piece.sign}{piece.parts[0].text}, and another term for another value."
        raise Refused(piece.parts[1].column, f"`{piece.sign}` takes one value", advice)
    values = tuple(value_of(field, piece, part) for part in piece.parts)
    columns = tuple(part.column for part in piece.parts)
    return Term(field.name, _SIGNS[piece.sign], values, piece.no, piece.column, columns)


def _refuse_other_languages(query: Query) -> None:
    """Beside fields, words that are signs elsewhere were hardly meant to be looked for."""
    for term in () if query.only_words else query.terms:
        if isinstance(term, Word) and not term.quoted and term.text in _OTHER_LANGUAGES:
            advice = f'{_OTHER_LANGUAGES[term.text]} To look for the word itself, put it in quotes: "{term.text}".'
            raise Refused(term.column, f"`{term.text}` is only a word here", advice)
