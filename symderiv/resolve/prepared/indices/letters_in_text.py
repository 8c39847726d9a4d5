r"""Indices set upright: `z_j = \sum_k w_{\text{jk}} a_k`, as converters of documents type what runs together.

Upright letters are a label otherwise. They are indices where a sum over one of them stands around the name and the
others are bound so, too, or stand below what the equation defines, running together there as well (`s_{\text{ij}} =
\sum_{\text{k}} a_{\text{ik}} b_{\text{kj}}`); then they are so below that letter everywhere, with numbers among them
(`w_{\text{i0}}`). Words and letters that number nothing stay labels beside them (`w_{\text{b}}`).

What may be either leaves open the lines that rest on it: a word whose letters a sum binds (`w_{\text{in}}` below n and
i), one that repeats a letter (`w_{\text{hh}}`), a number behind an index with no sum around it, one of whose letters
only looks like an index (`w_{\text{ij}}` beside `y_{\mathrm{i}_0}`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial

from ....latex import tree as t
from ....latex.tree import BigSum, Name, Node, Script, Statement
from ....latex.walking import rebuilt
from ....notation import EQUALITIES, LOSS_LABELS, SCRIPT_WORDS, WORD_FONTS, words_of
from ....pattern import lazily
from ...asked import some, where
from ...located import Located, read_of, with_statements
from ...spelled.scripts import entries_below
from ...spelled.shape import Stem, letter_of, letters_in, stem_of
from ..extremum import letters_bound
from ..left_unread import without_doubtful

MOST = 3
"""So many letters at most run together."""
WORDS = frozenset(words_of("in on of if is it id th st nd rd up to by no so or at as an and the all any mid max min"))
"""Short words that stand in scripts."""
KNOWN = WORDS | SCRIPT_WORDS | LOSS_LABELS
RUN = lazily(r"[a-z0-9](?:[\s,]*[a-z0-9])+")
"""Letters and numbers of one character each, that may be indices."""
CAUSE = "`{}` may be a label, or indices set upright"
HINT = "write indices without `\\text`, and number nothing with the letters of a label"


@dataclass(frozen=True, slots=True)
class _Seen:
    """Upright letters below a letter that may be indices; is one of them `summed` around it?"""

    stem: Stem
    word: str
    summed: bool


@some(Name)
def _has_any(x: Name) -> bool:
    return any(_run(e) for script in x.scripts for e in script.entries)


@where(_has_any)
def with_letters_in_text(located: Sequence[Located]) -> list[Located]:
    r"""The formulas of a document with such letters as indices.

    >>> from symderiv.document import parse_document, read_formulas
    >>> page = read_formulas(parse_document(r"$$z_j = \sum_k w_{\text{jk}} a_k$$"))
    >>> [[e.base for s in x.scripts for e in s.entries] for _, f in with_letters_in_text(page)
    ...  for x in t.of_kind(f, Name) if x.base == "w"]
    [['j', 'k']]
    """
    statements = [s for f in read_of(located) for s in f.statements]
    seen = [x for s in statements for x in _shown(s)]
    if not seen:
        return list(located)
    indices = {letter for s in statements for letter in _indices(s)}
    meant = {x.stem for x in seen if x.summed} - {x.stem for x in seen if not x.summed and x.word.isalpha()}
    doubted = {x.stem: x.word for x in seen if x.stem not in meant}
    names = [x for s in statements for x in t.of_kind(s, Name) if stem_of(x) in meant]
    doubted |= {stem_of(x): _word(e) for x in names for e in entries_below(x) if _is_doubtful(_word(e), indices)}
    for stem, word in doubted.items():
        located = without_doubtful(located, partial(_named, stem), CAUSE.format(word), HINT)
    meant -= doubted.keys()

    def change(x: object) -> Node | None:
        if not isinstance(x, Name) or stem_of(x) not in meant:
            return None
        scripts = tuple(s if s.above else _typed_apart(s, indices) for s in x.scripts)
        return None if scripts == x.scripts else replace(x, scripts=scripts)

    return with_statements(located, lambda s: rebuilt(s, change))


def _named(stem: Stem, s: Statement) -> Name | None:
    return next((x for x in t.of_kind(s, Name) if stem_of(x) == stem), None)


def _run(e: Node) -> str:
    """The upright letters and numbers that an entry of a script is, if they may be indices; else nothing."""
    word = _word(e)
    return re.sub(r"[\s,]", "", word) if RUN.fullmatch(word) and not word.isdigit() else ""


def _word(e: Node) -> str:
    if isinstance(e, t.Text):
        return e.content.strip() if not e.math else ""
    if not isinstance(e, Name) or e.font not in WORD_FONTS or e.accents or e.primes:
        return ""
    below = [x.text for s in e.scripts for x in s.entries if isinstance(x, t.Number)]
    return "_".join([e.base, *below])  # `\mathrm{i}_0` is neither i nor i and 0


def _upright(e: Node) -> str:
    """The one upright letter that an entry is."""
    word = _word(e)
    return word if len(word) == 1 and word.isalpha() else ""


def _letters(run: str) -> set[str]:
    return {x for x in run if x.isalpha()}


def _spells(word: str, indices: set[str]) -> str:
    """The run that upright letters spell, if all are indices, each but once, and they are no word."""
    run = re.sub(r"[\s,]", "", word)
    letters = [x for x in run if x.isalpha()]
    plain = RUN.fullmatch(word) is not None and bool(letters) and len(run) <= MOST and word not in KNOWN
    return run if plain and len(set(letters)) == len(letters) and indices.issuperset(letters) else ""


def _is_doubtful(word: str, indices: set[str]) -> bool:
    """May upright letters beside such indices be a label as well as indices?"""
    if not word or _spells(word, indices):
        return False
    if not word.isalpha() or indices.issuperset(word):
        return True
    return word.islower() and 1 < len(word) <= MOST and word not in KNOWN


def _typed_apart(s: Script, indices: set[str]) -> Script:
    entries = tuple(x for e in s.entries for x in _apart(e, indices))
    return s if entries == s.entries else replace(s, entries=entries)


def _apart(e: Node, indices: set[str]) -> Iterator[Node]:
    run = _spells(_word(e), indices)
    for x in run:
        yield Name(x, span=e.span) if x.isalpha() else t.Number(x, span=e.span)
    if not run:
        yield e


def _indices(s: Statement) -> Iterator[str]:
    """The letters that sums bind, and those that stand alone below names; below what is defined upright ones, too."""
    yield from (y for x in t.of_kind(s.chain, BigSum) for y in letters_bound(x))
    left = s.chain.members[0]
    yield from _run_together(s.chain)
    for x in t.of_kind(s.chain, Name):
        entries = (e for e in entries_below(x) if x is left or not _word(e))
        yield from (y for e in entries if (y := letter_of(e) or _upright(e)) and len(y) == 1)


def _shown(s: Statement) -> Iterator[_Seen]:
    """Where an equation shows upright indices."""
    chain = s.chain
    if len(chain.members) > 1 and chain.relations[0] in EQUALITIES and isinstance(left := chain.members[0], Name):
        entries = [e for script in left.scripts if not _spells_word(script) for e in script.entries]
        own = {y for e in entries if not _is_numbered(e) for y in letters_in(e)}
        own |= {x for e in entries if (x := _upright(e))} | (run := _run_together(chain))
        if run:
            yield from (_Seen(stem_of(left), _word(e), True) for e in entries if _run(e))
        alike = {e.base for e in entries if isinstance(e, Name) and _is_numbered(e)} - own
        for m in chain.members[1:]:
            yield from _around(m, own, alike, frozenset())


def _spells_word(s: Script) -> bool:
    """Do letters of a script spell a word, the `total` of `E_{total} = E_{o1} + E_{o2}`? They number nothing."""
    letters = [letter_of(e) or "" for e in s.entries]
    if s.commas or len(letters) < len("in") or not all(len(x) == 1 for x in letters):
        return False
    return len(letters) > MOST or len(set(letters)) < len(letters) > len("ii") or "".join(letters) in KNOWN - WORDS


def _run_together(chain: t.Chain) -> set[str]:
    """The letters that run together below what an equation defines, where they do so with those of sums, too: all stand
    in names in which a letter of a sum stands besides, and none is one of a sum."""
    left = chain.members[0]
    entries = entries_below(left) if isinstance(left, Name) else ()
    letters = {x for e in entries for x in _letters(_run(e))}
    if not letters or len(chain.members) < 2:
        return set()
    bound = {y for m in chain.members[1:] for x in t.of_kind(m, BigSum) for y in letters_bound(x)}
    names = [entries_below(x) for m in chain.members[1:] for x in t.of_kind(m, Name)]
    runs = [run for below in names for e in below if not (run := _letters(_run(e))) & set(map(letter_of, below))]
    beside = {x for run in runs if run & bound and run <= bound | letters for x in run}
    return letters if letters <= beside - bound else set()


def _is_numbered(e: Node) -> bool:
    r"""Has it a script of its own: is it the `\mathrm{i}_0` that is no i?"""
    return isinstance(e, Name) and bool(e.scripts)


def _around(x: object, own: set[str], alike: set[str], bound: frozenset[str]) -> Iterator[_Seen]:
    """Those of a part of it, where the letters `bound` have a sum around them, and those of its left side are `own`,
    or look like these."""
    if isinstance(x, Name):
        for e in entries_below(x):
            letters = _letters(run := _run(e))
            if letters and letters <= bound | own | alike and (letters & bound or not run.isalpha()):
                yield _Seen(stem_of(x), _word(e), bool(letters & bound) and letters <= bound | own)
    elif isinstance(x, BigSum):
        yield from _around(x.body, own, alike, bound | set(letters_bound(x)))
    elif isinstance(x, t.Tree):
        for part in t.parts(x):
            yield from _around(part, own, alike, bound)
