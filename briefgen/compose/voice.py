"""What every line needs of the document it is printed in: language, words, formats and date."""

from gettext import NullTranslations

from briefgen.frozen import dataclass
from briefgen.i18n.catalogs import document
from briefgen.i18n.formats import Formats, formats
from briefgen.i18n.locales import language, tag


@dataclass(frozen=True, slots=True)
class Voice:
    """Our voice in one document language."""

    locale: str
    """BCP 47 with region, such as ``fr-FR``."""
    words: NullTranslations
    formats: Formats
    date: str
    """ISO day of the briefing."""

    @property
    def lang(self) -> str:
        return language(self.locale)

    def __call__(self, msgid: str, **parts: object) -> str:
        """The printed form of an English sentence, its places filled."""
        sentence = self.words.gettext(msgid)
        return sentence.format(**parts) if parts else sentence

    def foreign(self, source_language: str) -> str | None:
        """The tag that words of the source need: None where it is in the document's language."""
        return None if language(source_language) == self.lang else language(source_language)


def voice(locale: str, date: str) -> Voice:
    """The voice of a briefing of `date` in `locale`."""
    name = tag(locale)
    return Voice(name, document(name), formats(name), date)
