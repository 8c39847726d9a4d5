"""Windows on images times a kernel, summed over the window: convolutions as deep-learning libraries have them."""

from __future__ import annotations

from dataclasses import dataclass, replace

from ..affine import Sym
from .arrays import Along, Array, At, Dim, Read, Window, axes

MOST_PLACES = 3
"""Kernels are swept along so many positions at most."""


@dataclass(frozen=True)
class Swept:
    """A kernel swept over images; `batch`, `channels` and `outputs` hold a letter or none.

    `images` runs over whole lines, along the letters of the places in the result; `taps` are the kernel's positions.
    """

    images: Read
    batch: tuple[Sym, ...]
    channels: tuple[Sym, ...]
    outputs: tuple[Sym, ...]
    places: tuple[Sym, ...]
    taps: tuple[Sym, ...]
    strides: tuple[int, ...]
    steps: tuple[int, ...]


def swept_over(swept: Array, kernel: Array, letters: tuple[Sym, ...], order: tuple[Sym, ...]) -> Swept | None:
    """A product summed over `letters` as a sweep of the kernel, or None if it has another form."""
    if not isinstance(swept, Read):
        return None
    own = set(axes(kernel))
    dims: list[Dim] = []
    batch: list[Sym] = []
    channels: list[Sym] = []
    windows: list[tuple[Sym, Sym, int, int]] = []
    for d in swept.dims:
        if isinstance(d, Window):
            window = _window(d, own, letters)
            if window is None:
                return None
            place, tap, stride, step = window
            counts = {s: n for s, n, _ in d.parts}
            dims.append(Along(place, d.start, (counts[place] - 1) * stride + (counts[tap] - 1) * step + 1))
            windows.append(window)
            continue
        if isinstance(d, Along) and (d.letter in letters) == (d.letter in own):
            (channels if d.letter in letters else batch).append(d.letter)
        elif not isinstance(d, At):
            return None
        dims.append(d)
    places, taps, strides, steps = zip(*windows, strict=True) if windows else ((), (), (), ())
    outputs = tuple(s for s in order if s in own)
    fits = set(letters) == {*taps, *channels} and own == {*taps, *channels, *outputs}
    if not fits or not 0 < len(places) <= MOST_PLACES or max(len(batch), len(channels), len(outputs)) > 1:
        return None
    images = replace(swept, dims=tuple(dims))
    return Swept(images, tuple(batch), tuple(channels), outputs, places, taps, strides, steps)


def _window(d: Window, own: set[Sym], letters: tuple[Sym, ...]) -> tuple[Sym, Sym, int, int] | None:
    """The letter of the place and that of the tap of a window, with their steps."""
    taps = [(s, k) for s, _, k in d.parts if s in letters and s in own]
    places = [(s, k) for s, _, k in d.parts if s not in letters and s not in own]
    if len(d.parts) != 2 or len(taps) != 1 or len(places) != 1 or taps[0][1] < 1 or places[0][1] < 1:
        return None
    return places[0][0], taps[0][0], places[0][1], taps[0][1]
