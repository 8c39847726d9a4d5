r"""Of what a text says that it is symmetric: `W = W^\top`, "a symmetric matrix $A$", 対称行列 $A$."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from ...expr import Variable
from ...inverted import inverted
from ...latex.denials import denies
from ...latex.hedged import is_hedged
from ...latex.joining import AND
from ...latex.macro_text import written_out
from ...latex.macros import Macros
from ...pattern import lazily
from ...resolve.spelled.keys import split_key
from ...system import System
from .symmetry_words import IMPLIED, KINDS, NAMED_KINDS, OF_NAMED, SIGNS, is_denied_abroad
from .tables import are_as_large, square_tables

WORD = lazily(r"\bsymmetric(?:al)?\b|対称|对称", re.IGNORECASE)
NEGATED = lazily(
    r"\b(?:not|isn't|neither|never|nor|without)\b[\s\w-]{0,24}$|(?:\b(?:non|anti|skew|block)[- ]?|\ba|反|非|歪)$"
    r"|(?:不|未必|并非|並非|没有|沒有|无需|無需)(?:一定|必|总|總|都|再|需要?|须|要求|假设|假設|具有|具备|满足)*[是为為]?\s*$",
    re.IGNORECASE,
)
DENIED = lazily(
    r"(?:行列)?(?:で(?:は)?(?:な[いくけ]|あり(?:ま)?せん)|とは限ら|(?:で|とは)は?限ら|の必要は|性は(?:仮定し|ない|な))"
)
"""Words right behind it that deny it."""
GENERAL = lazily(
    r"\b(?:is|are) (?:called|said to be|termed|known as)\b|\A\W*(?:for )?(?:an?|any|every) (?:symmetric "
    r"|square |real )*matri(?:x|ces)\b"
    r"|対称行列(?:では|とは|について|の場合)|と呼|という|とは",
    re.IGNORECASE,
)
"""Words by which a sentence says something of symmetric data, but not that there are any."""
CONDITIONAL = lazily(
    r"\b(?:if|when\w*|unless|in (?:the )?case|for(?: a)? symmetric|provided|wenn|falls)\b|なら|場合|とき", re.IGNORECASE
)
SWAPPED = lazily(
    r"\(\s*(?P<one>[A-Za-z])\s*,\s*(?P<two>[A-Za-z])\s*\)(?P<between>[^()]{1,90})\(\s*(?P=two)\s*,\s*(?P=one)\s*\)"
)
"""Two pairs of the same letters, the other way round,"""
BOTH = lazily(
    r"\\(?:L|l|Long)?(?:eft)?(?:R|r)ightarrow|\\(?:iff|implies|impliedby|equiv|land|wedge)(?![a-z])|[⇔⇒⟺⟹]"
    r"|\b(?:implie[sd]|imply|iff|if|then|when\w*|also|too|well|both|contain\w*|equivalent\w*|exactly|together|so is"
    r"|and|und|et|y|belong\w*|auch|wenn|genau|aussi|tambi[ée]n|anche)\b|ならば|とき|も|当且仅当|则|也|必",
    re.IGNORECASE,
)
"""and what says between them that both are in a set or none."""
ATTRIBUTED_BEFORE = lazily(
    r"(?<![\w\\^{}])\$?\s*([A-Za-z]|\\[A-Za-z]+(?:\s*\{\\?[A-Za-z]+\})?)\s*\$?\s*"
    r"(?:=|:|\b(?:is|be|denotes|represents|means)\b|は|是|为|為)\s*(?:(?:the|an?|its|our|given|その)\s+)*\Z"
)
"""What stands before the name of a kind where it is said of one name,"""
LINKING = r"(?:\s*(?:=|:|\b(?:is|are|be|equals|denoted(?:\s+by)?|called|will|shall)\b|は|を|是|为))"
"""Words and signs behind the name of a kind where the name of the matrix comes later."""
NAMED_LATER = lazily(rf"(?:\s+matri(?:x|ces))?{LINKING}")
ATTRIBUTED_BEHIND = lazily(
    rf"(?:\s+matri(?:x|ces))?{LINKING}*\s*"
    r"(?:\$\s*([^$]{1,40}?)\s*\$|([A-Z])(?=[\s.,;:)]|\Z)(?!\s+[a-z]+ed\b))"
)
"""and behind it."""
OF_A_GRAPH = lazily(r"adjacency matrix|隣接行列|邻接矩阵", re.IGNORECASE)
"""The one kind that says nothing of the other matrices on a page, for a graph is mostly taken to be directed,"""
OF_OTHERS = lazily(
    r"symmetr|direct(?:ed|ion)|\b(?:mutual|reciprocal|friend|distance|similarit|affinit|Laplac|coupling|interaction|inverse)"
    r"|\b(?:edges?|graphs|other|same|likewise)\b|\bso (?:is|are)\b|\b(?:that|one|those) (?:of|for)\b"
    r"|対称|有向|無向|距離|類似|ラプラ|同様|同じ|对称|无向|距离|相似|拉普拉|同样",
    re.IGNORECASE,
)
"""except where the page has one of these words, by which others may be as symmetric."""
SYMMETRY, OF_KINDS = ("symmetr", "対称"), ("covarian", "precision", "gram", "kernel", "共分散", "协方差")
"""One of these stands in every reason that names the symmetry, and in every name of a kind of symmetric matrices: most
pages have none, and are not searched."""

AS_WELL = lazily(
    r"[^$]{0,40}[.;,]\s*(?:and\s+)?(?:the same (?:is true|holds|goes|applies)|so (?:is|are)|likewise)\b"
    r"|[^$]{0,20}[。、,]\s*(?:\$[^$]+\$\s*[はも]\s*)?(?:同様|同じ)",
    re.IGNORECASE,
)
"""What goes on behind the word where something else is symmetric as well."""
SURE = lazily(
    r"\s*(?:\)?\s*(?:\Z|[.,;:!)。、，$]|\n\s*\n)|(?:and|or|&)\b|(?:real|square|positive|invertible|nonsingular|constant|fixed"
    r"|given|data|weight|covariance|precision|kernel|Gram|adjacency|distance|similarity|coupling|interaction|system)\b"
    r"|\$?n ?(?:\\times|×|x|-by-) ?n|(?:matri(?:x|ces)|arrays?|weights?|couplings?|tables?|tensors?|kernels?|functions?"
    r"|interactions?|connections?|links?|in|with|so|then|because|since|as|here|throughout|by|if|where|which|for|we|under"
    r"|when)\b|[行矩で,の]|と(?!は)|だ|な(?:ので|行列))",
    re.I,
)
"""How a sentence goes on behind the word where it says that something is symmetric, not its pattern or its part."""
UNSURE = lazily(
    r"\b(?:fails?|almost|nearly|approximately|rarely|seldom|possibly|maybe|perhaps|often|sometimes|usually"
    r"|some (?:\w+ )?let|recall[^.]*\b(?:an?|every|any) matri\w+|hardly|far from|anything but|no matter|can be"
    r"|in expectation|only for|used to be|wish"
    r"|in the book|iff|only|would|could|might|were|replac\w+|no longer|nothing|unlike|instead|distribution"
    r"|part|pattern)\b"
    r"|\?\s*(?:no\b|$)|\A\W*(?:is|are)\b[^.]*\?",
    re.I,
)
"""Words in a sentence by which it does not say so of its matrix."""
PARTED = lazily(r"(?:\b(?:and|but|while|whereas|or|let|with)\s+|[,;]\s*)+(?:let|that|an?|the|any)?\s*\Z", re.I)
"""What parts the word from a name behind it."""
POSSESSED = lazily(r"\b(?:of|in|to|by|on|from)\s*\Z", re.I)
"""What stands before a name of which something else is said."""
LETTER = r"([A-Za-z]|\\[A-Za-z]+(?:\s*\{\\?[A-Za-z]+\})?)"
OF_SYMMETRY = lazily(
    rf"\b(?:by|using|with|from|due to|because of|thanks to)\s+(?:the\s+)?symmetry of\s*\$\s*{LETTER}\s*\$"
    rf"|\$\s*{LETTER}\s*\$\s*の対称性(?:より|から|により|を用い)",
    re.I,
)
"""A reason that says so: `by symmetry of $A$`."""
DROPPED = lazily(
    r"\bno longer symmetric\b|\bnon-?symmetric\b|\bwithout (?:the |assuming |its )?(?:symmetr|that\b[^.]*symmetr)"
    r"|\bdrop(?:s|ped|ping)? (?:the )?(?:symmetr|assumption)",
    re.I,
)
"""Words by which what was symmetric is so no longer."""
ARBITRARY = lazily(
    r"\$([^$]+)\$\s*(?:(?:is|be|denotes?|are|now)\s+)+(?:an?\s+)?(?:(?:completely|not necessarily)\s+)?"
    r"(?:arbitrary|general|any|not)\b|\b(?:arbitrary|general|any)\s+(?:\(?[\w -]{1,30}\)?\s+)?matri(?:x|ces)"
    r"\s*\$([^$]+)\$|\$([^$]+)\$\s*は(?:任意|一般)の",
    re.I,
)
"""A name of which a sentence says that it may be anything."""
DISPLAYED = lazily(r"[\s:：,，、]*(?:\$\$|\\\[|\\begin\b|\$|\Z)")
"""What may stand between a sentence that says `if` and the line that it is said of."""
SUPPOSED = lazily(r"\b(?:if|when|unless|suppose)\W*\Z", re.IGNORECASE)
NORMAL = lazily(
    r"\bGaussians?\b|\bnormal(?:ly)?[ -]distribut|\\mathcal\s*\{?\s*N|高斯|正态|ガウス|正規分布|\(\s*2\s*\\pi\s*\)",
    re.I,
)
"""The matrix that such a page inverts is likely to be a covariance."""

COVARIANCE = r"\Sigma"
"""So many call one, without a word."""
OF_DERIVATIVES = lazily(r"Hessian|Jacobian|derivative|gradient|ヘッセ|ヤコビ", re.IGNORECASE)
SENTENCE = lazily(r"(?<=[.;。])\s+|\n\s*\n|\$\$|\\\[|\\\]")
INLINE = lazily(r"\$([^$]+)\$|\\\((.+?)\\\)", re.DOTALL)
SIGN = r"\^\s*\{?\s*(?:\\top|\\intercal|\\math\w+\s*\{?T\}?|T)\s*\}?"
MARK = rf"\s*{SIGN}"
TRANSPOSED = lazily(SIGN)
EQUALS_TRANSPOSE = (
    lazily(rf"{LETTER}\s*&?=\s*\1{MARK}(?!\w)"),
    lazily(rf"{LETTER}{MARK}\s*&?=\s*\1\s*(?![\w^_{{\\]|\s*[A-Za-z\\])"),
)
FONT = lazily(r"\\(?:mathbf|boldsymbol|bm|mathrm|mathit)\s*\{?\s*(\\?[A-Za-z]+)\s*\}?")
ACCENTED = lazily(r"\\(hat|tilde|bar|widehat|widetilde|overline|check|dot)\s+([A-Za-z])(?![A-Za-z])")
"""An accent typed before a letter without braces."""
NAME = lazily(r"\\(?:hat|tilde|bar)\s*\{?\s*\\?[A-Za-z]+\s*\}?|\\?[A-Za-z]+")
LABEL_FONT = lazily(r"\\(?:text\w*|operatorname|rm|mathsf)\s*\{([^{}]*)\}")
SCRIPT = r"\s*([_^])\s*(\{(?:[^{}]|\{[^{}]*\})*\}|\\[A-Za-z]+|\w)"
"""One script behind a name."""
INVERSE = "^-1"
"""The script of an inverse, which is as large as its matrix."""
LABELLED = "\ue000"
"""Stands for the label of a name, so that only its indices are its scripts."""
SCRIPTS = lazily(r"(?:\s*[_^]\s*(?:\{[^{}]*\}|\\?\w+))*\s*(?:\([^()]*\))?\s*")
"""What may belong to a name beside its letter."""
LISTING = lazily(rf"\s*(?:[,、]|,?\s*{AND})\s*")
OF_ITS_KIND = lazily(
    r"(?:(?<!cross)(?<![-\w])(?:covariances?|(?:covariance|precision|Gram|kernel) matri(?:x|ces))"
    r"|(?<!相互)共分散行列|(?<!互)协方差(?:矩阵)?)\s*\$\s*(?:\\(?:mathbf|boldsymbol|bm)\s*\{?\s*)?"
    rf"{LETTER}(?:\}}?{SCRIPT})?"
)
"""A name right behind the word for a kind of symmetric matrices."""
IS_OF_ITS_KIND = lazily(
    rf"\$\s*(?:\\(?:mathbf|boldsymbol|bm)\s*\{{?\s*)?{LETTER}(?![A-Za-z])(?:\}}?{SCRIPT})?[^$]{{0,60}}\$\s*"
    r"(?:(?:is|are|be|denotes?|,)? ?(?:an? |the |its |their )(?:[a-z]+ )?(?:covariance|precision|Gram) matri(?:x|ces)"
    r"|(?:是|为|表示)(?:其|该)?协方差矩阵|は(?:その)?共分散行列)"
)
"""A name of which a sentence says that it is of such a kind."""
SHAPED = lazily(r"\\times|\\in(?![a-z])|×|∈")
"""Signs with which a sentence says the shape of something."""
NUMBERED = r"(?!\s*(?:[A-Za-z0-9]|\{\s*(?:[A-Za-z0-9]|\\[a-z]+)\s*\}))"
"""Not behind a name that carries one letter or number, so that it has its own indices besides."""
NEAR = 40
"""So many characters may stand between the word and the name that it is said of."""


@dataclass(frozen=True, slots=True)
class Told:
    """The given variables that the text calls symmetric, those that may be, by the line of the sentence that says `if`.

    `perhaps`: those of which it speaks in general. `vague`: it speaks of symmetry without a name; `kinds`: of what is
    symmetric by its kind, as adjacency matrices mostly are. `denied`: those that it calls not symmetric.
    """

    always: frozenset[Variable]
    cases: tuple[tuple[int, Variable], ...]
    vague: bool
    perhaps: frozenset[Variable] = frozenset()
    denied: frozenset[Variable] = frozenset()
    kinds: bool = False

    def maybe(self, system: System) -> frozenset[Variable]:
        """Those that may be symmetric for all that it says."""
        square = square_tables(system) if self.vague or self.kinds else frozenset()
        return self.perhaps | {v for _, v in self.cases} | (square if self.vague else square - self.denied)


def with_macros_written_out(text: str, macros: Macros) -> str:
    """The text with the macros in its inline formulas replaced by what they stand for, line by line as before."""

    def formula(m: re.Match[str]) -> str:
        found = written_out(m[1] or m[2], macros)
        return f"${found}$" if found.count("\n") == m[0].count("\n") else m[0]

    return INLINE.sub(formula, text) if macros else text


def told(text: str, system: System) -> Told:
    """What the text says of the symmetry of given variables."""
    patterns = EQUALS_TRANSPOSE if TRANSPOSED.search(text) else ()
    equal = [m for pattern in patterns for m in pattern.finditer(text)]
    sure = {m[1]: _is_said_so(text, m) for m in equal}
    always = {v for name, said in sure.items() if said for v in called(name, system)}
    lowered = text.lower()
    named = any(word in lowered for word in SYMMETRY)
    always |= {v for m in OF_SYMMETRY.finditer(text) for v in called(m[1] or m[2], system)} if named else set()
    by_kind = (OF_ITS_KIND, IS_OF_ITS_KIND) if any(word in lowered for word in OF_KINDS) else ()
    kinds = [m for pattern in by_kind for m in pattern.finditer(text)]
    always |= {v for m in kinds if not SUPPOSED.search(text, 0, m.start()) for v in called(_with_script(m), system)}
    cases: list[tuple[int, Variable]] = []
    denied: set[Variable] = set()
    of_inverses = {v for x in system.inverses for v in (x.matrix, x.inverse_value)}
    inverses = {v for v in square_tables(system) if "-1" in split_key(v.key)[1] or v in of_inverses}
    perhaps = inverses if inverses and NORMAL.search(text) else set()
    perhaps |= {v for name, said in sure.items() if not said for v in called(name, system)}
    of_kinds = [*IMPLIED.finditer(text)] if any(kind in lowered for kind in KINDS) else []
    of_kinds = [m for m in of_kinds if not is_denied_abroad(text, m)]
    attributed = {_attributed(text, m, system) for m in of_kinds}
    implied = _is_implied(text, of_kinds, attributed, system) or any(map(_is_both, SWAPPED.finditer(text)))
    vague = False
    for start, sentence in sentences(text) if WORD.search(text) else ():
        for m in WORD.finditer(sentence):
            near = [v for name in near_names(sentence, m) for v in called(name, system)]
            if NEGATED.search(sentence[: m.start()]) or DENIED.match(sentence, m.end()):
                denied.update(near)
                continue
            words = INLINE.sub("", sentence).rstrip(" .。\n")
            unsure = UNSURE.search(INLINE.sub("$", sentence)) or not SURE.match(sentence, m.end())
            if unsure or GENERAL.search(sentence) or is_hedged(words, ""):
                perhaps.update(near)
            elif CONDITIONAL.search(sentence):
                if not ("=" in sentence[m.end() :] or DISPLAYED.match(text, start + len(sentence))):
                    perhaps.update(near)
                    continue
                line = text.count("\n", 0, start + len(sentence) - len(sentence.lstrip())) + 1
                cases += [(line, v) for v in near]
            else:
                always.update(near)
            vague = vague or not (near or OF_DERIVATIVES.search(sentence))
            vague = vague or AS_WELL.match(text, start + m.end()) is not None
    if always and DROPPED.search(text):
        perhaps |= always
        always = set()
    free = ARBITRARY.finditer(text) if always else ()
    loose = {v for m in free for name in filter(None, m.groups()) for v in called(name, system)}
    perhaps |= loose & always
    always -= loose
    perhaps |= {v for v in of_inverses - always - denied if _plain(v) == COVARIANCE and v in square_tables(system)}
    perhaps |= frozenset().union(*attributed) - always - denied
    perhaps |= {v for name in _of_named_kinds(text, lowered) for v in called(name, system)} - always - denied
    supposed = tuple(c for c in cases if c[1] not in always)
    return Told(frozenset(always), supposed, vague, frozenset(perhaps), frozenset(denied), implied)


def _is_implied(
    text: str, of_kinds: Sequence[re.Match[str]], attributed: Collection[frozenset[Variable]], system: System
) -> bool:
    """May other data be symmetric by their kind? Not where that is said of one graph alone."""
    return bool(of_kinds) and not (
        len(attributed) == 1
        and all(OF_A_GRAPH.fullmatch(m[0]) for m in of_kinds)
        and OF_OTHERS.search(text) is None
        and all(_is_alone(v, text, system) for v in attributed)
    )


def _of_named_kinds(text: str, lowered: str) -> Iterator[str]:
    """The names of which a sentence says that they are of a kind that says nothing of others, or a sign that they are
    definite."""
    yield from (m[1] or m[2] for m in SIGNS.finditer(text))
    for _, sentence in sentences(text) if any(kind in lowered for kind in OF_NAMED) else ():
        yield from (name for m in NAMED_KINDS.finditer(sentence) for name in near_names(sentence, m))


def _is_both(m: re.Match[str]) -> bool:
    """Does what stands between two pairs say that with one of them the other is in a set as well?"""
    between = m["between"]
    below_a_sum = "\\sum" in between or between.count("}") > between.count("{")
    return not below_a_sum and BOTH.search(between) is not None


def _attributed(text: str, kind: re.Match[str], system: System) -> frozenset[Variable]:
    """The given variables of which the name of a kind is said, the A of `A = adjacency matrix`, and those of the same
    letter with an accent; none where it may be said of any."""
    before = ATTRIBUTED_BEFORE.search(text, max(0, kind.start() - 60), kind.start())
    behind = ATTRIBUTED_BEHIND.match(text, kind.end())
    if behind is None and NAMED_LATER.match(text, kind.end()):
        return frozenset()
    names = {before[1]} if before is not None else set()
    if behind is not None and (name := NAME.match(FONT.sub(r"\1", (behind[1] or behind[2]).strip()))) is not None:
        names.add(name[0])
    found = [frozenset(called(name, system)) for name in names]
    if not all(found):
        return frozenset()
    letters = {_plain(v) for v in frozenset().union(*found)}
    return frozenset(v for v in square_tables(system) if any(_plain(v).endswith((x, f"{{{x}}}")) for x in letters))


def _is_alone(named: frozenset[Variable], text: str, system: System) -> bool:
    """Are the other square matrices parameters, which the text differentiates by, and none of one size with these?"""
    others = square_tables(system) - named
    fonts = r"[\s{]*(?:\\(?:mathbf|boldsymbol|bm|mathrm|mathit)\s*\{?\s*)?"
    by = (rf"(?:\\partial|\\nabla\s*_){fonts}{re.escape(_plain(v))}(?![A-Za-z])" for v in others)
    return (
        bool(named)
        and not any(are_as_large(system, v, w) for v in named for w in others)
        and all(re.search(pattern, text) for pattern in by)
    )


def _is_said_so(text: str, m: re.Match[str]) -> bool:
    """Does the sentence around an equation say that it holds?"""
    start = max((s.end() for s in SENTENCE.finditer(text, max(0, m.start() - 300), m.start())), default=0)
    end = SENTENCE.search(text, m.end())
    before, behind = text[start : m.start()], text[m.end() : end.start() if end else len(text)]
    return not (is_hedged(before, behind) or denies(before, behind) or UNSURE.search(before))


def of_no_size(text: str, system: System) -> frozenset[Variable]:
    r"""The A of `x^T A x`, or the `A_k` of several, of which neither an entry nor the shape is typed: many mean a
    symmetric one."""
    if TRANSPOSED.search(text) is None:
        return frozenset()
    return frozenset(v for v in square_tables(system) if v.arity in (2, 3) and _is_of_no_size(v, text))


def _is_of_no_size(variable: Variable, text: str) -> bool:
    letter, label = FONT.sub(r"\1", split_key(variable.key)[0]), _label(variable).removeprefix(INVERSE)
    base = re.escape(letter)
    if label:
        text = _with_labels_marked(text, letter, label)
        if re.search(rf"(?<![A-Za-z\\]){base}\s*\}}?\s*_\s*\{{\s*{re.escape(label[1:])}\s*,", text):
            return False
        base += LABELLED
    again = rf"[\s{{}}]*(?:\\[a-z]+\s*\{{)?{base}"
    behind = rf"(?<!{base})(?<!{base}\}})\s*{SIGN}{again}(?![A-Za-z]|{again})"
    own = "" if variable.arity == 2 else NUMBERED
    if not re.search(behind, text) or re.search(rf"(?<![A-Za-z\\]){base}\s*\}}?\s*_{own}", text):
        return False
    name = re.compile(rf"(?<![A-Za-z\\]){base}(?![A-Za-z])")
    return not any(SHAPED.search(sentence) and name.search(sentence) for _, sentence in sentences(text))


def _label(v: Variable) -> str:
    """The sign and the label of a name that has one, `_B` of the `S_B` of entries `S_{B,ij}`; '' for any other."""
    _, above, below, _ = split_key(v.key)
    found = [sign + "".join(p for p in own if p is not None) for sign, own in (("^", above), ("_", below)) if any(own)]
    return found[0] if len(found) == 1 else ""


def _with_script(m: re.Match[str]) -> str:
    """A letter with the script behind it, if there is one."""
    name, sign, script = m.groups()
    return name if sign is None else name + sign + script


def _typed_label(m: re.Match[str]) -> str:
    """The sign and the label of a script, as `_label` has them."""
    return m[1] + re.sub(r"[\s{}]", "", LABEL_FONT.sub(r"\1", FONT.sub(r"\1", m[2])))


def _with_labels_marked(text: str, letter: str, label: str) -> str:
    """The text with `LABELLED` in the place of this label behind this letter."""
    name = re.compile(rf"((?<![A-Za-z\\]){re.escape(letter)})\s*\}}?{SCRIPT}")

    def marked(m: re.Match[str]) -> str:
        script = re.match(SCRIPT, m[0][len(m[1]) :].lstrip(" }"))
        return m[1] + LABELLED if script is not None and _typed_label(script) == label else m[0]

    return name.sub(marked, text)


def sentences(text: str) -> Iterator[tuple[int, str]]:
    start = 0
    for m in SENTENCE.finditer(text):
        yield start, text[start : m.start()]
        start = m.end()
    yield start, text[start:]


def near_names(sentence: str, word: re.Match[str]) -> Iterator[str]:
    """The names in the formulas right before and right behind the word, and in those that are listed with them."""
    formulas = list(INLINE.finditer(sentence))
    before = [f for f in formulas if f.end() <= word.start()][::-1]
    behind = [f for f in formulas if f.start() >= word.end()]
    owned = before and POSSESSED.search(sentence, 0, before[0].start()) is not None and not behind
    if before and not owned and word.start() - before[0].end() <= NEAR:
        yield from _listed([(f, sentence[f.end() : g.start()]) for f, g in zip(before, (word, *before), strict=False)])
    gap = sentence[word.end() : behind[0].start()] if behind else ""
    if behind and len(gap) <= NEAR and PARTED.search(gap) is None:
        yield from _listed([(f, sentence[g.end() : f.start()]) for f, g in zip(behind, (word, *behind), strict=False)])


def _listed(formulas: list[tuple[re.Match[str], str]]) -> Iterator[str]:
    """The names of the first formula and of those that only a comma or `and` parts from it (with the text between)."""
    for n, (f, gap) in enumerate(formulas):
        if n and not LISTING.fullmatch(gap):
            return
        for part in re.split(r"=|\\in\b|:", LABEL_FONT.sub(r"\1", FONT.sub(r"\1", f[1] or f[2]))):
            name = NAME.match(part.strip())
            if name is not None and SCRIPTS.fullmatch(part.strip(), name.end()):
                yield part.strip()


def called(name: str, system: System) -> Iterator[Variable]:
    """The variables of a name; of a capital that is none, those of the small letter: P has the entries `p_{ij}`.

    With a label behind it those that have the label, if any does.
    """
    wanted = ACCENTED.sub(r"\\\1{\2}", FONT.sub(r"\1", name)).replace(" ", "")
    if (bare := NAME.match(wanted)) is not None and (script := re.match(SCRIPT, wanted[bare.end() :])) is not None:
        of_letter = [v for v in square_tables(system) if _plain(v) == bare[0]]
        yield from [v for v in of_letter if _label(v) == _typed_label(script)] or called(bare[0], system)
        return
    if bare is not None and not wanted.endswith("}"):
        wanted = bare[0]
    if wanted.isupper() and all(_plain(v) != wanted for v in system.variables()):
        wanted = wanted.lower()
    yield from (v for v in square_tables(system) if _plain(v) == wanted)


def _plain(v: Variable) -> str:
    """The letter of a variable, whatever its font; of an inverse that of the matrix, for both are symmetric then."""
    base = split_key(v.key)[0]
    return FONT.sub(r"\1", inverted(base.strip("{}")) or base)
