r"""How often a single slip is named by its true kind, and how long that takes.

Run as `python -m benchmarks.bench_reasons [COUNT] [SEED]`. Right lines are those of every page of the catalogue and
the hand-written ones below. Slips are made on the typed text, by the editing in `benchmarks.slips_text`, which knows
nothing of how they are recognised; a slip that happens to leave the line true, or that cannot be read, is drawn again.
"""

from __future__ import annotations

import random
import statistics
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from benchmarks.slips_text import SLIPS, Slipped
from symderiv.catalogue import names, page
from symderiv.check import lines as judging
from symderiv.check.page import check
from symderiv.check.report import JudgedLink, Reason
from symderiv.derive import derive
from symderiv.errors import SymderivError
from symderiv.expr import Partial, Var
from symderiv.latex.style import style_of
from symderiv.latex.write import write
from symderiv.network import complete
from symderiv.read import read_draft
from symderiv.step import Judgement
from symderiv.system import System

COUNT, SEED = 600, 0

PERCEPTRON = r"""
$$h_i = f(a_i) \quad a_i = \sum_{j=1}^{J} w_{i,j} x_j$$ ( $1 \le i \le I$ )
$$y_k = g(b_k) \quad b_k = \sum_{i=1}^{I} v_{k,i} h_i$$ ( $1 \le k \le K$ )
$$E = \frac{1}{2} \sum_{k=1}^{K} (y_k - t_k)^2$$
"""
PERCEPTRON_LINES = (
    r"\frac{\partial E}{\partial w_{i,j}} = \sum_{k=1}^{K} (y_k - t_k) g'(b_k) v_{k,i} f'(a_i) x_j",
    r"\frac{\partial E}{\partial v_{k,i}} = (y_k - t_k) g'(b_k) h_i",
    r"\frac{\partial E}{\partial a_i} = f'(a_i) \sum_{k=1}^{K} \frac{\partial E}{\partial b_k} v_{k,i}",
    r"\frac{\partial E}{\partial x_j} = \sum_{i=1}^{I} \frac{\partial E}{\partial a_i} w_{i,j}",
    r"\frac{\partial a_i}{\partial w_{k,j}} = \delta_{ik} x_j",
)
RECURRENT = r"""
$$a_{t,i} = \sum_{j=1}^{H} U_{i,j} h_{t-1,j} + \sum_{d=1}^{D} W_{i,d} x_{t,d}$$ ( $1 \le t \le T, 1 \le i \le H$ )
$$h_{t,i} = f(a_{t,i})$$ ( $1 \le t \le T$ )
$$h_{0,i} = 0$$
$$E = \sum_{t=1}^{T} \sum_{i=1}^{H} c_{t,i} h_{t,i}$$
"""
RECURRENT_LINES = (
    r"\frac{\partial E}{\partial U_{i,j}} = \sum_{t=1}^{T} \frac{\partial E}{\partial a_{t,i}} h_{t-1,j}",
    r"\frac{\partial E}{\partial W_{i,d}} = \sum_{t=1}^{T} \frac{\partial E}{\partial h_{t,i}} f'(a_{t,i}) x_{t,d}",
)
SOFTMAX = r"""
$$z_k = \sum_{i=1}^{I} w_{k,i} x_i$$ ( $1 \le k \le K$ )
$$p_k = \frac{\exp(z_k)}{\sum_{l=1}^{K} \exp(z_l)}$$
$$E = -\sum_{k=1}^{K} y_k \log p_k$$
"""
SOFTMAX_LINES = (
    r"\frac{\partial p_k}{\partial z_l} = p_k (\delta_{kl} - p_l)",
    r"\frac{\partial E}{\partial w_{k,i}} = \left(p_k \sum_{l=1}^{K} y_l - y_k\right) x_i",
    r"\frac{\partial E}{\partial p_k} = -\frac{y_k}{p_k}",
)
TIED = r"""
$$h_k = \sum_{j=1}^{D} W_{k,j} x_j$$ ( $1 \le k \le K$ )
$$r_i = \sum_{k=1}^{K} W_{k,i} h_k - x_i$$ ( $1 \le i \le D$ )
$$F = \frac{1}{N} \sum_{i=1}^{D} r_i^2 + \lambda \sum_{k=1}^{K} \sum_{j=1}^{D} W_{k,j}^2$$
"""
TIED_LINES = (
    r"\frac{\partial F}{\partial W_{k,j}} = \frac{2}{N} h_k r_j + \frac{2}{N} \sum_{i=1}^{D} W_{k,i} r_i x_j"
    r" + 2 \lambda W_{k,j}",
    r"\frac{\partial r_i}{\partial W_{k,j}} = \delta_{ij} h_k + W_{k,i} x_j",
    r"\frac{\partial F}{\partial x_j} = -\frac{2}{N} r_j"
    r" + \frac{2}{N} \sum_{i=1}^{D} \sum_{k=1}^{K} r_i W_{k,i} W_{k,j}",
)
LAYERS = r"""
$$z^{(l)}_i = \sum_{j=1}^{n_{l-1}} w^{(l)}_{i,j} a^{(l-1)}_j$$ ( $1 \le l \le L, 1 \le i \le n_l$ )
$$a^{(l)}_i = \sigma(z^{(l)}_i)$$ ( $1 \le l \le L$ )
$$E = \frac{1}{2} \sum_{i=1}^{n_L} (a^{(L)}_i - y_i)^2$$
"""
LAYERS_LINES = (
    r"\frac{\partial E}{\partial w^{(l)}_{i,j}} = \frac{\partial E}{\partial z^{(l)}_i} a^{(l-1)}_j",
    r"\frac{\partial E}{\partial z^{(L)}_i} = (a^{(L)}_i - y_i) a^{(L)}_i (1 - a^{(L)}_i)",
)
HAND_WRITTEN = {
    "perceptron": (PERCEPTRON, PERCEPTRON_LINES),
    "recurrent": (RECURRENT, RECURRENT_LINES),
    "softmax": (SOFTMAX, SOFTMAX_LINES),
    "tied": (TIED, TIED_LINES),
    "layers": (LAYERS, LAYERS_LINES),
}


