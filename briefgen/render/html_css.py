"""The house style as CSS, for screens (light and dark) and for paper."""

from briefgen.model.tree import Document
from briefgen.render.marking import marking_color
from briefgen.render.outline import clean
from briefgen.render.style import Look, Style

_SCALE = 1.56
"""Pixels on a screen for a point on paper, so that the text is read at arm's length."""

_SELECTORS = {
    "h1": ".h1",
    "h2": ".h2",
    "h3": ".h3",
    "title": "h1.title",
    "kicker": "p.kicker",
    "note": "p.note",
    "key": "p.key",
    "introduction": "p.introduction",
    "quote": "p.quote",
    "attribution": "p.attribution",
    "mentions": "p.mentions",
    "caption": "p.caption, figcaption",
    "reference": "p.reference",
    "small": "p.small",
    "item": "p.item",
    "finding": "p.finding",
    "cell": "td",
    "cell_head": "th",
    "field": "table.header td",
    "field_head": "table.header th",
    "running": ".banner",
}


def page_boxes(style: Style, document: Document) -> str:
    """Marking, running title and page x of y in the margins of each printed page (CSS Paged Media 3; browsers that lack
    it still print the banners of the first and the last page)."""
    look = style.look("running")
    small = f"font: {look.size}pt/1.3 {style.fonts['head'].css}; color: {look.color};"
    before, _, rest = document.page_label.partition("{page}")
    between, _, after = rest.partition("{pages}")
    label = f"{_string(before)} counter(page) {_string(between)} counter(pages) {_string(after)}"
    boxes = f"@top-left {{ content: {_string(document.running_title)}; {small} }} @bottom-left {{ content: {label}; {small} }}"
    if document.marking:
        mark = document.marking.upper()
        box = (
            f"content: {_string(mark)}; font: 600 12pt/16pt {style.fonts['head'].css}; color: {marking_color(mark)}; "
            "background: #000; height: 16pt; width: fit-content; padding: 0 6pt; margin: auto 0; "
            "print-color-adjust: exact; -webkit-print-color-adjust: exact;"
        )
        boxes += f" @top-right {{ {box} }} @bottom-right {{ {box} }}"
    return f"@page {{ {boxes} }}"


def _string(text: str) -> str:
    """A CSS string; what could end the style element or the string is escaped."""
    safe = "".join(sign if sign.isalnum() or sign in " .,:;+-/’" else f"\\{ord(sign):x} " for sign in clean(text))
    return f'"{safe}"'


def style_sheet(style: Style) -> str:
    """The whole style sheet."""
    rules = [_variables(style), _frame(style)]
    rules += [f"{selector} {{ {_look(style, style.look(role))} }}" for role, selector in _SELECTORS.items()]
    rules += [_BANNERS, _lists(style), _tables(style), _quotes(style), _NARROW, _PRINT.replace("@PAGE@", _page(style))]
    return "\n".join(rules)


def _variables(style: Style) -> str:
    light = " ".join(f"--{name}: {value};" for name, value in style.colors.items())
    dark = "--ink: #e4e6ea; --accent: #9dbce6; --muted: #a3abb7; --rule: #454c57; --hairline: #363c45; --tint: #22262d; --paper: #16181c;"
    return (
        f":root {{ color-scheme: light dark; --paper: #ffffff; {light} }}\n"
        f"@media screen and (prefers-color-scheme: dark) {{ :root {{ {dark} }} }}"
    )


def _frame(style: Style) -> str:
    body = style.look("body")
    return (
        f"html {{ background: var(--paper); }}\n"
        f"body {{ {_look(style, body)} max-width: 47rem; margin: 0 auto; padding: 1.2rem 1.4rem 2rem; }}\n"
        f"p {{ margin: 0 0 {_size(body.after)}; }}\n"
        ".banner { display: flex; justify-content: space-between; align-items: center; gap: 1rem; }\n"
        f".marking {{ background: #000; font: 600 16px/22px {style.fonts['head'].css}; padding: 0 .5em; letter-spacing: .02em; "
        "print-color-adjust: exact; -webkit-print-color-adjust: exact; border: 1px solid #000; }\n"
        "a { color: var(--accent); text-decoration: none; } a:hover, a:focus-visible { text-decoration: underline; }\n"
        "small { font-size: .86em; } sup { font-size: .72em; line-height: 0; } hr { border: 0; border-top: 1px solid var(--rule); margin: 1rem 0; }\n"
        f"figure {{ margin: 1rem 0; }} .chart {{ width: 100%; height: auto; font-family: {style.fonts['head'].css}; }}\n"
        ".whole { white-space: nowrap; } b, th { font-weight: 600; } :target { background: var(--tint); }"
    )


