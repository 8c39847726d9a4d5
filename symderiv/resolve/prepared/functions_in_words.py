r"""Functions that sentences name: `$f$ is the logistic sigmoid`, `活性化関数 $f$ は ReLU とする`.

Where a page applies a letter as a function and never says in a formula what it is, the words count as its definition:
the bare letter in the sentence is read as `f(z) = \frac{1}{1 + e^{-z}}`. Words that leave a choice, or speak of
something made from the function, name nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import pairwise

from ...document.blocks import Block, Display, Heading, Prose
from ...errors import ReadError
from ...latex import parse as formulas
from ...latex import tree as t
from ...latex.asserted_abroad import speaks_of_case_abroad
from ...latex.clauses import CONDITIONAL, SUPPOSING
from ...latex.hedged import is_hedged
from ...latex.source import Source
from ...latex.tree import Formula
from ...notation import WORD_FONTS
from ...pattern import is_by, lazily
from ..asked import remembered
from ..located import Located, read_of
from ..spelled.function_letters import GREEK_FUNCTIONS
from ..spelled.shape import letter_of
from .functions_in_chinese import is_plain_in_chinese, names_others

NORMAL = r"standard\s+(?:normal|Gaussian)(?:\s+distribution)?"
CUMULATIVE = r"(?:cumulative\s+distribution(?:\s+function)?|distribution\s+function|cdf)"
DENSITY = r"(?:probability\s+)?(?:density(?:\s+function)?|pdf)"
GELUS = lazily(r"gelu|gaussian\s+error|高斯误差|ガウス誤差", re.I)
GELU = r"@ \operatorname{normcdf}(@)"
KINDS: tuple[tuple[str, str], ...] = (
    (rf"{NORMAL}\s+{CUMULATIVE}|{CUMULATIVE}\s+of\s+(?:the|a)\s+{NORMAL}", r"\operatorname{normcdf}(@)"),
    (rf"{NORMAL}\s+{DENSITY}|{DENSITY}\s+of\s+(?:the|a)\s+{NORMAL}", r"\operatorname{normpdf}(@)"),
    (r"標準正規分布の(?:累積)?分布関数", r"\operatorname{normcdf}(@)"),
    (r"標準正規分布の(?:確率)?密度関数", r"\operatorname{normpdf}(@)"),
    (
        r"gelu|gaussian\s+error\s+linear\s+units?(?:\s*\(gelu\))?|高斯误差线性单元|ガウス誤差線形ユニット",
        GELU,
    ),
    (r"silu|sigmoid(?:[\s-]+weighted)?\s+linear\s+units?(?:\s*\(silu\))?", r"\frac{@}{1 + e^{-@}}"),
    (r"(?:standard\s+)?(?:logistic\s+)?sigmoid|logistic(?=\s+(?:function|activation|nonlinearity|sigmoid))", "sigma"),
    (r"sigmoïde|Sigmoid-?funktion|fonction\s+logistique|logistische\s+Funktion", "sigma"),
    (r"tangente\s+hyperbolique|Tangens\s+hyperbolicus|双曲正切(?=函数)", r"\tanh @"),
    (r"(?:標準)?シグモイド|(?:標準)?ロジスティック(?=関数|シグモイド)", "sigma"),
    (r"hyperbolic\s+tangent|\\?tanh|双曲線?正接|ハイパボリックタンジェント", r"\tanh @"),
    (r"ReLU|rectified\s+linear(?:\s+unit)?|rectifier|正規化線形|ランプ(?=関数)", r"\max(0, @)"),
    (r"identity|恒等(?=関数|写像)", "@"),
    (r"softplus|ソフトプラス", r"\log(1 + e^{@})"),
    (r"Heaviside(?:['’]s)?(?:\s+unit)?(?:\s+step)?|unit\s+step|単位階段|ヘヴィサイド(?:の)?(?:階段)?", "[@ > 0]"),
)
"""Words that name a function, and its value at @."""
CDF, PDF = r"\operatorname{normcdf}(@)", r"\operatorname{normpdf}(@)"
BOTH = lazily(
    rf"\s*(?:are|be|denotes?)\s+(?:the\s+)?(?:{NORMAL}\s+)?(?:(?P<first>{CUMULATIVE})|{DENSITY})\s+and\s+(?:the\s+)?"
    rf"(?:{NORMAL}\s+)?(?:(?P<second>{CUMULATIVE})|{DENSITY})(?:\s+functions?)?(?:\s*,?\s*of\s+(?:the|a)\s+{NORMAL})?",
    re.I,
)
"""Behind two letters: `$\\Phi$ and $\\phi$ are the cdf and the density of the standard normal`."""
ITS = lazily(
    rf"\s*(?:is|be|denotes?|being|for|,)?\s*(?:its|the)\s+(?:corresponding\s+|associated\s+)?{DENSITY}(?!\s+of\b)", re.I
)
"""Behind the letter of the density, where another is the distribution function."""
LOGISTIC = r"\frac{1}{1 + e^{-@}}"
NAMED = "|".join(f"(?P<k{n}>{words})" for n, (words, _) in enumerate(KINDS))
NAMED_TOO = "|".join(words for words, _ in KINDS)
KIND = r"(?:\s*(?:activation|function|nonlinearity|map(?:ping)?|units?)\b|\s*(?:活性化)?(?:関数|写像)|\s*函数)"
REST = (
    rf"(?!{KIND}*\s*(?:[,(]?\s*(?:or|ou|oder)\b|/|,\s*(?:{NAMED_TOO})[^.$]{{0,40}}?\b(?:or|ou|oder)\b"
    r"|derivative|inverse|loss|layers?\b|[^.;。$]{{0,30}}?\b(?:approxim|variants?\b|in\s+(?:its|the)\b)|的?近似|with\s+\$\\?[A-Za-z]+\s*[=$]"
    r"|(?:,\s*)?(?:with (?:slope|gain|temperature|steepness|scale|offset|a)|minus|plus|times|scaled|shifted"
    r"|squared|multiplied|divided|stretched|negated|clipped|of (?:twice|half|minus|\$?-))\b"
    r"|['’]s\b|-(?:like|type|ish)|of\s+\$|(?:only|at the)\b|など|に似|の\s*\$?\d|の[二三半]|だった|でした|風|によく似"
    r"|か|または|或|的|之?[时時]|や|の(?:微分|導関数|逆)|で(?:は)?な))"
    rf"(?![A-Za-z]){KIND}*"
)
BEHIND = lazily(
    r"\s*(?:is|are|be|denotes?|being|means|=|[:：,，、]|は|を|が|に(?:は)?|として(?:は)?|est|soit|désigne|ist|sei|bezeichnet"
    r"|(?P<chinese>(?:均|都|一律|统一)?(?:是|[为為]|(?:取|选取?|選取?|采用|採用|使用|选用|選用|设|設|定|用)(?:成|作|为|為)?)))?\s*"
    r"(?:(?:chosen|taken)\s+(?:to be|as))?\s*(?:the|an?|une?|l[ae]|die|der|das|eine?)?\s*(?:fonction\s+)?"
    rf"\$?(?:{NAMED}){REST}",
    re.I,
)
"""How a sentence goes on behind the letter,"""
BEFORE = lazily(rf"(?:{NAMED}){REST}\s*(?:を|である|,)?\s*\Z", re.I)
"""and the words directly before it."""
PLAIN = lazily(
    rf"(?<![A-Za-z$\\_^])(?P<letter>[A-Za-zσφψρ])\s*(?:is|denotes?|は|を)\s*(?:the|an?)?\s*(?:{NAMED}){REST}"
    r"(?!\s*の?(?:とき|場合|なら))",
    re.I,
)
"""The same with a letter outside mathematics."""
ABSTRACT_BEFORE = lazily(r"\b(?:if|when|whenever|unless|suppose|case|not|neither)\b\W*(?:that\W*)?\Z", re.I)
ANY = lazily(
    r"\s*(?:is|be|denotes?|being)\s+(?:any|some|an?)\s+(?:[a-z-]+\s+){0,3}?(?:arbitrary|generic|differentiable|smooth"
    r"|non-?linear)\b|\s*(?:is|be|denotes?)\s+any\b|\s*(?:は|を|が)(?:ある|任意の|微分可能な|なめらかな|非線形な?|一般の)",
    re.I,
)
"""How a sentence goes on that leaves open what function it is,"""
ANY_BEFORE = lazily(r"\b(?:any|arbitrary|generic|unspecified)(?:\s+[\w-]+){0,4}\s*\Z|任意の\w*\Z", re.I)
"""and the words directly before it that do."""
NAMING = lazily(NAMED.replace("identity|", ""), re.I)
LOGISTIC_KIND = "sigma"
GREEK = {"σ": r"\sigma", "φ": r"\phi", "ψ": r"\psi", "ρ": r"\rho"}
WORD = rf"\\(?:{'|'.join(sorted(WORD_FONTS))})\s*\{{(?P<word>[A-Za-z]+)\}}"
LETTER = lazily(rf"(?:{WORD}|(\\?[A-Za-z]+))\s*(?:\(\s*(?:\\cdot|[a-z])\s*\))?")
LABELLED = lazily(
    r"(?P<letter>\\?[A-Za-z]+)\s*_\s*(?:\{\s*(?P<label>[A-Za-z0-9]+)\s*\}|(?P<one>[A-Za-z0-9]))"
    r"\s*(?:\(\s*(?:\\cdot|[a-z])\s*\))?"
)
"""A letter with a label, `\\sigma_g`."""
APPROXIMATED = lazily(r"approxim|近似|\\approx\b|1\.702|0\.0447")
"""What a page has that means one of the functions which are taken for the GELU."""
IN_A_CASE = lazily(r"\s*(?:for|if|when|in|のとき|の場合)(?![A-Za-z])", re.I)
"""How a sentence goes on that says so of some labels only."""


def with_functions_named(located: Sequence[Located], blocks: Sequence[Block]) -> list[Located]:
    """The formulas, those that words name a function by replaced by its definition; plain letters add one in front."""
    read = read_of(located)
    lasting = read_of([(d, f) for d, f in located if not (d.inline and _supposes(d.before, d.after))])
    wanted = set(applied(read)) - set(defined(lasting)) | _labelled_functions(read, lasting)
    if not wanted:
        return list(located)
    found: list[Located] = []
    normal = _normal([d for d, _ in located if d.inline])
    unsaid = GELU if _approximates(located, blocks) else ""
    once = _are_told_once([d for d, _ in located if d.inline], blocks)
    for display, formula in located:
        said = _said(display, once) or normal.get(display)
        letter = said and (said[0] if said[0] in wanted else _named(formula))
        if said is not None and letter in wanted and said[1] != unsaid:
            formula = _definition(letter, said[1], display.source)
        found.append((display, formula))
    named = {x for x, f in ((bare(d.latex), f) for d, f in found) if isinstance(f, Formula) and f.statements and x}
    for letter, value, prose in _in_prose(blocks) if wanted - named else ():
        if letter in wanted and value != unsaid:
            source = Source("", prose.line, file=prose.file)
            display = Display(source, prose.line, 1, prose.line, True, paragraph=prose.paragraph)
            found.insert(0, (display, _definition(letter, value, source)))
            wanted.discard(letter)
    return found


def _are_told_once(displays: Sequence[Display], blocks: Sequence[Block]) -> bool:
    """Do the words of a page name no other functions than those that its letters are, each one?"""
    if not any(b["chinese"] for d in displays if (b := BEHIND.match(d.after)) is not None):
        return True
    told = {x for d in displays if (x := _said(d)) is not None}
    words = "\n\n".join(b.text for b in blocks if isinstance(b, (Prose, Heading)))
    values = {LOGISTIC if x == LOGISTIC_KIND else x for x in kinds_named(words)}
    return len({x for x, _ in told}) == len(told) and values <= {x for _, x in told} and not names_others(words)


def _approximates(located: Sequence[Located], blocks: Sequence[Block]) -> bool:
    """Does a page that names the GELU have one of the functions that are taken for it?"""
    words = [b.text for b in blocks if isinstance(b, (Prose, Heading))]
    typed = [d.latex for d, _ in located]
    return any(GELUS.search(x) for x in words) and any(APPROXIMATED.search(x) for x in (*words, *typed))


def _named(formula: Formula | ReadError) -> str:
    r"""The letter that a bare formula is, where its author has a macro for it (`\act`)."""
    first = formula.statements[0].chain.members[0] if isinstance(formula, Formula) and formula.statements else None
    return first.base if isinstance(first, t.Name) and not (first.scripts or first.primes or first.accents) else ""


def _normal(displays: Sequence[Display]) -> dict[Display, tuple[str, str]]:
    """What words say of two letters at once, and of the density that belongs to a distribution function."""
    found: dict[Display, tuple[str, str]] = {}
    for one, two in pairwise(displays):
        a, b = bare(one.latex), bare(two.latex)
        both = BOTH.match(two.after) if a and b and re.match(r"\s*and\s*(?:\$|\\\()", one.after) else None
        if (
            a
            and b
            and both is not None
            and re.search(NORMAL, both[0], re.I)
            and bool(both["first"]) != bool(both["second"])
        ):
            found |= {one: (a, CDF if both["first"] else PDF), two: (b, CDF if both["second"] else PDF)}
    if any(v[1] == CDF for v in (*found.values(), *filter(None, map(_said, displays)))):
        its = [(d, x) for d in displays if (x := bare(d.latex)) and ITS.match(d.after) and d not in found]
        found |= {d: (x, PDF) for d, x in its}
    return found


def left_open(located: Sequence[Located], blocks: Sequence[Block]) -> list[str]:
    r"""The letters that are well-known functions elsewhere and any function here: `$\\sigma$ is differentiable`.

    Where the page names any function, its words are taken to name this one.
    """
    found = [x for d, _ in located if d.inline and (x := bare(d.latex)) in GREEK_FUNCTIONS and is_any(d)]
    if not found or any(NAMING.search(b.text) for b in blocks if isinstance(b, (Prose, Heading))):
        return []
    return [x for x in found if x is not None]


@lru_cache(maxsize=1 << 8)
def _supposes(before: str, behind: str) -> bool:
    r"""Do the words around a formula make it a condition, `$g(u) = \tanh(u)$ のとき`? It then says nothing for good."""
    return CONDITIONAL.match(behind) is not None or SUPPOSING.search(before) is not None


def is_any(display: Display) -> bool:
    """Do the words around a formula leave open what function it is?"""
    return ANY.match(display.after) is not None or ANY_BEFORE.search(display.before) is not None


def _definition(letter: str, value: str, source: Source) -> Formula | ReadError:
    body = value.replace("@", r"\xi")
    try:
        name = rf"\mathrm{{{letter}}}" if letter.isalpha() and len(letter) > 1 else letter
        made = formulas.parse(Source(rf"{name}(\xi) = {body}", source.line, file=source.file))
    except ReadError as error:
        return error
    return replace(made, statements=tuple(replace(s, span=(0, 0)) for s in made.statements)) if made else made


def _said(display: Display, once: bool = True) -> tuple[str, str] | None:
    """The letter of a bare formula and the value of the function that the words around it name; those in Chinese if
    such words tell each function `once`."""
    letter = (bare(display.latex) or labelled(display.latex)) if display.inline else None
    if letter is None:
        return None
    case = speaks_of_case_abroad(display.before) or is_hedged(display.before, "")
    found = None if case else BEHIND.match(display.after) or BEFORE.search(display.before)
    if found is None or re.search(rf"\$\s*{re.escape(letter)}\s*\([^$]*=", display.after):
        return None  # a formula of the same sentence says it: `$f$ is the ReLU, that is $f(u) = \max(0, u)$`
    if _in_chinese(found) and not (once and is_plain_in_chinese(display.before, display.after[found.end() :])):
        return None
    if "_" in letter and is_by(found, BEHIND) and IN_A_CASE.match(display.after[found.end() :]):
        return None
    return letter, _value(found)


def _in_chinese(found: re.Match[str]) -> bool:
    return is_by(found, BEHIND) and found["chinese"] is not None


def kinds_named(text: str) -> frozenset[str]:
    r"""The functions that words name, each by its value at `@`; `identity` has other meanings as well.

    >>> sorted(kinds_named("Unlike the logistic sigmoid, the ReLU"))
    ['\\max(0, @)', 'sigma']
    """
    found = (KINDS[int(m.lastgroup[1:])][1] for m in NAMING.finditer(text) if m.lastgroup is not None)
    return frozenset(found)


def bare(latex: str) -> str | None:
    found = LETTER.fullmatch(latex.strip())
    return (found["word"] or found[2]) if found is not None else None


def labelled(latex: str) -> str | None:
    """A letter with a label, however it is typed, with braces around the label.

    >>> labelled("f_1"), labelled("g_{o}(z)"), labelled("f")
    ('f_{1}', 'g_{o}', None)
    """
    found = LABELLED.fullmatch(latex.strip())
    return f"{found['letter']}_{{{found['label'] or found['one']}}}" if found is not None else None


def _labelled_functions(read: Sequence[Formula], lasting: Sequence[Formula]) -> set[str]:
    """The letters with labels that a document applies to something, but for those that a formula defines."""
    found = {x for f in read for s in f.statements for x in _applied_with_label(s)}
    said = (s.chain for f in lasting for s in f.statements if s.chain.relations) if found else ()
    return found - {x for c in said for x in _with_label(c.members[0])}


@remembered
def _applied_with_label(s: t.Statement) -> frozenset[str]:
    products = (y for c in s.chain.members for y in t.of_kind(c, t.Product))
    pairs = (pair for y in products for pair in pairwise(y.factors))
    return frozenset(x for a, b in pairs if b.joined for x in _with_label(a.body))


def _with_label(x: t.Node) -> Iterator[str]:
    """The name as `labelled` writes it, also where it stands before its argument."""
    x = x.factors[0].body if isinstance(x, t.Product) else x
    if not isinstance(x, t.Name) or x.primes or len(x.scripts) != 1 or x.scripts[0].above:
        return
    entries = x.scripts[0].entries
    label = letter_of(entries[0]) or (entries[0].text if isinstance(entries[0], t.Number) else None)
    if len(entries) == 1 and label is not None:
        yield f"{x.base}_{{{label}}}"


def _value(found: re.Match[str]) -> str:
    value = next(value for n, (_, value) in enumerate(KINDS) if found[f"k{n}"] is not None)
    return LOGISTIC if value == "sigma" else value


def _in_prose(blocks: Sequence[Block]) -> Iterator[tuple[str, str, Prose]]:
    for block in blocks:
        if isinstance(block, Prose) and not block.struck:
            for found in PLAIN.finditer(block.text):
                if not ABSTRACT_BEFORE.search(block.text[: found.start()]):
                    yield GREEK.get(found["letter"], found["letter"]), _value(found), block


def applied(found: Sequence[Formula]) -> Iterator[str]:
    """The letters that a document applies to something, or whose derivative it writes with a prime."""
    return (x for f in found for s in f.statements for x in _applied(s))


@remembered
def _applied(s: t.Statement) -> frozenset[str]:
    pairs = (pair for x in t.of_kind(s, t.Product) for pair in pairwise(x.factors))
    before = {a.body.base for a, b in pairs if b.joined and isinstance(a.body, t.Name) and not a.body.scripts}
    return frozenset(before | {x.base for x in t.of_kind(s, t.Name) if x.primes and not x.scripts})


def defined(found: Sequence[Formula]) -> Iterator[str]:
    """The letters of which a formula says what they are, or that are variables."""
    return (x for f in found for s in f.statements if (x := _defined(s)) is not None)


@remembered
def _defined(s: t.Statement) -> str | None:
    left = s.chain.members[0]
    if not s.chain.relations:
        return None
    if isinstance(left, t.Name):
        return None if left.primes else left.base
    if not isinstance(left, t.Product) or len(left.factors) != 2 or not left.factors[1].joined:
        return None
    name, group = left.factors[0].body, left.factors[1].body
    plain = isinstance(group, t.Group) and len(group.items) == 1 and letter_of(group.items[0]) is not None
    return name.base if isinstance(name, t.Name) and not name.primes and not name.scripts and plain else None
