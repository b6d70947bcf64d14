"""`goalsite`: the commands, and what becomes of whatever goes wrong in them."""

from __future__ import annotations

import importlib
import os
import sys
from pathlib import Path
from typing import Any

import click

from goalsite import __version__
from goalsite.report.safe import safe

COMMANDS = {
    "init": "start a repository of goals, with an example of everything",
    "new": "write a new objective, KPI or team",
    "checkin": "say how a key result or a KPI stands",
    "confirm": "answer those who depend on a goal",
    "drop": "take a key result or a goal out of the count, with the reason",
    "replace": "put another key result or goal in the place of one, with the reason",
    "close": "score the objectives of a cycle and carry over what goes on",
    "mv": "give a goal or a key result another id, wherever it is named",
    "check": "say what is wrong with the goals",
    "diff": "say what a change means, before it is merged",
    "rule": "explain a finding: why it matters, and what to do",
    "build": "make the site",
    "verify": "say whether a site is what its commit makes",
    "publish": "bring the built site to a branch, a folder or an object store",
    "serve": "show the site while you write; it follows every change",
    "graph": "print how goals depend on each other, for other programs",
    "lsp": "help an editor with goals while they are being written",
    "schema": "print the JSON Schema of what you write, for editors",
}
"""Every command with its one line of help; each lives in the module of its name."""

DONE, INPUT_ERRORS, WRONG_USAGE, OUR_BUG, INTERRUPTED = 0, 1, 2, 3, 130


class _Commands(click.Group):
    """Loads a command's module when it is called, so that no command waits for the others' imports."""

    def list_commands(self, _: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, _: click.Context, name: str) -> click.Command | None:
        if name not in COMMANDS:
            return None
        command: click.Command = importlib.import_module(f"goalsite.cli.{name}").command
        return command

    def resolve_command(self, ctx: click.Context, args: list[str]) -> Any:
        """The command that the first argument names; an unknown one is answered with the nearest."""
        if args and args[0] not in COMMANDS:
            from goalsite.core.text import did_you_mean

            hint = did_you_mean(args[0], COMMANDS) or "see goalsite --help"
            raise click.UsageError(f"there is no command {args[0]!r}, {hint}", ctx)
        return super().resolve_command(ctx, args)

    def format_commands(self, _: click.Context, formatter: click.HelpFormatter) -> None:
        """The list of commands, without loading any."""
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))


@click.command(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, "-V", "--version", message="goalsite %(version)s")
@click.option(
    "-C", "folder", metavar="DIR", type=click.Path(path_type=Path), help="Work as if started in DIR."
)
@click.option(
    "--config", metavar="FILE", help="The configuration, relative to the folder.  [default: config.yaml]"
)
@click.pass_context
def goalsite(context: click.Context, folder: Path | None, config: str | None) -> None:
    """Goals live in git; goalsite checks them and makes a site of them.

    KPIs keep today safe, OKRs explore the day after tomorrow. Both are Markdown files that a team edits by
    pull request; the site shows what supports what, whether it will be reached in time, and what was learnt.

    Start with `goalsite init my-goals`, then `goalsite -C my-goals serve`.
    """
    context.obj = {"folder": folder, "config": config}


def main() -> int:
    """Run the command line; the exit code: 0 done, 1 errors in the input, 2 wrong usage, 3 our bug."""
    try:
        code = goalsite.main(prog_name="goalsite", standalone_mode=False)
        sys.stdout.flush()
        return code if isinstance(code, int) else DONE
    except click.exceptions.Exit as end:
        return end.exit_code
    except click.UsageError as error:
        click.UsageError("\n".join(map(safe, error.message.split("\n"))), error.ctx).show()
        return WRONG_USAGE
    except click.ClickException as error:
        for line in f"goalsite: {error.format_message()}".split("\n"):
            click.echo(safe(line), err=True)
        return error.exit_code
    except (click.Abort, KeyboardInterrupt):
        click.echo("interrupted; nothing is half done", err=True)
        return INTERRUPTED
    except BrokenPipeError:  # the reader of our output went away, as `| head` does
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return DONE
    except OSError as error:  # what the file system says to a path that somebody typed
        from goalsite.model.shapes import shorten

        reason = (error.strerror or str(error)).lower()
        click.echo(f"goalsite: {safe(shorten(str(error.filename or '')))}: {safe(reason)}", err=True)
        return INPUT_ERRORS
    except Exception as error:
        return _bug(error)


def _bug(error: Exception) -> int:
    click.echo(f"goalsite: this is a bug of goalsite: {type(error).__name__}: {safe(str(error))}", err=True)
    if os.environ.get("GOALSITE_DEBUG"):
        import traceback

        click.echo("".join(traceback.format_exception(error)), err=True)
    else:
        click.echo("  hint: please report it with what GOALSITE_DEBUG=1 prints", err=True)
    return OUR_BUG
