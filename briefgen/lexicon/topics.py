"""Topics: the shipped ones of `assets/topics` and the user's own of `<home>/topics`, in one TOML form.

A topic file holds ``id``, ``title`` ({fr, en}), ``iptc`` (Media Topic codes), its ``[concept]`` table and, as lists of
phrases for ``both``, ``fr`` and ``en`` (a string of phrases with commas between, or a TOML list):
``[strong]`` names and phrases that are evidence alone; ``[likely]`` those that are unless a word speaks against them;
``[weak]`` those that are only in company; ``[context]`` words that support a weak one; ``[against]`` words of another field
that speak against weak and likely ones; ``[blocked]`` phrases that only look like the topic and swallow the words they hold;
``[stems]`` beginnings of words that are evidence alone; ``[frames]`` words that are evidence where they stand together in a
sentence (`briefgen.lexicon.topic_frames`), one frame a line. ``rivals`` names the fields (`briefgen.lexicon.fields`) that make an article less
about the topic; ``ease`` (default 0) says how little an article needs to be about it, in the units of `briefgen.extract.aboutness`;
``territories = true`` takes the name of a country, its people or capital for context.
"""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from functools import lru_cache
from pathlib import Path
from typing import Any

from briefgen.compiled import compiled, plain
from briefgen.errors import LexiconError, UnknownName
from briefgen.i18n.mark import mark as _
from briefgen.lexicon.concepts import Concept, PlainConcept, concept_of, concepts_of, line_of, read_toml
from briefgen.lexicon.fields import FIELDS
from briefgen.paths import home
from briefgen.resources import resource

Phrases = Mapping[str, tuple[str, ...]]
_LISTS = ("strong", "likely", "weak", "context", "against", "blocked", "stems")
_KEYS = frozenset(("id", "title", "iptc", "rivals", "ease", "territories", "frames", "concept", *_LISTS))
_RIVALS = ("sports", "entertainment")


@dataclass(frozen=True, slots=True, eq=False)
class Topic:
    """What an article or a passage can be about; the phrase lists are by language."""

    id: str
    titles: Mapping[str, str]
    iptc: tuple[str, ...]
    plain_concepts: tuple[PlainConcept, ...]
    """The fields of its concepts: thousands are kept, few are asked for."""
    strong: Phrases
    likely: Phrases
    weak: Phrases
    context: Phrases
    against: Phrases
    blocked: Phrases
    stems: Phrases
    frames: Phrases
    rivals: tuple[str, ...]
    ease: float
    territories: bool
    path: Path

    @property
    def concepts(self) -> tuple[Concept, ...]:
        """The ideas of its field, in the file's order."""
        return tuple(map(concept_of, self.plain_concepts))

    def title(self, lang: str) -> str:
        """The topic's printed name in `lang`."""
        return self.titles[lang]


Stamps = tuple[tuple[Path, int, int], ...]


def load_topics(stamps: Stamps | None = None) -> Mapping[str, Topic]:
    """Id → topic, shipped ones first; a user's file with a shipped id replaces it. Raises LexiconError (file and line).

    Who asks for several tables of the topics looks at the files once and gives what `topic_stamps` returned to each.
    """
    return _topics(stamps or topic_stamps())


def topic_stamps() -> Stamps:
    """(path, time of change, size) of every topic file, shipped ones first: what tables made of the topics depend on."""
    return tuple((path, (found := path.stat()).st_mtime_ns, found.st_size) for path in _topic_files())


def topic(name: str) -> Topic:
    """The installed topic `name`; raises UnknownName with the list of what is installed."""
    installed = load_topics()
    if name not in installed:
        raise UnknownName(
            _("There is no topic “{name}”; installed are: {known}."), name=name, known=", ".join(installed)
        )
    return installed[name]


def _topic_files() -> list[Path]:
    shipped = resource("assets", "topics")
    order = ["space", "energy", "sanctions", "health"]
    paths = [shipped / f"{name}.toml" for name in order]
    paths += sorted(path for path in shipped.glob("*.toml") if path.stem not in order)
    return [*paths, *sorted((home() / "topics").glob("*.toml"))]


@lru_cache(maxsize=4)
def _topics(stamps: Stamps) -> Mapping[str, Topic]:
    made = compiled("topics", lambda: [_fields(read_topic(path)) for path, *_rest in stamps], stamps)
    loaded = (Topic(*(*values, path)) for (path, *_rest), values in zip(stamps, made, strict=True))
    return {one.id: one for one in loaded}


def _fields(topic: Topic) -> tuple[Any, ...]:
    """All fields but the last, the path."""
    return tuple(getattr(topic, field.name) for field in fields(topic)[:-1])


def read_topic(path: Path) -> Topic:
    """The topic of one file; raises LexiconError naming file and line."""
    tables = read_toml(path)
    problem, key = _problem(tables)
    if problem:
        raise LexiconError(_("{place}: {problem}"), place=f"{path}:{line_of(path, key)}", problem=problem)
    lists = {name: _phrases(tables.get(name, {}), path, name) for name in _LISTS}
    frames = _phrases(tables.get("frames", {}), path, "frames", by_line=True)
    return Topic(
        id=tables["id"],
        titles=tables["title"],
        iptc=tuple(tables.get("iptc", ())),
        plain_concepts=tuple(map(plain, concepts_of(tables, path, tables["id"]))),
        rivals=tuple(tables.get("rivals", _RIVALS)),
        ease=float(tables.get("ease", 0.0)),
        territories=tables.get("territories", False) is True,
        frames=frames,
        path=path,
        **lists,
    )


def _problem(tables: Mapping[str, Any]) -> tuple[str | None, str]:
    """(what is wrong, the key it is about); (None, "") when nothing is."""
    if not isinstance(tables.get("id"), str) or not tables["id"].replace("-", "").isalnum():
        return '`id` must name the topic in letters, digits and hyphens, such as id = "fisheries"', "id"
    title = tables.get("title")
    if not isinstance(title, dict) or not all(isinstance(title.get(lang), str) for lang in ("fr", "en")):
        return '`title` must hold both languages: title = { fr = "…", en = "…" }', "title"
    if not set(tables.get("rivals", ())) <= set(FIELDS):
        return f"`rivals` may name {', '.join(FIELDS)}", "rivals"
    if not isinstance(tables.get("ease", 0), int | float):
        return "`ease` must be a number", "ease"
    unknown = sorted(tables.keys() - _KEYS)
    if unknown:
        return f"unknown key `{unknown[0]}`; known are {', '.join(sorted(_KEYS))}", unknown[0]
    return None, ""


def _phrases(table: Any, path: Path, name: str, by_line: bool = False) -> Phrases:
    if not isinstance(table, dict) or table.keys() - {"both", "fr", "en"}:
        raise LexiconError(
            _("{place}: `{name}` must be a table with `both`, `fr` or `en`"),
            place=f"{path}:{line_of(path, name)}",
            name=name,
        )
    listed = {key: _listed(value, path, name, by_line) for key, value in table.items()}
    both = listed.get("both", ())
    return {lang: (*both, *listed.get(lang, ())) for lang in ("fr", "en")}


def _listed(value: Any, path: Path, name: str, by_line: bool) -> tuple[str, ...]:
    if isinstance(value, str):
        value = value.splitlines() if by_line else value.replace("\n", " ").split(",")
    if not isinstance(value, list) or not all(isinstance(phrase, str) for phrase in value):
        raise LexiconError(
            _("{place}: `{name}` must list phrases, with commas between"),
            place=f"{path}:{line_of(path, name)}",
            name=name,
        )
    return tuple(filter(None, map(str.strip, value)))
