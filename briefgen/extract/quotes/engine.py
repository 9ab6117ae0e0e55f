"""The quote rules in order: direct speech, reported clauses, what continues, then speakers and scores."""

from briefgen.extract.quotes.cues import find_cues
from briefgen.extract.quotes.direct import DirectPatterns
from briefgen.extract.quotes.drafts import Draft
from briefgen.extract.quotes.interview import interview_answers
from briefgen.extract.quotes.reading import Reading, read
from briefgen.extract.quotes.reported import ReportedPatterns
from briefgen.extract.quotes.unattached import attach_rest
from briefgen.extract.speakers.resolve import Speakers
from briefgen.model.evidence import Quote
from briefgen.model.finding import Finding
from briefgen.model.mention import Mention
from briefgen.text.analysis import Analysis


def extract_quotes(analysis: Analysis, mentions: tuple[Mention, ...]) -> tuple[list[Quote], list[Finding]]:
    """Quotes in text order, with the findings that doubt raised."""
    reading = read(analysis)
    drafts = draft_quotes(reading)
    return Speakers(reading, mentions).quotes(drafts)


def draft_quotes(reading: Reading) -> list[Draft]:
    """Everything said in the text, in order, before names are resolved."""
    cues = find_cues(reading)
    direct = DirectPatterns(reading, cues)
    quoted = direct.run()
    reported = ReportedPatterns(reading, direct).run(quoted)
    drafts = sorted([*quoted, *reported, *interview_answers(reading)], key=lambda draft: (draft.start, draft.end))
    return attach_rest(reading, _without_doubles(drafts))


def _without_doubles(drafts: list[Draft]) -> list[Draft]:
    """The surer of two drafts with the same content; a quoted passage yields to the clause that holds it."""
    found: list[Draft] = []
    for draft in drafts:
        if found and draft.start < found[-1].end and draft.end <= found[-1].end:
            last = found[-1]
            same = draft.end - draft.start > 0.7 * (last.end - last.start)
            if same or draft.kind == "direct":
                if same and draft.score > last.score:
                    found[-1] = draft
                continue
        found.append(draft)
    return found
