r"""Syntax trees as short texts, so that a table of tests can say what tree is meant.

`@` marks a joined parenthesis, `D<of|wrt>` a derivative (`!` operator in front, `+` direct), `S[..]` scripts on a
group.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from symderiv.latex import tree as t


def show(x: Any) -> str:
    """The text of any tree object."""
    return WRITERS[type(x)](x)


def _all(items: Any, between: str = " ") -> str:
    return between.join(show(i) for i in items)


def _parted(x: t.Group) -> str:
    bars = ["|" if s in ("|", r"\|") else "," for s in x.separators]
    return "".join(show(i) + s for i, s in zip(x.items, [*bars, ""], strict=False)) if bars else _all(x.items, ",")


def _script(x: t.Script) -> str:
    opening = {"": "{", "(": "{(", "[": "{["}[x.bracket]
    return ("^" if x.above else "_") + opening + _all(x.entries, "," if x.commas else " ") + "}"


def _name(x: t.Name) -> str:
    prefix = "".join(a + ":" for a in x.accents) + (x.font + ":" if x.font else "")
    return prefix + x.base + "'" * x.primes + _all(x.scripts, "")


def _product(x: t.Product) -> str:
    return "(* " + " ".join((f.operator and f.operator + " ") + "@" * f.joined + show(f.body) for f in x.factors) + ")"


def _derivative(x: t.Derivative) -> str:
    mark = f"D{x.order if x.order > 1 else ''}{'+' * x.direct}{'!' * x.front}"
    wrt = " ".join(show(w.body) + (f"**{w.order}" if w.order > 1 else "") for w in x.wrt)
    at = f" at {show(x.at)}" if x.at is not None else ""
    return f"{mark}<{show(x.of) if x.of is not None else ''}|{wrt}{at}>"


def _sum(x: t.BigSum) -> str:
    above = show(x.above) if x.above is not None else ""
    return f"{x.operator}[{_all(x.below, '; ')}..{above}]<{show(x.body)}>"


def _cases(x: t.Cases) -> str:
    rows = (show(r.value) + " if " + ("otherwise" if r.otherwise else _all(r.conditions, ", ")) for r in x.rows)
    return "cases{" + " | ".join(rows) + "}"


def _chain(x: t.Chain) -> str:
    pairs = zip(x.relations, x.members[1:], strict=True)
    return show(x.members[0]) + "".join(f" {r} {show(m)}" for r, m in pairs)


def _statement(x: t.Statement) -> str:
    return "".join(
        (
            f"[{x.separator}] " if x.separator else "",
            "PAREN " * x.parenthesised,
            "STRUCK " * x.struck,
            show(x.chain),
            " IF " + _all(x.conditions, " & ") if x.conditions else "",
            " WORDS " + _all(x.words) if x.words else "",
            f" TAG {x.tag}" if x.tag else "",
            f" LABELS {' '.join(x.labels)}" if x.labels else "",
        )
    )


WRITERS: dict[type, Callable[[Any], str]] = {
    t.Number: lambda x: x.text,
    t.Text: lambda x: f'"{x.content}"' + _all(x.math),
    t.Symbol: lambda x: f"<{x.name}>",
    t.Script: _script,
    t.Name: _name,
    t.Group: lambda x: "G" + x.open + _parted(x) + x.close,
    t.Scripted: lambda x: f"S[{show(x.base)}]" + "'" * x.primes + _all(x.scripts, ""),
    t.Terms: lambda x: "(+ " + " ".join(i.sign + show(i.body) for i in x.terms) + ")",
    t.Product: _product,
    t.Fraction: lambda x: f"({show(x.numerator)} // {show(x.denominator)})",
    t.Derivative: _derivative,
    t.Nabla: lambda x: f"nabla{show(x.by) if x.by is not None else ''}<{show(x.of)}>",
    t.BigSum: _sum,
    t.Call: lambda x: x.function + _all(x.scripts, "") + "'" * x.primes + "<" + _all(x.args, ", ") + ">",
    t.Root: lambda x: f"root{show(x.degree) if x.degree is not None else ''}<{show(x.body)}>",
    t.Indicator: lambda x: "[" + _all(x.conditions, ", ") + "]",
    t.Cases: _cases,
    t.Braced: lambda x: f"braced<{show(x.body)} :: {show(x.label) if x.label is not None else ''}>",
    t.Struck: lambda x: f"struck<{show(x.body)}>",
    t.Listing: lambda x: "«" + _all(x.items, ", ") + "»",
    t.Chain: _chain,
    t.Statement: _statement,
    t.Misfit: lambda x: f"NOTHING<{x.cause}>",
    t.Formula: lambda x: _all(x.statements, " ;; ") + (" ALONE " + _all(x.words) if x.words else ""),
}
