"""Column widths of a table, for every writer: what each column needs at least, then the rest by what it could use."""

from collections.abc import Sequence

from briefgen.model.tree import Table
from briefgen.render.outline import plain_text


def shared_widths(least: Sequence[float], most: Sequence[float], measure: float, power: float = 0.75) -> list[float]:
    """Widths that fill `measure`, given the width of each column's longest word and that of its longest cell; the
    higher the `power`, the more goes to the columns that want most."""
    if sum(least) >= measure:
        return _squeezed(least, measure)
    if sum(most) <= measure:
        weights = [width**3 for width in most]
        rest = measure - sum(most)
        return [width + rest * weight / sum(weights) for width, weight in zip(most, weights, strict=True)]
    rest = measure - sum(least)
    wanting = [(high - low) ** power for low, high in zip(least, most, strict=True)]
    return [low + rest * want / sum(wanting) for low, want in zip(least, wanting, strict=True)]


def _squeezed(least: Sequence[float], measure: float) -> list[float]:
    fair = measure / len(least)
    capped = [min(width, fair) for width in least]
    wanting = [width - cap for width, cap in zip(least, capped, strict=True)]
    rest = measure - sum(capped)
    return [cap + rest * want / (sum(wanting) or 1.0) for cap, want in zip(capped, wanting, strict=True)]


def relative_widths(table: Table, measure: float, letter: float) -> list[float]:
    """Widths where nothing can be measured: as the table states them, else by its letters of `letter` points each."""
    columns = max((len(row.cells) for row in table.rows), default=0)
    if len(table.widths) == columns and sum(table.widths) > 0:
        return [measure * width / sum(table.widths) for width in table.widths]
    least, most = [14.0] * columns, [14.0] * columns
    for row in table.rows:
        for column, cell in enumerate(row.cells):
            text = plain_text(cell.children)
            longest = max((len(word) for word in text.split(" ")), default=0)
            least[column] = max(least[column], longest * letter + 12)
            most[column] = max(most[column], len(text) * letter + 12)
    if table.role == "header":
        return (
            [*most[:-1], max(measure - sum(most[:-1]), measure / 3)]
            if sum(most[:-1]) < measure / 2
            else _squeezed(most, measure)
        )
    return shared_widths(least, most, measure) if columns else []
