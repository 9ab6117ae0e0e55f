"""Plurals and feminines, rule by rule."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefgen.lexicon.inflection import en_plural, fr_feminine, fr_plural


@pytest.mark.parametrize(
    ("term", "plural"),
    [
        ("station spatiale", "stations spatiales"),
        ("station de recherche lunaire", "stations de recherche lunaire"),
        ("accord commercial", "accords commerciaux"),
        ("festival", "festivals"),
        ("gaz", "gaz"),
        ("travail", "travaux"),
        ("détail", "détails"),
        ("vaisseau cargo", "vaisseaux cargos"),
        ("pneu", "pneus"),
        ("genou", "genoux"),
        ("trou noir", "trous noirs"),
        ("centre d'essais", "centres d'essais"),
        ("OMS", "OMS"),
        ("ciel", "cieux"),
    ],
)
def test_french_plural(term: str, plural: str) -> None:
    assert fr_plural(term) == plural


@pytest.mark.parametrize(
    ("masculine", "feminine"),
    [
        ("lunaire", "lunaire"),
        ("spatial", "spatiale"),
        ("liquéfié", "liquéfiée"),
        ("public", "publique"),
        ("offensif", "offensive"),
        ("infectieux", "infectieuse"),
        ("pétrolier", "pétrolière"),
        ("officiel", "officielle"),
        ("européen", "européenne"),
        ("conservateur", "conservatrice"),
        ("extérieur", "extérieure"),
        ("long", "longue"),
        ("nouveau", "nouvelle"),
        ("complet", "complète"),
        ("à long terme", "à long terme"),
    ],
)
def test_french_feminine(masculine: str, feminine: str) -> None:
    assert fr_feminine(masculine) == feminine


@pytest.mark.parametrize(
    ("term", "plural"),
    [
        ("space station", "space stations"),
        ("launch", "launches"),
        ("facility", "facilities"),
        ("survey", "surveys"),
        ("memorandum of understanding", "memoranda of understanding"),
        ("barrel per day", "barrels per day"),
        ("embargo", "embargoes"),
        ("spacecraft", "spacecraft"),
        ("health crisis", "health crises"),
        ("midwife", "midwives"),
        ("cease-fire", "cease-fires"),
        ("woman", "women"),
        ("virus", "viruses"),
    ],
)
def test_english_plural(term: str, plural: str) -> None:
    assert en_plural(term) == plural


@given(st.text(alphabet="abcdeilmnorstuxyzé -'", min_size=1).filter(lambda text: text.strip() == text))
def test_any_term_has_forms(term: str) -> None:
    for inflect in (fr_plural, fr_feminine, en_plural):
        assert inflect(term).count(" ") == term.count(" ")
