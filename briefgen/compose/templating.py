"""Templates: Jinja in a sandbox, confined to the template folders, with limits on time and size.

Every value is escaped; there is no way for a template to print source text as markup (no `safe` filter, no
`autoescape false`). Each tag that a template writes gets the template's line, which `markup` uses in its errors.
"""

import re
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache
from gettext import NullTranslations
from pathlib import Path
from typing import Any

from jinja2 import FileSystemLoader, StrictUndefined, TemplateSyntaxError, UndefinedError, nodes
from jinja2 import TemplateError as JinjaError
from jinja2.exceptions import SecurityError, TemplateNotFound
from jinja2.sandbox import ImmutableSandboxedEnvironment

from briefgen.compose.markup import LINE
from briefgen.compose.templates import BODY, folders
from briefgen.errors import TemplateError
from briefgen.i18n.mark import mark as _

SECONDS = 10.0
CHARACTERS = 8_000_000
FILTERS = frozenset(
    "abs batch capitalize count d default dictsort e escape first float groupby int join last length list lower map max"
    " min reject rejectattr replace reverse round select selectattr slice sort string sum title trim truncate unique"
    " upper wordcount".split()
)
_METHODS = frozenset("items keys values get lower upper title strip split startswith endswith join count index".split())
_TAG = re.compile(r"(?P<code>\{%.*?%\}|\{\{.*?\}\}|\{#.*?#\})|<(?P<tag>[A-Za-z][A-Za-z0-9]*)(?=[\s>/])", re.DOTALL)


class _Loader(FileSystemLoader):
    """Reads templates and writes their line into each tag."""

    def get_source(self, environment: Any, template: str) -> tuple[str, str, Callable[[], bool]]:
        source, name, fresh = super().get_source(environment, template)
        return lined(source, template), name, fresh


def lined(source: str, template: str) -> str:
    """`source` with ``data-line="note/body.html.j2:12"`` in each tag; the lines stay where they are."""
    line, last = 1, 0

    def mark(found: re.Match[str]) -> str:
        nonlocal line, last
        if found["tag"] is None:
            return found.group()
        line += source.count("\n", last, found.start())
        last = found.start()
        return f'<{found["tag"]} {LINE}="{template}:{line}"'

    return _TAG.sub(mark, source)


class _Environment(ImmutableSandboxedEnvironment):
    """A sandbox that also refuses what would unescape text or run for ever."""

    intercepted_binops = frozenset(["*", "**", "%"])

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        tree = super()._parse(source, name, filename)
        for node in tree.find_all((nodes.EvalContextModifier, nodes.ScopedEvalContextModifier)):
            raise TemplateSyntaxError("`autoescape` cannot be changed", node.lineno, name, filename)
        for loop in tree.find_all(nodes.For):
            tick = nodes.Call(nodes.Name("check_time", "load"), [], [], None, None, lineno=loop.lineno)
            loop.body.insert(0, nodes.ExprStmt(tick, lineno=loop.lineno))
        return tree

    def call_binop(self, context: Any, operator: str, left: Any, right: Any) -> Any:
        numbers = isinstance(left, int | float) and isinstance(right, int | float)
        if not numbers or (operator == "**" and (abs(left) > 1000 or abs(right) > 10)):
            raise SecurityError(f"`{operator}` is allowed between small numbers only")
        return super().call_binop(context, operator, left, right)

    def wrap_str_format(self, value: Any) -> None:
        """No `format`: a width of a thousand million is a way to fill the memory."""

    def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:
        if isinstance(obj, str | list | tuple | dict | set | bytes) and attr not in _METHODS:
            return False
        return super().is_safe_attribute(obj, attr, value)


@cache
def environment(words: NullTranslations, paths: tuple[Path, ...]) -> _Environment:
    """The sandbox over the template folders `paths`, with the document's words."""
    jinja = _Environment(
        loader=_Loader([str(path) for path in paths]),
        autoescape=True,
        undefined=StrictUndefined,
        extensions=["jinja2.ext.i18n"],
        trim_blocks=True,
        lstrip_blocks=True,
        cache_size=50,
    )
    jinja.filters = {name: function for name, function in jinja.filters.items() if name in FILTERS}
    jinja.install_gettext_translations(words, newstyle=True)  # type: ignore[attr-defined]
    jinja.globals["check_time"] = str
    return jinja


