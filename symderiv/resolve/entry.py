r"""Names on their own: what `--wrt 'w_{j,i}'`, `objective = "E_n"` or `data = ["x"]` means."""

from __future__ import annotations

from collections.abc import Iterable

from ..affine import Affine, affine
from ..errors import AmbiguousError
from ..expr import Var, Variable
from ..latex import tree as t
from ..latex.names import Names as LetterNames
from ..latex.tree import Formula, Node
from .formulas import Resolver
from .meaning import Meaning
from .spelled.keys import key_of, split_key
from .spelled.shape import Shape, letter_of, shape_of

LETTERS = "ijklmnpqrst"


def entry_of(formula: Formula, node: Node, meaning: Meaning) -> Var:
    """The entry that a formula names; a name without its indices stands for the entry with the usual letters."""
    resolver = Resolver(formula, meaning.names, meaning)
    shape = shape_of(node)
    if shape is not None and (variable := whole(shape, meaning)) is not None:
        return Var(variable, tuple(usual_letters(variable.arity, meaning)))
    if shape is not None and not shape.pieces:
        known = ((k, v) for k, v in meaning.names.known.items() if split_key(k)[0] == shape.base and "#" in k)
        several = sorted((v for _, v in known), key=lambda v: v.name)
        typed = [v for v in several if v.arity == _typed_behind(formula)]
        if len(several) > 1 and len(typed) == 1:
            return Var(typed[0], tuple(usual_letters(typed[0].arity, meaning)))
        if len(several) > 1 and shape.base not in meaning.names.defined:
            shown = " or ".join(f"`{v.name}`" for v in several)
            raise AmbiguousError(f"`{resolver.source(node)}` may be {shown}", formula.place(node.span), "write which")
    return resolver.entry(node)


def _typed_behind(formula: Formula) -> int:
    """How many things stand in the parenthesis behind the only name of a formula, `L(w, j)`."""
    left = formula.statements[0].chain.members[0] if formula.statements else None
    alone = left.factors[1].body if isinstance(left, t.Product) and len(left.factors) == len(("L", "(w, j)")) else None
    return len(alone.items) if isinstance(alone, t.Group) else 0


def whole(shape: Shape, meaning: Meaning) -> Variable | None:
    r"""The variable with indices whose name is written without them: `w`, `net^{(3)}`; None if there is none."""
    labels = [p.text if isinstance(p, t.Number) else letter_of(p) or "" for p in shape.pieces]
    names = meaning.names
    found: dict[Variable, None] = {}
    for key in names.defined or {key_of(f, names.final(f, p)) for f, ps in names.families.items() for p in ps}:
        base, above, below, tail = split_key(key)
        entries = (*above, *below, *tail)
        if base != shape.base or [p for p in entries if p is not None] != labels:
            continue
        if None not in entries:
            # the name without indices is a variable of its own
            return None
        found[names.known.get(key, Variable(key))] = None
    return next(iter(found)) if len(found) == 1 else None


def names_whole(node: Node, meaning: Meaning) -> bool:
    """Is it the name of a variable with indices, written without them?"""
    shape = shape_of(node)
    return shape is not None and whole(shape, meaning) is not None


def usual_letters(count: int, meaning: Meaning) -> Iterable[Affine]:
    """The usual index letters, those of the document first."""
    known = [x for x in LETTERS if x in meaning.names.index]
    letters = [*known, *(x for x in LETTERS if x not in known and x not in meaning.names.sizes)]
    return (affine(x) for x in letters[:count])


def names_in(found: Iterable[Formula]) -> LetterNames:
    """The names of several letters in some formulas."""
    several = {x.base for f in found for x in t.of_kind(f, t.Name) if len(x.base) > 1 and x.base[0] != "\\"}
    return LetterNames(frozenset(several))
