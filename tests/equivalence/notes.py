"""The text of one note: its fields and its body, made and changed as a person would in an editor."""

import re
from random import Random
from urllib.parse import quote

from netfiles.model import Kind
from tests.equivalence.fields import FIELDS
from tests.equivalence.vocabulary import WORDS, Vocabulary

_FRONT = re.compile(r"\A---\n(.*?)^---\n?", re.MULTILINE | re.DOTALL)


def note(kind: Kind, dice: Random, words: Vocabulary) -> str:
    """A new note of a kind with some of its fields."""
    text = "---\n---\n"
    fields = sorted(FIELDS[kind])
    for field in dice.sample(fields, min(len(fields), dice.randint(1, 7))):
        text = with_field(text, field, FIELDS[kind][field](dice, words))
    return text + body(dice, words)


def with_field(text: str, field: str, value: str | None) -> str:
    """`text` with this field, or without it; a text without front matter is given one."""
    front = _FRONT.match(text)
    lines = front[1] if front else ""
    rest = text[front.end() :] if front else text
    lines = re.sub(rf"^{re.escape(field)}:.*\n(?:[ \t].*\n|- .*\n)*", "", lines, flags=re.MULTILINE)
    if value is not None:
        gap = "" if value.startswith("\n") or not value else " "
        lines += f"{field}:{gap}{value}\n"
    return f"---\n{lines}---\n{rest}"


def with_body(text: str, dice: Random, words: Vocabulary) -> str:
    """`text` with a piece of the body more, less or otherwise."""
    front = _FRONT.match(text)
    head, rest = (text[: front.end()], text[front.end() :]) if front else ("", text)
    pieces = rest.split("\n\n")
    at = dice.randrange(len(pieces))
    match dice.choice(("more", "more", "less", "other", "all")):
        case "more":
            pieces.insert(at, piece(dice, words))
        case "less":
            del pieces[at]
        case "other":
            pieces[at] = piece(dice, words)
        case "all":
            pieces = [body(dice, words)]
    return head + "\n\n".join(pieces)


def body(dice: Random, words: Vocabulary) -> str:
    pieces = [piece(dice, words) for _ in range(dice.choice((0, 1, 1, 2, 4)))]
    return "\n\n".join(pieces) + dice.choice(("\n", "", "\r\n"))


def piece(dice: Random, words: Vocabulary) -> str:
    """A paragraph of some kind; links go to things that may not be there (yet)."""
    target, word, when = words.anything(dice), dice.choice(WORDS), words.near(dice)
    picture = dice.choice((*words.pictures, "not-there.png"))
    return dice.choice(
        (
            f"Spoke of {word} with [[{target}]].",
            f"[[{target}|{word}]] and [[{words.person(dice)}]]",
            f"# {word}",
            f"## {word} {when:%d}\n\ntext {{#anchor}}",
            f"- [ ] send {word} to [[{target}]] 📅 {when}\n- [x] done 📅 {when}\n- [ ] some day",
            f"![[{picture}]] ![[{picture}|120]] ![{word}]({picture})",
            f"| {word} | b |\n|---|---|\n| [[{target}]] | 2 |",
            f"```python\nprint('{word}')  # [[{target}]]\n```",
            f"A note.[^1]\n\n[^1]: {word}",
            f"<b>{word}</b> <script>alert(1)</script> <!-- [[{target}]] --> %%[[{target}]]%%",
            f"[{word}]({quote(target)}.md) and [{word}](<../contacts/{words.person(dice)}.md>)",
            f"> {word}\n> [x](https://x.example/?a=b&c)",
            word * dice.choice((1, 30)),
        )
    )


def same_size(text: str, dice: Random) -> str:
    """Another text of as many bytes: one letter or digit is another."""
    at = [m.start() for m in re.finditer(r"(?<=[a-z0-9])[a-y0-8](?=[a-z0-9])", text)]
    if not at:
        return text
    spot = dice.choice(at)
    return f"{text[:spot]}{chr(ord(text[spot]) + 1)}{text[spot + 1 :]}"
