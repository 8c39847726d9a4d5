r"""Pages typed without any delimiters, as in a mail: `δ_k = ∂E/∂net_k`, `E = 1/2 Σ_k (t_k - y_k)²`.

Only documents in which no `$` and no environment stands are touched, and of these only rows in which formulas and words
can be told apart: every run of letters is a letter, a function, the name of a Greek letter, or stands with a script
somewhere (`net_j`). What is left of a row are words; a formula ends where words follow that no formula has (`prose`).
A row in which a formula would begin or end with a sign, lacks a bracket, or goes on in a way that is not known is put
between dollar signs with a mark (`UNTOLD`) by which it is unreadable there, so that nothing rests on what it may say; a
legend (`E = error of the net`) stays as it is. A row that is nothing but an equation is displayed, others have it
inline; rows that go on with a relation continue the row above.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise, takewhile
from unicodedata import normalize

from ..latex.hedges import changes_meaning
from ..notation import GREEK, UNTOLD
from ..pattern import lazily
from .find import codes
from .prose import is_legend, may_follow, may_precede

DELIMITED = lazily(r"\$|\\\(|\\\[|\\begin\s*\{|^[ \t]*```+[ \t]*math", re.MULTILINE)
"""What shows that a document has delimiters."""
LEAST = 3
"""So many rows have to be equations; fewer may be quoted in passing."""
FUNCTIONS = {
    **{f: f"\\{f}" for f in ("tanh", "exp", "log", "ln", "max", "min", "sin", "cos", "cosh", "sinh")},
    **{f: rf"\operatorname{{{f}}}" for f in ("softmax", "sigmoid", "diag", "sign", "relu", "ReLU")},
    "sum": r"\sum",
    "Sum": r"\sum",
    "sqrt": r"\sqrt",
}
SCRIPT = (
    r"(?:[_^]\{[^{}\n]*\}|[_^]\([^()\n]*\)|_[A-Za-z0-9\u0370-\u03ff]+(?:,[A-Za-z0-9]+)*|\^-?[A-Za-z0-9]+"
    r"|[₀-₉ₐ-ₜᵢⱼᵣᵤᵥᵀ²³¹⁰-⁹⁽⁾])"
)
MARKS = "\u0302\u0303\u0304\u0305\u0307"
"""A hat, a tilde, bars and a dot over the letter before them."""
ACCENTED = "".join(c for c in map(chr, range(0xC0, 0x1EFA)) if normalize("NFD", c)[1:] in tuple(MARKS))
"""Letters with one of these marks."""
FOREIGN = "À-ÖØ-öø-ɏḀ-ỿ"
"""Letters that are not English."""
BASE = rf"[A-Za-z\u0370-\u03ff][{MARKS}]|[{ACCENTED}]|[A-Za-z]+|[\u0370-\u03ffℓ∇]"
NAMED = rf"(?P<base>{BASE})(?P<primes>['’′]*)(?P<scripts>{SCRIPT}*)(?P<more>['’′]*)"
WORD = rf"(?:[A-Za-z]+[{FOREIGN}]|[{FOREIGN}][A-Za-z{FOREIGN}])[A-Za-z{FOREIGN}]*"
"""A word with letters that are not English."""
TOKEN = lazily(
    rf"(?P<space>[ \t]+)|(?P<range>[a-z]'?[ ]?(?:=|∈)[ ]?[01][ ]?,?[ ]?(?:\.\.\.?|…)[ ]?,?[ ]?[A-Z](?![A-Za-z]))"
    rf"|(?P<foreign>{WORD})|(?P<name>{NAMED})|(?P<number>\d+(?:\.\d+)?)|(?P<relation>:=|<=|>=|!=|=(?!>)|[≠≤≥<>])"
    r"|(?P<stop>[.,;:!?](?=[\s)]|$)|[。、，；：]|->|=>|[→⇒∴])|(?P<open>[(\[{（])|(?P<close>[)\]}）])"
    r"|(?P<sign>[-+*/·⋅×⊙∘−^|,∑∏∂∇‖])|(?P<power>[²³ᵀ⁰-⁹])|(?P<other>.)"
)
MARK = lazily(r"\s*(?:[-*+•]\s+|\(?\d{1,2}[.)]\s+|\(?[a-z]\)\s+|[①-⑳]\s*|>\s+)?")
"""Before the contents of a row: a bullet, a number."""
SKIPPED = lazily(r"\s*(?:#|\||<!--|~~~|\\)")
UNSURE = lazily(r"[_^][A-Za-z0-9]+[-+]\d|/ ?\d+(?:\.\d+)?[A-Za-z\u0370-\u03ff(]")
"""A script that may go on, `h_t-1`; a denominator that may, `1/2m`."""
LETTER = rf"[A-Za-z\u0370-\u03ffℓ{ACCENTED}]"
DERIVATIVE = lazily(
    rf"(?<![A-Za-z_^])d(?P<of>(?:[²2]|\^2)?(?:(?:[A-Za-z]+|{LETTER})[{MARKS}]?['’′]*{SCRIPT}*)?)(?P<by>[ ]?/[ ]?)"
    rf"d(?={LETTER})"
)
"""`dE/dw_ij`."""
LABELS = frozenset(["in", "out", "old", "new", "hid", "max", "min"])
"""Scripts that are words; so is any of four letters or more."""
QUOTING = '"“”„«»`_~—–…?!✓✗✔✘☆★'
"""Signs that may stand beside an equation."""
WORDS = frozenset(rf"\{x}" for x in GREEK.split())
"""Greek letters by their names."""
RELATIONS = {"<=": r"\le ", ">=": r"\ge ", "!=": r"\ne "}
CONTINUED = lazily(r"\s*(?::?=(?!>)|[≤≥<>])")
OPERATING = lazily(
    r"[ \t]*(?:[-+*/×·⋅−^²³](?![-+*=>])[ \t]*\S|-{3,}[ \t]*\Z|\.\.\.[ \t]*[-+*/]"
    r"|(?:plus|minus|times|divided by|multiplied by|over)\s+"
    r"(?=\d|[A-Za-z\u0370-\u03ff](?![A-Za-z])|[A-Za-z]+_|half\b|lambda|weight)"
    r"|squared\b)",
    re.I,
)
"""How a row begins that goes on with the formula above it, or is the line of a fraction."""
LISTED = lazily(r"[ \t]*[-*·]")
"""How a row begins that may be a point in a list, where there are words in it."""
DIFFERENTIATED = lazily(r"\s*\$\$\s*∂[^/$]{0,40}/\s*∂")
"""A row that is nothing but an equation about a derivative: one shows that the page is meant to be read."""
MOST_WORDS = 40
"""So many words and spaces behind an equation may change what it says."""
EQUALS = lazily(r"(?<=[\w)\]}]) equals (?=[\w(−-])")
BARS = frozenset("|‖")
STOPS = frozenset(",.;:→⇒∴、。，；：") | {"->", "=>"}
"""What may end an equation, but not before something that is none."""


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a row: its kind, what was typed, where it stands."""

    kind: str
    text: str
    start: int
    end: int


