r"""One formula about a network that is there: an expression, or the name of an entry (`--wrt 'w_{j,i}'`)."""

from __future__ import annotations

from .errors import ReadError
from .expr import Expr, Var, walk
from .latex import parse as formulas
from .latex.source import Source
from .latex.tree import Formula, Node, Product
from .network import unknown_name
from .resolve.collect import collect
from .resolve.entry import entry_of, names_whole
from .resolve.formulas import Resolver
from .resolve.letters import understand
from .resolve.meaning import Meaning
from .resolve.spelled.known import known_functions, known_names, several_names, variables_of
from .resolve.spelled.typed_behind import with_names_of
from .resolve.stated import Stated
from .system import HIDDEN, System


def read_expression(latex: str, system: System) -> Expr:
    r"""Read one expression about a network.

    Raises `ReadError` for what cannot be read, also for an equation, `UnknownName` for a variable it does not have.

    >>> from symderiv.network import complete
    >>> from symderiv.read import read_draft
    >>> system = complete(read_draft("$$E = \\sum_{j=1}^{J} w_j x_j$$"))
    >>> read_expression("w_j x_j", system) == read_expression("w_j \\cdot x_{j}", system)
    True
    """
    formula, node, meaning = _single(latex, system)
    found = Resolver(formula, meaning.names, meaning, 0).expr(node)
    there = tuple(dict.fromkeys(variables_of(system)))
    for e in walk(found):
        if isinstance(e, Var) and e.variable not in there:
            raise unknown_name(e, there, "this names")
    return found


def read_variable(name: str, system: System) -> Var:
    r"""Read the name of a variable, with indices (`w_{j,i}`) or without (`w`, `net^{(3)}`): its entry.

    Without indices it is the entry as the network defines it, else with the usual letters.
    Raises `UnknownName` if the network has no such variable, `ReadError` if this is not a name.
    """
    formula, node, meaning = _single(name, system)
    there = tuple(dict.fromkeys(variables_of(system)))
    if isinstance(node, Product):
        names = ", ".join(f"`{v.name}`" for v in there if not v.key.startswith(HIDDEN))
        raise ReadError(f"`{name}` is no name of the network", formula.place(node.span), f"there are: {names}")
    entry = entry_of(formula, node, meaning)
    if entry.variable not in there:
        raise unknown_name(entry, there, "this names")
    if names_whole(node, meaning):
        for piece in system.of(entry.variable):
            if len(piece.letters) == len(piece.indices):
                return piece.lhs
    return entry


def _single(latex: str, system: System) -> tuple[Formula, Node, Meaning]:
    """One expression, parsed, and what its names mean within a network."""
    formula = with_names_of(formulas.parse(Source(latex), several_names(system)), system)
    chain = formula.statements[0].chain if formula.statements else None
    if chain is None or chain.relations or len(formula.statements) > 1:
        raise ReadError("one expression is expected here", formula.place((0, len(latex))), "for example `w_{j,i}`")
    facts = collect([Stated(formula, formula.statements[0])], expressions=True)
    meaning = understand(facts, known_functions(system), known_names(system))
    return formula, chain.members[0], meaning
