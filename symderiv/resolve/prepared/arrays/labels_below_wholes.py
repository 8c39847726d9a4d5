r"""Labels below arrays that a sentence makes of their entries: the c of `x_c = (x_{c,j})` beside x, where `s_c = ..`
and `z_{c,i} = ..` are the same of them as `s = ..` and `z_i = ..` are without it.

Nothing on the page counts with such a letter, it is no value, and it stands nowhere but as the first below names. All
names of these kinds have it, or another letter that is told so, and each has a sibling without it, on the left of an
equation where it stands there itself, as one of them does at least. So it numbers nothing. Set upright above,
`x^{(\text{c})}_j`, it is part of the name for the readers of arrays, for whom the first letter of several below is the
number of a row.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import replace

from ....latex import tree as t
from ....latex.tree import Chain, Group, Name, Node, Script, Scripted, Statement, Text
from ....latex.walking import rebuilt
from ....notation import EQUALITIES
from ...asked import where
from ...located import Located, read_of, with_statements
from ...spelled.scripts import Kind, entries_below, kind_of
from ...spelled.shape import label_of, letter_of, stem_of
from ...stated import whole_and_entry

COUNTING = frozenset("ijklmnpqrt")
"""Letters that nobody takes for labels."""


def _has_any(s: Statement) -> bool:
    return _told(s.chain) is not None


@where(_has_any)
def with_labels_below_wholes(located: Sequence[Located], ranges: Mapping[str, object] | None = None) -> list[Located]:
    r"""The formulas of a document, such labels upright above; `ranges` are those of the front matter, as typed.

    >>> from symderiv.document import parse_document, read_formulas
    >>> page = r"$s = \sum_j u_j x_j$ $s_c = \sum_j u_j x_{c,j}$ $x = (x_j)$ $x_c = (x_{c,j})$"
    >>> found = with_labels_below_wholes(read_formulas(parse_document(page)))
    >>> [y.base for _, f in found for y in t.of_kind(f, Name) for x in y.scripts if x.above]
    ['s', 'x', 'x', 'x']
    """
    statements = [s for f in read_of(located) for s in f.statements]
    told = {label for s in statements if (label := _told(s.chain)) is not None} - {*(ranges or ())}
    found = _labels(statements, told)
    if not found:
        return list(located)

    def change(x: object) -> Node | None:
        if not isinstance(x, Name) or _label(x) not in found:
            return None
        lower = next(s for s in x.scripts if not s.above)
        upright = Script(True, (Text(_label(x) or "", span=lower.span),), "(", span=lower.span)
        below = replace(lower, entries=tuple(rebuilt(e, change) for e in lower.entries[1:]))
        bare = replace(x, scripts=(upright, below) if below.entries else (upright,))
        above = tuple(rebuilt(s, change) for s in x.scripts if s.above)
        return Scripted(Group("(", (bare,), ")", span=x.span), above, span=x.span) if above else bare

    return with_statements(located, lambda s: rebuilt(s, change))


def _told(c: Chain) -> str | None:
    """The label of such a sentence."""
    whole, entry = whole_and_entry(c) or (None, None)
    label = _label(whole) if whole is not None and isinstance(entry, Name) else None
    if label is None or whole is None or not isinstance(entry, Name) or stem_of(whole) != stem_of(entry):
        return None
    below = entries_below(entry)
    plain = not any(s.above for s in (*whole.scripts, *entry.scripts)) and len(entries_below(whole)) == 1
    return label if plain and len(below) > 1 and _label(entry) == label and letter_of(below[1]) else None


def _label(x: Name) -> str | None:
    """What stands first below a name, where that is a letter or a word."""
    first = next(iter(entries_below(x)), None)
    if first is None or sum(not s.above for s in x.scripts) != 1 or any(s.bracket for s in x.scripts if not s.above):
        return None
    return label_of(first) if isinstance(first, Text) or letter_of(first) is not None else None


def _labels(statements: Sequence[Statement], told: Set[str]) -> Set[str]:
    """Those of some letters that are labels."""
    told = {x for x in told if x not in COUNTING}
    if not told:
        return told
    names = [x for s in statements for x in t.of_kind(s, Name)]
    labelled = [x for x in names if _label(x) in told]
    first = {id(entries_below(x)[0]) for x in labelled}
    told -= {x.base for x in names if id(x) not in first}
    kinds = {kind_of(x) for x in labelled}
    wholes = {(stem, n) for stem, n in kinds if n == 1 and (stem, 2) in kinds}
    others = {kind_of(x) for x in names if _label(x) not in told}
    lefts = {(_label(x), kind_of(x)) for s in statements for x in _left(s)}
    return {x for x in told if _is_beside({kind_of(y) for y in labelled if _label(y) == x} - wholes, others, x, lefts)}


def _is_beside(kinds: Set[Kind], others: Set[Kind], label: str, lefts: Set[tuple[str | None, Kind]]) -> bool:
    """Has each of the kinds of names that carry a label a sibling without it, on the left of an equation where it
    stands there itself, as one of them does at least, and no others beside it?"""
    plain = {kind for found, kind in lefts if found != label}
    defined = {kind for found, kind in lefts if found == label}
    siblings = {_sibling(kind) for kind in kinds}
    return bool(defined) and siblings <= others and kinds.isdisjoint(others) and {_sibling(x) for x in defined} <= plain


def _sibling(kind: Kind) -> Kind:
    return kind[0], kind[1] - 1


def _left(s: Statement) -> Iterator[Name]:
    """The name that an equation defines; what is made of entries in parentheses is only told."""
    left = s.chain.members[0]
    defines = s.chain.relations[:1] != () and s.chain.relations[0] in EQUALITIES
    if isinstance(left, Name) and defines and whole_and_entry(s.chain) is None:
        yield left
