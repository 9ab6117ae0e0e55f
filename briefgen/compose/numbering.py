"""Numbers of figures, given in the order of print before anything is built, so that a line may speak of a later figure."""

from collections.abc import Iterator

from briefgen.compose.markup import Node
from briefgen.errors import TemplateError
from briefgen.i18n.mark import mark as _

NUMBER = "data-number"


def number_figures(top: Node) -> None:
    """Give each figure that takes its own caption its number and an id, and each ``<a data-figure>`` what it leads to and
    the number in place of ``{n}``. TemplateError for one that leads to no such figure."""
    places: dict[str, tuple[str, str]] = {}
    nodes = list(_walk(top))
    count = 0
    for node in nodes:
        if node.tag == "figure" and not _has_words(node):
            count += 1
            name = node.attributes.get("data-figure", "")
            known = {} if name in places else {"id": f"figure-{name}"}
            node.attributes = {**known, **node.attributes, NUMBER: str(count)}
            places.setdefault(name, (node.attributes.get("id", ""), str(count)))
    for node in nodes:
        if node.tag == "a" and "data-figure" in node.attributes:
            _lead(node, places)


def _lead(node: Node, places: dict[str, tuple[str, str]]) -> None:
    name = node.attributes["data-figure"]
    if name not in places:
        raise TemplateError(
            _("{place}: there is no figure “{name}” in this briefing; there are: {known}."),
            place=node.place,
            name=name,
            known=", ".join(sorted(places)) or "none",
        )
    target, number = places[name]
    node.attributes = {**node.attributes, "href": f"#{target}"}
    node.children = [_counted(child, number) if isinstance(child, str) else child for child in node.children]


def _counted(words: str, number: str) -> str:
    """The words with the number, which no line end divides from its label."""
    return words.replace(" {n}", "\u00a0{n}").replace("{n}", number)


def _has_words(node: Node) -> bool:
    return any(isinstance(child, Node) or child.strip() for child in node.children)


def _walk(node: Node) -> Iterator[Node]:
    for child in node.children:
        if isinstance(child, Node):
            yield child
            yield from _walk(child)
