"""A template is cut only where its page's parts are printed, or printed through a known filter."""

from functools import cache
from types import SimpleNamespace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jinja2 import Environment

from netfiles.site.cutting import pieces_of
from netfiles.site.frames import Frame, Hole, Repeat, fill
from netfiles.site.marks import SIGN, Notes
from netfiles.site.tracing import Tracer

SAMPLE = {"title": "A <b>", "content": "<h1>A</h1>"}
AWKWARD = [
    "plain",
    "&amp; &#38; <i>\"x\"</i> 'y'",
    "{{ title }} {% raw %}",
    "\\1 $1 %s %(title)s {0}",
    f"{SIGN}&<'\" 0zZ  ;{SIGN}",
    "zoë \x02 \x00 שלום",
    " a  b ",
    "long " * 1000,
]


@cache
def traced(template: str, items: int = 0) -> Frame | str:
    """The frame of a template that prints `title`, `content` and `items` (each with `name`), or why there is none."""
    tracer = Tracer(Environment())
    notes = tracer.begin(None)
    parts: dict[str, Any] = {name: notes.mark(Hole(name), sample) for name, sample in SAMPLE.items()}
    parts["items"] = [SimpleNamespace(name=notes.mark(Hole("name", n), "N")) for n in range(items)]
    try:
        pieces = pieces_of(notes.cut(str(tracer.env.from_string(template).render(parts))), items)
    except TypeError:
        pieces = None
    return notes.why or (Frame(pieces, tuple(notes.conditions)) if pieces is not None else "uneven")


def rendered(template: str, title: str, content: str = "<h1>x", names: tuple[str, ...] = ()) -> str:
    env = Environment()
    return env.from_string(template).render(
        title=title, content=content, items=[SimpleNamespace(name=name) for name in names]
    )


PRINTED = [
    "{{ title }} and {{ content }} and {{ title }}",
    "{{ title | e }}{{ title | striptags }}{{ title | striptags | e }}",
    '{{ title | replace("a", "b") }}{{ title | upper }}{{ title | lower | trim }}',
    "{{ title | d('none') }}{{ title | default('none', true) }}{{ title | string | safe | e }}",
    '{{ "a" ~ title ~ "b" }}{{ "a" + title }}{{ title + "b" }}{{ ("#" + title) | e }}',
    "{% set t = title | e %}{{ t }}{% set u %}<{{ title }}>{% endset %}{{ u }}{% if u %}yes{% endif %}",
    "{% macro m(x) %}[{{ x }}]{% endmacro %}{{ m(title) }}{{ m(content) }}",
    "{% if title %}{{ title }}{% else %}none{% endif %}{{ 'x' if title else 'y' }}",
    "{% if title is string %}s{% endif %}{% if title is defined and title is not none %}d{% endif %}{{ title }}",
    '{% if "<h1" not in content %}<h1>{{ title }}</h1>{% endif %}{{ content }}',
    '{{ "%s" % "constant" }}{{ ["a", "b"] | join(" ") }}{{ title }}',
    "{% for x in [title, content] %}{{ x }}{% endfor %}",
]


@pytest.mark.parametrize("template", PRINTED)
@pytest.mark.parametrize("title", AWKWARD)
def test_what_is_printed_is_filled_in(template: str, title: str):
    frame = traced(template)
    assert isinstance(frame, Frame)
    assert fill(frame, {"title": title, "content": "<h1>x"}) == rendered(template, title)


@settings(deadline=None)
@given(st.text(min_size=1))
def test_any_title_is_filled_in_or_refused(title: str):
    for template in PRINTED:
        frame = traced(template)
        assert isinstance(frame, Frame)
        assert fill(frame, {"title": title, "content": "<h1>x"}) in (None, rendered(template, title))


