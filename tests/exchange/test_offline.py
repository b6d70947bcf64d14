from __future__ import annotations

import json

from hypothesis import given
from hypothesis import strategies as st

from goalsite.exchange.offline import as_script, scripts_of_page


@given(st.text())
def test_a_script_says_what_the_page_holds_whatever_it_holds(text: str) -> None:
    content = text.encode("utf-8", "replace")
    ((path, script),) = scripts_of_page("search/index.html", content)
    assert path == "search/index.html.js"
    said = script.decode().removeprefix("goalsiteOffline.said(").removesuffix(");\n")
    assert json.loads(said) == content.decode()


def test_data_are_said_as_they_are_and_lie_where_they_are_looked_for() -> None:
    said = b'goalsiteOffline.said({"ids":["a"]});\n'
    assert as_script("search/_/goals-1.json", b'{"ids":["a"]}\n') == ("search/_/goals-1.json.js", said)


def test_no_other_page_is_said() -> None:
    assert list(scripts_of_page("goals/a/index.html", b"<p>")) == []
