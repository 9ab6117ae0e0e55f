"""Marks a sentence for the catalogs where it is written; it is translated where it is shown."""


def mark(msgid: str) -> str:
    """`msgid` itself, an English sentence with `{named}` places."""
    return msgid
