"""Whole documents for the tests of the writers: a French and an English note on invented news."""

from briefgen.model.tree import (
    BlockQuote,
    Break,
    Cell,
    Document,
    Heading,
    Inline,
    ListBlock,
    ListItem,
    Paragraph,
    ReferenceMark,
    Row,
    SectionBlock,
    Table,
    Text,
)

NB, NNB = "\u00a0", "\u202f"


def ref(number: int) -> ReferenceMark:
    return ReferenceMark(number, f"ref-{number}")


def p(*children: Inline | str, role: str = "body") -> Paragraph:
    return Paragraph(tuple(Text(child) if isinstance(child, str) else child for child in children), role=role)


def b(text: str, evidence: str | None = None) -> Text:
    return Text(text, bold=True, evidence=evidence)


def head(*labels: str) -> Row:
    return Row(tuple(Cell((Text(label),), header=True) for label in labels), header=True)


def row(*cells: str | Inline | tuple[Inline, ...], evidence: str = "") -> Row:
    made = []
    for cell in cells:
        children = (Text(cell),) if isinstance(cell, str) else cell if isinstance(cell, tuple) else (cell,)
        made.append(Cell(children, evidence=(evidence,) if evidence else ()))
    return Row(tuple(made))


def fields(*pairs: tuple[str, str]) -> Table:
    rows = tuple(Row((Cell((Text(name),), header=True), Cell((Text(value),)))) for name, value in pairs)
    return Table(rows, caption="En-tête", role="header")


def quote(
    words: str, evidence: str, *attribution: Inline, mentions: str = "", lang: str | None = None, label: str = ""
) -> BlockQuote:
    said: list[Inline] = [Text("«" + NB), Text(words, lang=lang, evidence=evidence, verbatim=True), Text(NB + "»")]
    if label:
        said.append(Text(f" [{label}]", small=True))
    children = [Paragraph(tuple(said), evidence=(evidence,)), Paragraph(attribution, role="attribution")]
    if mentions:
        children.append(Paragraph((Text("Mentions: ", italic=True), Text(mentions, italic=True)), role="mentions"))
    return BlockQuote(tuple(children), lang=lang, evidence=(evidence,))


def key(number: int, *children: Inline | str, evidence: str) -> ListItem:
    return ListItem(f"{number}.", (p(*children),), evidence=(evidence,))


def bullet(*children: Inline | str, label: str = "–") -> ListItem:
    return ListItem(label, (p(*children),))


def source(number: int, *children: Inline | str) -> ListItem:
    return ListItem(f"{number}.", (p(*children),), id=f"ref-{number}")


def section(title: str, *blocks: object, id: str) -> SectionBlock:
    return SectionBlock((Heading(1, (Text(title),), id=id), *blocks), id=f"s-{id}")  # type: ignore[arg-type]


