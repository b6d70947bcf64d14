"""Each build is shown and told of, and none ends the server; what was saved may be shown before it."""

from __future__ import annotations

import re
import sys
import threading
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

import pytest

from goalsite.serve import rebuild
from goalsite.serve.live import Live, Shown
from goalsite.serve.outcome import BuildOutcome, Files, Finding
from goalsite.serve.rebuild import Rebuilding

FAILED = BuildOutcome(None, (Finding("a.md:1:1", "S001", "x"),), failed=True)
A, B = Path("a.md"), Path("b.md")
PATIENCE = 30


@dataclass
class Fake:
    """Builds as a test wants them: `files` are told by themselves, where there are any."""

    outcomes: list[Callable[[], BuildOutcome]]
    files: Files | None = None
    lies: BuildOutcome | None = None
    recall: Callable[[], None] = lambda: None
    asked: list[frozenset[Path]] = field(default_factory=list)
    is_broken: bool = False

    def standing(self) -> BuildOutcome | None:
        return self.lies

    def soon(self, changed: Iterable[Path]) -> Files | None:
        self.asked.append(frozenset(changed))
        if self.is_broken:
            raise KeyError("goal")
        return self.files

    def __call__(self) -> BuildOutcome:
        make = self.outcomes.pop(0) if len(self.outcomes) > 1 else self.outcomes[0]
        return make()


def built(*outcomes: BuildOutcome) -> Fake:
    return Fake([partial(BuildOutcome, one.files, one.findings, one.failed, one.alike) for one in outcomes])


def following(builds: Fake) -> tuple[Rebuilding, Live, list[str]]:
    live, lines = Live("run"), list[str]()
    return Rebuilding(builds, live, lines.append), live, lines


def _is_shown(live: Live, files: Files) -> bool:
    return live.shown.files == files


def eventually(is_so: Callable[[], bool]) -> bool:
    deadline = time.monotonic() + PATIENCE
    while not is_so() and time.monotonic() < deadline:
        time.sleep(0.01)
    return is_so()


def test_a_good_build_is_shown_and_told_of() -> None:
    rebuilding, live, lines = following(built(BuildOutcome({"a": b""})))
    rebuilding.once()
    assert live.shown.files == {"a": b""}
    assert re.fullmatch(r"figured in \d\.\d\d s: nothing to complain of", lines[0])


def test_a_failed_build_says_that_the_last_good_one_stays() -> None:
    rebuilding, _, lines = following(built(FAILED, BuildOutcome({}), FAILED))
    for _ in range(3):
        rebuilding.once()
    assert lines[0].endswith("s: 1 error")
    assert lines[2].endswith("s: 1 error; the last good build stays")


def test_an_exception_is_shown_as_a_bug_of_ours() -> None:
    def build() -> BuildOutcome:
        raise KeyError("goal")

    rebuilding, live, lines = following(Fake([build]))
    rebuilding.once()
    assert live.shown.findings[0].message == "a bug of ours broke the build: KeyError: 'goal'"
    assert live.shown.failed
    assert lines[0].startswith("Traceback")


def test_a_build_that_wants_to_exit_does_not_end_the_server() -> None:
    rebuilding, live, _ = following(Fake([lambda: sys.exit(3)]))
    rebuilding.once()
    assert "SystemExit: 3" in live.shown.findings[0].message


def test_a_site_that_lies_there_is_shown_until_all_is_figured() -> None:
    may_end = threading.Event()

    def build() -> BuildOutcome:
        may_end.wait(PATIENCE)
        return BuildOutcome({"a": b"figured"})

    fake = Fake([build], lies=BuildOutcome({"a": b"published"}, FAILED.findings))
    rebuilding, live, lines = following(fake)
    rebuilding.start()
    assert (live.shown.files, live.shown.findings) == ({"a": b"published"}, FAILED.findings)
    assert lines == ["shown as it was published, until all is figured"]
    may_end.set()
    assert eventually(lambda: live.shown.files == {"a": b"figured"})
    rebuilding.end()


def test_what_is_saved_before_all_is_figured_is_shown_once_what_was_published_is_known() -> None:
    knows, may_end = threading.Event(), threading.Event()

    def build() -> BuildOutcome:
        may_end.wait(PATIENCE)
        return BuildOutcome({"a": b"figured"})

    def recall() -> None:
        knows.wait(PATIENCE)
        fake.files = {"a": b"saved"}

    fake = Fake([build], lies=BuildOutcome({"a": b"published"}), recall=recall)
    rebuilding, live, _ = following(fake)
    rebuilding.start()
    rebuilding.changed([A])
    assert eventually(lambda: fake.asked == [{A}])
    assert live.shown.files == {"a": b"published"}
    knows.set()
    assert eventually(lambda: live.shown.files == {"a": b"saved"})
    rebuilding.changed([B])
    assert eventually(lambda: fake.asked[-1] == {A, B})
    fake.files = None
    may_end.set()
    assert eventually(lambda: live.shown.files == {"a": b"figured"})
    rebuilding.end()


