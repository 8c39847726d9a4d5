r"""Sums over all states of some units, `Z = \sum_{\mathbf{x}} \exp(-\Phi(\mathbf{x}))`, written out with indices.

The states are the rows of a table: `x_i` is its entry `x_{\xi,i}`, a function of the state has the number of the row
for an index (`\Phi_\xi`), the sum runs over all rows, and a state that is data (`\mathbf{x}^{(k)}`) is the row with a
number that is looked up (`\Phi_{c_k}`, `x_{c_k,i}`). A line that holds for every table holds for the one of all
states. So that a line can be refuted, a table is only drawn with all states for its rows (`evaluate.all_states`): the
size that counts them has a name that says so.
"""

from __future__ import annotations

from .numbered import with_states_numbered

__all__ = ["with_states_numbered"]
