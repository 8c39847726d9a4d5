"""The PyTorch backend: tensors of any device, no autograd involved."""

from __future__ import annotations

from dataclasses import replace

from .dialect import plain_loop
from .numpy import DIALECT as NUMPY
from .numpy import UFUNCS

WINDOWS = '''
def windows(x, *positions):
    """A view of x with one axis for each (count, step) of a position, which starts at its first entry."""
    start, shape, strides, turned = [], [], [], []
    for (first, *runs), stride in zip(positions, x.stride()):
        for count, step in runs:
            if step < 0:  # strides are positive: the axis is turned round at the end
                first, turned = first + (count - 1) * step, [*turned, len(shape)]
            shape.append(count)
            strides.append(abs(step) * stride)
        start.append(slice(first, None) if runs else first)
    view = x[tuple(start)].as_strided(shape, strides)
    return view.flip(turned) if turned else view
'''

PADDED = '''
def padded(x, axis, before, after):
    """x with zeros before and after it along an axis."""
    widths = [0, 0] * (x.ndim - axis - 1) + [before, after]
    return torch.nn.functional.pad(x, widths)
'''

CONVOLVE = '''
def convolve(x, kernel, around=0):
    """The convolution of two lines where they overlap fully, after so many zeros around the first."""
    return torch.nn.functional.conv1d(x[None, None], kernel.flip(0)[None, None], padding=around)[0, 0]
'''


def correlated(images: str, kernel: str, strides: tuple[int, ...], steps: tuple[int, ...]) -> str:
    """A kernel swept over images."""
    stride = f", stride={strides}" if set(strides) != {1} else ""
    dilation = f", dilation={steps}" if set(steps) != {1} else ""
    return f"torch.nn.functional.conv{len(strides)}d({images}, {kernel}{stride}{dilation})"


DIALECT = replace(
    NUMPY,
    name="torch",
    module="torch",
    imports=("import torch",),
    functions={
        **{name: ufunc.replace("np.", "torch.") + "({0})" for name, ufunc in UFUNCS.items()},
        "sigma": "torch.sigmoid({0})",
        "softplus": "torch.nn.functional.softplus({0}, threshold=40)",
        "relu": "torch.relu({0})",
        "step": "step_of",
    },
    helpers={
        "windows": WINDOWS,
        "padded": PADDED,
        "convolve": CONVOLVE,
        "step_of": '\ndef step_of(x):\n    """1 where x is positive, else 0."""\n    return (x > 0).to(x.dtype)\n',
    },
    permute="{0}.permute({1})",
    largest="{0}.real.amax({1})",
    multiplied="{0}.prod({1})",
    dot="({0} * {1}).sum()",
    scatter="{0}.index_put_(({1},), {2}, accumulate=True)",
    zeros="torch.zeros({0}, dtype=dtype, device=device)",
    counter="torch.arange({0}, {1}, device=device)",
    cast="{0}.to(dtype)",
    copy="{0}.clone()",
    where="torch.where({0}, {1}, {2})",
    maximum="torch.maximum({0}, {1})",
    minimum="torch.minimum({0}, {1})",
    at_least="{0}.clamp(min={1})",
    at_most="{0}.clamp(max={1})",
    einsum='torch.einsum("{0}", {1}, {2})',
    tensordot="torch.tensordot({0}, {1}, {2})",
    convolve="convolve({0}, {1})",
    convolve_full="convolve({0}, {1}, len({1}) - 1)",
    correlate=correlated,
    flip="{0}.flip(0)",
    turned="{0}.flip({1})",
    clip="torch.clamp({0}, 0, {1})",
    asarray="",
    scalar="torch.as_tensor({0}, dtype=dtype, device=device)",
    decorator="",
    joined="torch.addmm({0}, {1}, {2})",
    concatenate="torch.cat(({0}))",
    random="torch.randn({shape}, generator=torch.Generator().manual_seed({seed}), dtype=torch.float64)",
    double="torch.as_tensor({0}, dtype=torch.float64)",
    complex_step=False,
    is_integer="not ({0}.is_floating_point() or {0}.is_complex())",
    is_number="({0}.is_floating_point() or {0}.is_complex())",
    loop=plain_loop,
)
