"""Templates are compiled once, by one process for all."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from jinja2 import BytecodeCache, DictLoader, nodes

from goalsite.language.catalogue import catalogue
from goalsite.render import compiled
from goalsite.render.compiled import Compiled, keep_compiled
from goalsite.render.engine import Engine


@pytest.fixture(autouse=True)
def alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A user with a cache folder of their own, in a process that knows no template."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    forget(monkeypatch)


def forget(monkeypatch: pytest.MonkeyPatch) -> None:
    """From now on the process is one that knows no template."""
    for name, nothing in (("_codes", {}), ("_recalled", set()), ("_has_recalled", []), ("_coming", [])):
        monkeypatch.setattr(compiled, name, nothing)


class _Counting(Engine):
    """Counts what it compiles."""

    compiled = 0

    def _generate(self, source: nodes.Template, *arguments: Any, **how: Any) -> str:
        self.compiled += 1
        return super()._generate(source, *arguments, **how)


def said(source: str, known: BytecodeCache, tag: str = "en") -> tuple[str, bool]:
    """What a template says, and whether it was compiled for that."""
    engine = _Counting(DictLoader({"a": source}), catalogue(tag), known)
    return engine.get_template("a").render(), engine.compiled > 0


def test_a_template_is_compiled_once_in_a_process() -> None:
    assert said("{{ 1 + 1 }}", Compiled("en")) == ("2", True)
    assert said("{{ 1 + 1 }}", Compiled("en")) == ("2", False)


def test_another_text_or_language_is_compiled_anew() -> None:
    assert said("{{ _('Status') }}", Compiled("en")) == ("Status", True)
    assert said("{{ _('Status') }}!", Compiled("en")) == ("Status!", True)
    assert said("{{ _('Status') }}", Compiled("zh"), "zh") == ("状态", True)


def test_the_next_process_knows_what_was_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    said("{{ 1 + 1 }}", Compiled("en"))
    keep_compiled()
    forget(monkeypatch)
    assert said("{{ 1 + 1 }}", Compiled("en")) == ("2", False)


def test_what_somebody_else_wrote_there_is_not_believed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    said("{{ 1 + 1 }}", Compiled("en"))
    keep_compiled()
    file = tmp_path / "goalsite" / "templates"
    data = bytearray(file.read_bytes())
    data[-1] ^= 1
    file.write_bytes(data)
    for name, nothing in (("_codes", {}), ("_recalled", set()), ("_has_recalled", [])):
        monkeypatch.setattr(compiled, name, nothing)
    assert said("{{ 1 + 1 }}", Compiled("en")) == ("2", True)
