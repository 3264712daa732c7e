"""Sessions at a terminal: each file of tests/transcripts holds commands and what they print on the example vault."""

import re
import shlex
from collections.abc import Callable
from pathlib import Path

import pytest

TRANSCRIPTS = sorted((Path(__file__).parents[1] / "transcripts").glob("*.txt"))


def sessions(text: str) -> list[tuple[str, str]]:
    """Commands with their expected output; `…` on a line of its own stands for any lines, `[1]` last for the exit."""
    parts = re.split(r"^\$ netfiles (.*)$", text, flags=re.MULTILINE)[1:]
    return [(command, output.strip("\n")) for command, output in zip(parts[::2], parts[1::2], strict=True)]


@pytest.mark.parametrize("path", TRANSCRIPTS, ids=lambda p: p.stem)
def test_a_session_prints_what_the_transcript_says(
    netfiles: Callable[..., tuple[str, str, int]], example_vault: Path, monkeypatch: pytest.MonkeyPatch, path: Path
):
    monkeypatch.chdir(example_vault)
    for command, expected in sessions(path.read_text("utf-8")):
        out, err, code = netfiles(*shlex.split(command))
        shown = (out + err).strip("\n") + f"\n[{code}]" * bool(code)
        pattern = (
            re.escape(expected).replace(re.escape("\n…\n"), r"\n(?:.*\n)*?").replace(re.escape("\n…"), r"(?:\n.*)*")
        )
        assert re.fullmatch(pattern, shown), f"$ netfiles {command}\n{shown}"
