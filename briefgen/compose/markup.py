"""The semantic HTML subset of the templates, read by an allow-list into blocks of the document tree.

An unknown tag or attribute is an error with template, line and the list of what is allowed. The templating step writes
the template's line into each tag (`data-line`), so that the line is the analyst's, not that of the rendered text.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from html.parser import HTMLParser

from briefgen.errors import TemplateError
from briefgen.model.tree import Block, Figure

LINE = "data-line"
_COMMON = frozenset({"id", "class", "lang", "data-evidence", LINE})
ALLOWED: Mapping[str, frozenset[str]] = {
    **dict.fromkeys("h1 h2 h3 p blockquote ul ol li section tr th td b strong i em small span".split(), _COMMON),
    "table": _COMMON | {"data-widths", "title"},
    "thead": _COMMON,
    "tbody": _COMMON,
    "a": _COMMON | {"href", "data-figure"},
    "figure": frozenset({"id", "data-figure", LINE}),
    "nav": frozenset({"data-depth", LINE}),
    "br": frozenset({LINE}),
    "hr": frozenset({LINE}),
}
"""Tag → its attributes."""
NO_FIGURES: Mapping[str, Figure] = {}
_VOID = ("br", "hr")
_INLINE = frozenset("b strong i em small span a br".split())
_PARENTS: Mapping[str, frozenset[str]] = {
    "li": frozenset({"ul", "ol"}),
    "tr": frozenset({"table", "thead", "tbody"}),
    "td": frozenset({"tr"}),
    "th": frozenset({"tr"}),
    "thead": frozenset({"table"}),
    "tbody": frozenset({"table"}),
}
_FLOW = frozenset({"", "section", "blockquote", "li"})
"""Where blocks may stand; the empty name is the top."""
_HREF = re.compile(r"(?:#[\w.-]+|https?://[^\s<>\"]+|mailto:[^\s<>\"]+)\Z")


@dataclass(slots=True)
class Node:
    """A tag with what stands in it, before it becomes a block."""

    tag: str
    attributes: Mapping[str, str]
    place: str = ""
    children: "list[Node | str]" = field(default_factory=list)


class _Reader(HTMLParser):
    def __init__(self, template: str) -> None:
        super().__init__(convert_charrefs=True)
        self.template = template
        self.top = Node("", {})
        self.open = [self.top]
        self.place = template

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = {name: value or "" for name, value in attrs}
        self.place = attributes.get(LINE, self.place)
        self._check(tag, attributes)
        node = Node(tag, attributes, self.place)
        self.open[-1].children.append(node)
        if tag not in _VOID:
            self.open.append(node)

    def _check(self, tag: str, attributes: Mapping[str, str]) -> None:
        allowed = ALLOWED.get(tag)
        if allowed is None:
            raise self.error(f"<{tag}> is not allowed. Allowed are: {', '.join(sorted(ALLOWED))}.")
        for name, value in attributes.items():
            if name not in allowed:
                known = ", ".join(sorted(allowed - {LINE})) or "none"
                raise self.error(f"<{tag} {name}=…> is not allowed. Attributes allowed on <{tag}> are: {known}.")
            if name == "href" and not _HREF.match(value):
                raise self.error(f"<a href={value!r}> is not a link to #a-place, http, https or mailto.")
        self._check_place(tag)

    def _check_place(self, tag: str) -> None:
        parent = self.open[-1].tag
        parents = _PARENTS.get(tag)
        if parents is not None:
            if parent not in parents:
                raise self.error(f"<{tag}> must stand directly in <{'> or <'.join(sorted(parents))}>.")
        elif tag not in _INLINE and parent not in _FLOW:
            raise self.error(f"<{tag}> cannot stand in <{parent}>.")
        elif parent in ("table", "thead", "tbody", "tr", "ul", "ol"):
            raise self.error(f"<{tag}> cannot stand directly in <{parent}>.")

    def handle_endtag(self, tag: str) -> None:
        if tag in _VOID:
            return
        node = self.open[-1]
        if node.tag != tag:
            self.place = node.place or self.place
            raise self.error(
                f"</{tag}> closes nothing: <{node.tag}> is open." if node.tag else f"</{tag}> closes nothing."
            )
        self.open.pop()

    def handle_data(self, data: str) -> None:
        if self.open[-1].tag in ("table", "thead", "tbody", "tr", "ul", "ol") and not data.isspace():
            raise self.error(f"Text cannot stand directly in <{self.open[-1].tag}>: {data.strip()[:40]!r}.")
        self.open[-1].children.append(data)

    def handle_decl(self, decl: str) -> None:
        raise self.error(f"<!{decl[:20]}> is not allowed.")

    def handle_pi(self, data: str) -> None:
        raise self.error(f"<?{data[:20]}> is not allowed.")

    def unknown_decl(self, data: str) -> None:
        raise self.error(f"<![{data[:20]}> is not allowed.")

    def error(self, problem: str) -> TemplateError:
        return TemplateError(f"{self.place}: {problem}")


def read_nodes(markup: str, template: str) -> Node:
    """The top node; TemplateError with template and line where a tag, an attribute or the nesting is not allowed."""
    reader = _Reader(template)
    reader.feed(markup)
    reader.close()
    if reader.open[-1] is not reader.top:
        reader.place = reader.open[-1].place or template
        raise reader.error(f"<{reader.open[-1].tag}> is never closed.")
    return reader.top


def parse_markup(
    markup: str, template: str, locale: str, figures: Mapping[str, Figure] = NO_FIGURES
) -> tuple[Block, ...]:
    """The blocks that `markup` says, with the typography of `locale`; TemplateError as in `read_nodes`.

    ``<figure data-figure="timeline">caption</figure>`` stands for the figure of that name; without a caption it takes its own,
    with a number. ``<a data-figure="timeline">Figure {n}</a>`` leads there and says that number, before the figure or after it.
    """
    from briefgen.compose.blocks import Builder
    from briefgen.compose.numbering import number_figures

    top = read_nodes(markup, template)
    number_figures(top)
    return Builder(locale, figures).blocks(top)
