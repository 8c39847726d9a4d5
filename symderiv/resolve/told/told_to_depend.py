r"""Names that words call dependent, and no formula: `$y_n$ is the prediction of the model`, `$h_i$ depends on $w$`.

Such a name looks like one that is given. What is differentiated by something else than it, and is made of it, is not
known. So it is with a loss that no line defines, the L of `J = L + \frac{\lambda}{2} \sum_i w_i^2`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from ...document.blocks import Block, Display
from ...errors import ReadError
from ...latex import tree as t
from ...latex.tree import Formula
from ...notation import OBJECTIVES
from ...pattern import lazily
from ..located import Located, read_of
from ..prepared.applied import (
    arguments_of,
    before_parentheses,
    differentiated_by,
    head_of,
    label_above,
    names_taken_by,
)
from ..prepared.arguments.dependence_shown import dependence_shown, functions_of_arrays
from ..prepared.arguments.exponents_brought_down import with_exponents_as_factors
from ..prepared.sums.pairs_compared import pairs_left
from ..shapes.sizes import sizes_of_letters, summed_over
from ..spelled.function_letters import FUNCTION_LETTERS
from ..spelled.shape import Shape, Stem, letter_of, letters_in, shape_of, stem_of
from .depending_abroad import depends_abroad
from .earlier_steps import of_earlier_steps, told_of_earlier_trees
from .told_constant import normalises, told_constant
from .untold import DEPENDENT, NORMALISER, Untold

_MACHINE = r"(?:network|net|model|classifier|regressor|perceptron|predictor)"
_WHOLE = rf"(?:outputs?|response|predict\w+) of (?:the|our|this|a|its) (?:\w+ )?{_MACHINE}\b"
_PREDICTED = r"predict(?:ions?|ed (?:values?|outputs?|responses?|scores?|labels?|ratings?|probabilit\w+))\b"
_NORM = r"(?:normali[sz](?:ing|ation) (?:constant|factor|term)|normali[sz]er|partition function)\b"
_OUTPUT = rf"{_WHOLE}|{_NORM}|{_MACHINE}(?:'s|’s)? (?:outputs?|predictions?)\b|{_PREDICTED}"
_ABROAD = (
    r"(?:ネットワーク|モデル)の(?:出力|予測)|予測値|Vorhersagen?\b|Ausgabe des (?:Netz|Modell)\w*|prédictions?\b"
    r"|sortie du (?:réseau|modèle)|predicci[óo]n(?:es)?\b|salida de la red|predizion[ei]\b|网络的?输出|预测值"
)
_VERB = r"(?:\(|(?:is|are|denotes?|represents?|being|as|ist|sind|est|sont|es|son|è)\b|は|を|是)"
_NAMED = rf"(?:(?:the|our|its|a|die|der|la|las|les|le)\s+)?(?:\w+\s+)?(?:{_OUTPUT}|{_ABROAD})"
_MOVING = r"(?:is|are)\s+(?:no|not(?:\s+an?)?)\s+(?:constants?|fixed|held)\b"
BEHIND = lazily(
    rf"\s*,?\s*{_VERB}\s*,?\s*{_NAMED}|\s*,\s*{_NAMED}(?!\s+(?:is|are|at|for|on|of)\b)|\s*,?\s*{_MOVING}", re.I
)
BEFORE = lazily(rf"(?:{_OUTPUT}|{_ABROAD})\s*(?:を)?\s*$", re.I)
"""Words right behind and right before a name that say that a whole network computes it."""
ON = lazily(
    r"\s*,?\s*(?:(?:which|that|is|are|itself|themselves|also|each|all|again|of course|in turn|implicitly)\s+){0,4}"
    r"(?:(?:computed|produced|obtained|made|built|formed|composed|derived|calculated|got|constructed)\s+"
    r"(?:by|from|with|using|of|out of)|(?:varies|vary|changes?)\s+with"
    r"|(?:affected|influenced|changed|moved)\s+by"
    r"|depend(?:s|ing|ent)?\s+(?:\w+\s+)?(?:up)?on|(?:a\s+|some\s+)?(?:\w+\s+)?functions?\s+of)\b(?!.*\bnot?\b)",
    re.I,
)
"""Words right behind a name that say on what it depends; the rest of the sentence names that."""
_MADE = (
    r"(?:the\s+|a\s+|an\s+)?(?:\w+[ -])?(?:(?:softmax(?:es)?|mean|average|sum|total|norm|length|variance|maximum"
    r"|minimum|max|min|product|square|cube|(?:\w+ )?power|(?:square )?root|log(?:arithm)?|exponential|reciprocal"
    r"|inverse|negative|opposite|half|double|ratio|quotient|difference|distance|angle|cosine|sine|tangent|image|transform\w*"
    r"|projection|rectification|normali[sz]ation|discreti[sz]ation|reconstruction|encoding|embedding)s?"
    r"\s+(?:of|over|between|from)|twice|(?:the )?result of(?: \w+ing)?)"
    r"((?:\s+(?!and\b)\w+){0,3}?\s*\$[^$]*\$(?:\s*(?:,|and)\s*\$[^$]*\$(?!\s+(?:is|are|the|a)\b))*)"
)
MADE_OF = lazily(
    rf"\s*,?\s*(?:(?:is|are|be|denotes?|being|as|means?|stands? for|equals?)\s+|(?=(?:the|an?)\s)){_MADE}", re.I
)
"""Words right behind a name that say of what it is made, where no formula does;"""
WRITTEN_FOR = lazily(rf"\s*for\s+{_MADE}", re.I)
"""so where words before it (`We write $u$`) give it to something,"""
WRITE = lazily(r"\b(?:write|writing|put|use|using|set|take|choose|let)\s*\Z", re.I)
CALLED = lazily(
    rf"(?:\b(?:call|denote|abbreviate|name|write|express)\s+{_MADE}\s*(?:by|as|simply|just)?"
    rf"|(?<!\w){_MADE}\s*(?:(?:is|are|be|will|here|simply|just)\s+)+(?:called|named|written|denoted|abbreviated)"
    rf"(?: as| by)?|(?<!\w){_MADE}\s*(?:is|are|will be))\s*\Z",
    re.I,
)
"""words before it that do so,"""
GIVES = lazily(
    r"((?:\$[^$]*\$[^.;$]{0,60}?)+)\b(?:gives?|yields?|produces?|returns?|results? in|leads? to|we (?:then |now )?"
    r"(?:compute|get|obtain|form|build|make|derive|calculate))(?:\s+(?:the|a|us|an|our)(?:\s+\w+){0,2})?\s*\Z",
    re.I,
)
"""words that make it of what stands before,"""
RAISED = lazily(
    r"\s*,?\s*(?:is|are|be|denotes?|being|equals?)\s+(\$[^$]*\$)\s+(?:squared|cubed|halved|doubled)\b", re.I
)
"""and words behind it that do so with a participle."""
WHAT = lazily(r"\s*,?\s*(?:is|are|denotes?|being|as)\s+(?:what|whatever)\b([^.;]*)", re.I)
"""Words that say it with a clause: `is what the network makes of $a$`."""
RELATED = lazily(
    r"\s*,?\s*(?:(?:grows?|shrinks?|scales?|rises?|falls?|increases?|decreases?|varies|vary|changes?)(?:\s+\w+ly)?\s+with"
    r"|(?:comes?|results?|arises?|stems?|follows?)(?:\s+\w+ly)?\s+from"
    r"|(?:is|are|being)(?:\s+(?:then|thus|now|simply|just|directly|here|inversely|\w+ly))?\s+"
    r"(?:given\s+by|proportional\s+to|related\s+to|equal\s+to|identical\s+to|(?:the\s+)?same\s+as|determined\s+by"
    r"|(?:obtained|computed|calculated|derived|formed|made|built|produced|got|taken)\s+(?:from|by|out\s+of)))"
    r"(\s+(?:(?:the|a|twice|half)\s+)?\$[^$]*\$)"
    r"|\s*,?\s*(?:is|are)\s+(\$[^$]*\$)\s+(?:after|through|with)\b",
    re.I,
)
"""Words that put a name in relation to another one: `grows with $a$`, `comes from $a$`, `is proportional to $a$`."""
RELATED_JA = lazily(
    r"\s*は[、,，]?\s*(\$[^$]*\$)\s*(?:を|から|の(?=\s*(?:\d|[二三]乗|平方|対数|指数|逆数|関数|[2-9２-９]|倍|和|積|平均|像)))"
)
ON_ABROAD = lazily(r"\s*も?(?:は|が)\s*(.*?)\s*(?:に(?:も)?依存(?:し(?!ない|ません)|する)|の関数(?!ではない))")
"""Such words with the names in between."""
LOSSES = OBJECTIVES | {"R", r"\mathcal{R}", r"\Omega"} - {"Q"}
"""Letters of losses and penalties."""
PAIR = 2
_THING = (
    r"(?:batch|mini-?batch|input|activation|feature|example|sample|layer|unit|neuron|channel|row|column|output|logit"
    r"|score|entry|entrie|component|group|window|training \w+|data ?set|hidden \w+|position|token)(?:e?s)?"
)
_STATISTIC = r"(?:means?|averages?|variances?|standard deviations?|norms?)"
_OF_MANY = (
    r"(?:(?:the|its|their|an?|die|der|das|las?|les?|el|los|as|os?)\s+)?"
    r"(?:(?:batch|mini-?batch|layer|group|instance|channel|row|column|sample|empirical|feature|running|spatial)"
    rf"[- ](?:wise )?{_STATISTIC}\b|(?:(?:arithmetic|empirical|squared)\s+)?(?:{_STATISTIC}|sums?|maxim(?:um|a))\s+"
    rf"(?:of|over|across|within|along|in)\s+(?:(?:the|a|each|this|all|its|every)\s+)+(?:\w+\s+)?{_THING}\b"
    r"|(?:softmax|sigmoid|logistic|ReLU|tanh)\s+(?:outputs?|activations?|probabilit\w+|values?)\b"
    r"|(?:Mini-?)?Batch-?\s?(?:Mittel\w*|Varianz\w*)|(?:Mittelwerte?n?\s+(?:der|des|über)"
    r"|moyennes?\s+(?:du|de la|des|sur)|medias?\s+(?:del|de la|de los|de las|sobre)"
    r"|médias?\s+(?:do|da|dos|das|sobre))\b(?:\s+[^\W\d_]+){0,2}|(?:ミニ)?バッチ(?:ごと|内|全体|方向)?の?(?:平均|分散|標準偏差)"
    r"|(?:小批量|批次|批量|mini-?batch|batch)\s*的?(?:均值|平均值?|方差|标准差))"
)
STATISTIC_BEHIND = lazily(rf"\s*,?\s*(?:{_VERB}\s*,?\s*|be\s+|(?<=,\s)|(?=(?:the|its)\s)){_OF_MANY}", re.I)
STATISTIC_BEFORE = lazily(rf"{_OF_MANY}\s*(?:,|を|は)?\s*\Z", re.I)
"""Words behind and before a name that call it a statistic of what a layer or a batch has: it depends on all of that."""
DENIED = lazily(r"\b(?:neither|nor|none of|no|not)\b[^.;]*$", re.IGNORECASE)
"""Words before a name that deny what is said behind it."""
END = lazily(r"(?<!\\)[.;。]|\\\)\s*\.")
SHOWN = lazily(r"\$([^$]*)\$|\\\((.*?)\\\)")


def told_to_depend(
    located: Sequence[Located], blocks: Sequence[Block] = (), densities: frozenset[str] = frozenset()
) -> Iterator[Untold]:
    r"""The names of which such words are said, with what they are said to depend on, as typed ('': on anything); and
    those that look like it, but for what words call a constant, and for constants of `densities`.

    >>> from symderiv.document import parse_document, read_formulas
    >>> def told(text):
    ...     return [(u.base, u.text) for u in told_to_depend(read_formulas(parse_document(text)))]
    >>> told("where $y_n$ is the prediction and $t_n$ the target"), told("Each $h_i$ depends on $w$ and on $b$.")
    ([('y', '')], [('h', 'w b')])
    >>> told("where $h_j$ is the output of hidden unit j"), told("The $c_k$ do not depend on $w$.")
    ([], [])
    """
    normalisers = list(_normalisers(located))
    guessed = [*_with_hats(located), *of_earlier_steps(located, blocks), *normalisers]
    said: list[Untold] = []
    for display, formula in located:
        if isinstance(formula, Formula):
            terms = (x for s in formula.statements for x in t.of_kind(s.chain, t.Terms))
            losses = dict.fromkeys(x for y in terms for term in y.terms if (x := _loss(term.body)) is not None)
            guessed += (Untold(x, display.line, kind=DEPENDENT) for x in losses)
        if not display.inline or isinstance(formula, ReadError):
            continue
        name = _alone(formula)
        on = _on(display) if name is not None else None
        if name is None and (name := _applied(formula)) is not None:
            on = _changes(display)
        if name is not None and on is not None and not _is_defined(name, located):
            said.append(Untold(name.base, display.line, text=on, kind=DEPENDENT))
    guessed += _pairs_left(located)
    constant = told_constant(located, blocks) | told_of_earlier_trees(located) if guessed else frozenset()
    sure = normalisers if constant and normalisers and normalises(located, blocks) else ()
    guessed = [u for u in guessed if u.base not in constant or u in sure]
    yield from (u for u in (*guessed, *said) if u.text or u.base not in densities)


def _is_defined(name: Shape, located: Sequence[Located]) -> bool:
    r"""Does an equation say what a name with exactly these scripts is, the output `y_m`? Nothing is told of y then."""
    heads = map(shape_of, _heads(s for f in read_of(located) for s in f.statements) if name.pieces else ())
    return any(x is not None and (x.base, x.pieces) == (name.base, name.pieces) for x in heads)


def _pairs_left(located: Sequence[Located]) -> Iterator[Untold]:
    """The sets of pairs of which words tell by labels what they hold, where a page still asks what is in them."""
    for name, line in pairs_left(located):
        said = (s for f in read_of(located) for s in f.statements if s.chain.relations)
        shape = shape_of(name)
        if shape is not None and any(stem_of(x) == stem_of(name) for s in said for x in t.of_kind(s, t.Name)):
            yield Untold(shape.base, line, kind="fact")


def _with_hats(located: Sequence[Located]) -> Iterator[Untold]:
    r"""The `\hat{y}` beside a y that nothing defines or differentiates: it is everyone's name for a prediction."""
    statements = [s for f in read_of(located) for s in f.statements if s.chain.relations]
    names = [x for s in statements for x in t.of_kind(s, t.Name) if x.base == "y"]
    if not {("hat",), ()} <= {x.accents for x in names}:
        return
    made = list(_heads(statements))
    made += [d.of for s in statements for d in t.of_kind(s, t.Derivative) if isinstance(d.of, t.Name)]
    made += [w.body for s in statements for w in t.of_kind(s, t.Wrt) if isinstance(w.body, t.Name)]
    if not any(x.base == "y" and not x.accents for x in made):
        yield Untold(r"\hat{y}", 0, kind=DEPENDENT)


