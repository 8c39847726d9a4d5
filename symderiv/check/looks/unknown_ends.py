r"""Ends of sums that nothing else on a page names: the H_F of `\sum_{i=1}^{H_F}` beside definitions with other sizes.

Such a size, or the d of `$1 \le j \le d_{k-1}$` beside a line about layers that have no size with the layer, may
be any of those that the page has, or one that is made of them. A line that is right with one of these is open: what
the size is, the page does not say. One that is wrong with each of them is wrong.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import islice, product

from ...affine import Affine, Atom, IntFn, Sym, affine
from ...domain import Domain
from ...expr import Expr, Sum, Var, of_kind, own_forms, substitute, walk
from ...expr import replace as with_parts
from ...step import Judgement, Verdict
from ...system import System
from ..cases.assuming import Judge
from ..link import Link

UNKNOWN = "what `{}` is, the page does not say, and with `{}` it is right"
MOST = 32
"""So many meanings are tried."""


def unless_end_unknown(link: Link, verdict: Verdict, judge: Judge) -> Verdict:
    """The verdict; open for a wrong line that is right where such a size is another one of the page."""
    if verdict.judgement is not Judgement.WRONG:
        return verdict
    known = _known(link.system)
    ends = [e for side in (link.left, link.right) for x in of_kind(side, Sum) for e in x.uppers]
    indices = {
        s for side in (link.left, link.right) for x in of_kind(side, Var) for i in x.indices for s in i.letters()
    }
    named = {a.name for a in known if isinstance(a, IntFn)}
    unsaid = {a for e in ends for a in e.atoms()} - known - indices
    unsaid |= {a for c in link.domain.constraints for a in c.form.atoms() if isinstance(a, IntFn)} - known
    unknown = sorted((a for a in unsaid if not isinstance(a, IntFn) or a.name not in named), key=_name)
    if not unknown or not known:
        return verdict
    meanings = tuple(dict.fromkeys(_ends(link.system)))
    made = (dict.fromkeys((*meanings, *_by_end(a, ends, meanings))) for a in unknown)
    for values in islice(product(*made), MOST):
        meant = dict(zip(unknown, values, strict=True))
        if judge(_with(link, meant)).judgement is Judgement.RIGHT:
            shown = ", ".join(f"{_name(size)} = {value}" for size, value in meant.items())
            names = ", ".join(map(_name, unknown))
            return Verdict(Judgement.UNPROVED, detail=UNKNOWN.format(names, shown))
    return _unless_one_end_means_several(link, verdict, frozenset(unknown), judge)


def _unless_one_end_means_several(link: Link, verdict: Verdict, unknown: frozenset[Atom], judge: Judge) -> Verdict:
    """The verdict; open where it is right with each such end of a sum in the place of one of the page's: both `n - m +
    1` of an image as wide as high, with outputs `I` and `J`."""
    sums = [x for side in (link.left, link.right) for x in of_kind(side, Sum)]
    ends = dict.fromkeys(k for x in sums for k in _keys(x) if not unknown.isdisjoint(k[1].atoms()))
    meanings = tuple(dict.fromkeys((*_range_ends(link.system), *_ends(link.system))))
    if len(ends) <= 1 or not meanings:
        return verdict
    for values in islice(product(meanings, repeat=len(ends)), MOST):
        meant = dict(zip(ends, values, strict=True))
        if judge(_with_ends(link, meant)).judgement is Judgement.RIGHT:
            shown = ", ".join(dict.fromkeys(f"{end} = {value}" for (_, end), value in meant.items()))
            names = ", ".join(sorted(map(_name, unknown)))
            return Verdict(Judgement.UNPROVED, detail=UNKNOWN.format(names, shown))
    return verdict


def _by_end(unknown: Atom, ends: Sequence[Affine], meanings: Sequence[Affine]) -> Iterator[Affine]:
    """What a size is where sums that end at more than it, `N - M`, end where those of the page do: `N = I + M`."""
    for rest in (e - affine(unknown) for e in ends if e.coefficient(unknown) == 1):
        if rest.terms and not rest.coefficient(unknown):
            yield from (m - rest for m in meanings)


def _name(x: Atom) -> str:
    return str(affine(x))


def _known(system: System) -> frozenset[Atom]:
    """The sizes of which something else is said: by definitions, by ranges, or by what relates them."""
    bodies = (p.body for p in system.pieces if p.body is not None)
    forms = [f for b in bodies for e in walk(b) for f in own_forms(e)]
    forms += [c.form for p in system.pieces for c in p.domain.constraints]
    forms += [c.form for c in system.context.constraints if len(c.letters()) > 1]
    return frozenset(a for f in forms for a in f.atoms())


def _ends(system: System) -> Iterator[Affine]:
    """Where sums and ranges of definitions end."""
    bodies = [p.body for p in system.pieces if p.body is not None]
    yield from (e for b in bodies for x in of_kind(b, Sum) for e in x.uppers if e.letters() <= system.sizes)
    yield from _range_ends(system)


def _range_ends(system: System) -> Iterator[Affine]:
    """Where ranges of definitions end."""
    for p in system.pieces:
        for c in p.domain.constraints:
            for s in c.letters() - system.sizes:
                rest = c.form + s
                if c.rel == ">=" and s not in rest.letters() and rest.letters() and rest.letters() <= system.sizes:
                    yield rest


def _with(link: Link, meant: Mapping[Atom, Affine]) -> Link:
    def change(e: Expr) -> Expr | None:
        if not isinstance(e, Sum):
            return None
        body = with_parts(e.body, change)
        return replace(e, uppers=tuple(_meant(x, meant) for x in e.uppers), body=body)

    sizes = {a: value for a, value in meant.items() if isinstance(a, Sym)}
    left, right = (substitute(with_parts(side, change), sizes) for side in (link.left, link.right))
    beside = link.domain.substitute(sizes).constraints
    domain = Domain(tuple(replace(c, form=_meant(c.form, meant)) for c in beside))
    return replace(link, left=left, right=right, domain=domain)


def _meant(end: Affine, meant: Mapping[Atom, Affine]) -> Affine:
    for a, value in meant.items():
        n = end.coefficient(a)
        end = end - n * affine(a) + n * value if n else end
    return end


def _keys(x: Sum) -> Iterator[tuple[Sym, Affine]]:
    """Each letter that a sum runs over, with its end."""
    return ((x.letter, end) for end in x.uppers)


def _with_ends(link: Link, meant: Mapping[tuple[Sym, Affine], Affine]) -> Link:
    def change(e: Expr) -> Expr | None:
        if not isinstance(e, Sum):
            return None
        return replace(e, uppers=tuple(meant.get(k, k[1]) for k in _keys(e)), body=with_parts(e.body, change))

    return replace(link, left=with_parts(link.left, change), right=with_parts(link.right, change))
