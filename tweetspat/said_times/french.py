"""French words of time."""

from tweetspat.said_times.lexicon import Lexicon

__all__ = ["LEXICON"]

LEXICON = Lexicon(
    days={
        "hier|d'hier": -1,
        "aujourd'hui|d'aujourd'hui|aujourdhui|ajd|auj": 0,
        "demain": 1,
        "avant-hier": -2,
        "après-demain": 2,
        "ce matin|ce matin même": (0, "morning"),
        "cet après-midi|cet aprèm|cette après-midi": (0, "afternoon"),
        "ce soir|ce soir même": (0, "evening"),
        "cette nuit": (0, "this_night"),
        "la nuit dernière|la nuit passée|nuit dernière|nuit passée": (-1, "night"),
        "la nuit prochaine|nuit prochaine": (0, "night"),
        "hier au soir|hier dans la soirée|hier en soirée": (-1, "evening"),
        "la veille au soir": (-1, "evening"),
        "hier dans la nuit": (-1, "night"),
        "dans la nuit d'hier à aujourd'hui": (-1, "night"),
        "aujourd'hui à l'aube|ce matin à l'aube|ce matin au petit jour": (0, "dawn"),
        "tôt ce matin|ce matin tôt|ce matin de bonne heure": (0, "early"),
        "ce matin à la première heure": (0, "early"),
    },
    weekdays=(
        "lundi",
        "mardi",
        "mercredi",
        "jeudi",
        "vendredi",
        "samedi",
        "dimanche",
    ),
    short_weekdays=("lun", "", "", "", "ven", "", "dim"),
    months=(
        "janvier|janv",
        "février|févr|fév",
        "mars",
        "avril|avr",
        "mai",
        "juin",
        "juillet|juil",
        "août",
        "septembre|sept .",
        "octobre|oct",
        "novembre|nov",
        "décembre|déc",
    ),
    parts={
        "tôt|au petit matin|petit matin|aux premières heures": "early",
        "tôt le matin|tôt dans la matinée|aux premières heures du jour": "early",
        "de bonne heure|en tout début de matinée": "early",
        "à l'aube|aube|l'aube|au lever du jour|au point du jour": "dawn",
        "matin|le matin|au matin|dans la matinée|matinée|en matinée": "morning",
        "en début de matinée|en fin de matinée|du matin": "morning",
        "après-midi|l'après-midi|dans l'après-midi|aprem|aprèm": "afternoon",
        "en début d'après-midi|en fin d'après-midi|en cours d'après-midi": "afternoon",
        "début d'après-midi|fin d'après-midi|en milieu d'après-midi": "afternoon",
        "soir|au soir|le soir|dans la soirée|soirée|en soirée": "evening",
        "en début de soirée|en fin de soirée|en fin de journée": "evening",
        "tard dans la soirée|tard le soir": "evening",
        "nuit|la nuit|dans la nuit|de nuit|en pleine nuit|tard dans la nuit": "night",
        "dans la nuit de|dans la nuit du|la nuit de|la nuit du|nuit de": "night",
        "nuit du|durant la nuit de|pendant la nuit de|au cours de la nuit de": "night",
        "au cours de la nuit|durant la nuit|pendant la nuit|durant la nuit du": "night",
    },
    moments={"midi|ce midi|midi pile": 720, "minuit|minuit pile": 0},
    numbers={
        "quelques|plusieurs|une poignée de": None,
        "demi|demie|une demi|une demie|la demi": 0.5,
        "un quart d'": 0.25,
        "trois quarts d'": 0.75,
        "un|une": 1,
        "deux": 2,
        "trois": 3,
        "quatre": 4,
        "cinq": 5,
        "six": 6,
        "sept": 7,
        "huit": 8,
        "neuf": 9,
        "dix": 10,
        "onze": 11,
        "douze": 12,
        "treize": 13,
        "quatorze": 14,
        "quinze": 15,
        "seize": 16,
        "dix-sept": 17,
        "dix-huit": 18,
        "dix-neuf": 19,
        "vingt": 20,
        "vingt et un|vingt et une|vingt-et-une": 21,
        "vingt-deux": 22,
        "vingt-trois": 23,
        "vingt-quatre": 24,
        "vingt-cinq": 25,
        "trente": 30,
        "trente et un": 31,
        "quarante": 40,
        "quarante-cinq": 45,
        "cinquante": 50,
        "soixante": 60,
        "soixante-dix": 70,
        "quatre-vingts": 80,
        "cent": 100,
    },
    units={
        "second": "seconde|secondes|sec",
        "minute": "minute|minutes|min|mins|mn",
        "day": "jour|jours",
        "week": "semaine|semaines",
        "month": "mois",
        "year": "an|ans|année|années",
    },
    which={
        -1: "dernier|dernière|passé|passée|précédente",
        0: "ce|cette|cet|en cours",
        1: "prochain|prochaine|qui vient",
    },
    bounds={
        "since": "depuis|depuis le|depuis ce",
        "until": "jusqu'à|jusqu'au|jusqu'en|jusque|jusqu'à ce",
        "by": "d'ici|d'ici à|d'ici au|au plus tard|au plus tard le|d'ici le|pour le",
        "before": "avant|avant le|peu avant|juste avant",
        "after": "après|après le|peu après|juste après",
        "from": "dès|dès le|à partir de|à partir du|à compter de|à compter du",
        "between": "entre|entre le",
    },
    halves={
        "a": "du matin|matin|du mat",
        "p": "de l'après-midi|du soir|de l'aprèm|d'après-midi",
        "n": "de la nuit",
    },
    add={
        30: "et demie|et demi",
        15: "et quart",
        -15: "moins le quart|moins quart",
        -5: "moins cinq",
        -10: "moins dix",
        -20: "moins vingt",
    },
    zones={
        "": "heure locale|heures locales|heure d'ici|locales|heures locale",
        "Europe/Paris": (
            "heure de paris|heures de paris|heure française|heures françaises|"
            "heure de france|heure de métropole|heure métropolitaine"
        ),
        "Europe/Brussels": "heure de bruxelles|heure belge",
        "Europe/Zurich": "heure suisse|heure de genève|heure de berne",
        "Europe/Berlin": "heure de berlin|heure allemande|hec",
        "Europe/London": "heure de londres|heure anglaise|heure britannique",
        "Europe/Moscow": "heure de moscou|heures de moscou|heure moscovite|heure russe",
        "Europe/Kyiv": "heure de kiev|heure de kyiv|heure ukrainienne",
        "Europe/Istanbul": "heure d'istanbul|heure d'ankara|heure turque",
        "Asia/Damascus": "heure de damas|heure d'alep|heure syrienne",
        "Asia/Beirut": "heure de beyrouth|heure libanaise",
        "Asia/Baghdad": "heure de bagdad|heure irakienne",
        "Asia/Tehran": "heure de téhéran|heure iranienne",
        "Asia/Jerusalem": "heure de jérusalem|heure israélienne|heure de tel aviv",
        "Asia/Tokyo": "heure de tokyo|heure japonaise",
        "Asia/Shanghai": "heure de pékin|heure chinoise",
        "Africa/Algiers": "heure d'alger|heure algérienne",
        "Africa/Tunis": "heure de tunis|heure tunisienne",
        "Africa/Casablanca": "heure de rabat|heure marocaine|heure du maroc",
        "Africa/Cairo": "heure du caire|heure égyptienne",
        "Africa/Dakar": "heure de dakar|heure sénégalaise",
        "Africa/Abidjan": "heure d'abidjan|heure ivoirienne",
        "Africa/Bamako": "heure de bamako|heure malienne",
        "Africa/Kinshasa": "heure de kinshasa",
        "America/New_York": (
            "heure de new york|heure de washington|heure de l'est|heure de miami|"
            "heure de la côte est"
        ),
        "America/Toronto": "heure de montréal|heure du québec|heure de québec|hne|hae",
        "America/Los_Angeles": "heure de los angeles|heure de californie",
        "America/Port-au-Prince": "heure d'haïti|heure de port-au-prince",
        "America/Martinique": "heure de la martinique",
        "Indian/Reunion": "heure de la réunion|heure réunion",
        "UTC": "temps universel|tu|heure gmt|heures gmt|heure utc|heure universelle",
    },
    words={
        "ago_before": "il y a|y a|il y'a|voici|voilà|ya",
        "ahead_before": "dans",
        "and": "et|ou|au|aux",
        "in": "en|au mois de|début|fin|mi|courant|fin de|début de|au début de",
        "at": "à|vers|aux alentours de|autour de|aux environs de|rdv|rendez vous à|sur les",
        "hours": "heure|heures|h|hrs",
        "year_word": "l'an|l'année|en l'an|de l'année",
        "zone_lead": "heure de|heure d'|heures de",
        "glue": (
            "le|la|les|l|du|de|des|d|environ|à peu près|précisément|exactement|"
            "seulement|juste|à peine|pile|tout juste|quasi|presque|un peu plus de|"
            "plus de|plus d'|moins de|moins d'|près de|une petite|un petit|c'était"
        ),
        "void": (
            "le journal du dimanche|journal du dimanche|20 minutes|midi libre|"
            "nice matin|var matin|corse matin|le matin dimanche|le matin ch|"
            "le soir|24 heures chrono|24h chrono|france soir|paris matin|"
            "aujourd'hui en france|ouest france dimanche|la nuit américaine|"
            "midi olympique|midi pyrénées|midi première|c à vous|c dans l'air|"
            "on n'est pas couché|jt de 20h|jt de 13h|jt du 20h|le 20h|au 20h|le 13h|"
            "au 13h|le 19h45|du 20h|du 13h|le 20h de|journal de 20h|journal de 13h|"
            "journal de 20 heures|le 20 heures|le 12 13|le 19 20|les 4 vérités|"
            "bonjour|bonsoir|bonne nuit|bonne journée|bonne soirée|bon après-midi|"
            "bon dimanche|bon lundi|bon vendredi|bon samedi|bon week end|bon matin|"
            "vendredi noir|vendredi saint|lundi noir|jeudi noir|mardi gras|"
            "jeudi saint|vendredi 13|mercredi des cendres|dimanche des rameaux|"
            "lundi de pâques|lundi de pentecôte|dimanche de pâques|black friday|"
            "robinson et vendredi|vivement dimanche|saint dimanche|"
            "lundi au soleil|samedi soir sur la terre|jours fériés|"
            "demain est un autre jour|demain il fera jour|demain ne meurt jamais|"
            "demain des l'aube|demain dès l'aube|de demain|un autre demain|"
            "demain on rase gratis|après moi le déluge|le monde d'hier|monde d'hier|"
            "du jour au lendemain|ne date pas d'hier|pas né d'hier|né d'hier|"
            "pas d'hier|comme si c'était hier|remets pas à demain|remettre à demain|"
            "reporte pas à demain|remettez pas à demain|ce n'est pas demain la veille|"
            "pas demain la veille|c'est pas demain|lendemains|sans lendemain|"
            "tôt ou tard|plus tôt|trop tôt|au plus tôt|le plus tôt|assez tôt|"
            "plus tard|trop tard|matin midi et soir|matin et soir|soir et matin|"
            "nuit et jour|jour et nuit|nuit debout|nuit blanche|la nuit porte conseil|"
            "chercher midi à quatorze heures|midi à quatorze heures|midi à 14h|"
            "démon de midi|le train sifflera|train de nuit|bus de nuit|vol de nuit|"
            "mai 68|mai 1968|champ de mars|champs de mars|planète mars|sur mars|"
            "poisson d'avril|en avril ne te|avril lavigne|mars attacks|"
            "rue du 4 septembre|rue du 8 mai|place du 8 mai|rue du 11 novembre|"
            "avenue du 8 mai|boulevard du 1er mai|rue du 14 juillet|"
            "rue du quatre septembre|place du 13 mai|place du 1er mai|place du 1er juin|"
            "place du 14 janvier|rue du 8 mai 1945|place du 8 mai 1945|"
            "avenue du 7 novembre|boulevard du 30 juin|stade du 26 mars|"
            "stade du 28 septembre|stade du 4 août|stade du 5 juillet|"
            "stade du 5 juillet 1962|université du 20 août|pont du 8 mai|"
            "mouvement du 14 février|mouvement du 23 mars|mouvement du 20 février|"
            "mouvement du 5 juin|attentats du 11 septembre|avant le 11 septembre|"
            "au jour le jour|un jour|du jour|les années|des années|de l'année|"
            "dernière minute|dernière semaine de|dernière année de|dernier jour|"
            "dernières heures|ces derniers|ces dernières|les prochaines|heure de pointe|"
            "heure de gloire|heure de vérité|heure d'été|heure d'hiver|de dernière heure|"
            "heure d'écoute|heures de pointe|heures supplémentaires|la bonne heure|"
            "pendant|durant|duré|dure|pour|bout de|attendu|attendre|total de|soit|"
            "il y a un an et demi|deux poids|l'an 2000|l'an 01|les 35 heures|"
            "35 heures|heures sup"
        ),
        "each": (
            "chaque|tous les|toutes les|le lundi et|les lundis|les mardis|"
            "les mercredis|les jeudis|les vendredis|les samedis|les dimanches|"
            "du lundi au vendredi|du lundi au samedi|du lundi au dimanche|"
            "lundi au vendredi|lundi au samedi|quotidiennement|du mardi au samedi|"
            "du mardi au dimanche|7j 7|tout les"
        ),
        "will": (
            "sera|seront|aura|auront|aura lieu|va|vont|serai|serons|commence|"
            "débute|débutera|commencera|ouvrira|fera|feront|prévu|prévue|prévus|"
            "prévues|attendu|attendue|attendus|rendez|rdv|rassemblement|manifestation|"
            "manif|venez|appel|soyez|direct|live|place à|s'exprimera|parlera|"
            "prendra|tiendra|recevra|rencontrera|reprendra|entrera|votera|"
            "doit|doivent|allons|serez|pourra|devra|jouera|joue|inscrivez|"
            "billets|reporté|reportée|à venir|conférence de presse|minute de silence|"
            "ira|irons|iront|arrive|arrivera|devrait|devraient|annoncera|publiera|"
            "appelle|appellent|grève|hommage"
        ),
        "was": (
            "a|ont|était|étaient|fut|furent|ai|avons|avait|avaient|est mort|"
            "sont morts|a été|ont été|eu lieu|tué|tués|tuée|tuées|blessés|blessé|"
            "arrêté|arrêtés|visé|frappé|dit|déclaré|annoncé|mort|morts|survenu|"
            "survenue|retrouvé|bombardé"
        ),
    },
)
