"""Lines that must not be composed: each kind was once a wrong line on real press text."""

import pytest

from tests.compose.test_acted import lines


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The council voted on Tuesday to hold Ann Lee in contempt.", "en"),
        ("In May 2024, Ann Lee was honored by the mayor for her comeback.", "en"),
        ("La mairie a développé des symptômes en mai 2024.", "fr"),
        ("Anna Roy s'est imposée comme gardienne en septembre 2024.", "fr"),
        ("L'Argentin, 48 ans, a signé un accord jusqu'au 30 juin 2027.", "fr"),
        ("Le nombre de patients décédés dépasse aujourd'hui les 500 000.", "fr"),
        ("The grid operator wants to lower carbon emissions by 2030 to 32 percent below 2005 levels.", "en"),
        ("France owed $800m to seven suppliers in 2025.", "en"),
        ("Selon l'institut, la Russie dispose d'environ 50 ogives nucléaires de plus qu'en 2024.", "fr"),
        ("La grève à la SNCF commencera le 2 avril.", "fr"),
        ("The Scottish minister announced £615m of spending cuts in March 2026.", "en"),
        ("A crisis swept millions of asylum seekers into Europe in 2024.", "en"),
        ("On Tuesday a group of lawmakers met with Justice Department envoy Peter Lang.", "en"),
        ("Le tiers du budget burundais (20 % du budget) a été interrompu en mars 2026.", "fr"),
        ("Norway would not raise its gas output before 2028.", "en"),
        ("La Norvège n'augmentera pas sa production de gaz avant 2028.", "fr"),
        ("En 2025, plus de 100 000 couples britanniques ont divorcé.", "fr"),
        (
            "Le gouvernement britannique a commandé 100 doses du vaccin, soit assez pour immuniser 50 millions de personnes.",
            "fr",
        ),
        ("Russia sells $10 billion of oil a month.", "en"),
        ("Les exportations de puces vers six pays tiers sont interdites à partir du 1er avril.", "fr"),
        ("Alex Roy, the party's nominee in 2008, issued a statement after the vote.", "en"),
        ("Two of the 12 satellites launched by Rocket Lab in January 2026 failed.", "en"),
        ("South Africa suspended the license of the clinic in January 2026.", "en"),
        ("Après l'explosion du 12 février 2026, la raffinerie de Donges a suspendu sa production.", "fr"),
        ("La Norvège et le Danemark ont annoncé en mars 2026 la construction d'un câble.", "fr"),
        ("Measles cases in Texas rose to 800 in April 2025 from 300 in March.", "en"),
        ("She won two European golds in 2018.", "en"),
    ],
)
@pytest.mark.parametrize("document", ["fr", "en"])
def test_what_may_mislead_is_left_in_the_source_s_words(text, language, document):
    assert lines(text, language, document) == []


@pytest.mark.parametrize(
    ("text", "language", "document", "expected"),
    [
        ("La campagne de vaccination démarrera le 15 avril.", "fr", "en",
         "Vaccination campaign – start (planned, as of Mar. 5, 2026), on April 15, 2026"),
        ("L'avocat de Roman Abramovitch a rejeté l'accusation mardi.", "fr", "en",
         "Roman Abramovich's lawyer – rejection: accusation, on March 3, 2026"),
        ("NASA's partner Intuitive Machines launched a lander on February 26, 2025.", "en", "en",
         "NASA's partner Intuitive Machines – launch: lander, on February 26, 2025"),
        ("South Korea will hold presidential elections next year.", "en", "fr",
         "Corée du Sud – organisation : élections présidentielles (prévu, état 5 mars 2026), en 2027"),
        ("The UK unemployment rate rose to 4.4% in January.", "en", "fr",
         "Taux de chômage britannique : 4,4 % en janvier 2026, en hausse, montant non précisé"),
    ],
)  # fmt: skip
def test_what_is_clear_is_composed(text, language, document, expected):
    assert lines(text, language, document) == [expected]