END = Part("stop", "", 0, 0)


def typeset(text: str) -> str:
    r"""The text with its equations between dollar signs, row by row; the same text where it is no such page.

    >>> print(typeset("a_j = Σ_i w_ij x_i\nE = 1/2 Σ_j (a_j - t_j)²\nso ∂E/∂w_ij = (a_j - t_j) x_i."))
    $$a_{j} = \sum_{i} w_{ij} x_{i}$$
    $$E = 1/2 \sum_{j} (a_{j} - t_{j})²$$
    so $∂E/∂w_{ij} = (a_{j} - t_{j}) x_{i}$.
    """
    if DELIMITED.search(text) is not None or "=" not in text:
        return text
    shown = _without_programs(text)
    known = {m["base"] for m in re.finditer(NAMED, shown) if m["scripts"] and len(m["base"]) > 1}
    rows, plain = text.split("\n"), shown.split("\n")
    made = [_row(row, known) for row in plain]
    told = [m for m in made if m is not None and UNTOLD not in m]
    if len(told) < LEAST and not any(DIFFERENTIATED.match(m) for m in told):
        return text
    found: list[str] = []
    for m, row in zip(made, rows, strict=True):
        goes_on = m is not None and CONTINUED.match(m) is not None
        attached = bool(found) and found[-1].endswith("$$")
        if m is not None and goes_on and not attached and UNTOLD in m:
            m, goes_on = None, False
        if goes_on and not attached:
            return text  # it goes on with a row that could not be told
        if goes_on:
            found[-1] = found[-1][:-2] + r" \\"
        if m is None and found and (more := _continuation(row, found, known)) is not None:
            found, m = more
            goes_on = False
        found.append(row if m is None else f"{m}$$" if goes_on else m)
    return "\n".join(found)


