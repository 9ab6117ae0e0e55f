"""What sentences of the press say of time, in both languages, for an article of Wednesday 25 May 2022."""

import pytest

from briefgen.extract.dates import find_dates
from briefgen.text.analysis import analyze

PUBLISHED = "2022-05-25"


def dates(text, language, published=PUBLISHED):
    """(words, EDTF or the TIMEX3 value where nothing is resolved) of every fact."""
    return [(f.text, f.date or f.timex) for f in find_dates(analyze(text, language, published))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Le traité a été signé le lundi 3 mai 2021 à Genève.", [("lundi 3 mai 2021", "2021-05-03")]),
        ("Le 24 février, les troupes sont entrées dans la ville.", [("24 février", "2022-02-24")]),
        ("Le sommet se tiendra le 12 janvier.", [("12 janvier", "2023-01-12")]),
        ("Les ventes ont reculé en avril.", [("avril", "2022-04")]),
        ("Il avait été nommé en décembre de l'année dernière.", [("décembre de l'année dernière", "2021-12")]),
        ("Ils se sont vus mardi à 15 h 30.", [("mardi", "2022-05-24"), ("15 h 30", "2022-05-24T15:30")]),
        ("Ils se verront mardi.", [("mardi", "2022-05-31")]),
        ("Le vol est parti hier soir.", [("hier soir", "2022-05-24")]),
        ("Un accord a été trouvé il y a trois semaines.", [("il y a trois semaines", "2022-05-04")]),
        ("La mesure vaut pour les 30 prochaines années.", [("les 30 prochaines années", "2022/2052")]),
        ("La conférence dure du 3 au 5 mai 2022.", [("3 au 5 mai 2022", "2022-05-03/2022-05-05")]),
        ("La crise a duré de mars 2019 à mai 2020.", [("de mars 2019 à mai 2020", "2019-03/2020-05")]),
        ("Entre 2018 et 2020, le budget a doublé.", [("Entre 2018 et 2020", "2018/2020")]),
        ("La guerre de 1939-1945 a ruiné la région.", [("1939-1945", "1939/1945")]),
        ("Le mois dernier, le port était fermé.", [("Le mois dernier", "2022-04")]),
        ("L'usine, fermée en juin, rouvrira en octobre.", [("juin", "2021-06"), ("octobre", "2022-10")]),
        ("Le vote pourrait être repoussé à septembre.", [("septembre", "2022-09")]),
        ("Elle travaille depuis cinq ans.", [("cinq ans", "2017/2022")]),
        ("De lundi à vendredi, le pont sera fermé.", [("De lundi à vendredi", "2022-05-30/2022-06-03")]),
        ("Le chiffre du premier trimestre 2022 est connu.", [("premier trimestre 2022", "2022-01/2022-03")]),
        ("Les neuf premiers mois de 2021 ont été bons.", [("Les neuf premiers mois de 2021", "2021-01/2021-09")]),
        ("Ce palais date des années 1930.", [("années 1930", "1930/1939")]),
        ("Le canal fut creusé au XIXe siècle.", [("XIXe siècle", "1800/1899")]),
        ("L'été dernier, le lac était à sec.", [("L'été dernier", "2021-06/2021-08")]),
        ("Le lundi de Pâques 2022, tout était fermé.", [("lundi de Pâques 2022", "2022-04-18")]),
        ("Il est venu le 12 mai 2019. Le lendemain, il repartait.", [("12 mai 2019", "2019-05-12"), ("lendemain", "2019-05-13")]),
        ("Le 4 juin 2020, ils signent. Trois mois plus tard, tout est rompu.",
         [("4 juin 2020", "2020-06-04"), ("Trois mois plus tard", "2020-09")]),
        ("Ils étaient arrivés deux semaines avant Noël 2020.", [("deux semaines avant Noël 2020", "2020-12-11")]),
        ("Le marché se tient chaque lundi.", [("chaque lundi", "XXXX-WXX-1")]),
        ("Ces derniers mois, les prix ont monté.", [("Ces derniers mois", "PXM")]),
    ],
)  # fmt: skip
def test_french_sentence(text, expected):
    assert dates(text, "fr") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The treaty was signed on Monday, May 3, 2021.", [("Monday, May 3, 2021", "2021-05-03")]),
        ("On Feb. 24 troops crossed the border.", [("Feb. 24", "2022-02-24")]),
        ("The summit will open on 12 January.", [("12 January", "2023-01-12")]),
        ("Sales fell in April.", [("April", "2022-04")]),
        ("He was named in December of last year.", [("December of last year", "2021-12")]),
        ("They met at 3 p.m. Tuesday.", [("3 p.m.", "2022-05-24T15:00"), ("Tuesday", "2022-05-24")]),
        ("They will meet next month.", [("next month", "2022-06")]),
        ("The plane left yesterday morning.", [("yesterday morning", "2022-05-24")]),
        ("A deal was struck three weeks ago.", [("three weeks ago", "2022-05-04")]),
        ("The rule holds over the past two years.", [("the past two years", "2020/2022")]),
        ("The fair runs May 3-5, 2022.", [("May 3-5, 2022", "2022-05-03/2022-05-05")]),
        ("The crisis lasted from March 2019 to May 2020.", [("from March 2019 to May 2020", "2019-03/2020-05")]),
        ("It sold well in the first three months of 2022.", [("the first three months of 2022", "2022-01/2022-03")]),
        ("The vote could be pushed back to September.", [("September", "2022-09")]),
        ("The law expires on Dec. 31.", [("Dec. 31", "2022-12-31")]),
        ("Profit rose in the third quarter of 2021.", [("the third quarter of 2021", "2021-07/2021-09")]),
        ("The bridge dates from the 1930s.", [("the 1930s", "1930/1939")]),
        ("The canal was dug in the 19th century.", [("the 19th century", "1800/1899")]),
        ("Last summer the lake ran dry.", [("Last summer", "2021-06/2021-08")]),
        ("Shops closed on Christmas Eve.", [("Christmas Eve", "2021-12-24")]),
        ("They came on May 12, 2019. The next day they left.", [("May 12, 2019", "2019-05-12"), ("The next day", "2019-05-13")]),
        ("The market opens every Monday.", [("every Monday", "XXXX-WXX-1")]),
        ("He speaks in recent months of peace.", [("recent months", "PXM")]),
    ],
)  # fmt: skip
def test_english_sentence(text, expected):
    assert dates(text, "en") == expected