class _Clock:
    def __init__(self, seconds: float) -> None:
        self.end = time.monotonic() + seconds

    def __call__(self) -> str:
        if time.monotonic() > self.end:
            raise SecurityError(f"the template ran longer than {SECONDS:.0f} seconds")
        return ""


def render_template(name: str, words: NullTranslations, context: Mapping[str, Any], seconds: float = SECONDS) -> str:
    """The markup that template `name` makes of `context`; TemplateError with file and line."""
    clock = _Clock(seconds)
    path = f"{name}/{BODY}"
    try:
        template = environment(words, tuple(folders())).get_template(path)
        return "".join(_bounded(template.generate({**context, "check_time": clock}), clock))
    except TemplateSyntaxError as error:
        raise TemplateError(
            _("{place}: {problem}."), place=f"{error.name or path}:{error.lineno}", problem=error.message
        ) from error
    except TemplateNotFound as error:
        raise TemplateError(
            _("{place}: the template “{name}” is not in the template folders."), place=path, name=error.name
        ) from error
    except (JinjaError, UndefinedError, TypeError, ValueError, ArithmeticError, LookupError, AttributeError) as error:
        raise TemplateError(_("{place}: {problem}."), place=_place(error, path), problem=error) from error
    except (RecursionError, MemoryError) as error:
        raise TemplateError(
            _("{place}: the template calls itself without end or grows too large."), place=path
        ) from error


def _bounded(chunks: Iterable[str], clock: Callable[[], str]) -> Iterator[str]:
    size = 0
    for chunk in chunks:
        size += len(chunk)
        clock()
        if size > CHARACTERS:
            raise SecurityError(f"the template printed more than {CHARACTERS} characters")
        yield chunk


def _place(error: BaseException, path: str) -> str:
    """File and line of the template in the traceback that Jinja rewrote."""
    place, step = path, error.__traceback__
    while step is not None:
        if step.tb_frame.f_code.co_filename.endswith(".j2"):
            file = Path(step.tb_frame.f_code.co_filename)
            place = f"{file.parent.name}/{file.name}:{step.tb_lineno}"
        step = step.tb_next
    return place


def undefined_names(folder: Path, file: str) -> dict[str, int]:
    """Name → line, for what a file of the template takes from outside it; TemplateError where it cannot be compiled."""
    from jinja2 import meta

    path = f"{folder.name}/{file}"
    jinja = environment(NullTranslations(), (folder.parent, *folders()))
    try:
        jinja.get_template(path)
        tree = jinja.parse((folder / file).read_text(encoding="utf-8"), path)
        names = meta.find_undeclared_variables(tree) - jinja.globals.keys()
        for other in filter(None, meta.find_referenced_templates(tree)):
            jinja.get_template(other)
    except TemplateSyntaxError as error:
        raise TemplateError(
            _("{place}: {problem}."),
            place=f"{error.name or path}:{error.lineno}",
            problem=(error.message or "").rstrip("."),
        ) from error
    except TemplateNotFound as error:
        raise TemplateError(
            _("{place}: the template “{name}” is not in the template folders."), place=path, name=error.name
        ) from error
    except (JinjaError, UnicodeDecodeError) as error:
        raise TemplateError(_("{place}: {problem}."), place=path, problem=error) from error
    lines = {node.name: node.lineno for node in reversed(list(tree.find_all(nodes.Name)))}
    return {name: lines.get(name, 1) for name in names}


def used_tags(source: str) -> Iterator[tuple[int, str, str]]:
    """(line, tag, what stands in it) of every tag that a template's file writes."""
    for found in _TAG.finditer(source):
        if found["tag"] is not None:
            inner = re.match(r"(?:\{\{.*?\}\}|\{%.*?%\}|[^>{]|\{)*", source[found.end() :], re.DOTALL)
            plain = re.sub(r"\{\{.*?\}\}|\{%.*?%\}", "", inner.group() if inner else "", flags=re.DOTALL)
            yield source.count("\n", 0, found.start()) + 1, found["tag"].lower(), re.sub(r'"[^"]*"', '""', plain)
