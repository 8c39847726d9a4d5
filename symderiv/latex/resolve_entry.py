r"""Names on their own: what `--wrt 'w_{j,i}'`, `objective = "E_n"` or `data = ["x"]` means."""

from __future__ import annotations

from collections.abc import Iterable

from ..affine import Affine, affine
from ..errors import ReadError
from ..expr import Var, Variable
from . import tree as t
from .names import Names as LetterNames
from .resolve import Resolver
from .resolve_letters import Meaning
from .resolve_names import key_of
from .resolve_shape import Shape, letter_of, shape_of
from .tree import Formula, Node

LETTERS = "ijklmnpqrst"


def entry_of(formula: Formula, node: Node, meaning: Meaning) -> Var:
    """The entry that a formula names; a name without its indices stands for the entry with the usual letters."""
    resolver = Resolver(formula, meaning.names, meaning)
    shape = shape_of(node)
    if shape is not None and (variable := whole(shape, meaning)) is not None:
        return Var(variable, tuple(usual_letters(variable.arity, meaning)))
    return resolver.entry(node)


def whole(shape: Shape, meaning: Meaning) -> Variable | None:
    r"""The variable with indices whose name is written without them: `w`, `net^{(3)}`; None if there is none."""
    found: list[Variable] = []
    labels = [p.text if isinstance(p, t.Number) else letter_of(p) or "" for p in shape.pieces]
    for family, patterns in meaning.names.families.items():
        if family[0] != shape.base:
            continue
        for pattern in patterns:
            final = meaning.names.final(family, pattern)
            if None in final and [p for p in final if p is not None] == labels:
                found.append(meaning.names.known.get(key_of(family, final), Variable(key_of(family, final))))
    unique = list(dict.fromkeys(found))
    bare = any(f[0] == shape.base and tuple(labels) in ps for f, ps in meaning.names.families.items())
    return unique[0] if len(unique) == 1 and not bare else None


def usual_letters(count: int, meaning: Meaning) -> Iterable[Affine]:
    """The usual index letters, those of the document first."""
    known = [x for x in LETTERS if x in meaning.names.index]
    letters = [*known, *(x for x in LETTERS if x not in known and x not in meaning.names.sizes)]
    return (affine(x) for x in letters[:count])


def names_in(found: Iterable[Formula]) -> LetterNames:
    """The names of several letters in some formulas."""
    several = {
        x.base for f in found for x in t.walk(f) if isinstance(x, t.Name) and len(x.base) > 1 and x.base[0] != "\\"
    }
    return LetterNames(frozenset(several))


__all__ = ["ReadError", "entry_of", "names_in", "usual_letters", "whole"]