def test_a_bug_in_what_is_known_of_what_was_published_is_told_and_all_is_figured() -> None:
    def recall() -> None:
        raise KeyError("survey")

    fake = Fake([lambda: BuildOutcome({"a": b"1"})], lies=BuildOutcome({"a": b"0"}), recall=recall)
    rebuilding, live, lines = following(fake)
    rebuilding.start()
    assert eventually(lambda: live.shown.files == {"a": b"1"})
    assert any("KeyError: 'survey'" in line for line in lines)
    rebuilding.end()


def test_what_was_saved_is_shown_then_all_is_figured_once_nobody_saves(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(rebuild, "_LULL", 2)
    fake = built(BuildOutcome({"a": b"1"}, FAILED.findings), BuildOutcome({"a": b"3"}, alike=True))
    fake.files = {"a": b"2"}
    rebuilding, live, lines = following(fake)
    rebuilding.start()
    for path in (A, B, A):
        rebuilding.changed([path])
        assert eventually(partial(_is_shown, live, {"a": b"2"}))
    assert live.shown.files == {"a": b"2"}
    assert live.shown.findings == FAILED.findings
    assert len(lines) == 1
    assert eventually(lambda: live.shown.files == {"a": b"3"})
    assert live.shown.since
    assert fake.asked[-1] == {A, B}
    assert eventually(lambda: len(lines) == 2)
    rebuilding.end()


def test_what_cannot_be_shown_by_itself_is_figured_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rebuild, "_LULL", PATIENCE * 2)
    fake = built(BuildOutcome({"a": b"1"}), BuildOutcome({"a": b"2"}))
    rebuilding, live, _ = following(fake)
    rebuilding.start()
    rebuilding.changed([A])
    assert eventually(lambda: live.shown.files == {"a": b"2"})
    rebuilding.end()


def test_who_never_stops_saving_gets_a_build_all_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rebuild, "_LULL", PATIENCE * 2)
    monkeypatch.setattr(rebuild, "_LONGEST_LULL", PATIENCE * 2)
    monkeypatch.setattr(rebuild, "_LONGEST_WAIT", 0.5)
    fake = built(BuildOutcome({"a": b"1"}))
    fake.files = {"a": b"2"}
    rebuilding, _, lines = following(fake)
    rebuilding.start()

    def has_been_built_again() -> bool:
        rebuilding.changed([A])
        return len(lines) > 1

    assert eventually(has_been_built_again)
    rebuilding.end()


def test_a_save_during_a_build_is_shown_on_top_of_it_and_built_once_more() -> None:
    saved = threading.Event()
    fake = built(BuildOutcome({"a": b"1"}))

    def second() -> BuildOutcome:
        fake.files = {"a": b"2, and saved"}
        rebuilding.changed([B])
        saved.set()
        return BuildOutcome({"a": b"2"})

    fake.outcomes = [lambda: BuildOutcome({"a": b"1"}), second, lambda: BuildOutcome({"a": b"3"})]
    rebuilding, live, lines = following(fake)
    shown: list[Files | None] = []

    def watch() -> None:
        told: Shown | None = live.shown
        while told:
            shown.append(told.files)
            told = live.after(told, PATIENCE)

    rebuilding.start()
    threading.Thread(target=watch, daemon=True).start()
    rebuilding.changed([A])
    assert eventually(lambda: len(lines) == 3)
    assert eventually(lambda: shown[-1] == {"a": b"3"})
    assert {"a": b"2, and saved"} in shown
    assert {"a": b"2"} not in shown
    assert frozenset([B]) in fake.asked
    rebuilding.end()


def test_a_bug_in_what_lies_there_is_told_and_all_is_figured() -> None:
    class Broken(Fake):
        def standing(self) -> BuildOutcome | None:
            raise KeyError("site")

    rebuilding, live, lines = following(Broken([lambda: BuildOutcome({"a": b"1"})]))
    rebuilding.start()
    assert live.shown.files == {"a": b"1"}
    assert any("KeyError: 'site'" in line for line in lines)
    rebuilding.end()


def test_a_bug_in_what_is_shown_soon_is_told_and_all_is_figured() -> None:
    fake = built(BuildOutcome({"a": b"1"}), BuildOutcome({"a": b"2"}))
    fake.is_broken = True
    rebuilding, live, lines = following(fake)
    rebuilding.start()
    rebuilding.changed([A])
    assert eventually(lambda: live.shown.files == {"a": b"2"})
    assert any("KeyError: 'goal'" in line for line in lines)
    rebuilding.end()
