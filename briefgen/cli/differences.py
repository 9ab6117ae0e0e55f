"""What a reviewer changed, as lines for people."""

from collections.abc import Callable, Iterable, Iterator

from briefgen.i18n.mark import mark as _
from briefgen.verify.differences import Difference

_KINDS = {
    "changed": _("wording changed"),
    "deleted": _("deleted"),
    "added": _("added"),
    "moved": _("moved"),
}
_LONGEST = 160


def difference_lines(found: Iterable[Difference], translate: Callable[[str], str]) -> Iterator[str]:
    """A head line a difference (item, kind, who tracked it), the words below it; at last how many there are."""
    count = altered = 0
    for difference in found:
        count += 1
        altered += difference.quotation_altered
        yield _head(difference, translate)
        yield from _words(difference)
    yield translate(_("Differences: {count}. Altered quotations: {altered}.")).format(count=count, altered=altered)


def _head(difference: Difference, translate: Callable[[str], str]) -> str:
    said = translate(_KINDS[difference.kind])
    if difference.quotation_altered:
        said += ", " + translate(_("A QUOTATION WAS ALTERED"))
    if difference.tracked:
        names = ", ".join(difference.authors) or "?"
        said += ", " + translate(_("tracked by {names}")).format(names=names)
    return f"{difference.id or '–'}: {said}"


def _words(difference: Difference) -> Iterator[str]:
    if not difference.words:
        if difference.before:
            yield f"  - {_shown(difference.before)}"
        if difference.after and difference.kind != "moved":
            yield f"  + {_shown(difference.after)}"
        return
    for change in difference.words:
        if change.before:
            yield f"  - {_shown(change.before)}"
        if change.after:
            yield f"  + {_shown(change.after)}"


def _shown(text: str) -> str:
    flat = text.replace("\t", " | ")
    return flat if len(flat) <= _LONGEST else flat[:_LONGEST].rstrip() + "…"
