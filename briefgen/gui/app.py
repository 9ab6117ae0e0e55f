"""The desktop app: start, language, look, recovery, and what happens to an error of ours."""

import gc
import logging
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QLibraryInfo, QLocale, QTranslator
from PySide6.QtWidgets import QApplication

from briefgen.gui.dialogs.crash import CrashReport, report_of
from briefgen.gui.icons import icon
from briefgen.gui.main_window import MainWindow
from briefgen.gui.memory import share_one_arena
from briefgen.gui.notices import Notice, Step
from briefgen.gui.session_controller import SessionController
from briefgen.gui.theme import apply_theme, want_look
from briefgen.gui.words import language, tr
from briefgen.model.briefing import BriefingOptions
from briefgen.model.session import Session
from briefgen.store.recovery import Recovered, Recovery, forget, left_behind
from briefgen.store.settings import Settings

_log = logging.getLogger(__name__)
_SWITCH = 0.0001
"""Seconds after which a thread that reads sources lets the window's thread go on (5 ms by default): Qt's calls each let go of
the interpreter, and would each wait that long to have it again."""
_GARBAGE = (5_000, 20, 1_000)
"""Full collections walk over all that was read and would stop the window for a tenth of a second: they wait until it is left."""
Hook = Callable[[type[BaseException], BaseException, TracebackType | None], None]


def run(arguments: Sequence[str]) -> int:
    """Opens the window on the session named, if any; the process's exit code."""
    app = make_app(["briefgen", *arguments])
    settings = Settings()
    language.set(settings.get("screen") or _system_language())
    follow_language(app)
    want_look(settings.get("look", "system"), app)
    window = make_window(settings)
    sys.excepthook = _report_with(window)
    if arguments:
        window.window_actions.files.open_file(Path(arguments[0]))
    else:
        offer_recovery(window)
    window.show()
    return app.exec()


def make_app(arguments: Sequence[str]) -> QApplication:
    """The application with its name and look."""
    share_one_arena()
    app = QApplication(list(arguments))
    sys.setswitchinterval(_SWITCH)
    gc.set_threshold(*_GARBAGE)
    app.setApplicationName("briefgen")
    app.setDesktopFileName("briefgen")
    apply_theme(app)
    app.styleHints().colorSchemeChanged.connect(lambda _scheme: apply_theme(app))
    app.setWindowIcon(icon("briefgen", "accent"))
    return app


def make_window(settings: Settings, recovery: Recovery | None = None) -> MainWindow:
    """The window on an empty session; the document's language is first the screen's."""
    options = BriefingOptions(lang=language.code)
    controller = SessionController(Session(options=options), recovery or Recovery())
    return MainWindow(controller, settings)


def _system_language() -> str:
    return "fr" if QLocale.system().language() == QLocale.Language.French else "en"


def follow_language(app: QApplication) -> None:
    """Qt's own buttons in the window's language, now and when it is switched."""
    translator = QTranslator(app)

    def load() -> None:
        app.removeTranslator(translator)
        folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        if translator.load(f"qtbase_{language.code}", folder):
            app.installTranslator(translator)

    language.changed.connect(load)
    load()


def offer_recovery(window: MainWindow) -> None:
    """A banner for the session that a crash left behind."""
    found = left_behind()
    if found:
        left = found[0]
        steps = (
            Step(tr("Restore"), lambda: _restore(window, left)),
            Step(tr("Forget it"), lambda: _forget(window, left)),
        )
        window.tell(Notice("recovery", "warning", tr("briefgen was closed unexpectedly; your work was kept."), steps))


def _restore(window: MainWindow, left: Recovered) -> None:
    window.banners.clear("recovery")
    window.controller.replace_with(left.session, is_saved=False)
    forget(left)


def _forget(window: MainWindow, left: Recovered) -> None:
    window.banners.clear("recovery")
    forget(left)


def _report_with(window: MainWindow) -> Hook:
    def hook(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        _log.error("unhandled", exc_info=(kind, error, trace))
        CrashReport(report_of(kind, error, trace), window).exec()

    return hook
