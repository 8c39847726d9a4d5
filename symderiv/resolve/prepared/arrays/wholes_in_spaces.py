r"""Rows and columns of a layer that a sentence makes of their entries and puts into a space besides: `$\delta^{(l)} =
(\delta_i^{(l)}) \in \mathbb{R}^{1 \times n_l}$ is a row vector`.

Where words call it what the space makes it, the space says no more: the entries have their ranges. Nor does it of a
matrix with a label, `F^l = (F_{ij}^l) \in \mathbb{R}^{N_l \times M_l}`, whose letters run so far on the page.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType

from ....latex.tree import Chain, Formula, Name, Statement
from ....pattern import lazily
from ...asked import where
from ...located import Located, read_of, with_statements
from ...shapes.array import spelled
from ...shapes.declared import Way, space
from ...shapes.rows_told import ways_told
from ...shapes.sizes import only_sizes, sizes_of_letters
from ...spelled.scripts import entries_below, letters_in_scripts
from ...spelled.shape import letter_of
from ...stated import is_told_by_letter, whole_and_entry

FROM_ONE = "1.."
BRACES = lazily(r"[{}\s]")
NO_RANGES: Mapping[str, object] = MappingProxyType({})
KINDS = {Way.ROW: "r", Way.COLUMN: "c"}


def _has_any(s: Statement) -> bool:
    return _without_space(s.chain) is not None


@where(_has_any)
def without_spaces_called(located: Sequence[Located], ranges: Mapping[str, object] = NO_RANGES) -> list[Located]:
    r"""The formulas of a document, such vectors as their entries alone.

    >>> from symderiv.document import parse_document, read_formulas
    >>> text = r"$d^{(l)} = (d_i^{(l)}) \in \mathbb{R}^{1 \times n}$ is a %s vector."
    >>> pages = [read_formulas(parse_document(text % word)) for word in ("row", "column")]
    >>> [len(without_spaces_called(page)[0][1].statements[0].chain.members) for page in pages]
    [2, 3]
    """
    ways = ways_told(located)
    ends = {x: spelled(size) for x, size in only_sizes(sizes_of_letters([*read_of(located)])).items()}
    ends |= {x: str(typed).partition(FROM_ONE)[2] for x, typed in ranges.items()}
    ends = {x: _plain(end) for x, end in ends.items()}

    def alone(s: Statement) -> Statement:
        bare = _without_space(s.chain)
        return replace(s, chain=bare) if bare is not None and _is_matrix_of_ranges(s.chain, ends) else s

    located = with_statements(located, alone)
    return [(d, _changed(f, ways.get(n)) if isinstance(f, Formula) else f) for n, (d, f) in enumerate(located)]


def _changed(f: Formula, way: Way | None) -> Formula:
    def alone(s: Statement) -> Statement:
        bare = _without_space(s.chain)
        shape = space(s.chain.members[-1]) if bare is not None else None
        called = shape is not None and way in KINDS and KINDS[way] == shape[0]
        return replace(s, chain=bare) if bare is not None and called else s

    return replace(f, statements=tuple(map(alone, f.statements))) if way in KINDS else f


def _is_matrix_of_ranges(c: Chain, ends: Mapping[str, str]) -> bool:
    """Do the letters of the entries of a matrix run as far as its space says?"""
    whole, right = c.members[:2]
    _, entry = whole_and_entry(replace(c, members=(whole, right), relations=("=",))) or (None, None)
    shape = space(c.members[2])
    if not isinstance(whole, Name) or not isinstance(entry, Name) or shape is None or shape[0] != "m":
        return False
    own = {*letters_in_scripts(whole)}
    letters = [letter for e in entries_below(entry) if (letter := letter_of(e)) is not None and letter not in own]
    fits = [ends.get(x) for x in letters] == [_plain(spelled(size)) for size in shape[1]]
    return fits and len({*letters}) == len(letters) and is_told_by_letter(whole, entry)


def _plain(size: str) -> str:
    """A size as typed, without braces and spaces."""
    return BRACES.sub("", size)


def _without_space(c: Chain) -> Chain | None:
    r"""The `\delta^{(l)} = (\delta_i^{(l)})` of such a chain."""
    if c.relations != ("=", r"\in"):
        return None
    bare = replace(c, members=c.members[:2], relations=("=",), relation_spans=c.relation_spans[:1])
    whole, _ = whole_and_entry(bare) or (None, None)
    return bare if whole is not None and whole.scripts else None