def _normalisers(located: Sequence[Located]) -> Iterator[Untold]:
    r"""The Z of `p = \frac{1}{Z} e^{-E}` that nothing defines: it is made of all that the numerator is made of."""
    statements = [s for f in read_of(located) for s in f.statements]
    below = [x.denominator for s in statements for x in t.of_kind(s.chain, t.Fraction)]
    defined = any(x.base == NORMALISER for x in _heads(statements))
    if not defined and any(isinstance(x, t.Name) and x.base == NORMALISER for x in below):
        yield Untold(NORMALISER, 0, kind=DEPENDENT)


def shown_to_depend(located: Sequence[Located]) -> Iterator[Untold]:
    r"""The names of which only is shown what they depend on, `\hat{y}(w)`, before that is dropped."""
    for stem, by in dependence_shown(located).items():
        shape = shape_of(t.Name(*stem))
        if shape is not None:
            yield Untold(shape.base, 0, text=" ".join(by), kind=DEPENDENT)
    for _, left in functions_of_arrays(located):
        shape = shape_of(left)
        if shape is not None:
            yield Untold(shape.base, 0, kind=DEPENDENT)
    statements = [s for f in read_of(located) for s in f.statements]
    applied = [x for s in statements for y in t.of_kind(s.chain, t.Terms) for x in _losses_applied(y)]
    defined = {stem_of(x) for x in _heads(statements if applied else ())}
    for loss, names in applied:
        if defined.isdisjoint(map(stem_of, [loss, *names])):
            shapes = filter(None, map(shape_of, names))
            yield from (Untold(shape.base, 0, kind=DEPENDENT) for shape in shapes)


