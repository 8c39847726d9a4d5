r"""A network as a page of Markdown that reads back as the same network.

Everything that a reader would infer is stated: every definition with its range, and in the front matter the objective,
the sizes, the data, the abstract functions and what is assumed.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from ..domain import TRUE, Constraint, ge
from ..domain.emptiness import implies
from ..expr import Var, Variable
from ..system import Function, Piece, Role, System, Values
from . import scripts
from .style import PLAIN, Style, style_of
from .write import conditions, write

IN_SCRIPTS = replace(PLAIN, in_scripts=True)
"""Indices in parentheses are read from the whole of a page: so none are written."""


def write_network(system: System) -> str:
    r"""The page: front matter between `+++` lines, then one display a definition.

    >>> from symderiv.affine import Sym, affine
    >>> from symderiv.domain.constraint import interval
    >>> from symderiv.expr import Apply, Variable
    >>> h, a, i = Variable("h_{#}"), Variable("a_{#}"), Sym("i")
    >>> piece = Piece(h, (affine(i),), (i,), interval(i, 1, "I"), Apply("f", (a("i"),)), Role.NODE)
    >>> print(write_network(System((piece,), frozenset([Sym("I")]), objective=Variable("E"), title="One layer")))
    +++
    title = 'One layer'
    objective = 'E'
    sizes = ['I']
    +++
    <BLANKLINE>
    # One layer
    <BLANKLINE>
    $$h_i = f(a_i)$$ ( $1 \le i \le I$ )
    <BLANKLINE>
    """
    style = replace(IN_SCRIPTS, kronecker=style_of(system).kronecker)
    paragraphs = [
        "\n".join(("+++", *front_matter(system), "+++")),
        *([f"# {system.title}"] if system.title else []),
        *(f"$${defined_function(f, style)}$$" for f in system.functions if f.body is not None),
        *(_definition(p, system, style) for p in system.pieces if p.body is not None),
        *(f"${value_set(v, system)}$" for v in system.values),
        *(f"${positive(v, system)}$" for v in system.positive),
    ]
    return "\n\n".join(paragraphs) + "\n"


def front_matter(system: System) -> Iterator[str]:
    """The lines of the front matter."""
    if system.title:
        yield f"title = {_toml(system.title)}"
    if system.objective is not None:
        yield f"objective = {_toml(scripts.variable_latex(system.objective))}"
    if system.wrt:
        yield f"wrt = {_list(write(e, IN_SCRIPTS) for e in system.wrt)}"
    if system.sizes:
        yield f"sizes = {_list(sorted(s.name for s in system.sizes))}"
    data = dict.fromkeys(entry(p) for p in system.pieces if p.body is None and p.role is Role.INPUT)
    if data:
        yield f"data = {_list(data)}"
    abstract = [f.name for f in system.functions if f.body is None]
    if abstract:
        yield f"functions = {_list(abstract)}"
    if relations := list(_relations(system)):
        yield f"relations = {_list(relations)}"
    if system.assumptions:
        sides = ((write(a.left, IN_SCRIPTS), write(a.right, IN_SCRIPTS)) for a in system.assumptions)
        yield f"assume = {_list(f'{left} = {right}' for left, right in sides)}"
    if system.outside_zero:
        yield "outside = 'zero'"


def value_set(v: Values, system: System) -> str:
    r"""The values of a given variable, as a page says them: `y_i \in \{-1, 1\}`."""
    name = next(entry(p) for p in system.of(v.variable))
    return rf"{name} \in \{{{', '.join(map(str, v.numbers))}\}}"


def positive(v: Variable, system: System) -> str:
    r"""That a given variable is positive, as a page says it: `\lambda > 0`."""
    return f"{next(entry(p) for p in system.of(v))} > 0"


def entry(piece: Piece) -> str:
    """The left side of a piece as a name with its letters."""
    return write(Var(piece.variable, piece.indices), IN_SCRIPTS)


def defined_function(f: Function, style: Style = PLAIN) -> str:
    """A function of the author as an equation: `g(x) = x + 1`."""
    assert f.body is not None
    return f"{f.name}({', '.join(write(v()) for v in f.parameters)}) = {write(f.body, style)}"


def ranges(piece: Piece, system: System) -> tuple[Constraint, ...]:
    """What a piece's range says beyond what is known anyway."""
    return tuple(c for c in piece.domain.constraints if not implies(TRUE, c, system.context))


def equation(piece: Piece, style: Style) -> str:
    """A piece with a body as an equation without its range."""
    assert piece.body is not None
    return f"{write(piece.lhs, style)} = {write(piece.body, style)}"


def _definition(piece: Piece, system: System, style: Style) -> str:
    style = replace(style, first=piece.letters, last=system.sizes)
    where = ranges(piece, system)
    beside = f" ( ${', '.join(conditions(where, style))}$ )" if where else ""
    return f"$${equation(piece, style)}$${beside}"


def _relations(system: System) -> Iterator[str]:
    """What is known of sizes beyond that they are at least 1."""
    positive = {ge(s, 1) for s in system.sizes}
    for c in system.context.constraints:
        if c not in positive:
            yield scripts.constraint(c)


def _list(texts: Iterable[str]) -> str:
    return f"[{', '.join(map(_toml, texts))}]"


def _toml(text: str) -> str:
    """A TOML string: literal where possible, so that backslashes stand as they are."""
    if "'" not in text and text.isprintable():
        return f"'{text}'"
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return '"' + "".join(c if c.isprintable() else f"\\u{ord(c):04x}" for c in escaped) + '"'