def french_note() -> Document:
    blocks = (
        p("NOTE DE SYNTHÈSE", role="title"),
        fields(
            ("De", "Bureau de la veille ouverte"),
            ("À", "Sous-direction des affaires spatiales et énergétiques"),
            ("Date", f"14{NB}mars 2031"),
            ("Objet", f"Norvalie et Karélande{NNB}: espace, énergie, sanctions, santé"),
            ("Période", f"janvier – mars 2031{NB}· 5 articles, 4 origines indépendantes"),
        ),
        section(
            "À retenir",
            ListBlock(
                (
                    key(
                        1,
                        b("Énergie."),
                        f" Exportations norvaliennes de gaz naturel liquéfié vers le Karélande{NNB}: ",
                        b(f"412{NNB}000{NB}tonnes", "s2:f1"),
                        " en février 2031, en hausse de ",
                        b(f"38{NB}%", "s2:f2"),
                        " sur un an, selon l’Office national des hydrocarbures, cité par ",
                        Text("Le Courrier du Détroit", italic=True),
                        " ",
                        ref(2),
                        ".",
                        evidence="s2:f1",
                    ),
                    key(
                        2,
                        b("Espace."),
                        " L’agence spatiale karélandaise et le Centre Orlan ont signé en janvier 2031 un protocole d’accord sur une plateforme orbitale commune ",
                        ref(1),
                        ".",
                        evidence="s1:f1",
                    ),
                    key(
                        3,
                        b("Espace."),
                        f" Programme conjoint 2027-2031{NNB}; prolongation de quatre ans attendue, jusqu’en 2035, selon l’agence de presse d’État Kar-Info (février 2031) ",
                        ref(3),
                        ".",
                        evidence="s3:f1",
                    ),
                    key(
                        4,
                        b("Sanctions."),
                        f" «{NB}Le Karélande s’est abstenu de condamner l’embargo mais a dénoncé le gel des avoirs de ses banques publiques{NB}» (",
                        Text("Le Courrier du Détroit", italic=True),
                        ") ",
                        ref(2),
                        ".",
                        evidence="s2:q1",
                    ),
                    key(
                        5,
                        b("Santé."),
                        f" Norvalie{NNB}: ",
                        b(f"plus de 9{NNB}400"),
                        " nouveaux cas de grippe aviaire signalés en une semaine, un record depuis 2024 ",
                        ref(4),
                        ".",
                        evidence="s4:f1",
                    ),
                ),
                ordered=True,
                role="key_points",
            ),
            id="retenir",
        ),
        section(
            f"1.{NB}Espace",
            Table(
                (
                    head("Fait", "Valeur", "Date", "Selon", "Réf."),
                    row(
                        "Programme conjoint de coopération spatiale",
                        "4 ans, dernière année en cours",
                        "2027-2031",
                        "Centre Orlan",
                        ref(1),
                        evidence="s1:f2",
                    ),
                    row(
                        (Text("Prolongation du programme "), Text("(prévue)", italic=True)),
                        "4 ans, jusqu’en 2035",
                        f"févr.{NB}2031",
                        "Kar-Info (média d’État karélandais)",
                        ref(3),
                        evidence="s3:f1",
                    ),
                    row(
                        (Text(f"Télescope Boréal-2{NNB}: lancement "), Text("(prévu, état janv. 2031)", italic=True)),
                        "–",
                        "pas avant 2034",
                        "presse norvalienne",
                        ref(1),
                        evidence="s1:f3",
                    ),
                    row(
                        f"Télescope Boréal-2{NNB}: budget",
                        "réduit, montant non précisé",
                        "2030",
                        "presse norvalienne",
                        ref(1),
                        evidence="s1:f4",
                    ),
                ),
                caption="Faits relevés sur l’espace",
            ),
            quote(
                "Nous avons besoin de leur savoir-faire en propulsion cryogénique, et ils ont besoin de nos stations de poursuite dans l’hémisphère sud\u202f; c’est un échange d’égal à égal, qui durera au-delà de cette législature",
                "s1:q1",
                Text("— "),
                b("Ilse Varga"),
                Text(f", ministre karélandaise de la Recherche{NNB}; conférence de presse, 22{NB}janvier 2031 "),
                ref(1),
            ),
            quote(
                "The two agencies have in practice merged their ground segments, and that is the part nobody has noticed",
                "s5:q1",
                Text("— "),
                b("Thomas Hale"),
                Text(f", ancien directeur du programme Boréal{NNB}; entretien à "),
                Text("The Meridian Review", italic=True, lang="en"),
                Text(f", 2{NB}mars 2031 "),
                ref(5),
                lang="en",
                label="anglais dans la source",
            ),
            id="espace",
        ),
        section(
            f"2.{NB}Énergie",
            Table(
                (
                    head("Fait", "Valeur", "Variation", "Date", "Selon", "Réf."),
                    row(
                        "Exportations norvaliennes de gaz naturel liquéfié vers le Karélande",
                        f"412{NNB}000{NB}t",
                        f"+38{NB}% sur un an",
                        f"févr.{NB}2031",
                        "Office national des hydrocarbures",
                        ref(2),
                        evidence="s2:f1",
                    ),
                    row(
                        "Achats karélandais de charbon norvalien",
                        f"plus de 1,2{NB}Md{NB}USD",
                        f"−7{NB}% (base n.{NB}p.)",
                        f"janv.{NB}2031",
                        "Le Courrier du Détroit",
                        ref(2),
                        evidence="s2:f3",
                    ),
                ),
                caption="Faits relevés sur l’énergie",
            ),
            quote(
                "Cet hiver nous a appris qu’un contrat de vingt ans ne vaut que par le port qui le dessert",
                "s2:q2",
                Text("— "),
                b("Mikaël Orsund"),
                Text(", président de l’Office national des hydrocarbures "),
                ref(2),
            ),
            id="energie",
        ),
        section(
            f"3.{NB}Sanctions",
            ListBlock(
                (
                    bullet(
                        "Propos rapportés, ",
                        b("Ilse Varga"),
                        f"{NNB}: «{NB}les deux gouvernements chercheraient une réponse commune au gel des avoirs{NB}» ",
                        ref(1),
                    ),
                    bullet(
                        f"4{NB}mars 2031{NNB}: ",
                        b("Anneke Dorsch"),
                        ", rapporteure du comité des sanctions, à ",
                        b("Pavel Rusk"),
                        f", ambassadeur du Karélande{NNB}: «{NB}qu’elle restait «{NB}très préoccupée{NB}» par le refus de publier la liste des navires{NB}» ",
                        ref(2),
                    ),
                    bullet("Voir aussi À retenir, 4."),
                )
            ),
            id="sanctions",
        ),
        section(
            f"4.{NB}Santé",
            Table(
                (
                    head("Fait", "Valeur", "Date", "Selon", "Réf."),
                    row(
                        "Nouveaux cas de grippe aviaire en une semaine, Norvalie",
                        f"plus de 9{NNB}400 (record)",
                        f"févr.{NB}2031",
                        "Institut de santé publique de Norvalie",
                        ref(4),
                        evidence="s4:f1",
                    ),
                    row(
                        "Doses de vaccin commandées, Norvalie et Karélande",
                        f"au moins 2,5{NB}millions",
                        "2031",
                        "La Gazette médicale de l’Isthme",
                        ref(4),
                        evidence="s4:f2",
                    ),
                ),
                caption="Faits relevés sur la santé",
            ),
            id="sante",
        ),
        section(
            "Chronologie",
            Table(
                (
                    head("Date", "Événement", "Réf."),
                    row("1998", "Premier vol habité norvalien, mission Ansgar", ref(5)),
                    row(
                        f"22{NB}janv.{NB}2031",
                        "Protocole d’accord entre l’agence spatiale karélandaise et le Centre Orlan",
                        ref(1),
                    ),
                    row(f"févr.{NB}2031, un mercredi", "Annonce de la prolongation du programme conjoint", ref(3)),
                    row(f"4{NB}mars 2031", "A. Dorsch à l’ambassadeur Pavel Rusk", ref(2)),
                    row(Text("pas avant 2034 (prévu)", italic=True), "Lancement du télescope Boréal-2", ref(1)),
                ),
                caption="Chronologie",
                role="chronology",
            ),
            id="chronologie",
        ),
        section(
            "Points d’attention",
            ListBlock(
                (
                    bullet(
                        ref(2),
                        ", ",
                        ref(4),
                        f"{NNB}: titre absent{NNB}; ",
                        ref(4),
                        f"{NNB}: auteur absent, date au mois près.",
                    ),
                    bullet(f"Énergie{NNB}: une seule source. −7{NB}%{NNB}: base de comparaison non précisée."),
                ),
                role="findings",
            ),
            id="attention",
        ),
        section(
            "Sources",
            ListBlock(
                (
                    source(
                        1,
                        Text("La Tribune de Port-Ansgar", italic=True),
                        f", «{NB}Varga défend l’accord orbital{NB}», Hélène Morvan, 23{NB}janvier 2031, en français.",
                    ),
                    source(
                        2,
                        Text("Le Courrier du Détroit", italic=True),
                        f", [sans titre{NNB}: «{NB}Les livraisons de gaz vers l’est ont…{NB}»], Joris Aubin, 5{NB}mars 2031, en français{NNB}; repris par ",
                        Text("Revue du Large", italic=True),
                        ".",
                    ),
                    source(
                        3,
                        Text("Kar-Info", italic=True),
                        f", «{NB}Le programme spatial prolongé{NB}», sans auteur, 12{NB}février 2031, en français.",
                    ),
                    source(
                        4,
                        Text("La Gazette médicale de l’Isthme", italic=True),
                        ", [sans titre], sans auteur, février 2031, en français.",
                    ),
                    source(
                        5,
                        Text("The Meridian Review", italic=True, lang="en"),
                        ", ",
                        Text("“Who runs the ground stations?”", lang="en"),
                        f", Clara Nduka, 2{NB}mars 2031, en anglais. https://meridian-review.example/2031/03/02/who-runs-the-ground-stations-of-the-boreal-programme",
                    ),
                ),
                ordered=True,
                role="sources",
            ),
            id="sources",
        ),
    )
    return Document(
        lang="fr-FR",
        title=f"Norvalie et Karélande{NNB}: espace, énergie, sanctions, santé",
        blocks=blocks,
        marking="TLP:CLEAR",
        author="Bureau de la veille ouverte",
        subject="Espace, énergie, sanctions, santé",
        keywords=("espace", "énergie", "sanctions", "santé"),
        running_title=f"Norvalie et Karélande{NNB}: espace, énergie, sanctions, santé",
        date="2031-03-14",
        page_label="Page {page} sur {pages}",
        evidence={"language": "fr", "evidence": [{"id": "s2:f1", "text": f"412{NNB}000{NB}tonnes"}, {"id": "s1:q1"}]},
    )