def _continuation(row: str, found: list[str], known: set[str]) -> tuple[list[str], str] | None:
    """The rows so far and a row, where it adds to an equation above, or multiplies it: joined if it is nothing but a
    formula right below one, that equation unreadable otherwise. None where it is no such row."""
    filled = [n for n in range(len(found) - 1, -1, -1) if found[n].strip()][:2]
    above = next((n for n in filled if "$" in found[n]), None)
    if above is None:
        return None
    indent = row[: len(row) - len(row.lstrip())]
    parts = _parts(DERIVATIVE.sub(r"∂\g<of>\g<by>∂", row.rstrip(" \t.,;")), len(indent), known)
    formula = not any(p.kind in ("word", "other", "unsure", "stop") for p in parts)
    named = any(p.kind in ("name", "number") for p in parts)
    typed = found[above].rstrip()
    below = above == len(found) - 1 and typed.endswith("$$")
    deeper = len(indent) > len(typed) - len(typed.lstrip()) and any(p.kind == "name" for p in parts)
    operating = OPERATING.match(row) is not None
    if not operating and not (formula and below and deeper and parts[0].kind in ("name", "open", "number")):
        return None
    if not formula and (LISTED.match(row) or above != filled[0]):
        return None
    if formula and not named and not row.strip().startswith("---") and "..." not in row:
        return None
    if formula and named and below and not row.lstrip().startswith(("^", "²", "³", "...")):
        return [*found[:above], typed[:-2]], f"{indent}{_latex(parts)}$$"
    start, end = _last_formula(typed)
    body = re.sub(r"(?<![<>!:])=", f"={UNTOLD}", typed[start:end], count=1)
    return [*found[:above], f"{typed[:start]}{body}{typed[end:]}", *found[above + 1 :]], row


def _last_formula(row: str) -> tuple[int, int]:
    """Where the last formula of a row begins and ends, dollar signs left out."""
    end = row.rindex("$")
    end -= row[end - 1] == "$"
    start = row.rindex("$", 0, end) + 1
    return start, end


def _without_programs(text: str) -> str:
    """The text without comments and programs; code that holds no program is what it holds."""
    parts, at = [], 0
    for m, start, end in codes(text, latex=False):
        inner = m["inline"]
        shown = f" {inner[1:-1]} " if inner and m["ticks"] == "`" else re.sub(r"[^\n]", " ", text[start:end])
        parts += [text[at:start], shown]
        at = end
    return "".join((*parts, text[at:]))


