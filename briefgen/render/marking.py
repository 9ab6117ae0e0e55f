"""The colors of a marking (FIRST, Traffic Light Protocol 2.0: colored letters on black, capitals, 12 points or more)."""

_TLP = {"RED": "#ff2b2b", "AMBER": "#ffc000", "AMBER+STRICT": "#ffc000", "GREEN": "#33ff00", "CLEAR": "#ffffff"}
BACKGROUND = "#000000"


def marking_color(marking: str) -> str:
    """The color of the letters; white for a marking that is not of TLP."""
    return _TLP.get(marking.upper().removeprefix("TLP:").strip(), "#ffffff")
