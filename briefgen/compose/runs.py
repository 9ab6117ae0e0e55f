"""A line of print: runs that remember their evidence, and say themselves in the markup that templates emit."""

from collections.abc import Iterable
from dataclasses import replace
from html import escape

from briefgen.frozen import dataclass
from briefgen.model.tree import Break, Inline, Link, ReferenceMark, Text
from briefgen.text.typography import printable, typography


@dataclass(frozen=True, slots=True)
class Line:
    """Inlines in order; true when it prints anything."""

    runs: tuple[Inline, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.runs)

    def __add__(self, other: "Line") -> "Line":
        return Line(self.runs + other.runs)

    def __html__(self) -> str:
        """The line as markup, every character of it escaped: Jinja prints it as it stands."""
        return "".join(map(_markup, self.runs))

    def __str__(self) -> str:
        """The words alone."""
        return "".join(map(_words, self.runs))

    def printed(self, locale: str) -> str:
        """The words as printed: typography applied around, not inside, what is verbatim."""
        return "".join(map(_words, _typeset(self.runs, locale)))


def own(
    text: str, *, bold: bool = False, italic: bool = False, small: bool = False, evidence: str | None = None
) -> Line:
    """Words of ours, in the document language."""
    return Line((Text(printable(text), bold, italic, small, None, evidence),)) if text else Line()


def source_words(text: str, evidence: str | None, lang: str | None, *, italic: bool = False) -> Line:
    """Characters of a source; `lang` is None where it is the document's."""
    return Line((Text(printable(text), italic=italic, lang=lang, evidence=evidence, verbatim=True),))


def in_bold(line: Line) -> Line:
    """The line with its runs in bold."""
    return Line(tuple(replace(run, bold=True) if isinstance(run, Text) else run for run in line.runs))


def lowered(line: Line) -> Line:
    """The line as it goes on after a semicolon: its first word of ours in lower case unless it is a name."""
    first = line.runs[0] if line.runs else None
    if not isinstance(first, Text) or first.verbatim or not first.text[1:2].islower():
        return line
    return Line((replace(first, text=first.text[0].lower() + first.text[1:]), *line.runs[1:]))


def references(numbers: Iterable[int]) -> Line:
    """`` [1] [2]`` with a no-break space before each."""
    runs: list[Inline] = []
    for number in numbers:
        runs += [Text("\u00a0"), ReferenceMark(number, f"ref-{number}")]
    return Line(tuple(runs))


def joined(lines: Iterable[Line], separator: str = ", ") -> Line:
    """Lines with `separator` between those that print anything."""
    total = Line()
    for line in lines:
        if line:
            total = total + own(separator) + line if total else line
    return total


def tree_line(inlines: tuple[Inline, ...], locale: str) -> tuple[Inline, ...]:
    """Inlines with typography applied to the runs of ours."""
    return tuple(_typeset(inlines, locale))


def _typeset(runs: Iterable[Inline], locale: str) -> Iterable[Inline]:
    typeset = typography(locale)
    for run in runs:
        if isinstance(run, Text) and not run.verbatim and run.lang is None:
            yield Text(typeset(run.text), run.bold, run.italic, run.small, run.lang, run.evidence)
        elif isinstance(run, Link):
            yield Link(run.target, tuple(_typeset(run.children, locale)))
        else:
            yield run


def _words(run: Inline) -> str:
    if isinstance(run, Text):
        return run.text
    if isinstance(run, ReferenceMark):
        return f"[{run.number}]"
    if isinstance(run, Break):
        return "\n"
    return "".join(map(_words, run.children))


def _markup(run: Inline) -> str:
    if isinstance(run, Text):
        return _span(run)
    if isinstance(run, ReferenceMark):
        return f'<a class="reference" href="#{escape(run.target)}">{run.number}</a>'
    if isinstance(run, Break):
        return "<br>"
    return f'<a href="{escape(run.target)}">{"".join(map(_markup, run.children))}</a>'


def _span(run: Text) -> str:
    text = escape(run.text, quote=False)
    for wanted, tag in ((run.small, "small"), (run.italic, "i"), (run.bold, "b")):
        if wanted:
            text = f"<{tag}>{text}</{tag}>"
    attributes = [
        f' {name}="{escape(value)}"'
        for name, value in (
            ("lang", run.lang),
            ("data-evidence", run.evidence),
            ("class", "verbatim" if run.verbatim else None),
        )
        if value
    ]
    return f"<span{''.join(attributes)}>{text}</span>" if attributes else text


def in_runs(numbers: Iterable[int]) -> list[str]:
    """``["1", "3–6"]``: three or more in a row are said by their ends."""
    runs: list[list[int]] = []
    for number in sorted(set(numbers)):
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    ends = ([f"{run[0]}–{run[-1]}"] if len(run) > 2 else map(str, run) for run in runs)
    return [end for run in ends for end in run]
