"""`python -m briefgen.i18n update|compile|check`: keep the catalogs in step with the code."""

import sys

from briefgen.i18n.compiling import compile_catalogs, is_fresh, pairs, untranslated, update


def main(arguments: list[str]) -> int:
    """0 when done, 1 when `check` found something missing or stale, 2 for a wrong call."""
    step = arguments[0] if arguments else "check"
    if step not in ("update", "compile", "check"):
        print("usage: python -m briefgen.i18n update|compile|check", file=sys.stderr)
        return 2
    if step == "update":
        for lang, domain in pairs():
            update(lang, domain)
    if step in ("update", "compile"):
        compile_catalogs()
    problems = 0
    for lang, domain in pairs():
        missing = untranslated(lang, domain)
        problems += len(missing) + (not is_fresh(lang, domain))
        for message in missing:
            print(f"{lang}/{domain}.po: not translated: {message}")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