def applied_to_computed(located: Sequence[Located]) -> Iterator[Untold]:
    r"""Names that nothing defines before what a page defines or differentiates by: `\log p(k | z)`, `Q(y; \theta)`.

    The parenthesis may be dropped when the page is read; what p is made of is not said all the same. The exponent of
    `p (x)^{p - 1}` is no such name, and nor is the factor of `r_k (v_k^n)^2`, where `r_k v_k^n` is a product, too;
    nor the y of `y_k (p_i)` where lines that work out derivatives have `y_i p_i`.
    """
    statements = [s for f in read_of(with_exponents_as_factors(located)) for s in f.statements if s.chain.relations]
    # `L = Loss(C)` says that L is any function
    whole = {id(m) for s in statements for m in s.chain.members if isinstance(m, t.Product) and len(m.factors) == PAIR}
    products = [x for s in statements for x in t.of_kind(s, t.Product) if id(x) not in whole]
    applied = [(a, g) for x in products for a, g in before_parentheses(x)]
    if not applied:
        return
    powers = [pair for x in products for pair in _before_powers(x)]
    factors = _multiplied(statements) if powers else frozenset()
    numbers = {id(g) for a, g in powers if stem_of(a) in factors}
    applied = [(a, g) for a, g in applied if id(g) not in numbers]
    heads = set(map(stem_of, _heads(statements)))
    by = {stem for s in statements for stem in differentiated_by(s)}
    opened = set(_opened_in_products(statements))
    applied = [(a, g) for a, g in applied if stem_of(a) not in opened]
    apart = _only_labelled(statements)
    found: dict[str, dict[str, None]] = {}
    for name, group in applied:
        shape = shape_of(name)
        if shape is None or stem_of(name) in heads | by:
            continue
        inside = [x for i in group.items for x in (i.members if isinstance(i, t.Chain) else (i,))]
        others = apart if not any(s.above for x in t.of_kind(group, t.Name) for s in x.scripts) else set()
        bases = [x.base for x in inside if isinstance(x, t.Name) and stem_of(x) in (heads | by) - others]
        found.setdefault(shape.base, {}).update(dict.fromkeys(bases))
    yield from (Untold(base, 0, text=" ".join(on), kind=DEPENDENT) for base, on in found.items() if on)


