r"""Running letters with a number, `\sum_{i_1=1}^{N} x_{i_1}`, a layer, `\sum_{i_l=1}^{n_l} a^{(l)}_{i_l}`, or a word,
`\sum_{k_{in}=1}^{K_{in}} x_{k_{in}}`: letters like any other.

Below other names a letter with a script is looked up (`w_{c_m}`), or names one of many things; a sum that runs over
`i_1` says that this one is a letter, one over `i_{l-1}` that so are `i_l` and `i_L`. Beside a sum over `k_{in}` a
`k_{out}` that stands below names, and nowhere else, is a letter, too. So says `j \ne j_o` beside `u_{j_o}`, where o
numbers nothing: `j_o` is one of the j.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import replace
from typing import Any, TypeAlias

from ...latex import tree as t
from ...latex.tree import BigSum, Chain, Formula, Listing, Name
from ...latex.walking import rebuilt
from ..asked import any_of
from ..front import Front, front_changed
from ..located import Located, read_of, with_statements
from ..spelled.letter_keys import (
    LAYERED,
    TYPED,
    WORDED,
    WORDS,
    is_layer,
    is_upright,
    is_word,
    key_of,
    label_of_key,
    spelled,
    typed_key,
    without_power,
)
from ..spelled.scripts import entries_of
from ..spelled.shape import letter_of
from .labelled_sizes import labelled_sizes

Letters: TypeAlias = Mapping[str, str]
"""Running letters with a number, `i` and `1` as one key, each with its spelling as a letter."""

WITHIN = frozenset([r"\le", r"\leq", r"\leqslant", "<", r"\in"])


def _may_number(s: t.Statement) -> bool:
    """Does a sum run over such a letter, or is one compared with the letter itself?"""
    return any(True for _ in (*_running(s), *_over_words(s), *_compared(s.chain)))


def numbered_letters(located: Sequence[Located], ranges: Mapping[str, object]) -> Letters:
    """The numbered letters that a sum runs over, or that have a range, and sizes with labels (`labelled_sizes`);
    `ranges` are those of the front matter, as typed."""
    return {**_running_letters(located, ranges), **{key: spelled(key) for key in labelled_sizes(located, ranges)}}


def _running_letters(located: Sequence[Located], ranges: Iterable[str]) -> dict[str, str]:
    typed_letters = [x for x in map(str.strip, ranges) if any(p.fullmatch(x) for p in (TYPED, LAYERED, WORDED))]
    if not typed_letters and not any_of(located, _may_number):
        return {}
    formulas = read_of(located)
    found = {key: spelled(key) for f in formulas for key in _running(f)}
    below = {key_of(y) for f in formulas for x in t.of_kind(f, Name) for y in entries_of(x)}
    found = {key: x for key, x in found.items() if not is_layer(label_of_key(key)) or key in below}
    layered = {key.split("_", 1)[0] for key in found if is_layer(label_of_key(key))}
    for name in (x for f in formulas for x in t.of_kind(f, Name) if x.base in layered):
        if (key := key_of(name)) and not is_word(label_of_key(key)):
            found[key] = spelled(key)
    for key in _singled_out(formulas):
        found.setdefault(key, spelled(key))
    for typed in typed_letters:
        key = typed_key(typed)
        if key in below or not is_layer(label_of_key(key)):
            found[key] = spelled(key)
    found |= {key: spelled(key) for key in _with_words(formulas, found)}
    return found


def _with_words(formulas: Sequence[Formula], found: Iterable[str]) -> Set[str]:
    """Letters with a word that stand below names alone, of which one of the same base runs or has a range."""
    running = {key for f in formulas for key in _over_words(f)} | {key for key in found if is_word(label_of_key(key))}
    bases = {key.split("_", 1)[0] for key in running}
    if not bases:
        return set()
    below = {y for f in formulas for x in t.of_kind(f, Name) for y in entries_of(x) if isinstance(y, Name)}
    values = {key_of(x) for f in formulas for x in _values(f)}
    alike = {x for x in below if x.base in bases and is_word(label_of_key(key_of(x))) and key_of(x) not in values}
    return {key_of(x) for x in alike if key_of(x) in running or label_of_key(key_of(x)) in WORDS or is_upright(x)}


def _over_words(x: object) -> Iterator[str]:
    items = (item for part in t.of_kind(x, BigSum) for item in part.below)
    yield from (key for item in items for key in _over(item) if is_word(label_of_key(key)))


def _values(x: t.Tree) -> Iterator[Name]:
    """The names that stand for a value: neither below others, nor where a range is stated or a sum runs over them."""
    if isinstance(x, Name):
        yield x
    elif not isinstance(x, t.Script):
        said = _said_to_run(x)
        yield from (y for part in t.parts(x) if part not in said for y in _values(part))


def _said_to_run(x: t.Tree) -> tuple[t.Node, ...]:
    r"""The letters that a sum runs over, and those of `k = 1, \dots, K`, `1 \le k \le K` and `k \in S`."""
    if isinstance(x, BigSum):
        return x.below
    listed = isinstance(x, Chain) and x.relations == ("=",) and isinstance(x.members[1], Listing)
    ranging = isinstance(x, Chain) and x.relations and WITHIN.issuperset(x.relations)
    return tuple(m for m in x.members if isinstance(m, Name)) if isinstance(x, Chain) and (listed or ranging) else ()


def _singled_out(formulas: Sequence[Formula]) -> Iterator[str]:
    """The letters with a label that are compared with the letter itself, and stand below names."""
    compared = dict.fromkeys(pair for f in formulas for s in f.statements for pair in _compared(s.chain))
    if not compared:
        return
    entries = [y for f in formulas for x in t.of_kind(f, Name) for y in entries_of(x)]
    parts = [y for e in entries for y in ((f.body for f in e.factors) if isinstance(e, t.Product) else (e,))]
    letters = set(parts)
    names = (
        x for f in formulas for x in t.of_kind(f, Name) if x not in letters
    )  # what stands below letters is a label
    plain = {y.base for x in names for y in entries_of(x) if isinstance(y, Name) and letter_of(y) is not None}
    below = {key_of(y) for y in parts}
    yield from (key for key, label in compared if key in below and label not in plain)


def _compared(c: Chain) -> Iterator[tuple[str, str]]:
    """A letter with a label that is compared with the letter itself, and its label."""
    if len(c.members) != 2 or c.relations[0] not in COMPARING:
        return
    for one, two in (c.members, c.members[::-1]):
        key = key_of(two)
        base, _, label = key.partition("_")
        if key and two != one and len(label) == 1 and label.isalpha() and letter_of(one) == base:
            yield key, label


COMPARING = frozenset(["=", r"\ne", "=="])


def with_letters(located: Sequence[Located], letters: Letters) -> Sequence[Located]:
    """The formulas with each of these as one letter."""
    return with_statements(located, lambda s: rebuilt(s, _put(letters))) if letters else located


def front_with_letters(front: Front, letters: Letters) -> Front:
    """The front matter with each of these as one letter."""
    return front_changed(front, lambda x: rebuilt(x, _put(letters))) if letters else front


def _put(letters: Letters) -> Any:
    def change(x: Any) -> Name | None:
        key = key_of(without_power(x)) if isinstance(x, Name) else ""
        above = tuple(s for s in x.scripts if s.above) if key in letters else ()
        return replace(x, base=letters[key], scripts=above) if key in letters else None

    return change


def _running(x: object) -> Iterator[str]:
    for part in t.of_kind(x, BigSum):
        for item in part.below:
            # a layer counts where the sum has bounds: `\sum_{x_n}` may be over the values of data
            keys = (key for key in _over(item) if label_of_key(key).isdigit() or isinstance(item, Chain))
            yield from (key for key in keys if not _is_told_apart(part, item, label_of_key(key)))


def _is_told_apart(x: BigSum, item: t.Node, label: str) -> bool:
    r"""Is the `y_i \ne j` of `\sum_{i : y_i \ne j}` said of each i? So is `y_i = j`, and nothing begins at a letter
    that ends nowhere."""
    if not isinstance(item, Chain) or len(item.members) != 2 or item.relations[0] not in COMPARING:
        return False
    begins = item.relations[0] != r"\ne" and (x.above is not None or letter_of(item.members[1]) is None)
    return not begins and any(label in _letters_of(other) for other in x.below if other is not item)


def _letters_of(item: t.Node) -> tuple[str | None, ...]:
    """The letters that an item below a sum begins with, several as `i, j` or as `ij`."""
    first = item.members[0] if isinstance(item, Chain) else item
    if isinstance(first, t.Product):
        return tuple(letter_of(f.body) for f in first.factors)
    return tuple(map(letter_of, t.listed(first)))


def _over(item: t.Node) -> Iterator[str]:
    """The letters with a script that an item below a sum runs over."""
    first = item.members[0] if isinstance(item, Chain) else item
    yield from filter(None, map(key_of, t.listed(first)))
