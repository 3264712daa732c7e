"""Vaults full of links to each other, written in every way that people write them, made by chance."""

from random import Random

PEOPLE = ("Ada Poe", "Bo Lee", "Zoë Ortiz", "Patrick O'Shea", "Li", "Jo")
COMPANIES = ("Acme", "Globex, Inc.", "Ada Poe")
UNFILED = ("Walt Sorenson", "Ann-Marie Ek")
NEWS = ("Laid off", "Looking again")
NEW = (
    "Ada Lovelace", "Bo Lee", "bo lee", "Jo", "AC/DC", "Nia: the panel", "Zoë", "Walt Sorenson", "Acme", "Initech Inc.",
    "Globex, Inc.", "ADA POE", "Laid off", "O'Brien", "#1 Co", "王小明",
)  # fmt: skip


def vault(chance: Random) -> dict[str, str]:
    """Some files with links between them."""
    files: dict[str, str] = {}
    for name in PEOPLE:
        if chance.random() < 0.75:
            folder = chance.choice(("contacts", "contacts", "contacts/old"))
            files[f"{folder}/{_stem(chance, name)}.md"] = _person(chance, name)
    for name in COMPANIES:
        if chance.random() < 0.6:
            fields = [f"name: {_quoted(name)}"] if chance.random() < 0.5 else ["target: A"]
            files[f"career/companies/{name}.md"] = _text(chance, fields + _aliases(chance))
    for name in NEWS:
        if chance.random() < 0.7:
            fields = [f"title: {name}", *_some(chance, "supersedes", NEWS)]
            fields += [f"audience: '{_asked(chance)}'"] if chance.random() < 0.2 else []
            files[f"career/news/{name}.md"] = _text(chance, fields)
    for n in range(chance.randint(1, 5)):
        files[f"journal/2026-11-0{n + 1} Talk {n}.md"] = _entry(chance)
    files["career/leads/Planner.md"] = _text(
        chance, [*_some(chance, "company", COMPANIES), *_some(chance, "heard_from", (*PEOPLE, *UNFILED))]
    )
    files["queries/Quiet.md"] = _text(chance, [f"query: '{_asked(chance) if chance.random() < 0.4 else 'last>60d'}'"])
    if chance.random() < 0.5:
        files["docs/page.md"] = f"# Page\n\n{_body(chance)}"
    return files


def _stem(chance: Random, name: str) -> str:
    return name if chance.random() < 0.7 else name.split(maxsplit=1)[0].lower() + "-1"


def _person(chance: Random, name: str) -> str:
    fields = [f"name: {_quoted(name)}"] if chance.random() < 0.4 else []
    fields += _some(chance, "company", COMPANIES) + _several(chance, "past_companies", COMPANIES, years=True)
    fields += _several(chance, "knows", (*PEOPLE, *UNFILED)) + _several(chance, "told_before", NEWS, brackets=True)
    fields += _aliases(chance) + (
        [f'next: "write to [[{chance.choice(PEOPLE)}]] # soon"'] if chance.random() < 0.3 else []
    )
    return _text(chance, fields)


def _entry(chance: Random) -> str:
    fields = _several(chance, "with", (*PEOPLE, *UNFILED)) + _several(chance, "companies", COMPANIES)
    fields += _several(chance, "introduced", (*PEOPLE, *UNFILED)) + _several(chance, "told", NEWS, brackets=True)
    return _text(chance, fields or ["channel: call"])


def _aliases(chance: Random) -> list[str]:
    return [f"aliases: [{chance.choice(('Addie', 'Bobby', 'Jo', 'Acme Corp'))}]"] if chance.random() < 0.3 else []


def _text(chance: Random, fields: list[str]) -> str:
    end = chance.choices(("\n", "\r\n"), (5, 1))[0]
    chance.shuffle(fields)
    return end.join(["---", *fields, "---", *_body(chance).split("\n")])


def _body(chance: Random) -> str:
    lines = []
    for _ in range(chance.randint(0, 4)):
        target = chance.choice((*PEOPLE, *COMPANIES, *UNFILED, *NEWS, "Addie", "2026-11-01 Talk 0"))
        link = _link(chance, target)
        lines.append(
            chance.choice(
                (
                    f"Saw {link} today, and {_link(chance, target)}.",
                    f"- [ ] call {link} 📅 2026-12-01",
                    f"Not `{link}` but {link}",
                    f"```\n{link}\n```",
                    f"| a | b |\n|---|---|\n| x | {link.replace('|', chr(92) + '|')} |",
                    f"!{link} and %%{link}%%",
                    f"> {link}  ",
                    f"<!-- {link} -->",
                )
            )
        )
    return "\n".join(lines) + chance.choice(("", "\n"))


def _link(chance: Random, target: str) -> str:
    name = target.lower() if chance.random() < 0.1 else target
    return f"[[{name}{chance.choice(('', '', '#Part'))}{chance.choice(('', '', '|they'))}]]"


def _some(chance: Random, field: str, names: tuple[str, ...]) -> list[str]:
    if chance.random() < 0.4:
        return []
    name = chance.choice(names)
    return [f"{field}: {chance.choice((_quoted(name), _quoted(_link(chance, name)), f'[[{name}]]'))}"]


def _several(
    chance: Random, field: str, names: tuple[str, ...], years: bool = False, brackets: bool = False
) -> list[str]:
    found = []
    for name in chance.sample(names, chance.randint(0, min(3, len(names)))):
        text = _link(chance, name) if brackets or chance.random() < 0.6 else name
        found.append(_quoted(text + (" (2018-2022)" if years and chance.random() < 0.5 else "")))
    if not found:
        return []
    if chance.random() < 0.5:
        return [f"{field}: [{', '.join(found)}] # of them"]
    return ["\n".join([f"{field}:", *(f"  - {item}" for item in found)])]


def _quoted(text: str) -> str:
    return f'"{text}"'


def _asked(chance: Random) -> str:
    field, names = chance.choice((("told", NEWS), ("company", COMPANIES), ("knows", ("Ada Poe", "Bo Lee"))))
    return f'last>60d -{field}:"[[{chance.choice(names)}]]" {field}:{chance.choice(names).split()[0].strip(",")}'
