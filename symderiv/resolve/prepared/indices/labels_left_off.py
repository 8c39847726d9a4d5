r"""A label that is left off where the letters tell which array it is: `\sum_k w_{kj} \delta_k` beside `w^{(2)}_{kj}`.

Books do so from the backward pass on: the units are called k and j, and only the weights between them carry both. So a
name without a label means the labelled one that is written with the same letters in the same places, if just one is;
the page has to tell arrays apart by several labels, and may nowhere say what the name alone is: where it is defined,
declared, changed or differentiated by (`w^{(1)}_{ij} = w_{ji}`, a tied weight), it is an array of its own.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TypeAlias

from ....latex import tree as t
from ....latex.tree import Chain, Formula, Name, Node, Script
from ....latex.walking import rebuilt
from ...asked import remembered, where
from ...located import Located, read_of, with_statements
from ...spelled.shape import Stem, letter_of, stem_of
from ..applied import head_of

Key: TypeAlias = tuple[Stem, tuple[str, ...]]
"""A name and the letters below it."""


Names: TypeAlias = tuple[frozenset[Key], frozenset[tuple[Stem, tuple[str, ...], Script]]]
"""What stands without a label in a statement, and what with one."""


@remembered
def _names_in(s: t.Statement) -> Names:
    names = t.of_kind(s, Name)
    labelled = ((stem_of(x), _letters(x), label) for x in names if (label := _label(x)) is not None)
    return frozenset(key for x in names if (key := _bare(x)) is not None), frozenset(labelled)


def _has_label(s: t.Statement) -> bool:
    return bool(_names_in(s)[1])


@where(_has_label)
def with_labels_put_back(
    located: Sequence[Located], front: Iterable[object] = (), notes: list[str] | None = None
) -> list[Located]:
    """The formulas of a document with the labels that were left off; `front` are the values of its front matter.

    To `notes` is added what a reader has to know of it.
    """
    statements = [s for f in read_of(located) for s in f.statements]
    told = _told([_names_in(s) for s in statements])
    if told:
        chains = [c for s in statements for c in (s.chain, *s.conditions)]
        own = {stem_of(x) for x in _on_their_own(chains)}
        unread = [d.source.text for d, f in located if not isinstance(f, Formula)]
        unread += [text for text in _texts(front) if "^" not in text]
        told = {k: s for k, s in told.items() if k[0] not in own and not any(k[0][0] in text for text in unread)}
    if not told:
        return list(located)

    if notes is not None:
        notes += [note for x, label in told.items() if (note := _note(statements, x, label)) not in notes]

    def change(x: object) -> Node | None:
        label = told.get(key) if isinstance(x, Name) and (key := _bare(x)) is not None else None
        return replace(x, scripts=(*x.scripts, label)) if isinstance(x, Name) and label is not None else None

    return with_statements(located, lambda s: rebuilt(s, change))


def _note(statements: Sequence[t.Statement], key: Key, label: Script) -> str:
    """What is said of a name that is taken for a labelled one."""
    name = next(x for s in statements for x in t.of_kind(s, Name) if _bare(x) == key)
    below = "".join(key[1])
    number = label.entries[0].text if isinstance(label.entries[0], t.Number) else ""
    return f"`{name.base}_{{{below}}}` is taken for `{name.base}^{{({number})}}_{{{below}}}`"


def _told(names: Sequence[Names]) -> Mapping[Key, Script]:
    """The label of each name without one, where its letters tell it."""
    bare = {key for keys, _ in names for key in keys}
    if {stem for stem, _ in bare}.isdisjoint(stem for _, labelled in names for stem, _, _ in labelled):
        return {}
    labels: dict[Stem, set[Script]] = {}
    along: dict[Key, set[Script]] = {}
    for stem, letters, label in frozenset().union(*(labelled for _, labelled in names)):
        labels.setdefault(stem, set()).add(label)
        if letters:
            along.setdefault((stem, letters), set()).add(label)
    several = {stem for stem, found in labels.items() if len(found) > 1}
    bare = {key for key in bare if key[0] in several}
    untold = {k[0] for k in bare if len(along.get(k, ())) != 1}  # where some letters tell nothing, none are trusted
    return {k: next(iter(along[k])) for k in bare if k[0] not in untold}


def _on_their_own(chains: Sequence[Chain]) -> Iterator[Name]:
    """The names without a label of which a page says something, or that are written in yet another way."""
    wrt = (w.body for c in chains for w in t.of_kind(c, t.Wrt))
    heads = (head for c in chains for m in c.members if (head := head_of(m) if m is c.members[0] else m) is not None)
    for x in (*wrt, *heads):
        if isinstance(x, Name) and _label(x) is None:
            yield x
    for x in (x for c in chains for x in t.of_kind(c, Name)):
        if _label(x) is None and _bare(x) is None:
            yield x  # a square, a prime, another letter above: what is meant by it is not told by letters


def _texts(x: object) -> Iterator[str]:
    """The texts in lists and tables of the front matter."""
    if isinstance(x, str):
        yield x
    elif isinstance(x, Mapping):
        yield from _texts((*x.keys(), *x.values()))
    elif isinstance(x, Iterable):
        for part in x:
            yield from _texts(part)


def _letters(x: Name) -> tuple[str, ...]:
    """The letters below a name; none where something else stands there."""
    found = [letter_of(e) for s in x.scripts if not s.above for e in s.entries]
    return tuple(filter(None, found)) if None not in found else ()


def _bare(x: Name) -> Key | None:
    """A name with letters below and nothing above."""
    letters = _letters(x)
    return (stem_of(x), letters) if letters and not x.primes and not any(s.above for s in x.scripts) else None


def _label(x: Name) -> Script | None:
    r"""The number in parentheses above a name, `w^{(2)}_{kj}`; `w_{kj}^2` is a square."""
    above = [s for s in x.scripts if s.above]
    if len(above) != 1 or not above[0].bracket or x.primes:
        return None
    number = len(above[0].entries) == 1 and isinstance(above[0].entries[0], t.Number)
    return replace(above[0], span=t.SPAN) if number else None
