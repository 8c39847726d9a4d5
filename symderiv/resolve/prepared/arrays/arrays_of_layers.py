r"""Arrays of one layer or step that a sentence explains: `X_k = (x_i^k)`, `H_t = (H_{t,b,i})`, `W_1 = ((W_1)_{ij})`,
`\mathbf{Z}^2 = (z^2_{nk})`.

The sentence says of which entries the array is made. The page is read with the entries' own name and what tells the
layer above it, where a bare name stands for its entries: `X_{k+1}` is `x^{k+1}` beside `x_i^k`, `H_t` is `H^{(t)}`
beside `H^{(t)}_{b,i}`, `W_1` is `W^{(1)}` beside `W^{(1)}_{ij}`, also where the letters of a place run together behind
a comma, `L_k = (L_{k,mj})`, or the number stands last, as it does for a column, `W_1 = (W_{k1})`. The `W_{1,ij}` with a
number is left alone where i or j has two ends on the page: no range of a letter says its lengths then. Without a
sentence so are `(w_l)_{jk}` in the definition of a `z_k^{(l)}` and `(h_t)_i` in that of `(y_t)_k`. Of an array that is
one for all, `C = (c_{ij})`, the matrices themselves take care.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, replace
from itertools import pairwise
from operator import is_not
from typing import Any, TypeAlias

from ....latex import tree as t
from ....latex.tree import Chain, Group, Name, Node, Script, Scripted, Statement
from ....latex.walking import rebuilt
from ....notation import WORD_FONTS
from ...asked import where
from ...integers.unequal import letters_under
from ...located import Located, read_of, with_statements
from ...shapes.labelling import LAYERS
from ...shapes.sizes import sizes_of_letters
from ...spelled.function_letters import FUNCTION_LETTERS
from ...spelled.shape import Stem, is_mark, letter_of, letters_in, stem_of
from ...stated import is_told_by_letter, matrix_told, whole_and_entry, whole_of_entry
from .wholes_defined import defines_an_entry, wholes_defined

Kind: TypeAlias = tuple[str, tuple[str, ...], str, int, int, int, tuple[str, ...]]
"""What tells such names: letter, accents, font, primes, how many pieces stand above and below, words among them."""


@dataclass(frozen=True, slots=True)
class _Told:
    """An array with what tells its layer, and its entries: both become `to` with that above, `moved` up from below.

    `last`: it stands behind the indices of the array, as in a column `w_j = (w_{ij})`.
    """

    whole: Name
    entry: Name | Scripted
    moved: int = 0
    last: bool = False

    def parted(self, below: tuple[Node, ...]) -> tuple[tuple[Node, ...], tuple[Node, ...]]:
        """What moves up of what stands below an entry, and what stays."""
        at = len(below) - self.moved if self.last else self.moved
        return (below[at:], below[:at]) if self.last else (below[:at], below[at:])

    @property
    def to(self) -> Name:
        """The letter of the entries."""
        name = self.entry if isinstance(self.entry, Name) else self.whole
        return replace(name, scripts=())


def _has_any(s: Statement) -> bool:
    return _told(s.chain) is not None or defines_an_entry(s) or any(True for _ in _layered(s.chain))


@where(_has_any)
def with_arrays_of_layers(located: Sequence[Located]) -> list[Located]:
    """The formulas of a document with such arrays by the names of their entries; what explains them says no more."""
    twice = any(_in_steps(s.chain) for f in read_of(located) for s in f.statements)
    once = _read(located)
    return _read(once) if twice else once


def _in_steps(c: Chain) -> bool:
    """Does a sentence say what such an array is at each step, `(a_o)_t = ((a_o)_{t,m})`?"""
    left, right = c.members if len(c.members) == 2 else (None, None)
    entry = right.items[0] if isinstance(right, Group) and len(right.items) == 1 else None
    if c.relations[:1] != ("=",) or not isinstance(left, Scripted) or not isinstance(entry, Scripted):
        return False
    whole = whole_of_entry(left)
    return whole is not None and whole == whole_of_entry(entry)


def _read(located: Sequence[Located]) -> list[Located]:
    statements = [s for f in read_of(located) for s in f.statements]
    labels = {*_labels(statements)}
    layered = (x for s in statements for x in _layered(s.chain))
    told = {_kind(x.whole): x for x in layered if labels.isdisjoint(map(letter_of, _pieces(x.whole)[1]))}
    told |= {_kind(x.whole): x for x in _numbered(statements, told.values())} if told else {}
    wholes = {m for s in statements if (m := _of_all(s.chain)) is not None}
    ends = sizes_of_letters(statements)
    sentences = [x for s in statements if (x := _told_there(s.chain, ends)) is not None]
    digits = {stem_of(x.to): count for x in sentences if (count := _run_together(x))}
    located = with_statements(located, lambda s: rebuilt(s, lambda x: _digits_apart(x, digits))) if digits else located
    rows = {_kind(x.whole) for x in sentences if x.moved and stem_of(x.to) in wholes}
    sentences = [x for x in sentences if _kind(x.whole) not in rows]
    told |= {_kind(x.whole): x for x in sentences}
    told = told or {_kind(whole): _Told(whole, entry) for whole, entry in wholes_defined(statements)}
    entries = {_kind(x.entry): x for x in (*told.values(), *sentences) if x.moved}  # `W_1` a matrix, `W_3` a column
    if not told and not rows:
        return list(located)

    left: list[Name] = []

    def change(x: Any) -> Any:
        if isinstance(x, t.Product) and (apart := _multiplied(x)) is not x:
            return rebuilt(apart, change)
        if isinstance(x, Scripted) and (inner := whole_of_entry(x)) is not None and _kind(inner) in told:
            powers = [s for s in x.scripts if s.above]
            return _with_powers(powers, _of_group(x, inner, told[_kind(inner)], change), change)
        if not isinstance(x, Name):
            return None
        for name in () if stem_of(x) in wholes and _is_turned(x) else _without_powers(x):
            array, moved = told.get(_kind(name)), entries.get(_kind(name))
            if array is not None:
                named = replace(array.to, scripts=(_above(name, array, change),), span=x.span)
                return named if name is x else _with_powers(_rest(x, name), named, change)
            if moved is not None:
                entry = _entry(name, moved, change)
                return entry if name is x else _with_powers(_rest(x, name), entry, change)
        left.extend([x] if any(_may_be(x, k) for k in (*told, *entries)) else [])
        return None

    def changed(s: Statement) -> Statement:
        if _told_there(s.chain, ends) is None:
            kept: Statement = rebuilt(s, change)
            return kept
        named: Node = rebuilt(s.chain.members[0], change)
        return replace(s, chain=Chain((named,), (), (), s.chain.span))

    moved = with_statements(located, changed)
    return list(located) if left else moved


def _of_all(c: Chain) -> Stem | None:
    r"""The letter of the entries of a matrix, `U = (u_{ik})`: with it `u_i = (u_{ik})` is a row of that matrix."""
    whole, entry = whole_and_entry(c) or (None, None)
    plain = whole is not None and not any(_pieces(whole)[1]) and isinstance(entry, Name)
    return stem_of(entry) if plain and isinstance(entry, Name) and matrix_told(c) is not None else None


def _told(c: Chain) -> _Told | None:
    """What such a sentence says; None of anything else."""
    whole, entry = whole_and_entry(c) or (None, None)
    if whole is None or not whole.scripts:
        return None
    above, below = _pieces(whole)
    if isinstance(entry, Scripted):
        labelled = not below and all(
            x.bracket for x in whole.scripts
        )  # `(W^{(1)})_{ij}`, not the `(W^2)_{ij}` of a power
        return _Told(whole, entry) if (labelled or not above) and whole_of_entry(entry) == whole else None
    if not isinstance(entry, Name) or entry.primes != whole.primes or not is_told_by_letter(whole, entry):
        return None
    raised, lowered = _pieces(entry)
    if not raised and not below and all(map(is_mark, above)):
        return None  # `U^T = (u_{ij})` is about the transpose
    moved = 0 if raised == (*above, *below) else len(below)
    for last in (False, True) if moved else (False,):
        found = _Told(whole, entry, moved, last)
        own, left = found.parted(lowered)
        fits = not moved or (raised == above and own == below)
        if fits and left and all(letter_of(p) is not None for p in left):
            return found
    return None


def _told_there(c: Chain, ends: Mapping[str, Set[Node | None]]) -> _Told | None:
    """What such a sentence says on its page; None of a `W_1 = (W_{1,ij})` where i or j has two ends."""
    told = _told(c)
    if told is None or not told.moved or None not in map(letter_of, _pieces(told.whole)[1]):
        return told
    below = _pieces(told.entry)[1] if isinstance(told.entry, Name) else ()
    run_together = len(below) > sum(len(s.entries) for s in told.entry.scripts if not s.above)
    several = any(len(ends.get(letter_of(p) or "", ())) > 1 for p in told.parted(below)[1])
    return None if run_together and several else told


def _layered(c: Chain) -> Iterator[_Told]:
    r"""The w of `z_k^{(l)} = \sum_j (w_l)_{jk} h_j^{(l-1)}`: what stands below it is the layer above the left side."""
    left = c.members[0]
    grouped = whole_of_entry(left) if isinstance(left, Scripted) else None
    layers = _pieces(grouped)[1] if grouped is not None else _pieces(left)[0] if isinstance(left, Name) else ()
    for x in (x for m in c.members for x in t.of_kind(m, Scripted) if layers and len(c.members) > 1):
        inner = whole_of_entry(x)
        if inner is not None and _pieces(inner) == ((), layers) and all(letter_of(p) is not None for p in layers):
            yield _Told(inner, x)


def _labels(statements: Sequence[Statement]) -> Iterator[str]:
    r"""The letters that tell arrays of one letter apart, each defined by itself: the r and the u of `(z_r)_i = ..` and
    `(z_u)_i = ..`. Nobody says the same of two layers in turn, but for one before, the last one, or any."""
    lefts = (x for s in statements if s.chain.relations and isinstance(x := s.chain.members[0], Scripted))
    found: dict[Stem, set[str]] = {}
    for inner in (x for x in map(whole_of_entry, lefts) if x is not None):
        below = _pieces(inner)[1]
        letter = letter_of(below[0]) if len(below) == 1 else None
        if letter is not None:
            found.setdefault(stem_of(inner), set()).add(letter)
    several = {x for letters in found.values() if len({y.lower() for y in letters}) > 1 for x in letters}
    scripts = [x for s in statements for x in t.of_kind(s, Script)] if several else []
    counting = {y for x in scripts for e in x.entries if letter_of(e) is None for y in letters_in(e)}
    for s in statements if several else ():
        counting |= {y for x in t.of_kind(s, t.BigSum) for y in letters_under(x)}
        counting |= {x.base for c in s.conditions for x in t.of_kind(c, Name)}
    yield from several - counting - {*LAYERS}


def layered_below(c: Chain) -> frozenset[Stem]:
    """The letters of the matrices in a definition whose layer stands below them, and above its left side."""
    found = _layered(c) if isinstance(c.members[0], Name) else ()
    return frozenset(stem_of(x.whole) for x in found if sum(len(s.entries) for s in x.entry.scripts) == len("jk"))


def _numbered(statements: Sequence[Statement], told: Iterable[_Told]) -> Iterator[_Told]:
    r"""The other arrays with a number below and entries behind, the data `(t_j)_{uv}` beside such definitions.

    The letter is a number where a sum runs over it or a definition has it: the x of `(W_x)_{ij}` is none.
    """
    running = {letter_of(p) for x in told for p in _pieces(x.whole)[1]}
    running |= {letter for s in statements for x in t.of_kind(s, t.BigSum) for letter in letters_under(x)}
    for x in (x for s in statements if s.chain.relations for x in t.of_kind(s, Scripted)):
        inner = whole_of_entry(x)
        above, below = _pieces(inner) if inner is not None and not inner.primes else ((), ())
        if inner is not None and not above and len(below) == 1 and letter_of(below[0]) in running - {None}:
            yield _Told(inner, x)


def _pieces(x: Name) -> tuple[tuple[Node, ...], tuple[Node, ...]]:
    """What stands above a name, and what stands below it."""
    above, below = (tuple(e for s in x.scripts if s.above is a for e in _apart(s)) for a in (True, False))
    return above, below


def _apart(s: Script) -> Iterator[Node]:
    """The pieces of a script, letters that run together behind a comma one by one: k, m and j of `L_{k,mj}`."""
    for e in s.entries:
        run = [f.body for f in e.factors if not f.operator] if isinstance(e, t.Product) else []
        letters = {letter_of(x) for x in run} - {None}
        apart = s.commas and not s.above and isinstance(e, t.Product) and len(letters) == len(run) == len(e.factors)
        yield from run if apart else (e,)


def _kind(x: Node) -> Kind | None:
    r"""What tells a name: how many pieces it carries, and which words among them, the res of `W_{\mathrm{res}}`."""
    if not isinstance(x, Name):
        return None
    above, below = _pieces(x)
    words = tuple(p.base for p in below if _is_word(p) and isinstance(p, Name))
    return x.base, x.accents, x.font, x.primes, len(above), len(below), words


def _is_word(x: Node) -> bool:
    return isinstance(x, Name) and x.font in WORD_FONTS


def _without_powers(x: Name) -> Iterator[Name]:
    """A name, and the name without marks of a transpose and powers: with fewer of what stands above it."""
    above = [s for s in x.scripts if s.above]
    yield x
    for n in range(len(above) - 1, -1, -1):
        yield replace(x, scripts=tuple(s for s in x.scripts if not s.above or s in above[:n]))


def _is_turned(x: Name) -> bool:
    """Does a name carry the mark of a transpose alone? Beside `W = (W_{ij})` the `W^T` is no W of a layer T."""
    above, below = _pieces(x)
    return len(above) == 1 and not below and is_mark(above[0])


def _rest(x: Name, name: Name) -> tuple[Script, ...]:
    return tuple(s for s in x.scripts if s not in name.scripts)


def _run_together(told: _Told) -> int:
    """How many indices run together below an entry, where one of them tells the array; 0 where commas part them."""
    below = [s for s in told.entry.scripts if not s.above]
    return len(below[0].entries) if told.moved and len(below) == 1 and not below[0].commas else 0


def _digits_apart(x: Any, counts: Mapping[Stem, int]) -> Name | None:
    """A name with a digit for each index, the 1 and 1 of `W_{11}` beside `W_{k1}`."""
    if not isinstance(x, Name):
        return None
    below = [s for s in x.scripts if not s.above]
    number = below[0].entries[0] if len(below) == 1 == len(below[0].entries) else None
    if not isinstance(number, t.Number) or counts.get(stem_of(x)) != len(number.text) or not number.text.isdigit():
        return None
    parted = replace(below[0], entries=tuple(t.Number(c, span=number.span) for c in number.text))
    return replace(x, scripts=tuple(parted if s is below[0] else s for s in x.scripts))


def _may_be(x: Name, told: Kind | None) -> bool:
    """Whether a name that was not read anew may be such an array, or an entry, with something unknown above it."""
    kind = _kind(x)
    if kind is None or told is None or kind[:4] != told[:4]:
        return False
    return kind[4] > told[4] > 0 and kind[5:] == told[5:]


def _multiplied(x: t.Product) -> t.Product:
    r"""A product without the mark of an application before entries, `x_d (W_1)_{dj}`: without the parenthesis nothing
    else tells that x is no function. A name without indices may be one, `\sigma(z_1)_i`."""
    factors = list(x.factors)
    for n, (a, b) in enumerate(pairwise(x.factors)):
        entry = b.joined and isinstance(b.body, Scripted) and whole_of_entry(b.body) is not None
        if entry and isinstance(a.body, Name) and a.body.scripts and a.body.base not in FUNCTION_LETTERS:
            factors[n + 1] = replace(b, joined=False)
    return replace(x, factors=tuple(factors)) if any(map(is_not, factors, x.factors)) else x


def _with_powers(powers: Sequence[Script], named: Node, change: Callable[[Any], Node | None]) -> Node:
    """What a name is read as, with what stood above the name."""
    above = tuple(replace(s, entries=tuple(rebuilt(e, change) for e in s.entries)) for s in powers)
    return Scripted(Group("{", (named,), "}", span=named.span), above, span=named.span) if above else named


def _of_group(x: Scripted, inner: Name, told: _Told, change: Callable[[Any], Node | None]) -> Name:
    """The entry of an array in parentheses, `W^{(1)}_{ij}` of `(W_1)_{ij}`."""
    below = tuple(rebuilt(s, change) for s in x.scripts if not s.above)
    return replace(told.to, scripts=(_above(inner, told, change), *below), span=x.span)


def _above(x: Name, told: _Told, change: Callable[[Any], Node | None]) -> Script:
    """What tells the layer, as a superscript."""
    above, below = _pieces(x)
    pieces: tuple[Node, ...] = tuple(rebuilt(p, change) for p in (*above, *below))
    typed = [s.bracket for s in told.entry.scripts if s.above and not told.moved]
    bracket = typed[0] if isinstance(told.entry, Name) and typed else "("
    run = not told.moved and above and not any(s.commas for s in told.entry.scripts if s.above)  # the hh of `W^{hh}`
    return Script(True, pieces, bracket, len(pieces) > 1 and not run, span=x.span)


def _entry(x: Name, told: _Told, change: Callable[[Any], Node | None]) -> Node:
    """An entry with what tells its layer above it, where that stood first below."""
    above, below = (tuple(rebuilt(p, change) for p in side) for side in _pieces(x))
    own, left = told.parted(below)
    raised = (*above, *own)
    indices = replace(next(s for s in x.scripts if not s.above), entries=left)
    return replace(x, scripts=(Script(True, raised, "(", len(raised) > 1, span=x.span), indices))
