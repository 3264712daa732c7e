"""Hand-written pages, and the pictures beside them."""

from random import Random

from tests.equivalence.notes import piece
from tests.equivalence.players.places import read, said
from tests.equivalence.players.saving import save, save_bytes
from tests.equivalence.vocabulary import WORDS, vocabulary
from tests.equivalence.world import World

PAGES = ("index.md", "plan.md", "sub/deep.md", "sub/index.md", "with space.md")
_LINKS = (
    "[plan](plan.md)",
    "[deep](sub/deep.md#part)",
    "[up](../index.md)",
    "[home](../index.md)",
    "![beside](beside.png)",
    "[person](../people/index.md)",
    "[nowhere](gone.md)",
)


def page(world: World, dice: Random) -> str:
    """A page new or changed: its title, its text, its links to other pages and to people."""
    path = world.vault / "docs" / dice.choice(PAGES)
    words = vocabulary(world.vault, world.day)
    text = read(path) if path.exists() else ""
    match dice.choice(("new", "title", "more", "front matter")):
        case "title":
            text = f"# {dice.choice(WORDS)} {dice.randrange(9)}\n\n" + text.partition("\n\n")[2]
        case "more":
            text += f"\n\n{dice.choice(_LINKS)}\n\n{piece(dice, words)}\n"
        case "front matter":
            head = dice.choice(("title: From the front", "hide:\n  - toc", "description: said"))
            text = f"---\n{head}\n---\n" + text.rpartition("---\n")[2]
        case _:
            text = f"# {dice.choice(WORDS)}\n\n{dice.choice(_LINKS)}\n\n## Part\n\n{piece(dice, words)}\n"
    save(path, text, dice)
    return f"{said(world, path)}: {text[:60]!r}…"


def lost_page(world: World, dice: Random) -> str:
    there = sorted((world.vault / "docs").rglob("*.md"))
    if not there:
        return "no page"
    path = dice.choice(there)
    path.unlink()
    return f"{said(world, path)} deleted"


def picture(world: World, dice: Random) -> str:
    """A picture beside the pages, there or gone."""
    path = world.vault / "docs" / dice.choice(("beside.png", "sub/beside.png"))
    if path.exists() and dice.random() < 0.4:
        path.unlink()
        return f"{said(world, path)} deleted"
    save_bytes(path, b"\x89PNG\r\n\x1a\n" + dice.randbytes(9), dice)
    return f"{said(world, path)} drawn"