def _row(row: str, known: set[str]) -> str | None:
    """A row with its equations between dollar signs, unreadable ones where they cannot be told; None if it has none."""
    row = EQUALS.sub(" = ", row)
    if SKIPPED.match(row) or not re.search(r"[=≠≤≥<>]", row):
        return None
    row = DERIVATIVE.sub(r"∂\g<of>\g<by>∂", row.replace("**", "\0\0"))
    begin = MARK.match(row)
    assert begin is not None
    parts = _parts(row, begin.end(), known)
    runs = list(_runs(parts))
    found = [x for x in runs if _is_related(x)]
    goes_on = CONTINUED.match(row) is not None
    places = {p.start: n for n, p in enumerate(parts)}
    begins = {x[0].start for x in found}
    whole = all(_is_whole(x, goes_on) and _ends(x, parts, places, begins) for x in found) and not _goes_over(row, runs)
    if not found or not whole or UNSURE.search(row) or any(p.kind == "unsure" for p in parts):
        return _untold(row, parts, begin.end(), goes_on)
    taken = {q.start for x in found for q in x}
    rest = "".join(p.text for p in parts if p.start not in taken)
    if goes_on:
        single = len(found) == 1 and not rest.strip(" \t.,;:。")
        return _latex(found[0]) if single else _untold(row, parts, begin.end(), goes_on)
    if len(found) == 1 and not rest.strip(" \t.,;:。"):
        return f"{row[: begin.end()]}$${_latex(found[0])}$$".replace("\0", "*")
    out, at = [], 0
    for x in found:
        out += [row[at : x[0].start], f"${_latex(x)}$"]
        at = x[-1].end
    return "".join((*out, row[at:])).replace("\0", "*")


def _untold(row: str, parts: list[Part], begin: int, goes_on: bool) -> str | None:
    """The equation of a row in which words and formulas cannot be told apart, as one that is unreadable; None if it
    has none, or is a legend."""
    at = next((n for n, p in enumerate(parts) if p.kind == "relation" and p.text in ("=", ":=")), None)
    if at is None:
        return None
    first = at
    while first and parts[first - 1].kind not in ("word", "other", "stop", "unsure"):
        first -= 1
    while first < at and parts[first].kind == "space":
        first += 1
    behind = [p for p in parts[at + 1 :] if p.kind not in ("space", "stop")]
    named = any(p.kind == "name" for p in (*parts[first:at], *behind))  # `=====` underlines a title
    if (first == at) is not goes_on or not behind or not named or _explains(behind):
        return None
    start = parts[first].start
    right = re.sub(r"(?<![<>!])=", f"={UNTOLD}", row[parts[at].start :].rstrip(" \t.,;")).replace("\0", "*")
    typed = _latex(parts[first:at]) + right
    if goes_on:
        return typed
    signs = "$$" if start == begin else "$"
    return f"{row[:start]}{signs}{typed}{signs}".replace("\0", "*")


def _explains(behind: Sequence[Part]) -> bool:
    """Is what stands behind a sign of equality a legend?"""
    opening = behind[1:] if behind[0].text in ("a", "A") else behind
    words = [p.text for p in behind if p.kind == "word"]
    others = [p.text for p in behind if p.kind != "word"]
    return bool(opening) and opening[0].kind == "word" and is_legend(words, others)


def _ends(run: Sequence[Part], parts: Sequence[Part], places: Mapping[int, int], relating: Container[int]) -> bool:
    """Does an equation end where its run does, and begin there? `places` of the parts, by where they start; where
    equations start, `relating`."""
    ahead = _beside(parts, places[run[0].start], -1)
    if ahead is not None and ahead.kind == "word" and not may_precede(ahead.text):
        return False
    last = places[run[-1].start]
    behind = _beside(parts, last, 1)
    if behind is None or not (behind.kind == "word" or (behind.kind == "other" and behind.text > "\u2fff")):
        return not changes_meaning(_remark(parts, last + 1))
    after = _beside(parts, places[behind.start], 1)
    word = after.text if after is not None and after.kind == "word" else ""
    related = after is not None and after.start in relating
    return may_follow(behind.text, word, related) and not changes_meaning(_remark(parts, last + 1))


