"""A text with what every extractor needs of it, made once: forms, tokens, paragraphs, sentences, boilerplate."""

from collections.abc import Iterable

from briefgen.frozen import dataclass
from briefgen.model.evidence import Pair
from briefgen.model.source import Boilerplate
from briefgen.text.boilerplate import Layout, layout
from briefgen.text.fold import folded, plain
from briefgen.text.language import detect_language
from briefgen.text.sentences import paragraphs, sentence_at, sentences
from briefgen.text.tokens import Tokens, tokenize


@dataclass(frozen=True, slots=True)
class Analysis:
    """Every offset counts characters of `text`; `plain` and `folded` have the same length."""

    text: str
    plain: str
    """One kind of apostrophe, space and hyphen; case kept."""
    folded: str
    """`plain` in lower case."""
    tokens: Tokens
    paragraphs: tuple[Pair, ...]
    sentences: tuple[Pair, ...]
    language: str
    published: str | None
    """EDTF; relative dates are resolved against it."""
    outlet: str | None
    boilerplate: tuple[Boilerplate, ...]
    """Never evidence; sorted."""
    captions: tuple[Pair, ...]
    headings: tuple[Pair, ...]

    def sentence_of(self, position: int) -> Pair:
        """The sentence that holds `position`; (0, 0) where there is none."""
        index = sentence_at(self.sentences, position)
        return self.sentences[index] if index >= 0 else (0, 0)

    def is_boilerplate(self, start: int, end: int) -> bool:
        """Whether [start, end) touches text that is never evidence."""
        return any(b.start < end and start < b.end for b in self.boilerplate)


def analyze(
    text: str,
    language: str | None = None,
    published: str | None = None,
    outlet: str | None = None,
    metadata_lines: Iterable[Pair] = (),
) -> Analysis:
    """The analysis of `text`, kept as it is; language is detected where None. `metadata_lines` count as boilerplate."""
    folded_text = folded(text)
    tokens = tokenize(folded_text)
    spoken = language or detect_language(tokens.forms)
    paragraph_spans = paragraphs(text)
    found: Layout = layout(text, paragraph_spans)
    lines = tuple(metadata_lines)
    return Analysis(
        text=text,
        plain=plain(text),
        folded=folded_text,
        tokens=tokens,
        paragraphs=tuple(paragraph_spans),
        sentences=tuple(sentences(text, paragraph_spans, spoken)),
        language=spoken,
        published=published,
        outlet=outlet,
        boilerplate=_with_lines(found.boilerplate, lines),
        captions=found.captions,
        headings=tuple(h for h in found.headings if h not in lines),
    )


def _with_lines(boilerplate: tuple[Boilerplate, ...], lines: Iterable[Pair]) -> tuple[Boilerplate, ...]:
    added = [
        Boilerplate(start, end, "metadata")
        for start, end in lines
        if not any(b.start <= start and end <= b.end for b in boilerplate)
    ]
    return tuple(sorted((*boilerplate, *added), key=lambda b: b.start))
