"""What belongs together over several articles, from what belongs together in pairs."""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from typing import Generic, TypeVar

T = TypeVar("T", bound=Hashable)


class Joined(Generic[T]):
    """Things that are one, step by step (a union-find)."""

    def __init__(self, things: Iterable[T] = ()) -> None:
        self._parents: dict[T, T] = {thing: thing for thing in things}

    def root(self, thing: T) -> T:
        """What stands for a thing and all that are one with it."""
        self._parents.setdefault(thing, thing)
        while self._parents[thing] != thing:
            self._parents[thing] = self._parents[self._parents[thing]]
            thing = self._parents[thing]
        return thing

    def join(self, one: T, other: T) -> None:
        """Two things are one."""
        self._parents[self.root(other)] = self.root(one)

    def groups(self) -> list[list[T]]:
        """What is one, in the order in which things came."""
        found: dict[T, list[T]] = {}
        for thing in self._parents:
            found.setdefault(self.root(thing), []).append(thing)
        return list(found.values())
