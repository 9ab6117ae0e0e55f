"""Articles in any number, made of the sample articles: paragraphs of one language mixed, figures and names changed."""

import random
import re
from pathlib import Path

from briefgen.pipeline import extract_path, sample_sources

WORDS = 500
_NUMBER = re.compile(r"(?<![\w.,-])\d{1,3}(?![\w.,-])")
_NAMES = {
    "fr": (("Morvan", "Delmas", "Vasseur", "Belkacem"), ("Roy", "Mercier", "Lambert", "Faure", "Girard", "Bonnet")),
    "en": (("Nkosi", "Whitfield", "Hale", "Moreno"), ("Barnes", "Cole", "Reeves", "Foster", "Hughes", "Grant")),
}


def _paragraphs() -> dict[str, list[str]]:
    """Language → the sample articles' paragraphs of some length."""
    found: dict[str, list[str]] = {"fr": [], "en": []}
    for path in sorted(sample_sources().iterdir()):
        for extraction in extract_path(path):
            text = extraction.text.split("\n---\n")[-1]
            found[extraction.source.language] += [p for p in text.split("\n") if len(p.split()) > 12]
    return found


def write_articles(folder: Path, count: int, seed: int = 1) -> int:
    """Writes that many articles of about `WORDS` words each, the same for the same seed; how many words they have."""
    chance = random.Random(seed)
    paragraphs = _paragraphs()
    folder.mkdir(parents=True, exist_ok=True)
    words = 0
    for number in range(count):
        lang = chance.choice(("fr", "en"))
        text = _article(paragraphs[lang], lang, number, chance)
        words += len(text.split())
        (folder / f"{number:05d}.txt").write_text(text, encoding="utf-8")
    return words


def _article(paragraphs: list[str], lang: str, number: int, chance: random.Random) -> str:
    body: list[str] = []
    while sum(len(paragraph.split()) for paragraph in body) < WORDS - 20:
        body.append(_varied(chance.choice(paragraphs), lang, chance))
    title = " ".join(body[0].split()[:8])
    day = f"2026-{chance.randint(1, 3):02d}-{chance.randint(1, 28):02d}"
    outlet = chance.choice(("La Vigie", "Le Courrier du Ponant", "North Sea Energy Wire", "Global Health Courier"))
    head = f"---\ntitle: {title} ({number})\noutlet: {outlet}\npublished: {day}\nlanguage: {lang}\n---\n\n"
    return head + "\n\n".join(body) + "\n"


def _varied(paragraph: str, lang: str, chance: random.Random) -> str:
    """The paragraph with other figures and other surnames."""
    old, new = _NAMES[lang]
    for name in old:
        paragraph = paragraph.replace(name, chance.choice(new))
    return _NUMBER.sub(lambda found: str(max(1, int(found.group()) + chance.randint(-9, 9))), paragraph)
