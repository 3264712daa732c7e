"""Templates: filled with autoescape on, printed without needless white space."""

import re
from functools import cache
from typing import Any

from jinja2 import BytecodeCache, Environment, PackageLoader, StrictUndefined, Template
from jinja2.bccache import Bucket
from markupsafe import Markup

from netfiles.insights.days import spoken
from netfiles.views.words import breakable, dated, in_words, listed, minutes, number, of_year, plural, ticked, unparted


class Compiled(BytecodeCache):
    """The code of templates, as bytes that the same Python runs without compiling them again."""

    def __init__(self) -> None:
        self.codes: dict[tuple[str, str], bytes] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        code = self.codes.get((bucket.key, bucket.checksum))
        if code:
            bucket.bytecode_from_string(code)

    def dump_bytecode(self, bucket: Bucket) -> None:
        self.codes[bucket.key, bucket.checksum] = bucket.bytecode_to_string()


COMPILED = Compiled()
"""The code of our own templates; a process may hand it on to the next."""


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("netfiles.views", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
        bytecode_cache=COMPILED,
    )
    environment.filters |= {
        "breakable": breakable,
        "dated": dated,
        "listed": listed,
        "minutes": minutes,
        "number": number,
        "of_year": of_year,
        "plural": plural,
        "spoken": lambda day: unparted(spoken(day)),
        "ticked": ticked,
    }
    environment.globals["in_words"] = in_words
    return environment


@cache
def _template(name: str) -> Template:
    return _environment().get_template(name)


def fill(template: str, **values: Any) -> Markup:
    """A template with its values as safe, compact HTML."""
    return compact(_template(template).render(values))


_PRE = re.compile(r"(<pre\b.*?</pre>)", re.DOTALL)


def compact(html: str) -> Markup:
    """HTML with every break outside `<pre>` as one space."""
    if "<pre" not in html:
        return Markup(_joined(html))  # noqa: S704  # escaped where it was filled in
    parts = (part if part.startswith("<pre") else _joined(part) for part in _PRE.split(html))
    return Markup("".join(parts).strip())  # noqa: S704  # escaped where it was filled in


def _joined(html: str) -> str:
    return " ".join(map(str.strip, html.split("\n"))).strip() if "\n" in html else html
