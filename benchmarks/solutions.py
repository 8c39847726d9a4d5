r"""Solutions as a class hands them in: every one different, right or with slips typed into single lines.

Each claim about a two-layer perceptron is there in the ways that people write it: from a delta, from the chain rule,
all put in, in one line or in a chain. A solution takes a selection of the claims, a way for each, letters, an order of
scripts, kinds of displays, and words around them.
"""

from __future__ import annotations

import random
import re
from dataclasses import dataclass

NETWORK = r"""
$$net_i^{(2)} = \sum_{j=1}^{J} w_{i,j}^{(2)} x_j + b_i^{(2)}$$ ( $1 \le i \le I$ )

$$o_i^{(2)} = f(net_i^{(2)}), \quad o_k^{(3)} = f(net_k^{(3)})$$

$$net_k^{(3)} = \sum_{i=1}^{I} w_{k,i}^{(3)} o_i^{(2)} + b_k^{(3)}$$ ( $1 \le k \le K$ )

$$E = \frac{1}{2} \sum_{k=1}^{K} (o_k^{(3)} - t_k)^2$$
"""

NAMES = (
    r"\delta_k^{(3)} = \frac{\partial E}{\partial net_k^{(3)}}",
    r"\delta_i^{(2)} = \frac{\partial E}{\partial net_i^{(2)}}",
)
"""What every solution begins with."""

CLAIMS: tuple[tuple[str, tuple[str, ...]], ...] = (
    (
        r"\frac{\partial E}{\partial o_k^{(3)}}",
        (
            r"o_k^{(3)} - t_k",
            r"-(t_k - o_k^{(3)})",
            r"\frac{1}{2} \cdot 2 (o_k^{(3)} - t_k) = o_k^{(3)} - t_k",
        ),
    ),
    (r"\frac{\partial o_k^{(3)}}{\partial net_k^{(3)}}", (r"f'(net_k^{(3)})",)),
    (r"\frac{\partial o_k^{(3)}}{\partial net_A^{(3)}}", (r"\delta_{k,A} f'(net_k^{(3)})", r"[k = A] f'(net_A^{(3)})")),
    (
        r"\delta_k^{(3)}",
        (
            r"(o_k^{(3)} - t_k) f'(net_k^{(3)})",
            r"\frac{\partial E}{\partial o_k^{(3)}} \frac{\partial o_k^{(3)}}{\partial net_k^{(3)}}"
            r" = (o_k^{(3)} - t_k) f'(net_k^{(3)})",
            r"\sum_{A=1}^{K} \frac{\partial E}{\partial o_A^{(3)}} \frac{\partial o_A^{(3)}}{\partial net_k^{(3)}}",
        ),
    ),
    (
        r"\frac{\partial net_k^{(3)}}{\partial w_{k,i}^{(3)}}",
        (
            r"o_i^{(2)}",
            r"\frac{\partial}{\partial w_{k,i}^{(3)}} \sum_{A=1}^{I} w_{k,A}^{(3)} o_A^{(2)} = o_i^{(2)}",
        ),
    ),
    (
        r"\frac{\partial E}{\partial w_{k,i}^{(3)}}",
        (
            r"\delta_k^{(3)} o_i^{(2)}",
            r"(o_k^{(3)} - t_k) f'(net_k^{(3)}) o_i^{(2)}",
            r"\frac{\partial E}{\partial net_k^{(3)}} \frac{\partial net_k^{(3)}}{\partial w_{k,i}^{(3)}}"
            r" = \delta_k^{(3)} o_i^{(2)}",
            r"\sum_{A=1}^{K} \delta_A^{(3)} \frac{\partial net_A^{(3)}}{\partial w_{k,i}^{(3)}}"
            r" = \delta_k^{(3)} o_i^{(2)}",
        ),
    ),
    (
        r"\frac{\partial E}{\partial b_k^{(3)}}",
        (r"\delta_k^{(3)}", r"\sum_{A=1}^{K} \delta_A^{(3)} \delta_{k,A} = \delta_k^{(3)}"),
    ),
    (
        r"\frac{\partial E}{\partial o_i^{(2)}}",
        (
            r"\sum_{A=1}^{K} \delta_A^{(3)} w_{A,i}^{(3)}",
            r"\sum_A \frac{\partial E}{\partial net_A^{(3)}} \frac{\partial net_A^{(3)}}{\partial o_i^{(2)}}"
            r" = \sum_A w_{A,i}^{(3)} \delta_A^{(3)}",
            r"\sum_{A=1}^{K} (o_A^{(3)} - t_A) f'(net_A^{(3)}) w_{A,i}^{(3)}",
        ),
    ),
    (
        r"\delta_i^{(2)}",
        (
            r"f'(net_i^{(2)}) \sum_{A=1}^{K} w_{A,i}^{(3)} \delta_A^{(3)}",
            r"\left( \sum_{A=1}^{K} \delta_A^{(3)} w_{A,i}^{(3)} \right) f'(net_i^{(2)})",
            r"\frac{\partial E}{\partial o_i^{(2)}} f'(net_i^{(2)})"
            r" = \sum_{A=1}^{K} \delta_A^{(3)} w_{A,i}^{(3)} f'(net_i^{(2)})",
        ),
    ),
    (
        r"\frac{\partial E}{\partial w_{i,j}^{(2)}}",
        (
            r"\delta_i^{(2)} x_j",
            r"\sum_{A=1}^{K} (o_A^{(3)} - t_A) f'(net_A^{(3)}) w_{A,i}^{(3)} f'(net_i^{(2)}) x_j",
            r"\sum_{A=1}^{K} \delta_A^{(3)} \frac{\partial net_A^{(3)}}{\partial w_{i,j}^{(2)}}"
            r" = x_j f'(net_i^{(2)}) \sum_{A=1}^{K} \delta_A^{(3)} w_{A,i}^{(3)}",
        ),
    ),
    (
        r"\frac{\partial E}{\partial b_i^{(2)}}",
        (r"\delta_i^{(2)}", r"f'(net_i^{(2)}) \sum_{A=1}^{K} \delta_A^{(3)} w_{A,i}^{(3)}"),
    ),
    (
        r"\frac{\partial E}{\partial x_j}",
        (
            r"\sum_{B=1}^{I} w_{B,j}^{(2)} \delta_B^{(2)}",
            r"\sum_{B=1}^{I} w_{B,j}^{(2)} f'(net_B^{(2)}) \sum_{A=1}^{K} \delta_A^{(3)} w_{A,B}^{(3)}",
        ),
    ),
    (r"\frac{\partial net_k^{(3)}}{\partial net_i^{(2)}}", (r"w_{k,i}^{(3)} f'(net_i^{(2)})",)),
)
"""Left sides, with ways to go on; A and B stand for the letters of sums."""

