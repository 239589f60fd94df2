"""Extraction on this machine: in this process, or in several."""

from __future__ import annotations

import gc
import multiprocessing
import os
import signal
import threading
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool

from claimdiff.collector import SELDOM, seldom
from claimdiff.errors import ClaimdiffError, InputError
from claimdiff.model import Claim, Document
from claimdiff.run.base import Extract, Warn
from claimdiff.store.jsonl import decode, encode

# Enough text for a worker to be worth asking, little enough for memory to stay flat.
BATCH = 256 * 1024
AHEAD = 3
Outcome = list[bytes] | InputError


def run(
    documents: Iterable[Document], warn: Warn, jobs: int = 1, extract: Extract | None = None
) -> Iterator[list[Claim]]:
    """The claims of each document, in the order of the documents.

    A document that can't be analysed goes to ``warn`` and yields no claims. With ``jobs`` > 1 that many
    processes work on batches. Raises ClaimdiffError where a process dies.
    """
    chosen = extract or _pipeline()
    if jobs > 1:
        yield from _many(documents, warn, jobs, chosen)
        return
    with seldom():
        for document in documents:
            found = attempt(document, chosen)
            if isinstance(found, InputError):
                warn(found)
            yield [] if isinstance(found, InputError) else found


def attempt(document: Document, extract: Extract) -> list[Claim] | InputError:
    """The document's claims, or what to tell where its analysis fails."""
    try:
        return extract(document)
    except Exception as error:
        detail = f"{type(error).__name__}: {error}".splitlines()[0]
        problem = InputError(f"can't be analysed: {detail}", document.id, "it is left out; please report it")
        problem.__cause__ = error
        return problem


def _pipeline() -> Extract:
    from claimdiff.pipeline import extract

    return extract


def _many(documents: Iterable[Document], warn: Warn, jobs: int, extract: Extract) -> Iterator[list[Claim]]:
    pool = ProcessPoolExecutor(jobs, _context(), initializer=_prepare)
    try:
        for outcome in _in_order(pool, documents, jobs * AHEAD, extract):
            if isinstance(outcome, InputError):
                warn(outcome)
            yield [] if isinstance(outcome, InputError) else [decode(line) for line in outcome]
    except BrokenProcessPool as error:
        remedy = "it may have run out of memory; try fewer --jobs"
        raise ClaimdiffError("a worker process died", "--jobs", remedy) from error
    finally:
        pool.shutdown(wait=False, cancel_futures=True)


def _in_order(
    pool: ProcessPoolExecutor, documents: Iterable[Document], ahead: int, extract: Extract
) -> Iterator[Outcome]:
    """Outcomes as if one process worked; only ``ahead`` batches are under way at a time."""
    waiting: deque[Future[list[Outcome]]] = deque()
    for batch in _batches(documents):
        waiting.append(pool.submit(_work, batch, extract))
        if len(waiting) >= ahead:
            yield from waiting.popleft().result()
    while waiting:
        yield from waiting.popleft().result()


def _batches(documents: Iterable[Document]) -> Iterator[list[Document]]:
    batch: list[Document] = []
    size = 0
    for document in documents:
        batch.append(document)
        size += len(document.text)
        if size >= BATCH:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch


def _work(batch: list[Document], extract: Extract) -> list[Outcome]:
    """A worker's part. Claims travel as the store's lines, which is faster than pickling them."""
    found = (attempt(document, extract) for document in batch)
    return [one if isinstance(one, InputError) else [encode(claim) for claim in one] for one in found]


def _context() -> multiprocessing.context.BaseContext:
    known = multiprocessing.get_all_start_methods()
    return multiprocessing.get_context("forkserver" if "forkserver" in known else "spawn")


def _prepare() -> None:
    """Leave Ctrl-C to the parent, end when the parent is gone, however it ended, and look for garbage seldom."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    gc.set_threshold(*SELDOM)
    threading.Thread(target=_outlive_nobody, daemon=True).start()


def _outlive_nobody() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)