def _only_labelled(statements: Sequence[t.Statement]) -> set[Stem]:
    """The names of which a page defines and differentiates by only those with a label above, `x^c_k` and no `x_i`."""
    moved = [*_heads(statements), *(x for s in statements for x in names_taken_by(s))]
    labelled = [x for x in moved if label_above(x)]
    running = {*sizes_of_letters(statements), *summed_over(statements)} if labelled else set()
    apart = {stem_of(x) for x in labelled}
    return apart - {stem_of(x) for x in moved if not set(map(letter_of, label_above(x))) - running}


def _before_powers(x: t.Product) -> Iterator[tuple[t.Name, t.Group]]:
    """The names before a power of one name that carries something above itself, and so has to stand in parentheses."""
    for a, b in pairwise(x.factors):
        group = arguments_of(b) if isinstance(b.body, t.Scripted) else None
        if group is None or not isinstance(a.body, t.Name) or len(group.items) != 1:
            continue
        inner = group.items[0]
        if isinstance(inner, t.Name) and any(s.above for s in inner.scripts):
            yield a.body, group


def _opened_in_products(statements: Sequence[t.Statement]) -> Iterator[Stem]:
    r"""Factors behind which lines that work out a derivative put one name in parentheses, the y of `y_k (p_i)`.

    Only where they stand before that name without parentheses, too, `y_i p_i`, have indices wherever they stand, and no
    line that tells something, differentiates them, or writes a prime applies them to anything.
    """
    applied: dict[Stem, list[tuple[bool, t.Group]]] = {}
    for s in statements:
        worked = any(True for _ in t.of_kind(s, t.Wrt))
        for name, group in (pair for x in t.of_kind(s, t.Product) for pair in before_parentheses(x)):
            applied.setdefault(stem_of(name), []).append((worked, group))
    for stem, groups in applied.items():
        held = [x for _, g in groups if len(g.items) == 1 and isinstance(x := g.items[0], t.Name)]
        own = [x for s in statements for x in t.of_kind(s, t.Name) if x.base == stem[0]] if held else []
        plain = all(x.scripts and not x.primes and x.base not in FUNCTION_LETTERS for x in own)
        taken = (d.of for s in statements for d in t.of_kind(s, t.Derivative))
        moved = any(stem_of(x) == stem for x in taken if isinstance(x, t.Name))
        if held and plain and not moved and all(worked for worked, _ in groups):
            behind = {stem_of(b) for a, b in _side_by_side(statements) if stem_of(a) == stem}
            yield from [stem] if {stem_of(x) for x in held} <= behind else []