@pytest.mark.parametrize(
    ("template", "why"),
    [
        ("{{ title | length }}", "the filter `length`"),
        ("{{ title | truncate(3) }}", "the filter `truncate`"),
        ("{{ title | urlencode }}", "the filter `urlencode`"),
        ("{{ title | replace('a', content) }}", "the filter `replace`"),
        ("{{ [title] | join(',') }}", "the filter `join`"),
        ("{{ {'a': [title]} | tojson }}", "the filter `tojson`"),
        ("{{ ('a' ~ title) | upper }}", "uses `upper` on a text that holds"),
        ("{% filter upper %}{{ title }}{% endfilter %}", "uses `upper` on a text that holds"),
        ("{% macro m() %}{{ title }}{% endmacro %}{{ m() | trim }}", "uses `trim` on a text that holds"),
        ("{{ title == 'x' }}", "`__eq__` on page.title"),
        ("{{ title < 'x' }}", "`__lt__` on page.title"),
        ("{{ title.startswith('x') }}", "`startswith` on page.title"),
        ("{{ title[0] }}", "`__getitem__` on page.title"),
        ("{{ title * 2 }}", "`__mul__` on page.title"),
        ("{{ title % 2 }}", "`__mod__` on page.title"),
        ("{{ 'a%s' % title }}", "`__rmod__` on page.title"),
        ("{% for x in title %}{{ x }}{% endfor %}", "`__iter__` on page.title"),
        ("{{ {'a': 1}[title] }}", "`__hash__` on page.title"),
        ("{{ title in content }}", "looks into page.content"),
        ("{% set t %}{{ title }}{% endset %}{{ 'x' in t }}", "looks into a text that holds"),
        ("{% set t %}{{ title }}{% endset %}{{ t == 'x' }}", "`__eq__` on a text that holds"),
        ("{{ title is eq('x') }}", "whether a part of the page is `eq`"),
        ("{{ title is in(['x']) }}", "whether a part of the page is `in`"),
        ("{% autoescape true %}{{ title }}{% endautoescape %}", "it rewrites"),
        ("{{ '{:>9}'.format(title) }}", "`format` on page.title"),
        ("{{ ', '.join([title]).title() }}", "it rewrites"),
    ],
)  # fmt: skip
def test_what_is_taken_apart_is_refused(template: str, why: str):
    found = traced(template)
    assert isinstance(found, str)
    assert why in found


def test_a_question_about_what_a_page_holds_is_answered_for_each_page():
    template = '{% if "<h1" in content %}one{% else %}{{ title }}{% endif %}'
    frame = traced(template)
    assert isinstance(frame, Frame)
    assert fill(frame, {"title": "T", "content": "a<h1>b"}) == "one"
    assert fill(frame, {"title": "T", "content": "no heading"}) is None


def test_a_page_without_a_title_does_not_fit():
    frame = traced("{{ title or 'none' }}")
    assert isinstance(frame, Frame)
    assert fill(frame, {"title": "", "content": "c"}) is None


EVEN = [
    "{% for item in items %}{{ item.name }}{% if loop.last %}!{% endif %}{% endfor %}",
    "{% for item in items %}<a>{{ item.name }}</a>{% endfor %}",
    "<ul>{% for item in items %}<li id='{{ item.name | e }}'>{{ item.name }}</li> , {% endfor %}</ul>{{ title }}",
    "{{ (items | first).name }}{% for item in items %}<a>{{ item.name }}</a>{% endfor %}",
    "{% for item in items %}{{ item.name }}{% endfor %}{% for item in items %}[{{ item.name }}]{% endfor %}",
    "{{ items | map(attribute='name') | join(', ') }}",
]


@pytest.mark.parametrize("template", EVEN)
@pytest.mark.parametrize("names", [("a",), ("a", "b"), tuple(AWKWARD)])
def test_a_list_printed_evenly_is_filled_with_any_number_of_items(template: str, names: tuple[str, ...]):
    frame = traced(template, 3)
    assert isinstance(frame, Frame)
    assert frame == traced(template, 4)
    assert any(isinstance(piece, Repeat) for piece in frame.pieces)
    filled = fill(frame, {"title": "T", "content": "c"}, [{"name": name} for name in names])
    assert filled == rendered(template, "T", names=names)


@pytest.mark.parametrize("template", EVEN)
def test_a_list_with_an_item_without_a_name_does_not_fit(template: str):
    frame = traced(template, 3)
    assert isinstance(frame, Frame)
    assert fill(frame, {"title": "T", "content": "c"}, [{"name": "a"}, {"name": ""}]) is None


@pytest.mark.parametrize(
    "template",
    [
        "{% for item in items %}{{ loop.index }}{{ item.name }}{% endfor %}",
        "{{ items | length }}{% for item in items %}{{ item.name }}{% endfor %}",
        "{% for item in items | reverse %}{{ item.name }}{% endfor %}",
        "{% for item in items[:2] %}{{ item.name }}{% endfor %}",
        "{% for item in items %}{{ item.name }}{{ title }}{% endfor %}",
        "{% for item in items %}{{ loop.cycle('a', 'b') }}{{ item.name }}{% endfor %}",
    ],
)
def test_a_list_printed_unevenly_is_not_cut(template: str):
    three, four = traced(template, 3), traced(template, 4)
    assert isinstance(three, str) or three != four


def test_the_marks_of_one_rendering_are_known_to_no_other():
    notes = Notes()
    notes.mark(Hole("title"), "x")
    assert notes.cut("no mark") == ["no mark"]
    assert notes.why is None
    notes.cut(f"half a mark {SIGN}&<")
    assert notes.why == "it rewrites a part of the page"
