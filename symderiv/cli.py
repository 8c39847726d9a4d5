"""The command line: `symderiv derive | show | verify | check | list`.

Every command returns its exit status. A user's mistake is one message on standard error and status 2, no traceback.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from . import commands
from ._version import __version__
from .check.command import check_command
from .compile import BACKENDS
from .errors import SymderivError
from .render import RENDERERS

ROUTES = ("expanded", "backprop", "both")
LANGUAGES = ("en", "ja")


def parser() -> argparse.ArgumentParser:
    """The whole grammar of the command line."""
    top = argparse.ArgumentParser(
        prog="symderiv",
        description="Derive gradients of indexed networks the way a person does.",
        epilog="FILE is a page in Markdown or LaTeX, or the name of a page of the catalogue (`symderiv list`).",
    )
    top.add_argument("--version", action="version", version=f"symderiv {__version__}")
    sub = top.add_subparsers(dest="command", required=True, metavar="COMMAND")

    derive = sub.add_parser("derive", help="derive a gradient and print the derivation")
    derive.add_argument("file", metavar="FILE")
    derive.add_argument(
        "--wrt", metavar="ENTRY", help="what to differentiate by, e.g. 'w_{j,i}' (default: as the page says)"
    )
    derive.add_argument("--objective", metavar="NAME", help="what to differentiate (default: as the page says)")
    derive.add_argument(
        "--route", choices=ROUTES, help="expanded as in a lecture, or backpropagated (default: expanded where it ends)"
    )
    derive.add_argument("--format", choices=sorted(RENDERERS), default="text")
    derive.add_argument("--lang", choices=LANGUAGES, default="en")
    derive.add_argument("-o", "--output", metavar="FILE", type=Path)
    derive.set_defaults(run=commands.derive)

    show = sub.add_parser("show", help="show what was understood of a page")
    show.add_argument("file", metavar="FILE")
    show.add_argument("--objective", metavar="NAME")
    show.set_defaults(run=commands.show)

    verify = sub.add_parser("verify", help="check every claim of every derivation of a page numerically")
    verify.add_argument("file", metavar="FILE")
    verify.add_argument("--wrt", metavar="ENTRY")
    verify.add_argument("--objective", metavar="NAME")
    verify.add_argument("--seed", type=int, default=0)
    verify.add_argument("--draws", type=int, default=3, help="draws of sizes and values (default 3)")
    verify.set_defaults(run=commands.verify)

    check = sub.add_parser(
        "check",
        help="judge a hand derivation, or a folder of them: the first wrong line, and why",
        description="Exit status: 0 everything right, 1 something wrong, 3 something unproved, 2 unreadable or misuse.",
    )
    check.add_argument("solution", metavar="SOLUTION", help="a page in Markdown or LaTeX, or a folder of them")
    check.add_argument("--network", metavar="FILE", help="the network it is about (default: what the page defines)")
    check.add_argument("--wrt", metavar="ENTRY", help="the goal: what is to be differentiated by (default: as asked)")
    check.add_argument("--json", action="store_true", help="print one JSON object")
    check.add_argument("--lang", choices=LANGUAGES, default="en")
    check.add_argument("--budget", metavar="SECONDS", type=float, default=60.0, help="time for one page (default 60)")
    check.add_argument("--marks", metavar="FILE", type=Path, help="what a line is worth, in TOML")
    check.add_argument("--seed", type=int, default=0)
    check.add_argument("-o", "--output", metavar="FILE", type=Path, help="of a folder: JSON lines; resumes")
    check.add_argument("--csv", metavar="FILE", type=Path, help="of a folder: marks and the commonest mistakes")
    check.add_argument("--jobs", metavar="N", type=int, help="of a folder: worker processes (default: one a core)")
    check.set_defaults(run=check_command)

    compiling = sub.add_parser("compile", help="write the gradient as a Python module that works on arrays")
    compiling.add_argument("file", metavar="FILE")
    compiling.add_argument("--wrt", metavar="ENTRY", action="append", help="by what; may be repeated (default: all)")
    compiling.add_argument("--objective", metavar="NAME")
    compiling.add_argument("--backend", choices=sorted(BACKENDS), default="numpy")
    compiling.add_argument("-o", "--output", metavar="FILE", type=Path)
    compiling.set_defaults(run=commands.compile_page)

    listing = sub.add_parser("list", help="list the catalogue")
    listing.set_defaults(run=commands.list_catalogue)
    return top


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
        status: int = args.run(args)
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
