"""The table of subcommands: (name, what it does, module)."""

from briefgen.i18n.mark import mark as _

COMMANDS = (
    ("build", _("Make a briefing from articles."), "build"),
    ("extract", _("Print what was found in articles, as JSON Lines."), "extract"),
    ("batch", _("Make every briefing of a manifest."), "batch"),
    ("watch", _("Make the briefings again when articles come in."), "watch"),
    ("library", _("Keep, search and list the sources that were read."), "library"),
    ("gui", _("Open the desktop app."), "gui"),
    ("verify", _("Re-check a briefing's printed words against its sources."), "verify"),
    ("check", _("Say what is wrong with sources, templates or topics."), "check"),
    ("topics", _("List the topics that are installed."), "topics"),
    ("templates", _("List the templates that are installed."), "templates"),
    ("styles", _("List the house styles that are installed."), "styles"),
)
