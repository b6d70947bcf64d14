from __future__ import annotations

from pathlib import Path

import pytest

from tests.lsp.project import GREEN, UPTIME, known, pointed


@pytest.mark.parametrize(
    ("path", "text", "takes"),
    [
        (GREEN, "---\nsupports: [wi‸]\n---\n", "supports"),
        (GREEN, "---\nsupports:\n  - wi‸\n---\n", "supports"),
        (GREEN, "---\ncontributes:\n  - to: wi‸\n---\n", "contributes"),
        (GREEN, "---\ncontributes: [wi‸]\n---\n", "contributes"),
        (GREEN, "---\ndepends_on: [{team: p‸}]\n---\n", "unit"),
        (GREEN, "---\nkey_results:\n  - metric: {kpi: u‸}\n---\n", "kpi"),
        (GREEN, "---\nkey_results:\n  - replaced_by: p‸\n---\n", "result"),
        (GREEN, "---\nreplaced_by: w‸\n---\n", "replaced_by"),
        (GREEN, "---\ncycle: 20‸\n---\n", "cycle"),
        (GREEN, "---\nowner: a‸\n---\n", "handle"),
        (GREEN, "---\nown‸er: ada\n---\n", ""),
        (GREEN, "---\ntitle: a‸\n---\n", ""),
        (GREEN, "---\ntitle: a\n---\n[[w‸", "link"),
        (GREEN, "---\ntitle: a\n---\n@a‸", "handle"),
        (GREEN, "---\nkind: kpi\nformula: a / b‸\n---\n", "formula"),
        (UPTIME, "---\ncascades_from: {kpi: s‸}\n---\n", "cascades_from"),
        (UPTIME, "---\nimproves: [a‸]\n---\n", ""),
        ("goals/platform/2026-Q4/x.checkins.csv", "date,kr\n2026-10-12,p‸", "result"),
        ("goals/platform/2026-Q4/x.checkins.csv", "date,by\n2026-10-12,a‸", "handle"),
        ("config.yaml", "current_cycle: 20‸", "cycle"),
        ("README.md", "---\nowner: a‸\n---\n", ""),
    ],
)
def test_a_place_takes_the_names_of_its_key(tmp_path: Path, path: str, text: str, takes: str) -> None:
    assert pointed(known(tmp_path), path, text).takes == takes
