r"""Breaks between the parts of a formula: which part statements, which only lay out.

A row that begins with a relation continues the chain, with a sign or operator the term; so does what follows `\quad`.
A `&` behind an equation that has its relation begins another column (`a &= b & c &= d`), as `&&` does.
"""

from __future__ import annotations

from ..errors import AmbiguousError
from ..notation import EQUALITIES
from .lexer import Token, fail
from .pairing import CASES
from .source import Source
from .tokens import BREAKS, CLOSING, CONNECTORS, LOOSE, OPENERS, awaits, is_word, left_side, relation_ahead


def without_breaks(tokens: list[Token], source: Source) -> list[Token]:
    """Drop the breaks that only lay out; turn those between equations in parentheses into commas."""
    out: list[Token] = []
    held: list[Token] = []  # tags and labels, which belong to the end of their statement
    stack: list[str] = []  # '(' relational bracket, 'b' bracket, '{' braces, 'c' cases, 's' rows under a sum
    at = 0
    while at < len(tokens):
        token = tokens[at]
        kind = token.kind
        if kind in OPENERS:
            stack.append(_scope(tokens, at))
        elif kind in CLOSING and stack:
            stack.pop()
        elif kind == "stop" and not stack and _ends(tokens, at + 1):
            at += 1
            continue
        if kind == "raw" or (kind == "text" and not stack and _is_remark(tokens, at, out)):
            held.append(token if kind == "raw" else Token("raw", f"note:{token.text}", token.start, token.end))
            at += 1
            continue
        if kind == "gap" and stack and stack[-1] in "cs":
            at += 1
            continue
        if kind not in BREAKS or (stack and stack[-1] in "cs"):
            out.append(token)
            at += 1
            continue
        end = at
        while end < len(tokens) and tokens[end].kind in BREAKS:
            end += 1
        found = _cluster(tokens, at, end, out, stack, source)
        if found is not None:
            if not stack:
                out += held
                held = []
            out.append(found)
        at = end
    while out and out[-1].kind in ("comma", "row", "quad"):
        out.pop()
    return out + held


def _ends(tokens: list[Token], at: int) -> bool:
    r"""Is nothing left of the row but tags and labels?"""
    while at < len(tokens) and tokens[at].kind == "raw":
        at += 1
    return at == len(tokens) or tokens[at].kind in BREAKS


def _is_remark(tokens: list[Token], at: int, out: list[Token]) -> bool:
    """Whether words stand between two parts of one chain: `= b \\text{ (chain rule)} \\\\ = c`."""
    following = at + 1
    while following < len(tokens) and tokens[following].kind in ("raw", "text", *BREAKS):
        following += 1
    if following == len(tokens) or tokens[following].kind != "rel" or is_word(tokens[at].text):
        return False
    if out and out[-1].kind == "quad":
        out.pop()
    if out and out[-1].text == r"\leftarrow":
        out.pop()
    return bool(out) and out[-1].kind not in ("row", "comma")


def _scope(tokens: list[Token], at: int) -> str:
    token = tokens[at]
    if token.text == CASES:
        return "c"
    if token.kind == "{":
        return "s" if at and tokens[at - 1].kind == "substack" else "{"
    depth = 0
    for other in tokens[at:]:
        depth += (other.kind in OPENERS) - (other.kind in CLOSING)
        if depth == 0:
            break
        if depth == 1 and other.kind == "rel":
            return "("
    return "b"


def _cluster(
    tokens: list[Token], at: int, end: int, out: list[Token], stack: list[str], source: Source
) -> Token | None:
    """What the breaks `tokens[at:end]`, which stand between `out[-1]` and `tokens[end]`, come to; None for nothing."""
    kinds = {t.kind for t in tokens[at:end]}
    doubled = sum(t.kind == "amp" for t in tokens[at:end]) > 1
    before = out[-1] if out else None
    following = end
    while following < len(tokens) and tokens[following].kind == "raw":
        following += 1
    after = tokens[following] if following < len(tokens) else None
    if (
        before is None
        or after is None
        or (kinds <= LOOSE and (stack or not (doubled or _parts_columns(tokens, end, out))))
    ):
        return None
    if before.kind in CONNECTORS or after.kind in ("rel", "op"):
        if after.kind == "rel" and "row" in kinds and not stack and before.kind not in CONNECTORS:
            return Token("again", "", after.start, after.start)
        return None
    token = next((t for t in tokens[at:end] if t.kind not in LOOSE), tokens[at])
    if stack:
        if before.kind in ("comma", *OPENERS) or after.kind in ("comma", "sign", *CLOSING):
            return None
        if stack[-1] == "(":
            return Token("comma", ",", token.start, token.end)
        if "row" in kinds:
            hint = r"put the operator at the end or the beginning of a row, e.g. `\cdot` or `+`"
            fail(source, token.span, "a row ends inside parentheses without an operator", hint)
        return None
    if after.kind == "sign" and not _starts_anew(tokens, at, following, source):
        return None
    if before.kind == "comma":
        if after.kind == "dots" or (len(out) > 1 and out[-2].kind == "dots"):
            return None
        out.pop()
    return Token("row" if "row" in kinds else "quad", "", token.start, token.end)


def _parts_columns(tokens: list[Token], end: int, out: list[Token]) -> bool:
    """Does a `&` stand between two equations, each with its relation (`a &= b & c &= d`)?"""
    if tokens[end - 1].kind == "gap" and (awaits(out) or not _is_left_side(tokens, end)):
        return False
    return relation_ahead(tokens[end:]) and relation_ahead(reversed(out))


def _is_left_side(tokens: list[Token], at: int) -> bool:
    """Does one name with its scripts, or one fraction, stand right before the next relation (no wide space between)?"""
    end = left_side(tokens, at)
    while 0 < end < len(tokens) and tokens[end].kind in ("amp", "raw"):
        end += 1
    return 0 < end < len(tokens) and tokens[end].kind == "rel"


def _starts_anew(tokens: list[Token], at: int, end: int, source: Source) -> bool:
    """Whether the sign at `end` begins a new equation (`\\\\ -a &= b`) rather than the next term (`\\\\ &- b`)."""
    depth, amp, relation = 0, -1, None
    for n in range(end, len(tokens)):
        kind = tokens[n].kind
        depth += (kind in OPENERS) - (kind in CLOSING)
        if depth:
            continue
        if kind == "amp" and amp < 0:
            amp = n
        elif kind in ("row", "quad", "arrow"):
            break
        elif kind == "rel" and relation is None:
            relation = tokens[n]
    if relation is None:
        return False
    rows = [n for n in range(at, end) if tokens[n].kind == "row"]
    if rows and any(tokens[n].kind == "amp" for n in range(rows[-1], end)):
        return False  # the sign stands right of the alignment mark
    if amp >= 0 or relation.text not in EQUALITIES:
        return True
    if tokens[end].text == "+":
        return False
    cause = "a line that begins with `-` and holds `=`: it continues the term above, or is an equation of its own"
    hint = "put `&` before the sign to continue, or move the sign behind `=` to begin anew"
    raise AmbiguousError(cause, source.place(tokens[end].span), hint)
