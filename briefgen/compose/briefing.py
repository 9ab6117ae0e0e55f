"""A briefing and the tree it prints, from what was found and what was chosen."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from briefgen.compose.choice import Plan, limits_of
from briefgen.compose.chronology import chronology
from briefgen.compose.figures import drawn_in, figures_of
from briefgen.compose.header import header_values, period_line, subject_line
from briefgen.compose.items import evidence_records, in_print_order, source_records
from briefgen.compose.ledger import Ledger, Ranking, read_ledger
from briefgen.compose.maker import Maker, printed_entries
from briefgen.compose.marking import within_marking
from briefgen.compose.markup import parse_markup
from briefgen.compose.naming import topic_title
from briefgen.compose.note import Draft, make_note
from briefgen.compose.plan import make_plan
from briefgen.compose.points import Situation, findings_of
from briefgen.compose.profile import profile_header
from briefgen.compose.references import numbered
from briefgen.compose.templates import template_info
from briefgen.compose.templating import render_template
from briefgen.compose.voice import Voice, voice
from briefgen.errors import UnknownName
from briefgen.i18n.mark import mark as _
from briefgen.model.briefing import Briefing, BriefingOptions, BriefingSection, Reference
from briefgen.model.extraction import Extraction, FactGroup
from briefgen.model.finding import Finding
from briefgen.model.marking import LEVELS, printed_marking, read_marking
from briefgen.model.record import to_record
from briefgen.model.selection import Selection
from briefgen.model.tree import Block, Document

NOTHING_CHOSEN = Selection()


def compose_briefing(
    extractions: Sequence[Extraction],
    groups: Sequence[FactGroup],
    options: BriefingOptions,
    selection: Selection = NOTHING_CHOSEN,
    ranking: Ranking | None = None,
    origins: Mapping[str, str] | None = None,
    found_before: Sequence[Finding] = (),
) -> tuple[Briefing, Document]:
    """The briefing and the tree it prints.

    `ranking` maps evidence ids to (score, reasons) and leaves out what it does not name; `origins` maps a source to the
    one it is a copy of; `found_before` are findings of the reading, told with the briefing's. Raises UnknownName for a
    template or a marking that is not there, TemplateError (file and line) for a template that is broken.
    """
    options = _completed(options)
    extractions, held = within_marking(extractions, options.marking)
    speak, info = voice(options.lang, options.date), template_info(options.template)
    ledger = read_ledger(extractions, groups, selection, ranking)
    limits = limits_of(info.limits, options.length)
    plan = make_plan(ledger, speak, options.topics, limits, options.context)
    spoken = [entry for entry in printed_entries(plan) if entry.id[entry.id.rindex(":") + 1] == "q"]
    moments = chronology(ledger, speak, plan, spoken, limits.chronology)
    printed = [*printed_entries(plan), *(moment.entry for moment in moments)]
    numbers = numbered(extractions, (source for entry in printed for source in ledger.sources(entry)))
    maker = Maker(speak, ledger, numbers, labels=len(options.topics) > 1)
    findings = [*found_before, *held, *findings_of(Situation(extractions, numbers, plan, ledger, printed, speak))]
    draft = Draft(
        extractions, plan, moments, findings, _header(extractions, plan, options, origins or {}, speak),
        info.title.get(speak.lang) or info.title["en"], options.title or "", info.by_article,
    )  # fmt: skip
    note = make_note(draft, maker)
    figures = figures_of(plan, moments, printed, ledger, speak)
    shown = {"note": note, "figures": sorted(figures), "drawn": drawn_in(plan)}
    markup = render_template(options.template, speak.words, shown | {"marking": printed_marking(options.marking)})
    blocks = parse_markup(markup, f"{info.id}/body.html.j2", speak.locale, figures)
    document = _document(draft, options, speak, blocks)
    briefing = _briefing(draft, options, maker, ledger, document, note.sources)
    return briefing, replace(document, evidence=to_record(briefing))


def _completed(options: BriefingOptions) -> BriefingOptions:
    """The options with their marking read and the profile's header below their own; UnknownName for no marking."""
    marking = read_marking(options.marking)
    if marking is None:
        raise UnknownName(
            _("There is no marking “{name}”; there are: {known}."), name=options.marking, known=", ".join(LEVELS)
        )
    return replace(options, marking=marking, header={**profile_header(), **options.header})


def _header(
    extractions: Sequence[Extraction], plan: Plan, options: BriefingOptions, origins: Mapping[str, str], speak: Voice
) -> dict[str, str]:
    found = [topic.topic for topic in plan.topics if topic] or list(options.topics)
    subject = subject_line(printed_entries(plan), found, speak)
    return header_values(options, subject, period_line(extractions, origins, speak), speak)


def _document(draft: Draft, options: BriefingOptions, speak: Voice, blocks: tuple[Block, ...]) -> Document:
    subject = draft.header.get("subject", "")
    title = draft.title or (f"{draft.kicker} – {subject}" if subject else draft.kicker)
    topics = tuple(topic_title(topic, speak.lang) for topic in options.topics)
    return Document(
        lang=speak.locale,
        title=title,
        blocks=blocks,
        marking=printed_marking(options.marking),
        author=draft.header.get("from", ""),
        subject=subject,
        keywords=topics,
        running_title=draft.title or draft.kicker,
        date=options.date,
        page_label=speak("Page {page} of {pages}"),
        style=options.style,
    )


def _briefing(
    draft: Draft, options: BriefingOptions, maker: Maker, ledger: Ledger, document: Document, sources: Sequence[object]
) -> Briefing:
    speak = maker.voice
    titles = {"key_points": speak("Key points"), "chronology": speak("Chronology")}
    titles["context"] = speak("Context (outside the chosen topics)")
    titles |= {topic: topic_title(topic, speak.lang) for topic in options.topics}
    order = ("key_points", *options.topics, "context", "chronology")
    sections = [BriefingSection(name, titles[name], tuple(maker.items[name])) for name in order if name in maker.items]
    printed = in_print_order(sections, document)
    items = [item for section in printed for item in section.items]
    lines = {
        name: maker.printed(view.line)  # type: ignore[attr-defined]
        for (name, _), view in zip(sorted(maker.numbers.items(), key=lambda pair: pair[1]), sources, strict=True)
    }
    return Briefing(
        header={"title": document.title, **draft.header},
        language=speak.lang,
        marking=options.marking,
        template=options.template,
        sources=source_records(draft.extractions, maker.numbers, lines),
        sections=printed,
        evidence=evidence_records(items, ledger.entries),
        references=tuple(Reference(number, name, lines[name]) for name, number in maker.numbers.items()),
        left_out=draft.plan.left_out,
        findings=tuple(draft.findings),
    )
