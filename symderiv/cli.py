"""The command line: `symderiv derive | show | verify | check | list`.

Every command returns its exit status. A user's mistake is one message on standard error and status 2, no traceback.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path

from ._version import __version__
from .errors import SymderivError

COMMANDS = {
    "derive": ("symderiv.commands", "derive"),
    "show": ("symderiv.commands", "show"),
    "list": ("symderiv.commands", "list_catalogue"),
    "verify": ("symderiv.commands_numeric", "verify"),
    "compile": ("symderiv.commands_numeric", "compile_page"),
    "check": ("symderiv.check.command", "check_command"),
}
"""Where each command stands: only the one that is asked for is loaded, so that a derivation need not wait for the
judge and the compiler."""

FORMATS = ("document", "json", "latex", "markdown", "text")
BACKENDS = ("jax", "numpy", "torch")
ROUTES = ("expanded", "backprop", "both")
LANGUAGES = ("en", "ja")


def parser() -> argparse.ArgumentParser:
    """The whole grammar of the command line."""
    top = argparse.ArgumentParser(
        prog="symderiv",
        description="Derive gradients of indexed networks the way a person does, and judge the derivations of others.",
        epilog="FILE is a page in Markdown or LaTeX, or the name of a page of the catalogue (`symderiv list`).",
    )
    top.add_argument("--version", action="version", version=f"symderiv {__version__}")
    sub = top.add_subparsers(dest="command", required=True, metavar="COMMAND")
    _derive(sub.add_parser("derive", help="derive a gradient and print the derivation"))
    _show(sub.add_parser("show", help="show what was understood of a page"))
    _verify(sub.add_parser("verify", help="check every claim of every derivation of a page numerically"))
    _check(
        sub.add_parser(
            "check",
            help="judge a hand derivation, or a folder of them: the first wrong line, and why",
            description="Exit status: 0 all right, 1 something wrong, 3 something unproved, 2 unreadable or misuse.",
        )
    )
    _compile(sub.add_parser("compile", help="write the gradient as a Python module that works on arrays"))
    sub.add_parser("list", help="list the catalogue")
    return top


def _derive(command: argparse.ArgumentParser) -> None:
    command.add_argument("file", metavar="FILE")
    command.add_argument(
        "--wrt", metavar="ENTRY", help="what to differentiate by, e.g. 'w_{j,i}' (default: as the page says)"
    )
    command.add_argument("--objective", metavar="NAME", help="what to differentiate (default: as the page says)")
    command.add_argument(
        "--route", choices=ROUTES, help="expanded as in a lecture, or backpropagated (default: expanded where it ends)"
    )
    command.add_argument("--format", choices=FORMATS, default="text")
    command.add_argument("--lang", choices=LANGUAGES, default="en")
    command.add_argument("-o", "--output", metavar="FILE", type=Path)


def _show(command: argparse.ArgumentParser) -> None:
    command.add_argument("file", metavar="FILE")
    command.add_argument("--objective", metavar="NAME")


def _verify(command: argparse.ArgumentParser) -> None:
    command.add_argument("file", metavar="FILE")
    command.add_argument("--wrt", metavar="ENTRY")
    command.add_argument("--objective", metavar="NAME")
    command.add_argument("--seed", type=int, default=0)
    command.add_argument("--draws", type=_count, default=3, help="draws of sizes and values (default 3)")


def _count(text: str) -> int:
    """A number of things, at least one."""
    if not text.isascii() or not text.isdigit() or int(text) < 1:
        raise argparse.ArgumentTypeError(f"`{text}` is no number of draws: at least 1 is needed")
    return int(text)


def _check(command: argparse.ArgumentParser) -> None:
    command.add_argument("solution", metavar="SOLUTION", help="a page in Markdown or LaTeX, or a folder of them")
    command.add_argument("--network", metavar="FILE", help="the network it is about (default: what the page defines)")
    command.add_argument("--wrt", metavar="ENTRY", help="the goal: what is to be differentiated by (default: as asked)")
    command.add_argument("--json", action="store_true", help="print one JSON object")
    command.add_argument("--lang", choices=LANGUAGES, default="en")
    command.add_argument("--budget", metavar="SECONDS", type=float, default=60.0, help="time for one page (default 60)")
    command.add_argument("--no-reasons", dest="reasons", action="store_false", help="verdicts only, which is faster")
    command.add_argument("--marks", metavar="FILE", type=Path, help="what a line is worth, in TOML")
    command.add_argument("--seed", type=int, default=0)
    command.add_argument("-o", "--output", metavar="FILE", type=Path, help="of a folder: JSON lines; resumes")
    command.add_argument("--csv", metavar="FILE", type=Path, help="of a folder: marks and the commonest mistakes")
    command.add_argument("--jobs", metavar="N", type=int, help="of a folder: worker processes (default: one a core)")


def _compile(command: argparse.ArgumentParser) -> None:
    command.add_argument("file", metavar="FILE")
    command.add_argument("--wrt", metavar="ENTRY", action="append", help="by what; may be repeated (default: all)")
    command.add_argument("--objective", metavar="NAME")
    command.add_argument("--backend", choices=BACKENDS, default="numpy")
    command.add_argument("-o", "--output", metavar="FILE", type=Path)


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command; returns the exit status (0 fine, 1 something is wrong, 2 misuse or unreadable input)."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            # a console that lacks a character (cp932, ascii) gets a readable stand-in instead of a crash
            stream.reconfigure(errors="backslashreplace")
    try:
        args = parser().parse_args(argv)
    except SystemExit as stop:
        return stop.code if isinstance(stop.code, int) else 2
    try:
        module, name = COMMANDS[args.command]
        status: int = getattr(import_module(module), name)(args)
    except SymderivError as error:
        print(f"symderiv: {error}", file=sys.stderr)
        return 2
    except BrokenPipeError:
        return 0
    except OSError as error:
        print(f"symderiv: {error.strerror or error}: {error.filename or ''}".rstrip(": "), file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        return 130
    return status


if __name__ == "__main__":
    raise SystemExit(main())
