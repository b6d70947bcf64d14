from __future__ import annotations

import json
from pathlib import Path

import pytest

from goalsite.exchange.difference_schema import schema_text as schema_of_diff
from goalsite.exchange.schema import schema_text as schema_of_goals
from goalsite.schemas.files import KINDS, schema_files, schema_text
from tests.cli.conftest import Goalsite


def test_without_a_kind_it_lists_them(goalsite: Goalsite) -> None:
    assert goalsite("schema").out.split() == [*KINDS, "goals", "diff"]


def test_it_prints_the_schema_of_a_kind(goalsite: Goalsite) -> None:
    run = goalsite("schema", "objective")
    assert (run.code, run.out, run.err) == (0, schema_text("objective"), "")


def test_it_prints_the_schema_of_what_a_build_makes(goalsite: Goalsite) -> None:
    assert goalsite("schema", "goals").out == schema_of_goals()


def test_it_prints_the_schema_of_what_diff_prints(goalsite: Goalsite) -> None:
    assert goalsite("schema", "diff").out == schema_of_diff()


@pytest.mark.parametrize("kind", ["goal", "Objective"])
def test_an_unknown_kind_is_refused_with_those_there_are(goalsite: Goalsite, kind: str) -> None:
    run = goalsite("schema", kind)
    assert run.code == 2
    assert "'objective'" in run.err


def test_a_new_project_names_a_schema_that_is_there(goalsite: Goalsite, tmp_path: Path) -> None:
    goalsite("init", "demo")
    first = (tmp_path / "demo/config.yaml").read_text(encoding="utf-8").splitlines()[0]
    comment, _, address = first.partition("$schema=")
    assert comment == "# yaml-language-server: "
    assert (tmp_path / "demo" / address).read_text(encoding="utf-8") == schema_text("config")


def test_a_site_has_the_schemas(goalsite: Goalsite, tmp_path: Path) -> None:
    goalsite("init", "demo")
    assert goalsite("-C", "demo", "build").code == 0
    for path, content in (*schema_files(), ("schema/goals.schema.json", schema_of_goals().encode())):
        assert (tmp_path / "demo/site" / path).read_bytes() == content
        json.loads(content)
