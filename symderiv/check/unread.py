"""What could not be read, as claims and links of the report, each with the place where it stands."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from ..errors import Place, ReadError, ShapeError, SymderivError
from ..expr import Expr, variables
from ..latex.source import Offsets
from ..pattern import lazily
from ..read import Reading, Unread, Written
from ..resolve.definitions.lost_lines import names_left
from ..resolve.spelled.keys import split_key
from ..resolve.told.untold import stands_in
from ..step import Judgement
from ..system import System
from .reasons.diagnose import of_problem
from .report import JudgedClaim, JudgedLink

SMALL = lazily(r"((?:\\[A-Za-z]+\{)?)([a-z])(\}?)")
"""The letter of a vector,"""
OPENING = lazily(r"(\\[A-Za-z]+)?\{[^{}]*\Z")
ALONE = lazily(r"\s*(\\?[A-Z][a-z]*|[A-Z])\s*(?:[_^](?:\{[^{}]*\}|\\?\w+)\s*)*")
"""A capital alone, with what stands above and below it: `\\Sigma_k^{-1}`."""
LABELLED = lazily(
    r"(?<![A-Za-z\\{])(?P<bare>[A-HJ-Z])\s*_|(?P<font>\\(?:mathbf|mathcal|boldsymbol|bm)\s*\{\s*[A-HJ-Z]\s*\})\s*_"
)
"""A capital with something below, `M_{\\mathbf{w}}`, but for the identity `I_n`."""
LETTER = lazily(r"(?<![A-Za-z\\])[A-Z](?![A-Za-z])")
"""The letter of a matrix."""
WHOLE = lazily(r"([^=()\[\]]+)=\s*(?:\\left\s*)?[(\[]")
"""A whole with its entries behind it."""
CLOSING = lazily(r"\s*\}")


def balanced(latex: str, span: Offsets) -> Offsets:
    r"""The span, widened to the left by a command whose argument it ends in (`\boxed{a} = b` begins inside the box), to
    the right by braces that it opens.

    >>> balanced(r"\boxed{a} = b", (7, 13)), balanced(r"b = {(a)}", (0, 8))
    ((0, 13), (0, 9))
    """
    start, end = span
    part = latex[start:end].replace(r"\{", "").replace(r"\}", "")
    for _ in range(part.count("}") - part.count("{")):
        found = OPENING.search(latex[:start])
        if found is None:
            break
        start = found.start()
    for _ in range(part.count("{") - part.count("}")):
        closing = CLOSING.match(latex, end)
        end = end if closing is None else closing.end()
    return start, end


def _position(problem: ReadError) -> tuple[object, ...]:
    place = problem.place
    return (place.file, place.line, place.column) if place is not None else (problem.cause,)


def unreadable(
    latex: str, span: Offsets, problem: ReadError, written: Written, lang: str, lost: Iterable[str] = ()
) -> JudgedLink:
    """A link with a member that could not be read.

    Shapes that do not fit are wrong, but where the line has the letter of a name that is `lost`.
    """
    reason = replace(of_problem(problem, lang), span=_offsets(problem.place, written))
    sure = isinstance(problem, ShapeError) and not any(stands_in(base, written.latex) for base in lost)
    judgement = Judgement.WRONG if sure else Judgement.UNREADABLE
    return JudgedLink(latex, judgement, detail=problem.cause, span=span, reason=reason)


def names_lost(reading: Reading, system: System, beside: Iterable[Expr] = ()) -> frozenset[str]:
    """The letters of names of which no definition could be read: nothing is known of their shapes, either.

    So it is with names whose declaration is left out, with the capitals of these, which may list them, with names
    `beside` what does not fit that the network does not have, and with matrices in a definition that does not fit
    itself.
    """
    keys = [p.variable.key for p in system.pieces if p.body is not None]
    ranged = {(u.base, u.line) for u in reading.untold if u.kind == "range" and u.sure}
    lost = (u for u in reading.untold if u.kind == "name" and (not u.sure or (u.base, u.line) in ranged))
    found = frozenset(u.base for u in lost if not u.is_one_of(keys if u.key else filter(_is_unlabelled, keys)))
    known = {*system.variables(), system.objective}
    strange = frozenset(split_key(v.key)[0] for e in beside for v in variables(e) if v not in known)
    found -= {"d"}  # `d(XW) = ..` is about a differential
    listing = (x for base in found if (x := SMALL.fullmatch(base)) is not None)
    found |= {f"{x[1]}{x[2].upper()}{x[3]}" for x in listing}
    found |= {x for w in reading.claims if w.inline and any(map(_is_unread, w.members)) for x in _told(w.latex)}
    misfit = (w.latex for w in reading.claims if found and any(isinstance(m, ShapeError) for m in w.members))
    strange |= {base for x in misfit if any(stands_in(name, x) for name in found) for base in LETTER.findall(x)}
    return found | strange


def _is_unread(x: object) -> bool:
    return isinstance(x, ReadError)


def _told(latex: str) -> Iterator[str]:
    r"""The letter of a whole of which the entries are told, `a^l = (a_i^l)`; of `d\mathbf{z} = (dz_j)` all of it."""
    found = WHOLE.match(latex)
    if found is not None:
        yield from (found[1].strip(),) if found[1].lstrip().startswith("d") else names_left(found[1])


def _is_unlabelled(key: str) -> bool:
    """Does a variable carry no label? A definition of `H_3` that could be read is none of `H_1`."""
    _, above, below, _ = split_key(key)
    return all(label is None for label in (*above, *below))


def strangers_alone(written: Written, reading: Reading, system: System) -> frozenset[str]:
    r"""The capitals that are a whole member of a line, `W_k = \Sigma_k^{-1}`, or have a script, `M_{\mathbf{w}}`,
    and stand nowhere else on the page: they need be no numbers."""
    typed = [written.latex[slice(*span)] for span in written.spans if span is not None]
    found = {m[1] for x in typed if (m := ALONE.fullmatch(x)) is not None}
    found |= {m["bare"] or m["font"] for x in typed for m in LABELLED.finditer(x)}
    known = {split_key(v.key)[0] for v in (*system.variables(), system.objective) if v is not None}
    known |= {x.name[:1] for x in system.sizes}
    known |= {x for c in reading.beside for x in c.letters}
    others = [w.latex for w in reading.claims if w is not written]
    return frozenset(x for x in found - known if not any(stands_in(x, latex) for latex in others))


def _offsets(place: Place | None, written: Written) -> Offsets | None:
    """Where a place of the file lies in the LaTeX of its display; None where that cannot be told."""
    if place is None or not written.spans or place.file != written.place.file:
        return None
    latex, known = written.latex, written.spans[0][0]
    row = latex.count("\n", 0, known) + place.line - written.place.line
    starts = [0, *(n + 1 for n, c in enumerate(latex) if c == "\n")]
    if not 0 <= row < len(starts):
        return None
    indent = 0
    if row == 0:
        if "\n" in latex[:known]:
            return None
        indent = written.place.column - 1 - known
    start = starts[row] + place.column - 1 - indent
    return (start, min(start + place.width, len(latex))) if 0 <= start <= len(latex) else None


def unread_of(reading: Reading, lang: str = "en") -> Iterator[JudgedClaim]:
    """Everything that could not be read beside the chains: whole formulas, conditions, front matter."""
    told = {_position(m) for w in reading.claims for m in w.members if isinstance(m, ReadError) and w.claims}
    for u in reading.unread:
        told.add(_position(u.error))
        yield _unread(u, lang)
    for p in (*reading.problems, *reading.outside):
        if _position(p) not in told:
            told.add(_position(p))
            place = p.place or Place(1, 1)
            yield _unread(Unread(place.line, place.text.strip(), p), lang)


def without_network(reading: Reading, error: SymderivError, lang: str) -> Iterator[JudgedClaim]:
    """Every claim of a page whose network does not hold together: none of them means anything."""
    yield from unread_of(reading, lang)
    for w in reading.claims:
        if w.claims:
            problem = next((m for m in w.members if isinstance(m, ReadError)), None)
            link = JudgedLink(w.latex, Judgement.UNREADABLE, detail=f"without a network: {error.cause}")
            if problem is not None:
                link = unreadable(w.latex, (0, len(w.latex)), problem, w, lang)
            yield JudgedClaim(w.line, w.latex, (link,), w.struck, w.tag, file=w.place.file)


def _unread(u: Unread, lang: str) -> JudgedClaim:
    where = u.error.place
    position = "" if where is None else f" (line {where.line}, column {where.column})"
    reason = of_problem(u.error, lang)
    link = JudgedLink(u.latex, Judgement.UNREADABLE, detail=u.error.cause + position, reason=reason)
    return JudgedClaim(u.line, u.latex, (link,), file="" if where is None else where.file)
