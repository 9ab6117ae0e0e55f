"""Text inside XML; by ourselves, for the standard library's module brings the network along (a sixth of a cold PDF)."""


def escape(text: str) -> str:
    """The text as the content of an element."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def quoted(text: str) -> str:
    """The text as the value of an attribute, in its quotation marks."""
    words = escape(text).replace('"', "&quot;")
    return '"' + words.replace("\n", "&#10;").replace("\r", "&#13;").replace("\t", "&#9;") + '"'
