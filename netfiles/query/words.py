"""Finding people by words over names, companies, tags and notes; accents and case are forgiven."""

import re

from netfiles.index.names import Ambiguous, folded
from netfiles.index.network import Network, Someone
from netfiles.model import Link
from netfiles.text.letters import unaccented


def find_people(network: Network, words: str) -> tuple[Someone, ...]:
    """Everyone in whom all words occur; those whose name holds them first, then by name."""
    wanted = unaccented(words).split()
    if not wanted:
        return ()
    found = [(_rank(network, someone, wanted), someone) for someone in network.people.values()]
    matches = [(rank, someone) for rank, someone in found if rank is not None]
    return tuple(s for _, s in sorted(matches, key=lambda pair: (pair[0], unaccented(pair[1].name), pair[1].key)))


def _rank(network: Network, someone: Someone, wanted: list[str]) -> int | None:
    """0 where names hold all words, 1 where names, companies and tags do, 2 with notes; None where nothing does."""
    text = ""
    for rank, more in enumerate((_names, _facts, _notes)):
        text = f"{text}\n{unaccented(more(network, someone))}"
        if all(word in text for word in wanted):
            return rank
    return None


def _names(_: Network, someone: Someone) -> str:
    return "\n".join((someone.name, *(someone.record.aliases if someone.record else ())))


def _facts(network: Network, someone: Someone) -> str:
    keys = [key for key in (someone.company, *(key for key, _ in someone.past)) if key]
    companies = [network.companies[key].name for key in keys]
    person = someone.record
    own = (person.title, person.location, person.relation, *person.tags) if person else ()
    return "\n".join((*companies, *(text for text in own if text)))


def _notes(_: Network, someone: Someone) -> str:
    person = someone.record
    if person is None:
        return ""
    return "\n".join((person.origin.body, *person.can_help, *person.i_can_help, person.met_at or ""))


def named(network: Network, name: str) -> tuple[Someone, ...]:
    """Whom a name means: by link rules, else as a name not on file, else everyone whose name holds the words.

    Where words begin those of some names, only those count: `nia` is no Rania as long as there is a Nia.
    """
    found = network.names.find(Link(name.strip()), ("person",))
    if isinstance(found, Ambiguous):
        return tuple(network.people[path] for path in found.paths)
    if found is not None:
        return (network.people[found],)
    if someone := network.people.get(f"name:{folded(name)}"):
        return (someone,)
    wanted = unaccented(name).split()
    held = [s for s in find_people(network, name) if all(word in unaccented(_names(network, s)) for word in wanted)]
    begun = [s for s in held if all(_begins_a_word(word, _names(network, s)) for word in wanted)]
    return tuple(begun or held)


def _begins_a_word(beginning: str, names: str) -> bool:
    return any(word.startswith(beginning) for word in re.split(r"[\W_]+", unaccented(names)))
