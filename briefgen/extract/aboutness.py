"""Whether an article as a whole is about a topic: how much of it is, where, with how many different words, against what else.

A logistic score whose weights were fitted on the health articles of a news corpus in both languages (half of it) and rounded.
"""

from bisect import bisect_right
from collections.abc import Sequence
from math import exp, sqrt

from briefgen.lexicon.fields import field_words
from briefgen.lexicon.matcher import fits_case
from briefgen.lexicon.topics import Topic
from briefgen.text.analysis import Analysis

_BIAS = -1.4
_MASS, _LEAD, _TITLE, _VARIETY = 1.3, 1.45, 1.1, 1.95
_RIVAL = {"sports": -1.8, "entertainment": -0.6, "business": -0.8, "politics": -0.9, "technology": -0.1}
_FULL_SENTENCE = 2.5
_FULL_LEAD = 2.0
_LEAD_SENTENCES = 3
_RIVAL_WORDS = 2
"""Words of a rival field that count in one sentence."""


def aboutness(topic: Topic, scores: Sequence[float], variety: float, words: int, rivals: dict[str, float]) -> float:
    """Between 0 and 1, 0.5 being the border: `scores` by sentence (the first is the title), `variety` of distinct cues."""
    lead = scores[1 : 1 + _LEAD_SENTENCES]
    logit = (
        _BIAS
        + topic.ease
        + _MASS * sum(min(score, _FULL_SENTENCE) for score in scores) / max(1, len(scores))
        + _LEAD * sum(min(score, _FULL_LEAD) for score in lead) / _LEAD_SENTENCES
        + _TITLE * min(scores[0] if scores else 0.0, _FULL_LEAD)
        + _VARIETY * variety / (2 * sqrt(words / 100 + 1))
        + sum(_RIVAL[field] * rivals.get(field, 0.0) for field in topic.rivals)
    )
    return 1 / (1 + exp(-logit))


def rival_shares(analysis: Analysis) -> dict[str, float]:
    """Field → how many of its words a sentence of the text holds on average, at most two counted in each."""
    tokens = analysis.tokens
    found: dict[tuple[str, int], set[str]] = {}
    for first, after, fields in field_words("fr" if analysis.language == "fr" else "en").find(tokens):
        start = tokens.starts[first]
        text = analysis.plain[start : tokens.ends[after - 1]]
        sentence = bisect_right(analysis.sentences, (start, len(analysis.text)))
        for field, form in fields.items():
            if fits_case(form, text):
                found.setdefault((field, sentence), set()).add(form.lower())
    shares: dict[str, float] = {}
    for (field, _), forms in found.items():
        shares[field] = shares.get(field, 0.0) + min(len(forms), _RIVAL_WORDS) / max(1, len(analysis.sentences))
    return shares
