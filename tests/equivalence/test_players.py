"""The players can change everything, and a game that is lost is told in few steps."""

import os
from pathlib import Path
from random import Random

import pytest

from netfiles.index.build import build_network
from netfiles.insights.derive import derive
from netfiles.model import Kind
from netfiles.problems import CODES
from netfiles.records.read import known_fields, read_record
from netfiles.vault.load import load
from tests.equivalence import playing
from tests.equivalence.comparing import difference
from tests.equivalence.fields import FIELDS
from tests.equivalence.notes import same_size, with_field
from tests.equivalence.players import PLAYERS
from tests.equivalence.players.places import FOLDERS
from tests.equivalence.players.saving import save
from tests.equivalence.playing import REFUSED, Game, Step, acted, dealt, drawn, of_words, shortest
from tests.equivalence.test_reading import EDITORS
from tests.equivalence.vocabulary import vocabulary
from tests.equivalence.world import World, new_world
from tests.sampling import sampled


def test_players_know_every_field_of_the_format():
    assert {kind: set(fields) for kind, fields in FIELDS.items()} == {kind: set(known_fields(kind)) for kind in FOLDERS}


@pytest.mark.parametrize("kind", FOLDERS)
def test_players_can_make_every_field_change_what_is_read(world: World, kind: Kind):
    words, start = vocabulary(world.vault, world.day), "---\ndate: 2026-11-01\n---\n"
    for field, value in FIELDS[kind].items():
        name = {"with": "with_"}.get(field, field)
        seen = set()
        for dice in map(Random, range(60)):
            record = read_record(kind, "x.md", with_field(start, field, value(dice, words))).record
            seen.add(repr(getattr(record, name)) if record else "no record")
        assert len(seen - {"no record"}) > 1, field


def test_everybody_plays_in_the_games_of_make_test_and_in_the_long_ones():
    assert {step.player for hand in dealt(1, 3) for step in hand} == {*PLAYERS, "build", "compare"}
    assert {step.player for seed in range(20) for step in drawn(seed, 40)} == {*PLAYERS, "build", "compare"}


TROUBLEMAKERS = ("break", "break", "break", "odd", "field", "field", "new", "copy", "rename", "restore", "option")


@pytest.mark.soak
def test_players_bring_about_nearly_everything_that_can_be_wrong_with_a_file(tmp_path: Path):
    seen: set[str] = set()
    for seed in range(5):
        world, dice = new_world(tmp_path / str(seed), seed), Random(seed)
        for turn in range(100):
            PLAYERS[dice.choice(TROUBLEMAKERS)][1](world, dice)
            if turn % 16 == 15:
                collection = load(world.vault)
                seen |= {problem.code for problem in derive(build_network(collection), world.day).problems}
    assert len(CODES.keys() - seen) <= 15, sorted(CODES.keys() - seen)


@pytest.mark.parametrize("seed", sampled(range(3), 0))
def test_players_find_something_to_do_whatever_others_left_behind(tmp_path: Path, seed: int):
    world, dice = new_world(tmp_path, seed), Random(seed)
    names, weights = list(EDITORS), list(EDITORS.values())
    told = [acted(world, name, dice.randrange(10**6)) for name in dice.choices(names, weights, k=400)]
    assert sum(words.startswith(REFUSED) for words in told) <= 4, told
    assert len(set(told)) > 200


def test_a_pipe_where_a_player_saves_holds_nobody_up(world: World):
    for dice in range(10):
        path = world.vault / "contacts" / f"{dice}.md"
        os.mkfifo(path)
        save(path, "Saved.\n", Random(dice))
        assert path.read_text("utf-8") == "Saved.\n"


def test_a_game_can_be_played_again_as_it_is_printed():
    steps = drawn(5, 10)
    assert of_words([str(step) for step in steps]) == steps


def test_a_field_is_written_over_its_old_value_and_nothing_else():
    text = "---\nknows:\n  - a\n  - b\ntags: x\n---\nknows: a lot\n"
    assert with_field(text, "knows", "c") == "---\ntags: x\nknows: c\n---\nknows: a lot\n"
    assert with_field(text, "tags", None) == "---\nknows:\n  - a\n  - b\n---\nknows: a lot\n"


def test_an_edit_of_the_same_size_is_an_edit():
    assert same_size("name: ada", Random(1)) != "name: ada"
    assert len(same_size("name: ada", Random(1))) == len("name: ada")


def test_a_difference_names_the_page_and_shows_both_sides():
    told = difference({"a": b"", "b": b"one line\nanother"}, {"b": b"one line\nan other"}, ("clean", "ours"))
    assert told
    for words in ("only in clean: a", "b at byte 11", "line 2", "'one line\\nanother'", "'one line\\nan other'"):
        assert words in told
    assert difference({"a": b"x"}, {"a": b"x"}, ("clean", "ours")) is None


def test_a_lost_game_is_shortened_to_the_steps_that_matter(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    def lost_by_two_and_five(home: Path, steps: tuple[Step, ...], start: object) -> Game:
        dice = {step.dice for step in steps}
        return Game(tuple(map(str, steps)), AssertionError("lost") if {2, 5} <= dice else None)

    monkeypatch.setattr(playing, "played", lost_by_two_and_five)
    steps = (*(Step("field", n) for n in range(1, 9)), Step("compare"))
    short, game = shortest(tmp_path, steps, lost_by_two_and_five(tmp_path, steps, None), lambda _: None)  # type: ignore[arg-type, return-value]
    assert [step.dice for step in short] == [2, 5, 0]
    assert game.error
