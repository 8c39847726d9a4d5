r"""The class of each example: `Let $c$ be the class of example $i$: $t_{ic} = 1$ and $t_{ik} = 0$ for $k \ne c$`.

Where sums run over the examples, the c of `t_{ic}` is another one for each: it is `c_i`, and so is the c of lines in
which i stands free. A line that sums over the examples, or has no i, would have to say of which example its c is.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from ....errors import ReadError
from ....latex import tree as t
from ....latex.tree import Formula, Name, Node, Script
from ....latex.walking import rebuilt
from ...integers.unequal import letters_under
from ...located import Located, read_of
from ...spelled.scripts import entries_of
from ...spelled.shape import is_mark, is_word, letter_of

UNKNOWN = "the class depends on the example, and the line does not say on which"


def class_of(x: Node) -> tuple[str, Node] | None:
    """The letter of a class with an example below it, the `c_i` of `t_{i c_i}`, and the example."""
    if not isinstance(x, Name) or x.primes or x.font or x.accents or len(x.scripts) != 1:
        return None
    script = x.scripts[0]
    alone = not script.above and not script.bracket and len(script.entries) == 1
    return (x.base, script.entries[0]) if alone and letter_of(script.entries[0]) is not None else None


def examples_of(name: Name, entry: Node, other: Node, located: Sequence[Located]) -> list[Node]:
    """The other indices of data over which the page sums, be it in other letters."""
    pieces = [x for x in entries_of(name) if x != entry and letter_of(x) is not None]
    pieces = [x for x in pieces if not is_word(x) and not is_mark(x)]
    if not pieces:
        return []
    formulas = read_of(located)
    bound = {y for f in formulas for x in t.of_kind(f, t.BigSum) for y in letters_under(x)}
    names = [x for f in formulas for x in t.of_kind(f, Name) if x.scripts]
    return [x for x in pieces if bound & _beside(str(letter_of(x)), names)]


def _beside(letter: str, names: Sequence[Name]) -> set[str]:
    """The letters that stand where a letter does."""
    places = {p for x in names for p, y in _places(x) if y == letter}
    return {letter, *(y for x in names for p, y in _places(x) if p in places)}


def _places(x: Name) -> Iterator[tuple[tuple[str, int], str]]:
    for n, e in enumerate(entries_of(x)):
        if (y := letter_of(e)) is not None:
            yield (x.base, n), y


def with_example(entry: Node, example: Node, located: Sequence[Located]) -> Name | None:
    """The class with its example below it; None where the letter is used otherwise."""
    letter = letter_of(entry)
    if letter is None or not isinstance(entry, Name) or letter != entry.base or not letter.isalpha():
        return None
    for f in read_of(located):
        bound = any(letter in letters_under(x) for x in t.of_kind(f, t.BigSum))
        if bound or any(x.base == letter and x != entry for x in t.of_kind(f, Name)):
            return None
    return replace(entry, scripts=(Script(above=False, entries=(example,), span=entry.span),))


def of_example(f: Formula | ReadError, entry: Node, made: Name) -> Formula | ReadError:
    """A formula with the class of its example in place of the class; unread where it does not say which that is, or
    compares it."""
    if isinstance(f, ReadError) or not any(x == entry for x in t.of_kind(f, Name)):
        return f
    if all(x.chain.members == (entry,) for x in f.statements):
        return f
    example = made.scripts[0].entries[0]
    sums = any(letter_of(example) in letters_under(x) for x in t.of_kind(f, t.BigSum))
    beside = rebuilt(f.statements, lambda x: _moved(x, entry, example, made))
    if sums or any(x == entry for x in t.of_kind(replace(f, statements=beside), Name)):
        return ReadError(UNKNOWN, f.here)
    return replace(f, statements=beside)


def _moved(x: object, entry: Node, example: Node, made: Name) -> Name | None:
    """A name with the class of the example that is another index of it."""
    if not isinstance(x, Name) or not {entry, example} <= {*entries_of(x)}:
        return None
    found: Name = rebuilt(replace(x, scripts=x.scripts), lambda y: made if y == entry else None)
    return found
