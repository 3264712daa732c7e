"""Templates of letters come from anywhere: they break out of nothing, and end."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netfiles.drafts.sandbox import Letters
from netfiles.errors import BadLetter

VALUES = {"name": "Bo Lee", "empty": "", "many": ["a", "b", "c"]}


def filled(template: str, **others: str) -> str:
    files = {"x.md": template} | {f"{name}.md": text for name, text in others.items()}
    return Letters({name: (f"templates/letters/{name}", text) for name, text in files.items()}).filled("x.md", VALUES)


WORKS = {
    "Hello {{ name }}": "Hello Bo Lee",
    "{% if empty %}a{% elif name == 'Bo Lee' %}b{% else %}c{% endif %}": "b",
    "{{ name if not empty and name else 'x' }}": "Bo Lee",
    "{{ name | upper }} {{ many | join(', ') }} {{ many | first }} {{ many | length }}": "BO LEE a, b, c a 3",
    "{% for one in many %}{{ loop.index }}{{ one }}{% if not loop.last %}-{% endif %}{% endfor %}": "1a-2b-3c",
    "{% set who = 'Dr ' ~ name %}{{ who }}, {{ 'a' + 'b' }} {{ 1 + 1 }}": "Dr Bo Lee, ab 2",
    "{{ empty | default('x', true) }} {{ other | default('y') }} {{ other is defined }}": "x y False",
    "{{ name | replace('Bo', 'Jo') }} {{ 'a' in many }} {{ ['x', 'y'] | join }} {{ many[0] }}": "Jo Lee True xy a",
    "{# a comment #}{{ name | truncate(3, true, '', 0) }}": "Bo ",
    "{{ '<b>' }} & {{ name }}": "<b> & Bo Lee",
}


@pytest.mark.parametrize(("template", "text"), WORKS.items())
def test_what_letters_need_works(template: str, text: str):
    assert filled(template) == text


def test_a_neighbour_can_be_included():
    assert filled('{% include "signature.md" %}', signature="-- {{ name }}") == "-- Bo Lee"


ESCAPES = [
    "{{ ''.__class__.__mro__ }}",
    "{{ ''['__class__'] }}",
    "{{ name.__init__ }}",
    "{{ name.upper() }}",
    "{{ many.append(1) }}",
    "{{ name | attr('__class__') }}",
    "{{ many | map(attribute='__class__') | list }}",
    "{{ self }}",
    "{{ self.__init__ }}",
    "{{ cycler.__init__.__globals__ }}",
    "{{ lipsum.__globals__ }}",
    "{{ namespace() }}",
    "{{ dict(a=1) }}",
    "{{ {'a': 1} }}",
    "{{ range(3) }}",
    "{{ '{0.__class__}'.format(1) }}",
    "{{ '%s' % name }}",
    "{{ name | format }}",
    "{{ joiner() }}",
    "{% include '/etc/passwd' %}",
    "{% include '../person.md' %}",
    "{% include name %}",
    "{% include ['a', 'b'] %}",
    "{% import 'x.md' as x %}",
    "{% from 'x.md' import y %}",
    "{% extends 'x.md' %}",
    "{% block a %}{% endblock %}",
    "{% macro a() %}{% endmacro %}",
    "{% call name() %}{% endcall %}",
    "{% filter upper %}a{% endfilter %}",
    "{{ _rounds }}",
    "{% set x %}a{% endset %}",
    "{% with a = 1 %}{% endwith %}",
    "{{ loop.__class__ }}",
    "{{ many[0:2] }}",
    "{{ many[name] }}",
    "{% for a in many recursive %}{{ loop(many) }}{% endfor %}",
    "{% set name.x = 1 %}",
    "{{ name is sameas 1 }}",
    "{{ name | _rounds }}",
    "{{ name | _text }}",
    "{% for a in many %}{{ loop.cycle('a') }}{% endfor %}",
    "{{ 1/0 }}",
    "{{ -name }}",
    "{{ name + 1 }}",
    "{{ many + many }}",
    "{{ many }}",
    "{{ [many, many] | first }}",
    "{{ nothing }}",
    "{{ name",
    "{% if %}",
    "{{ 1 | upper | x }}",
    "{% do name %}",
    "{% debug %}",
    "{{ name.y }}",
    "{{ () }}",
    "{{ name | tojson }}",
    "{{ many | random }}",
]


@pytest.mark.parametrize("template", ESCAPES)
def test_what_letters_do_not_need_is_refused_with_its_line(template: str):
    with pytest.raises(BadLetter, match=r"^templates/letters/x\.md, line 2: "):
        filled(f"Hello\n{template}")


LOOPS = "{% for a in '" + "x" * 1000 + "' %}"
BOMBS = {
    "range": "{% for a in range(10**9) %}{% endfor %}",
    "power": "{{ 10**10**10 }}",
    "times": "{{ 'a' * 10**10 }}",
    "loops in loops": LOOPS * 3 + "." + "{% endfor %}" * 3,
    "a loop that prints nothing": LOOPS * 4 + "{% endfor %}" * 4,
    "itself": "{% include 'x.md' %}{% include 'x.md' %}",
    "doubling": "{% set a = 'xx' %}" + "{% set a = a ~ a %}" * 60 + "{{ a }}",
    "doubling by adding": "{% set a = 'xx' %}" + "{% set a = a + a %}" * 60 + "{{ a }}",
    "doubling lists": "{% set a = [1] %}" + "{% set a = [a, a] %}" * 60 + "{{ a == a }}",
    "replacing more": "{% set a = '" + "x" * 200 + "' %}" + "{% set a = a | replace('x', a) %}" * 9 + "{{ a }}",
    "joining": "{% set a = '" + "x" * 900 + "' %}{{ a | list | join(a) }}",
    "nested brackets": "{{ " + "(" * 6000 + "1" + ")" * 6000 + " }}",
    "nested ifs": "{% if name %}" * 800 + "{% endif %}" * 800,
    "nots": "{{ " + "not " * 4000 + "1 }}",
    "long": "x" * 30_000,
    "printed": LOOPS + "{{ '" + "x" * 300 + "' }}" + "{% endfor %}",
    "a number": "{{ " + "9" * 5000 + " }}",
}


@pytest.mark.parametrize("template", BOMBS.values(), ids=list(BOMBS))
def test_a_template_ends_soon_and_says_why(template: str):
    started = time.monotonic()
    with pytest.raises(BadLetter, match=r"^templates/letters/x\.md, line \d+: "):
        filled(template)
    assert time.monotonic() - started < 5


def test_a_fault_in_an_included_file_is_told_with_that_file():
    with pytest.raises(BadLetter, match=r"^templates/letters/signature\.md, line 2: `nmae` is no word .*`name`"):
        filled("Hi\n\n\n{% include 'signature.md' %}", signature="\n{{ nmae }}")


def test_a_misspelt_word_is_told_with_the_one_that_is_meant():
    with pytest.raises(BadLetter, match=r"line 3: `nam` is no word that letters know\. Did you mean `name`\?"):
        filled("a\n\n{{ nam }}")


def test_each_letter_has_a_budget_of_its_own():
    letters = Letters({"x.md": ("x.md", LOOPS + "{% endfor %}")})
    assert {letters.filled("x.md", VALUES) for _ in range(5)} == {""}


PIECES = [
    "{{",
    "}}",
    "{%",
    "%}",
    "name",
    "many",
    "for a in many",
    "endfor",
    "if",
    "endif",
    "set a =",
    "|",
    "join",
    "~",
    "+",
    "(",
    ")",
    "[",
    "]",
    "'",
    "\n",
    ".",
    "__class__",
    "loop",
    "include 'x.md'",
    "range",
    "*",
    "1",
    " ",
]


@given(st.lists(st.sampled_from(PIECES), max_size=30).map(" ".join) | st.text(max_size=80))
def test_any_text_is_filled_in_or_refused(template: str):
    try:
        filled(template)
    except BadLetter:
        return