SLIPS = (
    ("f'(", "f("),
    ("o_i^{(2)}", "o_k^{(2)}"),
    ("^{(3)} - t_", "^{(3)} + t_"),
    (" x_j", ""),
    ("x_j", "x_i"),
    ("w_{A,i}^{(3)}", "w_{i,A}^{(3)}"),
    (r"\sum_{A=1}^{K} ", ""),
    ("^{K}", "^{K-1}"),
    (r"\delta_A^{(3)}", r"\delta_A^{(2)}"),
    ("f'(net_i^{(2)})", "f'(o_i^{(2)})"),
    ("f'(net_k^{(3)}) ", ""),
    ("f'(net_i^{(2)}) ", ""),
    ("w_{B,j}^{(2)}", "w_{B,j}^{(3)}"),
)
"""What is typed instead."""

WORDS = ("Then", "By the chain rule,", "よって", "連鎖律より，", "Hence we get", "", "", "ここで", "Therefore")
LETTERS = "hlmnpqrsu"


@dataclass(frozen=True)
class Solution:
    """The text of a page, and how many of its lines were spoilt."""

    text: str
    slips: int


def solution(rng: random.Random, lines: int, slips: int) -> Solution:
    """One solution of so many claims, with a slip typed into (at most) so many of them."""
    chosen = sorted(rng.sample(range(len(CLAIMS)), lines))
    typed = [(CLAIMS[n][0], rng.choice(CLAIMS[n][1])) for n in chosen]
    made = 0
    for n in rng.sample(range(lines), lines):
        left, right = typed[n]
        possible = [s for s in SLIPS if s[0] in right]
        if made < slips and possible:
            old, new = rng.choice(possible)
            start = right.rfind(old)
            typed[n] = left, right[:start] + new + right[start + len(old) :]
            made += 1
    a, b = rng.sample(LETTERS, 2)
    upper_first = rng.random() < 0.3
    parts = [f"Solution {rng.randrange(10**6)}\n"]
    for line in (*NAMES, *(f"{left} = {right}" for left, right in typed)):
        text = re.sub(r"(?<![A-Za-z])A(?![A-Za-z])", a, re.sub(r"(?<![A-Za-z])B(?![A-Za-z])", b, line))
        if upper_first:
            text = re.sub(r"_(\w|\{[^{}]*\})(\^\{\(\d\)\})", r"\2_\1", text)
        parts.append(f"{rng.choice(WORDS)}\n{_displayed(text, rng)}\n")
    return Solution("\n".join(parts), made)


def _displayed(text: str, rng: random.Random) -> str:
    kind = rng.random()
    if kind < 0.15:
        return "\\begin{equation}\n" + text + "\n\\end{equation}"
    if kind < 0.3 and text.count(" = ") > 1:
        first, rest = text.split(" = ", 1)
        return "\\begin{align}\n" + first + " &= " + rest.replace(" = ", " \\\\\n&= ") + "\n\\end{align}"
    return f"$${text}$$"
