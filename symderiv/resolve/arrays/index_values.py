r"""Indices that stand for their value, too: `\cos(m \theta_j)` of position m, `\max(0, 1 - |x_i - m|)`, `\sum_t t r_t`.

A letter that runs over numbers is such a number wherever it stands alone. But authors use a letter twice: for the row
and for a bias, for an example and how many there are. So it is taken for its value only where it runs, under a sum over
it or beside a left side with it; and on no page that differentiates by it, gives it indices or an argument, defines it,
adds it to values as a bias, or calls it something in words. Where the letter also stands out of reach of what it runs
over, as the m of `\frac1m \sum_m L_m`, it is refused everywhere, unless the page states from where to where it runs:
then it is an index, and what stands out of reach is refused alone.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence, Set

from ...document.blocks import Block, Prose
from ...latex.tree import BigSum, Chain, Derivative, Formula, Name, Number, Term, Terms, Wrt, of_kind
from ...pattern import lazily
from ..facts import Facts, Occurrence
from ..functions.functions_hinted import near
from ..integers.unequal import loose_letters
from ..located import Located
from ..meaning import Meaning, exponent_of
from ..shapes.sizes import ranges_in
from ..spelled.shape import letter_of, shape_of, values_in

INDEX = lazily(
    r"\b(?:index|indices|indexes|positions?|steps?|times?|rows?|columns?|tokens?|pixels?|locations?|places?|offsets?|lags?"
    r"|frequenc(?:y|ies)|degrees?|orders?|ranks?|layers?|dimensions?|components?|coordinates?|examples?|samples?|units?"
    r"|neurons?|nodes?|each|every|all|any|for|over|runs?|ranges?|Index|Indizes|Stelle|Zeitschritt|jede[rs]?|für|indice"
    r"|pas|chaque|pour|índice|posición|paso|cada|para|passo|индекс\w*|позици\w*|шаг\w*|кажд\w*)\b"
    r"|位置|索引|下标|時刻|时刻|步|添字|番目|第|各|对|每|行|列|像素|頻率|频率|위치|인덱스|시점|각",
    re.I,
)
"""Words next to a letter that runs over something."""
NEXT = lazily(r"(?:\S+\s+){0,4}\S*\Z")
"""The last words before a letter."""
OTHERWISE = (
    r"bias(?:es)?|margins?|targets?|thresholds?|momentum|mass|temperature|constants?|learning rate|step size|weights?|"
    r"slope|intercept|parameters?|hyperparameters?|scalars?|gain|imaginary unit|number of (?:[a-z]+ )?[a-z]+|"
    r"Schwellwert|seuil|biais|marge|cible|umbral|sesgo|margen"
)
IN_PROSE = r"\b(?:{words})\s+(?:of\s+|is\s+)?{letter}(?![A-Za-z])"
IMAGINARY = lazily(r"\bimaginary|\bcomplex\b|\bFourier|虚数|複素|复数|imaginär|komplex|complexe|complej", re.I)


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


def find_standing(facts: Facts, meaning: Meaning) -> None:
    """Note the letters of indices that stand for their values, each with the statements on whose left it stands."""
    letters = _Letters(facts, meaning)
    found = letters.within((meaning.names.index | facts.bound) - meaning.names.sizes)
    own = any(not _is_claim(facts, o.statement) for x in found for o in letters.alone[x])
    if not found or not (own or _uses_values(facts.above, meaning)):
        return
    found |= letters.within(_in_their_places(facts, set(found)))
    meaning.standing = found
    meaning.names.index |= found.keys()
    meaning.plain |= {(x, 0) for x in found}


class _Letters:
    """The letters that may stand for their values, and where they stand alone."""

    def __init__(self, facts: Facts, meaning: Meaning) -> None:
        self.facts = facts
        called = {*meaning.functions, *meaning.matrices, *meaning.index_lists, *meaning.unclear, *facts.size_names}
        self.not_meant = {*called, *facts.derived, *facts.called}
        self.alone: dict[str, list[Occurrence]] = {}

    def within(self, running: Set[str]) -> dict[str, frozenset[int]]:
        """Those of some letters that stand where they run and nowhere else, with the statements."""
        other: set[str] = set()
        for o in self.facts.occurrences:
            if o.shape.base in running:
                (self.alone.setdefault(o.shape.base, []).append(o) if _is_number(o) else other.add(o.shape.base))
        found: dict[str, frozenset[int]] = {}
        for letter in (self.alone.keys() & running) - other - self.not_meant:
            beside = {o.statement for o in self.alone[letter] if letter not in o.bound}
            chains = {n: self.facts.stated[n].statement.chain for n in beside}
            mine = frozenset(n for n in beside if letter in loose_letters(chains[n].members[0]))
            if any(not _is_claim(self.facts, n) and _is_added(letter, chains[n]) for n in mine):
                continue
            if letter in self.facts.ranged or not any(self._tells(n, letter) for n in beside - mine):
                found[letter] = mine
        return found

    def _tells(self, n: int, letter: str) -> bool:
        """Does a line in which a letter stands out of reach show that it is no index? A claim may just be wrong."""
        ranging = letter in self.facts.uppers.keys() - self.facts.ends
        return not (_is_claim(self.facts, n) and ranging)


def _is_added(letter: str, c: Chain) -> bool:
    r"""Is a letter added to values where no sum runs over it, as a bias is, the b of `y_b = w x_b + b`?"""
    summed = (x for m in c.members[1:] for x in of_kind(m, BigSum) if letter in dict(ranges_in(x)))
    inside = {id(x) for s in summed for x in of_kind(s.body, Terms)}
    sums = (x for m in c.members[1:] for x in of_kind(m, Terms) if id(x) not in inside)
    return any(_is_bare(term, letter) and _holds_entries(x) for x in sums for term in x.terms)


def _is_bare(term: Term, letter: str) -> bool:
    return term.sign == "+" and isinstance(term.body, Name) and letter_of(term.body) == letter


def _holds_entries(x: Terms) -> bool:
    return any(name.scripts for name in of_kind(x, Name))


def _in_their_places(facts: Facts, letters: Set[str]) -> Set[str]:
    r"""The letters of entries that lines differentiate by, in the place of some others: the k of
    `\partial y/\partial f_k` beside `\sum_m m f_m`, if it only stands in claims."""
    places = {place for place, running in facts.running().items() if running & letters}
    found: set[str] = set()
    for n, s in enumerate(facts.stated):
        for w in of_kind(s.statement.chain, Wrt) if places and _is_claim(facts, n) else ():
            shape = shape_of(w.body)
            for place, letter in enumerate(shape.letters if shape is not None else ()):
                if shape is not None and (shape.base, len(shape.uppers), shape.below, place) in places and letter:
                    found.add(letter)
    return found - letters - {o.shape.base for o in facts.occurrences if not _is_claim(facts, o.statement)}


def _is_number(o: Occurrence) -> bool:
    """Does a letter stand alone, perhaps squared or times what is in a parenthesis, and on no left side?"""
    shape = o.shape
    squared = isinstance(exponent_of(shape), Number) and shape.bare
    if shape.lowers or shape.primes or o.left or shape.letter != shape.base or (shape.uppers and not squared):
        return False
    return o.args is None or (len(o.args) == 1 and not isinstance(o.args[0], (Name, Number)))


def _is_claim(facts: Facts, n: int) -> bool:
    """Does a line say what a derivative is?"""
    return isinstance(facts.stated[n].statement.chain.members[0], Derivative)


def _uses_values(chains: Sequence[Chain], meaning: Meaning) -> bool:
    """Do the equations of a network that is given hold the value of an index?"""
    letters = meaning.names.index - meaning.names.sizes
    bodies = (m for c in chains for m in c.members[1:])
    return any(not shape.pieces and shape.base in letters for m in bodies for shape in values_in(m))
