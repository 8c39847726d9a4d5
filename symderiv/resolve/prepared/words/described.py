r"""Data that a page describes in words: `$m_{ui} = 1$ if user $u$ has rated item $i$`, `$\delta_i = 1$ means an event`.

Which of the entries have that value stands in no formula, so the name is given data and the equation defines nothing.
So it is with `cases` whose conditions are words, where every value is a number, and with those that compare data of
which no equation says anything else (`s_{ia} = 1` for `y_i \le a`, else `-1`): the numbers are what the name takes.
`x = \text{input}` calls x data, too.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from ....document.blocks import Display
from ....errors import ReadError
from ....latex.clauses import SUPPOSING
from ....latex.joining import IF_ABROAD
from ....latex.neutral_words import may_name_places
from ....latex.statement_forms import replace_statement
from ....latex.tree import (
    CaseRow,
    Cases,
    Derivative,
    Formula,
    Group,
    Nabla,
    Name,
    Node,
    Number,
    Statement,
    Term,
    Terms,
    walk,
)
from ....notation import EQUALITIES, WORD_FONTS, words_of
from ....pattern import lazily
from ...asked import where
from ...located import Located, read_of
from ...spelled.shape import letter_of
from .both_values import WHERE, cut_off, listed, nothing_in, other_value, value_behind
from .cases_in_front import is_of_a_case

MEANING = lazily(
    rf"\s*,?\s*(?:(?:if|when|whenever|iff|{WHERE})\b(?P<when>.*)"
    r"|(?:means?|indicates?|denotes?|stands for|signals?|marks)\b)",
    re.I | re.S,
)
"""How a sentence goes on behind a value of which it says when, or of what, it is the value;"""
ABROAD = lazily(rf"\s*,?\s*{IF_ABROAD}\b(?P<when>.*)", re.I | re.S)
"""the same in languages in which words around a formula (`wenn $i = j$ ist`) are no case of their own."""
AHEAD = lazily(
    r"\A\W*(?:and|but|also|so|then)?\s*(?:for|if|when|whenever|unless|between|outside|on|in)\s+"
    r"(?!(?:all|each|every|any)\b)[^$]*\$",
    re.I,
)
"""How a sentence begins that says, before a value, where it is the value;"""
PLACES = lazily(
    r"\b(?:un(?!til\b|der\b|its?\b)\w{4,}|non-?\w+|dis\w{4,}|miss\w+|absent|mask\w*|padd\w*|inactive|dead|empty|irrelevant"
    r"|negative|positive|some|most|many|certain|several|few|no|not|without|never)\b",
    re.I,
)
"""words by which these are some places, and not all."""
NOUN_JAPANESE = lazily(
    r"\s*(?:ならば?|のとき(?:は|に)?|の場合は?)\s*[一-龯ァ-ヴー]{1,10}(?:である|です|を(?:表す|示す)|とする)?\s*(?:[、。，．]|\Z)"
)
"""Behind a value, a noun that says what it means: `$y_i = 1$ なら合格、`."""
ENDS_JAPANESE = lazily(
    r"\s*(?:[、，；]|(?:とする|とします|とおく|とおきます|である|です|だ)?\s*(?:[。．.]|\Z)|(?:とし|とおき|であり|で)て?[、，])"
)
"""All behind a value that adds nothing to it,"""
BOTH_VALUES = lazily(r"=\s*[-−]?\s*\d+\s*\$[\s,;]+(?:[A-Za-z]+\s+){1,6}\$?\Z")
"""Before a value, another one of the same sentence: `Rated pairs have $r_{ij} = 1$, the others $r_{ij} = 0$`."""
THIRD_JAPANESE = lazily(
    r"それ以外|以外|その他|ほか|他は|間の|近い|程度|確率|およそ|ほぼ|約|たまに|多く|通常|こともあ"
    r"|任意|実数|連続|限ら|实数|實數|连续|連續|不限|不一定|有时|可取|可以取|也可|还可|還可|其他|其它|之间|之間|大约|概率"
)
"""and words in its sentence that tell of others."""
TURNED = lazily(
    r"(?:\A|[、，,；;。．])[\s$]*(?:但|不过|不過|然而|可是|只是|しかし|だが|ただし|ところが|もっとも)[^。．]*\Z"
)
"""Words before such a name that may take back what is told of its values,"""
ANY = lazily(
    r"任意|何でも|実数|連続|限ら|实数|實數|连续|連續|不限|不一定|可取|可以取|也可|还可|還可|也有|别的|別の|其他|其它|之间|之間"
)
"""and words behind it."""
CLASS = lazily(r"\s*for (?!all\b|any\b|every\b|each\b|the\b|training\b)[a-z]{2,}", re.I)
"""The same where two values are told apart: `$t_n = 1$ for spam and $t_n = 0$ for ham`."""
NOISE = frozenset(["noise", "error"])
DATA = words_of(
    "input inputs data given feature features target targets label labels observation observations Eingabe Daten Ziel "
    "entrée entrées données cible entrada datos 入力 教師 データ 输入 标签 数据"
)
"""Words on the right of an equation that say that its left side is data."""
RESIDUALS = frozenset([r"\epsilon", r"\varepsilon", r"\xi"])
MODEL = lazily(r"\b(?:model|assum\w*|suppos\w*|generat\w*|observ\w*|respons\w*|target\w*|regress\w*)\b", re.I)
"""Words by which an equation with a residual at its end says how data come about."""
OTHERWISE = lazily(
    r"\s*\$(?P<compared>[^$]*)\$\s*,?\s*(?:and|or|else)?\s*,?\s*"
    r"\$?(?P<other>-?\d+)\$?\s*,?\s*(?:otherwise|else|if not)\b",
    re.I,
)
"""A formula as the condition of one value, and the value otherwise: `if $y_j \\ge y_i$ and $0$ otherwise`."""
INDEXED = lazily(r"(\\?[A-Za-z]+)\s*(?:\^\s*(?:\{[^{}]*\}|\w)\s*)?_")
CLAUSE = lazily(r"[,;:.]|\b(?:and|or|else|otherwise)\b")
CLAUSE_ABROAD = lazily(r"[,;:.]|\b(?:et|ou|sinon|und|oder|sonst|andernfalls|y|o|e|altrimenti|en otro caso)\b")
RELATED = lazily(r"[=<>]|\\(?:ne|neq|le|leq|ge|geq|in|notin)\b")
FORMULA = lazily(r"\$[^$]*\$")
WORD = lazily(r"[a-z]{2,}", re.I)


def _may_describe(s: Statement) -> bool:
    """Does it give a name a number or cases, or is its last term a letter of noise?"""
    body = s.chain.members[-1]
    last = body.terms[-1].body if isinstance(body, Terms) else None
    noise = isinstance(last, Name) and (last.base in NOISE or last.base in RESIDUALS)
    alone = isinstance(body, Name) and not s.chain.relations and bool(body.scripts)
    return noise or alone or isinstance(body, Cases) or _value(s) is not None or _called_data(s) is not None


@where(_may_describe)
def without_descriptions(located: Sequence[Located]) -> list[Located]:
    """The formulas of a document with the bare name for each equation that only describes data."""
    values: dict[Name, set[Node]] = {}
    described: set[Name] = set()
    placed: set[Name] = set()
    told = _named_in_equations(located)
    for display, name, value in _values(located):
        values.setdefault(name, set()).add(value)
        if _describes(display.after, told) or CLASS.match(display.after):
            described.add(name)
        elif may_name_places(display.before) or _says_in_japanese(display):
            placed.add(name)
    several = {name for name in described if len(values[name]) > 1}
    in_places = {x: values[x] for x in placed - described if len(values[x]) > 1 and _told_together(x, located)}
    more = doubtful_names(located)

    def bare(display: Display, s: Statement) -> Statement:
        numbers = _compared_elsewhere(s, told)
        if numbers is not None:
            return _one_of(s, s.chain.members[0], Group(r"\{", numbers, r"\}", (",",) * (len(numbers) - 1)))
        found = _value(s)
        if found is not None and found[0] in in_places and display.inline:
            return _bare(s) if found[0] in more else _one_of(s, found[0], _every(in_places[found[0]]))
        in_words = found is None and _is_in_words(s)
        word = _called_data(s)
        in_words = in_words or _is_noisy(display, s) or (word is not None and told[word] == 1)
        if not in_words and (found is None or not (found[0] in several or _says(display, told))):
            return _with_both(display, s, told)
        both: tuple[Node, Node] | None = None
        if found is None or found[0] not in several or not display.inline:
            both = _both(display, found, alone=found is not None and found[0] not in several)
        else:
            both = found[0], _every(values[found[0]])
        return _bare(s) if both is None else _one_of(s, *both)

    def changed(display: Display, f: Formula | ReadError) -> Formula | ReadError:
        if isinstance(f, ReadError):
            return f
        found = tuple(s if _is_of_a_line(display, f, n) else bare(display, s) for n, s in enumerate(f.statements))
        return f if found == f.statements else replace(f, statements=found)

    found = [(d, changed(d, f)) for d, f in located]
    for n in [n for n, (one, two) in enumerate(zip(located, found, strict=True)) if one[1] is not two[1]]:
        for m in cut_off(located, n):
            found[m] = located[m][0], nothing_in(located[m][0])
    for n, (one, two) in enumerate(pairwise(located)):
        told_otherwise = _told_otherwise(one, two)
        if told_otherwise is None:
            continue
        display, f = found[n]
        if f == one[1]:  # it is no data: the page computes with what is compared
            found[n] = display, told_otherwise
        found[n + 1] = two[0], replace(two[1], statements=()) if isinstance(two[1], Formula) else two[1]
    return found


def _is_of_a_line(display: Display, f: Formula, n: int) -> bool:
    r"""Is it the value of a case, in a display behind what a derivative is: `.. = p_k \quad (t_k = 0)`?"""
    first = f.statements[0].chain.members[0]
    return (
        n > 0 and not display.inline and isinstance(first, (Derivative, Nabla)) and _value(f.statements[n]) is not None
    )


def _one_of(s: Statement, name: Node, every: Node) -> Statement:
    """The equation as one that says of a name which values it may have."""
    return replace_statement(s, chain=replace(s.chain, members=(name, every), relations=(r"\in",)), conditions=())


def _says_in_japanese(display: Display) -> bool:
    return is_of_a_case(display.before) or NOUN_JAPANESE.match(display.after) is not None


def doubtful_names(located: Sequence[Located]) -> set[Name]:
    """The names that Japanese words give several values, and maybe others between."""
    told = [(d, x) for d, x, _ in _values(located) if _says_in_japanese(d)]
    back = set(_taken_back(located)) if told else ()
    return {x for d, x in told if x in back or not _says_no_more(d)}


def with_only_values_told(located: Sequence[Located]) -> list[Located]:
    """The formulas with the set of the numbers that they are for each of several that words give such a name."""
    both = {x for d, x, _ in _values(located) if BOTH_VALUES.search(d.before)}
    more = doubtful_names(located) | both
    told = [(d, x, number) for d, x, number in _values(located) if x in more]
    every = {x: {n for _, y, n in told if y == x} for x in more}
    at = {id(d): x for d, x, _ in told if len(every[x]) > 1}
    return [
        (d, _as_member(f, at[id(d)], every[at[id(d)]])) if id(d) in at and isinstance(f, Formula) else (d, f)
        for d, f in located
    ]


def _as_member(f: Formula, name: Name, numbers: set[Node]) -> Formula:
    s = f.statements[0]
    chain = replace(s.chain, members=(name, _every(numbers)), relations=(r"\in",))
    return replace(f, statements=(replace_statement(s, chain=chain, conditions=()),))


def _says_no_more(display: Display) -> bool:
    """Do the words behind such a value say no more of it, and of no third one?"""
    sentence = re.split(r"[。．]", display.after)[0]
    ends = ENDS_JAPANESE.match(display.after.lstrip("$")) or NOUN_JAPANESE.match(display.after)
    return ends is not None and THIRD_JAPANESE.search(sentence) is None


def _taken_back(located: Sequence[Located]) -> Iterator[Node]:
    """The names that stand alone where words take back that they have few values: `但这里 $r_{ij}$ 可取任意实数`."""
    for d, f in located:
        alone = d.inline and isinstance(f, Formula) and len(f.statements) == 1 and not f.statements[0].chain.relations
        if alone and (TURNED.search(d.before) or ANY.search(re.split(r"[。．]", d.after)[0])):
            assert isinstance(f, Formula)
            yield f.statements[0].chain.members[0]


def _told_together(name: Name, located: Sequence[Located]) -> bool:
    """Does one paragraph say all values of a name, with no display between? Else each may be the case of its line."""
    told = [n for n, (d, f) in enumerate(located) if any(x == name for _, x, _ in _values([(d, f)]))]
    between = [d for d, _ in located[told[0] : told[-1] + 1]]
    return all(d.inline and d.paragraph == between[0].paragraph for d in between)


def _every(values: set[Node]) -> Group:
    every = tuple(sorted(values, key=repr))
    return Group(r"\{", every, r"\}", (",",) * (len(every) - 1))


def _bare(s: Statement) -> Statement:
    name = replace(s.chain, members=s.chain.members[:1], relations=(), relation_spans=())
    return replace_statement(s, chain=name, conditions=())


def _told_otherwise(one: Located, two: Located) -> Formula | None:
    r"""The `cases` that two formulas of a sentence tell: `$b_i = 1$ if $u_i > 0$ and $0$ otherwise`."""
    (display, f), (behind, compared) = one, two
    alone = (
        isinstance(f, Formula) and isinstance(compared, Formula) and len(f.statements) == len(compared.statements) == 1
    )
    if not alone or not display.inline or not behind.inline or SUPPOSING.search(display.before):
        return None
    assert isinstance(f, Formula)
    assert isinstance(compared, Formula)
    s, condition = f.statements[0], compared.statements[0].chain
    value, other = _value(s), _otherwise(display.after)
    if value is None or other is None or not condition.relations:
        return None
    digits, minus = other["other"].lstrip("-"), other["other"].startswith("-")
    rest: Node = Terms((Term("-", Number(digits)),)) if minus else Number(digits)
    rows = (CaseRow(value[1], (condition,)), CaseRow(rest, (), True))
    chain = replace(s.chain, members=(value[0], Cases(rows)))
    return replace(f, statements=(replace_statement(s, chain=chain, conditions=()),))


def _both(display: Display, value: tuple[Name, Node] | None, *, alone: bool) -> tuple[Node, Node] | None:
    """The name and both its numbers, where the sentence behind one of them tells the other.

    Of what is 1 in a case, and has no other number on the page, most readers take it that it is 0 in all others: that
    is no fact (`check.doubtful`).
    """
    words = _when(display.after) if value is not None and display.inline else None
    if value is None or words is None:
        return None
    other = other_value(display, words) or (Number("0") if alone and value[1] == Number("1") else None)
    return (value[0], listed(value[1], other)) if other is not None and other != value[1] else None


def _with_both(display: Display, s: Statement, told: Counter[str]) -> Statement:
    """A name alone with both its numbers, where the sentence says it is one of them in a case that words tell."""
    found = value_behind(display.after) if display.inline and not s.chain.relations else None
    name = s.chain.members[0]
    if found is None or not isinstance(name, Name) or SUPPOSING.search(display.before):
        return s
    value, behind = found
    both = _both(replace(display, after=behind), (name, value), alone=True) if _describes(behind, told) else None
    return s if both is None else replace_statement(s, chain=replace(s.chain, members=both, relations=(r"\in",)))


def _when(after: str) -> str | None:
    """The words of a case behind a value."""
    found = MEANING.match(after) or ABROAD.match(after)
    return found["when"] if found is not None else None


def _otherwise(after: str) -> re.Match[str] | None:
    """The comparison behind a value of which the sentence tells what it is otherwise."""
    found = MEANING.match(after)
    return OTHERWISE.match(found["when"]) if found is not None and found["when"] is not None else None


def _values(located: Sequence[Located]) -> Iterator[tuple[Display, Name, Node]]:
    """The numbers that sentences give to names with letters for indices, but for those that are supposed (`if ..`)."""
    for display, f in located:
        if isinstance(f, ReadError) or not display.inline or len(f.statements) != 1 or SUPPOSING.search(display.before):
            continue
        found = _value(f.statements[0])
        if found is not None:
            yield display, *found


def _value(s: Statement) -> tuple[Name, Node] | None:
    """The name and the number of `\\delta_i = 1`."""
    if s.chain.relations != ("=",) or len(s.chain.members) != 2:
        return None
    name, value = s.chain.members
    number = value.terms[0].body if isinstance(value, Terms) and len(value.terms) == 1 else value
    if not isinstance(name, Name) or not isinstance(number, Number) or not name.scripts:
        return None
    letters = [letter_of(entry) for script in name.scripts for entry in script.entries]
    return None if None in letters or len(set(letters)) < len(letters) else (name, value)


def _says(display: Display, told: Counter[str]) -> bool:
    if not display.inline or SUPPOSING.search(display.before):
        return False
    return _in_places(display.before) or _describes(display.after, told)


def _in_places(before: str) -> bool:
    """Does a sentence say before a value that it is one in some places, `For unrelated $i$ and $j$ we set ..`?"""
    formulas = [x.group() for x in FORMULA.finditer(before)] if AHEAD.match(before) else []
    return (
        bool(formulas)
        and PLACES.search(FORMULA.sub(" ", before)) is not None
        and not any(map(RELATED.search, formulas))
    )


def _describes(after: str, told: Counter[str]) -> bool:
    """Does a sentence go on with words that say when, or of what, something is the value, and not with a formula?

    So it does where the formula compares data that no equation names, and the sentence tells the value otherwise.
    """
    found = MEANING.match(after)
    abroad = ABROAD.match(after) if found is None else None
    if abroad is not None:
        case = CLAUSE_ABROAD.split(abroad["when"])[0]
        return RELATED.search(case) is None and WORD.search(FORMULA.sub(" ", case)) is not None
    if found is None or found["when"] is None:
        return found is not None
    compared = _otherwise(after)
    if compared is not None and not any(told[x] for x in INDEXED.findall(compared["compared"])):
        return INDEXED.search(compared["compared"]) is not None
    return WORD.search(CLAUSE.split(FORMULA.sub(" ", found["when"]))[0]) is not None


def _is_noisy(display: Display, s: Statement) -> bool:
    r"""Does it say how data come about, `t_n = \sum_j w_j x_{nj} + \text{noise}`? Then they are given."""
    body = s.chain.members[-1]
    if s.chain.relations != ("=",) or not isinstance(s.chain.members[0], Name) or not isinstance(body, Terms):
        return False
    last = body.terms[-1]
    if last.sign != "+" or len(body.terms) < 2 or not isinstance(last.body, Name):
        return False
    modelled = MODEL.search(f"{display.before} {display.after}") is not None
    return last.body.base in NOISE or (last.body.base in RESIDUALS and modelled)


def _called_data(s: Statement) -> str | None:
    r"""The word of `x = \text{input}`, set in a font of words."""
    if len(s.chain.members) != 2 or s.chain.relations[0] not in EQUALITIES:
        return None
    name, word = s.chain.members
    alone = isinstance(name, Name) and isinstance(word, Name) and word.font in WORD_FONTS and not word.scripts
    return word.base if alone and isinstance(word, Name) and word.base in DATA else None


def _is_in_words(s: Statement) -> bool:
    """Does it give a name one number or another, as conditions say that are words?"""
    body = s.chain.members[-1]
    if s.chain.relations != ("=",) or not isinstance(s.chain.members[0], Name) or not isinstance(body, Cases):
        return False
    return any(row.in_words for row in body.rows) and all(isinstance(row.value, Number) for row in body.rows)


def _named_in_equations(located: Sequence[Located]) -> Counter[str]:
    """How many equations name each letter."""
    equations = (s for f in read_of(located) for s in f.statements if not EQUALITIES.isdisjoint(s.chain.relations))
    return Counter(name for s in equations for name in {x.base for x in walk(s) if isinstance(x, Name)})


def _compared_elsewhere(s: Statement, told: Counter[str]) -> tuple[Node, ...] | None:
    """The numbers of `cases` that compare data which this equation alone names; None for any other equation."""
    body = s.chain.members[-1]
    name = s.chain.members[0]
    if len(s.chain.members) != 2 or s.chain.relations[0] not in EQUALITIES or not isinstance(body, Cases):
        return None
    compared = {
        x.base for row in body.rows for c in row.conditions for x in walk(c) if isinstance(x, Name) and x.scripts
    }
    if not any(told[x] == 1 for x in compared) or len(body.rows) < 2 or not isinstance(name, Name):
        return None
    values = [_value(replace(s, chain=replace(s.chain, members=(name, row.value)))) for row in body.rows]
    return tuple(dict.fromkeys(v[1] for v in values if v is not None)) if None not in values else None
