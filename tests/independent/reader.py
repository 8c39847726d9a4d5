r"""A reader of its own for formulas typed in LaTeX: just what the fuzzer of `check` types, and one slip away from it.

Names are known beforehand (`Names`): a template such as `w^{(2)}_{#,#}` or `h^{(#)}_{#}`. `NotRead` for anything else.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from fractions import Fraction

from .indices import NotRead, conditions, indices, integer, parted
from .tree import (
    Call,
    Condition,
    Entry,
    Number,
    Plus,
    Power,
    Quotient,
    Size,
    Slope,
    Times,
    Total,
    Tree,
    Truth,
    form,
)

OPERATOR = re.compile(r"\\operatorname\{(\w+)\}")
TOKEN = re.compile(r"\\[a-zA-Z]+|relu|abs|\\.|\d+|[^\s]")
DECORATION = re.compile(r"\\(left|right|bigl?|bigr|Bigl?|Bigr|limits|displaystyle|quad|boxed)(?![a-zA-Z])|\\[,;!: ]|&")
FUNCTIONS = {r"\sigma": "sigma", r"\tanh": "tanh", r"\exp": "exp", r"\log": "log", r"\sin": "sin", r"\cos": "cos"}
KEY = re.compile(r"^(?P<base>.*?)(?:\^\{(?P<upper>[^{}]*)\})?(?:_\{(?P<lower>[^{}]*)\})?$")


def tokens(text: str) -> list[str]:
    """The tokens without decoration."""
    text = OPERATOR.sub(r"\1", text)
    text = DECORATION.sub(" ", text).replace(r"\dfrac", r"\frac").replace(r"\tfrac", r"\frac")
    return TOKEN.findall(text)


@dataclass(frozen=True)
class Template:
    """A name taken apart: base tokens, what its scripts look like, how many indices in each."""

    key: str
    base: tuple[str, ...]
    upper: str
    lower: str


def template(key: str) -> Template:
    """The template of a key."""
    found = KEY.match(key)
    if found is None:
        raise NotRead(key)
    return Template(key, tuple(tokens(found["base"])), found["upper"] or "", found["lower"] or "")


@dataclass
class Names:
    """What may be typed: keys of variables, names of functions, letters of sizes."""

    keys: set[str]
    functions: set[str]
    by_base: dict[tuple[str, ...], list[Template]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for key in sorted(self.keys):
            t = template(key)
            self.by_base.setdefault(t.base, []).append(t)
        self.bases = sorted(self.by_base, key=len, reverse=True)


def read(text: str, names: Names) -> Tree:
    """The tree of a formula."""
    reader = _Reader(tokens(text), names)
    found = reader.expression()
    if reader.at < len(reader.all):
        raise NotRead(f"{reader.all[reader.at]} is left over")
    return found


class _Reader:
    def __init__(self, all_: list[str], names: Names) -> None:
        self.all = all_
        self.names = names
        self.at = 0

    @property
    def next(self) -> str:
        return self.all[self.at] if self.at < len(self.all) else ""

    def take(self, expected: str = "") -> str:
        found = self.next
        if not found or (expected and found != expected):
            raise NotRead(f"expected {expected or 'something'}, not {found or 'the end'}")
        self.at += 1
        return found

    def group(self) -> list[str]:
        """The tokens of a braced group, or one token."""
        if self.next != "{":
            return [self.take()]
        self.take()
        start, depth = self.at, 1
        while depth:
            depth += {"{": 1, "}": -1}.get(self.take(), 0)
        return self.all[start : self.at - 1]

    # sums and products

    def expression(self) -> Tree:
        terms: list[Tree] = []
        sign = 1
        if self.next in "+-" and self.next:
            sign = -1 if self.take() == "-" else 1
        while True:
            t = self.term()
            terms.append(t if sign > 0 else Times((Number(Fraction(-1)), t)))
            if self.next not in ("+", "-"):
                return terms[0] if len(terms) == 1 else Plus(tuple(terms))
            sign = -1 if self.take() == "-" else 1

    def term(self) -> Tree:
        factors: list[Tree] = []
        while self.next and self.next not in (")", "}", "]", "+", "-", "=", ",", r"\over"):
            if self.next in (r"\cdot", r"\times"):
                self.take()
            if self.next == "/":
                self.take()
                if not factors:
                    raise NotRead("nothing before /")
                factors[-1] = Quotient(factors[-1], self.factor())
                continue
            factors.append(self.factor())
        if not factors:
            raise NotRead("an empty term")
        return factors[0] if len(factors) == 1 else Times(tuple(factors))

    def factor(self) -> Tree:
        return self.powers(self.atom())

    def powers(self, base: Tree) -> Tree:
        if self.next != "^":
            return base
        self.take()
        group = self.group()
        if len(group) != 1 or not group[0].isdigit():
            raise NotRead("a power that is no number")
        return self.powers(Power(base, int(group[0])))

    def atom(self) -> Tree:
        t = self.next
        if t.isdigit():
            return Number(Fraction(int(self.take())))
        if t in ("(", "{"):
            self.take()
            inner = self.expression()
            if t == "{" and self.next == r"\over":
                self.take()
                inner = Quotient(inner, self.expression())
            self.take(")" if t == "(" else "}")
            return inner
        special = {"[": self.bracket, r"\frac": self.fraction, r"\partial": self.slash, r"\sum": self.total}
        if t in special:
            return special[t]()
        return self.name()

    def bracket(self) -> Tree:
        self.take("[")
        start = self.at
        while self.take() != "]":
            pass
        return Truth(conditions(self.all[start : self.at - 1]))

    def fraction(self) -> Tree:
        self.take()
        above, below = self.group(), self.group()
        if above[:1] == [r"\partial"]:
            return self.slope(above[1:], below)
        return Quotient(self.inside(above), self.inside(below))

    def inside(self, some: list[str]) -> Tree:
        reader = _Reader(some, self.names)
        found = reader.expression()
        if reader.next == r"\over":
            reader.take()
            found = Quotient(found, reader.expression())
        if reader.at < len(some):
            raise NotRead("left over in a group")
        return found

    def slope(self, above: list[str], below: list[str]) -> Tree:
        direct = above[:1] == ["^"]
        if direct:
            above = above[4:] if above[1:2] == ["{"] else above[2:]
        if below[:1] != [r"\partial"]:
            raise NotRead("a derivative by nothing")
        wrt = self.inside(below[1:])
        if not isinstance(wrt, Entry):
            raise NotRead("a derivative by no entry")
        return Slope(self.inside(above) if above else self.term(), wrt, direct)

    def slash(self) -> Tree:
        r"""`\partial E/\partial w`, or `\partial E \over \partial w` to the end of its braces."""
        self.take()
        direct = self.next == "^"
        if direct:
            self.take()
            self.group()
        of = self.name()
        over = self.next == r"\over"
        self.take(r"\over" if over else "/")
        self.take(r"\partial")
        wrt = self.name()
        if over and self.next != "}":
            raise NotRead("more than a name below")
        if not isinstance(wrt, Entry):
            raise NotRead("a derivative by no entry")
        return Slope(of, wrt, direct)

    def total(self) -> Tree:
        self.take()
        lower = upper = None
        while self.next in ("_", "^"):
            if self.take() == "_":
                lower = self.group()
            else:
                upper = self.group()
        if lower is None or upper is None:
            raise NotRead("a sum without bounds")
        first, *rest = parted(lower)
        if len(first) < 3 or first[1] != "=":
            raise NotRead("a sum without a lower bound")
        where = tuple(c for r in rest for c in conditions(r))
        return Total(first[0], integer(first[2:]), integer(upper), self.term(), where)

    # names

    def name(self) -> Tree:
        found = self.function()
        if found is not None:
            return found
        for base in self.names.bases:
            if tuple(self.all[self.at : self.at + len(base)]) == base:
                return self.entry(base)
        if self.next == r"\delta":
            return self.kronecker()
        letter = self.take()
        if len(letter) == 1 and letter.isalpha():
            if self.next == "_":
                raise NotRead(f"{letter} is no name")
            return Size(form(letter))
        raise NotRead(f"{letter} is unknown")

    def kronecker(self) -> Tree:
        self.take()
        self.take("_")
        group = self.group()
        two = parted(group)
        if len(two) == 1:
            two = [[x] for x in two[0]]
        if len(two) != 2:
            raise NotRead("a delta of two indices")
        return Truth((Condition("=", integer(two[0]).plus(integer(two[1]), -1)),))

    def function(self) -> Tree | None:
        start = self.at
        name = FUNCTIONS.get(self.next, self.next)
        if name not in self.names.functions:
            return None
        self.take()
        order = 0
        while self.next == "'" or (self.next == "^" and r"\prime" in self.all[self.at + 1 : self.at + 3]):
            if self.take() == "'":
                order += 1
            else:
                order += self.group().count(r"\prime")
        if self.next != "(":
            self.at = start
            return None
        self.take()
        argument = self.expression()
        self.take(")")
        return Call(name, order, argument)

    def entry(self, base: tuple[str, ...]) -> Tree:
        self.at += len(base)
        scripts: dict[str, list[str]] = {}
        end = self.at
        while self.next in ("_", "^") and self.next not in scripts:
            kind = self.take()
            scripts[kind] = self.group()
            end = self.at
        self.at = end
        for t in self.names.by_base[base]:
            found = self.matched(t, scripts)
            if found is not None:
                return found
        raise NotRead(f"{''.join(base)} with other scripts")

    def matched(self, t: Template, scripts: dict[str, list[str]]) -> Tree | None:
        upper, lower = scripts.get("^", []), scripts.get("_", [])
        power = 0
        if not t.upper and len(upper) == 1 and upper[0].isdigit():
            power, upper = int(upper[0]), []
        above, below = indices(t.upper, upper), indices(t.lower, lower)
        if above is None or below is None:
            return None
        found = Entry(t.key, (*above, *below))
        return Power(found, power) if power else found