@pytest.mark.parametrize(
    ("text", "language", "words", "bound", "date", "timex"),
    [
        ("Le tir ne devrait pas avoir lieu avant 2030.", "fr", "avant 2030", "not_before", "2030/..", "2030"),
        ("La base sera prête dès 2024.", "fr", "dès 2024", "from", "2024/..", "2024"),
        ("Le site fermera d'ici 2026.", "fr", "d'ici 2026", "by", "../2026", "2026"),
        ("Il parlera avant la fin du mois de mai.", "fr", "avant la fin du mois de mai", "before", "../2022-05", "2022-05"),
        ("L'usine est fermée depuis mars.", "fr", "depuis mars", "from", "2022-03/..", "2022-03"),
        ("Le musée est ouvert jusqu'à vendredi.", "fr", "jusqu'à vendredi", "by", "../2022-05-27", "2022-05-27"),
        ("L'accord court jusqu'en 2027.", "fr", "jusqu'en 2027", "by", "../2027", "2027"),
        ("La loi s'appliquera après 2025.", "fr", "après 2025", "after", "2026/..", "2025"),
        ("The probe will not fly before 2030.", "en", "before 2030", "not_before", "2030/..", "2030"),
        ("The mill will not open until 2025.", "en", "until 2025", "not_before", "2025/..", "2025"),
        ("The shop is open until Friday.", "en", "until Friday", "by", "../2022-05-27", "2022-05-27"),
        ("It must end no later than July 1, 2024.", "en", "no later than July 1, 2024", "by", "../2024-07-01", "2024-07-01"),
        ("Output has fallen since March.", "en", "since March", "from", "2022-03/..", "2022-03"),
        ("The plant shuts by the end of May.", "en", "by the end of May", "by", "../2022-05", "2022-05"),
        ("It applies to sales of 2018 or later.", "en", "2018 or later", "from", "2018/..", "2018"),
    ],
)  # fmt: skip
def test_bound_goes_to_its_own_field(text, language, words, bound, date, timex):
    (fact,) = find_dates(analyze(text, language, PUBLISHED))

    assert (fact.text, fact.date_bound, fact.date, fact.timex) == (words, bound, date, timex)


