r"""Documents that declare shapes (`W \in \mathbb{R}^{m \times n}`): arrays rewritten into indices, tree by tree.

array      arrays with their sizes and entries, as trees
declared   what a document says of shapes
algebra    products, sums, norms of arrays
reader     trees to arrays
rewrite    equations of arrays to equations of entries
"""

from __future__ import annotations

from .rewrite import in_indices

__all__ = ["in_indices"]
