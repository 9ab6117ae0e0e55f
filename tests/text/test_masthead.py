"""The head of an article as papers, letters, agencies and ministries lay it out."""

import pytest

from briefgen.text.masthead import read_masthead

PARAGRAPH = (
    "\n\nThe town council met on Monday evening and decided, after three hours of talks, to sell the old power station"
    " to its neighbors for a price that nobody would name.\n"
)


@pytest.mark.parametrize(
    ("head", "outlet", "title", "author"),
    [
        ("The Valley Courant\nA station for sale\nBy Ann Lee and Bo Nilsen", "The Valley Courant", "A station for sale",
         "Ann Lee and Bo Nilsen"),
        ("VoltWeek | Markets\nTown sells its old station\nby Ann Lee — March 17, 2026", "VoltWeek",
         "Town sells its old station", "Ann Lee"),
        ("The Valley Courant\nEnergy | Analysis\nA station for sale\nAnn Lee, Energy Editor\nWednesday 11 March 2026 17.48 GMT",
         "The Valley Courant", "A station for sale", "Ann Lee"),
        ("Grid Monitor\nA station for sale\nAnn Lee in Aster · 12 April 2026 · 6 min read", "Grid Monitor",
         "A station for sale", "Ann Lee"),
        ("Le Courrier du Lac\nLa centrale est à vendre\nPar Léa Roy, à Aster – Publié le 14 mars 2026 à 06h15\nTemps de lecture : 4 min",
         "Le Courrier du Lac", "La centrale est à vendre", "Léa Roy"),
        ("Volts & Watts – la lettre de la filière – n° 68 – vendredi 13 mars 2026\nLa centrale est à vendre", "Volts & Watts",
         "La centrale est à vendre", None),
        ("Ministry of Energy of Asteria\nPress release\n18 March 2026\nMinister welcomes the sale", "Ministry of Energy of Asteria",
         "Minister welcomes the sale", None),
        ("COMMUNIQUÉ DE PRESSE\nAster, le 18 mars 2026\nLa ville vend sa centrale", None, "La ville vend sa centrale", None),
        ("Nucléaire\nLa ville vend sa vieille centrale\nPar Léa Roy", None, "La ville vend sa vieille centrale", "Léa Roy"),
        ("The town sells its old station\nBy Ann Lee", None, "The town sells its old station", "Ann Lee"),
        ("De notre envoyée spéciale à Aster, Léa Roy\nPublié le 10 mars 2026", None, None, "Léa Roy"),
        ("Royal United Hospitals Aster declares critical incident\nLong waits in the emergency room", None,
         "Royal United Hospitals Aster declares critical incident", None),
        ("Aster, 3 March 2026", None, None, None),
    ],
)  # fmt: skip
def test_the_head_says_who_printed_what_and_by_whom(head, outlet, title, author):
    text = head + PARAGRAPH

    found = read_masthead(text, 0)

    assert [text[slice(*span)] if span else None for span in found] == [outlet, title, author]


@pytest.mark.parametrize("text", ["", "One line alone", "The Valley Courant\nBy Ann Lee\n", "\n\n\n"])
def test_lines_without_a_paragraph_below_are_no_head(text):
    assert read_masthead(text, 0) == (None, None, None)


@pytest.mark.parametrize(
    ("head", "outlet", "title"),
    [
        ("The Northern Signal\nCanada's weekly newsletter | Issue 9\nMonday, March 10, 2025\nTown sells its old station", "The Northern Signal",
         "Town sells its old station"),
        ("République d'Asterie\nOffice fédéral de la sécurité des denrées alimentaires (OFSDA)\nAster, 02.12.2024\nRappel de fromages à pâte molle",
         "Office fédéral de la sécurité des denrées alimentaires (OFSDA)", "Rappel de fromages à pâte molle"),
        ("GRID MARKETS DAILY | 19 February 2026\nPrices: base 81.35 (+2.4%) | peak 31.90\nOutage tightens the winter outlook", "GRID MARKETS DAILY",
         "Outage tightens the winter outlook"),
        ("Department of Trade\nFOR IMMEDIATE RELEASE\nMay 6, 2026\nDepartment Adds Nine Companies to List", "Department of Trade",
         "Department Adds Nine Companies to List"),
        ("GRID BRIEF\nIN THIS ISSUE", "GRID BRIEF", None),
    ],
)  # fmt: skip
def test_papers_and_bodies_say_what_they_are(head, outlet, title):
    text = head + PARAGRAPH

    found = read_masthead(text, 0)

    assert [text[slice(*span)] if span else None for span in found[:2]] == [outlet, title]
