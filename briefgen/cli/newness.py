"""`--since-last NAME`: only what the last briefing under a name did not have."""

from briefgen.errors import OutputError
from briefgen.i18n.mark import mark as _
from briefgen.model.briefing import BriefingOptions
from briefgen.pipeline import Reading, gather, within_period
from briefgen.store.series import series_key


def only_new(reading: Reading, options: BriefingOptions, name: str) -> Reading:
    """The reading without the sources that the series has printed, or that lie outside the period; OutputError if none is left."""
    from briefgen.store.library import Library

    library = Library.open()
    try:
        used = library.printed(series_key(name, lang=options.lang))
    finally:
        library.close()
    inside = within_period(reading.extractions, options.since, options.until)
    new = [extraction for extraction in inside if extraction.source.id not in used]
    if inside and not new:
        raise OutputError(_("Nothing is new since the last “{name}”; nothing was written."), name=name)
    return gather(new, reading.failures, reading.findings)


def mark_printed(reading: Reading, options: BriefingOptions, name: str) -> None:
    """Remembers the sources that have just been printed under the name."""
    from briefgen.store.library import Library

    library = Library.open()
    try:
        library.mark_printed(
            series_key(name, lang=options.lang), [extraction.source.id for extraction in reading.extractions]
        )
    finally:
        library.close()
