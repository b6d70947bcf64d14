from __future__ import annotations

from msgspec.structs import asdict

from goalsite.core.config import Config, Pace


def test_every_key_has_a_default() -> None:
    config = Config()
    assert (config.goals_dir, config.site_dir, config.timezone, config.cadence) == (
        "goals",
        "site",
        "UTC",
        "week",
    )
    assert config.theme.language == "en"


def test_the_bounds_of_pace_are_those_of_the_manual() -> None:
    assert list(asdict(Pace()).items()) == [
        ("top", 0.7),
        ("on_track", 0.9),
        ("at_risk", 0.7),
        ("early", 0.15),
        ("early_slack", 0.10),
        ("grace", 0.25),
        ("stale", 1.5),
    ]
