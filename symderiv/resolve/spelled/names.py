r"""Which entries of a name are indices, which are part of the name: from shapes to variables.

The entries of a name are decided by the whole document. An entry is an *index* where some occurrence of the same name
(same letter, same number of entries) carries an index letter there; numbers there are then points of the same
variable, otherwise they are part of the name (`net^{(3)}_{#}`). A letter of a definition that is neither bound nor on
the left is a *label* of that name (`u_{o,d}`), unless it is a size (`a^{(L)}_i`).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Set
from dataclasses import dataclass, field
from itertools import pairwise
from typing import TypeAlias

from ...expr import Variable
from ...latex import tree as t
from ...latex.tree import Node
from .keys import Entries, Entry, Family, Pattern, key_of, spelling_of, split_key, tags_of
from .open_entries import digits_of, family_of, is_free, is_multiple, is_open, nodes_of, with_item, without_runs
from .shape import Item, Shape, label_of, letter_of, letters_in, spelled_label

Settled: TypeAlias = "tuple[Shape, Entries, Family, Pattern]"
"""A name with what its entries are."""


class Unsettled(Exception):
    """Two readings of an entry: `node` is the entry, `cause` and `hint` what to say."""

    def __init__(self, cause: str, node: Node, hint: str) -> None:
        super().__init__(cause)
        self.cause, self.node, self.hint = cause, node, hint


@dataclass(slots=True)
class Names:
    """Everything known about the letters and names of a document.

    `sizes` and `index` are letters; `labels` are names and letters, and whether they stand above; `known` are variables
    by key, `defined` those of a network, `letters` the index letters that a variable is usually written with. Where
    letters tell variables of the same name apart (`net_j`, `net_k`), `kinds` gives for each letter its kind and `apart`
    the places that tell, with the kinds there; `begins` says where the ranges of a kind begin; `telling` are the
    letters of the names of which that is asked, None for all; `own_kinds` are kinds of letters below one name alone.
    `given` are the letters of `\\sum_{j \\ne i}` where the sum runs over the first alone.
    `met` are the occurrences that were learned, each with its key and its indices: what is read after that is for the
    most part the same occurrences; `finals` are the answers of `final` since a family last grew; names of `in_brackets`
    have brackets behind them; `multiples` stand as one index somewhere; `looked_up` are indices that with an index
    below are data, the a of `p_{t,a_t}`; below names that `number` things, the w of `x_{w_t}` and `[w_t = j]`, a
    letter is no label.
    """

    index: frozenset[str] = frozenset()
    sizes: frozenset[str] = frozenset()
    size_names: frozenset[str] = frozenset()
    indexed_sizes: frozenset[str] = frozenset()
    raised_sizes: frozenset[str] = frozenset()
    looked_up: frozenset[str] = frozenset()
    number: frozenset[str] = frozenset()
    labels: set[tuple[str, str, bool]] = field(default_factory=set)
    families: dict[Family, set[Pattern]] = field(default_factory=dict)
    known: dict[str, Variable] = field(default_factory=dict)
    defined: set[str] = field(default_factory=set)
    letters: dict[str, tuple[str, ...]] = field(default_factory=dict)
    kinds: dict[str, str] = field(default_factory=dict)
    own_kinds: dict[tuple[str, str], str] = field(default_factory=dict)
    telling: frozenset[str] | None = None
    begins: dict[str, str] = field(default_factory=dict)
    apart: dict[tuple[Family, Pattern, int], set[str]] = field(default_factory=dict)
    together: dict[tuple[Family, Pattern], set[tuple[str | None, ...]]] = field(default_factory=dict)
    given: frozenset[tuple[str, str]] = frozenset()
    in_brackets: frozenset[str] = frozenset()
    multiples: frozenset[str] = frozenset()
    met: dict[tuple[int, frozenset[str]], tuple[Shape, str, tuple[Node, ...]]] = field(default_factory=dict)
    finals: dict[tuple[Family, Pattern], Pattern] = field(default_factory=dict)

    # ---------------------------------------- reading a shape

    def entries(self, shape: Shape, scope: frozenset[str], tail: tuple[Node, ...] = ()) -> Entries:
        """The entries of a name, comma by comma: above, below, in parentheses; letters of `scope` are indices here.

        A label above that also stands below is bound there alone: `\\sum_i W^i_{ji} x_i` beside `i_j = ..`.
        """
        base, above = shape.base, scope
        if self.labels:
            below = {x for x, is_above in shape.placed if not is_above}
            above = scope - {x for x in scope if x in below and (base, x, True) in self.labels}
        return (
            [self._item(base, item, above, True) for item in shape.uppers],
            [self._item(base, item, scope, False) for item in shape.lowers],
            [[Entry("index", "", node, "[" if base in self.in_brackets else "")] for node in tail],
        )

    def _item(self, base: str, item: Item, scope: frozenset[str], above: bool) -> list[Entry]:
        found = [e for piece in item for e in self._piece(base, piece, scope, above)]
        if len(found) > 1 and all(e.kind in ("label", "unknown") for e in found):
            whole = Entry("run", "".join(e.text for e in found), None, "".join(e.typed for e in found))
            return [whole._replace(kind="label")] if any(e.kind == "label" for e in found) else [whole, *found]
        return found

    def _piece(self, base: str, piece: Node, scope: frozenset[str], above: bool) -> Iterator[Entry]:
        letter = letter_of(piece)
        if letter is not None:
            yield self._letter(base, letter, piece, scope, above)
        elif isinstance(piece, t.Number) and "." not in piece.text:
            yield Entry("number", str(int(piece.text)), piece, piece.text)
        elif isinstance(piece, (t.Text, t.Symbol)):
            yield Entry("label", label_of(piece) or "", None, spelled_label(piece))
        elif (pair := self._two_indices(piece, scope)) is not None:
            yield from (Entry("index", "", p) for p in pair)
        else:
            yield Entry("index", "", piece)

    def _letter(self, base: str, letter: str, piece: Node, scope: frozenset[str], above: bool) -> Entry:
        typed = spelled_label(piece)
        if (base, letter, above) in self.labels and letter not in scope:
            return Entry("label", letter, None, typed)
        if letter in scope or letter in self.index or letter in self.sizes:
            return Entry("index", letter, piece)
        assert isinstance(piece, t.Name)
        word = len(piece.base) > 1 and not piece.base.startswith("\\")
        return Entry("label" if word else "unknown", letter, piece, typed)

    def _two_indices(self, piece: Node, scope: frozenset[str]) -> tuple[Node, Node] | None:
        r"""`_{t_i}` with both letters indices is the pair (t, i)."""
        if not isinstance(piece, t.Name) or len(piece.scripts) != 1 or piece.scripts[0].above or piece.accents:
            return None
        inside = piece.scripts[0].entries
        second = letter_of(inside[0]) if len(inside) == 1 else None
        indices = scope | self.index
        if second is None or second not in indices or piece.base not in indices - self.looked_up:
            return None
        return t.Name(piece.base, font=piece.font, primes=piece.primes, span=piece.span), inside[0]

    # ---------------------------------------- learning names

    def learn(self, found: Iterable[tuple[Shape, frozenset[str], tuple[Node, ...]]], telling: Set[Shape]) -> None:
        """Learn the families from every occurrence: first those that leave nothing open, then the others.

        Of names that stand in equations that may define them, `telling`, these alone tell variables apart.
        """
        self.met.clear()
        later: list[tuple[Shape, Entries]] = []
        settled: list[Settled] = []
        scopes: list[frozenset[str] | None] = []
        again: dict[tuple[object, ...], tuple[frozenset[str], list[Shape]]] = {}
        for shape, scope, tail in found:
            alike = (shape.typed, scope, tail, bool(telling) and shape in telling)
            if alike in again:
                again[alike][1].append(shape)
                continue
            entries = self.entries(shape, scope, tail)
            if is_open(entries):
                later.append((shape, entries))
            else:
                settled.append((shape, entries, *self._learn(shape.base, entries)))
                scopes.append(None if tail else scope)
                again[alike] = scope, [] if tail else [shape]
        for shape, entries in later:
            try:
                entries = self.settle(shape.base, entries)
            except Unsettled:
                continue  # said where the name is resolved, which knows the place
            settled.append((shape, entries, *self._learn(shape.base, entries)))
        self._tell_apart(settled, telling)
        for n, (shape, entries, family, pattern) in enumerate(settled):
            self._spell(shape, entries, family, pattern, scopes[n] if n < len(scopes) else None)
        for scope, alike_ones in again.values():
            self._meet_again(scope, *alike_ones)

    def _meet_again(self, scope: frozenset[str], first: Shape | None = None, *others: Shape) -> None:
        """A name that is typed like one that was met fills its indices from its own place in the text."""
        known = self.met.get((id(first), scope))
        if first is None or known is None or not others:
            return
        _, key, nodes = known
        at = {id(p): n for n, p in enumerate(first.pieces)}
        places = [at[id(x)] for x in nodes if id(x) in at]
        if len(places) == len(nodes):
            for shape in others:
                self.met[id(shape), scope] = shape, key, tuple([shape.pieces[n] for n in places])

    def _tell_apart(self, settled: list[Settled], telling: Set[Shape]) -> None:
        """Find the places where a name is used with letters of several kinds."""
        if not self.kinds:
            return
        seen: dict[tuple[Family, Pattern, int], set[str]] = {}
        told = {s.base for s, *_ in settled if s in telling}
        given = {family_of(key) for key in self.defined}
        for shape, entries, family, pattern in settled:
            if (shape.base in told and shape not in telling) or family in given:
                continue
            if self.telling is not None and shape.base not in self.telling:
                continue
            flat = [e for part in entries for item in part for e in item]
            final = self.final(family, pattern)
            kinds = tuple(self._kind(family[0], e) if p is None else None for e, p in zip(flat, pattern, strict=True))
            self.together.setdefault((family, final), set()).add(kinds)
            for place, kind in enumerate(kinds):
                if kind is not None:
                    seen.setdefault((family, final, place), set()).add(kind)
        self.apart |= {where: kinds for where, kinds in seen.items() if len(kinds) > 1}

    def _kind(self, base: str, e: Entry) -> str | None:
        letters = [x for x in letters_in(e.node) if x in self.index or x.rstrip("'") in self.kinds]
        found = {self._kind_of(base, x) for x in letters} - {None}
        return found.pop() if len(found) == 1 else None

    def _kind_of(self, base: str, letter: str) -> str | None:
        """The kind of a letter below a name: of letters of one range only those that words mention have one there."""
        kind = self.kinds.get(letter, self.kinds.get(letter.rstrip("'")))
        if not self.own_kinds:
            return kind
        own = self.own_kinds.get((base, letter), self.own_kinds.get((base, letter.rstrip("'"))))
        shared = {self.kinds.get(x) for b, x in self.own_kinds if b == base}
        return own if own is not None else None if kind in shared else kind

    def _kind_beside(self, family: Family, final: Pattern, flat: list[Entry], place: int) -> str | None:
        """Whose entry a number is: the kind that stands beside the others, the k of `w_{kj}` for the 2 of `w_{2j}`."""
        mine = [self._kind(family[0], e) if p is None else None for e, p in zip(flat, final, strict=True)]
        met = self.together.get((family, final), ()) if any(mine) and flat[place].kind == "number" else ()
        found = {x[place] for x in met if x[place] and all(a in (None, b) for a, b in zip(mine, x, strict=True))}
        return found.pop() if len(found) == 1 else None

    def _kind_of_zero(self, e: Entry, kinds: set[str]) -> str | None:
        """Whose entry is the 0 of `w_{j0}`? That of the letters that begin there, or a name of its own if none do."""
        if e.kind != "number" or e.text != "0" or not all(self.begins.get(k, "?").isdigit() for k in kinds):
            return None
        found = [k for k in kinds if self.begins[k] == "0"]
        return found[0] if len(found) == 1 else None if found else "0"

    def key(self, family: Family, final: Pattern, flat: list[Entry]) -> str:
        """The key of a name, with the kinds of its letters where they tell variables apart."""
        if not self.apart:
            return key_of(family, final)
        tagged: list[str | None] = list(final)
        for place, p in enumerate(final):
            if p is None and (family, final, place) in self.apart:
                e, kinds = flat[place], self.apart[family, final, place]
                kind = (
                    self._kind(family[0], e)
                    or self._kind_of_zero(e, kinds)
                    or self._kind_beside(family, final, flat, place)
                )
                if kind is None:
                    typed = e.text or e.typed
                    hint = f"variables called `{family[0]}` are told apart by their letters: use one with a known range"
                    cause = f"`{typed}` does not tell which `{family[0]}` is meant"
                    raise Unsettled(cause, e.node or t.Symbol(typed), hint)
                tagged[place] = f"{kind}:#"
        return key_of(family, tuple(tagged))

    def _learn(self, base: str, entries: Entries) -> tuple[Family, Pattern]:
        family, pattern = self.pattern(base, entries)
        self._add(family, pattern)
        return family, pattern

    def _add(self, family: Family, pattern: Pattern) -> None:
        known = self.families.setdefault(family, set())
        if pattern not in known:
            known.add(pattern)
            self.finals.clear()

    def _spell(
        self, shape: Shape, entries: Entries, family: Family, pattern: Pattern, scope: frozenset[str] | None
    ) -> None:
        """Choose how a variable is spelled: as first typed, but run together (`h_{ti}`) if it ever is.

        `scope` are the letters that are bound where it stands, None where what is read there is not to be remembered.
        """
        final = self.final(family, pattern)
        flat = [e for part in entries for item in part for e in item]
        try:
            key = self.key(family, final, flat)
        except Unsettled:
            return
        if scope is not None:
            self.met[id(shape), scope] = shape, key, nodes_of(flat, final)
        if key not in self.letters:
            found = tuple(e.text for e, p in zip(flat, final, strict=True) if p is None)
            if all(found) and len(set(found)) == len(found) and not any(x.isdigit() for x in found):
                self.letters[key] = found
        old = self.known.get(key)
        several = any(s.commas and len(s.entries) > 1 for s in shape.order)
        if key not in self.defined and (old is None or ("," in old.spelling and not several)):
            self.known[key] = Variable(key, spelling_of(shape, entries, final))

    def add_known(self, variable: Variable) -> None:
        """Learn a variable of a network that is already there."""
        family, pattern = family_of(variable.key), tuple(x for part in split_key(variable.key)[1:] for x in part)
        self._add(family, pattern)
        labels = ((n, p) for n, p in enumerate(pattern) if p is not None and not p.isdigit())
        self.labels |= {(family[0], p, n < family[1]) for n, p in labels}
        tags = iter(tags_of(variable.key))
        for place, p in enumerate(pattern):
            if p is None and (tag := next(tags, "")):
                self.kinds.setdefault(tag, tag)
                self.apart.setdefault((family, pattern, place), set()).add(tag)
        self.known[variable.key] = variable
        self.defined.add(variable.key)

    def signature_of(self, variable: Variable) -> tuple[str, int, int]:
        """Letter and number of entries above and below of a known variable."""
        base, above, below, _ = split_key(variable.key)
        return base, len(above), len(below)

    def is_defined(self, base: str, signature: tuple[str, int, int]) -> bool:
        """Is a name of that signature one of a network that is already there?"""
        return any(split_key(k)[0] == base and self.signature_of(self.known[k]) == signature for k in self.defined)

    def is_size(self, letter: str) -> bool:
        """Is it a size, or one with a label (`n_l` where nothing runs over l)?"""
        base, label, _ = letter.partition("_")
        return letter in self.sizes or (bool(label) and base in self.size_names)

    def has_label(self, base: str, letter: str) -> bool:
        """Is the letter part of a name of that base in a network that is already there?"""
        return any(split_key(k)[0] == base and letter in (*split_key(k)[1], *split_key(k)[2]) for k in self.defined)

    # ---------------------------------------- resolving

    def pattern(self, base: str, entries: Entries) -> tuple[Family, Pattern]:
        """The family and the pattern of settled entries."""
        flat = [[e for item in part for e in item] for part in entries]
        family = (base, len(flat[0]), len(flat[1]), len(flat[2]))
        return family, tuple(None if e.kind == "index" else e.text for part in flat for e in part)

    def final(self, family: Family, pattern: Pattern) -> Pattern:
        """The pattern with each number turned into an index where the family has an index in that place."""
        found = self.finals.get((family, pattern))
        if found is None:
            found = self.finals[family, pattern] = self._final(family, pattern)
        return found

    def _final(self, family: Family, pattern: Pattern) -> Pattern:
        known = self.families.get(family, set())
        if all(p is None for p in pattern):
            return pattern
        result = list(pattern)
        for other in known:
            # only a pattern with an index has anything to say
            if None in other and all(
                p == q or (is_free(p) and is_free(q)) for p, q in zip(pattern, other, strict=True)
            ):
                for n, q in enumerate(other):
                    if q is None:
                        result[n] = None
        return tuple(result)

    def has_index(self, family: Family, place: int, like: Pattern, open_ones: Mapping[int, str]) -> bool:
        """Does the family have an index in that place (where the labels elsewhere agree)?

        `open_ones` are letters by place that are not settled either: each may be the label that it spells.
        """
        return any(
            other[place] is None
            and all(
                p == q or (is_free(p) and is_free(q)) or (q is not None and open_ones.get(n) == q)
                for n, (p, q) in enumerate(zip(like, other, strict=True))
            )
            for other in self.families.get(family, ())
        )

    def settle(self, base: str, entries: Entries) -> Entries:
        """Decide what only the family can tell: unknown letters, runs of letters, digits that run together."""
        if not is_open(entries):
            return entries
        entries = self._settle_digits(base, self._settle_runs(base, entries))
        return self._settle_letters(base, self._settle_multiples(base, entries))

    def _settle_runs(self, base: str, entries: Entries) -> Entries:
        def chosen(part: int, n: int) -> list[Entry]:
            item = entries[part][n]
            if not item or item[0].kind != "run":
                return item
            apart = with_item(entries, part, n, item[1:])
            family, _ = self.pattern(base, without_runs(apart))
            usable = any(None in p for p in self.families.get(family, ()))
            return item[1:] if usable else [item[0]._replace(kind="label")]

        for part, items in enumerate(entries):
            for n in range(len(items)):
                entries = with_item(entries, part, n, chosen(part, n))
        return entries

    def _settle_digits(self, base: str, entries: Entries) -> Entries:
        for part, items in enumerate(entries[:2]):
            for n, item in enumerate(items):
                if not any(e.kind == "number" and len(e.typed) > 1 for e in item):
                    continue
                apart = with_item(entries, part, n, [piece for e in item for piece in digits_of(e)])
                if self._knows_index(base, apart) and not self._knows_index(base, entries):
                    entries = apart
        return entries

    def _settle_multiples(self, base: str, entries: Entries) -> Entries:
        """`_{2i}` is one index 2i, or the two entries 2 and i: as many as the name has elsewhere; one if that says
        nothing and other names have `2i + 1`."""
        for n, item in enumerate(entries[1]):
            at = next((m for m, (a, b) in enumerate(pairwise(item)) if is_multiple(a, b)), None)
            if at is None:
                continue
            number, letter = item[at], item[at + 1]
            assert number.node is not None
            assert letter.node is not None
            product = t.Product((t.Factor("", number.node), t.Factor("", letter.node)), letter.node.span)
            together = with_item(entries, 1, n, [*item[:at], Entry("index", "", product), *item[at + 2 :]])
            one, two = (self._knows_index(base, e) for e in (together, entries))
            typed = f"{number.typed}{letter.text}"
            one = one or (not two and typed in self.multiples)
            if one == two:
                raise Unsettled(
                    f"`{typed}` is one index or two",
                    number.node,
                    rf"write `{number.typed} \cdot {letter.text}` for one, `{number.typed},{letter.text}` for two",
                )
            entries = together if one else entries
        return entries

    def _knows_index(self, base: str, entries: Entries) -> bool:
        return any(None in p for p in self.families.get(self.pattern(base, entries)[0], ()))

    def _settle_letters(self, base: str, entries: Entries) -> Entries:
        if not any(e.kind == "unknown" for part in entries for item in part for e in item):
            return entries
        family, pattern = self.pattern(base, entries)
        flat = [e for part in entries for item in part for e in item]
        pattern = tuple(None if e.kind == "unknown" else p for e, p in zip(flat, pattern, strict=True))
        open_ones = {n: e.text for n, e in enumerate(flat) if e.kind == "unknown"}
        place = 0
        settled: list[list[list[Entry]]] = []
        for part in entries:
            settled.append([])
            for item in part:
                settled[-1].append([])
                for e in item:
                    if e.kind == "unknown":
                        e = e._replace(kind="index" if self.has_index(family, place, pattern, open_ones) else "label")
                    settled[-1][-1].append(e)
                    place += 1
        return settled[0], settled[1], settled[2]

    def resolve(
        self, shape: Shape, scope: frozenset[str], tail: tuple[Node, ...] = ()
    ) -> tuple[Variable, tuple[Node, ...]]:
        """The variable that a name means and the forms that fill its indices, in the order of its key."""
        met = None if tail else self.met.get((id(shape), scope))
        if met is not None and met[0] is shape:
            return self.known[met[1]], met[2]
        entries = self.settle(shape.base, self.entries(shape, scope, tail))
        family, pattern = self.pattern(shape.base, entries)
        final = self.final(family, pattern)
        flat = [e for part in entries for item in part for e in item]
        key = self.key(family, final, flat)
        variable = self.known.get(key)
        if variable is None:
            variable = self.known[key] = Variable(key, spelling_of(shape, entries, final))
        return variable, nodes_of(flat, final)
