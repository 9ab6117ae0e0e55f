"""Abbreviations that end in a full stop without ending a sentence."""

FRENCH = frozenset(
    "m mm mme mmes mlle mlles dr pr me mgr st ste vol art p pp éd env av apr tél fig cf ex etc janv févr avr juil sept "
    "oct nov déc cie ets bd no nos al hab min max gal col lt cdt cap".split()
)
ENGLISH = frozenset(
    "mr mrs ms dr prof sr jr st gen gov sen rep sens reps lt col sgt capt cmdr adm maj cpl pvt hon rev fr pres supt "
    "det insp jan feb mar apr jun jul aug sept sep oct nov dec mon tue wed thu fri sat sun inc corp co ltd bros dept "
    "univ assn vs etc no nos fig vol pp ed eds est approx ft mt ave blvd rd al ala ariz ark calif colo conn del fla ga "
    "ill ind kan ky la mass md mich minn miss mo mont neb nev okla ore pa tenn tex va vt wash wis wyo".split()
)
EITHER = FRENCH | ENGLISH
