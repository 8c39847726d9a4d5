r"""Running letters with a number, `\sum_{i_1=1}^{N} x_{i_1}`, a layer, `\sum_{i_l=1}^{n_l} a^{(l)}_{i_l}`, or a word,
`\sum_{k_{in}=1}^{K_{in}} x_{k_{in}}`: letters like any other.

Below other names a letter with a script is looked up (`w_{c_m}`), or names one of many things; a sum that runs over
`i_1` says that this one is a letter, one over `i_{l-1}` that so are `i_l` and `i_L`. Beside a sum over `k_{in}` a
`k_{out}` that stands below names, and nowhere else, is a letter, too. So says `j \ne j_o` beside `u_{j_o}`, where o
numbers nothing: `j_o` is one of the j.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import replace
from typing import Any, TypeAlias

from ..latex import tree as t
from ..latex.tree import BigSum, Chain, Formula, Listing, Name
from ..latex.walking import rebuilt
from ..notation import SCRIPT_WORDS, WORD_FONTS
from .asked import any_of
from .front import Front, front_changed
from .located import Located, read_of, with_statements
from .shape import letter_of

Letters: TypeAlias = Mapping[str, str]
"""Running letters with a number, `i` and `1` as one key, each with its spelling as a letter."""

TYPED = re.compile(r"(\\?[A-Za-z]+)_(?:(\d)|\{(\d+)\})")
LAYERED = re.compile(r"(\\?[A-Za-z]+)_(?:([A-Za-z]|\\ell)|\{((?:[A-Za-z]|\\ell)(?:\s*[-+]\s*\d)?)\})")
WORDED = re.compile(r"(\\?[A-Za-z]+)_\{(?:\\[a-z]+\{)?([A-Za-z]{2,})\}?\}")
"""A numbered letter, one with a layer, and one with a word, as the key of a range."""
WORDS = SCRIPT_WORDS | {"in"}
"""Words below a letter that need not be set upright, nor run over, to be one."""
WITHIN = frozenset([r"\le", r"\leq", r"\leqslant", "<", r"\in"])


def _may_number(s: t.Statement) -> bool:
    """Does a sum run over such a letter, or is one compared with the letter itself?"""
    return any(True for _ in (*_running(s), *_over_words(s), *_compared(s.chain)))


def numbered_letters(located: Sequence[Located], ranges: Iterable[str] = ()) -> Letters:
    """The numbered letters that a sum runs over, or that have a range; `ranges` are the keys of the front matter."""
    typed_letters = [x for x in map(str.strip, ranges) if any(p.fullmatch(x) for p in (TYPED, LAYERED, WORDED))]
    if not typed_letters and not any_of(located, _may_number):
        return {}
    formulas = read_of(located)
    found = {key: _spelled(*key.split("_", 1)) for f in formulas for key in _running(f)}
    below = {_key(y) for f in formulas for x in t.of_kind(f, Name) for y in _entries(x)}
    found = {key: x for key, x in found.items() if not _is_layer(_label(key)) or key in below}
    layered = {key.split("_", 1)[0] for key in found if _is_layer(_label(key))}
    for name in (x for f in formulas for x in t.of_kind(f, Name) if x.base in layered):
        if (key := _key(name)) and not _is_word(_label(key)):
            found[key] = _spelled(*key.split("_", 1))
    for key in _singled_out(formulas):
        found.setdefault(key, _spelled(*key.split("_", 1)))
    for typed in typed_letters:
        key = _typed_key(typed)
        if key in below or not _is_layer(_label(key)):
            found[key] = _spelled(*key.split("_", 1))
    found |= {key: _spelled(*key.split("_", 1)) for key in _with_words(formulas, found)}
    return found


def _typed_key(typed: str) -> str:
    """The letter that a key of the ranges is."""
    match = TYPED.fullmatch(typed) or LAYERED.fullmatch(typed) or WORDED.fullmatch(typed)
    base, *below = match.groups() if match is not None else (typed,)
    return f"{base}_{''.join(filter(None, below)).replace(' ', '')}"


def _label(key: str) -> str:
    return key.partition("_")[2]


def _is_word(label: str) -> bool:
    return len(label) > 1 and label.isalpha()


def _is_layer(label: str) -> bool:
    return not (label.isdigit() or _is_word(label))


def _with_words(formulas: Sequence[Formula], found: Iterable[str]) -> Set[str]:
    """Letters with a word that stand below names alone, of which one of the same base runs or has a range."""
    running = {key for f in formulas for key in _over_words(f)} | {key for key in found if _is_word(_label(key))}
    bases = {key.split("_", 1)[0] for key in running}
    if not bases:
        return set()
    below = {y for f in formulas for x in t.of_kind(f, Name) for y in _entries(x) if isinstance(y, Name)}
    values = {_key(x) for f in formulas for x in _values(f)}
    alike = {x for x in below if x.base in bases and _is_word(_label(_key(x))) and _key(x) not in values}
    return {_key(x) for x in alike if _key(x) in running or _label(_key(x)) in WORDS or _is_upright(x)}


def _over_words(x: object) -> Iterator[str]:
    items = (item for part in t.of_kind(x, BigSum) for item in part.below)
    yield from (key for item in items for key in _over(item) if _is_word(_label(key)))


def _is_upright(x: Name) -> bool:
    """Is the word below a letter set upright?"""
    first = x.scripts[0].entries[0]
    return not isinstance(first, Name) or bool(first.font)


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
    entries = [y for f in formulas for x in t.of_kind(f, Name) for y in _entries(x)]
    parts = [y for e in entries for y in ((f.body for f in e.factors) if isinstance(e, t.Product) else (e,))]
    letters = set(parts)
    names = (
        x for f in formulas for x in t.of_kind(f, Name) if x not in letters
    )  # what stands below letters is a label
    plain = {y.base for x in names for y in _entries(x) if isinstance(y, Name) and letter_of(y) is not None}
    below = {_key(y) for y in parts}
    yield from (key for key, label in compared if key in below and label not in plain)


def _compared(c: Chain) -> Iterator[tuple[str, str]]:
    """A letter with a label that is compared with the letter itself, and its label."""
    if len(c.members) != 2 or c.relations[0] not in COMPARING:
        return
    for one, two in (c.members, c.members[::-1]):
        key = _key(two)
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


def _spelled(base: str, number: str) -> str:
    return f"{base}_{number}" if len(number) == 1 else f"{base}_{{{number}}}"


def _put(letters: Letters) -> Any:
    def change(x: Any) -> Name | None:
        key = _key(x)
        return replace(x, base=letters[key], scripts=()) if key in letters else None

    return change


def _key(x: object) -> str:
    """The letter with a number, a layer or a word that a name is, else nothing."""
    if not isinstance(x, Name) or len(x.scripts) != 1 or x.accents or x.font or x.primes:
        return ""
    (script,) = x.scripts
    if script.above or script.bracket or script.commas:
        return ""
    below = _layer(script.entries[0]) if len(script.entries) == 1 else ""
    below = below or word_of(script.entries)
    return f"{x.base}_{below}" if below else ""


def word_of(entries: Sequence[t.Node]) -> str:
    """A word that is all of a script, set upright or as a run of letters; nothing for anything else."""
    if len(entries) == 1 and isinstance(entries[0], t.Text):
        word = entries[0].content.strip()
    elif len(entries) == 1 and isinstance(entries[0], Name) and entries[0].font in WORD_FONTS | {""}:
        word = (letter_of(replace(entries[0], font="")) or "") if not entries[0].scripts else ""
    else:
        letters = [letter_of(e) for e in entries]
        word = "".join(x if x is not None and len(x) == 1 else " " for x in letters)
    return word if len(word) > 1 and word.isascii() and word.isalpha() else ""


def _entries(x: Name) -> Iterator[t.Node]:
    """What stands above and below a name."""
    return (e for script in x.scripts for e in script.entries)


def _layer(x: t.Node) -> str:
    """A number, a letter, or one a number further, `l-1`; nothing for anything else."""
    if isinstance(x, t.Number):
        return x.text if x.text.isdigit() else ""
    if isinstance(x, Name):
        letter = len(x.base) == 1 or x.base == r"\ell"
        return x.base if letter and not (x.scripts or x.accents or x.font or x.primes) else ""
    if not isinstance(x, t.Terms) or len(x.terms) != 2 or x.terms[0].sign:
        return ""
    first, second = (_layer(term.body) for term in x.terms)
    return f"{first}{x.terms[1].sign}{second}" if first and not first.isdigit() and second.isdigit() else ""


def _running(x: object) -> Iterator[str]:
    for part in t.of_kind(x, BigSum):
        for item in part.below:
            # a layer counts where the sum has bounds: `\sum_{x_n}` may be over the values of data
            yield from (key for key in _over(item) if _label(key).isdigit() or isinstance(item, Chain))


def _over(item: t.Node) -> Iterator[str]:
    """The letters with a script that an item below a sum runs over."""
    first = item.members[0] if isinstance(item, Chain) else item
    yield from filter(None, map(_key, t.listed(first)))
