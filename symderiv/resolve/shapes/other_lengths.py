r"""Two shapes for one letter: `$x$ is an $n$-by-1 vector` in one part, `x_1, \dots, x_n \in \mathbb{R}^k` in the next.

If x had n numbers for its entries, `x_i` would be one of these and no vector. So the page has two things of that
letter, and which of them a bare x is nobody says.
"""

from __future__ import annotations

from collections.abc import Sequence

from .declared import Declared


def without_other_lengths(declared: Sequence[tuple[str, Declared]]) -> list[tuple[str, Declared]]:
    """The shapes, without those of bare letters which are vectors of another length where they carry an index."""
    numbered = {(base, d.sizes) for base, d in declared if d.kind in ("c", "r") and len(d.pieces) == 1}

    def contradicts(base: str, d: Declared) -> bool:
        lengths = {sizes for other, sizes in numbered if other == base}
        return d.kind in ("c", "r") and not d.pieces and bool(lengths) and d.sizes not in lengths

    return [(base, d) for base, d in declared if not contradicts(base, d)]
