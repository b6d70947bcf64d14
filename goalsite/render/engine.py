"""jinja2 for thousands of pages: templates -> Python code that does less for each piece of a page.

It is the code that jinja2 writes, but for a few things that a template tells by its speed alone. What is said
in the language of the pages is translated when a template is compiled. A text is escaped without a `Markup`
around each piece of it. What is called is called as Python does it: nothing that a template sees wants to
know its context. And for what a value has it is asked first, before the environment is.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import partial
from gettext import NullTranslations
from keyword import iskeyword
from typing import Any

from jinja2 import BaseLoader, BytecodeCache, Environment, StrictUndefined, nodes
from jinja2.compiler import CodeGenerator, Frame
from jinja2.runtime import Macro
from jinja2.utils import missing
from jinja2.visitor import NodeTransformer
from markupsafe import Markup, escape

_PARTS = re.compile(r"%\((\w+)\)s|%%|([^%]+)")

_marked: Callable[[str], Markup] = partial(str.__new__, Markup)  # Markup(text) first asks what it is given


def shown(value: object) -> str:
    """What `escape(value)` says, as a piece of a page."""
    if type(value) is str:
        text = value.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
        return text.replace("'", "&#39;").replace('"', "&#34;")
    return value if type(value) is Markup else escape(value)


class Piece(Macro):
    """A macro; called by position alone, as nearly always, it costs little more than a function."""

    def __call__(self, *args: Any, **kwargs: Any) -> str:
        """The markup it makes."""
        left = self._argument_count - len(args)
        if kwargs or left < 0 or self.caller or self.catch_kwargs or self.catch_varargs:
            return super().__call__(*args, **kwargs)
        return _marked(self._func(*args, *(missing,) * left))


class _Writer(CodeGenerator):
    """Writes the Python code of a template."""

    def visit_Template(self, node: nodes.Template, frame: Frame | None = None) -> None:
        super().visit_Template(node, frame)
        # after what jinja2 imports, so that these are what the code calls by its names
        self.writeline(f"from {__name__} import Piece as Macro, shown as escape")

    def visit_Getattr(self, node: nodes.Getattr, frame: Frame) -> None:
        # the environment's way costs a call of Python's own; it is left for what a value has not
        self.write("(_it if (_it := getattr((_of := ")
        self.visit(node.node, frame)
        self.write(
            f"), {node.attr!r}, missing)) is not missing else environment.getattr(_of, {node.attr!r}))"
        )

    def visit_Call(self, node: nodes.Call, frame: Frame, forward_caller: bool = False) -> None:
        names = [keyword.key for keyword in node.kwargs]
        if node.dyn_args or node.dyn_kwargs or any(map(iskeyword, names)):
            super().visit_Call(node, frame, forward_caller=forward_caller)
            return
        self.visit(node.node, frame)
        self.write("(")
        for argument in (*node.args, *node.kwargs):
            self.visit(argument, frame)
            self.write(", ")
        self.write("caller=caller)" if forward_caller else ")")


class _Translation(NodeTransformer):
    """Puts what the language says into the place of `_("…")`, and the values where they belong in it."""

    def __init__(self, gettext: Callable[[str], str]) -> None:
        self._gettext = gettext

    def visit_Output(self, node: nodes.Output) -> nodes.Node:
        node.nodes = [piece for child in node.nodes for piece in self._pieces(child)]
        return self.generic_visit(node)

    def visit_Call(self, node: nodes.Call) -> nodes.Node:
        match self._pieces(node):
            case [nodes.TemplateData(data=text)]:
                return nodes.Const(_marked(text), lineno=node.lineno)
        return self.generic_visit(node)

    def visit_Concat(self, node: nodes.Concat) -> nodes.Node:
        return node  # of constants jinja2 makes one text, and would escape what is translated once more

    def _pieces(self, node: nodes.Expr) -> list[nodes.Expr]:
        """A message and its values in turn; `node` itself where it is none, or cannot be filled in here."""
        match node:
            case nodes.Call(
                node=nodes.Name(name="_"),
                args=[nodes.Const(value=str() as english)],
                kwargs=pairs,
                dyn_args=None,
                dyn_kwargs=None,
            ):
                message = self._gettext(english)
                values = {pair.key: pair.value for pair in pairs}
                parts = _PARTS.findall(message)
                if not _PARTS.sub("", message) and values.keys() >= {name for name, _ in parts if name}:
                    return [
                        values[name] if name else nodes.TemplateData(text or "%", lineno=node.lineno)
                        for name, text in parts
                    ]
        return [node]


class Engine(Environment):
    """The templates of `loader`, which say everything in the language of `catalogue`; code that is `known` is
    not made again."""

    code_generator_class = _Writer

    def __init__(
        self, loader: BaseLoader, catalogue: NullTranslations, known: BytecodeCache | None = None
    ) -> None:
        super().__init__(
            loader=loader,
            bytecode_cache=known,
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=True,
            auto_reload=False,
            extensions=["jinja2.ext.i18n"],
        )
        extended: Any = self  # the extension adds its methods at run time
        extended.install_gettext_translations(catalogue, newstyle=True)
        context = self.context_class(self, {}, None, {})
        for name in ("gettext", "ngettext", "pgettext", "npgettext"):
            extended.globals[name] = partial(extended.globals[name], context)
        self.globals["_"] = self.globals["gettext"]
        self._translation = _Translation(catalogue.gettext)

    def _generate(
        self, source: nodes.Template, name: str | None, filename: str | None, defer_init: bool = False
    ) -> str:
        translated = self._translation.visit(source)
        return super()._generate(translated, name, filename, defer_init)
