"""Whatever is typed: a reading with its problems, or an error that names a place; never anything else."""

from __future__ import annotations

import random
import re

import pytest

from symderiv.errors import ReadError
from symderiv.read import read_document

from .test_read import APART, LECTURE
from .test_resolve import BASIC, LAYERS
from .test_resolve_matrices import PAGE

PAGES = [
    LECTURE,
    APART,
    BASIC + r"$$\frac{\partial E}{\partial w_{ji}} = 2 (y_j - t_j) f'(a_j) x_i$$ ($k \ne j$)",
    LAYERS + r"$$\delta_i^l := \frac{\partial \mathcal{L}}{\partial z_i^l}$$ $$\delta^{(L)}_i = \phi'(z^{(L)}_i)$$",
    PAGE + r"$$\nabla_W F = 2 z x^T$$ $$F = \|z\|^2$$",
]
TOKEN = re.compile(r"\\[A-Za-z]+|[{}^_()\[\]$&]|[A-Za-z]+|[0-9]+|\S")
PIECES = [token for page in PAGES for token in TOKEN.findall(page)]


def mutated(rng: random.Random) -> str:
    text = rng.choice(PAGES)
    for _ in range(rng.randint(1, 5)):
        start, end = rng.choice([m.span() for m in TOKEN.finditer(text)])
        kind = rng.random()
        if kind < 0.3:
            text = text[:start] + text[end:]
        elif kind < 0.8:
            text = text[:start] + rng.choice(PIECES) + text[end:]
        else:
            text = f"{text[:start]} {rng.choice(PIECES)} {text[start:]}"
    return text


@pytest.mark.parametrize("seed", range(20))
def test_mutations(seed: int) -> None:
    rng = random.Random(seed)
    for _ in range(15):
        text = mutated(rng)
        try:
            reading = read_document(text)
        except ReadError:
            continue
        for problem in reading.problems:
            assert problem.cause, text
            assert problem.place is None or problem.place.line >= 1, text
        for claim in reading.claims:
            assert len(claim.members) == len(claim.relations) + 1
            assert len(claim.spans) == len(claim.members)


def test_a_mutation_is_noticed() -> None:
    """The mutations are not all harmless: many make a page that cannot be read whole."""
    rng = random.Random(0)
    broken = 0
    for _ in range(30):
        try:
            broken += bool(read_document(mutated(rng)).problems)
        except ReadError:
            broken += 1
    assert broken >= 8
