r"""Macros of packages that documents load and do not define: `physics`, `derivative`, `diffcoeff`, `commath`, `beamer`,
and of plain TeX.

A row is a macro for every number of arguments in braces; the one that fits what stands behind the command is used. With
an argument in brackets (`\pdv[2]{f}{x}`), it comes first. What a document defines itself goes before.
"""

from __future__ import annotations

from types import MappingProxyType


def _derivative(d: str) -> dict[tuple[int, bool], str]:
    return {
        (1, False): rf"\frac{{{d}}}{{{d} #1}}",
        (2, False): rf"\frac{{{d} #1}}{{{d} #2}}",
        (3, False): rf"\frac{{{d}^2 #1}}{{{d} #2 {d} #3}}",
        (1, True): rf"\frac{{{d}^{{#1}}}}{{{d} #2^{{#1}}}}",
        (2, True): rf"\frac{{{d}^{{#1}} #2}}{{{d} #3^{{#1}}}}",
    }


def _one(body: str) -> dict[tuple[int, bool], str]:
    return {(1, False): body}


def _environments(names: str) -> dict[str, dict[tuple[int, bool], str]]:
    r"""Commands of plain TeX for what LaTeX has as environments, `\cases{a & b \cr c & d}`."""
    return {rf"\{x}": _one(rf"\begin{{{x}}} #1 \end{{{x}}}") for x in names.split()}


def _overlaid() -> dict[tuple[int, bool], str]:
    return {(0, False): "", (1, False): "#1"}


def _chosen() -> dict[tuple[int, bool], str]:
    """A binomial coefficient by its factorials."""
    return {(2, False): r"\frac{\left( #1 \right)!}{\left( #2 \right)! \left( #1 - \left( #2 \right) \right)!}"}


PARTIAL = (r"\pdv", r"\pd", r"\pderiv", r"\pderivative", r"\partialderivative", r"\diffp")
"""Names under which people have a partial derivative, of a package or their own."""
PACKAGES = MappingProxyType(
    {
        **dict.fromkeys(
            (r"\pdv", r"\pd", r"\pderiv", r"\pderivative", r"\partialderivative", r"\diffp"), _derivative(r"\partial")
        ),
        **dict.fromkeys((r"\dv", r"\odv", r"\derivative"), _derivative("d")),
        **_environments("matrix pmatrix bmatrix cases"),
        r"\abs": _one(r"\left| #1 \right|"),
        r"\absolutevalue": _one(r"\left| #1 \right|"),
        r"\norm": _one(r"\left\| #1 \right\|"),
        r"\smashoperator": {(1, False): "#1", (1, True): "#2"},
        **dict.fromkeys((r"\mathclap", r"\mathllap", r"\mathrlap", r"\clap"), _one("#1")),
        **dict.fromkeys((r"\alert", r"\uncover", r"\visible", r"\only", r"\onslide", r"\structure"), _overlaid()),
        **dict.fromkeys((r"\binom", r"\dbinom", r"\tbinom"), _chosen()),
        r"\cancelto": {(2, False): r"\underbrace{\cancel{#2}}_{=#1}"},
        r"\inner": {(2, False): r"\langle #1 , #2 \rangle"},
        r"\vb": _one(r"\mathbf{#1}"),
        r"\vectorbold": _one(r"\mathbf{#1}"),
        r"\va": _one(r"\vec{#1}"),
        r"\vu": _one(r"\hat{#1}"),
        r"\grad": {(0, False): r"\nabla"},
        r"\gradient": {(0, False): r"\nabla"},
        r"\qty": {(0, False): "", (1, False): r"\left( #1 \right)"},
        r"\quantity": {(0, False): "", (1, False): r"\left( #1 \right)"},
        r"\dd": {(0, False): "d", (1, False): "d #1"},
        r"\set": _one(r"\{ #1 \}"),
        r"\R": {(0, False): r"\mathbb{R}"},
        r"\RR": {(0, False): r"\mathbb{R}"},
        r"\reals": {(0, False): r"\mathbb{R}"},
    }
)
"""For each command its bodies by the number of arguments in braces and whether one in brackets goes before."""

STARRED = frozenset([r"\pdv", r"\dv", r"\qty", r"\abs", r"\norm", r"\vb"])
"""Those with a starred form that means the same."""
