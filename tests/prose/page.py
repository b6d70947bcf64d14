"""How tests read what Markdown became: through a parser of HTML."""

from __future__ import annotations

from html.parser import HTMLParser

from goalsite.prose import Markdown

GOALS = {
    "faster-builds": ("../../goals/faster-builds/", "Every engineer trusts a green build"),
    "faster-builds#p50": ("../../goals/faster-builds/#p50", "Median time to green"),
    "可用性": ("../../kpis/%E5%8F%AF%E7%94%A8%E6%80%A7/", "API 可用性"),
}
PEOPLE = {
    "ada": "../../people/ada/",
    "张三": "../../people/%E5%BC%A0%E4%B8%89/",
    "j.doe": "../../people/j.doe/",
}
FILES = {
    "win-trust.md": "../win-trust/",
    "../README.md": "../../pages/README/",
    "img/cache hits.png": "../../files/img/cache%20hits.png",
}
MARKDOWN = Markdown(GOALS.get, PEOPLE.get, FILES.get)


class Tags(HTMLParser):
    """Every tag with its attributes, and the text outside tags."""

    def __init__(self, markup: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str]]] = []
        self.text = ""
        self.open: list[str] = []
        self.feed(markup)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, {name: value or "" for name, value in attrs}))
        if tag not in ("br", "hr", "img"):
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text += data


def html(text: str) -> str:
    """The text as HTML, on one line."""
    return MARKDOWN.render(text).strip()


def tags(text: str, name: str) -> list[dict[str, str]]:
    """The attributes of all tags of this name in the rendered text."""
    return [attributes for tag, attributes in Tags(MARKDOWN.render(text)).found if tag == name]


def links(text: str) -> list[str]:
    """Where the links of the rendered text lead."""
    return [attributes["href"] for attributes in tags(text, "a")]
