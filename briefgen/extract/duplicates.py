"""The same article twice, near copies and wire copies: one origin; the same matter in several sources: one group."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from itertools import combinations
from zlib import crc32

from briefgen.extract.matters import Matter, matters_of, relate, similar
from briefgen.model.extraction import Extraction, FactGroup
from briefgen.text.fold import folded
from briefgen.text.tokens import tokenize

_SHINGLE = 5
_SKETCH = 96
_COPIED = 0.6
"""Share of the shorter text's five-word runs that the longer one must hold, for both to be of one origin."""
_LEAST = 12
"""Five-word runs below which a text is too short to compare except for identity."""
_FRIENDS = 400
"""Matters under one key beyond which the key is too common to compare by."""


def origins(extractions: Sequence[Extraction]) -> Mapping[str, str]:
    """Source id → id of the source it is a copy of (itself where it is none); the earliest published is the origin."""
    order = sorted(range(len(extractions)), key=lambda i: (extractions[i].source.published or "9", i))
    shingles = {i: _shingles(extractions[i].text) for i in order}
    by_hash: dict[int, list[int]] = defaultdict(list)
    by_text: dict[str, int] = {}
    found: dict[str, str] = {}
    for i in order:
        source = extractions[i].source
        original = by_text.get(source.text_sha256)
        if original is None:
            original = _copied_from(shingles, by_hash, i)
        by_text.setdefault(source.text_sha256, i if original is None else original)
        origin = source.id if original is None else found[extractions[original].source.id]
        found.setdefault(source.id, origin)
        for value in _sketch(shingles[i]):
            by_hash[value].append(i)
    return found


@lru_cache(maxsize=256)
def _shingles(text: str) -> frozenset[int]:
    """Hashes of the text's five-word runs, the same in every process."""
    words = [w for w in tokenize(folded(text)).forms if w[0].isalnum()]
    runs = (" ".join(words[i : i + _SHINGLE]) for i in range(len(words) - _SHINGLE + 1))
    return frozenset(crc32(run.encode("utf-8", "surrogatepass")) for run in runs)


def _sketch(shingles: frozenset[int]) -> list[int]:
    return sorted(shingles)[:_SKETCH]


def _copied_from(shingles: Mapping[int, frozenset[int]], by_hash: Mapping[int, list[int]], i: int) -> int | None:
    """The earlier source that shares most of its runs with source `i`, if it shares enough."""
    own = shingles[i]
    if len(own) < _LEAST:
        return None
    seen: set[int] = {j for value in own if value in by_hash for j in by_hash[value]}
    best, most = None, _COPIED
    for j in sorted(seen):
        least = min(len(own), len(shingles[j]))
        share = len(own & shingles[j]) / least if least >= _LEAST else 0.0
        if share >= most and (best is None or share > most):
            best, most = j, share
    return best


def group_facts(extractions: Sequence[Extraction]) -> list[FactGroup]:
    """Groups of two or more facts on one matter, in order of their first member; see `FactGroup` for the relations."""
    origin = origins(extractions)
    matters = [m for e in extractions for m in matters_of(e, origin[e.source.id])]
    parent = list(range(len(matters)))
    for a, b in _candidates(matters):
        if matters[a].source != matters[b].source and similar(matters[a], matters[b]):
            parent[_root(parent, b)] = _root(parent, a)
    clusters: dict[int, list[Matter]] = defaultdict(list)
    for index, matter in enumerate(matters):
        clusters[_root(parent, index)].append(matter)
    return [
        FactGroup(tuple(m.id for m in members), relate(members)) for members in clusters.values() if len(members) > 1
    ]


def _root(parent: list[int], index: int) -> int:
    while parent[index] != index:
        parent[index] = parent[parent[index]]
        index = parent[index]
    return index


def _candidates(matters: Sequence[Matter]) -> Iterable[tuple[int, int]]:
    """Pairs that share a key, each once."""
    by_key: dict[str, list[int]] = defaultdict(list)
    for index, matter in enumerate(matters):
        for key in matter.keys:
            by_key[key].append(index)
    pairs = {pair for members in by_key.values() if len(members) <= _FRIENDS for pair in combinations(members, 2)}
    return sorted(pairs)