@pytest.mark.parametrize(
    ("text", "language", "value", "unit", "timex", "date"),
    [
        ("Un plan de cinq ans qui a débuté en 2018.", "fr", 5, "year", "P5Y", "2018/2022"),
        ("Un bail de cinq années supplémentaires pour finir en 2027.", "fr", 5, "year", "P5Y", None),
        ("Une trêve de trois jours.", "fr", 3, "day", "P3D", None),
        ("Il a parlé deux heures et demie.", "fr", 2.5, "hour", "PT2.5H", None),
        ("Trois semaines avant que la ville ne tombe, ils signaient.", "fr", 3, "week", "P3W", None),
        ("A 10-year contract that began in 2018.", "en", 10, "year", "P10Y", "2018/2027"),
        ("They waited half an hour.", "en", 0.5, "hour", "PT0.5H", None),
        ("They stayed several days.", "en", None, "day", "PXD", None),
    ],
)  # fmt: skip
def test_duration_has_value_unit_and_its_anchor(text, language, value, unit, timex, date):
    fact = next(f for f in find_dates(analyze(text, language, PUBLISHED)) if f.type == "duration")

    assert (fact.value, fact.unit, fact.timex, fact.date) == (value, unit, timex, date)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Mme Avril dirige la dernière année du programme.", "fr"),
        ("Il tourne 24 heures sur 24.", "fr"),
        ("Du jour au lendemain, le comité veille.", "fr"),
        ("June Almeida reads USA Today as soon as it opens.", "en"),
        ("La sonde vole vers Mars et Mars reste loin.", "fr"),
        ("La fusée March-5 et le moteur RD-2000 sont prêts.", "fr"),
        ("Il a été livré avec 2000 soldats et sept chars.", "fr"),
        ("Le lot coûte 2020 euros, le match finit 3-1.", "fr"),
        ("Paul Durand, 45 ans, et une voisine âgée de 70 ans ont témoigné.", "fr"),
        ("The Long March-5 and the A2020 may march on.", "en"),
        ("Some 2000 troops paid $2020 for it.", "en"),
        ("A 45-year-old man lost a barrel a day.", "en"),
        ("He came second in a second race.", "en"),
    ],
)
def test_what_only_looks_like_a_date_is_none(text, language):
    assert dates(text, language) == []


@pytest.mark.parametrize(
    ("text", "language", "low", "high", "unit"),
    [
        ("Un délai de 12 à 18 mois.", "fr", 12, 18, "month"),
        ("Deux ou trois semaines suffiront.", "fr", 2, 3, "week"),
        ("It takes two to three years.", "en", 2, 3, "year"),
        ("Allow 10-15 days.", "en", 10, 15, "day"),
    ],
)
def test_range_of_durations_has_its_ends(text, language, low, high, unit):
    (fact,) = find_dates(analyze(text, language, PUBLISHED))

    assert (fact.value, fact.low, fact.high, fact.unit) == (None, low, high, unit)


def test_day_stays_coarse_where_publication_is_known_to_the_month():
    (fact,) = find_dates(analyze("Ils ont signé mercredi.", "fr", "2020-12"))

    assert (fact.timex, fact.date) == ("XXXX-WXX-3", "2020-12")
    assert "month" in fact.why
    assert fact.score < 0.6


def test_nothing_is_resolved_without_a_publication_date():
    facts = find_dates(analyze("Ils ont signé mercredi, puis le 3 mai.", "fr", None))

    assert [(f.timex, f.date) for f in facts] == [("XXXX-WXX-3", None), ("XXXX-05-03", None)]


def test_dates_of_lines_around_the_article_are_dates_too():
    text = "date 2020-12 Un accord.\nPar Anne Petit, le 25 MAI 2022 – Le Courrier\n© 2020 Le Courrier."

    assert dates(text, "fr") == [("2020-12", "2020-12"), ("25 MAI 2022", "2022-05-25"), ("2020", "2020")]
