"""What MkDocs says while it works: kept, and off the terminal."""

import contextlib
import io
import logging
from collections.abc import Iterator


@contextlib.contextmanager
def heard() -> Iterator[io.StringIO]:
    """The errors that MkDocs logs meanwhile."""
    said = io.StringIO()
    log, handler = logging.getLogger("mkdocs"), logging.StreamHandler(said)
    handler.setLevel(logging.ERROR)
    log.addHandler(handler)
    propagate, log.propagate = log.propagate, False
    try:
        yield said
    finally:
        log.removeHandler(handler)
        log.propagate = propagate
