"""Files as people, editors and scripts write them, and edits of them, made by chance."""

from dataclasses import dataclass
from random import Random

from netfiles.text.edits import Add, Append, Edit, Redirect, Remove, Rename, Replace, Set
from netfiles.text.scalars import quoted

WORDS = (
    "Jane Doe", "Acme, Inc.", "it's", "a: b", "# no comment", "x # y", "No", "0123", "12:30", "2026-11-20", "é ü",
    "王小明", "🙂 hello", '"quoted"', "back\\slash", "[[Jane Doe]]", "[[path/Jane Doe|Jane]]", "- dash", "? what",
    "* star", "& and", "! bang", "% per cent", "@ at", "`tick`", "{a}", "[b]", "tail ", " lead", "null", "~", "yes",
    "a\u00a0b", "long " * 30, "<b>", "|", ">", "a,b", "'", "''", "+1 413 555 0139", "jane@acme.example", "=1+1",
)  # fmt: skip
NAMES = ("name", "company", "emails", "tags", "knows", "snooze_until", "owner's own", "x-y", "aliases", "next", "größe")
COMMENTS = ("", "", "", " # since May", "   #  two  spaces", " # ünïcode 🙂")
ENDS = ("\n", "\r\n", "\r")
BODIES = (
    "", "Body.", "\nTwo spaces  \nbreak\n\n\n", "\t- tab list\n\n\tcode", "A line ^abc123\n%% comment %%\n",
    "```\n## Log\n- not here\n```\n\n## Log\n- 2026-01-01 call", "- [ ] task 📅 2026-12-04\n- [x] done",
    "---\n\nrule\n",
    "[[Jane Doe]] and `[[Jane Doe]]`\u2028 sep", "* * *\n> [!note]- c\n",
)  # fmt: skip


@dataclass(frozen=True)
class File:
    """A text without BOM, its line end, and the names of the fields in it."""

    text: str
    end: str
    fields: tuple[str, ...]


def file(chance: Random) -> File:
    """Some front matter and some body."""
    end = chance.choices(ENDS, (6, 3, 1))[0]
    names = chance.sample(NAMES, chance.randint(0, 7))
    lines = ["---" + chance.choice(("", "", " ", "\t"))]
    for name in names:
        lines += _gap(chance) + _field(chance, name)
    lines += [*_gap(chance), "---" + chance.choice(("", "", "  "))]
    body = chance.choice(BODIES).replace("\n", end)
    return File(end.join(lines) + chance.choice((end, end, "" if not body else end)) + body, end, tuple(names))


def _gap(chance: Random) -> list[str]:
    return chance.choices(([], [""], ["# a comment"], ["  # indented", ""]), (12, 1, 1, 1))[0]


def _field(chance: Random, name: str) -> list[str]:  # noqa: PLR0911  # a table of forms
    key = f'"{name}"' if "'" in name else name
    comment = chance.choice(COMMENTS)
    form = chance.randrange(11)
    if form == 0:
        return [f"{key}:{chance.choice(('', ' ', '   '))}{comment or ''}"]
    if form == 1:
        return [f"{key}: {chance.choice(('~', 'null'))}{comment}"]
    if form == 2:
        return [f"{key}: [{', '.join(_scalar(chance, True) for _ in range(chance.randint(0, 4)))}]{comment}"]
    if form == 3:
        items = [_scalar(chance, True) for _ in range(chance.randint(1, 3))]
        return [f"{key}: [", *(f"    {item}, # one" for item in items), f"  ]{comment}"]
    if form == 4:
        margin, space = chance.choice(("", "  ", "    ")), chance.choice((" ", "   "))
        rows = []
        for _ in range(chance.randint(1, 4)):
            rows += [f"{margin}-{space}{_scalar(chance)}{chance.choice(COMMENTS)}"]
            rows += chance.choices(([], ["# between"], [""]), (6, 1, 1))[0]
        return [f"{key}:{comment}", *rows]
    if form == 5:
        return [
            f"{key}: {chance.choice(('|', '>', '|-', '>-', '|+'))}",
            "  first",
            *([""] * chance.randint(0, 1)),
            "  last",
        ]
    if form == 6:
        return [f"{key}: plain words", "  that go on", f"  and end{comment}"]
    if form == 7:
        return [f"{key}:", "  home: a@example.org", "  list:", "    - 1", f"    - 2{comment}"]
    if form == 8:
        return [f"{key}: [[Jane Doe]]{comment}"]
    return [f"{key}: {_scalar(chance)}{comment}"]


def _scalar(chance: Random, inside: bool = False) -> str:
    word = chance.choice(WORDS)
    style = chance.randrange(3)
    if style == 0 and word.isprintable():
        return "'" + word.replace("'", "''") + "'"
    plain = word.strip() == word and word.isalnum() and word.isascii() and not inside
    return word if plain or word in ("Jane Doe", "2026-11-20", "0123") else quoted(word)


def edit(chance: Random, of: File) -> Edit:
    """An edit of a field or of the body; often one that is there."""
    name = chance.choice((*of.fields, *of.fields, *NAMES))
    word = chance.choice(WORDS).strip()
    kind = chance.randrange(9)
    if kind == 0:
        return Set(name, word)
    if kind == 1:
        return Set(name, tuple(dict.fromkeys(w.strip() for w in chance.sample(WORDS, 2))))
    if kind in (2, 3):
        return Add(name, (word,) if chance.random() < 0.7 else (word, "Bo Lee"))
    if kind == 4:
        return Remove(name, chance.choice((None, word, "Jane Doe", "[[Jane Doe]]")))
    if kind == 5:
        return Replace(name, chance.choice((word, "Jane Doe", "[[Jane Doe]]")), "[[Bo Lee's “new” file]]")
    if kind == 6:
        return Rename(name, "renamed")
    if kind == 7:
        return Redirect(name, "Jane Doe", chance.choice((None, "Bo Lee", "a: b")))
    return Append(chance.choice(("- 2026-11-20 call", "two\nlines")), chance.choice((None, "## Log")))
