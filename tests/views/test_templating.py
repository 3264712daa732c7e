"""Templates: their code is handed on from one process to the next, and only where the template is the same."""

from typing import Any

import pytest
from jinja2 import DictLoader, Environment

from netfiles.views.templating import Compiled


def _filled(text: str, compiled: Compiled) -> str:
    return Environment(loader=DictLoader({"one.html": text}), bytecode_cache=compiled).get_template("one.html").render()


def test_code_that_was_handed_on_is_not_compiled_again(monkeypatch: pytest.MonkeyPatch) -> None:
    first, second = Compiled(), Compiled()
    assert _filled("{{ 1 + 1 }}!", first) == "2!"
    second.codes |= first.codes

    def refused(*_: Any, **__: Any) -> None:
        raise AssertionError("compiled again")

    monkeypatch.setattr(Environment, "compile", refused)
    assert _filled("{{ 1 + 1 }}!", second) == "2!"


def test_another_text_under_the_same_name_is_compiled() -> None:
    compiled = Compiled()
    assert _filled("{{ 1 + 1 }}!", compiled) == "2!"
    assert _filled("{{ 1 + 2 }}!", compiled) == "3!"
