r"""Softmax on a page of entries: `y_k = softmax(a)_k`, `softmax_k(a)`, `softmax(a_k)`, `softmax_j(e_{ij})`.

Each is `e^{a_k} / \sum_m e^{a_m}` where the page writes `a_k` elsewhere. Of `softmax(a_{nk})` nothing says which index
is summed over, unless the left side ends with it, too. In `softmax(o_t)` t may be the time of a vector: that it is an
index of entries a weight says (`a_k = \sum_j w_{kj} h_j`), or a derivative by another entry; of a bare `softmax(a)` a
derivative of a number by `a_i` says it. Of arrays without entries `shapes` reads it. `logsumexp(z)` of a name that has
one index elsewhere is `\log \sum_m e^{z_m}`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from string import ascii_lowercase
from typing import Any, TypeAlias

from ....latex import tree as t
from ....latex.source import Offsets
from ....latex.tree import Formula, Name, Node, Script, Statement
from ....latex.walking import rebuilt
from ...asked import where
from ...located import Located, read_of, with_statements
from ...spelled.shape import letter_of

Key: TypeAlias = tuple[object, ...]
SOFTMAX, SUM = "softmax", "logsumexp"
LETTERS = [x for x in "mlqrsuvnjkih" + ascii_lowercase if x not in "edf"]


def _has_softmax(s: Statement) -> bool:
    return any(x.function in (SOFTMAX, SUM) for x in t.of_kind(s, t.Call))


@where(_has_softmax)
def with_softmax_in_entries(located: Sequence[Located]) -> list[Located]:
    """The formulas of a page with softmax written out in entries."""
    formulas = list(read_of(located))
    if not any(x.function in (SOFTMAX, SUM) for f in formulas for x in t.of_kind(f, t.Call)):
        return list(located)
    return with_statements(located, _Entries(formulas).written)


class _Entries:
    """The names of a page with the subscripts that they have."""

    def __init__(self, formulas: Sequence[Formula]) -> None:
        names = [x for f in formulas for x in t.of_kind(f, Name)]
        behind = (name for f in formulas for x in t.of_kind(f, t.Scripted) if (name := _as_entry(x)) is not None)
        self.subscripts: dict[Key, set[tuple[Node, ...]]] = {}
        for x in (*names, *behind):
            if (below := _below(x)) is not None:
                self.subscripts.setdefault(_key(x), set()).add(below)
        self.entries = set(_told(formulas))
        self.varied = set(_varied(formulas))
        self.made = set(_made_of_arrays(formulas))
        self.apart = set(_told_by_letters(formulas))
        self.bounds = _bounds(formulas)
        used = {x.base for x in names}
        self.letter = next((x for x in LETTERS if x not in used), "")

    def written(self, s: Statement) -> Statement:
        """The statement with softmax in entries, if it is told of which."""
        if not self.letter:
            return s
        whole = self._of_names(s)
        if whole is not None:
            return whole
        left = s.chain.members[0]
        ends = _below(left) if isinstance(left, Name) else None
        last = ends[-1] if ends else None
        found: Statement = rebuilt(s, lambda x: self._entry(x, last))
        return found

    def _of_names(self, s: Statement) -> Statement | None:
        r"""`\hat{y} = softmax(a)` of names that have one index elsewhere."""
        members = s.chain.members
        if len(members) != 2 or s.chain.relations != ("=",) or not isinstance(left := members[0], Name):
            return None
        arg = _argument(members[1])
        index = self._only_index(left) if arg is not None and _below(left) == () else None
        if arg is None or index is None or _below(arg) != () or _key(arg) not in self.entries | self.varied - self.made:
            return None
        right = self._quotient(arg, (), index, members[1].span)
        return replace(s, chain=replace(s.chain, members=(_with(left, (index,)), right)))

    def _entry(self, x: Any, last: Node | None) -> Node | None:
        """What an entry of softmax is, or `logsumexp(z)`; None for anything else."""
        whole = _argument(x, SUM)
        if whole is not None and _below(whole) == () and self._only_index(whole) is not None:
            return t.Call("log", (self._total(whole, (), x.span),), span=x.span)
        index: Node | None = None
        call = x
        if isinstance(x, t.Scripted) and not x.primes and (index := _single(x.scripts)) is not None:
            call = x.base
            if isinstance(call, t.Group) and len(call.items) == 1:
                call = call.items[0]
        elif isinstance(x, t.Call) and x.scripts and (index := _single(x.scripts)) is not None:
            call = replace(x, scripts=())
        arg = _argument(call)
        if arg is None or (below := _below(arg)) is None:
            return None
        known = {len(b) for b in self.subscripts.get(_key(arg), ()) if b}
        if index is not None and len(below) + 1 in known:
            return self._quotient(arg, below, index, x.span)
        if index is not None and below.count(index) == 1 and known == {len(below)}:
            at = below.index(index)
            return self._quotient(arg, below[:at], index, x.span, below[at + 1 :])
        if index is not None or not below or known != {len(below)}:
            return None
        if _key(arg) in self.entries and not arg.font and (len(below) == 1 or below[-1] == last):
            return self._quotient(arg, below[:-1], below[-1], x.span)
        return None

    def _only_index(self, x: Name) -> Node | None:
        """The letter that a name has below it wherever it has anything there."""
        found = [b for b in self.subscripts.get(_key(x), ()) if b]
        single = bool(found) and all(len(b) == 1 for b in found)
        letters = [b[0] for b in found if letter_of(b[0]) is not None]
        return min(letters, key=repr) if single and letters else None

    def _quotient(
        self, arg: Name, before: tuple[Node, ...], index: Node, span: Offsets, behind: tuple[Node, ...] = ()
    ) -> Node:
        above = t.Call("exp", (_with(arg, (*before, index, *behind)),), span=span)
        letter = Name(self.letter, span=span)
        if _key(arg) in self.apart and isinstance(index, Name) and letter_of(index) is not None:
            letter = replace(index, primes=index.primes + 1, span=span)  # of the units that the index is of
        return t.Fraction(above, self._total(arg, before, span, behind, letter), span=span)

    def _total(
        self,
        arg: Name,
        before: tuple[Node, ...],
        span: Offsets,
        behind: tuple[Node, ...] = (),
        letter: Name | None = None,
    ) -> Node:
        letter = letter or Name(self.letter, span=span)
        one = t.Call("exp", (_with(arg, (*before, letter, *behind)),), span=span)
        ends = self.bounds.get(_key(arg), set()) if not behind else set()
        if len(ends) != 1:
            return t.BigSum(r"\sum", (letter,), None, one, span)
        ((low, high),) = ends
        return t.BigSum(r"\sum", (t.Chain((letter, low), ("=",), (span,), span),), high, one, span)


def _bounds(formulas: Sequence[Formula]) -> dict[Key, set[tuple[Node, Node]]]:
    r"""For names the bounds between which a page sums the exponentials of their entries, `\sum_{k=1}^n e^{z_k}`."""
    found: dict[Key, set[tuple[Node, Node]]] = {}
    for x in (x for f in formulas for x in t.of_kind(f, t.BigSum)):
        c = x.below[0] if len(x.below) == 1 else None
        name = exponent(x.body)
        if x.operator != r"\sum" or x.above is None or name is None or not isinstance(c, t.Chain):
            continue
        below = _below(name)
        if c.relations == ("=",) and below and below[-1] == c.members[0]:
            found.setdefault(_key(name), set()).add((c.members[1], x.above))
    return found


def exponent(x: object) -> Name | None:
    r"""The name in `e^{z_i}` or `\exp(z_i)`."""
    inner: object = None
    if isinstance(x, t.Call) and x.function == "exp" and not x.scripts and len(x.args) == 1:
        inner = x.args[0]
    elif isinstance(x, Name) and x.base == "e" and len(x.scripts) == 1 and x.scripts[0].above:
        inner = x.scripts[0].entries[0] if len(x.scripts[0].entries) == 1 else None
    inner = _as_entry(inner) or inner
    return inner if isinstance(inner, Name) and not inner.primes else None


def _told(formulas: Sequence[Formula]) -> Iterator[Key]:
    """The names whose last subscript a page shows to be an index of entries."""
    for f in formulas:
        for s in f.statements:
            left, others = s.chain.members[0], s.chain.members[1:]
            last = (_below(left) or (None,))[-1] if isinstance(left, Name) else None
            weights = (_below(x) or () for m in others for x in t.of_kind(m, Name))
            if isinstance(left, Name) and last is not None and any(len(b) > 1 and last in b for b in weights):
                yield _key(left)
        for d in t.of_kind(f, t.Derivative):
            by = d.wrt[0].body if len(d.wrt) == 1 else None
            if isinstance(by, Name) and isinstance(d.of, Name):
                one, two = _below(by) or (), _below(d.of) or ()
                if one and two and one[-1] != two[-1]:
                    yield _key(by)


def _told_by_letters(formulas: Sequence[Formula]) -> Iterator[Key]:
    """The names that stand with one letter or another on left sides, `z_j = ..` and `z_k = ..`: these may be layers."""
    letters: dict[Key, set[str]] = {}
    for c in (s.chain for f in formulas for s in f.statements if s.chain.relations):
        left = c.members[0]
        below = _below(left) if isinstance(left, Name) else None
        letter = letter_of(below[0]) if below and len(below) == 1 else None
        if isinstance(left, Name) and letter is not None:
            letters.setdefault(_key(left), set()).add(letter)
    yield from (key for key, found in letters.items() if len(found) > 1)


def _varied(formulas: Sequence[Formula]) -> Iterator[Key]:
    r"""The names by whose entries a page differentiates what has no index, `\frac{\partial L}{\partial a_i}`."""
    for d in (d for f in formulas for d in t.of_kind(f, t.Derivative)):
        by = d.wrt[0].body if len(d.wrt) == 1 else None
        if isinstance(by, Name) and isinstance(d.of, Name) and _below(d.of) == () and len(_below(by) or ()) == 1:
            yield _key(by)


def _made_of_arrays(formulas: Sequence[Formula]) -> Iterator[Key]:
    """The bare names that an equation of bare names defines, the a of `a = W x + b`."""
    for c in (s.chain for f in formulas for s in f.statements):
        left = c.members[0]
        if len(c.members) > 1 and isinstance(left, Name) and _below(left) == ():
            names = [x for m in c.members[1:] for x in t.of_kind(m, Name)]
            if any(isinstance(m, (t.Product, t.Terms)) for m in c.members[1:]) and all(_below(x) == () for x in names):
                yield _key(left)


def _as_entry(x: object) -> Name | None:
    """The entry `x^{(p)}_j` of `(x^{(p)})_j`."""
    if not isinstance(x, t.Scripted) or x.primes or (index := _single(x.scripts)) is None:
        return None
    group = x.base
    name = group.items[0] if isinstance(group, t.Group) and group.open == "(" and len(group.items) == 1 else None
    return _with(name, (index,)) if isinstance(name, Name) and not name.primes and _below(name) == () else None


def _argument(x: object, function: str = SOFTMAX) -> Name | None:
    if not isinstance(x, t.Call) or x.function != function or x.scripts or x.primes or len(x.args) != 1:
        return None
    arg = x.args[0]
    return arg if isinstance(arg, Name) else None


def _single(scripts: tuple[Script, ...]) -> Node | None:
    """The one entry of a subscript."""
    return (
        scripts[0].entries[0] if len(scripts) == 1 and not scripts[0].above and len(scripts[0].entries) == 1 else None
    )


def _key(x: Name) -> Key:
    """The name without its subscripts and its font."""
    above = tuple(s for s in x.scripts if s.above)
    return x.base, x.accents, x.primes, above


def _below(x: Name) -> tuple[Node, ...] | None:
    """The entries of its subscript, none where it has no subscript; None where it has several."""
    found = [s for s in x.scripts if not s.above]
    return () if not found else found[0].entries if len(found) == 1 else None


def _with(x: Name, entries: tuple[Node, ...]) -> Name:
    above = tuple(s for s in x.scripts if s.above)
    return replace(x, font="", scripts=(*above, Script(False, entries, commas=True, span=x.span)))
