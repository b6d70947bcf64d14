"""`goalsite rule`: what a code means, and what to do about its findings."""

from __future__ import annotations

import json

import click

from goalsite.cli.options import say
from goalsite.core.codes import CODES
from goalsite.core.text import did_you_mean


@click.command("rule")
@click.argument("codes", nargs=-1, metavar="[CODE]…")
@click.option("--all", "everything", is_flag=True, help="List every code.")
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json", "markdown"]),
    default="text",
    show_default=True,
    help="How to print; json and markdown hold the whole pages.",
)
def command(codes: tuple[str, ...], everything: bool, form: str) -> None:
    """Explain a finding: why it matters, wrong and right examples, how to mend it, where it comes from.

    CODE is a code such as Q104, a name or a part of one such as output-verb, or what several codes begin
    with, such as Q1.
    """
    from goalsite.lint.manual import page
    from goalsite.lint.manual_text import as_data, as_markdown, listed

    if not codes and not everything:
        raise click.UsageError("which rule? name a code such as Q104, or list them with --all")
    chosen = list(CODES) if everything else [code for word in codes for code in _meant(word)]
    if form == "json":
        say_text(json.dumps([as_data(page(code)) for code in chosen], ensure_ascii=False, indent=2))
    elif form == "text" and (everything or len(chosen) > len(codes)):
        say_text(listed([CODES[code] for code in chosen]))
    else:
        say_text("\n\n".join(as_markdown(page(code)) for code in chosen))


def say_text(text: str) -> None:
    """Several lines to stdout, each harmless."""
    for line in text.split("\n"):
        say(line)


def _meant(word: str) -> list[str]:
    """The codes that a word of the command line means."""
    code = word.upper()
    if code in CODES:
        return [code]
    begun = [known for known in CODES if code and known.startswith(code)]
    named = [known.code for known in CODES.values() if known.told and word and word.lower() in known.name]
    if begun or named:
        return begun or named
    names = (*CODES, *(known.name for known in CODES.values()))
    hint = did_you_mean(word, names) or "goalsite rule --all lists them"
    raise click.UsageError(f"there is no rule {word!r}, {hint}")
