r"""docs/writing.md says what can be typed: every example in it is typed here, and read as it says."""

from __future__ import annotations

from pathlib import Path

import pytest

from symderiv.derive import derive
from symderiv.load import goals, load_text
from symderiv.verify import verify

GUIDE = (Path(__file__).resolve().parent.parent / "docs" / "writing.md").read_text(encoding="utf-8")
EXAMPLES = {
    r"\sum_{j \ne i} w_{ij} x_j": (r"$$a_i = \sum_{j \ne i} w_{ij} x_j$$ ($1 \le i, j \le N$)", r"\sum_{i=1}^{N} a_i"),
    r"\sum_{i<j} w_{ij} s_i s_j": (
        r"$$e = \sum_{i<j} w_{ij} s_i s_j + \sum_{i=1}^{N} b_i s_i$$",
        "e^2",
    ),
    r"\sum_{j=1, j \ne i}^{N}": (r"$$a_i = \sum_{j=1, j \ne i}^{N} w_{ij} x_j$$ ($1 \le i \le N$)", r"\sum_i a_i"),
    r"\sum_{i,j=1}^{N} c_{ij}": (r"$$e = \sum_{i,j=1}^{N} c_{ij}$$", "e^2"),
    r"[i = 2p]": (r"$$s_i = \sum_{p=1}^{P} d_p [i = 2p]$$ ($1 \le i \le 2P$)", r"\sum_{i=1}^{2P} f(s_i)"),
    r"\mathbb{1}[i \le j]": (r"$$e = \sum_{i=1}^{N} \sum_{j=1}^{N} \mathbb{1}[i \le j] w_{ij}$$", "e^2"),
    r"\mathbb{1}(z_i > 0)": (r"$$r_i = z_i \mathbb{1}(z_i > 0)$$ ($1 \le i \le N$)", r"\sum_{i=1}^{N} r_i^2"),
    r"\delta_{ij}": (r"$$e = \sum_{i=1}^{N} \sum_{j=1}^{N} \delta_{ij} w_{ij}$$", "e^2"),
    r"\begin{cases} z_i & z_i > 0 \\ a z_i & \text{otherwise} \end{cases}": (
        r"$$r_i = \begin{cases} z_i & z_i > 0 \\ a z_i & \text{otherwise} \end{cases}$$ ($1 \le i \le N$)",
        r"\sum_{i=1}^{N} r_i^2",
    ),
    r"e^{-z}": (r"$$y = \frac{1}{1 + e^{-z}}$$ $$z = w x$$", "y^2"),
    r"\sigma(z)(1 - \sigma(z))": (r"$$y = \sigma(z)(1 - \sigma(z))$$ $$z = w x$$", "y^2"),
    r"\max(0, z)": (r"$$y = \max(0, z)$$ $$z = w x$$", "y^2"),
    r"|w_i|": (r"$$y = \sum_{i=1}^{N} |w_i|$$", "y^2"),
    r"\sqrt{v + \epsilon}": (r"$$y = \frac{w}{\sqrt{v + \epsilon}}$$ $$v = \sum_{i=1}^{N} x_i$$", "y^2"),
    r"x / 2": (r"$$y = w x / 2$$", "y^2"),
    r"\log w x": (r"$$y = \log w x$$", "y^2"),
    r"f(x) = \frac{x}{1+|x|}": (r"$$f(x) = \frac{x}{1+|x|}$$ $$y = f(w)$$", "y^2"),
}


@pytest.mark.parametrize("example", [e for e, page in EXAMPLES.items() if page])
def test_an_example_is_in_the_guide_and_is_read(example: str) -> None:
    assert example in GUIDE.replace(r"\|", "|"), f"document `{example}`"
    page = EXAMPLES[example]
    assert page is not None
    definitions, objective = page
    assert example in definitions
    system = load_text(f"{definitions}\n\n$$E = {objective}$$")
    for goal in goals(system):
        assert verify(derive(system, goal)).passed
