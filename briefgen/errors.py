"""The errors a user can meet. Each message is the sentence the user reads: what, where, what to do.

BriefgenError
├── UsageError          the call itself is wrong                     exit 2
│   └── UnknownName     a topic, template, style … that is not installed
├── SourceError         one source cannot be read; the others go on  exit 3
│   └── NotASource      a file of a folder that is no article: passed over with a note
├── TemplateError       a template is broken (file and line)         exit 4
└── OutputError         nothing could be written                     exit 4
Cancelled               the user stopped the work (not a BriefgenError)
"""

from collections.abc import Callable

DEBUG = "BRIEFGEN_DEBUG"
"""Set in the environment by --debug, so that worker processes know it too: who finds it there shows traces."""


class BriefgenError(Exception):
    """Something the user can act upon; `str()` is one clear sentence in English, `said()` in the screen language."""

    exit_code = 4

    def __init__(self, message: str, **params: object) -> None:
        self.message = message
        """An English sentence with `{named}` places: the catalogs' key."""
        self.params = params
        super().__init__(self.said(lambda msgid: msgid))

    def said(self, translate: Callable[[str], str]) -> str:
        """The sentence through `translate`, places filled."""
        sentence = translate(self.message)
        return sentence.format(**self.params) if self.params else sentence


class UsageError(BriefgenError):
    exit_code = 2


class UnknownName(UsageError):
    """A topic, template, style or profile that is not installed."""


class ManifestError(UsageError):
    """A manifest that cannot be run, with its file and line."""


class SourceError(BriefgenError):
    """One source that cannot be read; the others are carried on with."""

    exit_code = 3


class NotASource(SourceError):
    """A file that a folder holds beside its articles, such as an ``.xml`` that is no feed: passed over with a note."""


class SessionError(BriefgenError):
    """A session file that cannot be read."""


class TemplateError(BriefgenError):
    """A template that is broken, with its file and line."""


class LexiconError(BriefgenError):
    """A topic or lexicon file that is broken, with its file and line."""


class VerifyError(BriefgenError):
    """A file that cannot be verified."""


class LibraryError(BriefgenError):
    """A library that is damaged, newer than this program, or out of reach."""


class WorkersError(BriefgenError):
    """Worker processes that do not start."""


class OutputError(BriefgenError):
    """An output that cannot be written, or nothing to write."""


class Cancelled(Exception):
    """The user stopped the work."""
