r"""Names that a page defines in a line that could not be read.

Such a name looks like one that is given, and a claim that rests on it may look right or wrong for that reason alone.
Where a whole formula could not be read, every name that stands on the left of an equation in it counts.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from ...errors import Place
from ...expr import Variable
from ...latex.typed_lists import is_typed_list
from ...pattern import lazily
from ..spelled.keys import split_key

DERIVATIVE = lazily(r"\\partial|\\nabla|[∂∇]|\\frac\{?\s*d")
FACTORS = lazily(r"\\d?frac|\\sum|\\odot|\\oslash|\\nabla|'|\\prime")
COMMAND = lazily(r"\\[A-Za-z]+")

STARRED: tuple[tuple[str | None, ...], tuple[str | None, ...]] = (("*",), ())
"""The star on a name, which makes it another one."""
DEPENDENT = "dependent"
"""The kind of a name that words call dependent, and of which no formula says how."""
STEP = "step"
"""The kind of an array that is defined at its last step only, and used at others."""
INVERSE = "inverse"
"""The kind of an inverse, or a determinant, of a matrix that is not known to be square."""
ALIKE = "alike"
"""The kind of a name that nothing defines, and that looks like one that is computed."""
ALTERED = "altered"
"""The kind of a name that words multiply by something of which no formula says so."""
CHANGED = "changed"
"""The kind of a name that words make something else of."""
LOOSE = "loose"
"""The kind of a name that nothing defines, and that may be made of what is computed and not used."""
NORMALISER = "Z"
"""The letter of what normalises a distribution, where no formula says what it is."""


@dataclass(frozen=True, slots=True)
class Untold:
    """A name (its letter, or that of a function) whose definition on a line could not be read, or is left out.

    `scripts` are the entries above and below it, as far as they are labels; None if nothing is known of them. `text` is
    what is typed on the right; `sure`: the line is left out although it could be read, so it does define the name.
    `kind`: what is not told is the meaning of a "name", of its "twin" with another number of indices, the "range" of a
    letter, or a "fact" about anything; how a "dependent" name depends on what is typed in `text` ('': on anything);
    what an array is at other "steps" than the one at which it is defined; of what an "inverse" is one; whether it is
    what looks "alike"; whether it is made of the "loose" end whose key is `text`, or "altered" by words, or "changed",
    or made of the name in `text` that is.
    `inner`: other nodes are made of it. `key` is the variable that the line would define, where its left side is read.
    `applied`: its left side is read as a product, the `Q(w)` of a function. `column`: where on its line.
    """

    base: str
    line: int
    scripts: tuple[tuple[str | None, ...], tuple[str | None, ...]] | None = None
    text: str = ""
    sure: bool = False
    kind: str = "name"
    inner: bool = False
    key: str = ""
    applied: bool = False
    column: int = field(default=0, compare=False)

    def is_one_of(self, keys: Iterable[str]) -> bool:
        r"""Is the name one of these variables? Of another label it is none, as far as that can be told.

        >>> u = Untold("d", 1, key="d^{(3)}_{#}")
        >>> u.is_one_of(["d^{(2)}_{#}"]), u.is_one_of(["d^{(#)}_{#}"]), Untold("d", 1).is_one_of(["d^{(2)}_{#}"])
        (False, True, True)
        """
        return any(self.concerns(key) and (not self.key or _is_part(self.key, key)) for key in keys)

    def concerns(self, key: str) -> bool:
        r"""May a variable be the name, or part of it? Only labels tell: `\pi_\theta` is not `\pi_k` with an index k.

        >>> u = Untold(r"\pi", 1, ((), (r"\theta",)))
        >>> u.concerns(r"\pi_{#}"), u.concerns(r"\pi_{\theta}"), u.concerns(r"\pi")
        (False, True, True)

        What belongs to a name below it is one of its letter, `(\delta_{z})_i` for `\delta_{z_i}`.

        >>> [Untold(r"\delta", 1).concerns(key) for key in (r"(\delta_{z})_{#}", r"(\Delta_{z})_{#}")]
        [True, False]
        """
        base, above, below, _ = split_key(key)
        if base.startswith(f"({self.base}_{{"):
            return True
        if base != self.base or self.scripts is None:
            return base == self.base
        if self.scripts == STARRED:
            return "*" in above  # `w^* = ..` says nothing of w
        if (len(above), len(below)) != tuple(map(len, self.scripts)):
            return True
        mine = (*self.scripts[0], *self.scripts[1])
        pairs = zip(mine, (*above, *below), strict=True)
        return all(a is None or a == b or (self.sure and b is None) for a, b in pairs)

    def defines(self, key: str) -> bool:
        """Is it known to define a variable?"""
        return self.sure and self.kind == "name" and self.concerns(key)

    def mentions(self, base: str) -> bool:
        r"""May what is typed on the right name something? Letters typed side by side are a product.

        >>> u = Untold("z", 1, text=r"\hat{y} + wx \sigma(net_j)")
        >>> [u.mentions(b) for b in ("w", "x", "net", r"\sigma", r"\hat{y}", "z")]
        [True, True, True, True, True, False]
        """
        return stands_in(base, self.text)

    def __str__(self) -> str:
        if self.kind == "twin":
            return f"`{self.base}` is defined with another number of indices in line {self.line}"
        if self.kind == DEPENDENT:
            where = f" (line {self.line})" if self.line else ""
            return f"how `{self.base}` depends on other things is not said{where}"
        if self.kind == ALTERED:
            return f"words in line {self.line} multiply `{self.text or self.base}` by something, and no formula does"
        if self.kind == CHANGED:
            return f"words in line {self.line} make something else of `{self.text or self.base}`, and no formula does"
        if self.kind == INVERSE:
            return f"nothing says that the matrix of `{self.base}` is square"
        if self.kind == ALIKE:
            return f"is `{self.base}` what `{self.text}` is in line {self.line}? nothing defines it or tells it apart"
        if self.kind == LOOSE:
            end = split_key(self.text)[0]
            return (
                f"does `{self.base}` depend on `{end}` (line {self.line})? nothing defines it, and nothing uses `{end}`"
            )
        if self.kind == STEP:
            return f"`{self.base}` is defined at one step only (line {self.line}), and used at others"
        what = {"name": "the definition of `{}`", "range": "the range of `{}`", "fact": "what is said of `{}`"}[
            self.kind
        ]
        return f"{what.format(self.base)} in line {self.line} {'is left out' if self.sure else 'could not be read'}"

    def is_before(self, place: Place) -> bool:
        """Does its line stand above a place, or before it on the same line?"""
        return self.line < place.line or (self.line == place.line and 0 < self.column < place.column)

    @property
    def is_list(self) -> bool:
        r"""Is it a list of entries, `(1, x_1, \dots, x_n)^T`?

        >>> Untold("x", 1, text=r" (1, x_1, \dots)^T").is_list, Untold("x", 1, text=r"(f(a, \dots), b) + 1").is_list
        (True, False)
        """
        return self.kind == "name" and is_typed_list(self.text)

    @property
    def names_derivative(self) -> bool:
        """Is it a name for a derivative, and no node of the network?"""
        return DERIVATIVE.search(self.text) is not None

    @property
    def is_result(self) -> bool:
        r"""Does it seem to give something by a derivative and more, `\frac{\partial C}{\partial a_j} \sigma'(z_j)`?"""
        return self.names_derivative and len(FACTORS.findall(self.text)) > 1


def _is_part(one: str, other: str) -> bool:
    """Is a variable another one, or that at one place?"""
    (_, *mine), (_, *theirs) = split_key(one), split_key(other)
    if [*map(len, mine)] != [*map(len, theirs)]:
        return False
    return all(b in (None, a) for x, y in zip(mine, theirs, strict=True) for a, b in zip(x, y, strict=True))


def stands_in(base: str, typed: str) -> bool:
    r"""May the letter of a name stand in what is typed? Letters side by side are a product.

    >>> stands_in("x", "wx"), stands_in("a", r"\alpha"), stands_in(r"\hat{y}", r"\hat {y}_i")
    (True, False, True)
    """
    text = typed.replace(" ", "")
    if base.startswith("\\") and "{" not in base:
        return re.search(re.escape(base) + r"(?![A-Za-z])", text) is not None
    return base.replace(" ", "") in (text if "\\" in base else COMMAND.sub(" ", text))


def lost(variable: Variable, line: int, text: str = "") -> Untold:
    r"""The name of a variable that a line defines which is left out.

    >>> u = lost(Variable("h^{(1)}_{#}"), 3)
    >>> u.base, [u.concerns(k) for k in ("h^{(1)}_{#}", "h^{(2)}_{#}", "h^{(#)}_{#}", "h")]
    ('h', [True, False, True, True])
    """
    base, above, below, tail = split_key(variable.key)
    return Untold(base, line, None if tail else (above, below), text, sure=True)
