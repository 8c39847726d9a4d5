r"""Which entries of a name are indices, which are part of the name: from shapes to variables.

The entries of a name are decided by the whole document. An entry is an *index* where some occurrence of the same name
(same letter, same number of entries) carries an index letter there; numbers there are then points of the same
variable, otherwise they are part of the name (`net^{(3)}_{#}`). A letter of a definition that is neither bound nor on
the left is a *label* of that name (`u_{o,d}`), unless it is a size (`a^{(L)}_i`).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple, TypeAlias

from ..expr import Variable
from . import tree as t
from .resolve_shape import Item, Shape, label_of, letter_of, spelled_label
from .tree import Node

Pattern: TypeAlias = "tuple[str | None, ...]"
"""One entry a place, superscripts first: None for an index, else the number or label that is part of the name."""

Family: TypeAlias = "tuple[str, int, int, int]"
"""A letter and how many entries it has above, below and in parentheses."""


class Entry(NamedTuple):
    """One entry: `index` (`node` is its form), `number`, `label`, or `unknown`: a letter that only the family can place.

    A `run` of letters comes before its letters until it is settled whether it is one label.
    """

    kind: str
    text: str
    node: Node | None = None
    typed: str = ""


Entries: TypeAlias = "tuple[list[list[Entry]], list[list[Entry]], list[list[Entry]]]"


@dataclass(slots=True)
class Names:
    """Everything known about the letters and names of a document; `sizes` and `index` are letters, `labels` pairs."""

    index: frozenset[str] = frozenset()
    sizes: frozenset[str] = frozenset()
    size_names: frozenset[str] = frozenset()
    indexed_sizes: frozenset[str] = frozenset()
    labels: set[tuple[str, str]] = field(default_factory=set)
    families: dict[Family, set[Pattern]] = field(default_factory=dict)
    known: dict[str, Variable] = field(default_factory=dict)
    defined: set[str] = field(default_factory=set)

    # ------------------------------------------------------------------------------------------------- reading a shape

    def entries(self, shape: Shape, scope: frozenset[str], tail: tuple[Node, ...] = ()) -> Entries:
        """The entries of a name, comma by comma: above, below, in parentheses; letters of `scope` are indices here."""
        base = shape.base
        return (
            [self._item(base, item, scope) for item in shape.uppers],
            [self._item(base, item, scope) for item in shape.lowers],
            [[Entry("index", "", node)] for node in tail],
        )

    def _item(self, base: str, item: Item, scope: frozenset[str]) -> list[Entry]:
        found = [e for piece in item for e in self._piece(base, piece, scope)]
        if len(found) > 1 and all(e.kind in ("label", "unknown") for e in found):
            whole = Entry("run", "".join(e.text for e in found), None, "".join(e.typed for e in found))
            return [whole._replace(kind="label")] if any(e.kind == "label" for e in found) else [whole, *found]
        return found

    def _piece(self, base: str, piece: Node, scope: frozenset[str]) -> Iterator[Entry]:
        letter = letter_of(piece)
        if letter is not None:
            yield self._letter(base, letter, piece, scope)
        elif isinstance(piece, t.Number) and "." not in piece.text:
            yield Entry("number", str(int(piece.text)), piece, piece.text)
        elif isinstance(piece, (t.Text, t.Symbol)):
            yield Entry("label", label_of(piece) or "", None, spelled_label(piece))
        elif (pair := self._two_indices(piece, scope)) is not None:
            yield from (Entry("index", "", p) for p in pair)
        else:
            yield Entry("index", "", piece)

    def _letter(self, base: str, letter: str, piece: Node, scope: frozenset[str]) -> Entry:
        typed = spelled_label(piece)
        if (base, letter) in self.labels and letter not in scope:
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
        if second is None or second not in indices or piece.base not in indices:
            return None
        return t.Name(piece.base, font=piece.font, primes=piece.primes, span=piece.span), inside[0]

    # ------------------------------------------------------------------------------------------------- learning names

    def learn(self, found: Iterable[tuple[Shape, frozenset[str], tuple[Node, ...]]]) -> None:
        """Learn the families from every occurrence: first those that leave nothing open, then the others."""
        later: list[Entries] = []
        bases: list[str] = []
        for shape, scope, tail in found:
            entries = self.entries(shape, scope, tail)
            if _is_open(entries):
                later.append(entries)
                bases.append(shape.base)
            else:
                self._learn(shape.base, entries)
        for base, entries in zip(bases, later, strict=True):
            self._learn(base, self.settle(base, entries))

    def _learn(self, base: str, entries: Entries) -> None:
        family, pattern = self.pattern(base, entries)
        self.families.setdefault(family, set()).add(pattern)

    def add_known(self, variable: Variable) -> None:
        """Learn a variable of a network that is already there."""
        base, above, below, tail = split_key(variable.key)
        family = (base, len(above), len(below), len(tail))
        self.families.setdefault(family, set()).add((*above, *below, *tail))
        self.known[variable.key] = variable
        self.defined.add(variable.key)

    def signature_of(self, variable: Variable) -> tuple[str, int, int]:
        """Letter and number of entries above and below of a known variable."""
        base, above, below, _ = split_key(variable.key)
        return base, len(above), len(below)

    def is_defined(self, base: str, signature: tuple[str, int, int]) -> bool:
        """Is a name of that signature one of a network that is already there?"""
        return any(split_key(k)[0] == base and self.signature_of(self.known[k]) == signature for k in self.defined)

    # ------------------------------------------------------------------------------------------------------- resolving

    def pattern(self, base: str, entries: Entries) -> tuple[Family, Pattern]:
        """The family and the pattern of settled entries."""
        flat = [[e for item in part for e in item] for part in entries]
        family = (base, len(flat[0]), len(flat[1]), len(flat[2]))
        return family, tuple(None if e.kind == "index" else e.text for part in flat for e in part)

    def final(self, family: Family, pattern: Pattern) -> Pattern:
        """The pattern with each number turned into an index where the family has an index in that place."""
        known = self.families.get(family, set())
        if all(p is None for p in pattern):
            return pattern
        result = list(pattern)
        for other in known:
            if all(p == q or (_free(p) and _free(q)) for p, q in zip(pattern, other, strict=True)):
                for n, q in enumerate(other):
                    if q is None:
                        result[n] = None
        return tuple(result)

    def has_index(self, family: Family, place: int, like: Pattern) -> bool:
        """Does the family have an index in that place (where the labels elsewhere agree)?"""
        return any(
            other[place] is None and all(p == q or (_free(p) and _free(q)) for p, q in zip(like, other, strict=True))
            for other in self.families.get(family, ())
        )

    def settle(self, base: str, entries: Entries) -> Entries:
        """Decide what only the family can tell: unknown letters, runs of letters, digits that run together."""
        return self._settle_letters(base, self._settle_digits(base, self._settle_runs(base, entries)))

    def _settle_runs(self, base: str, entries: Entries) -> Entries:
        def chosen(part: int, n: int) -> list[Entry]:
            item = entries[part][n]
            if not item or item[0].kind != "run":
                return item
            apart = _with(entries, part, n, item[1:])
            family, _ = self.pattern(base, _without_runs(apart))
            usable = any(None in p for p in self.families.get(family, ()))
            return item[1:] if usable else [item[0]._replace(kind="label")]

        for part, items in enumerate(entries):
            for n in range(len(items)):
                entries = _with(entries, part, n, chosen(part, n))
        return entries

    def _settle_digits(self, base: str, entries: Entries) -> Entries:
        for part, items in enumerate(entries[:2]):
            for n, item in enumerate(items):
                if not any(e.kind == "number" and len(e.typed) > 1 for e in item):
                    continue
                apart = _with(entries, part, n, [piece for e in item for piece in _digits(e)])
                together_known = any(None in p for p in self.families.get(self.pattern(base, entries)[0], ()))
                apart_known = any(None in p for p in self.families.get(self.pattern(base, apart)[0], ()))
                if apart_known and not together_known:
                    entries = apart
        return entries

    def _settle_letters(self, base: str, entries: Entries) -> Entries:
        if not any(e.kind == "unknown" for part in entries for item in part for e in item):
            return entries
        family, pattern = self.pattern(base, entries)
        flat = [e for part in entries for item in part for e in item]
        pattern = tuple(None if e.kind == "unknown" else p for e, p in zip(flat, pattern, strict=True))
        place = 0
        settled: list[list[list[Entry]]] = []
        for part in entries:
            settled.append([])
            for item in part:
                settled[-1].append([])
                for e in item:
                    if e.kind == "unknown":
                        e = e._replace(kind="index" if self.has_index(family, place, pattern) else "label")
                    settled[-1][-1].append(e)
                    place += 1
        return settled[0], settled[1], settled[2]

    def resolve(
        self, shape: Shape, scope: frozenset[str], tail: tuple[Node, ...] = ()
    ) -> tuple[Variable, tuple[Node, ...]]:
        """The variable that a name means and the forms that fill its indices, in the order of its key."""
        entries = self.settle(shape.base, self.entries(shape, scope, tail))
        family, pattern = self.pattern(shape.base, entries)
        final = self.final(family, pattern)
        key = key_of(family, final)
        variable = self.known.get(key)
        if variable is None:
            variable = self.known[key] = Variable(key, spelling_of(shape, entries, final))
        flat = [e for part in entries for item in part for e in item]
        nodes = tuple(e.node for e, p in zip(flat, final, strict=True) if p is None)
        assert all(n is not None for n in nodes)
        return variable, nodes  # type: ignore[return-value]

    def family_of(self, shape: Shape, scope: frozenset[str], tail: tuple[Node, ...] = ()) -> tuple[Family, Pattern]:
        """The family and final pattern of a name."""
        family, pattern = self.pattern(shape.base, self.settle(shape.base, self.entries(shape, scope, tail)))
        return family, self.final(family, pattern)


def _free(p: str | None) -> bool:
    return p is None or p.isdigit()


def _digits(e: Entry) -> list[Entry]:
    if not isinstance(e.node, t.Number):
        return [e]
    return [Entry("number", d, t.Number(d, e.node.span), d) for d in e.typed]


def _is_open(entries: Entries) -> bool:
    return any(
        e.kind in ("run", "unknown") or (e.kind == "number" and len(e.typed) > 1)
        for part in entries
        for item in part
        for e in item
    )


def _with(entries: Entries, part: int, n: int, item: list[Entry]) -> Entries:
    parts = [list(p) for p in entries]
    parts[part][n] = item
    return parts[0], parts[1], parts[2]


def _without_runs(entries: Entries) -> Entries:
    cut = [[item[1:] if item and item[0].kind == "run" else item for item in part] for part in entries]
    return cut[0], cut[1], cut[2]


# ------------------------------------------------------------------------------------------------------ keys, spellings


def key_of(family: Family, pattern: Pattern) -> str:
    r"""The canonical name: base, superscript, subscript, parenthesis; `#` for an index.

    >>> print(key_of(("net", 1, 1, 0), ("3", None)), key_of(("u", 0, 2, 0), ("o", None)))
    net^{(3)}_{#} u_{o,#}
    """
    base, above, below, tail = family
    parts = ["#" if p is None else p for p in pattern]
    upper, lower, rest = parts[:above], parts[above : above + below], parts[above + below :]
    text = base
    if upper:
        inner = ",".join(upper)
        text += f"^{{({inner})}}" if any(p == "#" or p.isdigit() for p in upper) else f"^{{{inner}}}"
    if lower:
        text += f"_{{{','.join(lower)}}}"
    return text + (f"({','.join(rest)})" if tail else "")


def split_key(key: str) -> tuple[str, Pattern, Pattern, Pattern]:
    r"""A canonical name taken apart again: base, entries above, below, in parentheses.

    >>> split_key(r"\hat{y}_{#}"), split_key("(W_{i})_{#,#}"), split_key("h^{(#,2)}_{o}")
    (('\\hat{y}', (), (None,), ()), ('(W_{i})', (), (None, None), ()), ('h', (None, '2'), ('o',), ()))
    """
    tail: Pattern = ()
    if key.endswith("#)") and not key.endswith("{(#)"):
        start = key.rindex("(")
        if start and key[start - 1] != "{":
            key, tail = key[:start], _parts(key[start + 1 : -1])
    cut = [n for n, depth in _depths(key) if depth == 0 and key[n] in "^_" and n > 0]
    base = key[: cut[0]] if cut else key
    above: Pattern = ()
    below: Pattern = ()
    for n, start in enumerate(cut):
        inner = key[start + 2 : (cut[n + 1] if n + 1 < len(cut) else len(key)) - 1]
        if key[start] == "^":
            above = _parts(inner[1:-1] if inner.startswith("(") else inner)
        else:
            below = _parts(inner)
    return base, above, below, tail


def _depths(text: str) -> Iterator[tuple[int, int]]:
    depth = 0
    for n, c in enumerate(text):
        if c in "{(":
            depth += 1
        elif c in "})":
            depth -= 1
        yield n, depth


def _parts(inner: str) -> Pattern:
    return tuple(None if p == "#" else p for p in inner.split(","))


def spelling_of(shape: Shape, entries: Entries, final: Pattern) -> str:
    r"""How the author writes the name, its indices numbered in the order of the key: `w_{#1,#2}^{(2)}`."""
    numbers: dict[int, str] = {}
    for place, p in enumerate(final):
        if p is None:
            numbers[place] = f"#{len(numbers) + 1}"
    above = sum(map(len, entries[0]))
    below = sum(map(len, entries[1]))
    text = shape.spelled + "'" * shape.primes
    for script in shape.order:
        inner = _script(entries[0] if script.above else entries[1], 0 if script.above else above, numbers)
        inner = f"{script.bracket}{inner}{_CLOSE[script.bracket]}"
        text += ("^" if script.above else "_") + (inner if len(inner) == 1 else f"{{{inner}}}")
    if entries[2]:
        text += f"({_script(entries[2], above + below, numbers)})"
    return text


_CLOSE: Mapping[str, str] = {"(": ")", "[": "]", "": ""}


def _script(items: list[list[Entry]], place: int, numbers: Mapping[int, str]) -> str:
    parts: list[str] = []
    for item in items:
        parts.append("")
        for e in item:
            parts[-1] += numbers.get(place, e.typed)
            place += 1
    return ",".join(parts)
