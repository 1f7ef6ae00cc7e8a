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
    weekdays=("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"),
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
    ordinals={"premier": 1},
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
    endings={
        "will": "eront|iront|dront|erons|irons|iendra|rendra|nera|tera|lera|cera|dera",
        "was": "aient|erent",
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
            "heures de paris|heures françaises|heure de métropole|heure métropolitaine"
        ),
        "Europe/Brussels": "heure belge",
        "Europe/Zurich": "heure suisse|heure de berne",
        "Europe/Berlin": "hec",
        "Europe/London": "heure anglaise",
        "Europe/Moscow": "heures de moscou|heure moscovite|heure russe",
        "Europe/Kyiv": "heure ukrainienne",
        "Africa/Algiers": "heure algérienne",
        "Africa/Tunis": "heure tunisienne",
        "Africa/Casablanca": "heure marocaine",
        "Africa/Cairo": "heure égyptienne",
        "Africa/Dakar": "heure sénégalaise",
        "Africa/Abidjan": "heure ivoirienne",
        "Africa/Bamako": "heure malienne",
        "America/New_York": "heure de la côte est",
        "America/Los_Angeles": "heure de californie",
        "America/Martinique": "heure de la martinique",
        "Indian/Reunion": "heure de la réunion|heure réunion",
        "UTC": "heure gmt|heures gmt|heure utc|heure universelle",
    },
    counted=(
        r"(?!(?:dans|sans|vers|mais|puis|après|depuis|tous|nous|vous|ils|elles|plus|"
        r"moins|très|pas|lors|dès|toujours|jamais|alors|hors|sous|dehors|les|des|ces|"
        r"ses|mes|tes|nos|vos|leurs|malgré|près|toutes|certains|plusieurs)\b)"
        r"[a-zà-ÿœ]{2,}[sx]"
    ),
    words={
        "ago_before": "il y a|y a|il y'a|voici|voilà|ya",
        "ahead_before": "dans",
        "and": "et|ou|au|aux",
        "in": (
            "en|au mois de|au mois d'|début|fin|mi|courant|fin de|début de|au début de"
        ),
        "at": "à|vers|aux alentours de|autour de|aux environs de|rdv|rendez-vous à",
        "hours": "heure|heures|h|hrs",
        "year_word": "en l'an|courant l'année",
        "glue": (
            "le|la|les|l|du|de|des|d|environ|à peu près|précisément|exactement|"
            "seulement|juste|à peine|pile|tout juste|quasi|presque|un peu plus de|"
            "plus de|plus d'|moins de|moins d'|près de|une petite|un petit|c'était"
        ),
        "void": (
            "le journal du dimanche|journal du dimanche|midi libre|nice matin|"
            "vendredi ou la vie sauvage|"
            "var matin|corse matin|le matin dimanche|24 heures chrono|24h chrono|"
            "france soir|paris matin|aujourd'hui en france|ouest france dimanche|"
            "la nuit américaine|midi olympique|midi première|jt de 20h|jt de 13h|"
            "jt du 20h|le 20h|au 20h|le 13h|au 13h|le 19h45|du 20h|du 13h|"
            "journal de 20h|journal de 13h|journal de 20 heures|le 20 heures de|"
            "le 20 heures|interview dans 20 minutes|lu dans 20 minutes|"
            "article dans 20 minutes|bonjour|bonsoir|bonne nuit|bonne journée|"
            "bonne soirée|bon après-midi|bon dimanche|bon lundi|bon vendredi|"
            "bon samedi|bon week-end|bon matin|vendredi noir|vendredi saint|lundi noir|"
            "jeudi noir|mardi gras|jeudi saint|mercredi des cendres|"
            "dimanche des rameaux|lundi de pâques|lundi de pentecôte|"
            "dimanche de pâques|black friday|robinson et vendredi|vivement dimanche|"
            "lundi au soleil|demain est un autre jour|demain il fera jour|"
            "demain ne meurt jamais|demain dès l'aube|demain , dès l'aube|"
            "un autre demain|monde de demain|ville de demain|france de demain|"
            "métiers de demain|école de demain|société de demain|europe de demain|"
            "demain on rase gratis|après moi le déluge|monde d'hier|"
            "hier encore , j'avais|hier encore j'avais|hier , aujourd'hui et demain|"
            "hier , aujourd'hui , demain|hier aujourd'hui et demain|"
            "hier et aujourd'hui|du jour au lendemain|ne date pas d'hier|né d'hier|"
            "pas d'hier|comme si c'était hier|remets pas à demain|remettre à demain|"
            "reporte pas à demain|remettez pas à demain|remettons pas à demain|"
            "remets à demain|pas demain la veille|c'est pas demain|sans lendemain|"
            "tôt ou tard|plus tôt|trop tôt|au plus tôt|assez tôt|plus tard|trop tard|"
            "matin midi et soir|matin , midi et soir|matin et soir|soir et matin|"
            "nuit et jour|jour et nuit|nuit debout|nuit blanche|la nuit porte conseil|"
            "midi à quatorze heures|midi à 14h|midi à 14 heures|démon de midi|"
            "train de nuit|bus de nuit|vol de nuit|mai 68|mai 1968|champ de mars|"
            "champs de mars|planète mars|sur mars|poisson d'avril|en avril ne te|"
            "avril lavigne|mars attacks|attentats du 11 septembre|au jour le jour|"
            "du jour|les années|des années|dernière minute|dernière semaine de|"
            "dernière année de|dernier jour|dernières heures|ces derniers|"
            "ces dernières|les prochaines|heure de pointe|heure de gloire|"
            "heure de vérité|heure d'été|heure d'hiver|dernière heure|heure d'écoute|"
            "heures de pointe|heures supplémentaires|la bonne heure|pendant|durant|"
            "duré|dure|pour|bout de|attendu|attendre|total de|soit|l'an 2000|l'an 01|"
            "les 35 heures|heures sup"
        ),
        "place": (
            "rue|avenue|boulevard|place|stade|pont|université|quai|square|lycée|"
            "esplanade|passage|station|métro|mouvement|brigade|bataillon|hôpital"
        ),
        "each": (
            "chaque|tous les|toutes les|lundis|mardis|mercredis|jeudis|vendredis|"
            "samedis|dimanches|du lundi au vendredi|du lundi au samedi|"
            "du lundi au dimanche|lundi au vendredi|lundi au samedi|quotidiennement|"
            "du mardi au samedi|du mardi au dimanche|7j 7|tout les"
        ),
        "will": (
            "reprend|reprennent|débutent|commencent|a lieu|départ|marche|clôture|ouvre|"
            "s'ouvre|ferme|se tient|se réunit|accueille|entre en vigueur|sera|seront|"
            "aura|auront|aura lieu|va|vont|serai|serons|commence|débute|débutera|"
            "commencera|ouvrira|fera|feront|prévu|prévue|prévus|prévues|attendu|"
            "attendue|attendus|rendez|rdv|rassemblement|manifestation|manif|venez|"
            "soyez|direct|live|place à|s'exprimera|parlera|prendra|tiendra|recevra|"
            "rencontrera|reprendra|entrera|votera|doit|doivent|allons|serez|pourra|"
            "devra|jouera|joue|inscrivez|billets|reporté|reportée|à venir|"
            "conférence de presse|minute de silence|ira|irons|iront|arrive|arrivera|"
            "devrait|devraient|annoncera|publiera|appelle|appellent|grève|hommage"
        ),
        "was": (
            "ont|était|étaient|fut|furent|ai|avons|avait|avaient|est mort|sont morts|"
            "a été|ont été|eu lieu|tués|tuées|blessés|arrêtés|dit|mort|morts|survenu|"
            "survenue|a confirmé|a déclaré|a annoncé|a tué|a fait|a dit|a visé|a mené|"
            "a lancé|a frappé|a eu|a menti|a rejeté|a refusé|a arrêté|a perdu|a gagné|"
            "a explosé|a ouvert|a reçu|a reconnu|a promis|a démenti|a détruit|a coulé|"
            "a condamné|a signé|a voté|a quitté|a pris|a mis|a attaqué|a touché|"
            "a percuté|a foncé|a duré|a repris|a fermé"
        ),
    },
)