def _look(style: Style, look: Look) -> str:
    color = next((f"var(--{name})" for name, value in style.colors.items() if value == look.color), look.color)
    parts = [
        f"font: {'italic ' if look.italic else ''}{600 if look.bold else 400} {_size(look.size)}/{look.leading / look.size:.3f} "
        f"{style.fonts[look.font].css};",
        f"color: {color};",
        f"text-align: {look.align if look.align != 'justify' else 'left'};",
        f"hyphens: {'auto' if look.hyphenate else 'manual'};",
        f"margin: {_size(look.before)} 0 {_size(look.after)};",
    ]
    if look.tracking:
        parts.append(f"letter-spacing: {look.tracking / look.size:.3f}em;")
    if look.rule == "below":
        parts.append("border-bottom: 1px solid var(--rule); padding-bottom: .25em;")
    return " ".join(parts)


def _size(points: float) -> str:
    return f"{points * _SCALE / 16:.3f}rem"


def _lists(style: Style) -> str:
    weight = 600 if style.label_bold else 400
    return (
        "ol, ul { list-style: none; margin: 0; padding: 0; }\n"
        "li { display: flex; align-items: baseline; }\n"
        f".label {{ flex: none; min-width: {_size(style.list_indent)}; padding-right: .35em; font-weight: {weight}; "
        "color: var(--accent); box-sizing: border-box; }\n.item { flex: 1; min-width: 0; overflow-wrap: anywhere; }"
    )


def _tables(style: Style) -> str:
    table = style.table
    return (
        f"table {{ border-collapse: collapse; width: 100%; margin: {_size(table['before'])} 0 {_size(table['after'])}; }}\n"
        f"td, th {{ margin: 0; vertical-align: top; padding: {_size(table['pad_y'])} {_size(2 * table['pad_x'])} "
        f"{_size(table['pad_y'])} 0; border-bottom: 1px solid var(--rule); overflow-wrap: break-word; }}\n"
        "td:last-child, th:last-child { padding-right: 0; }\n"
        "thead th { border-bottom: 2px solid var(--accent); }\n"
        "table.header { border-top: 1px solid var(--rule); border-bottom: 1px solid var(--rule); }\n"
        f"table.header td, table.header th {{ border: 0; padding-top: {_size(table['field_pad_y'])}; "
        f"padding-bottom: {_size(table['field_pad_y'])}; }}\n"
        "table.header th { width: 1%; white-space: nowrap; font-weight: 400; }\n"
        ".right { text-align: right; } .center { text-align: center; }"
    )


def _quotes(style: Style) -> str:
    quote = style.quote
    return (
        f"blockquote {{ margin: {_size(quote['before'])} 0 {_size(quote['after'])}; padding: 0 0 0 {_size(quote['indent'])}; "
        f"border-left: {quote['bar'] * _SCALE:.1f}px solid var(--{quote['bar_color']}); }}"
    )


def _page(style: Style) -> str:
    sheet = style.sheet
    return f"size: {sheet.width}pt {sheet.height}pt; margin: {sheet.top}pt {sheet.right}pt {sheet.bottom}pt {sheet.left}pt;"


_BANNERS = "nav { margin: 0 0 1.2rem; } .level2 { padding-left: 1.2em; } .level3 { padding-left: 2.4em; } header.banner { margin: 0 0 1.8rem; } footer.banner { margin: 2rem 0 0; }"

# Each row as a list of its cells, with the names of their columns; a dash says nothing there.
_NARROW = """@media screen and (max-width: 38rem) {
  table:not(.header) thead { position: absolute; clip-path: inset(50%); width: 1px; height: 1px; overflow: hidden; }
  table:not(.header) colgroup { display: none; }
  table:not(.header), table:not(.header) tbody, table:not(.header) tr { display: block; }
  table:not(.header) tr { border-bottom: 1px solid var(--rule); padding: .35em 0; }
  table:not(.header) td { display: block; border: 0; padding: .08em 0; }
  table:not(.header) td[data-label]:not(:first-child)::before { content: attr(data-label) "\\00a0: "; color: var(--muted); }
  table:not(.header) td[data-label]:first-child { font-weight: 600; }
  table:not(.header) td.none { display: none; }
}"""

# Chromium prints what @page says of margins from version 131 on, and no query asks for that: it is asked for what came with it
# and is Chromium's alone. Elsewhere the banners stay, for a marking printed twice is better than none.
_PRINT = """@page { @PAGE@ }
@media print {
  html { font-size: 13.68px; }
  body { max-width: none; padding: 0; }
  p { orphans: 2; widows: 2; }
  h1, h2, h3, h4, thead { break-after: avoid; }
  tr, blockquote, li { break-inside: avoid; }
  thead { display: table-header-group; }
}
@supports (interpolate-size: allow-keywords) and selector(::details-content) and (not (-moz-appearance: none)) and (not (font: -apple-system-body)) {
  @media print { .banner { display: none; } }
}"""
