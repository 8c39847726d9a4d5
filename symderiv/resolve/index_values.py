r"""Indices that stand for their value, too: `\cos(m \theta_j)` of position m, `\max(0, 1 - |x_i - m|)`, `\sum_t t r_t`.

A letter that runs over numbers is such a number wherever it stands alone. But authors use a letter twice: for the number
of a row and for a bias, for an example and how many there are. So it is taken for its value only where it runs, under a
sum over it or beside a left side with it; and on no page that differentiates by it, gives it indices or an argument,
defines it, or calls it something in words. Where the letter also stands out of reach of what it runs over, as the m of
`\frac1m \sum_m L_m`, it is refused everywhere, unless the page states from where to where it runs: then it is an index,
and what stands out of reach is refused alone.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence

from ..document.blocks import Block, Prose
from ..latex.tree import Chain, Derivative, Formula, Name, Number
from .facts import Facts, Occurrence
from .functions_hinted import near
from .located import Located
from .meaning import Meaning
from .shape import letter_of, values_in
from .unequal import loose_letters

INDEX = re.compile(
    r"\b(?:index|indices|indexes|positions?|steps?|times?|rows?|columns?|tokens?|pixels?|locations?|places?|offsets?|lags?"
    r"|frequenc(?:y|ies)|degrees?|orders?|ranks?|layers?|dimensions?|components?|coordinates?|examples?|samples?|units?"
    r"|neurons?|nodes?|each|every|all|any|for|over|runs?|ranges?|Index|Indizes|Stelle|Zeitschritt|jede[rs]?|für|indice"
    r"|pas|chaque|pour|índice|posición|paso|cada|para|passo|индекс\w*|позици\w*|шаг\w*|кажд\w*)\b"
    r"|位置|索引|下标|時刻|时刻|步|添字|番目|第|各|对|每|行|列|像素|頻率|频率|위치|인덱스|시점|각",
    re.I,
)
"""Words next to a letter that runs over something."""
NEXT = re.compile(r"(?:\S+\s+){0,4}\S*\Z")
"""The last words before a letter."""
OTHERWISE = (
    r"bias(?:es)?|margins?|targets?|thresholds?|momentum|mass|temperature|constants?|learning rate|step size|weights?|slope|"
    r"intercept|parameters?|hyperparameters?|scalars?|gain|imaginary unit|number of (?:[a-z]+ )?[a-z]+|Schwellwert|seuil|"
    r"biais|marge|cible|umbral|sesgo|margen"
)
IN_PROSE = r"\b(?:{words})\s+(?:of\s+|is\s+)?{letter}(?![A-Za-z])"
IMAGINARY = re.compile(r"\bimaginary|\bcomplex\b|\bFourier|虚数|複素|复数|imaginär|komplex|complexe|complej", re.I)


def letters_called(facts: Facts, located: Sequence[Located], blocks: Sequence[Block]) -> frozenset[str]:
    """The letters that run over something, stand alone as well, and that words call something else than an index."""
    running = facts.strong | facts.left
    wanted = {o.shape.base for o in facts.occurrences if o.shape.base in running and not o.shape.pieces and not o.left}
    return frozenset(_called(wanted, located, blocks)) if wanted else frozenset()


def _called(wanted: Collection[str], located: Sequence[Located], blocks: Sequence[Block]) -> Iterator[str]:
    for display, f in located:
        one = f.statements[0].chain if display.inline and isinstance(f, Formula) and len(f.statements) == 1 else None
        if one is None or len(one.members) != 1 or letter_of(one.members[0]) not in wanted:
            continue
        before = NEXT.search(near(display.before, -1))
        words = f"{before[0] if before else ''} {' '.join(near(display.after, 0).split()[:5])}"
        if INDEX.search(words) is None or re.search(rf"\b(?:{OTHERWISE})\b", words, re.I):
            yield str(letter_of(one.members[0]))
    texts = [b.text for b in blocks if isinstance(b, Prose)]
    for letter in wanted:
        said = re.compile(IN_PROSE.format(words=OTHERWISE, letter=re.escape(letter)), re.I)
        if any(map(said.search, texts)) or (letter in "ij" and any(map(IMAGINARY.search, texts))):
            yield letter


def values_of_indices(facts: Facts, meaning: Meaning) -> Mapping[str, frozenset[int]]:
    """The letters of indices that stand for their values, each with the statements on whose left it stands."""
    running = (meaning.names.index | facts.bound) - meaning.names.sizes - facts.derived - facts.called
    running -= {*meaning.functions, *meaning.matrices, *meaning.index_lists, *meaning.unclear, *facts.size_names}
    alone: dict[str, list[Occurrence]] = {}
    other: set[str] = set()
    for o in facts.occurrences:
        if o.shape.base in running:
            (alone.setdefault(o.shape.base, []).append(o) if _is_number(o) else other.add(o.shape.base))
    found: dict[str, frozenset[int]] = {}
    for letter in alone.keys() - other:
        beside = {o.statement for o in alone[letter] if letter not in o.bound}
        within = frozenset(n for n in beside if letter in loose_letters(facts.stated[n].statement.chain.members[0]))
        outside = {
            n for n in beside - within if not (_is_claim(facts, n) and letter in facts.uppers.keys() - facts.ends)
        }
        if letter in facts.ranged or not outside:
            found[letter] = within
    own = any(not _is_claim(facts, o.statement) for letter in found for o in alone[letter])
    return found if own or (found and _uses_values(facts.above, meaning)) else {}


def _uses_values(chains: Sequence[Chain], meaning: Meaning) -> bool:
    """Do the equations of a network that is given hold the value of an index?"""
    letters = meaning.names.index - meaning.names.sizes
    bodies = (m for c in chains for m in c.members[1:])
    return any(not shape.pieces and shape.base in letters for m in bodies for shape in values_in(m))


def _is_number(o: Occurrence) -> bool:
    """Does a letter stand alone, perhaps times what is in a parenthesis, and not on the left of an equation?"""
    plain = not (o.shape.pieces or o.shape.primes or o.left) and o.shape.letter == o.shape.base
    return plain and (o.args is None or (len(o.args) == 1 and not isinstance(o.args[0], (Name, Number))))


def _is_claim(facts: Facts, n: int) -> bool:
    """Does a line say what a derivative is?"""
    return isinstance(facts.stated[n].statement.chain.members[0], Derivative)
