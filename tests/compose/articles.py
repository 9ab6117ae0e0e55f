"""Small extractions made by hand: each element is found by its words, so that offsets are always right."""

from dataclasses import dataclass, field, replace

from briefgen.model.evidence import Attribution, Change, Fact, Item, Participant, Quote, Role, Said, Speaker
from briefgen.model.extraction import Extraction
from briefgen.model.mention import Mention
from briefgen.model.phrase import Phrase
from briefgen.model.source import Source

GAS = Phrase("natural-gas", 0, 0, parts=(("demonym", Phrase("territory:NO", 0, 0)),))
DELIVERIES = Phrase("delivery", 0, 0, plural=True, parts=(("of", GAS),))
PORT = Phrase("port", 0, 0, parts=(("name", Phrase("name:Kiruna", 0, 0)),))
TERMINAL = Phrase("terminal", 0, 0)


@dataclass
class Article:
    """Builds an `Extraction`; `fact` and `quote` take the words of the text."""

    name: str
    text: str
    language: str = "fr"
    source: dict[str, object] = field(default_factory=dict)
    facts: list[Fact] = field(default_factory=list)
    quotes: list[Quote] = field(default_factory=list)
    mentions: list[Mention] = field(default_factory=list)

    def span(self, words: str) -> tuple[int, int]:
        start = self.text.index(words)
        return start, start + len(words)

    def sentence(self, words: str) -> tuple[int, int]:
        start, end = self.span(words)
        begin = max(self.text.rfind(". ", 0, start) + 2 if ". " in self.text[:start] else 0, 0)
        stop = self.text.find(". ", end)
        return begin, stop + 1 if stop >= 0 else len(self.text)

    def item(self, words: str, phrase: Phrase | None = None) -> Item:
        return Item(words, *self.span(words), phrase)

    def who(self, role: str, words: str, territory: str | None = None) -> Participant:
        return Participant(role, words, *self.span(words), territory)

    def says(self, name: str, kind: str = "agency", cites: Attribution | None = None) -> Attribution:
        return Attribution(name, kind, *self.span(name), cites)

    def fact(self, words: str, **fields: object) -> "Article":
        start, end = self.span(words)
        made = Fact(
            id=f"f{len(self.facts) + 1}", start=start, end=end, text=words, type="quantity",
            sentence=self.sentence(words), score=0.9, offered=True, rule="test",
        )  # fmt: skip
        self.facts.append(replace(made, **fields))
        return self

    def quote(self, *pieces: str, speaker: Speaker | None = None, **fields: object) -> "Article":
        spans = tuple(self.span(piece) for piece in pieces)
        start, end = spans[0][0], spans[-1][1]
        made = Quote(
            id=f"q{len(self.quotes) + 1}", start=start, end=end, text=self.text[start:end], kind="direct", verbatim=True,
            fragments=spans, speaker=speaker, score=0.9, offered=True, rule="test",
        )  # fmt: skip
        self.quotes.append(replace(made, **fields))
        return self

    def mention(self, kind: str, words: str, entry: str) -> "Article":
        self.mentions.append(Mention(*self.span(words), kind, entry))
        return self

    def speaker(self, name: str, role: str | None = None, en: str | None = None, label: str | None = None) -> Speaker:
        start, end = self.span(name)
        office = Role(role, *self.span(role), labels={"en": label} if label else {}) if role else None
        return Speaker(None, name, {"en": en} if en else {}, name, start, end, "person", office)

    def made(self) -> Extraction:
        about = {"title": f"Titre de {self.name}", "outlet": self.name, "published": "2022-05-25"} | self.source
        source = Source(
            id=self.name.lower(), path=f"{self.name}.txt", part=None, sha256="0" * 64, text_sha256="0" * 64,
            reader="txt/1", format="txt", language=self.language, **about,
        )  # fmt: skip
        mentions = tuple(sorted(self.mentions, key=lambda m: m.start))
        whole = ((0, len(self.text)),)
        return Extraction(source, self.text, whole, (), (), tuple(self.quotes), tuple(self.facts), (), mentions)


def energy_article() -> Extraction:
    """Two figures, an event, a planned event, direct and reported speech."""
    text = (
        "Les livraisons de gaz norvégien ont atteint 9 millions de tonnes en avril, soit 12 % de plus sur un an, selon"
        " l'agence Borealis. Le port de Kiruna a ouvert le 3 mars 2022. La Norvège prévoit de construire un terminal"
        " dès 2027. Les prix pèsent sur les ménages depuis l'hiver dernier dans tout le pays. « Le gaz restera cher"
        " jusqu'à la fin de la décennie », a déclaré Ingrid Solberg, ministre norvégienne de l'Énergie, en conférence de presse. Elle a jugé que"
        " la demande était « très forte » partout en Europe."
    )
    article = Article("Gazette", text)
    solberg = article.speaker(
        "Ingrid Solberg", "ministre norvégienne de l'Énergie", label="Norwegian Minister of Energy"
    )
    article.fact(
        "9 millions de tonnes", value=9_000_000, unit="tonne", item=article.item("livraisons de gaz norvégien", DELIVERIES),
        change=Change(12, "percent", "up", base="previous_year"), date="2022-04", topics=("energy",),
        attribution=(article.says("Borealis"),), score=0.95,
    )  # fmt: skip
    article.fact(
        "a ouvert", type="event", predicate="opening", date="2022-03-03", topics=("energy",),
        item=article.item("port de Kiruna", PORT), participants=(article.who("agent", "port de Kiruna"),), score=0.7,
    )  # fmt: skip
    article.fact(
        "construire un terminal", type="event", predicate="construction", date="2027/..", date_bound="from", as_of="2022-05-25",
        modality="planned", item=article.item("un terminal", TERMINAL), participants=(article.who("agent", "Norvège", "NO"),),
        topics=("energy",),
    )  # fmt: skip
    article.fact("pèsent", type="event", predicate="unheard-of", topics=("energy",), score=0.6)
    said = Said(date="2022-05-20", occasion="conférence de presse", spans=(article.span("conférence de presse"),))
    article.quote("Le gaz restera cher jusqu'à la fin de la décennie", speaker=solberg, said=said, topics=("energy",))
    article.quote(
        "la demande était « très forte » partout en Europe", speaker=solberg, kind="mixed", topics=("energy",)
    )
    article.mention("concept", "gaz restera", "natural-gas")
    return article.made()


def context_article() -> Extraction:
    """An English source with a direct quotation outside the topics, and one in them."""
    text = (
        "“We will talk again next week in Vienna,” said Paul Weber, a diplomat. “Fuel prices must come down before the"
        " winter sets in,” he added."
    )
    article = Article("Herald", text, "en", {"author": "A. Writer", "published": "2022-05-24"})
    weber = article.speaker("Paul Weber", "diplomat")
    article.quote("We will talk again next week in Vienna,", speaker=weber)
    article.quote("Fuel prices must come down before the winter sets in,", speaker=weber, topics=("energy",))
    return article.made()
