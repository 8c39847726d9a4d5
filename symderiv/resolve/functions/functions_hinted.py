r"""Functions of which words say something that is not understood: `$f$ is a leaky ReLU`, `$\sigma$ is tanh or ReLU`.

Such a function is not any function, and a `\sigma` with such words is not known to be the logistic one. Nor is one of
which an equation tells a power or something else than its value, `d(x, y)^2 = \|x - y\|^2`, `\log f(x) = -x^2`, or
two different ones `h_j = f(u_j) = \tanh u_j` and `y_k = f(v_k) = v_k`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ...document.blocks import Block
from ...latex import tree as t
from ...latex.clauses import SUPPOSING
from ...notation import EQUALITIES
from ...pattern import lazily
from ..asked import remembered
from ..located import Located, read_of
from ..meaning import function_name
from ..prepared.applied import applied_alone, before_parentheses
from ..prepared.arguments.functions_doubted import functions_doubted
from ..prepared.functions_in_words import applied, bare, defined
from ..prepared.probabilities.normals import is_sign
from ..spelled.function_letters import FUNCTION_LETTERS, GREEK_FUNCTIONS
from ..spelled.shape import shape_of, stem_of
from ..told.untold import Untold

LOGISTIC = r"logisti[cqks]|sigmo[ïi]de?\b|sigmoid-?funktion|シグモイド|ロジスティック|逻辑|S\s*型"
HINTS = (
    r"hyperbolic tangent|tanh|ReLU|rectified|rectifier|Heaviside|step function|softplus|identity|swish"
    r"|softmax(?!\s+(?:function\s+|layer\s+)?(?:is|acts|runs|works|operates|turns|maps|は|を)\b)"
    r"|gelu|silu|\belu\b|selu|mish|leaky|gaussian|\bsine\b|cosine|quadratic|cubic|sigmoidal|exponential|双曲線|正規化線形"
    r"|ランプ関数|ステップ|\bcdf\b|\bpdf\b|cumulative|distribution function|\bdensity\b|normal distribution"
    r"|分布関数|密度関数|tangen(?:te|s) (?:hyp|hip|ip)erb\w*|identit[éà]|identidad\w*|identität|échelon|escalón"
    r"|stufenfunktion|gaussienne|gaußsch\w*|双曲正切|线性整流|修正线性|恒等|阶跃|高斯"
)
OF_ANY = lazily(f"{HINTS}|{LOGISTIC}", re.I)
OF_LOGISTIC = lazily(HINTS, re.I)
"""Words that say something of what a function is, and those that do so of one that is known to be logistic; where
softmax is a subject, `the softmax is applied to each row`, it is no name of another function."""
COUNTERFACTUAL = lazily(r"\s*(?:was|were|had been)\b", re.I)
"""How a sentence goes on behind `if` that says what a function is not."""


def functions_hinted(located: Sequence[Located]) -> Iterator[Untold]:
    """The functions that a page applies and does not define, with such words next to the bare letter, by line."""
    formulas = read_of(located)
    wanted = (set(applied(formulas)) & FUNCTION_LETTERS) - set(defined(formulas))
    for display, _ in located if wanted else ():
        name = bare(display.latex) if display.inline else None
        if name not in wanted or name is None:
            continue
        if SUPPOSING.search(display.before) and COUNTERFACTUAL.match(display.after):
            continue
        hints = OF_LOGISTIC if name in GREEK_FUNCTIONS else OF_ANY
        if hints.search(f"{near(display.before, -1)} {near(display.after, 0)}"):
            wanted.discard(name)
            yield Untold(name, display.line)


def densities_hinted(located: Sequence[Located]) -> Iterator[Untold]:
    r"""The `\mathcal{N}` of a page that does not define it, with arguments that do not tell by what it is meant."""
    heads = [
        (d.line, s, name) for d, f in located if isinstance(f, t.Formula) for s in f.statements for name in _signs(s)
    ]
    if any(_defines(s) for _, s, _ in heads):
        return
    yield from {name: Untold(name, line) for line, _, name in reversed(heads)}.values()


@remembered
def _signs(s: t.Statement) -> tuple[str, ...]:
    equates = bool(s.chain.relations) and all(r in EQUALITIES for r in s.chain.relations)
    uses = (use for x in t.of_kind(s, t.Product) for use in before_parentheses(x)) if equates else ()
    return tuple(shape.base for name, _ in uses if is_sign(name) and (shape := shape_of(name)) is not None)


def _defines(s: t.Statement) -> bool:
    use = applied_alone(s.chain.members[0]) if s.chain.relations else None
    return use is not None and is_sign(use[0])


def near(text: str, side: int) -> str:
    """The words of a sentence next to a formula: the last before it (-1), or the first behind it (0)."""
    return re.split(r"\$|\\[()]|[.;。]", text)[side]


def functions_bound(located: Sequence[Located], blocks: Sequence[Block]) -> Iterator[Untold]:
    """The functions that a page does not define, and of which an equation about data alone tells something else than
    their value, or chains two different ones."""
    for name, line in functions_doubted(located, blocks):
        shape = shape_of(name)
        called = function_name(shape) if shape is not None else None
        yield from (Untold(x, line) for x in dict.fromkeys((name.base, called or name.base)))
    found = [
        (d.line, s) for d, f in located if isinstance(f, t.Formula) and not d.struck for s in f.statements if _about(s)
    ]
    if not found:
        return
    lefts = [s.chain.members[0] for f in read_of(located) for s in f.statements if s.chain.relations]
    whole = [x for left in lefts if (x := applied_alone(left)) is not None]
    known = {stem_of(x) for x in lefts if isinstance(x, t.Name)}
    known |= {stem_of(name) for name, group in whole if all(isinstance(i, t.Name) for i in group.items)}
    for line, s in found:
        if known.isdisjoint(stem_of(x) for x in t.of_kind(s, t.Name)):
            yield from (Untold(base, line) for base in _about(s) - GREEK_FUNCTIONS.keys())


@remembered
def _about(s: t.Statement) -> frozenset[str]:
    """The letters on the left of an equation alone that stand before letters for anything, where it is no value and
    nothing is differentiated."""
    left = s.chain.members[0]
    if not s.chain.relations or s.chain.relations[0] not in EQUALITIES or isinstance(left, t.Name):
        return frozenset()
    if any(t.of_kind(s, t.Derivative)) or any(x.primes for x in t.of_kind(s, t.Name)):
        return frozenset()
    if applied_alone(left) is not None:
        return frozenset()
    uses = [use for x in t.of_kind(left, t.Product) for use in before_parentheses(x)]
    again = {x.base for m in s.chain.members[1:] for x in t.of_kind(m, t.Name)}
    return frozenset(name.base for name, group in uses if all(map(_is_letter, group.items))) - again


def _is_letter(x: t.Node) -> bool:
    """Is it a letter for anything, and no entry of data?"""
    return isinstance(x, t.Name) and not x.scripts
