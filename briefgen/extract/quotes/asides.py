"""The narrator inside the marks: "« Il faut, a-t-elle ajouté, revoir la copie. »"."""

import re

from briefgen.extract.quotes.cues import Cue
from briefgen.extract.quotes.drafts import Draft
from briefgen.extract.quotes.reading import Reading
from briefgen.extract.speakers.subjects import Subject

_ASIDE = re.compile(
    r"""
    ,[ ](?:(?:a-t|ont|avait|avaient)-(?P<p1>ils?|elles?)[ ](?:\w+[ ])?(?P<v1>\w+)     # , a-t-elle ajouté,
         |(?P<v2>\w+)(?:-t)?-(?P<p2>ils?|elles?))                                       # , explique-t-il,
    (?:[ ][^,]{1,30})?,                                                                 # … lundi,
    """,
    re.VERBOSE,
)


def spoken_within(reading: Reading, number: int) -> Draft | None:
    """The draft of a passage that holds its own attribution by a pronoun; None where it holds none."""
    passage = reading.passages[number]
    if reading.lexicon.language != "fr":
        return None
    found = _ASIDE.search(reading.analysis.folded, passage.start, passage.end)
    if found is None:
        return None
    group = "1" if found["v1"] else "2"
    verb = reading.lexicon.verbs.get(found["v" + group])
    tokens = reading.analysis.tokens
    pronoun, first = tokens.first_at(found.start("p" + group)), tokens.first_at(found.start() + 1)
    stop = tokens.first_at(max(found.end("v" + group), found.end("p" + group)))
    if verb is None or pronoun >= len(tokens) or found.start() <= passage.start or found.end() >= passage.end:
        return None
    if tokens.starts[pronoun] != found.start("p" + group):
        return None
    cue = Cue(first, stop, first, verb, "finite", inverted=pronoun)
    text = reading.analysis.text
    begin = found.end() + (text[found.end()] in " \u00a0\u202f")
    if begin >= passage.end:
        return None
    fragments = ((passage.start, found.start()), (begin, passage.end))
    subject = Subject(pronoun, pronoun + 1, pronoun=True)
    why = f"« {reading.text(first, stop)} » within the quoted words"
    return Draft("direct", fragments, cue, subject, "direct-within", why, 0.9, (first, stop))
