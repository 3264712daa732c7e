"""The owner's templates of letters: Jinja of which only the harmless part is understood, within bounds.

A template may ask, loop, set words, filter and include its neighbours. It may call nothing and look into nothing, so
there is nothing to break out of; and what it makes, and how long it takes, is bounded.
"""

import traceback
from collections.abc import Callable, Iterable, Iterator, Mapping
from difflib import get_close_matches
from typing import Any

from jinja2 import (
    FunctionLoader,
    StrictUndefined,
    Template,
    TemplateNotFound,
    TemplateSyntaxError,
    Undefined,
    UndefinedError,
    nodes,
)
from jinja2.filters import FILTERS
from jinja2.sandbox import ImmutableSandboxedEnvironment
from jinja2.visitor import NodeTransformer

from netfiles.errors import BadLetter

MOST_SOURCE = 20_000
MOST_TEXT = 50_000
MOST_ROUNDS = 2_000
MOST_INCLUDES = 50

_UNDERSTOOD = (
    nodes.Template, nodes.Output, nodes.TemplateData, nodes.If, nodes.For, nodes.Assign, nodes.Include,
    nodes.Name, nodes.Const, nodes.List, nodes.CondExpr, nodes.Filter, nodes.Test, nodes.Compare,
    nodes.Operand, nodes.And, nodes.Or, nodes.Not, nodes.Concat, nodes.Add, nodes.Getattr, nodes.Getitem,
)  # fmt: skip
SAFE_FILTERS = (
    "capitalize", "count", "d", "default", "first", "last", "length", "list", "lower", "reverse", "sort", "title",
    "trim", "truncate", "unique", "upper",
)  # fmt: skip
_TESTS = ("defined", "undefined", "in", "==", "equalto", "none", "string")
_OF_LOOP = ("first", "index", "last", "length")
_SAID: dict[type[nodes.Node], str] = {
    nodes.Call: "a letter cannot call anything; filters such as {{ name | upper }} work",
    nodes.Getattr: "a letter cannot look into a value; the guide lists the words it knows",
    nodes.Getitem: "a letter cannot look into a value",
}


class _Bounded(Exception):
    """A template that makes or takes too much."""


class Letters:
    """The templates of letters by the name of their file, as (path, text): the vault's own before ours."""

    def __init__(self, templates: Mapping[str, tuple[str, str]]) -> None:
        self._templates = templates
        self._environment = _Environment(self._source)

    def _source(self, name: str) -> tuple[str, str, None] | None:
        found = self._templates.get(name)
        return (found[1], found[0], None) if found else None

    def path(self, name: str) -> str:
        """The file of a template."""
        return self._templates[name][0]

    def filled(self, name: str, values: Mapping[str, Any]) -> str:
        """A letter filled in. Raises BadLetter."""
        environment, path = self._environment, self.path(name)
        environment.start()
        try:
            return environment.printed(environment.get_template(name), values)
        except BadLetter:
            raise
        except TemplateSyntaxError as fault:
            raise BadLetter(fault.filename or path, fault.lineno, fault.message or "it is not understood") from None
        except (RecursionError, MemoryError, SyntaxError):
            raise BadLetter(path, 1, "it is nested too deep") from None
        except Exception as fault:  # whatever a template does wrong is the template's fault
            raise BadLetter(*self._place(fault, path), _why(fault, values)) from None

    def _place(self, fault: Exception, path: str) -> tuple[str, int]:
        """The file and line of the template in which something went wrong."""
        paths = {of for of, _ in self._templates.values()}
        frames = [frame for frame in traceback.extract_tb(fault.__traceback__) if frame.filename in paths]
        return (frames[-1].filename, frames[-1].lineno or 1) if frames else (path, 1)


def _why(fault: Exception, values: Mapping[str, Any]) -> str:
    if isinstance(fault, UndefinedError):
        name = str(fault.message).split("'")[1] if "'" in str(fault.message) else "?"
        near = get_close_matches(name, values, 1, 0.6)
        hint = f"Did you mean `{near[0]}`? " if near else ""
        return f"`{name}` is no word that letters know. {hint}The guide lists them under Templates."
    if isinstance(fault, TemplateNotFound):
        return f"there is no letter called {fault.message}; only files of templates/letters can be included"
    return str(fault) if isinstance(fault, _Bounded) else f"it cannot be filled in: {fault}"


