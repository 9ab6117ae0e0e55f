"""A widget with its Qt properties set in one expression, inherited ones too (which the constructors' types leave out)."""

from typing import TypeVar

from PySide6.QtCore import QObject

Made = TypeVar("Made", bound=QObject)


def made(item: Made, **properties: object) -> Made:
    """`item` with each Qt property set; AttributeError for one that it does not have."""
    for name, value in properties.items():
        if item.metaObject().indexOfProperty(name) < 0:
            raise AttributeError(f"{type(item).__name__} has no property {name}")
        item.setProperty(name, value)
    return item