def english_note() -> Document:
    blocks = (
        p("BRIEFING NOTE", role="title"),
        fields(
            ("From", "Open Sources Desk"),
            ("To", "Deputy Director, Energy Security"),
            ("Date", "March 14, 2031"),
            ("Subject", "Norvalia and Kareland: space, energy"),
            ("Coverage", "January – March 2031 · 3 articles in French, 2 independent origins"),
        ),
        p(
            "Quotations are given as the sources print them, in French; these may themselves be translations. Nothing has been machine-translated.",
            role="note",
        ),
        section(
            "Key points",
            ListBlock(
                (
                    key(
                        1,
                        b("Energy."),
                        " Norvalia – exports of liquefied natural gas to Kareland: ",
                        b("412,000 metric tons", "s2:f1"),
                        " in February 2031, ",
                        b("+38%"),
                        " year on year. Source: National Hydrocarbon Office ",
                        ref(2),
                        ".",
                        evidence="s2:f1",
                    ),
                    key(
                        2,
                        b("Space."),
                        " Kareland Space Agency and the Orlan Center – memorandum of understanding signed, January 2031: joint orbital platform ",
                        ref(1),
                        ".",
                        evidence="s1:f1",
                    ),
                ),
                ordered=True,
                role="key_points",
            ),
            id="key-points",
        ),
        section(
            "1. Space",
            Table(
                (
                    head("Fact", "Value", "Date", "According to", "Ref."),
                    row(
                        "Joint space cooperation program",
                        "4 years, in its final year",
                        "2027–2031",
                        "Orlan Center",
                        ref(1),
                        evidence="s1:f2",
                    ),
                    row(
                        (Text("Boreal-2 telescope: launch "), Text("(expected, as of Jan. 2031)", italic=True)),
                        "–",
                        "not before 2034",
                        "Norvalian media",
                        ref(1),
                        evidence="s1:f3",
                    ),
                ),
                caption="Facts on space",
            ),
            quote(
                "Nous avons besoin de leur savoir-faire en propulsion cryogénique, et ils ont besoin de nos stations de poursuite dans l’hémisphère sud\u202f; c’est un échange d’égal à égal, qui durera au-delà de cette législature",
                "s1:q1",
                Text("— "),
                b("Ilse Varga"),
                Text(", Karelandic Minister of Research; press conference, January 22, 2031 "),
                ref(1),
                mentions="cryogenic propulsion · tracking stations · southern hemisphere",
                lang="fr",
                label="French in the source",
            ),
            id="space",
        ),
        section(
            "Sources",
            ListBlock(
                (
                    source(
                        1,
                        Text("La Tribune de Port-Ansgar", italic=True),
                        ", ",
                        Text("« Varga défend l’accord orbital »", lang="fr"),
                        ", Hélène Morvan, January 23, 2031, in French.",
                    ),
                    source(
                        2,
                        Text("Le Courrier du Détroit", italic=True),
                        ", [untitled], Joris Aubin, March 5, 2031, in French.",
                    ),
                ),
                ordered=True,
                role="sources",
            ),
            id="sources",
        ),
        Paragraph((Text("One line"), Break(), Text("and the next.")), role="small"),
    )
    return Document(
        lang="en-US",
        title="Norvalia and Kareland: space, energy",
        blocks=blocks,
        marking="TLP:AMBER+STRICT",
        author="Open Sources Desk",
        running_title="Norvalia and Kareland: space, energy",
        date="2031-03-14",
        page_label="Page {page} of {pages}",
        evidence={"language": "en", "evidence": [{"id": "s2:f1"}]},
    )
