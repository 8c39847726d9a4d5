"""Directed graphs: strongly connected components and reachability."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping
from typing import TypeVar

N = TypeVar("N", bound=Hashable)
Graph = Mapping[N, Iterable[N]]


def components(graph: Graph[N]) -> tuple[tuple[N, ...], ...]:
    """The strongly connected components, each after those it leads to (R. Tarjan, 1972; without recursion).

    >>> components({"h": ["c", "x"], "c": ["h"], "E": ["h"], "x": []})
    (('x',), ('h', 'c'), ('E',))
    """
    number: dict[N, int] = {}
    low: dict[N, int] = {}
    stack: list[N] = []
    on_stack: set[N] = set()
    found: list[tuple[N, ...]] = []
    for root in graph:
        if root in number:
            continue
        work = [(root, iter(graph.get(root, ())))]
        number[root] = low[root] = len(number)
        stack.append(root)
        on_stack.add(root)
        while work:
            node, successors = work[-1]
            for n in successors:
                if n not in number:
                    number[n] = low[n] = len(number)
                    stack.append(n)
                    on_stack.add(n)
                    work.append((n, iter(graph.get(n, ()))))
                    break
                if n in on_stack:
                    low[node] = min(low[node], number[n])
            else:
                work.pop()
                if work:
                    parent = work[-1][0]
                    low[parent] = min(low[parent], low[node])
                if low[node] == number[node]:
                    cut = stack.index(node)
                    found.append(tuple(stack[cut:]))
                    on_stack.difference_update(stack[cut:])
                    del stack[cut:]
    return tuple(found)


def reachable(graph: Graph[N], start: N) -> frozenset[N]:
    """Everything that a path of at least one edge leads to; `start` itself only if it lies on a circle.

    >>> sorted(reachable({1: [2], 2: [3], 3: [2]}, 1)), 1 in reachable({1: [2], 2: [1]}, 1)
    ([2, 3], True)
    """
    seen: set[N] = set()
    todo = list(graph.get(start, ()))
    while todo:
        n = todo.pop()
        if n not in seen:
            seen.add(n)
            todo.extend(graph.get(n, ()))
    return frozenset(seen)
