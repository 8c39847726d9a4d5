r"""Functions that words or names tell: `where $f$ is the hyperbolic tangent`, `$f = \tanh$`, `$f: x \mapsto \tanh x$`.

A function of which nothing is known stands for any function, so that a line about the one that is meant would look
wrong; and a `\sigma` of which nothing is known is the logistic function. What words say is a definition typed in
another way: it is read as one. Where words name a well-known function in a way that is not understood (`$f$ is a leaky
rectifier`), or leave the function open (`an arbitrary $\sigma$`), that is handed on.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from ..document.blocks import Display
from ..errors import ReadError
from ..latex import tree as t
from ..latex.names import NO_NAMES, Names
from ..latex.parse import parse
from ..latex.source import Source
from ..latex.tree import Formula
from ..notation import EQUALITIES, FUNCTIONS
from .calls import COEFFICIENTS, FUNCTION_LETTERS, GREEK_FUNCTIONS
from .layout import Located
from .shape import shape_of
from .untold import Untold

KINDS: tuple[tuple[str, str, str], ...] = (
    (
        "logistic",
        r"(?:logistic|standard) sigmoid|logistic|sigmoid|(?:標準)?シグモイド|ロジスティック(?:シグモイド)?",
        r"\frac{1}{1+\exp(-#)}",
    ),
    ("hyperbolic tangent", r"hyperbolic tangent|tanh|双曲線正接", r"\tanh(#)"),
    (
        "rectifier",
        r"ReLU|rectified linear unit|rectified linear|rectifier|正規化線形|ランプ",
        r"\max(0, #)",
    ),
    (
        "step",
        r"Heaviside(?:['’]s)?(?: unit)?(?: step)?|(?:unit|binary) step|単位階段|ヘヴィサイド(?:の)?(?:階段)?",
        r"[# > 0]",
    ),
    ("softplus", r"soft-?plus|ソフトプラス", r"\log(1+\exp(#))"),
    ("identity", r"identity|恒等", r"#"),
    ("sign", r"sign|signum|符号", r"\operatorname{sign}(#)"),
    ("exponential", r"exponential|指数", r"\exp(#)"),
)
"""What a function is called, the words for it, and what it is of `#`."""
NAMED = "|".join(rf"(?P<k{n}>{words})" for n, (_, words, _) in enumerate(KINDS))
SORT = r"(?:[- ](?:function|activation|non-?linearity|squashing|transfer|unit|units))*|関数"
DETERMINED = (
    r"(?:(?:an?|the|our|its|usual|standard|ordinary|well-known|element-?wise|point-?wise|component-?wise|non-?linear|scalar"
    r"|activation|squashing|transfer|function|non-?linearity)\s+)*"
)
TOLD_BEHIND = re.compile(
    r"\A\s*,?\s*(?:(?:is|are|denotes?|be|being|means|stands for|represents?|for|as)\s+"
    rf"(?:again |here |just |simply |now |always |chosen (?:as |to be )|taken (?:as |to be ))*{DETERMINED}"
    r"|(?:は|を|が)\s*)"
    rf"(?:{NAMED})(?:{SORT})\s*"
    r"(?:\Z|[.,;:)]|(?:and|applied|acting|throughout|everywhere|so|which|whose|here)\b|とする|である|です|で|とし|と|、|。|）)",
    re.I,
)
TOLD_BEFORE = re.compile(rf"(?:\A|[\s(]|の|、|，)(?:{NAMED})(?:{SORT})\s*\Z", re.I)
LOOSE = re.compile(
    r"(?:leaky|parametric|hard|noisy|scaled|shifted|bipolar|centred|centered|approximate|smooth|inverse|log|clipped"
    r"|such as|like|e\.\s?g\.|instance|example|either|or|not|unlike|than|instead of)\W+(?:\w+\W+){0,2}\Z",
    re.I,
)
"""Words before a kind by which it is not quite that."""
HINTS = re.compile(
    rf"{NAMED}|softmax|swish|gelu|\belu\b|selu|mish|leaky|gaussian|sine|cosine|quadratic|square|cubic|sigmoidal", re.I
)
"""Words that say something of what a function is."""
OPEN = re.compile(
    r"\A\s*,?\s*(?:is|are|denotes?|be|being|stands for)\s+(?:[\w-]+\s+){0,2}?"
    r"(?:any|arbitrary|some|generic|general|unspecified|differentiable|smooth)\b|\A\s*(?:は|を)?\s*任意の",
    re.I,
)
OPEN_BEFORE = re.compile(r"\b(?:any|arbitrary|some|generic|unspecified)(?:\s+[\w-]+){0,4}\s*\Z|任意の\w*\Z", re.I)
NAME = r"(?P<name>\\?[A-Za-z]+)"
DOT = r"\(\s*(?:\\cdot|\\,|\\bullet|\.)*\s*\)"
ALONE = re.compile(rf"\s*{NAME}\s*(?:{DOT}|\(\s*[a-z]\s*\))?\s*[.,;]?\s*\Z")
"""A name alone, or with an argument that is only shown."""
EQUATED = re.compile(
    rf"\s*{NAME}\s*(?:=|:=|\\equiv|\\coloneqq|\\triangleq)\s*"
    r"(?P<function>\\[A-Za-z]+|\\(?:mathrm|text|operatorname)\s*\{\s*[A-Za-z]+\s*\})\s*[.,;]?\s*\Z"
)
MAPPED = re.compile(rf"\s*{NAME}\s*(?::|\\colon)\s*(?P<letter>[a-z])\s*\\mapsto\b(?P<body>[^=]+)\Z")
DOTTED = re.compile(r"\(\s*\\cdot\s*\)")


@dataclass(frozen=True, slots=True)
class Told:
    """The formulas of a page, with what words define as further ones; functions left open; those not understood."""

    located: Sequence[Located] = ()
    declared: tuple[str, ...] = ()
    vague: tuple[Untold, ...] = ()
    notes: tuple[str, ...] = ()


def functions_told(located: Sequence[Located], prose: str, names: Names = NO_NAMES) -> Told:
    """What words say of the functions of a page; `prose` is all that it says in words."""
    found = [_dotted(d, f, names) for d, f in located]
    formulas = [f for _, f in found if isinstance(f, Formula)]
    pages = _Functions(formulas)
    more: list[Located] = []
    notes: list[str] = []
    declared: dict[str, None] = {}
    vague: list[Untold] = []
    done: set[str] = set()
    for n, (d, formula) in enumerate(found):
        name, text, kind, equated = _told(d, pages.letter)
        if name and isinstance(formula, ReadError):
            found[n] = (d, Formula(d.source, ()))
        if not name or name in pages.defined or not pages.is_function(name) or name in done:
            continue
        if text and not (kind == "logistic" and name in GREEK_FUNCTIONS):
            source = Source(text, d.line, d.source.before, d.source.after, d.source.file)
            new = parse(source, names)
            if equated:
                found[n] = (d, new)
            else:
                more.append((replace(d, source=source, inline=True), new))
            notes.append(f"`{name}` is the {kind} function, as the page says" if kind else "")
            done.add(name)
        elif text:
            done.add(name)
        elif name not in FUNCTION_LETTERS:
            continue
        elif OPEN.match(d.after) or OPEN_BEFORE.search(d.before):
            declared[name] = None
            if name in GREEK_FUNCTIONS and HINTS.search(prose):
                vague.append(Untold(name, d.line))
        elif d.inline and _is_hinted(name, f"{_near(d.before, -1)} {_near(d.after, 0)}"):
            vague.append(Untold(name, d.line))
    open_ones = [u for u in vague if u.base not in done]
    declared |= dict.fromkeys(u.base for u in open_ones)
    left = tuple(name for name in declared if name not in done)
    return Told([*found, *more], left, tuple(open_ones), tuple(filter(None, dict.fromkeys(notes))))


def _told(d: Display, letter: str) -> tuple[str, str, str, bool]:
    """A name, its definition as a formula, the kind of function, and whether an equation says it; '' for nothing."""
    if (m := EQUATED.match(d.latex)) is not None:
        word = re.sub(r"\\(?:mathrm|text|operatorname)|[\\{}\s]", "", m["function"])
        known = word in FUNCTIONS or m["function"] in GREEK_FUNCTIONS
        return (
            (m["name"], rf"{m['name']}({letter}) = {m['function']}({letter})", "", True)
            if known
            else ("", "", "", False)
        )
    if (m := MAPPED.match(d.latex)) is not None:
        return m["name"], f"{m['name']}({m['letter']}) = {m['body']}", "", False
    m = ALONE.match(d.latex) if d.inline else None
    if m is None:
        return "", "", "", False
    behind, before = TOLD_BEHIND.match(d.after), TOLD_BEFORE.search(d.before)
    for said, lead in ((behind, ""), (before, d.before[: before.start()] if before else "")):
        if said is not None and not LOOSE.search(lead):
            kind, _, body = next(KINDS[n] for n in range(len(KINDS)) if said[f"k{n}"])
            return m["name"], f"{m['name']}({letter}) = {body.replace('#', letter)}", kind, False
    return m["name"], "", "", False


def _is_hinted(name: str, words: str) -> bool:
    r"""Do words say something of a function? That a `\\sigma` is logistic is known."""
    said = {m.lastgroup or m[0].lower() for m in HINTS.finditer(words)}
    return bool(said - {"k0", "sigmoidal"} if name in GREEK_FUNCTIONS else said)


def _near(text: str, side: int) -> str:
    """The words of a sentence next to a formula."""
    return re.split(r"\$|\\[()]|[.;。]", text)[side]


def _dotted(d: Display, f: Formula | ReadError, names: Names) -> Located:
    r"""`f(\cdot) = \tanh(\cdot)` with a letter for the dot."""
    if not DOTTED.search(d.latex) or not any(sign in d.latex for sign in "="):
        return d, f
    text = DOTTED.sub(lambda m: "(x)".ljust(len(m[0])), d.latex)
    try:
        return d, parse(replace(d.source, text=text), names)
    except ReadError:
        return d, f


class _Functions:
    """Which names of a page are only ever applied, and which it defines itself."""

    def __init__(self, formulas: Sequence[Formula]) -> None:
        self.defined: set[str] = set()
        self.applied: dict[str, int] = {}
        self.derived: dict[str, int] = {}
        self.count: dict[str, int] = {}
        for f in formulas:
            whole = isinstance(self._only(f), t.Name)
            for x in t.walk(f):
                if isinstance(x, t.Product):
                    for a, b in zip(x.factors, x.factors[1:], strict=False):
                        if b.joined and isinstance(a.body, t.Name):
                            self._add(self.applied, a.body)
                elif isinstance(x, t.Derivative) and isinstance(x.of, t.Name):
                    self._add(self.derived, x.of)
                if isinstance(x, t.Name) and not whole:
                    self._add(self.count, x)
            for s in f.statements:
                left = s.chain.members[0]
                if not s.chain.relations or s.chain.relations[0] not in EQUALITIES:
                    continue
                head = left.factors[0].body if isinstance(left, t.Product) and len(left.factors) == 2 else left
                if isinstance(head, t.Name) and not head.primes and not (head is left and EQUATED.match(f.source.text)):
                    self.defined.add(head.base)
        used = set(self.count)
        self.letter = next(x for x in ("x", "u", "v", "z", r"\xi", r"\zeta", r"\eta") if x not in used or x == r"\eta")

    @staticmethod
    def _only(f: Formula) -> object:
        chain = f.statements[0].chain if len(f.statements) == 1 else None
        return chain.members[0] if chain is not None and len(chain.members) == 1 else None

    @staticmethod
    def _add(to: dict[str, int], x: t.Name) -> None:
        shape = shape_of(x)
        if shape is not None:
            to[shape.letter] = to.get(shape.letter, 0) + 1

    def is_function(self, name: str) -> bool:
        """Is a name a function wherever it stands in a formula?"""
        applied, equated = self.applied.get(name, 0), 1 if name not in self.defined else 0
        most = applied + self.derived.get(name, 0) + equated
        return applied > 0 and self.count.get(name, 0) <= most and name not in COEFFICIENTS