def _multiplied(statements: Iterable[t.Statement]) -> frozenset[Stem]:
    """The letters of the names that stand as factors right before other names."""
    return frozenset(stem_of(a) for a, _ in _side_by_side(statements))


def _side_by_side(statements: Iterable[t.Statement]) -> Iterator[tuple[t.Name, t.Name]]:
    """The pairs of names that are multiplied without a sign."""
    products = (x.factors for s in statements for x in t.of_kind(s, t.Product))
    pairs = (pair for factors in products for pair in pairwise(factors))
    both = ((a.body, b.body) for a, b in pairs if not b.operator)
    yield from ((a, b) for a, b in both if isinstance(a, t.Name) and isinstance(b, t.Name))


def _losses_applied(x: t.Terms) -> Iterator[tuple[t.Name, list[t.Name]]]:
    r"""The losses that are terms of a sum, with the names in their parentheses: one of them is a prediction."""
    for term in x.terms:
        *_, name, behind = term.body.factors if isinstance(term.body, t.Product) else (None, None)
        group = arguments_of(behind) if isinstance(behind, t.Factor) else None
        if group is not None and name is not None and isinstance(name.body, t.Name) and name.body.base in LOSSES:
            names = [i for i in group.items if isinstance(i, t.Name)]
            yield from [(name.body, names)] if len(names) == len(group.items) > 1 else []


