"""Small closed classes of French and English words: what opens, joins and ends phrases and clauses."""

DETERMINERS = frozenset(
    "le la les l' un une des du ce cet cette ces son sa ses leur leurs mon ma mes notre nos chaque plusieurs quelques "
    "certains certaines tous toutes tout toute the a an this that these those its his her their our my some any each "
    "every several many all both another no".split()
)
ARTICLES = frozenset("le la les l' un une des the a an".split())
POSSESSIVES = frozenset("son sa ses leur leurs its his her their".split())
PRONOUNS = frozenset(
    "il elle ils elles on ce c' ça cela ceci celui celle ceux celles celui-ci celle-ci ceux-ci celles-ci nous vous je j' "
    "tu qui lui y en he she it they we you i this that these those who which one ones there them him us me eux celui-là".split()
)
OF = frozenset("de d' du des of".split())
PREPOSITIONS = frozenset(
    "à au aux en dans par pour sur avec sans sous chez vers contre entre depuis pendant durant dès lors selon après avant "
    "jusqu' jusque auprès malgré parmi via hors face grâce afin d'après suite quant environ outre hormis sauf "
    "in on at by for from to with without under over into onto between among during since after before until "
    "against through despite towards toward within across about around amid per via following behind near like upon "
    "including excluding compared according as than".split()
)
CONJUNCTIONS = frozenset("et mais ou or ni car puis and but nor so yet then".split())
SUBORDINATORS = frozenset(
    "que qu' lorsque lorsqu' quand si s' comme puisque puisqu' quoique bien tandis alors parce afin pour when while "
    "because if whether although though unless whereas once where".split()
)
RELATIVES = frozenset("qui dont où lequel laquelle lesquels lesquelles auquel duquel which who whose whom".split())
CLITICS = frozenset("ne n' se s' y en l' le la les lui leur me m' te t' nous vous".split())
NEGATIONS = frozenset("pas jamais plus aucun aucune guère ni not n't never no".split())
FULL_NEGATIONS = frozenset("pas jamais aucun aucune guère not n't never".split())
ADVERBS = frozenset(
    "aussi également déjà encore toujours ensuite enfin ainsi très plutôt presque bientôt souvent jamais pas plus "
    "notamment désormais actuellement récemment officiellement finalement respectivement environ ici là tant bien mieux "
    "moins beaucoup seulement même also already still then now just only even not never once soon later again "
    "nearly almost about roughly recently currently officially finally jointly largely sharply slightly steadily further "
    "together too ever yet formally ensemble conjointement".split()
)
FRENCH_AUXILIARIES = {
    word: tense
    for tense, words in {
        "present": "a ont est sont ai avons avez sommes suis êtes",
        "imperfect": "avait avaient était étaient",
        "past": "eut eurent fut furent",
        "future": "aura auront sera seront",
        "conditional": "aurait auraient serait seraient",
        "subjunctive": "ait aient soit soient eût fût",
    }.items()
    for word in words.split()
}
ENGLISH_AUXILIARIES = {
    word: tense
    for tense, words in {
        "present": "has have is are do does 'm 're 've am",
        "past": "had was were did",
        "future": "will shall",
        "conditional": "would",
    }.items()
    for word in words.split()
}
AUXILIARIES = FRENCH_AUXILIARIES | ENGLISH_AUXILIARIES
BE = frozenset("est sont était étaient fut furent sera seront serait seraient soit soient été étant être "
               "is are was were be been being".split())  # fmt: skip
MODALS = {
    word: tense
    for tense, words in {
        "present": "doit doivent peut peuvent va vont veut veulent can may must",
        "imperfect": "devait devaient pouvait pouvaient allait allaient",
        "future": "devra devront pourra pourront",
        "conditional": "devrait devraient pourrait pourraient could might should",
    }.items()
    for word in words.split()
}
INVARIABLE = frozenset("été être avoir eu be been being have having to de d' à".split())
"""What may stand inside a verb group between its finite verb and its main one."""
DUE = frozenset(
    "prévu prévue prévus prévues attendu attendue attendus attendues programmé programmée programmés programmées fixé fixée "
    "fixés fixées planifié planifiée planned scheduled due expected slated".split()
)
"""Participles of what is planned for a date."""
