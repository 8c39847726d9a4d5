"""The pages of `pages_alone` parted before their first judged line: what is above is the network that is given, what is
below the solution beside it. What is right on the whole page is not wrong then, and what is wrong is not right.

A part above that defines no network by itself is left out, and so are the pages of which the upper part means something
else when it stands alone.
"""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest

from symderiv.check.page import check
from symderiv.check.report import worst
from symderiv.errors import SymderivError
from symderiv.load import load_text
from symderiv.step import Judgement

from .judging import VERDICTS

PAGES = sorted((Path(__file__).parent / "pages_alone").glob("*.md"))
LABEL = re.compile(r"<!--\s*(right|wrong)\s*-->")
CHUNKS, PARTS = 3, 36
MEANS_ELSE = {
    "elastic_net": "says of which sign the weights are",
    "entrance_exam": "says what g is in one question",
    "entropy_by_layers": "no range of the layers without the lines below",
    "one_word_of_a_vocabulary": "has no loss",
    "basis_functions_of_a_vector": "numbers its basis functions otherwise",
    "explained_vectors": "says the length of its vectors below",
    "scores_of_other_vectors": "says the case of its lines above them",
}


def expected(text: str) -> dict[int, str]:
    """The label of each line on which a display opens."""
    found: dict[int, str] = {}
    label = ""
    for number, line in enumerate(text.split("\n"), 1):
        told = LABEL.search(line)
        if told is not None:
            label = told[1]
        elif label and line.strip():
            found[number] = label
            label = ""
    return found


def compared(name: str, text: str) -> Counter[tuple[str, str]]:
    """How often each label met each verdict; empty where the part above is no network."""
    first = LABEL.search(text)
    if first is None or name in MEANS_ELSE:
        return Counter()
    try:
        network = load_text(text[: first.start()])
    except SymderivError:
        return Counter()
    below = text[first.start() :]
    verdicts: dict[int, Judgement] = {}
    for claim in check(below, network=network, options=VERDICTS).claims:
        verdicts[claim.line] = worst([verdicts.get(claim.line, Judgement.RIGHT), claim.judgement])
    return Counter((label, str(verdicts.get(line, "none"))) for line, label in expected(below).items())


@pytest.mark.parametrize("chunk", range(CHUNKS))
def test_what_is_right_is_not_wrong_beside_its_network(chunk: int) -> None:
    total: Counter[tuple[str, str]] = Counter()
    for path in PAGES[chunk::PARTS]:
        found = compared(path.stem, path.read_text(encoding="utf-8"))
        assert ("right", "wrong") not in found, path.stem
        assert ("wrong", "right") not in found, path.stem
        total += found
    certain = total["right", "right"] + total["wrong", "wrong"]
    assert certain > 15
    assert certain > 0.5 * total.total()  # a few pages: what of their lines stays open varies


PAGE = r"""
$$ y = \sum_{i=1}^{n} w_i x_i \quad E = y^2 $$

<!-- LABEL -->
$$ \frac{\partial E}{\partial w_i} = x_i $$
"""


def test_a_label_that_is_wrong_is_noticed() -> None:
    assert compared("a", PAGE.replace("LABEL", "wrong")) == {("wrong", "wrong"): 1}
    assert compared("a", PAGE.replace("LABEL", "right")) == {("right", "wrong"): 1}
