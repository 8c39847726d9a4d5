r"""Trees as LaTeX in varied spelling: commas or none, scripts in either order, fractions, primes, dots."""

from __future__ import annotations

from dataclasses import dataclass, field
from fractions import Fraction
from random import Random

from independent.reader import template
from independent.tree import (
    Call,
    Condition,
    Entry,
    Form,
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
    Unsupported,
)

WORDS = {"sigma": r"\sigma", "tanh": r"\tanh", "exp": r"\exp", "log": r"\log", "sin": r"\sin", "cos": r"\cos"} | {
    "abs": r"\operatorname{abs}"
}


@dataclass
class Spelling:
    """How one author writes."""

    random: Random
    commas: bool = True
    upper_first: bool = False
    fraction: str = r"\frac"
    times: str = " "
    limits: str = ""
    sized: bool = False
    prime: str = "'"
    slash: bool = False
    le: str = r"\le"
    ne: str = r"\neq"
    always_commas: set[str] = field(default_factory=set)

    def form(self, f: Form) -> str:
        """An index."""
        text = ""
        terms = sorted(f.terms, key=lambda t: t[1] < 0)
        for s, c in terms:
            sign = "-" if c < 0 else "+" if text else ""
            text += sign + (str(abs(c)) if abs(c) != 1 else "") + s
        if f.const or not text:
            text += f"{'-' if f.const < 0 else '+' if text else ''}{abs(f.const)}"
        return text

    def condition(self, c: Condition) -> str:
        """`i \\le J`, from a form that is at least, or is, or is not zero."""
        left = Form(tuple((s, n) for s, n in c.form.terms if n > 0), max(c.form.const, 0))
        right = Form(tuple((s, -n) for s, n in c.form.terms if n < 0), max(-c.form.const, 0))
        if c.relation == ">":
            return f"{self.form(right)} {self.le} {self.form(left)}"
        return f"{self.form(left)} {'=' if c.relation == '=' else self.ne} {self.form(right)}"

    def entry(self, e: Entry) -> str:
        """A name with its indices."""
        t = template(e.key)
        rest = list(e.indices)
        upper, lower = self._script(t.upper, rest), self._script(t.lower, rest)
        base = "".join(t.base)
        above = f"^{{{upper}}}" if upper else ""
        below = f"_{lower}" if len(lower) == 1 else f"_{{{lower}}}" if lower else ""
        return base + (above + below if self.upper_first else below + above)

    def _script(self, wanted: str, rest: list[Form]) -> str:
        if not wanted:
            return ""
        round_ = wanted.startswith("(")
        holes = (wanted[1:-1] if round_ else wanted).split(",")
        texts = [self.form(rest.pop(0)) if h == "#" else h for h in holes]
        short = all(len(x) == 1 and x.isalpha() for x in texts)
        text = ("" if short and not self.commas else ",").join(texts)
        return f"({text})" if round_ else text

    def atom(self, e: Tree) -> str:
        """What may stand under a power, or before other factors, as it is."""
        text = self(e)
        natural = isinstance(e, Number) and e.value >= 0 and e.value.denominator == 1
        typed = isinstance(e, (Quotient, Slope)) and text.startswith("\\")
        bare = natural or typed or isinstance(e, (Entry, Call, Size))
        return text if bare else self.round(text)

    def round(self, text: str) -> str:
        """In parentheses."""
        return rf"\left({text}\right)" if self.sized else f"({text})"

    def __call__(self, e: Tree) -> str:
        """The formula."""
        match e:
            case Number(x):
                return self._number(x)
            case Size(f):
                return self.form(f) if f.letter else self.round(self.form(f))
            case Entry():
                return self.entry(e)
            case Call(name, order, argument):
                return WORDS.get(name, name) + self._primes(order) + self.round(self(argument))
            case Plus(terms):
                return self._plus(terms)
            case Times(factors):
                return self._times(factors)
            case Quotient(a, b):
                return self._fraction(self(a), self(b))
            case Power(base, n):
                below = self.atom(base) if isinstance(base, Call) else self.round(self(base))
                return f"{below}^{n}" if n < 10 else f"{below}^{{{n}}}"
            case Total():
                return self._total(e)
            case Truth(where):
                return self._truth(where)
            case Slope(of, wrt, direct):
                return self._slope(of, wrt, direct)
        raise Unsupported(str(e))

    def _number(self, x: Fraction) -> str:
        if x.denominator == 1:
            return str(x)
        return ("-" if x < 0 else "") + self._fraction(str(abs(x.numerator)), str(x.denominator))

    def _primes(self, order: int) -> str:
        if not order:
            return ""
        return "'" * order if self.prime == "'" else "^{" + r"\prime" * order + "}"

    def _fraction(self, above: str, below: str) -> str:
        if self.fraction == r"\over":
            return rf"{{{above} \over {below}}}"
        return f"{self.fraction}{{{above}}}{{{below}}}"

    def _plus(self, terms: tuple[Tree, ...]) -> str:
        text = ""
        for t in terms:
            one = self.round(self(t)) if isinstance(t, Plus) else self(t)
            text += one if not text else f" - {one[1:]}" if one.startswith("-") else f" + {one}"
        return text

    def _times(self, factors: tuple[Tree, ...]) -> str:
        sign = ""
        texts: list[str] = []
        for n, f in enumerate(factors):
            last = n == len(factors) - 1
            if n == 0 and isinstance(f, Number) and f.value < 0 and len(factors) > 1:
                sign = "-"
                if f.value == -1:
                    continue
                f = Number(-f.value)
            text = self(f) if isinstance(f, Truth) or (last and isinstance(f, Total)) else self.atom(f)
            # a number behind a factor could be taken for a script
            texts.append((self.times if not text[0].isdigit() else r" \cdot ") + text if texts else text)
        return sign + "".join(texts)

    def _total(self, e: Total) -> str:
        where = "".join(f", {self.condition(c)}" for c in e.where)
        body = self(e.body)
        if isinstance(e.body, Plus) or body.startswith("-"):
            body = self.round(body)
        return rf"\sum{self.limits}_{{{e.letter}={self.form(e.low)}{where}}}^{{{self.form(e.high)}}} {body}"

    def _truth(self, where: tuple[Condition, ...]) -> str:
        if len(where) == 1 and where[0].relation == "=" and len(where[0].form.terms) == 2 and not where[0].form.const:
            (a, m), (b, n) = where[0].form.terms
            if m == -n and abs(m) == 1:
                return rf"\delta_{{{a}{',' if self.commas else ''}{b}}}"
        return f"[{', '.join(map(self.condition, where))}]"

    def _slope(self, of: Tree, wrt: Entry, direct: bool) -> str:
        d = r"\partial^{+}" if direct else r"\partial"
        if not isinstance(of, Entry):
            return rf"\frac{{\partial}}{{\partial {self.entry(wrt)}}} {self.round(self(of))}"
        if self.slash:
            return rf"({d} {self.entry(of)}/\partial {self.entry(wrt)})"
        return self._fraction(f"{d} {self.entry(of)}", rf"\partial {self.entry(wrt)}")


def spelling(random: Random) -> Spelling:
    """An author."""
    return Spelling(
        random,
        commas=random.random() < 0.5,
        upper_first=random.random() < 0.5,
        fraction=random.choice([r"\frac", r"\frac", r"\dfrac", r"\tfrac", r"\over"]),
        times=random.choice([" ", " ", r" \cdot ", r" \times ", r" \, "]),
        limits=r"\limits" if random.random() < 0.2 else "",
        sized=random.random() < 0.3,
        prime=random.choice(["'", "'", r"\prime"]),
        slash=random.random() < 0.15,
        le=random.choice([r"\le", r"\leq"]),
        ne=random.choice([r"\neq", r"\ne"]),
    )