def _remark(parts: Sequence[Part], at: int) -> str:
    """The words behind a formula, up to the next name or number."""
    found = takewhile(
        lambda p: p.kind not in ("name", "number", "relation", "range", "sign"), parts[at : at + MOST_WORDS]
    )
    return "".join(p.text for p in found)


def _beside(parts: Sequence[Part], at: int, step: int) -> Part | None:
    """What stands before or behind a part, spaces apart."""
    at += step
    while 0 <= at < len(parts) and parts[at].kind == "space":
        at += step
    return parts[at] if 0 <= at < len(parts) else None


def _is_related(run: Sequence[Part]) -> bool:
    return any(p.kind in ("relation", "range") for p in run)


def _goes_over(row: str, runs: Sequence[Sequence[Part]]) -> bool:
    """Does an equation go on behind what ends it: `k = 1, 2`, or a sign that is not known?"""
    for one, two in pairwise(runs):
        between = row[one[-1].end : two[0].start]
        if between.strip() in STOPS and _is_related(one) != _is_related(two):
            return True
    sides = [(row[: x[0].start].rstrip()[-1:], row[x[-1].end :].lstrip()[:1]) for x in runs if _is_related(x)]
    return any(TOKEN.sub(r"\g<other>", c).strip(QUOTING + "\0") and not c.isalpha() for pair in sides for c in pair)


def _parts(row: str, at: int, known: set[str]) -> list[Part]:
    parts = []
    for m in TOKEN.finditer(row, at):
        kind = str(m.lastgroup) if m.lastgroup in ("space", "stop") else _kind(m, known)
        parts.append(Part(kind, m[0], m.start(), m.end()))
    return _words_in_brackets(parts)


def _kind(m: re.Match[str], known: set[str]) -> str:
    for kind in ("space", "range", "foreign", "name", "number", "relation", "stop", "open", "close", "sign", "power"):
        if m[kind] is not None:
            break
    else:
        lone = (m[0].isalpha() and m[0] < "\u2fff") or m[0] > "\U0001d3ff"
        return "word" if m[0].lower() in "àéèó" else "unsure" if lone else "other"
    if kind == "foreign":
        drawn = len(m[0]) == 2 and any(c in ACCENTED for c in m[0])
        return "unsure" if drawn or m.string[m.end() : m.end() + 1] in tuple("_^(") else "word"
    if kind != "name":
        return kind
    base = m["base"]
    single = len(base) == 1 or base[1] in MARKS
    told = single or m["scripts"] or base in known or base in FUNCTIONS or f"\\{base}" in WORDS
    called = not told and m.string[m.end() : m.end() + 1] == "("
    return "name" if told else "unsure" if called else "word"


def _words_in_brackets(parts: list[Part]) -> list[Part]:
    """Brackets around words, or around an equation, are no part of a formula: `(hidden layer)`, `(k = j)`."""
    stack: list[int] = []
    found = list(parts)
    for n, p in enumerate(parts):
        if p.kind == "open":
            stack.append(n)
        elif p.kind == "close" and stack:
            begin = stack.pop()
            inside = {q.kind for q in parts[begin + 1 : n]}
            if inside & {"word", "other", "unsure", "relation", "range"}:
                for k in (begin, n):
                    found[k] = Part("stop", parts[k].text, parts[k].start, parts[k].end)
            elif begin and parts[begin - 1].kind == "name":
                for k in (k for k in range(begin + 1, n) if parts[k].text == ","):  # `max(0, m - y)`
                    found[k] = Part("sign", ",", parts[k].start, parts[k].end)
    return found


def _runs(parts: Sequence[Part]) -> Iterator[list[Part]]:
    """The longest runs without words and stops, spaces at their ends left out; no article before a formula."""
    run: list[Part] = []
    for p in (*parts, END):
        if p.kind not in ("word", "other", "unsure", "stop"):
            run += [p] if run or p.kind != "space" else []
            continue
        while run and run[-1].kind == "space":
            run.pop()
        if len(run) > 2 and run[0].text in ("a", "A", "I") and run[1].kind == "space" and run[2].kind == "name":
            run = run[2:]
        if run:
            yield run
        run = []


