"""From a file, or the name of a page of the catalogue, to a network."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from .affine import affine
from .calculus.letters import Letters, upper_end
from .catalogue import locate
from .document.text import read_text
from .errors import DerivationError
from .expr import Partial, Var, free, substitute
from .latex import scripts
from .network import complete
from .network.graph import parameters, upstream
from .read import read_draft
from .read_part import read_variable
from .system import Role, System


def load(file_or_name: str, objective: str | None = None) -> System:
    """The network of a page; `objective` overrides what the page says.

    Raises `UnknownName` if there is no such page, and a `SymderivError` of the page's own.
    """
    path = locate(file_or_name)
    return load_text(read_text(path), file=str(path), folder=path.parent, objective=objective)


def load_text(text: str, *, file: str = "", folder: Path | None = None, objective: str | None = None) -> System:
    r"""The network that a text defines.

    >>> system = load_text("$$E = \\sum_{i=1}^{N} w_i x_i$$")
    >>> [p.variable.name for p in system.pieces], system.objective.name
    (['E', 'w', 'x'], 'E')
    """
    draft = read_draft(text, file=file, folder=folder)
    system = complete(draft)
    if objective is None:
        return system
    asked = read_variable(objective, system)
    return of_entry(system, asked) if asked.indices else complete(replace(draft, objective=asked))


def of_entry(system: System, entry: Var) -> System:
    """The network with an entry of a variable in the place of the objective."""
    return replace(system, objective=entry.variable, generic=False, outputs=())


def goals(system: System, wrt: str | None = None, objective: str | None = None) -> tuple[Partial, ...]:
    """What is to be derived: by the entry that is asked for, else by those the page names, else by every parameter.

    `objective` is the name under which it is asked for, where that says an entry.

    Raises `DerivationError` if there is no objective or nothing to differentiate by.
    """
    if system.objective is None:
        raise DerivationError(
            "nothing to differentiate: the network has no objective", hint='name it: --objective E, or objective = "E"'
        )
    if wrt is not None:
        asked: tuple[Var, ...] = (read_variable(wrt, system),)
    else:
        asked = system.wrt or tuple(p.lhs for p in parameters(system))
    if not asked:
        name = scripts.variable_latex(system.objective)
        inputs = [
            p.lhs for p in system.pieces if p.role is Role.INPUT and p.variable in upstream(system, system.objective)
        ]
        hint = f"name what it does depend on: --wrt '{scripts.var(inputs[0])}'" if inputs else "it depends on nothing"
        raise DerivationError(f"nothing to differentiate by: `{name}` depends on no parameter", hint=hint)
    of = objective_of(system) if objective is None else read_variable(objective, system)
    return tuple(Partial(of, entry if wrt is not None else apart(entry, of, system)) for entry in asked)


def objective_of(system: System) -> Var:
    """What is differentiated: the scalar, or an entry as the network defines it where the objective has indices."""
    assert system.objective is not None
    return next((p.lhs for p in system.of(system.objective) if p.role is Role.NODE), Var(system.objective))


def apart(entry: Var, other: Var, system: System) -> Var:
    r"""An entry by other letters than those of another entry: `w_{k,i}` beside `net_j` rather than `w_{j,i}`."""
    taken = free(other) - system.sizes
    letters = Letters(system)
    for letter in sorted(free(entry) & taken, key=lambda s: s.name):
        ends = (upper_end(p.at(entry.indices)[0], letter) for p in system.of(entry.variable))
        new = letters.pick(letter, next((e for e in ends if e is not None), None), taken | free(entry))
        moved = substitute(entry, {letter: affine(new)})
        assert isinstance(moved, Var)
        entry = moved
    return entry
