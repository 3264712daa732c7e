"""The owner's templates rendered so that what they do with a page's parts is noticed."""

from collections.abc import Callable, Iterable, MutableMapping
from functools import wraps
from types import CodeType
from typing import Any

from jinja2 import Environment, Template

from netfiles.site.frames import STEPS
from netfiles.site.marks import Mark, Notes, holds_mark, joined

_LOOK_AT_TYPES = frozenset(
    "boolean callable defined false float integer iterable mapping none number sequence string true undefined".split()
)
_KEEP = frozenset(("d", "default"))


class Tracer:
    """An environment that notes what templates do with marks.

    `seen_from` is a page as the theme's filters for addresses need it; `asked` are the addresses they were given.
    """

    def __init__(self, env: Environment) -> None:
        self.env = env
        self.notes = Notes()
        self.seen_from: object = None
        self.asked: set[str] = set()
        env.concat = self._joined  # type: ignore[method-assign]  # Jinja calls what stands there
        env.template_class = _traced_template(self._joined)
        filters: dict[str, Any] = env.filters
        tests: dict[str, Any] = env.tests
        env.filters = {name: self._filter(name, plain) for name, plain in filters.items()}
        env.tests = {name: self._test(name, plain) for name, plain in tests.items()}

    def begin(self, seen_from: object) -> Notes:
        """Forget what was noted so far."""
        self.notes, self.seen_from, self.asked = Notes(), seen_from, set()
        return self.notes

    def _joined(self, parts: Iterable[str]) -> str:
        return joined(map(str, parts), self.notes)

    def _filter(self, name: str, plain: Callable[..., Any]) -> Callable[..., Any]:
        skip = 1 if hasattr(plain, "jinja_pass_arg") else 0

        @wraps(plain)
        def noticed(*arguments: Any, **named: Any) -> Any:
            value, *rest = arguments[skip:] or (None,)
            if name in ("url", "script_tag") and not isinstance(value, Mark):
                return self._address(plain, *arguments, **named)
            if isinstance(value, Mark) and not holds_mark([*rest, named]):
                if name in _KEEP:
                    return value
                if name in STEPS and not named and (name != "url" or value.sample.startswith("#")):
                    return value.then(name, tuple(rest))
            if holds_mark([value, *rest, named]):
                self.notes.against(f"it uses the filter `{name}` on a part of the page")
            return plain(*arguments, **named)

        return noticed

    def _address(self, plain: Callable[..., Any], context: Any, value: Any) -> Any:
        """An address as seen from the page, which has no address of its own while it is a mark."""
        self.asked.add(str(value))
        return plain({"page": self.seen_from, "base_url": context["base_url"]}, value)

    def _test(self, name: str, plain: Callable[..., Any]) -> Callable[..., Any]:
        @wraps(plain)
        def noticed(*arguments: Any, **named: Any) -> Any:
            if name in _LOOK_AT_TYPES:
                return plain(*(str(one) if isinstance(one, Mark) else one for one in arguments))
            if holds_mark([*arguments, named]):
                self.notes.against(f"it asks whether a part of the page is `{name}`")
            return plain(*arguments, **named)

        return noticed


def _traced_template(join: Callable[[Iterable[str]], str]) -> type[Template]:
    class Traced(Template):
        """A template whose `~` joins like everything else."""

        @classmethod
        def from_code(
            cls,
            environment: Environment,
            code: CodeType,
            globals: MutableMapping[str, Any],  # noqa: A002  # Jinja's name
            uptodate: Callable[[], bool] | None = None,
        ) -> Template:
            template = super().from_code(environment, code, globals, uptodate)
            template.root_render_func.__globals__["str_join"] = join
            return template

    return Traced
