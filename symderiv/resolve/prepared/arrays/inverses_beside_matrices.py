r"""Inverses and determinants beside the matrix: `\frac{\partial}{\partial W_{ij}} \log |\det W| = (W^{-1})_{ji}`.

`W^{-1}` is a matrix with a name of its own then, of the shape of W, and `\det W`, or `|W|`, a number with one; what
they are of W, the network knows (`network.inverses`). Only where W is a matrix: a capital or a Greek letter that
carries two indices somewhere, or that is declared to be square. Of all others, `-1` stays what it is. So it is for each
matrix of a family that is declared, `\Sigma_k \in \mathbb{R}^{d \times d}`. `W^{-2}` is the product of two inverses.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from ....inverted import determinant_of, inverse_of
from ....latex import tree as t
from ....latex.source import Offsets
from ....latex.tree import Call, Chain, Formula, Group, Name, Node, Number, Script, Scripted, Statement, Term, Terms
from ....latex.walking import rebuilt
from ....pattern import lazily
from ...asked import some, where
from ...integers.unequal import letters_under
from ...located import Located, is_given, read_of, with_statements
from ...shapes.bilinear import told_by_forms
from ...shapes.declared import BOLD, Declared, declarations
from ...shapes.untold import CAPITAL
from ...shapes.words import said_in_words
from ...spelled.shape import is_mark, letter_of, named, shape_of

SPECIAL = lazily(
    r"orthogonal|orthonormal|unitary|rotation|triangular|permutation|diagonal|involut|unimodular|直交|三角行列|対角|正交",
    re.I,
)
"""Words by which an inverse is more than an inverse, or the matrix not any."""
AXES = 2
NONE: frozenset[str] = frozenset()
GROUPS = ("(", "[")
POWERS = frozenset(["2", "3"])
"""The powers of an inverse that are written out as products."""
DETERMINING = frozenset(["det", "log", "ln"])


@some(Script)
def _turns(x: Script) -> bool:
    return x.above and len(x.entries) == 1 and _behind_minus(x.entries[0]) is not None


def _has_any(s: Statement) -> bool:
    if not _turns(s) and not any(x.function in DETERMINING for x in t.of_kind(s, Call)):
        return False
    perhaps = frozenset(_letter(x) for x in t.of_kind(s, Name) if _is_member(x))
    found = (True for few in (NONE, perhaps) for _ in _of_inverses(s, few))
    return any(found) or any(_in_logarithm(c, few) is not None for few in (NONE, perhaps) for c in t.of_kind(s, Call))


@where(_has_any)
def with_inverses_beside_matrices(located: Sequence[Located]) -> list[Located]:
    """The formulas, such inverses and determinants as names, and the shapes of the inverses."""
    statements = [s for f in read_of(located) for s in f.statements]
    chains = [c for s in statements for c in (s.chain, *s.conditions)]
    shapes = [*declarations(chains), *said_in_words(located)]
    by_forms = [x for x in told_by_forms(chains, shapes) if _is_one_family(x, statements)]
    shapes += by_forms
    families = _families(shapes)
    known = frozenset(families)
    wanted = {_letter(x) for s in statements for x in _of_inverses(s, known)}
    barred = {_letter(x) for s in statements for c in t.of_kind(s, Call) if (x := _in_logarithm(c, known)) is not None}
    declared = [(base, d) for base, d in shapes if not d.pieces]
    square = {base for base, d in declared if d.kind == "m" and len(set(d.sizes)) == 1}
    other = {base for base, d in declared if base not in square}
    entries = {_plain(_letter(x)) for s in statements for x in t.of_kind(s, Name) if _is_entry(x)}
    meant = {
        x for x in wanted if x in square or (x not in other and _plain(x) in entries and CAPITAL.fullmatch(_plain(x)))
    }
    meant |= barred & square
    meant = (meant - known) | ((wanted | barred) & known)
    if not meant or any(is_given(d) for d, _ in located) or _is_special(located, known):
        return list(located)

    found = with_statements(located, lambda s: rebuilt(s, lambda x: _named(x, meant, known)))
    sizes = {base: d for base, d in declared if base in meant & square} | {x: families[x] for x in meant & known}
    of_entries = [x for s in statements for x in t.of_kind(s, Name) if _is_entry(x)]
    like = {base: next((x for x in of_entries if _plain(_letter(x)) == _plain(base)), None) for base in meant - known}
    return _with_statements(
        found,
        lambda s: (
            *(_declaration(inverse_of(base), own, s) for base, own in sizes.items()),
            *(_declaration(base, own, s) for base, own in by_forms if base in sizes),  # no form is left with them
            *(_whole(_called(x, inverse_of(base), x.scripts, x.span), s) for base, x in like.items() if x is not None),
        ),
    )


def _is_one_family(said: tuple[str, Declared], statements: Sequence[Statement]) -> bool:
    """Do all matrices of a letter have such a shape if one has: is there none beside it that a label tells apart?

    The `K_a` and `K_b` over whose letters no sum runs are two matrices, and each may be anything.
    """
    own = [x for s in statements for x in t.of_kind(s, Name) if _is_member(x) and _letter(x) == said[0]]
    below = {y for x in own for s in x.scripts if not s.above for e in s.entries if (y := letter_of(e)) is not None}
    return len(below) < AXES or any(below & letters_under(x) for s in statements for x in t.of_kind(s, t.BigSum))


def _families(shapes: Sequence[tuple[str, Declared]]) -> dict[str, Declared]:
    """The letters of square matrices that one index tells apart, wherever they are declared."""
    pieces: dict[str, set[int]] = {}
    for base, d in shapes:
        pieces.setdefault(base, set()).add(len(d.pieces))
    found = {base: d for base, d in shapes if pieces[base] == {1} and d.kind == "m" and len(set(d.sizes)) == 1}
    kept = (base for base in found if all(d.sizes == found[base].sizes for x, d in shapes if x == base))
    return {base: found[base] for base in kept if letter_of(found[base].pieces[0]) is not None}


def _is_special(located: Sequence[Located], several: frozenset[str]) -> bool:
    r"""Do words, or an equation in a sentence (`with $W^{-1} = W^T$`), say more of a matrix?"""
    if any(SPECIAL.search(f"{d.before} {d.after}") for d, _ in located):
        return True
    inline = [s for d, f in located if d.inline and isinstance(f, Formula) for s in f.statements]
    equated = (m for s in inline if set(s.chain.relations) == {"="} for m in s.chain.members)
    return any(_matrix(m, several) is not None for m in equated)


def _with_statements(located: list[Located], more: Callable[[Statement], tuple[Statement, ...]]) -> list[Located]:
    """The formulas with more statements behind the first of them: what an inverse is like."""
    n = next((n for n, (_, f) in enumerate(located) if isinstance(f, Formula) and f.statements), None)
    if n is None:
        return located
    display, f = located[n]
    assert isinstance(f, Formula)
    return [*located[:n], (display, replace(f, statements=(*f.statements, *more(f.statements[0])))), *located[n + 1 :]]


def _whole(x: Name, like: Statement) -> Statement:
    """What says that an inverse has entries with two indices, `V = (V_{ij})`."""
    whole, entry = replace(x, scripts=()), Group("(", (x,), ")", (), like.span)
    return Statement(Chain((whole, entry), ("=",), (), like.span), span=like.span)


def _declaration(base: str, d: Declared, like: Statement) -> Statement:
    factors = tuple(t.Factor(r"\times" if n else "", size) for n, size in enumerate(d.sizes))
    which = (Script(False, d.pieces, "", False, True, like.span),) if d.pieces else ()
    above = Script(True, (t.Product(factors, like.span),), "", False, True, like.span)
    space = Name("R", (), "mathbb", 0, (above,), like.span)
    return Statement(
        Chain((Name(base, scripts=which, span=like.span), space), (r"\in",), (), like.span), span=like.span
    )


def _of_inverses(s: Statement, several: frozenset[str]) -> Iterator[Name]:
    """The matrices of which a statement has the inverse or the determinant; `several` are the letters of families."""
    for kind in (Name, Scripted, Call):
        for x in t.of_kind(s, kind):
            if (found := _matrix(x, several)) is not None:
                yield found


def _letter(x: Name) -> str:
    """The letter of a name with its font and accents."""
    return named(x).base


def _plain(letter: str) -> str:
    return BOLD.sub(r"\1", letter)


def _called(x: Name, base: str, scripts: tuple[Script, ...], span: Offsets) -> Name:
    """A name in the place of another one."""
    return replace(x, base=base, accents=(), font="", scripts=scripts, span=span)


def _is_entry(x: Name) -> bool:
    shape = shape_of(x)
    return shape is not None and shape.below == AXES and not shape.uppers and not x.primes


def _is_member(x: Name) -> bool:
    """Does one index below tell which of a family it is?"""
    below = [s for s in x.scripts if not s.above]
    return len(below) == 1 and len(below[0].entries) == 1


def _is_whole(x: Name, several: frozenset[str]) -> bool:
    """Is it a matrix, one of a family if its letter is that of one, with nothing above it?"""
    scripted = _is_member(x) if _letter(x) in several else not x.scripts
    return scripted and not x.primes and not any(s.above for s in x.scripts)


def _matrix(x: object, several: frozenset[str]) -> Name | None:
    """The matrix of an inverse or a determinant."""
    if isinstance(x, Name):
        return replace(x, scripts=()) if _exponent(x, several) is not None else None
    if isinstance(x, Scripted):
        inner = _alone(x.base)
        turned = inner is not None and _is_to_invert(inner, several) and _is_minus_one(x.scripts)
        return replace(inner, scripts=()) if turned and inner is not None else None
    return _determined(x, several)


def _is_to_invert(x: Name, several: frozenset[str]) -> bool:
    r"""Is it the name in `(W^T)^{-1}`, or in `(\Sigma_k)^{-1}`?"""
    return _is_whole(x, several) if _letter(x) in several else _marks(x.scripts)


def _in_logarithm(x: Call, several: frozenset[str]) -> Name | None:
    r"""The matrix of `\log |W|`; bars alone may count what a set has."""
    inner = x.args[0] if x.function in ("log", "ln") and len(x.args) == 1 else None
    return _determined(inner, several) if isinstance(inner, Group) else None


def _determined(x: object, several: frozenset[str]) -> Name | None:
    r"""The matrix of `\det W`, `\det(W)` and `|W|`."""
    inner: object = None
    if isinstance(x, Call) and x.function == "det" and len(x.args) == 1 and not x.scripts:
        inner = _alone(x.args[0]) or x.args[0]
    elif isinstance(x, Group) and x.open == "|" and len(x.items) == 1:
        inner = x.items[0]
    return inner if isinstance(inner, Name) and _is_whole(inner, several) else None


def _named(x: object, meant: set[str], several: frozenset[str]) -> Node | None:
    """An inverse or a determinant by its name; None of anything else."""
    if isinstance(x, Scripted) and (inner := _alone(x.base)) is not None and _letter(inner) in meant:
        if _is_to_invert(inner, several) and _is_minus_one(x.scripts):
            return _called(inner, inverse_of(_letter(inner)), inner.scripts, x.span)
        inverse = _inverse(inner, several) if _letter(inner) not in several else None
        return _at(inverse, x) if inverse is not None and not x.primes else None
    if isinstance(x, Name):
        found = _inverse(x, several) if _letter(x) in meant else None
        return found if found is None else _multiplied(found, x)
    if isinstance(x, Call) and not x.closed and (parted := _parted(x)) is not None:
        first, others = parted
        front = _named(first, meant, several)
        return (
            None
            if front is None
            else replace(
                others,
                factors=(
                    t.Factor("", front),
                    *(rebuilt(f, lambda y: _named(y, meant, several)) for f in others.factors[1:]),
                ),
            )
        )
    whole = _determined(x, several)
    if whole is None or _letter(whole) not in meant:
        return None
    return _called(whole, determinant_of(_plain(_letter(whole))), whole.scripts, getattr(x, "span", whole.span))


def _multiplied(inverse: Name, x: Name) -> Node:
    """The inverse that a name means, or the product of as many."""
    count = _count(x)
    if count == 1:
        return inverse
    return Group("(", (t.Product((t.Factor("", inverse),) * count, x.span),), ")", (), x.span)


def _count(x: Name) -> int:
    """To what power an inverse stands: 2 for `W^{-2}`."""
    behind = next((_behind_minus(s.entries[0]) for s in x.scripts if s.above), None)
    return int(behind.text) if isinstance(behind, Number) else 1


def _at(inverse: Name, x: Scripted) -> Node:
    """An inverse with the scripts that stand behind its parenthesis; the indices of a transpose change places."""
    inner = _alone(x.base)
    if inner is not None and _count(inner) > 1:
        return replace(x, base=_multiplied(inverse, inner))
    below = [s for s in x.scripts if not s.above]
    if inverse.scripts and len(below) == len(x.scripts) == 1 and len(below[0].entries) == AXES:
        return replace(inverse, scripts=(replace(below[0], entries=below[0].entries[::-1]),), span=x.span)
    return replace(inverse, scripts=(*inverse.scripts, *x.scripts), span=x.span)


def _parted(x: Call) -> tuple[Call, t.Product] | None:
    r"""The `\det W` at the front of `\det W (W^{-1})_{ji}`, and the whole product."""
    body = x.args[0] if len(x.args) == 1 else None
    if x.function != "det" or not isinstance(body, t.Product):
        return None
    return replace(x, args=(body.factors[0].body,)), body


def _inverse(x: Name, several: frozenset[str]) -> Name | None:
    r"""The name of `W^{-1}`, and of `W^{-T}`, a transpose."""
    sign = _exponent(x, several)
    if sign is None:
        return None
    scripts = tuple(replace(s, entries=(sign,)) if s.above else s for s in x.scripts)
    kept = scripts if is_mark(sign) else tuple(s for s in x.scripts if not s.above)
    return _called(x, inverse_of(_letter(x)), kept, x.span)


def _exponent(x: Name, several: frozenset[str]) -> Node | None:
    """What stands behind the minus above a name, 1 or the mark of a transpose."""
    above = [s for s in x.scripts if s.above]
    below = [letter_of(e) for s in x.scripts if not s.above for e in s.entries]
    if len(above) != 1 or above[0].bracket or len(above[0].entries) != 1 or x.primes:
        return None
    if _letter(x) in several:
        return _behind_minus(above[0].entries[0]) if _is_member(x) else None
    if below and (len(below) != AXES or (below[0] == below[1] and None not in below) or _count(x) > 1):
        return None  # on a diagonal both are one, as far as anybody writes it, and `W_{ij}^{-2}` is a power of an entry
    return _behind_minus(above[0].entries[0])


def _behind_minus(x: Node) -> Node | None:
    if not isinstance(x, Terms) or len(x.terms) != 1 or x.terms[0].sign != "-":
        return None
    body = x.terms[0].body
    power = isinstance(body, Number) and body.text in ("1", *POWERS)
    return body if power or is_mark(body) else None


def _is_minus_one(scripts: Sequence[Script]) -> bool:
    return len(scripts) == 1 and scripts[0].above and scripts[0].entries == (Terms((Term("-", Number("1")),)),)


def _marks(scripts: Sequence[Script]) -> bool:
    return len(scripts) == 1 and scripts[0].above and len(scripts[0].entries) == 1 and is_mark(scripts[0].entries[0])


def _alone(x: object) -> Name | None:
    """The name alone in parentheses or brackets."""
    inner = x.items[0] if isinstance(x, Group) and x.open in GROUPS and len(x.items) == 1 else None
    return inner if isinstance(inner, Name) else None
