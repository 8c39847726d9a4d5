r"""Entries of what carries an index of its own: `{h_t}_m` and `(h_t)_m` are `h_{t,m}` where t runs over something.

What stands below within the braces may be a label, the c of `(U_c)_{ij}`: it is an index where a sum binds it or the
page gives it a range. Then all of the names of that letter must carry such an index there, a shift of it, a number or
the end of its range. `h_{t_m}` is the same entry on such a page, unless a `t_m` stands elsewhere, too: a `c_{m_i}` may
be looked up instead.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import replace

from ....latex import tree as t
from ....latex.tree import BigSum, Chain, Group, Name, Node, Number, Script, Scripted, Statement
from ....latex.walking import rebuilt
from ...asked import any_of
from ...located import Located, read_of, with_statements
from ...shape import Stem, letter_of, letters_in, shifted, stem_of


def _has_entry(s: Statement) -> bool:
    return any(_entry(x) is not None for x in t.of_kind(s, Scripted))


def with_steps_joined(located: Sequence[Located], ranges: Mapping[str, object]) -> list[Located]:
    r"""The formulas of a document with such entries as names; `ranges` are those of the front matter, as typed.

    >>> from symderiv.document import parse_document, read_formulas
    >>> page = r"$${h_t}_m = \tanh({p_t}_m)$$ $$E = \sum_{t=1}^T {h_t}_m$$"
    >>> found = with_steps_joined(read_formulas(parse_document(page)), {})
    >>> [len(t.of_kind(f, Scripted)) for _, f in found]
    [0, 0]
    """
    if not any_of(located, _has_entry):
        return list(located)
    statements = [s for f in read_of(located) for s in f.statements]
    running = {*ranges, *(x for s in statements for x in _running(s))}
    steps: dict[Stem, list[Node]] = {}
    for x in (x for s in statements for x in t.of_kind(s, Scripted)):
        if (inner := _entry(x)) is not None:
            steps.setdefault(stem_of(inner), []).append(inner.scripts[0].entries[0])
    joined = {stem for stem, found in steps.items() if _are_indices(found, running)}
    if not joined:
        return list(located)
    names = [x for s in statements for x in t.of_kind(s, Name)]
    below = {id(e) for x in names if _nested(x) is not None for e in x.scripts[0].entries}
    indexed = {x.base for x in names if x.scripts and id(x) not in below}

    def change(x: object) -> Node | None:
        inner = _entry(x) if isinstance(x, Scripted) else None
        if inner is not None and isinstance(x, Scripted) and stem_of(inner) in joined:
            return _joined(inner, inner.scripts[0].entries[0], x.scripts, x.primes)
        step = _nested(x)
        if step is None or not isinstance(x, Name) or stem_of(x) not in joined or step.base in indexed:
            return None
        return _joined(x, replace(step, scripts=()), step.scripts, 0)

    return with_statements(located, lambda s: rebuilt(s, change))


def _entry(x: Scripted) -> Name | None:
    """The h_t of `{h_t}_m`."""
    group = x.base
    inner = group.items[0] if isinstance(group, Group) and group.open in ("{", "(") and len(group.items) == 1 else None
    lowers = [s for s in x.scripts if not s.above]
    if not isinstance(inner, Name) or inner.primes or len(lowers) != 1 or not _is_below(inner.scripts):
        return None
    return inner if all(letter_of(e) or isinstance(e, Number) for e in lowers[0].entries) else None


def _is_below(scripts: tuple[Script, ...]) -> bool:
    return len(scripts) == 1 and not scripts[0].above and len(scripts[0].entries) == 1


def _nested(x: object) -> Name | None:
    """The t_m below a name that carries nothing else."""
    entry = x.scripts[0].entries[0] if isinstance(x, Name) and _is_below(x.scripts) else None
    return entry if isinstance(entry, Name) and _is_below(entry.scripts) else None


def _joined(name: Name, step: Node, scripts: tuple[Script, ...], primes: int) -> Name:
    """The name with its own index and those of the entry below, and with what stands above the entry."""
    lower = next(s for s in scripts if not s.above)
    both = replace(lower, entries=(step, *lower.entries), commas=True)
    return replace(name, scripts=(both, *(s for s in scripts if s.above)), primes=primes)


def _are_indices(found: Sequence[Node], running: Set[str]) -> bool:
    """Is every one a letter that runs, a shift of it, a number or a capital, and one of them such a letter?"""
    shifts = [shifted(x) for x in found]
    led = any(letter in running for letter, _ in shifts)
    return led and all(
        letter == "" or letter in running or (letter is not None and letter.isupper()) for letter, _ in shifts
    )


def _running(s: Statement) -> Iterator[str]:
    """The letters that sums bind and that conditions give a range."""
    for x in t.of_kind(s, BigSum):
        for c in x.below:
            yield from letters_in(c.members[0] if isinstance(c, Chain) and c.relations[0] in ("=", r"\in") else c)
    for c in (s.chain, *s.conditions):
        if not isinstance(c, Chain):
            continue
        listed = c.relations == ("=",) and isinstance(c.members[1], t.Listing)
        between = len(c.members) > 2 and set(c.relations) <= {r"\le", "<"}
        for m in c.members[:1] if listed else c.members[1:-1] if between else ():
            yield from (letter for y in t.listed(m) if (letter := letter_of(y)) is not None)
