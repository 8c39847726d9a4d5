r"""What is said about readings that were chosen: one letter with two meanings, names that look like powers."""

from __future__ import annotations

from collections.abc import Iterator

from ..affine import Sym
from ..errors import AmbiguousError
from .facts import Facts
from .meaning import Meaning, label_or_index
from .spelled.keys import key_of
from .written import RowDoubt

OF_TWO = "among the others or apart from them"


def notes(facts: Facts, meaning: Meaning) -> Iterator[str]:
    """One line for each letter with two meanings, in the order of the alphabet."""
    yield from _labels(meaning)
    for letter in sorted(facts.fixed() & meaning.names.sizes):
        yield f"`{letter}` is one fixed index"
    told = {x.letter for x in facts.apart if facts.are_apart(x)}
    for letter in sorted(facts.rows().keys() & meaning.names.sizes):
        yield f"`{letter}` is one fixed index, " + ("apart from the others" if letter in told else OF_TWO)
    yield from _letters(meaning)
    yield from _deltas(facts, meaning)
    yield from _squares(meaning)
    for base in sorted({family[0] for family, _, _ in meaning.names.apart}):
        yield f"variables called `{base}` are told apart by the letters of their indices"


def row_doubts(facts: Facts, meaning: Meaning) -> Iterator[RowDoubt]:
    """The letters of rows that may be among the others or apart, each with what to write instead."""
    told = {x.letter: facts.are_apart(x) for x in facts.apart}
    for letter, (o, piece) in facts.rows().items():
        if letter in meaning.names.sizes:
            place = facts.stated[o.statement].formula.place(piece.span)
            cause, hint = label_or_index(letter)
            yield RowDoubt(Sym(letter), AmbiguousError(cause, place, hint), told.get(letter))
    for letter in told.keys() - facts.rows().keys() & meaning.names.sizes:
        cause, hint = label_or_index(letter)
        yield RowDoubt(Sym(letter), AmbiguousError(cause, None, hint), False)


def _labels(meaning: Meaning) -> Iterator[str]:
    names = meaning.names
    for base, letter, above in sorted(names.labels):
        if letter in names.index or letter in names.sizes or _also_indexed(base, meaning):
            yield f"`{letter}` in `{base}{'^' if above else '_'}{letter}` is a label, not an index"


def _also_indexed(base: str, meaning: Meaning) -> bool:
    return any(f[0] == base and any(None in p for p in ps) for f, ps in meaning.names.families.items())


def _letters(meaning: Meaning) -> Iterator[str]:
    names = meaning.names
    bare = {base for base, above, below in meaning.lefts if not above and not below}
    for base in sorted({f[0] for f in names.families}):
        shown = next(key_of(f, names.final(f, p)) for f, ps in names.families.items() if f[0] == base for p in ps)
        kind = "an index" if base in names.index else "a size" if base in names.sizes else ""
        if not kind:
            continue
        if base in bare:
            yield f"`{base}` is a variable where a value stands, {kind} in indices and bounds"
        elif shown != base:
            yield f"`{base}` is {kind} by itself, a variable in `{_without_holes(shown)}`"


def _without_holes(key: str) -> str:
    return key.replace("#", r"\cdot")


def _deltas(facts: Facts, meaning: Meaning) -> Iterator[str]:
    defined = [s for s in meaning.lefts if s[0] == r"\delta"]
    if defined and any(meaning.is_delta(o.shape) for o in facts.occurrences):
        yield r"`\delta` with two entries is the Kronecker delta, otherwise a variable"


def _squares(meaning: Meaning) -> Iterator[str]:
    for variable in sorted(meaning.names.known.values(), key=lambda v: v.key):
        typed = variable.spelling
        if typed.endswith("^2") and variable.key not in meaning.names.defined:
            yield f"`{typed}` is a name, not a power: it is defined as a whole or never occurs without the 2"
