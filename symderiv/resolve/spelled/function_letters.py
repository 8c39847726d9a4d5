"""Letters that name functions, and letters that are numbers before a parenthesis."""

from __future__ import annotations

GREEK_FUNCTIONS = {r"\sigma": "sigma"}
"""Letters that are functions wherever the document does not say otherwise."""

FUNCTION_LETTERS = frozenset(
    [*"fghFGH", r"\ell", r"\phi", r"\varphi", r"\psi", r"\Phi", r"\Psi", r"\Gamma", r"\rho", "act", r"\sigma"]
)
"""Letters that are taken for functions where every occurrence has a parenthesis."""

COEFFICIENTS = frozenset(
    [r"\alpha", r"\beta", r"\gamma", r"\epsilon", r"\varepsilon", r"\eta", r"\kappa", r"\lambda", r"\mu", r"\nu"]
)
"""Letters that are numbers before a sum in parentheses, `\\lambda (a_i - b_i)`, where nothing makes them functions."""
RATES = frozenset([r"\alpha", r"\beta", r"\kappa", r"\lambda"])
"""Those that are so before any sum, if they stand there more than once."""
WEIGHTS = COEFFICIENTS | {r"\rho", "C"}
"""Letters that are numbers before the power of a sum in parentheses, `\\rho (a - b)^2`."""