def _heads(statements: Iterable[t.Statement]) -> Iterator[t.Name]:
    """The names on the left of equations, also where they are applied to something; `i = 1, .., I` is none."""
    chains = (s.chain for s in statements if s.chain.relations)
    listed = (c for c in chains if not any(isinstance(m, t.Listing) for m in c.members[1:]))
    return filter(None, (head_of(c.members[0]) for c in listed))


def _loss(x: t.Node) -> str | None:
    r"""The letter of a loss or a penalty that is a term of a sum, with a number before it: the R of `E + \lambda R`."""
    factors = [f.body for f in x.factors] if isinstance(x, t.Product) else [x]
    *before, last = factors
    shape = shape_of(last) if isinstance(last, t.Name) else None
    if shape is None or shape.base not in LOSSES or (shape.base == "C" and not shape.pieces):  # a constant
        return None
    if shape.base == "R" and (shape.pieces or not before):  # rewards, resistances, ratings
        return None
    numbers = all(isinstance(b, (t.Number, t.Fraction)) or is_greek(b) for b in before)
    labels = not shape.uppers and not any(x.islower() for p in shape.pieces for x in letters_in(p))
    return shape.base if numbers and labels else None


def is_greek(x: t.Node) -> bool:
    """Is it a Greek letter and nothing else?"""
    return isinstance(x, t.Name) and not x.scripts and x.base.startswith("\\") and "{" not in x.base


