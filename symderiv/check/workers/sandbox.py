"""Work in processes that can be killed: an `Executor` with limits of time and memory for each task.

A page comes from anywhere. Whatever it does to the reader or to the prover, it costs its own task only: a task that
takes too long, takes too much memory or takes its process with it ends with an exception, and the next task gets a new
process.
"""

from __future__ import annotations

import contextlib
import os
import pickle
import signal
import subprocess
import sys
import threading
from collections.abc import Callable
from concurrent.futures import Executor, Future
from queue import Empty, SimpleQueue
from typing import IO, Any, TypeAlias, TypeVar

from ...errors import SymderivError
from .deadlines import Watch
from .worker import serve

T = TypeVar("T")
Task: TypeAlias = "tuple[Future[Any], Callable[..., Any], tuple[Any, ...], dict[str, Any]]"

MEGABYTES = 480
"""Memory that one worker may take."""
SECONDS = 65.0
"""Seconds that one task may take."""
START = 60.0
"""Seconds that a process may take until it is ready: they are not the task's."""


class TookTooLong(SymderivError):
    """A task was killed because it took too long."""


class TookTooMuch(SymderivError):
    """A task ended because it ran out of memory."""


class Crashed(SymderivError):
    """A task failed in a way that nobody foresaw, or took its process with it."""


class Workers(Executor):
    r"""Processes that run one task at a time each, within `seconds` and `megabytes` (where the system can limit them).

    Tasks and their results are pickled; `jobs` processes are started at once and replaced when they have to be killed.

    >>> with Workers(1) as workers:
    ...     workers.submit(pow, 2, 10).result()
    1024
    """

    def __init__(self, jobs: int = 1, seconds: float = SECONDS, megabytes: int = MEGABYTES) -> None:
        self.seconds = seconds
        self.megabytes = megabytes
        self._tasks: SimpleQueue[Task | None] = SimpleQueue()
        self._closed = False
        self._watch = Watch(lambda: any(thread.is_alive() for thread in self._threads))
        # all processes before the first thread: a process with threads must not be forked
        processes = [_Process(megabytes, self._watch) for _ in range(max(1, jobs))]
        self._threads = [threading.Thread(target=self._serve, args=(p,), daemon=True) for p in processes]
        for thread in self._threads:
            thread.start()
        self._watch.start()

    def submit(self, fn: Callable[..., T], /, *args: Any, **kwargs: Any) -> Future[T]:
        """Run `fn` in a worker. The future raises `TookTooLong`, `TookTooMuch` or `Crashed` where it comes to that."""
        if self._closed:
            raise RuntimeError("these workers have been shut down")
        future: Future[T] = Future()
        self._tasks.put((future, fn, args, kwargs))
        return future

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:
        """Take no more tasks; end the processes when what was submitted is done (or at once what has not begun)."""
        self._closed = True
        if cancel_futures:
            with contextlib.suppress(Empty):
                while (task := self._tasks.get_nowait()) is not None:
                    task[0].cancel()
        for _ in self._threads:
            self._tasks.put(None)
        if wait:
            for thread in self._threads:
                thread.join()
            self._watch.close()

    def _serve(self, process: _Process) -> None:
        while (task := self._tasks.get()) is not None:
            future, *work = task
            if not future.set_running_or_notify_cancel():
                continue
            try:
                result = process.run(tuple(work), self.seconds)
            except SymderivError as error:
                if not process.alive:
                    process = _Process(self.megabytes, self._watch)
                future.set_exception(error)
            else:
                future.set_result(result)
        process.end()


class _Process:
    """One worker process and the pipes to it."""

    def __init__(self, megabytes: int, watch: Watch) -> None:
        self.watch = watch
        self.sink, self.source, self.stop = _forked(megabytes) if _may_fork(megabytes) else _started(megabytes)
        self.alive = True
        self.ready = False

    def run(self, work: tuple[Any, ...], seconds: float) -> Any:
        """The result of a call, or the `SymderivError` that says what became of it."""
        try:
            message = pickle.dumps(work)
        except Exception as error:
            raise Crashed(f"this cannot be handed to a worker process: {error}") from error
        if not self.ready:
            self._receive(START)
            self.ready = True
        kind, value = self._receive(seconds, message)
        if kind == "memory":
            self.kill()
            raise TookTooMuch("stopped: out of memory")
        if kind == "error":
            raise Crashed(value)
        return value

    def _receive(self, seconds: float, message: bytes = b"") -> tuple[str, Any]:
        """What the process answers within a time."""
        with self.watch.within(seconds, lambda: self.stop(True)) as deadline:
            try:
                self.sink.write(message)
                self.sink.flush()
                answer: tuple[str, Any] = pickle.load(self.source)
            except (EOFError, OSError, pickle.UnpicklingError) as error:
                self.kill()
                if deadline.passed:
                    raise TookTooLong(f"stopped after {seconds:g} seconds") from error
                raise Crashed("the worker process ended") from error
        return answer

    def kill(self) -> None:
        """End it at once."""
        self.alive = False
        self.stop(True)
        self._close()

    def end(self) -> None:
        """Let it end."""
        if self.alive:
            self._close()
            self.stop(False)

    def _close(self) -> None:
        for pipe in (self.sink, self.source):
            with contextlib.suppress(OSError):
                pipe.close()


Started: TypeAlias = "tuple[IO[bytes], IO[bytes], Callable[[bool], None]]"


def _started(megabytes: int) -> Started:
    """A worker in a new interpreter."""
    paths = os.pathsep.join(p for p in sys.path if p)
    process = subprocess.Popen(
        [sys.executable, "-m", f"{__package__}.worker", str(megabytes)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": paths},
    )
    assert process.stdin is not None
    assert process.stdout is not None

    def stop(at_once: bool) -> None:
        if at_once:
            process.kill()
        try:
            process.wait(2)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()

    return process.stdin, process.stdout, stop


def _may_fork(megabytes: int) -> bool:
    """Forking is quick, but safe only where nothing else runs in this process, threads of libraries included.

    A copy takes the memory that this process has: where that is half of what it may have, it is no use.
    """
    try:
        with open("/proc/self/statm", encoding="ascii") as statm:
            taken = int(statm.read().split()[0]) * os.sysconf("SC_PAGE_SIZE")
        return sys.platform == "linux" and len(os.listdir("/proc/self/task")) == 1 and 2 * taken < megabytes << 20
    except (OSError, ValueError, IndexError):
        return False


def _forked(megabytes: int) -> Started:
    """A worker that is a copy of this process."""
    theirs, sink = os.pipe()
    source, answers = os.pipe()
    pid = os.fork()
    if pid == 0:
        try:
            os.close(sink)
            os.close(source)
            with os.fdopen(theirs, "rb") as calls, os.fdopen(answers, "wb") as results:
                serve(calls, results, megabytes)
        finally:
            os._exit(0)
    os.close(theirs)
    os.close(answers)
    lock = threading.Lock()
    ended = False

    def stop(at_once: bool) -> None:
        nonlocal ended
        with lock:
            if not ended:
                ended = True
                if at_once:
                    os.kill(pid, signal.SIGKILL)
                os.waitpid(pid, 0)

    return os.fdopen(sink, "wb"), os.fdopen(source, "rb"), stop