def _is_whole(run: Sequence[Part], goes_on: bool) -> bool:
    """Does it begin and end with something, also on either side of its relations, its brackets closed?

    A row that `goes_on` begins with a relation.
    """
    depth = 0
    run = run[1:] if goes_on and run[0].kind == "relation" else run
    previous: Part | None = None
    for p in run:
        if p.kind == "space":
            continue
        depth += (p.kind == "open") - (p.kind == "close")
        opening = previous is None or previous.kind == "relation"
        if (
            depth < 0
            or (p.text == "," and not depth)
            or (opening and (p.kind in ("relation", "close") or p.text in "*/·⋅×⊙∘^,+"))
        ):
            return False
        if (
            previous is not None
            and previous.kind == "sign"
            and previous.text not in BARS
            and p.kind in ("relation", "close")
        ):
            return False
        previous = p
    bars = sum(p.text in BARS for p in run)
    ended = previous is not None and (previous.kind not in ("relation", "sign", "open") or previous.text in BARS)
    return depth == 0 and ended and bars % 2 == 0


def _latex(run: Sequence[Part]) -> str:
    written = (
        _written(p).rstrip() if p.kind == "name" and q.kind == "number" else _written(p)
        for p, q in pairwise((*run, END))
    )
    return _rooted("".join(written))


def _written(p: Part) -> str:
    if p.kind == "range":
        letter, first, last = p.text[0], re.search(r"[01]", p.text), p.text[-1]
        return f"{letter} = {first[0] if first else 1}, \\dots, {last}"
    if p.kind == "relation":
        return RELATIONS.get(p.text, p.text)
    m = re.fullmatch(NAMED, p.text) if p.kind == "name" else None
    if m is None:
        return p.text
    base = m["base"]
    total = base == "Σ" and (m["scripts"] or not m["primes"])
    letter = r"\sum" if total else FUNCTIONS.get(base) or (f"\\{base}" if f"\\{base}" in WORDS else _letters(base))
    scripts = "".join(_script(s, base) for s in re.findall(SCRIPT, m["scripts"]))
    space = " " if letter.startswith("\\") and not scripts and letter[-1].isalpha() else ""
    return letter + m["primes"] + scripts + m["more"] + space


def _letters(base: str) -> str:
    return base if len(base) == 1 or base[1] in MARKS else rf"\mathrm{{{base}}}"


def _script(s: str, base: str) -> str:
    if s[0] not in "_^":
        return s
    if s[1] == "{":
        return re.sub(r"_([A-Za-z]{2,3})(?![A-Za-z{])", r"_{\1}", s)  # `∇_{w_kj}`
    inner = s[2:-1] if s[1] == "(" else s[1:]
    if s[1] == "(" and ("_" in inner or base == "e"):
        inner = _latex(_parts(inner, 0, set()))
    elif inner in LABELS or (inner.isalpha() and inner.isascii() and len(inner) > 3):
        inner = rf"\text{{{inner}}}"
    layer = s[0] == "^" and s[1] == "(" and base != "e"
    return f"{s[0]}{{({inner})}}" if layer else f"{s[0]}{{{inner}}}"


def _rooted(latex: str) -> str:
    r"""`\sqrt (x)` as `\sqrt{x}`."""
    while (m := re.search(r"\\sqrt\s*\(", latex)) is not None:
        depth, end = 1, m.end()
        while end < len(latex) and depth:
            depth += (latex[end] == "(") - (latex[end] == ")")
            end += 1
        latex = f"{latex[: m.start()]}\\sqrt{{{latex[m.end() : end - 1]}}}{latex[end:]}"
    return latex
