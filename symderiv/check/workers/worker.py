"""The other side of `sandbox`: a process that runs one call after the other, as it gets them through a pipe.

A message is a pickle: `(function, arguments, keywords)` one way, `(kind, value)` the other way. The first is `ready`.
"""

from __future__ import annotations

import contextlib
import gc
import os
import pickle
import signal
import sys
from collections.abc import Callable
from typing import IO, Any

from ...garbage import SELDOM


def serve(source: IO[bytes], sink: IO[bytes], megabytes: int) -> None:
    """Run what comes until nothing comes any more."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # an interrupt is for the parent, which ends its workers
    limit(megabytes)
    gc.freeze()  # what is there when work begins stays: it need not be looked through for garbage again and again
    gc.set_threshold(*SELDOM)
    _send(sink, ("ready", None))
    while True:
        try:
            fn, args, kwargs = pickle.load(source)
        except (EOFError, OSError):
            return
        except Exception as error:  # a call that this process cannot know, such as a function of `__main__`
            answer: tuple[str, Any] = "error", f"this call cannot be made in a worker: {error}"
        else:
            answer = outcome(fn, args, kwargs)
        _send(sink, answer)


def _send(sink: IO[bytes], answer: tuple[str, Any]) -> None:
    with contextlib.suppress(BrokenPipeError):
        sink.write(_pickled(answer))
        sink.flush()


def outcome(fn: Callable[..., Any], args: tuple[Any, ...], kwargs: dict[str, Any]) -> tuple[str, Any]:
    """What became of a call: `done` with its result, `memory`, or `error` with what is to be said."""
    try:
        return "done", fn(*args, **kwargs)
    except MemoryError:
        return "memory", None
    except Exception as error:  # whatever it is, it is told, and the next task is none the worse
        return "error", f"{type(error).__name__}: {error}"


def _pickled(answer: tuple[str, Any]) -> bytes:
    try:
        return pickle.dumps(answer)
    except Exception as error:  # a result that cannot travel
        return pickle.dumps(("error", f"the result cannot leave the worker: {error}"))


def limit(megabytes: int) -> None:
    """Limit the memory of this process, where the system can."""
    if sys.platform == "win32":
        return
    import resource

    with contextlib.suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_AS, (megabytes << 20, megabytes << 20))


def main() -> None:
    """A worker of its own: messages on standard input and output, anything printed goes to standard error."""
    sink = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    serve(sys.stdin.buffer, sink, int(sys.argv[1]))


if __name__ == "__main__":
    main()
