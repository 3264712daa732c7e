"""How far a build is, said in the terminal and to the browsers once it takes long."""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from netfiles.serve.settings import one_line
from netfiles.serve.stage import Stage

_EVERY = 1.0  # seconds between two words to the browsers, and before the first one
_TERMINAL = 5  # the terminal is told of the first, and of each fifth


@contextmanager
def reporting(
    stage: Stage, say: Callable[[str], None], first_word: Callable[[], str]
) -> Iterator[Callable[[str], None]]:
    """Take sentences about how far the work in the block is, and pass some of them on."""
    latest = [""]
    done = threading.Event()

    def pass_on() -> None:
        count = 0
        while not done.wait(_EVERY):
            sentence = one_line(latest[0] or first_word())
            if sentence != stage.shown().progress:
                stage.report(sentence)
                if count % _TERMINAL == 0:
                    say(sentence)
                count += 1

    def tell(sentence: str) -> None:
        latest[0] = sentence

    thread = threading.Thread(target=pass_on, daemon=True)
    thread.start()
    try:
        yield tell
    finally:
        done.set()
        thread.join()
