"""Names given in passing: `she will introduce me to Omar`, `gave me the name of Omar`."""

from collections.abc import Iterator, Sequence

from netfiles.capture.mentions import Mention
from netfiles.capture.naming import name_at
from netfiles.capture.roll import Roll
from netfiles.capture.tokens import Token

PHRASES = frozenset(
    tuple(phrase.split())
    for phrase in (
        "introduce me to", "introduced me to", "introduces me to", "introducing me to", "introduce us to", "intro to",
        "introduction to", "intros to", "introductions to", "the name of", "the names of", "put me in touch with",
        "puts me in touch with", "connect me with", "connect me to", "connected me with", "connected me to",
        "refer me to", "referred me to",
    )
)  # fmt: skip
"""What stands before such a name."""

_LONGEST = max(map(len, PHRASES))


def phrase_at(tokens: Sequence[Token], at: int) -> int:
    """How many tokens of such a phrase stand at a place."""
    words = tuple(token.plain for token in tokens[at : at + _LONGEST])
    return next((count for count in range(len(words), 0, -1) if words[:count] in PHRASES), 0)


def introduced_at(tokens: Sequence[Token], at: int, roll: Roll) -> tuple[list[Mention], int] | None:
    """The names after such a phrase at a place, and how many tokens phrase and names take."""
    count = phrase_at(tokens, at)
    if not count:
        return None
    names: list[Mention] = []
    here = at + count
    after = 0
    while found := name_at(tokens, here + after, roll, expected=True):
        if after and tokens[here].text == "," and after == 1 and found[0].called is None:
            break
        names.append(found[0])
        here += after + found[1]
        after = _and(tokens, here)
        if not after:
            break
    return (names, here - at) if names else None


def _and(tokens: Sequence[Token], at: int) -> int:
    """How many tokens join another name: `and`, a comma, or both."""
    words = [token.text.lower() for token in tokens[at : at + 2]]
    if words[:2] in ([",", "and"], [",", "&"]):
        return 2
    return 1 if words[:1] in (["and"], ["&"], [","]) else 0


def introduced(tokens: Sequence[Token], roll: Roll) -> Iterator[Mention]:
    """All names given in passing."""
    at = 0
    while at < len(tokens):
        found = introduced_at(tokens, at, roll)
        if found:
            yield from found[0]
        at += found[1] if found else 1
