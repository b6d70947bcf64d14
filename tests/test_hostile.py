"""A stranger's goals cannot make a page active: a real browser opens the site, and nothing runs."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Dialog, expect

from tests.commands import goalsite, write

PAYLOADS = (
    "<script>window.hit=1</script>",
    "<img src=x onerror=window.hit=1>",
    '"><svg onload=window.hit=1>',
    "' onmouseover='window.hit=1",
    "</title><script>window.hit=1</script>",
    "<iframe srcdoc='<script>parent.hit=1</script>'></iframe>",
    "{{ 7 * 7 }}{% for x in ().__class__.__base__.__subclasses__() %}{% endfor %}",
    "javascript:window.hit=1",
    "<style>*{display:none}</style>",
    "<base href=//evil.example>",
    "<meta http-equiv=refresh content=0;url=//evil.example>",
)
LINKS = (
    "[a](javascript:window.hit=1)",
    "[b](  JaVaScRiPt&colon;window.hit=1)",
    "[c](data:text/html,<script>window.hit=1</script>)",
    "[d](vbscript:x)",
    "[e](//evil.example/x)",
    "![f](javascript:window.hit=1)",
    "![g](https://evil.example/x.png)",
    "<javascript:window.hit=1>",
    '[h](https://good.example "" onclick="window.hit=1")',
    "[i]: javascript:window.hit=1\n\n[i]",
    "[[<img src=x onerror=window.hit=1>]]",
    "@<img/src/onerror=window.hit=1>",
)


def quoted(text: str) -> str:
    """The text as a double-quoted YAML scalar."""
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def hostile_goals() -> dict[str, str]:
    """An objective and a KPI per payload, with it in every text they take."""
    files = {"config.yaml": f"site_name: {quoted(PAYLOADS[1])}\nfooter: {quoted(PAYLOADS[0])}\n"}
    code, heading = f"```\n{PAYLOADS[0]}\n```", f"# {PAYLOADS[1]}"
    body = "\n\n".join((*PAYLOADS, *LINKS, code, heading))
    for number, payload in enumerate(PAYLOADS):
        text = quoted(payload)
        files[f"goals/unit{number}/team.md"] = f"---\ntitle: {text}\n---\n{body}\n"
        files[f"goals/unit{number}/2026-Q4/goal{number}.md"] = (
            f"---\ntitle: {text}\nowner: ada\ntags: [{text}]\nsupports: [kpi{number}]\n"
            f"depends_on: [{{team: unit0, ask: {text}, size: {text}, note: {text}}}]\n"
            f"initiatives: [{{title: {text}}}]\n"
            f"reviews: [{{date: 2026-11-01, by: sam, text: {text}}}]\n"
            f"retro: {{root_cause: {text}, learned: {text}}}\n"
            f"checkins: [{{date: 2026-11-02, status: at_risk, note: {text}, blocked: {text}, next: {text}}}]"
            "\n"
            "key_results:\n"
            f"  - id: a\n    title: {text}\n    description: {text}\n"
            f"    metric: {{unit: {text}, baseline: 0, target: 10}}\n"
            f"    checkins: [{{date: 2026-11-02, value: 3, note: {text}}}]\n"
            f"  - id: b\n    title: {text}\n    milestones: [{{title: {text}, due: 2026-11-01}}]\n"
            f"  - id: c\n    title: {text}\n    zones: {{commit: {text}, target: {text}, stretch: {text}}}\n"
            f"  - id: d\n    title: {text}\n    status: dropped\n    reason: {text}\n"
            f"---\n{body}\n\n## Retrospective\n\n{payload}\n"
        )
        files[f"goals/unit{number}/kpis/kpi{number}.md"] = (
            f"---\ntitle: {text}\ndefinition: {text}\nunit: {text}\nsource: {text}\nfrequency: week\n"
            f"targets: [{{from: 2026-01-01, target: 5, red: 3, text: {text}}}]\n"
            f"series: [[2026-11-01, 4, {text}], [2026-11-08, 2]]\n---\n{body}\n"
        )
    files["goals/page.md"] = body
    files["goals/people/ada.md"] = f"---\nname: {quoted(PAYLOADS[0])}\n---\n{body}\n"
    return files


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("hostile")
    run = goalsite("build", "--keep-going", "--as-of", "2026-11-16", cwd=write(folder, hostile_goals()))
    told = {line.split(": ")[1].split()[0] for line in run.err.splitlines() if line.startswith("goals/")}
    assert run.code == 1, "unsafe links are errors, and the site is published in spite of them"
    assert {code for code in told if code.startswith("S")} == {"S016", "S040"}, run.err
    return folder / "site"


def test_nothing_runs_on_any_page_of_hostile_goals(
    site: Path, browser: Browser, serve_folder: Callable[[Path], str]
) -> None:
    address = serve_folder(site)
    context = browser.new_context()
    page = context.new_page()
    dialogs: list[str] = []

    def note(dialog: Dialog) -> None:
        dialogs.append(dialog.message)
        dialog.dismiss()

    page.on("dialog", note)
    asked: set[str] = set()
    page.on("request", lambda request: asked.add(request.url))
    pages = sorted(path.relative_to(site).as_posix() for path in site.rglob("*.html"))
    assert len(pages) > 30
    for path in pages:
        page.goto(address + path)
        if path == "map/index.html":
            expect(page.locator(".atlas")).to_have_class(re.compile("drawn"))
        found = page.evaluate(
            """() => ({
                hit: window.hit ?? null,
                active: [...document.querySelectorAll('*')].filter(e =>
                    // the map's own script says how high its stage is
                    [...e.attributes].some(a => a.name.startsWith('on')
                        || a.name === 'style' && !/^--drawn: [0-9]+px;$/.test(a.value)
                        || /^\\s*(javascript|data|vbscript):/i.test(a.value)
                            && ['href', 'src'].includes(a.name))
                    || ['IFRAME','OBJECT','EMBED','BASE','STYLE'].includes(e.tagName.toUpperCase())
                    || e.tagName === 'SCRIPT' && !e.src).map(e => e.outerHTML.slice(0, 200)),
            })"""
        )
        assert found == {"hit": None, "active": []}, path
    context.close()
    assert dialogs == []
    assert [url for url in asked if not url.startswith(address)] == []


def test_the_same_harness_sees_what_does_run(
    tmp_path: Path, browser: Browser, serve_folder: Callable[[Path], str]
) -> None:
    (tmp_path / "index.html").write_text(f"<!doctype html><p>{PAYLOADS[1]}</p>")
    page = browser.new_page()
    page.goto(serve_folder(tmp_path))
    page.wait_for_function("window.hit === 1")
    page.close()
