"""Works on many entries in a second process, while this one reads the next of them from the database."""

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from itertools import chain, islice
from multiprocessing import get_context
from typing import TypeVar

WORTH_IT = 1_000  # entries; a second process takes half a second to begin
PORTION = 100
AHEAD = 4  # portions that wait for each other

_Given = TypeVar("_Given")
_Made = TypeVar("_Made")


def worked(work: Callable[[_Given], _Made], entries: Iterable[_Given]) -> Iterator[_Made]:
    """`map(work, entries)`, where `work` is a function of a module, and both sides of it can be pickled."""
    source = iter(entries)
    first = list(islice(source, WORTH_IT))
    if len(first) < WORTH_IT:
        yield from map(work, first)
    else:
        yield from _in_another_process(work, chain(first, source))


def _in_another_process(work: Callable[[_Given], _Made], entries: Iterator[_Given]) -> Iterator[_Made]:
    """In order. Where the other process is behind, this one lends a hand instead of waiting."""
    # "spawn": a forked process would share this one's open databases
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as other:
        waiting: deque[Future[list[_Made]]] = deque()
        while portion := list(islice(entries, PORTION)):
            is_behind = len(waiting) > AHEAD and not waiting[0].done()
            waiting.append(_done(_each(work, portion)) if is_behind else other.submit(_each, work, portion))
            while waiting and (waiting[0].done() or len(waiting) > 2 * AHEAD):
                yield from waiting.popleft().result()
        while waiting:
            yield from waiting.popleft().result()


def _done(made: list[_Made]) -> Future[list[_Made]]:
    done: Future[list[_Made]] = Future()
    done.set_result(made)
    return done


def _each(work: Callable[[_Given], _Made], portion: Sequence[_Given]) -> list[_Made]:
    return [work(entry) for entry in portion]
