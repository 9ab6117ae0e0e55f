"""Lines of a plan become the views a template prints, and the items that say what was printed and why."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from briefgen.compose.choice import KeyPoint, Plan, Statement
from briefgen.compose.extracts import Extract
from briefgen.compose.factline import FactLine, fact_sentence, table_subject
from briefgen.compose.keypoints import KEY_POINT_WORDS, word_count
from briefgen.compose.ledger import Entry, Ledger
from briefgen.compose.mentions import days_line, mentions_line
from briefgen.compose.naming import topic_title
from briefgen.compose.quoteline import QuoteLine, quote_line
from briefgen.compose.runs import Line, in_runs, joined, lowered, own, references
from briefgen.compose.sayings import outlet_name
from briefgen.compose.speakers import full_name
from briefgen.compose.subjects import undated_subject
from briefgen.compose.views import LineView, QuoteView, RowView, TableView
from briefgen.compose.voice import Voice
from briefgen.model.briefing import BriefingItem, ItemKind
from briefgen.model.evidence import Quote
from briefgen.model.quote_wording import QuoteWording, read_quote_wording
from briefgen.model.tree import Text


@dataclass(slots=True)
class Maker:
    """Composes in print order: remembers whose full name stands already, and collects the items of each section."""

    voice: Voice
    ledger: Ledger
    numbers: Mapping[str, int]
    items: dict[str, list[BriefingItem]] = field(default_factory=dict)
    named: set[str] = field(default_factory=set)
    points: dict[str, int] = field(default_factory=dict)
    """Evidence id → number of the key point that prints its sentence."""
    labels: bool = True
    """Whether a key point names its topic, as it does where there are several."""

    def marks(self, entry: Entry) -> tuple[int, ...]:
        return tuple(sorted(self.numbers[source] for source in self.ledger.sources(entry) if source in self.numbers))

    def evidence(self, entry: Entry) -> tuple[str, ...]:
        """The entry's id, then those of the same matter in other sources."""
        return tuple(name for name in entry.members if name in self.ledger.entries)

    def add(self, section: str, kind: ItemKind, entry: Entry, text: str, **more: object) -> None:
        """One printed item of `section`."""
        found = self.items.setdefault(section, [])
        chosen = "kept by the analyst" if entry.id in self.ledger.selection.included else "ranked"
        topics = ", ".join(entry.topics) or "none of the chosen topics"
        why = ", ".join(entry.reasons) or f"rule {entry.element.rule}"
        reason = f"{chosen} {entry.rank:.2f}; topic: {topics}; {why}"
        language = more.pop("language", None) or self.voice.lang
        name, evidence = f"{section}-{len(found) + 1}", self.evidence(entry)
        item = BriefingItem(name, kind, text, str(language), evidence, self.marks(entry), reason)
        found.append(replace(item, **more))  # type: ignore[arg-type]

    def printed(self, line: Line) -> str:
        return line.printed(self.voice.locale)

    # ---- facts

    def key_point(self, number: int, point: KeyPoint) -> LineView:
        """``**Énergie.** … [2].``; two facts of one thing with a semicolon between them."""
        label = own(f"{topic_title(point.topic, self.voice.lang)}.", bold=True) + own(" ") if self.labels else Line()
        for statement in point.said:
            if isinstance(statement, Extract):
                self.points[statement.entry.id] = number
        if len(point.said) == 1:
            return LineView(self.said("key_points", point.said[0], label), point.said[0].entry.id)
        lines = [self._sentence(statement) for statement in point.said]
        marks = sorted({mark for statement in point.said for mark in self.marks(statement.entry)})
        line = label + joined([lines[0], *map(lowered, lines[1:])], "; ") + references(marks) + own(".")
        ids = tuple(dict.fromkeys(name for statement in point.said for name in self.evidence(statement.entry)))
        self.add("key_points", "composed", point.said[0].entry, self.printed(line), evidence=ids)
        return LineView(line, " ".join(statement.entry.id for statement in point.said))

    def _sentence(self, statement: Statement) -> Line:
        """The statement without its full stop: as the analyst typed it, in the source's words, or in ours."""
        entry = statement.entry
        typed = self.ledger.selection.wording.get(entry.id)
        if typed:
            return own(typed.strip().rstrip("."), evidence=entry.id)
        if isinstance(statement, Extract):
            return self._glossed(statement)
        said = fact_sentence(statement, self.voice)
        if word_count(str(said)) > KEY_POINT_WORDS:
            said = fact_sentence(statement, self.voice, brief=True)
        return _evident(said, entry.id)

    def _glossed(self, extract: Extract) -> Line:
        """The sentence, in a document of another language after what our voice can say of it."""
        if extract.lang is None:
            return extract.words
        near = self.ledger.facts_in(extract.entry.source, extract.sentence)
        said = [undated_subject(entry, self.voice) for entry in near if entry.id not in self.ledger.selection.wording]
        gloss = joined([_evident(line, extract.entry.id) for line in said if line is not None], "; ")
        return (
            gloss + own(self.voice("{subject}: {value}").format(subject="", value="")) + extract.words
            if gloss
            else extract.words
        )

    def said(self, section: str, statement: Statement, label: Line | None = None) -> Line:
        """The statement as a whole line; collected as an item."""
        entry = statement.entry
        told = self._told(statement)
        line = (label or Line()) + self._sentence(statement) + references(self.marks(entry)) + own(".")
        if told:
            line = line + own(" ") + told + own(".")
        if entry.id in self.ledger.selection.wording:
            self.add(section, "typed", entry, self.printed(line))
        elif isinstance(statement, Extract):
            self.add(
                section, "extract", entry, statement.text, language=statement.lang, fallback=statement.lang is not None,
                attribution=self.printed(outlet_name(entry, self.voice)), mentions=self.printed(told),
            )  # fmt: skip
        else:
            self.add(section, "composed", entry, self.printed(line))
        return line

    def _told(self, statement: Statement) -> Line:
        """What a sentence in another language mentions, in ours; of one in this language, the days it means."""
        typed = statement.entry.id in self.ledger.selection.wording
        if typed or not isinstance(statement, Extract):
            return Line()
        if statement.lang is None:
            return days_line(statement.entry, statement.sentence, self.voice)
        return mentions_line(statement.entry, [statement.sentence], self.voice)

    def fact_table(self, section: str, rows: Sequence[FactLine]) -> TableView:
        """Columns without any value are dropped; a change stands in the column of values where no row has both."""
        voice = self.voice
        apart = any(row.short_value and row.short_change for row in rows)
        values = [row.short_value or ("" if apart else row.short_change) for row in rows]
        columns = [
            (voice("Fact"), 5.0, [self._subject(row) for row in rows]),
            (voice("Value"), 2.4, [own(value) for value in values]),
            (voice("Change"), 2.0, [own(row.short_change if apart else "") for row in rows]),
            (voice("Date"), 1.7, [own(row.date) for row in rows]),
            (voice("According to"), 2.6, [row.according_to for row in rows]),
            (voice("Ref."), 0.9, [_mark_cell(self.marks(row.entry)) for row in rows]),
        ]
        kept = [column for column in columns if any(column[2])]
        made = []
        for index, row in enumerate(rows):
            cells = tuple(_evident(cells[index], row.entry.id) or own("–") for _, _, cells in kept)
            made.append(RowView(cells, row.entry.id))
            kind: ItemKind = "typed" if row.entry.id in self.ledger.selection.wording else "composed"
            self.add(section, kind, row.entry, "\t".join(map(self.printed, cells)))
        widths = " ".join(f"{width:g}" for _, width, _ in kept)
        return TableView(voice("Facts"), tuple(name for name, _, _ in kept), widths, tuple(made))

    def _subject(self, row: FactLine) -> Line:
        typed = self.ledger.selection.wording.get(row.entry.id)
        return own(typed.strip()) if typed else table_subject(row)

    # ---- quotations

    def quote(self, section: str, entry: Entry) -> QuoteView:
        """A direct quotation as a block."""
        line, typed = self._spoken(entry)
        mark = references(self.marks(entry))
        attribution = own("— ") + line.speaker + mark
        self._collect(section, line, attribution, typed)
        names = " ".join((entry.id, *(one.id for one in entry.joined)))
        return QuoteView(line.marked, attribution, line.mentions, line.lang, names, own(typed.before))

    def _spoken(self, entry: Entry) -> tuple[QuoteLine, QuoteWording]:
        """The quotation, with the analyst's words for who says so where there are any; and the words around it."""
        wording = self.ledger.selection.wording
        typed = read_quote_wording(next((wording[e.id] for e in (entry, *entry.joined) if e.id in wording), ""))
        line = quote_line(entry, self.voice, not typed.after and self._first(entry))
        return (replace(line, speaker=own(typed.after, evidence=entry.id)) if typed.after else line), typed

    def reported(self, section: str, entry: Entry) -> LineView:
        """A reported or mixed one as a list line: date, speaker, label, the clause in the source's words."""
        voice = self.voice
        line, typed = self._spoken(entry)
        label = own(" (" + (voice("reported speech") if line.is_indirect else voice("partly reported")) + ")")
        attribution = line.speaker + label
        self._collect(section, line, attribution, typed)
        colon = own(voice("{subject}: {value}").format(subject="", value=""))
        whole = attribution + colon + line.marked
        if typed.before:
            whole = own(f"{typed.before} ", evidence=entry.id) + line.marked + own(" — ") + attribution
        whole = whole + references(self.marks(entry))
        if line.mentions:
            whole = whole + own(" · ") + line.mentions
        return LineView(whole, entry.id)

    def _collect(self, section: str, line: QuoteLine, attribution: Line, typed: QuoteWording) -> None:
        kind: ItemKind = "reported" if line.is_indirect else "quote"
        self.add(
            section, kind, line.entry, line.text, language=line.lang, fallback=line.lang is not None,
            attribution=self.printed(attribution), mentions=self.printed(line.mentions),
            introduction=self.printed(own(typed.before)),
        )  # fmt: skip

    def _first(self, entry: Entry) -> bool:
        """Whether this speaker is named for the first time; remembers it."""
        quote = entry.element
        if not isinstance(quote, Quote) or quote.speaker is None:
            return True
        name = full_name(quote.speaker, self.voice)
        first = name not in self.named
        self.named.add(name)
        return first

    def see_also(self, entries: Sequence[Entry]) -> list[LineView]:
        """``Voir aussi À retenir, 5`` for sentences that a key point already prints."""
        numbers = sorted({self.points[entry.id] for entry in entries if entry.id in self.points})
        if not numbers:
            return []
        text = self.voice.words.ngettext(
            "See also key point {numbers}.", "See also key points {numbers}.", len(numbers)
        )
        return [LineView(own(text.format(numbers=self.voice.formats.listed(in_runs(numbers)))))]


def _evident(line: Line, evidence: str) -> Line:
    """The line with the evidence id on each run that has none."""
    runs = (replace(run, evidence=evidence) if isinstance(run, Text) and not run.evidence else run for run in line.runs)
    return Line(tuple(runs))


def _mark_cell(numbers: Sequence[int]) -> Line:
    return joined([Line(references([number]).runs[1:]) for number in numbers], " ")


def printed_entries(plan: Plan) -> list[Entry]:
    """All that a plan prints, chronology aside."""
    return [
        *(statement.entry for point in plan.key_points for statement in point.said),
        *(e for topic in plan.topics for e in topic.entries()),
        *plan.context,
    ]
