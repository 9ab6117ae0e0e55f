"""In continuous integration nothing is skipped in silence: each skip fails the run, but for those listed here."""

import os
from collections.abc import Iterator
from typing import Any

import pytest

ALLOWED = ("outloud is not installed",)
"""How the reasons begin of skips that a complete machine may have: outloud is under the AGPL, and a tool of its own."""


def unexpected(reasons: list[str]) -> list[str]:
    """The reasons that are not allowed, each once."""
    bare = (reason.removeprefix("Skipped: ") for reason in reasons)
    return sorted({reason for reason in bare if not reason.startswith(ALLOWED)})


def _reason(report: Any) -> str:
    """Why it was skipped; pytest keeps (file, line, reason)."""
    longrepr = getattr(report, "longrepr", None)
    return str(longrepr[2] if isinstance(longrepr, tuple) else longrepr)


def _skips(config: pytest.Config) -> list[str]:
    reporter: Any = config.pluginmanager.get_plugin("terminalreporter")
    reports = reporter.stats.get("skipped", ()) if reporter is not None else ()
    return unexpected([_reason(report) for report in reports])


def _is_strict(config: pytest.Config) -> bool:
    """Under CI=true; workers of xdist leave it to the process that gathers their reports."""
    return os.environ.get("CI", "").lower() == "true" and not hasattr(config, "workerinput")


@pytest.hookimpl(trylast=True)
def pytest_sessionfinish(session: pytest.Session) -> None:
    if _is_strict(session.config) and _skips(session.config) and not session.exitstatus:
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


@pytest.hookimpl(wrapper=True)
def pytest_terminal_summary(terminalreporter: Any, config: pytest.Config) -> Iterator[None]:
    yield
    for reason in _skips(config) if _is_strict(config) else ():
        terminalreporter.write_line(f"CI: a test was skipped, which fails the run: {reason}", red=True)