@dataclass(frozen=True)
class Line:
    """A right line about a network."""

    network: str
    text: str


@lru_cache(maxsize=64)
def network(name: str) -> System:
    """The network of that name."""
    text = HAND_WRITTEN[name][0] if name in HAND_WRITTEN else page(name).read_text(encoding="utf-8")
    return complete(read_draft(text))


def lines() -> Iterator[Line]:
    """Every right line that is judged right."""
    for name, (_, texts) in HAND_WRITTEN.items():
        for text in texts:
            assert all(link.judgement is Judgement.RIGHT for link in judged(name, text)), (name, text)
            yield Line(name, text)
    for name in names():
        for text in dict.fromkeys(printed(network(name))):
            if (links := judged(name, text)) and all(link.judgement is Judgement.RIGHT for link in links):
                yield Line(name, text)


def printed(system: System) -> Iterator[str]:
    """Each link of each claim that is derived for a network, as one line."""
    style = style_of(system)
    for wrt in system.wrt:
        assert system.objective is not None
        try:
            found = derive(system, Partial(Var(system.objective), wrt))
        except SymderivError:
            continue
        for claim in found.claims:
            if not claim.refuted and not claim.where and not found.names:
                left, *rest = claim.members
                yield from (f"{write(left, style)} = {write(e, style)}" for e in rest)


def judged(name: str, text: str) -> tuple[JudgedLink, ...]:
    """The links of one line."""
    report = check(f"$${text}$$", network=network(name))
    return tuple(link for claim in report.claims for link in claim.links)


def slipped(line: Line, kind: str, rng: random.Random) -> tuple[Slipped, Reason | None] | None:
    """A slip in a line, with the reason that is given; None if there was nothing to slip on, or it stayed true."""
    left, equals, right = line.text.partition(" = ")
    found = SLIPS[kind](right, rng)
    if found is None or found.text == right:
        return None
    links = judged(line.network, left + equals + found.text)
    if len(links) != 1 or links[0].judgement is not Judgement.WRONG:
        return None
    return found, links[0].reason


def main(count: int = COUNT, seed: int = SEED) -> float:
    """Prints the rate for each kind of slip, and the median time; gives the rate over all."""
    rng = random.Random(seed)
    everything = list(lines())
    times = timed()
    named: dict[str, Counter[str]] = defaultdict(Counter)
    for n in range(count):
        kind = list(SLIPS)[n % len(SLIPS)]
        made = None
        while made is None:
            line = rng.choice(everything)
            made = slipped(line, kind, rng)
        slip, reason = made
        found = "none" if reason is None else reason.kind
        named[kind]["right" if found in slip.accepted else found] += 1
        if found not in slip.accepted and "-v" in sys.argv:
            print(f"{kind:16} as {found:16} {line.text}\n{'':36}{slip.text}\n{'':36}{reason and reason.right}")
    print(f"{len(everything)} right lines, {count} slips, seed {seed}")
    for kind, counts in named.items():
        total = sum(counts.values())
        others = ", ".join(f"{k} {n}" for k, n in counts.most_common() if k != "right")
        print(f"| {kind:18} | {counts['right']:4} of {total:4} | {100 * counts['right'] / total:6.1f} % | {others}")
    right = sum(c["right"] for c in named.values()) / count
    slow = sorted(times)[int(0.95 * len(times))]
    print(f"named rightly: {100 * right:.1f} %; median {statistics.median(times):.1f} ms, 95 % under {slow:.0f} ms")
    return right


def timed() -> list[float]:
    """Has every diagnosis from here on timed; milliseconds are appended to the list."""
    times: list[float] = []
    names_of_page = vars(judging)
    inner = names_of_page["diagnose"]

    def measured(*args: object, **options: object) -> Reason | None:
        start = time.perf_counter()
        found: Reason | None = inner(*args, **options)
        if found is not None:
            times.append(1000 * (time.perf_counter() - start))
        return found

    names_of_page["diagnose"] = measured
    return times


if __name__ == "__main__":
    numbers = [int(a) for a in sys.argv[1:] if a.isdigit()]
    main(*numbers)