def _is_of_space(c: t.Chain) -> bool:
    r"""Does a formula put a name into a space of arrays, `A \in \mathbb{R}^n`? `y \in \{-1, 1\}` says its values."""
    space = c.members[-1]
    return c.relations == (r"\in",) and isinstance(space, t.Name) and space.base == "R"


def _alone(f: Formula) -> Shape | None:
    r"""The name that a formula is, or declares (`A \in \mathbb{R}^n`); with a script above it may be one of many."""
    one = f.statements[0].chain if len(f.statements) == 1 else None
    name = one.members[0] if one is not None and (not one.relations or _is_of_space(one)) else None
    if isinstance(name, t.Name) and name.base == r"\sigma":  # the square of it is a variance
        name = replace(name, scripts=tuple(s for s in name.scripts if not (s.above and s.entries == (t.Number("2"),))))
    shape = shape_of(name) if name is not None else None
    return shape if shape is not None and not any(shape.uppers) else None


def _applied(f: Formula) -> Shape | None:
    """The name of which a formula shows the arguments, the x of `x(s, a)`."""
    one = f.statements[0].chain if len(f.statements) == 1 else None
    member = one.members[0] if one is not None and len(one.members) == 1 else None
    name = head_of(member) if isinstance(member, t.Product) else None
    return shape_of(name) if name is not None else None


def _changes(display: Display) -> str | None:
    """What words say that a name depends on, or changes with."""
    if DENIED.search(display.before):
        return None
    found = ON.match(display.after)
    if found is not None:
        rest = END.split(display.after[found.end() :])[0]
        return _shown(rest)
    abroad = ON_ABROAD.match(display.after)
    said = abroad[1] if abroad is not None else depends_abroad(display.before, display.after)
    return _shown(said) if said is not None else None


def _on(display: Display) -> str | None:
    if DENIED.search(display.before):
        return None
    if STATISTIC_BEHIND.match(display.after) or STATISTIC_BEFORE.search(display.before):
        return ""
    if (on := _changes(display)) is not None:
        return on
    given = WRITTEN_FOR.match(display.after) if WRITE.search(display.before) else CALLED.search(display.before)
    made = MADE_OF.match(display.after) or given or WHAT.match(display.after) or RAISED.match(display.after)
    made = made or GIVES.search(display.before) or RELATED.match(display.after) or RELATED_JA.match(display.after)
    if made is not None:
        return _shown(next(filter(None, made.groups()), ""))
    return "" if BEHIND.match(display.after) or BEFORE.search(display.before) else None


def _shown(text: str) -> str:
    """The formulas in a part of a sentence."""
    return " ".join(a or b for a, b in SHOWN.findall(text))
