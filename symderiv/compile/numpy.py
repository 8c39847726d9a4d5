"""The NumPy backend."""

from __future__ import annotations

from .dialect import Dialect, plain_loop

WINDOWS = '''
def windows(x, *positions):
    """A view of x with one axis for each (count, step) of a position, which starts at its first entry."""
    start, shape, strides = [], [], []
    for (first, *runs), stride in zip(positions, x.strides):
        start.append(slice(first, None) if runs else first)
        shape += [count for count, _ in runs]
        strides += [step * stride for _, step in runs]
    return np.lib.stride_tricks.as_strided(x[tuple(start)], shape, strides, writeable=False)
'''

PADDED = '''
def padded(x, axis, before, after):
    """x with zeros before and after it along an axis."""
    widths = [(0, 0)] * x.ndim
    widths[axis] = (before, after)
    return np.pad(x, widths)
'''

UFUNCS = {
    "exp": "np.exp",
    "log": "np.log",
    "tanh": "np.tanh",
    "sin": "np.sin",
    "cos": "np.cos",
    "tan": "np.tan",
    "sinh": "np.sinh",
    "cosh": "np.cosh",
    "arctan": "np.arctan",
    "arcsin": "np.arcsin",
    "arccos": "np.arccos",
    "abs": "np.abs",
    "sign": "np.sign",
    "sqrt": "np.sqrt",
}

DIALECT = Dialect(
    name="numpy",
    module="np",
    imports=("import numpy as np",),
    functions={
        **{name: f"{ufunc}({{0}})" for name, ufunc in UFUNCS.items()},
        "sigma": "1 / (1 + np.exp({-0}))",
        "softplus": "np.logaddexp(0, {0})",
        "relu": "np.maximum({0}, 0)",
        "step": "step_of",
    },
    helpers={
        "windows": WINDOWS,
        "padded": PADDED,
        "step_of": '\ndef step_of(x):\n    """1 where x is positive, else 0."""\n    return np.heaviside(x, 0)\n',
    },
    permute="{0}.transpose({1})",
    total="{0}.sum({1})",
    largest="{0}.max({1})",
    multiplied="{0}.prod({1})",
    dot="{0}.ravel().dot({1}.ravel())",
    store="{0}{1} = {2}",
    add_to="{0}{1} += {2}",
    scatter="np.add.at({0}, {1}, {2})",
    zeros="np.zeros({0}, dtype)",
    counter="np.arange({0}, {1})",
    cast="{0}.astype(dtype)",
    copy="np.array({0})",
    where="np.where({0}, {1}, {2})",
    maximum="np.maximum({0}, {1})",
    minimum="np.minimum({0}, {1})",
    at_least="np.maximum({0}, {1})",
    at_most="np.minimum({0}, {1})",
    einsum='np.einsum("{0}", {1}, {2})',
    tensordot="np.tensordot({0}, {1}, {2})",
    convolve='np.convolve({0}, {1}, "valid")',
    convolve_full="np.convolve({0}, {1})",
    correlate=None,
    flip="{0}[::-1]",
    turned="np.flip({0}, ({1}))",
    clip="np.clip({0}, 0, {1})",
    asarray="",
    scalar="np.asarray({0}, dtype)",
    decorator="@np.errstate({0})  # {1}",
    joined="",
    concatenate="np.concatenate(({0}))",
    random="np.random.default_rng({seed}).standard_normal({shape})",
    double="np.asarray({0}, np.float64)",
    before_check=(),
    complex_step=True,
    is_integer='{0}.dtype.kind in "biu"',
    is_number='{0}.dtype.kind not in "biu"',
    scan=False,
    loop=plain_loop,
)
