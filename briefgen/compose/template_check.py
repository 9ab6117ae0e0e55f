"""What is wrong with a template, found without a briefing: its file of titles, its language, its tags and its names."""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from briefgen.compose.markup import ALLOWED
from briefgen.compose.templates import BODY, declared_problem
from briefgen.compose.templating import undefined_names, used_tags
from briefgen.errors import TemplateError

CONTEXT = frozenset({"note", "marking", "figures", "drawn"})
"""What a template is given."""
_ATTRIBUTE = re.compile(r"""\s([A-Za-z][\w-]*)\s*=""")


def check_template(folder: Path) -> Iterator[TemplateError]:
    """Each problem of the template in `folder`, with file and line; nothing when it can be used."""
    if not (folder / BODY).is_file():
        yield TemplateError(f"{folder.name}/{BODY}: the file is missing.")
        return
    problem = declared_problem(folder)
    if problem is not None:
        yield problem
    for path in sorted(folder.glob("*.j2")):
        name = f"{folder.name}/{path.name}"
        try:
            unknown = undefined_names(folder, path.name)
        except TemplateError as error:
            yield error
            continue
        for line, word in sorted((line, word) for word, line in unknown.items() if word not in CONTEXT):
            yield TemplateError(f"{name}:{line}: “{word}” is undefined; there are: {', '.join(sorted(CONTEXT))}.")
        yield from _tags(path.read_text(encoding="utf-8"), name, ALLOWED)


def _tags(source: str, name: str, allowed: Mapping[str, frozenset[str]]) -> Iterator[TemplateError]:
    """Tags and attributes that stand in the file and that no document has."""
    for line, tag, inner in used_tags(source):
        if tag not in allowed:
            yield TemplateError(f"{name}:{line}: <{tag}> is not allowed; allowed are: {', '.join(sorted(allowed))}.")
            continue
        for attribute in _ATTRIBUTE.findall(inner):
            if attribute not in allowed[tag]:
                known = ", ".join(sorted(allowed[tag] - {"data-line"}))
                yield TemplateError(f"{name}:{line}: {attribute}=… is not allowed in <{tag}>; allowed are: {known}.")
