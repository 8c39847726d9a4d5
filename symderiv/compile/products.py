r"""Sums of products as text: matrix products, `tensordot`, `einsum`, convolutions.

A product of two arrays summed over a letter is a matrix product, whichever operand must be turned for it. A window on
an array stays a view where one factor has no letter of its own left; where both have, the product is worth a copy.
"""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Iterable, Mapping
from dataclasses import replace

from ..affine import ZERO, Sym, affine
from .arrays import Along, Array, Contract, Dim, Elementwise, Read, Window, axes
from .places import ATOM, LETTERS, MATMUL, POW, Places, Text
from .program import Storage
from .sweeping import swept_over


class Products(Places):
    """Prints contractions; how arrays are printed otherwise, and what helpers were used, is added by `Layout`."""

    storages: Mapping[str, Storage]
    helpers: set[str]

    @abstractmethod
    def exact(self, a: Array, order: tuple[Sym, ...]) -> Text:
        """The array with exactly the positions `order`."""

    @abstractmethod
    def elementwise(self, a: Elementwise, order: tuple[Sym, ...]) -> Text:
        """Sums, products, quotients and powers."""

    def turned(self, base: str, native: tuple[Sym, ...], order: tuple[Sym, ...]) -> str:
        """Positions in another order."""
        if native == order:
            return base
        if len(order) == 2:
            return f"{base}.T"
        by = ", ".join(str(native.index(s)) for s in order)
        return self.dialect.permute.format(base, by)

    def reduced(self, body: Array, letters: Iterable[Sym], order: tuple[Sym, ...], template: str) -> Text:
        """A sum, or a maximum, over some positions."""
        gone = tuple(letters)
        native = axes(body)
        full = native if tuple(s for s in native if s not in gone) == order else (*order, *gone)
        places = [full.index(s) for s in gone]
        shown = str(places[0]) if len(places) == 1 else f"({', '.join(map(str, places))})"
        text = self.wrapped(self.exact(body, full), ATOM)
        if not order:
            return template.replace("{1}", "").format(text), ATOM
        return template.format(text, shown), ATOM

    def contract(self, a: Contract, order: tuple[Sym, ...]) -> Text:
        """A sum of products."""
        a = _forwards(a)
        if len(a.factors) == 1:
            return self.reduced(a.factors[0], a.letters, order, self.dialect.total)
        left, right = a.factors
        lone = [s for s in a.letters if (s in axes(left)) != (s in axes(right))]
        if not a.letters:
            return self.elementwise(Elementwise("mul", a.factors), order)
        assert not lone
        shared = tuple(s for s in order if s in axes(left) and s in axes(right))
        of_left = tuple(s for s in order if s in axes(left) and s not in shared)
        of_right = tuple(s for s in order if s in axes(right) and s not in shared)
        if shared:
            return self.batched(a, shared, of_left, of_right, order)
        swept = self.convolved(a, order) or self.correlated(a, order)
        if swept is not None:
            return swept
        if order[: len(of_right)] == of_right and of_right and of_left:
            left, right, of_left, of_right = right, left, of_right, of_left
        if order and not (of_left and of_right) and _is_windowed(a):
            return self.summed(a, order)  # windows stay views
        if max(len(of_left), len(of_right), len(a.letters)) > 1:
            return self.dotted(left, right, of_left, of_right, a.letters, order)
        text = f"{self.text(left, (*of_left, *a.letters), POW)} @ {self.text(right, (*a.letters, *of_right), POW)}"
        return text, MATMUL

    def dotted(
        self,
        left: Array,
        right: Array,
        of_left: tuple[Sym, ...],
        of_right: tuple[Sym, ...],
        letters: tuple[Sym, ...],
        order: tuple[Sym, ...],
    ) -> Text:
        """A contraction over, or with, several letters: as one matrix product of reshaped arrays."""
        if not order:
            shown = (self.text(left, letters, ATOM), self.text(right, letters, ATOM))
            return self.dialect.dot.format(*shown), ATOM
        shown = (self.text(left, (*of_left, *letters)), self.text(right, (*letters, *of_right)))
        made = self.dialect.tensordot.format(*shown, len(letters))
        return self.turned(made, (*of_left, *of_right), order), ATOM

    def batched(
        self,
        a: Contract,
        shared: tuple[Sym, ...],
        of_left: tuple[Sym, ...],
        of_right: tuple[Sym, ...],
        order: tuple[Sym, ...],
    ) -> Text:
        """A contraction for each value of the letters that both have and that are kept."""
        left, right = a.factors
        if order[: len(shared)] == shared and len(of_left) == len(of_right) == len(a.letters) == 1:
            if order[-1] == of_left[0]:
                left, right, of_left, of_right = right, left, of_right, of_left
            first = self.text(left, (*shared, *of_left, *a.letters), POW)
            return f"{first} @ {self.text(right, (*shared, *a.letters, *of_right), POW)}", MATMUL
        return self.summed(a, order)

    def summed(self, a: Contract, order: tuple[Sym, ...]) -> Text:
        """A contraction as `einsum`, each factor with its positions as they lie."""
        left, right = a.factors
        names = dict(zip(dict.fromkeys((*axes(left), *axes(right))), LETTERS, strict=False))
        orders = [axes(left), axes(right)]
        spec = ",".join("".join(names[s] for s in o) for o in orders) + "->" + "".join(names[s] for s in order)
        shown = [self.text(f, o) for f, o in zip(a.factors, orders, strict=True)]
        return self.dialect.einsum.format(spec, *shown), ATOM

    def convolved(self, a: Contract, order: tuple[Sym, ...]) -> Text | None:
        """A kernel swept over a line, every place once: the backend's own convolution."""
        for swept, kernel in (a.factors, a.factors[::-1]):
            if not isinstance(swept, Read) or len(swept.dims) != 1 or len(order) != 1 or axes(kernel) != a.letters:
                continue
            (d,) = swept.dims
            if not isinstance(d, Window) or len(d.parts) != 2 or len(a.letters) != 1:
                continue
            steps = {s: (n, k) for s, n, k in d.parts}
            (out, step), (taps, along) = steps[order[0]], steps[a.letters[0]]
            if step != 1 or along not in (1, -1):
                continue
            start = d.start if along == 1 else d.start - taps + 1
            shown = self.text(kernel, a.letters, ATOM)
            shown = self.dialect.flip.format(shown) if along == 1 else shown
            self.helpers.add("convolve")
            count = self.storages[swept.name].counts[0]
            if swept.pads == ((taps - 1, taps - 1),) and start == affine(0) and out == count + taps - 1:
                return self.dialect.convolve_full.format(swept.name, shown), ATOM
            line = Read(swept.name, (Along(order[0], start, out + taps - 1),), swept.pads)
            return self.dialect.convolve.format(self.text(line, order), shown), ATOM
        return None

    def correlated(self, a: Contract, order: tuple[Sym, ...]) -> Text | None:
        """A kernel swept over images, for each image and over all channels: the backend's own, if it has one."""
        for swept, kernel in (a.factors, a.factors[::-1]):
            found = swept_over(swept, kernel, a.letters, order)
            if found is None or self.dialect.correlate is None:
                continue
            images = self.text(found.images, (*found.batch, *found.channels, *found.places), ATOM)
            weights = self.text(kernel, (*found.outputs, *found.channels, *found.taps), ATOM)
            text = self.dialect.correlate(
                images + _new_axes(found.batch, found.channels),
                weights + _new_axes(found.outputs, found.channels),
                found.strides,
                found.steps,
            )
            text += _new_axes(found.batch, found.outputs).replace("None", "0")
            return self.turned(text, (*found.batch, *found.outputs, *found.places), order), ATOM
        return None


