"""Sound goals to which a test adds the one thing it is about."""

from __future__ import annotations

PATH = "goals/2026-Q4/checkout.md"
TITLE = "Buying from us takes no thought"

CONVERSION = """\
  - id: conversion
    title: More of those who start do buy
    owner: lin
    metric: {unit: "%", baseline: 52, target: 65}
    checkins: [{date: 2026-10-05, value: 52, confidence: 0.5}, {date: 2026-11-11, value: 58, confidence: 0.6}]
"""
QUESTIONS = """\
  - id: questions
    title: Few have to ask how to buy
    owner: sam
    metric: {unit: questions, baseline: 80, target: 20}
    checkins: [{date: 2026-10-05, value: 80, confidence: 0.5}, {date: 2026-11-11, value: 50, confidence: 0.6}]
"""


def objective(
    title: str = TITLE, front: str = "owner: ada", results: str = CONVERSION + QUESTIONS, body: str = ""
) -> str:
    """An objective file; `results` are the entries of its key results."""
    return f"---\ntitle: {title}\n{front}\nkey_results:\n{results}---\n{body}"


def files(**parts: str) -> dict[str, str]:
    """A repository with that one objective in the current quarter."""
    return {PATH: objective(**parts)}


def with_result(lines: str) -> dict[str, str]:
    """A repository whose objective has a sound key result and then, from line 10 on, one of these lines."""
    return files(results=CONVERSION + "".join(f"{line}\n" for line in lines.strip("\n").split("\n")))
