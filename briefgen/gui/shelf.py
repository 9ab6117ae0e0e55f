"""The library as the window uses it: what it knows is not read again, what was read is kept there."""

import hashlib
import logging
import os
from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from briefgen.errors import LibraryError, SourceError
from briefgen.model.extraction import Extraction
from briefgen.paths import home
from briefgen.pipeline import path_key

if TYPE_CHECKING:
    from briefgen.store.library import Library

_log = logging.getLogger(__name__)
_AT_ONCE = 16
"""Sources in one transaction: few enough to take little memory."""
PREFIX = "library:"
"""Before the id of a source that only the library holds."""


class Shelf:
    """One round of reading; every call is made off the window's thread. A library that cannot be used is passed over.

    It is opened only when there is one, or something to keep in it: opening it the first time takes a quarter of a second.
    """

    def __init__(self) -> None:
        self.problem: LibraryError | None = None
        self._library: Library | None = None

    def _open(self) -> "Library | None":
        from briefgen.store.library import Library

        if self._library is None and self.problem is None:
            try:
                self._library = Library.open()
            except LibraryError as error:
                self.problem = error
        return self._library

    def known(self, paths: Iterable[str]) -> Mapping[str, list[str]]:
        """File → ids of its sources, for the files that this engine has read before."""
        library = self._open() if _is_there() else None
        if library is None:
            return {}
        digests = {path: digest for path in paths if (digest := _digest(path))}
        by_key: dict[str, list[str]] = {}
        for path, digest in digests.items():
            by_key.setdefault(path_key(Path(path)), []).append(digest)
        try:
            ids = {digest: found for key in by_key for digest, found in library.known(by_key[key], key).items()}
        except LibraryError as error:
            self.problem = error
            return {}
        return {path: ids[digest] for path, digest in digests.items() if digest in ids}

    def taken(self, path: str, ids: Iterable[str]) -> tuple[Extraction, ...]:
        """What the library holds of the file, all of it; empty where something is missing or damaged."""
        wanted = list(ids)
        try:
            found = self._library.extractions(wanted) if self._library else []
        except LibraryError as error:
            _log.warning("%s", error)
            return ()
        name = Path(path).name
        whole = len(found) == len(wanted)
        return tuple(replace(e, source=replace(e.source, path=name)) for e in found) if whole else ()

    def keep(self, read: Mapping[str, tuple[Extraction, ...]]) -> None:
        """Keeps what was read of files."""
        library = self._open()
        if library is None:
            return
        from briefgen.store.library import as_row

        keys = {path: path_key(Path(path)) for path in read}
        everything = [(extraction, keys[path]) for path in read for extraction in read[path]]
        try:
            for first in range(0, len(everything), _AT_ONCE):
                library.add_rows([as_row(*one) for one in everything[first : first + _AT_ONCE]])
        except LibraryError as error:
            self.problem = error

    def close(self) -> None:
        """Lets go of the library."""
        if self._library is not None:
            self._library.close()


def _digest(path: str) -> str:
    """Of the file's bytes; empty where they cannot be read."""
    try:
        return hashlib.sha256(Path(path).read_bytes()).hexdigest()
    except OSError:
        return ""


def _is_there() -> bool:
    """Whether there is a library: one that was named, or the file in the user's folder."""
    return bool(os.environ.get("BRIEFGEN_LIBRARY")) or (home() / "library.sqlite").exists()


def stored_source(file: str) -> tuple[Extraction, ...]:
    """The source that the library holds under ``library:ID``; SourceError when it does not, or cannot be asked."""
    from briefgen.sessions import stored_sources

    try:
        found, gone = stored_sources([file.removeprefix(PREFIX)])
    except LibraryError as error:
        raise SourceError(error.message, **error.params) from error
    if gone:
        raise gone[0]
    return tuple(found)
