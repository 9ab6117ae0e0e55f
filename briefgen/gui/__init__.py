"""The desktop app. Nothing outside imports Qt."""

from briefgen.gui.singletons import keep_singletons

keep_singletons()
