"""Templates say with our engine what they say with jinja2's own."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jinja2 import DictLoader, Environment, StrictUndefined, UndefinedError
from markupsafe import Markup, escape

from goalsite.language.catalogue import catalogue
from goalsite.pages.elements import Html
from goalsite.render.engine import Engine, shown

PIECES = """
{% macro plain(text, more="") %}<b>{{ text }}{{ more }}</b>{% endmacro %}
{% macro framed(class) %}<i class="{{ class }}">{{ caller() }}</i>{% endmacro %}
{% macro given(it) %}{{ caller(it, "'") }}{% endmacro %}
{% macro others(a) %}{{ a }} {{ varargs|join("-") }} {{ kwargs|dictsort }}{% endmacro %}
{% macro within(text) %}{{ plain(text, plain("<")) }}{% endmacro %}
"""
TEXT = "<a> & 'b' \"c\""
PAGE = SimpleNamespace(text=TEXT, number=0.5, none=None, markup=Html("<p>"), rows=("<1>", "2", "3"))
SOURCES = (
    "{{ page.text }} {{ page.number }} {{ page.none }} {{ page.markup }} {{ page.rows }}",
    "{{ ui.plain(page.text) }} {{ ui.plain(text='<', more=2) }} {{ ui.plain('a', '&') }}",
    "{{ ui.within('>') }} {{ ui.plain.name }} {{ ui.plain.arguments }}",
    "{% call ui.framed('x\"') %}{{ page.text }}{% endcall %}",
    "{% call(a, b) ui.given('<') %}{{ b ~ a }}{% endcall %}",
    "{{ ui.others(1, 2, '<', b='&') }} {{ ui.others(*page.rows, **{'class': 1}) }}",
    "{% set it = ui.plain(page.text) %}{{ it }} {{ it ~ '<' }} {{ '<' ~ page.text }} {{ it|upper }}",
    "{{ _('Status') }} {{ _('Status')|upper }} {{ ui.plain(_('Status')) }}",
    "{{ _('a & b') }} {{ ui.plain(_('a & b')) }} {{ _('a & ') ~ _('b %(x)s', x='<') ~ '<' }}",
    "{{ _('reported: %(status)s', status=page.text) }} {{ _('reported: %(status)s', status=ui.plain('<')) }}",
    "{{ ui.plain(_('reported: %(status)s', status=page.text)) }}",
    "{{ _('%(x)s and %(x)s of 100 %%, not %%(x)s', x=page.number) }} {{ ui.plain(_('100 %%')) }}",
    "{{ _('none'), ('a', _('Who carries it')) }} {{ _(page.rows[1]) }}",
    "{% set say = _ %}{{ say('Status') }} {{ gettext('Status') }} {{ pgettext('a', 'b<') }}",
    "{{ ngettext('%(num)s goal below', '%(num)s goals below', 2) }}",
    "{% trans x=page.text %}reported: {{ x }} & 5 %{% endtrans %}",
    "{% trans n=2 %}one{% pluralize %}{{ n }}{% endtrans %}",
    "{% for row in page.rows recursive %}{{ loop.index }}{{ row }}{{ loop.cycle('a', 'b') }}{% endfor %}",
    "{% for row in page.rows %}{% if not loop.last %}{{ row }}{{ _(', ') }}{% endif %}{% endfor %}",
    "{% set ns = namespace(n=0) %}{% for _ in range(3) %}{% set ns.n = ns.n + 1 %}{% endfor %}{{ ns.n }}",
    "{% set signs = {'a': ('<', 1)} %}{{ signs.get('a')[0] }} {{ signs.a }} {{ signs['a'][1] }}",
    "{{ page.nothing|default('<') }} {{ page.nothing is defined }} {{ nothing is defined }}",
    "{% autoescape false %}{{ page.text }}{{ ui.plain(page.text) }}{{ '<' ~ page.text }}{% endautoescape %}",
    "{% filter upper %}{{ page.text }} {{ _('Status') }}{% endfilter %}",
    "{% set it %}<{{ page.text }}{% endset %}{{ it }}",
    "{% extends 'frame' %}{% block a %}{{ super() }} {{ self.b() }} {{ ui.plain('<') }}{% endblock %}",
)
FAULTS = (
    "{{ page.nothing }}",
    "{{ page.nothing.more }}",
    "{% if nothing %}{% endif %}",
    "{{ nothing() }}",
    "{{ ui.nothing() }}",
    "{{ ui.plain() }}",
    "{{ ui.plain(page.nothing) }}",
    "{{ ui.plain(1, 2, 3) }}",
    "{{ ui.plain(colour=1) }}",
    "{{ ui.framed('a') }}",
    "{{ page.number() }}",
    "{{ _('reported: %(status)s') }}",
    "{{ _('50 % of it') }}",
    "{{ _('reported: %(status)s', status=page.nothing) }}",
)


def loader_of(source: str) -> DictLoader:
    frame = "<{% block a %}{{ page.text }}{% endblock %}{% block b %}{{ _('Status') }}{% endblock %}>"
    whole = source if source.startswith("{% extends") else '{% import "pieces" as ui %}' + source
    frame = '{% import "pieces" as ui %}' + frame
    return DictLoader({"page": whole, "pieces": PIECES, "frame": frame})


def said(environment: Environment) -> str:
    return environment.get_template("page").render(page=PAGE)


def plain(source: str, tag: str) -> Environment:
    environment = Environment(
        loader=loader_of(source),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        extensions=["jinja2.ext.i18n"],
    )
    extended: Any = environment
    extended.install_gettext_translations(catalogue(tag), newstyle=True)
    return environment


@pytest.mark.parametrize("tag", ["en", "zh"])
@pytest.mark.parametrize("source", SOURCES)
def test_a_template_says_what_it_says_with_jinja2(source: str, tag: str) -> None:
    assert said(Engine(loader_of(source), catalogue(tag))) == said(plain(source, tag))


@pytest.mark.parametrize("source", FAULTS)
def test_a_fault_is_told_as_jinja2_tells_it(source: str) -> None:
    with pytest.raises(Exception) as theirs:  # noqa: PT011 - whatever jinja2 raises
        said(plain(source, "en"))
    with pytest.raises(type(theirs.value)) as ours:
        said(Engine(loader_of(source), catalogue("en")))
    assert str(ours.value) == str(theirs.value)


def test_the_messages_of_a_template_are_those_of_its_language() -> None:
    source = "{{ _('Status') }} {{ ui.plain(_('Status')) }} {{ _('reported: %(status)s', status='<') }}"
    assert said(Engine(loader_of(source), catalogue("zh"))) == "状态 <b>状态</b> 报告：&lt;"


def test_a_message_costs_nothing_when_a_page_is_made() -> None:
    code = Engine(DictLoader({}), catalogue("zh")).compile("<a>{{ _('Status') }}</a>", raw=True)
    assert "'<a>状态</a>'" in code


@given(st.text(st.sampled_from("&<>'\"a;#39 é中")))
def test_a_text_is_escaped_as_markupsafe_escapes_it(text: str) -> None:
    assert shown(text) == escape(text)
    assert shown(Markup(text)) == text
    assert shown(Html(text)) == text


@pytest.mark.parametrize("value", [None, 0, 1.5, True, ("<",), ["'"]])
def test_any_other_value_is_escaped_as_a_text(value: object) -> None:
    assert shown(value) == escape(value)


def test_what_is_undefined_is_never_shown() -> None:
    with pytest.raises(UndefinedError):
        shown(StrictUndefined(name="a"))
