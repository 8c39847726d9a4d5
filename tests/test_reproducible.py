"""A report is the same whenever it is made, whatever order Python keeps its sets in."""

from __future__ import annotations

import os
import subprocess
import sys

PAGE = r"""
$$ \frac{\partial q}{\partial r_i} = \frac{\partial s}{\partial u_i} + z $$

$$ \frac{\partial E}{\partial w_i} = \frac{\partial v}{\partial p} \frac{\partial g}{\partial h} $$

$$ \frac{\partial E}{\partial w_i} = x_i + x_j $$
"""
CODE = f"""
from symderiv import check
from symderiv.load import load_text
network = load_text(r"$$ E = \\sum_{{i=1}}^n w_i x_i $$")
print(check({PAGE!r}, network=network).data())
"""


def report(seed: int) -> str:
    environment = {**os.environ, "PYTHONHASHSEED": str(seed)}
    done = subprocess.run([sys.executable, "-c", CODE], capture_output=True, text=True, check=True, env=environment)
    return done.stdout


def test_a_report_does_not_depend_on_the_seed_of_hashes() -> None:
    reports = {report(seed) for seed in range(6)}
    assert len(reports) == 1
    assert "is not part of the network" in reports.pop()
