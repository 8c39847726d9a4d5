r"""Norms whose value a page defines: `\|J_f(x)\|_F^2 = \sum_i \sum_j (\frac{\partial h_i}{\partial x_j})^2`.

Where what stands in such a norm stands nowhere else, nothing else says what it is: the norm is a name, power and all.
It stays a norm where the page writes it with another power or with another letter below it, or an index inside. One
with nothing but a power is named by that without this.

So is `\|w\|_2^2 = \sum_{j=1}^{D} w_j^2` beside `w = (w_j)` with a j that begins at 0: it leaves w_0 out and is no norm
of w, and that w begins at 1 it does not say. So are `\|w\|^2 = 2 \sum_j w_j^2` and `\sum_j c_j w_j^2` (`.norms_plain`).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from ....latex import tree as t
from ....latex.tree import Chain, Group, Name, Node, Product, Scripted, Statement
from ....latex.walking import rebuilt
from ....notation import EQUALITIES
from ...asked import where
from ...located import Located, read_of, with_statements
from ...shapes.declared import BOLD
from ...shapes.sizes import ranges_in
from ...spelled.shape import NORMS, label_of, shape_of, stem_of
from ...stated import matrix_told
from ..applied import before_parentheses
from .norms_plain import Told, beside_of, told_of

UNREAD = t.Script(False, (t.Name("?"),))
"""Below the bars of a norm that is not read."""
UNEQUAL = frozenset([r"\ne", r"\neq", ">", r"\ge", r"\geq", r"\setminus"])
"""What leaves an entry out of a sum."""


def _defines(s: Statement) -> bool:
    return _defined(s) is not None


def _tells_norm(s: Statement) -> bool:
    """Does an equation begin with a norm of a name?"""
    return _norm_told(s) is not None


@where(_tells_norm)
def with_norms_told(located: Sequence[Located], ranges: Sequence[Chain]) -> list[Located]:
    """The formulas of a page with a name for each norm that is none of all entries, and for the others of such a name.

    Those of which nothing is sure are norms that are not read.
    """
    statements = [s for f in read_of(located) for s in f.statements]
    told: dict[Name, dict[Node, Told]] = {}
    begun, formulas = False, set[Node]()
    for s in statements:
        if (norm := _norm_told(s)) is not None and norm not in formulas:
            found = told_of(norm, _inner_of(norm), s.chain.members[1])
            if found is Told.ELSE and isinstance(s.chain.members[1], t.BigSum):
                formulas.add(norm)  # a value by a formula in other names: what comes later is a claim
            if found is Told.PLAIN:
                found = _with_entries(s, _inner_of(norm), statements, ranges)
            found = Told.DOUBTFUL if found is Told.OWN and begun else found
            norms = told.setdefault(_inner_of(norm), {})
            norms[norm] = Told.DOUBTFUL if norms.get(norm, found) is not found else found
        begun = begun or any(True for _ in t.of_kind(s, t.Wrt))
    odd = {x: norms for x, norms in told.items() if not {Told.OWN, Told.DOUBTFUL}.isdisjoint(norms.values())}

    def change(x: Any) -> Node | None:
        return _renamed(x, odd)

    return with_statements(located, lambda s: rebuilt(s, change)) if odd else list(located)


def _norm_told(s: Statement) -> Node | None:
    r"""The norm of a name that an equation begins with; `|A|` may be a determinant, and `|x|` a number."""
    left = s.chain.members[0]
    if not s.chain.relations or s.chain.relations[0] not in EQUALITIES or s.struck or _name_normed(left) is None:
        return None
    return left if isinstance(left, Scripted) or (isinstance(left, Group) and left.open == r"\|") else None


def _name_normed(x: Any) -> Name | None:
    """The name of which something is a norm, with what stands beside its bars."""
    group = _bars(x)
    inner = group.items[0] if group is not None and len(group.items) == 1 else None
    return inner if isinstance(inner, Name) else None


def _inner_of(norm: Node) -> Name:
    inner = _name_normed(norm)
    assert inner is not None
    return inner


def _with_entries(s: Statement, inner: Name, statements: Sequence[Statement], ranges: Sequence[Chain]) -> Told:
    """What the definition of a plain norm tells: its sum may leave out entries that the page has elsewhere.

    Where nothing says that the array has these, and the page writes of the whole of it, either may be meant.
    """
    sums = list(t.of_kind(s.chain.members[1], t.BigSum))
    base, own = _base(inner), {size for x in sums for _, size in ranges_in(x)}
    wholes = [m for o in statements if (m := matrix_told(o.chain)) is not None]
    told = {_index(entry) for whole, entry in wholes if whole == base}
    others = [o for o in statements if o is not s and _norm_told(o) is None]
    met = {pair for o in others for x in t.of_kind(o, t.BigSum) for pair in _ranges_of_entries(x, base)}
    of_page = {pair for c in ranges for pair in ranges_in(c) if pair[0] in told | {x for x, _ in met}}
    if any(isinstance(b, Chain) and {*b.relations} & UNEQUAL for x in sums for b in x.below):
        return Told.OWN
    from_zero = [isinstance(size, t.Listing) for _, size in of_page | met]
    if not own or any(isinstance(size, t.Listing) for size in own):
        return Told.PLAIN
    if not any(from_zero) and not (None in own and {size for _, size in of_page | met} - own):
        return Told.PLAIN
    sure = told or any(isinstance(size, t.Listing) for _, size in of_page)
    bare = any(inner in _outside_norms(o) for o in statements)
    return Told.OWN if sure or not bare else Told.DOUBTFUL


def _ranges_of_entries(x: t.BigSum, base: str | None) -> Iterator[tuple[str, Node | None]]:
    """What the indices of an array run over in a sum, where its entries stand in it."""
    names = list(t.of_kind(x.body, Name))
    yield from (pair for pair in ranges_in(x) if any(_is_entry(n, base, pair[0]) for n in names))


def _outside_norms(x: Any) -> Iterator[Name]:
    """The names in a tree that stand in no norm."""
    if isinstance(x, Name):
        yield x
    elif isinstance(x, t.Tree) and not (isinstance(x, Group) and x.open == r"\|"):
        for part in t.parts(x):
            yield from _outside_norms(part)


def _is_entry(x: Name, base: str | None, letter: str) -> bool:
    """Is a name the entry of an array with an index in a letter? Arrays may be bold where entries are not."""
    shape = shape_of(x)
    plain = BOLD.sub(r"\1", base) if base is not None else None
    return shape is not None and BOLD.sub(r"\1", shape.base) == plain and letter in shape.letters


def _renamed(x: Any, odd: Mapping[Name, Mapping[Node, Told]]) -> Node | None:
    """A norm of such a name as the name of its value, a root or a power of that, or as one that is not read."""
    group, inner = _bars(x), _name_normed(x)
    if group is None or inner is None or inner not in odd:
        return None
    norms, beside = odd[inner], beside_of(x)
    if group.open == "|" and not any((g := _bars(norm)) is not None and g.open == "|" for norm in norms):
        return None
    # in parentheses no name that an equation could define
    held = Group("(", (inner,), ")", (), inner.span)
    unread = Scripted(Group(r"\|", (held,), r"\|", (), group.span), (UNREAD,), span=x.span)
    alike = [(b, told) for n, told in norms.items() if (b := beside_of(n)) is not None and beside and b[0] == beside[0]]
    label = label_of(inner)
    if beside is None or label is None or len(alike) != 1 or alike[0][1] not in (Told.OWN, Told.PLAIN):
        return unread
    (below, power), raised = alike[0][0], beside[1]
    value = Name(rf"\|{label}\|{below}{'' if power == 1 else power}", span=x.span)
    if raised == power:
        return value
    first: Node = value if power == 1 else t.Root(value, span=x.span)
    script = t.Script(True, (t.Number(str(raised)),))
    return first if raised == 1 else Scripted(Group("(", (first,), ")", (), x.span), (script,), span=x.span)


def _bars(x: Any) -> Group | None:
    """The bars of a norm, with what stands between them."""
    group = x.base if isinstance(x, Scripted) else x
    return group if isinstance(group, Group) and group.open in NORMS else None


def _base(x: Name) -> str | None:
    shape = shape_of(x)
    return shape.base if shape is not None and not shape.pieces else None


def _index(entry: Node) -> str | None:
    """The letter of the one index of an entry."""
    shape = shape_of(entry)
    return shape.letters[0] if shape is not None and len(shape.letters) == 1 else None


@where(_defines)
def with_norms_defined(located: Sequence[Located]) -> list[Located]:
    """The formulas of a page with a name for each of them."""
    statements = [s for f in read_of(located) for s in f.statements]
    defined = {x: inner for s in statements if (x := _defined(s)) is not None and (inner := _inner(x)) is not None}
    met = [stem_of(n) for s in statements for n in t.of_kind(s, Name)]
    letters = {x.base for s in statements for x in _numbering(s)}
    named: dict[Scripted, Name] = {}
    for x, inner in defined.items():
        uses = sum(y == x for s in statements for y in t.of_kind(s, Scripted))
        label = _label(x, inner)
        numbered = any(n.base in letters for script in inner.scripts for n in t.of_kind(script, Name))
        plain = inner == _alone(x) and not inner.scripts and all(s.above for s in x.scripts)
        if met.count(stem_of(inner)) == uses and not numbered and not plain and label is not None:
            named[x] = Name(label)

    def change(x: Any) -> Node | None:
        found = named.get(x) if isinstance(x, Scripted) else None
        return None if found is None else Name(found.base, span=x.span)

    return with_statements(located, lambda s: rebuilt(s, change)) if named else list(located)


def _defined(s: Statement) -> Scripted | None:
    """The norm with scripts that an equation begins with."""
    left = s.chain.members[0]
    told = s.chain.relations and s.chain.relations[0] in EQUALITIES and not s.struck
    return left if told and isinstance(left, Scripted) and _inner(left) is not None else None


def _alone(x: Scripted) -> Node | None:
    """What stands alone between the bars."""
    return x.base.items[0] if isinstance(x.base, Group) and len(x.base.items) == 1 else None


def _inner(x: Scripted) -> Name | None:
    """The name of which it is a norm, also where it stands before arguments."""
    group = x.base
    if not isinstance(group, Group) or group.open not in NORMS or len(group.items) != 1 or x.primes:
        return None
    inner = group.items[0]
    if isinstance(inner, Product) and len(inner.factors) == 2:
        inner = next((name for name, _ in before_parentheses(inner)), inner)
    return inner if isinstance(inner, Name) else None


def _label(x: Scripted, inner: Name) -> str | None:
    """How the norm is called; None where what stands beside the bars is no number and no letter."""
    beside = [label_of(e) for s in sorted(x.scripts, key=lambda s: s.above) for e in s.entries]
    name = label_of(inner)
    return None if None in beside or name is None else rf"\|{name}\|{','.join(map(str, beside))}"


def _numbering(s: Statement) -> Iterator[Name]:
    """The letters over which a statement adds up."""
    for x in t.of_kind(s, t.BigSum):
        heads = (b.members[0] if isinstance(b, t.Chain) else b for b in x.below)
        yield from (h for h in heads if isinstance(h, Name))
