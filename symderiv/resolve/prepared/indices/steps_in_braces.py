r"""Entries of what carries an index of its own: `{h_t}_m` and `(h_t)_m` are `h_{t,m}` where t runs over something,
also with a sum for the index, `(h_l)_{i,d_l+1}`, `(y_j)_{2v+m,w}`.

What stands below within the braces may be a label, the c of `(U_c)_{ij}`: it is an index where a sum binds it or the
page gives it a range. Then all of the names of that letter must carry such an index there, a shift of it, a number or
the end of its range. Behind a function, `\log (p_t)_k`, it is the same entry. So is `h_{t_m}` on such a page, unless a
`t_m` stands elsewhere, too: a `c_{m_i}` may be looked up instead. Where it is a label, `b_{y_i}` is an entry of `b_y`
beside `{b_y}_l` if the page has no b but with labels, and neither a y nor a `y_i` by which an entry of an array b could
be looked up.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence, Set
from dataclasses import replace
from itertools import pairwise

from ....latex import tree as t
from ....latex.tree import BigSum, Call, Chain, Group, Name, Node, Number, Script, Scripted, Statement
from ....latex.walking import rebuilt
from ....notation import BOLD_FONTS, words_of
from ...asked import any_of
from ...located import Located, read_of, with_statements
from ...spelled.shape import Stem, letter_of, letters_in, shifted, stem_of
from ..arrays.arrays_of_layers import layered_below
from ..arrays.entries_of_products import SIGNS, with_entries_of_products

OF_EACH = frozenset(
    words_of("exp log sin cos tan sinh cosh tanh arcsin arccos arctan sigmoid relu softplus erf abs sign")
)
"""Functions whose values for an array are those for its entries."""


def _has_entry(s: Statement) -> bool:
    return any(_entry(_before_function(x) or x) is not None for x in t.of_kind(s, Scripted))


def _before_function(x: Scripted) -> Scripted | None:
    r"""The `(p_t)_k` of `\log (p_t)_k`, whose parenthesis looks like that of the function."""
    call = x.base
    if not isinstance(call, Call) or call.function not in OF_EACH or call.scripts or call.primes or not call.closed:
        return None
    if len(call.args) != 1 or not isinstance(call.args[0], Name) or x.primes or any(s.above for s in x.scripts):
        return None
    return replace(x, base=Group("(", call.args, ")", span=call.args[0].span))


def _of_entries(x: object) -> Node | None:
    r"""`\log (p_t)_k` as the logarithm of the entry, which it is either way."""
    inner = _before_function(x) if isinstance(x, Scripted) else None
    if inner is None or _entry(inner) is None or not isinstance(x, Scripted) or not isinstance(x.base, Call):
        return None
    return replace(x.base, args=(inner,))


def with_steps_joined(located: Sequence[Located], ranges: Mapping[str, object]) -> list[Located]:
    r"""The formulas of a document with such entries as names; `ranges` are those of the front matter, as typed.

    >>> from symderiv.document import parse_document, read_formulas
    >>> page = r"$${h_t}_m = \tanh({p_t}_m)$$ $$E = \sum_{t=1}^T {h_t}_m$$"
    >>> found = with_steps_joined(read_formulas(parse_document(page)), {})
    >>> [len(t.of_kind(f, Scripted)) for _, f in found]
    [0, 0]
    """
    if not any_of(located, _has_entry):
        return list(located)
    located = with_entries_of_products(with_statements(located, lambda s: rebuilt(s, _of_entries)))
    statements = [s for f in read_of(located) for s in f.statements]
    running = {*ranges, *(x for s in statements for x in _running(s))}
    steps: dict[Stem, list[Node]] = {}
    for x in (x for s in statements for x in t.of_kind(s, Scripted)):
        if (inner := _entry(x)) is not None:
            steps.setdefault(stem_of(inner), []).append(inner.scripts[0].entries[0])
    layered = {stem for s in statements for stem in layered_below(s.chain)} if steps else set()
    steps = {stem: found for stem, found in steps.items() if stem not in layered}  # they get their layer above
    joined = {stem for stem, found in steps.items() if _are_indices(found, running)}
    located = _with_steps(located, joined, running) if joined else list(located)
    led = {stem: {shifted(x)[0] for x in found} for stem, found in steps.items() if stem in joined}
    return _with_labels(located, steps.keys() - joined, led, running) if steps.keys() - joined else located


def _with_steps(located: Sequence[Located], joined: Set[Stem], running: Set[str]) -> list[Located]:
    """The formulas with the steps of such names as indices beside the others."""
    statements = [s for f in read_of(located) for s in f.statements]
    names = [x for s in statements for x in t.of_kind(s, Name)]
    counting = {letter_of(e) for s in statements for x in t.of_kind(s, Scripted) for y in x.scripts for e in y.entries}
    below_names = ((e, letter_of(e)) for x in names for y in x.scripts for e in y.entries)
    labels = {id(e) for e, letter in below_names if letter not in counting | running}  # the h of `\mathbf{W}_h`
    plain = {(x.base, x.accents) for x in names if not x.font and id(x) not in labels}
    thin = {stem for stem in joined if stem[2] in BOLD_FONTS and stem[:2] not in plain}
    below = {id(e) for x in names if _nested(x) is not None for e in x.scripts[0].entries}
    indexed = {x.base for x in names if x.scripts and id(x) not in below}

    def change(x: object) -> Node | None:
        if isinstance(x, t.Product) and (apart := multiplied(x)) is not x:
            product: t.Product = rebuilt(apart, change)
            return product
        found = entry(x)
        return rebuilt(found, unbold) if found is not None else None

    def multiplied(x: t.Product) -> t.Product:
        """A product in which no such entry is a function of the one behind it, `(x_i)_r (k_{ij})_p`."""
        between = pairwise(x.factors)
        values = [b.joined and isinstance(b.body, Scripted) and entry(a.body) is not None for a, b in between]
        kept = (replace(b, joined=False) if v else b for b, v in zip(x.factors[1:], values, strict=True))
        return replace(x, factors=(x.factors[0], *kept)) if any(values) else x

    def unbold(x: object) -> Node | None:
        """The entry of a vector in bold is a letter as any other, where the page has no such letter yet."""
        return replace(x, font="") if isinstance(x, Name) and x.scripts and stem_of(x) in thin else None

    def entry(x: object) -> Node | None:
        inner = _entry(x) if isinstance(x, Scripted) else None
        if inner is not None and isinstance(x, Scripted) and stem_of(inner) in joined:
            return _joined(inner, inner.scripts[0].entries[0], x.scripts, x.primes)
        if isinstance(x, Scripted) and (whole := _entry_of_whole(x, joined)) is not None:
            return whole
        step = _nested(x)
        if step is None or not isinstance(x, Name) or stem_of(x) not in joined or step.base in indexed:
            return None
        return _joined(x, replace(step, scripts=()), step.scripts, 0)

    return with_statements(located, lambda s: rebuilt(s, change))


def _with_labels(
    located: Sequence[Located], labelled: Set[Stem], steps: Mapping[Stem, Set[str | None]], running: Set[str]
) -> list[Located]:
    """The formulas with an index hung on the label of such a name as the index of what is labelled."""
    statements = [s for f in read_of(located) for s in f.statements]
    names = [x for s in statements for x in t.of_kind(s, Name)]
    told: dict[Stem, set[Stem]] = {}
    for whole in (x for s in statements for x in t.of_kind(s, Scripted)):
        if (inner := _entry(whole)) is not None and (label := _label(inner)) is not None:
            told.setdefault(stem_of(inner), set()).add(stem_of(label))
    owned = [x for x in names if stem_of(x) in labelled]
    known = {stem: labels for stem, labels in told.items() if stem in labelled}
    for x in owned:
        label = _label(x) or _nested(x)
        if label is None or label.base in running or stem_of(label) not in told.get(stem_of(x), ()):
            known.pop(stem_of(x), None)
    own = {id(e) for x in owned for s in x.scripts for e in s.entries}
    uses = [x for x in names if id(x) not in own]
    looked = {stem_of(x) for x in uses if not x.scripts or (_is_below(x.scripts) and not _is_step(x, steps))}

    def change(x: object) -> Node | None:
        nested = _nested(x)
        if nested is None or not isinstance(x, Name) or stem_of(x) not in known or stem_of(nested) in looked:
            return None
        if _is_step(nested, steps):
            return None
        below = replace(x.scripts[0], entries=(replace(nested, scripts=()),))
        return Scripted(Group("{", (replace(x, scripts=(below,)),), "}", span=x.span), nested.scripts, span=x.span)

    return with_statements(located, lambda s: rebuilt(s, change)) if known else list(located)


def _label(x: Name) -> Name | None:
    """The only thing below a name, where it is a letter by itself."""
    below = x.scripts[0].entries[0] if _is_below(x.scripts) else None
    return below if isinstance(below, Name) and not below.scripts else None


def _is_step(x: Name, steps: Mapping[Stem, Set[str | None]]) -> bool:
    """Does a name carry its step alone?"""
    return shifted(x.scripts[0].entries[0])[0] in steps.get(stem_of(x), ())


def _entry(x: Scripted) -> Name | None:
    """The h_t of `{h_t}_m`."""
    group = x.base
    inner = group.items[0] if isinstance(group, Group) and group.open in ("{", "(") and len(group.items) == 1 else None
    lowers = [s for s in x.scripts if not s.above]
    if not isinstance(inner, Name) or inner.primes or len(lowers) != 1 or not _is_below(inner.scripts):
        return None
    own = letters_in(inner.scripts[0].entries[0])  # the i of `(z_i)_i`, which only says what runs
    plain = all(_is_index(e, own) or _is_shift(e, own) for e in lowers[0].entries)
    return inner if plain else None


def _is_index(x: Node, own: Collection[str]) -> bool:
    return bool(letter_of(x) or isinstance(x, Number)) and letter_of(x) not in own


def _is_shift(x: Node, own: Collection[str]) -> bool:
    r"""Is it a sum of letters, sizes and numbers: the `k + 1` of `(h_l)_{k+1}`, the `d_l + 1` of `(h_l)_{i,d_l+1}`, the
    `2v + m` and `2w` of `(y_j)_{2v+m,2w}`?"""
    terms = [term.body for term in x.terms] if isinstance(x, t.Terms) else [x] if _is_multiple(x) else []
    parts = [f for y in terms for f in (_multiplied(y) or (y,))]
    names = [y for y in parts if isinstance(y, Name)]
    known = all(isinstance(y, (Name, Number)) for y in parts)
    apart = all(y.base not in own and not y.primes and not any(s.above for s in y.scripts) for y in names)
    return bool(names) and known and apart


def _multiplied(x: Node) -> tuple[Node, ...]:
    """The factors of a product of two without a sign between them, the 2 and the v of `2v`."""
    plain = isinstance(x, t.Product) and len(x.factors) == len("2v") and not any(f.operator for f in x.factors)
    return tuple(f.body for f in x.factors) if plain and isinstance(x, t.Product) else ()


def _is_multiple(x: Node) -> bool:
    """Is it a number times a letter? Letters alone, `ij`, are two indices that run together."""
    return any(isinstance(f, Number) for f in _multiplied(x)[:1])


def _entry_of_whole(x: Scripted, joined: Set[Stem]) -> Node | None:
    r"""The `(h_{t,i} - y_{t,i})` of `(h_t - y_t)_i`, also with products by entries; None for anything else."""
    group, lower = x.base, x.scripts[0]
    plain = isinstance(group, Group) and group.open == "(" and len(group.items) == 1 and not x.primes
    if not plain or not isinstance(group, Group) or len(x.scripts) != 1 or lower.above:
        return None
    if not all(letter_of(e) or isinstance(e, Number) for e in lower.entries):
        return None
    inner = _at(group.items[0], x.scripts, joined)
    return None if inner is None or isinstance(inner, Name) else replace(group, items=(inner,))


def _at(x: Node, scripts: tuple[Script, ...], joined: Set[Stem]) -> Node | None:
    """An array of such names at some indices; None where it may be more than a sum and a product by entries."""
    if isinstance(x, Name):
        plain = stem_of(x) in joined and _is_below(x.scripts) and not x.primes
        return _joined(x, x.scripts[0].entries[0], scripts, 0) if plain else None
    if isinstance(x, Group) and x.open == "(" and len(x.items) == 1:
        inner = _at(x.items[0], scripts, joined)
        return None if inner is None else replace(x, items=(inner,))
    if isinstance(x, t.Terms):
        terms = [_at(term.body, scripts, joined) for term in x.terms]
        pairs = zip(x.terms, terms, strict=True)
        return None if None in terms else replace(x, terms=tuple(replace(y, body=b) for y, b in pairs if b is not None))
    if isinstance(x, t.Product) and all(f.operator in SIGNS for f in x.factors[1:]):
        factors = [_at(f.body, scripts, joined) for f in x.factors]
        if None in factors:
            return None
        bare = [replace(f, operator="" if n else f.operator) for n, f in enumerate(x.factors)]
        made = tuple(replace(f, body=b) for f, b in zip(bare, factors, strict=True) if b is not None)
        return replace(x, factors=made)
    return None


def _is_below(scripts: tuple[Script, ...]) -> bool:
    return len(scripts) == 1 and not scripts[0].above and len(scripts[0].entries) == 1


def _nested(x: object) -> Name | None:
    """The t_m below a name that carries nothing else."""
    entry = x.scripts[0].entries[0] if isinstance(x, Name) and _is_below(x.scripts) else None
    return entry if isinstance(entry, Name) and _is_below(entry.scripts) else None


def _joined(name: Name, step: Node, scripts: tuple[Script, ...], primes: int) -> Name:
    """The name with its own index and those of the entry below, and with what stands above the entry."""
    lower = next(s for s in scripts if not s.above)
    both = replace(lower, entries=(step, *lower.entries), commas=True)
    return replace(name, scripts=(both, *(s for s in scripts if s.above)), primes=primes)


def _are_indices(found: Sequence[Node], running: Set[str]) -> bool:
    """Is every one a letter that runs, a shift of it, a number or a capital, and one of them such a letter?"""
    shifts = [shifted(x) for x in found]
    led = any(letter in running for letter, _ in shifts)
    return led and all(
        letter == "" or letter in running or (letter is not None and letter.isupper()) for letter, _ in shifts
    )


def _running(s: Statement) -> Iterator[str]:
    """The letters that sums bind and that conditions give a range."""
    for x in t.of_kind(s, BigSum):
        for c in x.below:
            yield from letters_in(c.members[0] if isinstance(c, Chain) and c.relations[0] in ("=", r"\in") else c)
    for c in (s.chain, *s.conditions):
        if not isinstance(c, Chain):
            continue
        listed = c.relations == ("=",) and isinstance(c.members[1], t.Listing)
        between = len(c.members) > 2 and set(c.relations) <= {r"\le", "<"}
        for m in c.members[:1] if listed else c.members[1:-1] if between else ():
            yield from (letter for y in t.listed(m) if (letter := letter_of(y)) is not None)