def _new_axes(first: tuple[Sym, ...], second: tuple[Sym, ...]) -> str:
    """What makes the first two positions where there are letters for only one or none of them."""
    if first and second:
        return ""
    return "[:, None]" if first else "[None]" if second else "[None, None]"


def _is_windowed(a: Contract) -> bool:
    return any(isinstance(d, Window) for f in a.factors if isinstance(f, Read) for d in f.dims)


def _forwards(a: Contract) -> Contract:
    """The same sum with letters that run backwards along a window turned round, in the kernel too."""
    if len(a.factors) != 2 or not all(isinstance(f, Read) for f in a.factors):
        return a
    for n, (swept, kernel) in enumerate((a.factors, a.factors[::-1])):
        assert isinstance(swept, Read)
        assert isinstance(kernel, Read)
        if len(swept.dims) < 2 or kernel.pads:
            continue  # a line has a convolution of its own
        back = [s for d in swept.dims if isinstance(d, Window) for s, _, k in d.parts if k < 0 and s in a.letters]
        at = {d.letter: d for d in kernel.dims if isinstance(d, Along) and d.start == ZERO and d.step == 1}
        back = [s for s in back if s in at]
        if back:
            swept = replace(swept, dims=tuple(turned_round(d, back) for d in swept.dims))
            kernel = replace(kernel, dims=tuple(turned_round(d, back) for d in kernel.dims))
            return Contract((kernel, swept) if n else (swept, kernel), a.letters)
    return a


def turned_round(d: Dim, letters: Iterable[Sym]) -> Dim:
    """The position with some of its letters counted from their other end."""
    if isinstance(d, Along) and d.letter in letters:
        return Along(d.letter, d.start + (d.count - 1) * d.step, d.count, -d.step)
    if isinstance(d, Window):
        start = d.start
        for s, n, k in d.parts:
            start = start + (n - 1) * k if s in letters else start
        return Window(tuple((s, n, -k if s in letters else k) for s, n, k in d.parts), start)
    return d