class _Environment(ImmutableSandboxedEnvironment):
    """Jinja with what letters need, and a budget that each letter starts with anew."""

    intercepted_binops = frozenset(("+",))

    def __init__(self, source: Any) -> None:
        super().__init__(
            loader=FunctionLoader(source),
            autoescape=False,  # letters are plain text
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            optimized=False,
            finalize=self._finalized,
        )
        self.globals.clear()
        self.tests = {name: self.tests[name] for name in _TESTS}
        self.filters = {name: FILTERS[name] for name in SAFE_FILTERS}
        self.filters |= {"join": _joined, "replace": _replaced, "_rounds": self._rounds, "_flat": _flat, "_text": _text}
        self.start()

    def start(self) -> None:
        """A new budget."""
        self._rounds_left, self._includes_left, self._text_left = MOST_ROUNDS, MOST_INCLUDES, MOST_TEXT

    def printed(self, template: Template, values: Mapping[str, Any]) -> str:
        """All that a template prints, as long as that is a letter's length."""
        pieces, length = [], 0
        for piece in template.generate(values):
            length += len(piece)
            if length > MOST_TEXT:
                raise _Bounded(f"the letter is longer than {MOST_TEXT:,} signs")
            pieces.append(piece)
        return "".join(pieces)

    def _finalized(self, value: Any) -> Any:
        if isinstance(value, str | int | float | Undefined):
            return value
        raise _Bounded("only texts and numbers can be printed; write {{ list | join(', ') }} for a list")

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        if len(source) > MOST_SOURCE:
            raise BadLetter(filename or "", 1, f"it is longer than {MOST_SOURCE:,} signs")
        template = super()._parse(source, name, filename)
        for node in (template, *template.find_all(nodes.Node)):
            if said := _refused(node):
                raise BadLetter(filename or "", node.lineno, said)
        bound = _Bind(self).visit(template)
        return bound if isinstance(bound, nodes.Template) else template

    def get_template(self, name: Any, parent: Any = None, globals: Any = None) -> Template:  # noqa: A002  # Jinja's name
        self._includes_left -= 1
        if self._includes_left < 0:
            raise _Bounded(f"it includes more than {MOST_INCLUDES} files")
        return super().get_template(name, parent, globals)

    def call_binop(self, context: Any, operator: str, left: Any, right: Any) -> Any:
        if isinstance(left, str) and isinstance(right, str):
            return _text((left, right))
        if isinstance(left, int) and isinstance(right, int):
            return super().call_binop(context, operator, left, right)
        raise _Bounded("only texts, or numbers, can be added")

    def _rounds(self, items: Iterable[Any]) -> Iterator[Any]:
        """The items of a loop, as long as all loops together do not go round too often."""
        for item in items:
            self._rounds_left -= 1
            if self._rounds_left < 0:
                raise _Bounded(f"its loops go round more than {MOST_ROUNDS:,} times")
            yield item


def _refused(node: nodes.Node) -> str:
    """Why a part of a template is not understood; empty where it is."""
    if not (isinstance(node, _UNDERSTOOD) or type(node) is nodes.Keyword):
        return _SAID.get(type(node), f"`{type(node).__name__.lower()}` is not understood in a letter")
    said = next((said for kind, fits, said in _MUST if isinstance(node, kind) and not fits(node)), "")
    return said.format(getattr(node, "name", ""))


_MUST: tuple[tuple[type[nodes.Node], Callable[[Any], bool], str], ...] = (
    (nodes.Getattr, lambda n: getattr(n.node, "name", "") == "loop" and n.attr in _OF_LOOP, _SAID[nodes.Getattr]),
    (nodes.Getitem, lambda n: type(getattr(n.arg, "value", None)) is int, _SAID[nodes.Getitem]),
    (nodes.For, lambda n: not n.recursive, "a loop cannot call itself"),
    (
        nodes.Include,
        lambda n: isinstance(getattr(n.template, "value", None), str),
        'write the name of the file that is included, like {{% include "signature.md" %}}',
    ),
    (
        nodes.Filter,
        lambda n: n.name in (*SAFE_FILTERS, "join", "replace"),
        f"the filter `{{}}` is not known; known are join, replace, {', '.join(SAFE_FILTERS)}",
    ),
    (nodes.Test, lambda n: n.name in _TESTS, f"the test `{{}}` is not known; known are {', '.join(_TESTS)}"),
    (nodes.Name, lambda n: not n.name.startswith("_"), "`{}` is no word that letters know"),
)
"""What must hold for a part of a template, and what is said where it does not."""


class _Bind(NodeTransformer):
    """Puts the bounds into a template: on its loops, its lists, and the texts it joins."""

    def __init__(self, environment: _Environment) -> None:
        self._environment = environment

    def visit_For(self, node: nodes.For) -> nodes.Node:  # noqa: N802  # Jinja's name
        self.generic_visit(node)
        if isinstance(node.iter, nodes.Expr):
            node.iter = self._through(node.iter, "_rounds")
        return node

    def visit_List(self, node: nodes.List) -> nodes.Node:  # noqa: N802
        self.generic_visit(node)
        return self._through(node, "_flat")

    def visit_Concat(self, node: nodes.Concat) -> nodes.Node:  # noqa: N802
        self.generic_visit(node)
        return self._through(nodes.List(node.nodes, lineno=node.lineno, environment=self._environment), "_text")

    def _through(self, node: nodes.Expr, name: str) -> nodes.Filter:
        return nodes.Filter(node, name, [], [], None, None, lineno=node.lineno, environment=self._environment)


def _flat(items: list[Any]) -> list[Any]:
    if any(isinstance(item, list | tuple) for item in items):
        raise _Bounded("a list cannot hold a list")
    return items


def _text(parts: Iterable[Any]) -> str:
    """Parts as one text, no longer than a letter."""
    texts = [str(part) for part in parts if not isinstance(part, list | tuple)]
    if sum(map(len, texts)) > MOST_TEXT:
        raise _Bounded(f"a text is longer than {MOST_TEXT:,} signs")
    return "".join(texts)


def _joined(items: Iterable[Any], between: str = "") -> str:
    parts: list[Any] = []
    for item in items:
        parts += [between, item] if parts else [item]
        if len(parts) * max(1, len(between)) > MOST_TEXT:
            raise _Bounded(f"a text is longer than {MOST_TEXT:,} signs")
    return _text(parts)


def _replaced(text: str, old: str, new: str) -> str:
    text, old, new = str(text), str(old), str(new)
    if len(text) + text.count(old) * len(new) > MOST_TEXT:
        raise _Bounded(f"a text is longer than {MOST_TEXT:,} signs")
    return text.replace(old, new)
