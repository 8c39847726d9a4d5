"""From a file, or the name of a page of the catalogue, to a network."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from .catalogue import locate
from .document.text import read_text
from .errors import DerivationError
from .expr import Partial, Var
from .network import complete
from .read import read_draft, read_variable
from .system import System


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
    return complete(replace(draft, objective=read_variable(objective, system)))


def goals(system: System, wrt: str | None = None) -> tuple[Partial, ...]:
    """What is to be derived: by the entry that is asked for, else by those the page names, else by every parameter.

    Raises `DerivationError` if there is no objective or nothing to differentiate by.
    """
    if system.objective is None:
        raise DerivationError(
            "nothing to differentiate: the network has no objective", hint='name it: --objective E, or objective = "E"'
        )
    if wrt is not None:
        asked: tuple[Var, ...] = (read_variable(wrt, system),)
    else:
        asked = system.wrt or tuple(p.lhs for p in system.pieces if p.role == "parameter")
    if not asked:
        raise DerivationError("nothing to differentiate by: the network has no parameter", hint="name one with --wrt")
    return tuple(Partial(Var(system.objective), entry) for entry in asked)
