r"""Equations and comparisons of values that are conditions, not claims: `if $t_k = 1$`, `($y = 1$)`."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from ...latex.asserted import is_asserted
from ...latex.clauses import ASSUMING, CONDITIONAL, FIXED, FIXING, STOP, SUPPOSED_FUNCTION, SUPPOSING
from ...latex.hedged import is_hedged
from ...latex.joining import AND, FOR
from ...latex.joining import IF as ONLY_IF
from ...latex.said_along import said_along
from ...latex.statement_forms import is_equation
from ...latex.tree import BigSum, Chain, Derivative, Group, Nabla, Name, Node, Number, Product, Terms
from ...latex.walking import of_kind
from ...pattern import lazily
from ..facts import Facts, Signature
from ..functions.calls import defined_function
from ..functions.in_part import is_enclosed
from ..integers.conditions import INEQUALITIES
from ..integers.kinds import integral, name_signature
from ..spelled.shape import letter_of
from ..stated import Stated, left_shape, names_of, names_of_left
from ..told.cases import cases_of, is_number
from ..told.wished import (
    equates_names,
    has_no_derivative,
    is_gathered,
    is_in_case,
    is_of_one_place,
    is_wished,
    says_what_data_are,
)
from .headings_of_cases import excluded, heads_a_case

JOINED = lazily(rf"\s*(?:[(（][^()（）$]{{1,30}}[)）])?\s*,?\s*{AND}\s*")
"""Words between two conditions."""
CASED = lazily(r"[\s,]*(?:otherwise|else|for|if|when|それ以外|その他)(?![A-Za-z])", re.I)
"""Words behind a value by which it is that of a case: `$t_j = 1$ if $j = c$ and $t_j = 0$ otherwise`."""
AT = lazily(r"\b(?:at|near|around)\W*\Z|において\W*\Z", re.I)
"""Words before the value of something computed (`at $a = 0$`); the value of a parameter names a point."""
DRAWN = lazily(
    r"[\s,]*(?:(?:and )?(?:so(?: that)?|hence|thus|therefore|consequently|then|giving|which gives)\b"
    r"|(?:and )?we (?:then )?(?:get|have|obtain|find)\b)|\s*(?:なので|だから|であるから|より)",
    re.I,
)
"""Words behind a value from which the line behind it is drawn: `for the correct class $t_k = 1$, so that ..`."""

LEFT_OUT = lazily(
    r"\b(?:au(?:ß|ss)er|ausgenommen|mit Ausnahme(?: von)?|abgesehen von|bis auf|sauf|hormis|excepté|à l['’]exception de"
    r"|salvo|excepto|exceto|menos|a excepción de|tranne|eccetto|fuorché|кроме|за исключением|исключая)"
    r"(?:\s+(?:bei|in|an|für|im|am|den|dem|der|die|das|Punkte?|Fall|Falle|en|au|aux|à|pour|le|la|les|point|points|cas|où"
    r"|lorsque|el|los|punto|puntos|caso|donde|para|cuando|no|em|ponto|ponti|nel|per|i|il|точк\w+|точек|случа\w+|при|где|wo|wenn"
    r"|falls|quand|si)){0,4}\s*\$?\Z",
    re.I,
)
"""Words of other languages before the value at which a line does not hold."""

GOING_ON = "we get"
"""What stands for a display to which a sentence leads."""

EXPLAINING = lazily(r"(?:\A|[,;])\s*where\s*\Z", re.I)
"""Words that explain what stands in the formula before them: `$h = f(a)$, where $f(z) = \\tanh z$`."""

NAMED = lazily(
    r"\b(?:is|be|denotes?|being)\s+(?:the|an?|our)\s+(?:[\w-]+\s+){0,4}?(?:function|sigmoid|activation|nonlinearity|map|unit)"
    r"s?\s*(?:,?\s*(?:given|defined) (?:as|by))?\s*\Z",
    re.I,
)
CASE = lazily(
    r"\b(?:if|when\w*|suppos\w*|assum\w*|consider|for (?:example|instance)|e\.\s?g|say|like|often|case)\b", re.I
)
"""Words by which a sentence names a function for good, `where $f$ is the logistic function`, and those of a case."""

CLAIMED = lazily(
    r"\b(?:see|find|show|prove|conclude|claim|follows?|obtain|get|implies|deduce|infer)s?(?: that)?\W*\Z"
    r"|\b(?:hence|therefore|thus|consequently)\W*\Z|(?:よって|ゆえに|したがって)\W*\Z",
    re.I,
)
"""Words before a comparison that is claimed."""

CASE_EXPLAINED = lazily(
    r"\b(?:if|when|whenever|unless|case)\b(?:\$[^$]*\$|[^$.;()（）])*"
    r"(?:[(（]|,\s*(?:i\.\s?e\.,?|that is,?|where))\s*\$?\Z",
    re.I,
)
"""What stands before a case in signs that words name: `If $W$ is orthogonal ($W^T W = I$), ..`."""


OVER_SIGNS = (r"\overset", r"\underset", r"\stackrel")
"""Where a remark stands over the sign of a link."""
PLAINLY = lazily(
    r"(?:\\[a-z]+\s*\{)?[\s(\[,.;:]*(?:(?:with|where|for|at|since|as|because|using|taking|mit|wo|bei|für|da|weil|avec|où|pour|car|puisque"
    r"|con|donde|para|porque|com|onde|dove|per|при|где)\s*)?\$[\s)\],.;:]*(?:here|hier|ici|aquí)?[\s)\],.;:]*\}?",
    re.I,
)
TYPED = lazily(r"\$[^$]*\$|\\\([^$]*?\\\)")
"""All words beside a value in a display that say that it has that value in its line, and a formula among words."""

BESIDE = frozenset([",", ";", "quad"])
"""How a value behind a line is parted from it: what follows from a line, with an arrow, is claimed."""
APART = frozenset([r"\ne", "<", ">"])
"""What two letters are between that are not equal."""
IF = lazily(rf"\W*(?:{ONLY_IF}|{FOR}|where)\W*", re.I)
"""All that stands between a formula and a condition on it."""


@dataclass(slots=True)
class Found:
    """What is found of statements on the way.

    `cases` tell the rows of a definition apart, `enclosed` are formulas in parentheses, `wished` statements that only
    say what is wished for, or what a function often is; `compared` are comparisons that no word makes conditions: no
    page claims them, and what stands behind them may be meant where they hold; `taken` give a value that data take in
    places; `excluded` are numbers that names do not have elsewhere.
    """

    cases: frozenset[int] = frozenset()
    enclosed: set[int] = field(default_factory=set)
    wished: set[int] = field(default_factory=set)
    compared: set[int] = field(default_factory=set)
    taken: set[int] = field(default_factory=set)
    excluded: dict[Signature, set[Node]] = field(default_factory=dict)


@dataclass(slots=True)
class Supposing:
    """Which statements of a page are such conditions.

    `home` has the number of the formula of each, `count` says how often a name is a left side, `around` gives the text
    before and behind one, `leads` whether its sentence goes on in a displayed claim.
    """

    facts: Facts
    home: Sequence[int]
    count: Counter[Signature]
    around: Callable[[int], tuple[str, str]]
    leads: Callable[[int], bool]
    found: Found = field(default_factory=Found)

    def supposed(self, own: Sequence[Stated], yes: list[bool]) -> Iterator[int]:
        """Equations between values that words or parentheses make conditions: `if $t_k = 1$`, `($y = 1$)`."""
        self.found.cases, self.found.excluded = cases_of(own, yes), excluded(own)
        used = {x for chain in self.facts.above for x in names_of(chain)} | self.facts.entries_compared.keys()
        # right of a sign of equality
        inside = {x for chain in self.facts.above for m in chain.members[1:] for x in names_of(m)}
        several = self._of_several_values(own)
        above = False  # is the statement before it one, or a condition on sizes?
        one: Stated | None = None  # the last one, while only conditions stand behind it
        for n, s in enumerate(own):
            function = defined_function(s)
            applied = function is not None and function[0].base in used
            earlier = names_of_left(s) & used
            told = equates_names(s, used) or says_what_data_are(s, used, inside)
            plain = yes[n] and (s.inline or s.statement.parenthesised) and not _is_total(s.statement.chain)
            placed = plain and is_of_one_place(s, used, self.around(n)[0])
            behind_line = yes[n] and bool(earlier) and self._is_behind_a_line(n, own)
            among_words = yes[n] and bool(earlier) and self._is_among_words_of_a_line(n, own)
            used |= names_of(s.statement.chain)
            inside |= frozenset().union(*map(names_of, s.statement.chain.members[1:]))
            if behind_line or (among_words and self._is_said_plainly(n, own)):
                yield n
            elif among_words:
                self.found.taken.add(n)
            if behind_line or among_words:
                continue
            if plain and (_tells_which(s) or self._is_rough(n, s)):
                self.found.taken.add(n)
                continue
            if plain and self._is_wished(n, told, applied):
                self.found.wished.add(n)
                continue
            cased = plain and told and self._is_in_case(n)
            left_out = _is_left_out(s, own[max(n - 2, 0) : n])  # of what is said of the others, so it is said like that
            linked = one is not None and plain and self._goes_on(n, s, own[n - 1] is one, left_out or told)
            above = above and not left_out
            above = plain and (linked or self._is_supposed(n, s, bool(earlier), above) or placed or cased)
            one = s if above else one if s.inline and not yes[n] else None
            if above:
                yield n
            elif plain and n not in self.found.cases and left_signature(s) in several and _is_fixed(s):
                self.found.taken.add(n)
            elif s.inline and (not yes[n] or _is_fixed(s)):
                before = self.around(n)[0]
                above = SUPPOSING.search(before) is not None or FIXING.search(before) is not None

    def _is_behind_a_line(self, n: int, own: Sequence[Stated]) -> bool:
        r"""Is it the value of entries, in its display behind what a derivative or a name is that has its
        definition elsewhere: `.. = y_k - 1, \quad t_k = 1`?"""
        s = own[n]
        if s.inline or s.statement.parenthesised or not n or self.home[n - 1] != self.home[n] or not _is_fixed(s):
            return False
        left, above = left_shape(s.statement), own[n - 1].statement.chain
        if left is None or not left.letters or s.statement.separator not in BESIDE or not is_equation(above):
            return False
        of = above.members[0]
        by = of.wrt if isinstance(of, Derivative) else (of.by,) if isinstance(of, Nabla) and of.by is not None else ()
        if by:
            return left.base not in {x.base for y in by for x in of_kind(y, Name)}
        return self._claims(n - 1, own) and left.base not in {x.base for x in of_kind(of, Name)}

    def _claims(self, n: int, own: Sequence[Stated]) -> bool:
        r"""Is it about a name that stands for something further up or in a given network, as `\delta_j = 0` is?"""
        sig, left = left_signature(own[n]), left_shape(own[n].statement)
        if sig is None or left is None or None in left.letters:
            return False  # `h_1 = x_1` beside `h_t` may define an entry
        return sig in self.facts.network or (self.count[sig] > 1 and any(left_signature(x) == sig for x in own[:n]))

    def _is_among_words_of_a_line(self, n: int, own: Sequence[Stated]) -> bool:
        r"""Is it a value in the words of a display of a derivative, or of a name with its definition elsewhere:
        `\tag{1, $\lambda = 0$}`?"""
        s = own[n]
        at = self.home.index(self.home[n])
        if own[at].inline or own[at].formula is s.formula or not _is_fixed(s):
            return False
        chain, text = own[at].statement.chain, own[at].formula.source.text
        words = (w for w in own[at].statement.words if not text.startswith(OVER_SIGNS, w.span[0]))
        told = s.formula.source.text in own[at].statement.tag or any(f is s.formula for w in words for f in w.math)
        named = isinstance(chain.members[0], (Derivative, Nabla)) or self._claims(at, own)
        return told and is_equation(chain) and named

    def _is_said_plainly(self, n: int, own: Sequence[Stated]) -> bool:
        """Do the words say no more than that it is so there, in a display of a single line?"""
        at = self.home.index(self.home[n])
        alone = sum(x.formula is own[at].formula for x in own) == 1
        words = [w for w in own[at].statement.words if any(f is own[n].formula for f in w.math)]
        typed = own[at].formula.source.text[slice(*words[0].span)] if alone and len(words) == 1 else ""
        return PLAINLY.fullmatch(TYPED.sub("$", typed)) is not None

    def _of_several_values(self, own: Sequence[Stated]) -> frozenset[Signature]:
        """The names to which sentences give one number and another, `$d_{ij} = 1$ for the rated, $d_{ij} = 0$ else`,
        whatever their words are, but for `if` before another formula."""
        found: dict[Signature, set[Node]] = {}
        used = frozenset().union(*(names_of(m) for s in own for m in s.statement.chain.members[1:]))
        for n, s in enumerate(own):
            sig = left_signature(s) if names_of_left(s) <= used else None
            alone = s.inline and not s.statement.conditions and s.statement.chain.relations == ("=",)
            if alone and sig is not None and _is_fixed(s) and not IF.fullmatch(self.around(n)[1]):
                found.setdefault(sig, set()).add(s.statement.chain.members[1])
        return frozenset(sig for sig, numbers in found.items() if len(numbers) > 1)

    def _is_wished(self, n: int, told: bool, applied: bool) -> bool:
        """Is it only wished for, or said in passing of no line?

        `told`: of what stands further up, `applied`: of a function there.
        """
        before, behind = self.around(n)
        if told and (is_wished(before, behind) or (self._is_in_case(n) and not self.leads(n))):
            return True
        return applied and is_hedged(before, behind) and not self.leads(n)

    def _is_rough(self, n: int, s: Stated) -> bool:
        """Is it the value of a name at which something has no derivative?"""
        before, behind = self.around(n)
        fixed = s.inline and _is_fixed(s) and not self.leads(n)
        return fixed and has_no_derivative(before, s.formula.source.after.lstrip("$"), behind)

    def _is_in_case(self, n: int) -> bool:
        left = self.facts.stated[n].statement.chain.members[0]
        return isinstance(left, Name) and not left.primes and is_in_case(self.around(n)[0])

    def _is_supposed(self, n: int, s: Stated, earlier: bool, above: bool) -> bool:
        """Is an equation a condition? `earlier`: its name stands further up; `above`: so is what stands before it."""
        before, behind = self.around(n)
        fixed = earlier and _is_fixed(s)
        compared = all(r in INEQUALITIES for r in s.statement.chain.relations)
        joined = above and JOINED.fullmatch(before) is not None and not CASED.match(behind)
        if joined and (fixed or compared or _says_of_values(s, earlier)):
            return True  # `if $x = 1$ and $y = 0$`
        enclosed = is_enclosed(s.statement, before, behind)
        if enclosed and fixed and n not in self.found.cases:
            self.found.enclosed.add(self.home[n])
            return True
        if n in self.found.cases or (enclosed and self._narrows(n, s)):
            return True
        if fixed and (self._is_excluded(s) or (self.leads(n) and heads_a_case(before, behind))):
            return True
        if fixed and names_of_left(s) & self.facts.entries_compared.keys():
            return True  # one value of `\sum_{(i,j) : r_{ij} = 1}` is none that they always have
        if left_shape(s.statement) is None and _explains_case(s.formula.source.before, behind, enclosed):
            return True  # `If $W$ is orthogonal ($W^\top W = I$), then ..`
        fixes = any((FIXING.search(before), ASSUMING.search(before), FIXED.match(behind)))
        fixes = fixes and not is_hedged(STOP.split(before)[-1], "")  # `通常は $\lambda = 1$ とする`
        function = isinstance(s.statement.chain.members[0], Product) and earlier
        sig = left_signature(s)
        left = s.statement.chain.members[0]
        named = fixed and isinstance(left, Name) and not left.primes
        at = named and AT.search(before) is not None and sig is not None and self.count[sig] > 1
        drawn = named and DRAWN.match(behind) is not None
        told = defined_function(s) if function else None
        plain = told is not None and not told[0].primes
        if (
            plain
            and self.leads(n)
            and not EXPLAINING.search(before)
            and not _is_named(before, s.formula.source.before)
            and not is_asserted(STOP.split(before)[-1], f"{behind} {GOING_ON}")
        ):
            return True  # `With $f = \tanh$ we obtain`, then `and with $f = \sigma$`
        left_out = fixed and s.inline and LEFT_OUT.search(before) is not None
        if at or drawn or left_out or (fixes and fixed) or (function and SUPPOSED_FUNCTION.search(before) is not None):
            return True
        cased = SUPPOSING.search(before) is not None or CONDITIONAL.match(behind) is not None
        cased = cased or (fixed and self._is_in_case(n) and self.leads(n))
        if cased or (fixed and said_along(STOP.split(before)[-1], "")):
            known = sig is None or self.count[sig] > 1 or sig in self.facts.network or function
            if known or any(map(integral, s.statement.chain.members[1:])):
                return True
        if compared and s.inline and CLAIMED.search(before) is None:
            self.found.compared.add(n)
        return n in self.found.compared

    def _is_excluded(self, s: Stated) -> bool:
        """Is it said elsewhere that a name does not have the number that an equation gives it?"""
        sig = left_signature(s)
        return sig is not None and s.statement.chain.members[1] in self.found.excluded.get(sig, ())

    def _goes_on(self, n: int, s: Stated, next_to: bool, told: bool) -> bool:
        r"""Does the sentence of a condition go on with it: `if $A_{ii} = 0$ and $A_{ij} = A_{ji}$ for $i \ne j$`?"""
        before = self.around(n)[0]
        joined = JOINED.fullmatch(before) is not None or (not next_to and before.strip() == ",")
        return s.inline and told and joined

    def _narrows(self, n: int, s: Stated) -> bool:
        """Is it a comparison of values right behind a line that defines nothing?"""
        if not all(r in INEQUALITIES for r in s.statement.chain.relations):
            return False
        line = [x for home, x in zip(self.home, self.facts.stated, strict=False) if home == self.home[n] - 1]
        lefts = [left_signature(x) for x in line]
        return bool(line) and not any(sig is not None and self.count[sig] == 1 for sig in lefts)


def _is_named(before: str, sentence: str) -> bool:
    """Do the words before what a function is name it, in a sentence that speaks of no case?"""
    return NAMED.search(before) is not None and CASE.search(sentence) is None


def _explains_case(before: str, behind: str, enclosed: bool) -> bool:
    """Do the words around something name a case that it explains, in parentheses or behind `i.e.`?"""
    told = enclosed and CONDITIONAL.match(behind.lstrip(" )）")) is not None
    return told or CASE_EXPLAINED.search(before) is not None


def _is_fixed(s: Stated) -> bool:
    r"""Does it give a name a number for every value of its indices, `\lambda = 0`, not some of its entries
    (`x_0 = 1`, `h_k(0) = 0`, `w_{ii} = 0`)?"""
    left = left_shape(s.statement)
    letters = (*left.letters, *map(letter_of, _arguments(s))) if left is not None else (None,)
    plain = None not in letters and len(set(letters)) == len(letters)
    return plain and len(s.statement.chain.members) == 2 and is_number(s.statement.chain.members[1])


def _tells_which(s: Stated) -> bool:
    r"""Is it a number of entries, `\gamma_{nk} = 1`, that tells which of them are counted or gathered?"""
    left = left_shape(s.statement)
    if not s.inline or left is None or not left.letters or not _is_fixed(s):
        return False
    return is_gathered(s.formula.source.before, s.formula.source.after, left.letters)


def _arguments(s: Stated) -> tuple[Node, ...]:
    """What the left side is applied to, the 0 of `h_k(0) = 0`."""
    left = s.statement.chain.members[0]
    last = left.factors[-1] if isinstance(left, Product) else None
    return last.body.items if last is not None and last.joined and isinstance(last.body, Group) else ()


def _says_of_values(s: Stated, earlier: bool) -> bool:
    r"""Can it define nothing: a number for an entry of what stands further up (`a_{11} = 1`), or for several names
    (`y_1 + y_2 = 1`)?"""
    members = s.statement.chain.members
    plain = is_equation(s.statement.chain) and len(members) == 2 and is_number(members[1])
    return plain and (isinstance(members[0], (Terms, Product)) or (earlier and isinstance(members[0], Name)))


def _is_left_out(s: Stated, above: Sequence[Stated]) -> bool:
    r"""Is it about the entries that the condition above leaves out of what is said of the same name, the `w_{ii} = 0`
    behind `w_{ij} = w_{ji}` for `i \neq j`? `above` are the two statements above it."""
    shapes = [left_shape(x.statement) for x in (s, *above[:1])]
    one, two = shapes if len(above) == 2 and len(shapes) == 2 else (None, None)
    if one is None or two is None or name_signature(one) != name_signature(two):
        return False
    chain = above[1].statement.chain
    told = {p for p, q in zip(two.letters, one.letters, strict=True) if one.letters.count(q) > 1}
    apart = {letter_of(m) for m in chain.members}
    return len(chain.relations) == 1 and chain.relations[0] in APART and None not in apart and apart == told


def _is_total(chain: Chain) -> bool:
    r"""Does it say what something sums to, `\sum_k t_k = 1`? Of data that is a premise, otherwise a claim."""
    return isinstance(chain.members[0], BigSum) and len(chain.members) == 2 and isinstance(chain.members[1], Number)


def left_signature(s: Stated) -> Signature | None:
    left = left_shape(s.statement) if is_equation(s.statement.chain) else None
    return None if left is None else name_signature(left)
