r"""Names that words multiply by something, and no formula does: `in $f$ all coefficients are multiplied by $\nu$`.

Such a sentence changes what the name is, whatever its definition says. Where a formula has the product, the sentence
only explains it; where it is a case (`if $x$ is multiplied by $c$`) or is about an update, it says nothing of the
network of the page.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ...document.blocks import Display
from ...latex import tree as t
from ...latex.sentences import first, last
from ...latex.tree import Formula
from ...pattern import lazily
from ..asked import remembered
from ..located import Located, read_of
from ..prepared.applied import head_of
from .untold import ALTERED, Untold

_K = r"\$(?P<by>[^$]+)\$"
_ADVERBS = (
    r"(?:(?:all|each|both|then|also|now|always|additionally|further|furthermore|first|simply|uniformly|randomly"
    r"|element-?wise|component-?wise|point-?wise|entry-?wise)\s+)*"
)
_MADE_LARGER = (
    r"\*{0,2}(?:multiplied|scaled|rescaled|shrunk|damped|weighted|attenuated|divided)\*{0,2}\s+"
    r"(?:(?:element|component|point|entry)-?wise\s+)?"
)
_OF = r"(?:(?:,?\s*(?:all|the|each|every|its|whose)\s+)(?:[a-z-]+\s+){1,3})?"
BEHIND = tuple(
    lazily(pattern, re.I)
    for pattern in (
        rf"\s*,?\s*{_OF}(?:is|are|gets?|has been|have been|will be)\s+{_ADVERBS}"
        rf"{_MADE_LARGER}(?:down\s+|up\s+)?(?:by|with)\s+(?:(?:the|a|an|its|some)\s+)?(?:[a-z-]+\s+){{0,3}}?{_K}",
        r"\s*,?\s*(?:(?:wird|werden|ist|sind)\s+)?(?:(?:alle|dabei|dann|auch|jeweils|noch|zusätzlich|die|der|das"
        r"|Koeffizienten|Gewichte|Einträge)\s+)*"
        rf"(?:mit|um)\s+(?:(?:dem|der|einem|einer|Faktor|Maske|Gewicht|Konstanten?)\s+)*{_K}\s+(?:multipliziert|skaliert|gewichtet|gedämpft)",
        r"\s*,?\s*(?:(?:est|sont|(?:tous\s+)?les\s+\w+\s+sont|toutes\s+les\s+\w+\s+sont)\s+)(?:(?:tou(?:s|tes)|aussi|alors|ensuite)\s+)*"
        rf"(?:multipli|pondér|réduit|mis\s+à\s+l['’]échelle)\w*\s+(?:par|d['’]un|de)\s+(?:(?:un|une|le|la|facteur)\s+)*{_K}",
        r"\s*,?\s*(?:todos\s+los\s+\w+\s+|todas\s+las\s+\w+\s+|los\s+\w+\s+)?(?:se\s+(?:multiplican?|escalan?|ponderan?)"
        r"|(?:está|están|es|son)\s+(?:multiplicad|escalad|ponderad)[oa]s?)\s+(?:por|con)\s+(?:(?:un|el|la|una|factor)\s+)*"
        rf"{_K}",
        rf"\s*(?:の(?:すべての|全ての)?(?:係数|重み|要素|成分)?)?(?:には|に|は|を)(?:すべて|全て|さらに|また|では)?[^。$]{{0,12}}?{_K}"
        r"\s*(?:を|が|で)\s*(?:掛け|かけ|乗じ|スケール|縮小|重み付け)(?!な|ると|れば|たら|るなら)",
        rf"\s*(?:中|里|裡)?(?:的)?(?:所有|全部|每个|各)?(?:的)?(?:系数|权重|分量|元素)?(?:都|均|还|還|再|则|會|会|要|被)*(?:乘以|乘上|乘了|缩放)\s*(?:因子|系数)?\s*{_K}",
    )
)
"""How a sentence goes on behind the name; `by` is what it is multiplied by."""
ACTIVE = (
    (
        lazily(
            r"(?:\b(?:we|one|you|they|and)\s+(?:\w+\s+)?|\A\s*|:\s*)(?:multiply|multiplies|scale|scales|rescale|divide|divides"
            r"|weight)\s+(?:(?:element|component|point|entry)-?wise\s+)?(?:(?:each|every|all|the|both|its?|our)\s+)*"
            r"(?:[a-z]+\s+){0,3}\Z",
            re.I,
        ),
        lazily(rf"\s*(?:(?:element|component|point|entry)-?wise\s+)?(?:by|with)\s+(?:[a-z-]+\s+){{0,5}}?{_K}", re.I),
    ),
    (
        lazily(r"\b(?:multiplizier|skalier|gewicht|teil|dividier)(?:en|t)\s+(?:wir|man)\s+(?:\w+\s+){0,3}\Z", re.I),
        lazily(rf"\s*(?:\w+\s+)?(?:mit|durch|um)\s+(?:\w+\s+){{0,4}}?{_K}", re.I),
    ),
    (
        lazily(r"\b(?:wir|man)\s+(?:multiplizier|skalier|gewicht|teil|dividier)(?:en|t)\s+(?:\w+\s+){0,3}\Z", re.I),
        lazily(rf"\s*(?:\w+\s+)?(?:mit|durch|um)\s+(?:\w+\s+){{0,4}}?{_K}", re.I),
    ),
    (
        lazily(
            r"\b(?:on|nous)\s+(?:multipli|divis|pondèr|pondér)\w+\s+(?:\w+\s+){0,3}\Z"
            r"|(?<!\w)(?:multiplicamos|dividimos|escalamos|ponderamos|se (?:multiplica|divide))\s+(?:\w+\s+){0,3}\Z",
            re.I,
        ),
        lazily(rf"\s*(?:par|por|entre)\s+(?:\w+\s+){{0,4}}?{_K}", re.I),
    ),
)
"""Words before and behind it of who multiplies it: `we multiply $h_j$ by a mask $m_j$`;"""
WORKED_OUT = lazily(
    r"gradient|derivative|chain rule|back-?prop|backward|obtain|\bget\b|Ableitung|Kettenregel|dérivée|derivada", re.I
)
"""a sentence with these works something out."""
CASE = lazily(
    r"\b(?:if|when|whenever|unless|suppose|imagine|what happens|not(?! (?:forget|only))"
    r"|wenn|falls|angenommen|nicht(?! vergessen)|si|quand"
    r"|lorsque|supposons|cuando|supongamos)\b|もし|仮に|とき|場合|如果|若|假设|假如|[当當](?!前)",
    re.I,
)
"""Words in its clause that make it a case;"""
COMMA = lazily(r"[,、，]")
GOES_ON = lazily(
    r"[^.;。；]*?(?:\bupdate|\bstep\b|Aktualisierung|Schritt|mise à jour|actualizaci|更新|とき|場合|なら(?!ない)"
    r"|[时時](?:候)?[，,])",
    re.I,
)
"""words behind it that do, or that tell of an update."""


def told_altered(located: Sequence[Located]) -> Iterator[Untold]:
    r"""The names that words multiply by a name which no formula multiplies them by.

    >>> from symderiv.document import parse_document, read_formulas
    >>> def told(text):
    ...     return [u.base for u in told_altered(read_formulas(parse_document(text)))]
    >>> told("$f = a + b$. In $f$ all terms are multiplied by $c$."), told("$f = c g$. Here $g$ is multiplied by $c$.")
    (['f'], [])
    >>> told("$E = f^2$, $f = a + b$. In $f$ all terms are multiplied by $c$.")
    ['f', 'E']
    >>> told("If $x$ is multiplied by $c$, so is $y$."), told("$x$ 乘以 $c$。"), told("$x$ wird mit $c$ multipliziert.")
    ([], ['x'], ['x'])
    """
    for display, formula in located:
        if not display.inline or not isinstance(formula, Formula):
            continue
        by = _multiplied_by(display)
        name = name_of(formula) if by is not None else None
        if by is None or name is None:
            continue
        claims = _is_known(by, located)
        if any(_multiplies(s, name, by, claims) for f in read_of(located) for s in f.statements):
            continue
        yield Untold(name.base, display.line, kind=ALTERED)
        # a function may be written out where it is applied, so that no name shows what is made of it
        made = made_of(name.base, located)
        yield from (Untold(x, display.line, text=name.base, kind=ALTERED) for x in made)


def made_of(base: str, located: Sequence[Located]) -> list[str]:
    """The letters that equations define by a letter, or by what is made of that.

    >>> from symderiv.document import parse_document, read_formulas
    >>> made_of("f", read_formulas(parse_document("$f = a + b$, $g = f^2$, $h = g + c$, $k = a$")))
    ['g', 'h']
    """
    defined = [d for f in read_of(located) for s in f.statements for d in _definitions(s)]
    found = {base}
    while more := {left for left, inside in defined if left not in found and found & inside}:
        found |= more
    return sorted(found - {base})


@remembered
def _definitions(s: t.Statement) -> tuple[tuple[str, frozenset[str]], ...]:
    """What an equation defines, and the letters by which it does."""
    left = head_of(s.chain.members[0])
    if left is None or not s.chain.relations:
        return ()
    return ((left.base, frozenset(x.base for m in s.chain.members[1:] for x in t.of_kind(m, t.Name))),)


def _multiplied_by(display: Display) -> str | None:
    """What words right behind a formula multiply it by, as typed."""
    said = last(display.before)
    found = next(filter(None, (p.match(display.after) for p in BEHIND)), None) or _actively(said, display.after)
    if found is None or CASE.search(COMMA.split(said)[-1]) or GOES_ON.match(display.after[found.end() :]):
        return None
    by = re.sub(r"\s", "", found["by"])
    letters = re.match(r"(\\?[A-Za-z]+)(?:[_^](?:\{[^{}]*\}|\\?\w+))*(?:\Z|=|\\in(?![a-z])|,)", by)
    return letters[1] if letters is not None else None


def _actively(before: str, after: str) -> re.Match[str] | None:
    """Words of who multiplies a name, unless they work something out."""
    found = next((m for p, q in ACTIVE if p.search(before) and (m := q.match(after)) is not None), None)
    return None if found is None or WORKED_OUT.search(before) or WORKED_OUT.search(first(after)) else found


def name_of(f: Formula) -> t.Name | None:
    """The name that a formula is, also before its arguments.

    >>> from symderiv.latex.parse import parse
    >>> [x and x.base for x in map(name_of, map(parse, ("f(x)", "h_i", "a + b")))]
    ['f', 'h', None]
    """
    one = f.statements[0].chain if len(f.statements) == 1 else None
    member = one.members[0] if one is not None and len(one.members) == 1 else None
    return head_of(member) if member is not None else None


def _multiplies(s: t.Statement, name: t.Name, by: str, claims: bool) -> bool:
    """Does a statement multiply the name by something, or, where it is no derivative, hold both?

    One that tells what the factor is does not. Nor do `claims` where that factor stands in nothing else.
    """
    if head_of_statement(s) == by or (not claims and _differentiates(s)):
        return False
    return any({name.base, by} <= x for x in _together(s))


def _is_known(by: str, located: Sequence[Located]) -> bool:
    """Does a factor stand in an equation that differentiates nothing, or is it defined?"""
    statements = [s for f in read_of(located) for s in f.statements if s.chain.relations]
    plain = (s for s in statements if not _differentiates(s))
    used = any(x.base == by for s in plain for x in t.of_kind(s, t.Name))
    return used or any(head_of_statement(s) == by for s in statements)


def head_of_statement(s: t.Statement) -> str | None:
    """The letter of what an equation says; None for anything else.

    >>> from symderiv.latex.parse import parse
    >>> [head_of_statement(parse(x).statements[0]) for x in ("h_i = a_i", "h_i", "a + b = c")]
    ['h', None, None]
    """
    left = head_of(s.chain.members[0]) if s.chain.relations else None
    return left.base if left is not None else None


def _differentiates(s: t.Statement) -> bool:
    return any(True for _ in t.of_kind(s, t.Derivative))


@remembered
def _together(s: t.Statement) -> tuple[frozenset[str], ...]:
    """The letters of the factors of each product; those of a whole equation that differentiates nothing."""
    products = [frozenset(_letters(f.body) for f in x.factors) for x in t.of_kind(s, t.Product)]
    plain = s.chain.relations and not _differentiates(s)
    whole = frozenset(x.base for x in t.of_kind(s, t.Name)) if plain else frozenset()
    return (*products, whole)


def _letters(x: t.Node) -> str:
    inner = x.base if isinstance(x, t.Scripted) else x
    return inner.base if isinstance(inner, t.Name) else ""
