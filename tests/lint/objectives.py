"""Objectives of 2026-Q4 as an author writes them, for tests of rules."""

from __future__ import annotations

from textwrap import dedent, indent

PATH = "goals/2026-Q4/checkout.md"


def objective(results: str = "", front: str = "", body: str = "", path: str = PATH) -> dict[str, str]:
    """One objective with these key results, which may be indented as the test around them."""
    lines = ["---", "title: Buying takes no thought", "owner: ada", *dedent(front).strip().splitlines()]
    if results:
        lines += ["key_results:", indent(dedent(results).strip(), "  ")]
    return {path: "\n".join([*lines, "---", dedent(body)])}


def conversion(*checkins: str, more: str = "") -> str:
    """The key result `conversion` from 52 to 65 % with these check-ins, each what stands within `{…}`."""
    lines = ["- id: conversion", "  title: More of those who start to pay do pay"]
    lines += ["  metric: {unit: '%', baseline: 52, target: 65}"]
    lines += [f"  {line}" for line in dedent(more).strip().splitlines()]
    lines += ["  checkins:", *(f"    - {{{one}}}" for one in checkins)] if checkins else []
    return "\n".join(lines)
