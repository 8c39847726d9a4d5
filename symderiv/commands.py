"""The commands that read and derive: `derive`, `show`, `list`. Every function returns the exit status."""

from __future__ import annotations

import sys
from argparse import Namespace
from pathlib import Path

from . import catalogue
from .console import table
from .derive import derive as derive_goal
from .derive.backprop import backprop
from .errors import SymderivError
from .latex.style import style_of
from .latex.write import write
from .load import goals, load
from .remarks import remarks
from .render import RENDERERS
from .render.plain import plain
from .show import describe
from .step import Route


def derive(args: Namespace) -> int:
    """`symderiv derive`: print a derivation for each goal."""
    system = load(args.file, args.objective)
    for remark in remarks(system, asked=args.wrt is not None):
        print(f"symderiv: note: {_sentence(remark)}", file=sys.stderr)
    route = Route(args.route) if args.route else None
    render = RENDERERS[args.format]
    if route is Route.BACKPROP and args.wrt is None:
        emit(render(backprop(system), args.lang), args.output)
        return 0
    asked = goals(system, args.wrt, args.objective)
    if args.format in ("json", "document") and len(asked) > 1:
        names = " or ".join(f"--wrt '{write(g.wrt, style_of(system))}'" for g in asked)
        raise SymderivError(f"--format {args.format} prints one derivation, and the page asks for several", hint=names)
    emit("\n".join(render(derive_goal(system, g, route), args.lang) for g in asked), args.output)
    return 0


def emit(text: str, output: Path | None) -> None:
    """Write to a file, or to standard output."""
    if output is None:
        sys.stdout.write(text)
    else:
        output.write_text(text, encoding="utf-8")


def show(args: Namespace) -> int:
    """`symderiv show`: what was understood."""
    found = describe(load(args.file, args.objective))
    if found.title:
        print(found.title)
    print(f"objective: {plain(found.objective)}")
    print(f"sizes: {', '.join(map(plain, found.sizes)) or 'none'}")
    if found.functions:
        print(f"functions: {', '.join(map(plain, found.functions))}")
    table(
        ("symbol", "role", "range", "definition"),
        [(plain(r.entry), r.role, plain(r.where), plain(r.body)) for r in found.rows],
    )
    if found.ties:
        print("ties: " + ", ".join(map(plain, found.ties)))
    for name, on in found.dependencies:
        print(f"{plain(name)} depends on {', '.join(map(plain, on)) or 'nothing'}")
    for remark in found.remarks:
        print(f"note: {_sentence(remark)}")
    return 0


def _sentence(text: str) -> str:
    """A sentence with the LaTeX in its backticks as plain text."""
    parts = text.split("`")
    return "".join(plain(part) if n % 2 and "=" not in part else part for n, part in enumerate(parts))


def list_catalogue(args: Namespace) -> int:
    """`symderiv list`: the catalogue, with titles."""
    table(("name", "title"), [(n, load(n).title) for n in catalogue.names()])
    return 0
