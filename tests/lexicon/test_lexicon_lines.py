"""Every line of the name lexicons is well formed, unique, and found again by each of its forms."""

from collections import Counter

import pytest

from briefgen.lexicon.names import find_person, load_persons, person_phrases
from briefgen.lexicon.organizations import find, load_organizations
from briefgen.lexicon.places import load_places
from briefgen.lexicon.roles import load_bodies, load_domains, load_offices, load_qualities
from briefgen.lexicon.tables import rows
from briefgen.lexicon.territories import load_territories, territory
from briefgen.resources import resource

WIDTHS = {
    "territories.txt": 8, "territories_places.txt": 4, "territories_phrase_rules.txt": 2, "persons.txt": 4, "persons_things.txt": 2,
    "organizations.txt": 6, "outlets.txt": 5, "offices.txt": 5, "offices_bodies.txt": 5, "offices_domains.txt": 3,
    "offices_qualities.txt": 3, "phrase_rules_press.txt": 2,
}  # fmt: skip
NOT_ISO = frozenset(
    "XK MIDEAST ARCTIC BALTIC BALKANS GULF SAHEL CAUCASUS INDOPAC ARAB EU EUROZONE WEST NATO UN G7 G20 BRICS OPEC OPECPLUS AFRUN "
    "ASEAN ECOWAS SCO CIS EAEU GCC ARABL USSR YUG GDR".split()
)


@pytest.mark.parametrize(("name", "width"), WIDTHS.items())
def test_lines_have_their_fields_and_stand_once(name: str, width: int) -> None:
    lines = rows(name, width)

    assert all(all(field == field.strip() for field in line) and line[0] for line in lines)
    assert [line for line, count in Counter(map(tuple, lines)).items() if count > 1] == []


def test_every_iso_territory_is_there() -> None:
    codes = set(load_territories())
    alpha2 = {code for code in codes if len(code) == 2} - NOT_ISO

    assert len(alpha2) == 249
    assert {code for code in codes if len(code) > 2 and not code.isdigit()} <= NOT_ISO


def test_sizes_that_the_product_promises() -> None:
    respelled = [one for one in load_persons().values() if one.name("fr") != one.name("en")]

    assert len(respelled) >= 300
    assert len(load_organizations()) >= 300
    assert len(load_offices()) >= 250


def test_each_person_form_finds_its_own_entry() -> None:
    wrong = [(form, id_) for form, id_ in person_phrases() if (one := find_person(form)) is None or one.id != id_]

    assert wrong == []


def test_each_organization_form_finds_its_own_entry() -> None:
    wrong = []
    for one in load_organizations().values():
        for form in (*one.fr, *one.en, *one.acronyms_fr, *one.acronyms_en):
            found = find(form.text)
            if form.mark != "~" and (found is None or found.id != one.id):
                wrong.append((form.text, one.id))

    assert wrong == []


def test_codes_of_persons_organizations_and_places_are_territories() -> None:
    codes = {one.territory for one in load_persons().values()}
    codes |= {one.country for one in load_organizations().values() if one.country}
    codes |= {one.territory for one in load_places().values() if one.territory}

    assert [code for code in codes if territory(code or "") is None] == []


def test_role_words_are_in_both_languages() -> None:
    assert all(one.masculine and one.feminine and one.en for one in load_offices().values())
    assert all(one.fr and one.en for one in load_bodies().values())
    assert all(one.fr and one.en for one in load_domains().values())
    assert all(one.masculine and one.en for one in load_qualities().values())


@pytest.mark.parametrize("language", ["fr", "en"])
def test_loaded_words_are_many_and_lower_case(language: str) -> None:
    text = resource("assets", "lexicons", f"loaded_words_{language}.txt").read_text(encoding="utf-8")
    words = [word.strip() for line in text.splitlines() if line[:1] != "#" for word in line.split("/")]

    assert len(words) >= 120
    assert [word for word, count in Counter(words).items() if count > 1 or word != word.lower() or not word] == []
