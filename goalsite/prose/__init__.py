"""Markdown -> HTML: the only door to markdown-it-py.

CommonMark with tables, strikethrough, task lists, footnotes, bare URLs, `[[goal]]` and `@person`. Texts come
from strangers: raw HTML is shown as text, links are those of `goalsite.core.links`, no style, script or form
control is ever written, and every input takes linear time.
"""

from goalsite.prose.document import Markdown
from goalsite.prose.headings import Heading
from goalsite.prose.sections import section

__all__ = ["Heading", "Markdown", "section"]
