"""German words of time."""

from tweetspat.said_times.lexicon import Lexicon

__all__ = ["LEXICON"]

LEXICON = Lexicon(
    days={
        "gestern|gestrige|gestrigen|gestriger|gestriges": -1,
        "heute|heutige|heutigen|heutiger|heutiges|heut": 0,
        "morgen|morgige|morgigen|morgiger|morgiges": 1,
        "vorgestern|vorgestrigen": -2,
        "übermorgen|uebermorgen": 2,
        "vorvorgestern|vorvorgestrigen": -3,
        "heute morgen|heut morgen|heute früh|heute am morgen": (0, "morning"),
        "heute in der früh|heute frueh|heute vormittag": (0, "morning"),
        "heute am frühen morgen": (0, "early"),
        "heute nacht|heut nacht|diese nacht|in dieser nacht": (0, "this_night"),
        "gestern morgen|gestern früh|gestern in der früh": (-1, "morning"),
        "morgen früh|morgen frueh|morgen in der früh": (1, "morning"),
        "übermorgen früh": (2, "morning"),
        "vorgestern morgen|vorgestern früh": (-2, "morning"),
        "heute abends": (0, "evening"),
        "morgen abends": (1, "evening"),
        "heute nachmittags": (0, "afternoon"),
        "letzte nacht|letzter nacht|letzten nacht|vergangene nacht": (-1, "night"),
        "vergangener nacht|vergangenen nacht|vorige nacht|voriger nacht": (-1, "night"),
        "gestern nacht": (-1, "night"),
        "kommende nacht|kommenden nacht|nächste nacht": (0, "night"),
        "über nacht": (0, "overnight"),
    },
    weekdays=(
        "montag",
        "dienstag",
        "mittwoch",
        "donnerstag",
        "freitag",
        "samstag|sonnabend",
        "sonntag",
    ),
    short_weekdays=("mo", "di", "mi", "do", "fr", "sa"),
    weekday_parts={
        "morning": "morgen|vormittag|früh|frueh",
        "noon": "mittag",
        "afternoon": "nachmittag",
        "evening": "abend",
        "night": "nacht",
    },
    months=(
        "januar|jänner|jan|jän|jaenner",
        "februar|feber|feb|febr",
        "märz|maerz|mär|mrz",
        "april|apr",
        "mai",
        "juni|jun",
        "juli|jul",
        "august|aug",
        "september|sept|sep",
        "oktober|okt",
        "november|nov",
        "dezember|dez",
    ),
    parts={
        "am frühen morgen|frühen morgen|am frühen vormittag|frühmorgens": "early",
        "in den frühen morgenstunden|frühen morgenstunden|in aller frühe": "early",
        "in aller herrgottsfrühe|frühen|früher morgen|fruehen morgen": "early",
        "am morgen|in der früh|vormittag|am vormittag|morgenstunden": "morning",
        "den morgenstunden|den vormittagsstunden|vormittagsstunden": "morning",
        "am späten vormittag|späten vormittag": "morning",
        "im morgengrauen|morgengrauen|bei tagesanbruch|tagesanbruch": "dawn",
        "bei sonnenaufgang|sonnenaufgang|morgendämmerung": "dawn",
        "nachmittag|am nachmittag": "afternoon",
        "am frühen nachmittag|am späten nachmittag": "afternoon",
        "frühen nachmittag|späten nachmittag|nachmittagsstunden": "afternoon",
        "den nachmittagsstunden|spätnachmittag|am spätnachmittag": "afternoon",
        "abend|am abend|am frühen abend|am späten abend|frühen abend": "evening",
        "späten abend|in den abendstunden|abendstunden|spätabend|spätabends": "evening",
        "am spätabend|spät abends|vorabend": "evening",
        "nacht|in der nacht|nachtstunden": "night",
        "in den nachtstunden|tief in der nacht": "night",
        "mitten in der nacht|spät in der nacht": "night",
        "in der nacht von|in der nacht vom": "night",
        "nacht von|nacht vom|nacht des|in der nacht des": "night",
        "in der nacht zum|in der nacht zu|in der nacht auf|nacht zum": "night_to",
        "nacht zu|nacht auf|in der nacht zur|in der nacht auf den": "night_to",
        "nacht auf den": "night_to",
    },
    moments={"mittag": 720, "mitternacht": 0},
    ordinals={"ersten|erster": 1, "zweiten": 2, "dritten|dritter": 3},
    numbers={
        "ein paar|paar|wenige|wenigen|einige|einigen|mehrere|mehreren": None,
        "halbe|halben|einer halben|eine halbe|ner halben|knappen halben": 0.5,
        "einer knappen halben|einer guten halben": 0.5,
        "anderthalb|eineinhalb|einer und einer halben": 1.5,
        "zweieinhalb": 2.5,
        "dreieinhalb": 3.5,
        "ein uhr|eins": 1,
        "zwei|zwo": 2,
        "drei": 3,
        "vier": 4,
        "fünf|fuenf": 5,
        "sechs": 6,
        "sieben": 7,
        "acht": 8,
        "neun": 9,
        "zehn": 10,
        "elf": 11,
        "zwölf|zwoelf": 12,
        "dreizehn": 13,
        "vierzehn": 14,
        "fünfzehn": 15,
        "sechzehn": 16,
        "siebzehn": 17,
        "achtzehn": 18,
        "neunzehn": 19,
        "zwanzig": 20,
        "einundzwanzig": 21,
        "zweiundzwanzig": 22,
        "dreiundzwanzig": 23,
        "vierundzwanzig": 24,
        "fünfundzwanzig": 25,
        "dreißig": 30,
        "vierzig": 40,
        "fünfundvierzig": 45,
        "fünfzig": 50,
        "sechzig": 60,
        "siebzig": 70,
        "achtzig": 80,
        "neunzig": 90,
        "hundert": 100,
    },
    units={
        "second": "sekunde|sekunden|sek",
        "minute": "minute|minuten|min|mins",
        "hour": "stunde|stunden|std|stdn|h",
        "day": "tag|tage|tagen",
        "week": "woche|wochen",
        "month": "monat|monate|monaten|monats",
        "year": "jahr|jahre|jahren|jahres",
    },
    spans={
        "einer minute|eine minute|ner minute": ("minute", 1),
        "einer stunde|eine stunde|ner stunde|einer knappen stunde": ("hour", 1),
        "einer guten stunde|gut einer stunde|knapp einer stunde": ("hour", 1),
        "einem tag|einem einzigen tag": ("day", 1),
        "einer woche|eine woche|ner woche|genau einer woche": ("week", 1),
        "einem monat|einem knappen monat": ("month", 1),
        "einem jahr|genau einem jahr|einem knappen jahr": ("year", 1),
        "einer viertelstunde|ner viertelstunde|viertelstunde": ("hour", 0.25),
        "einer dreiviertelstunde|dreiviertelstunde": ("hour", 0.75),
    },
    which={
        -2: "vorletzte|vorletzten|vorletzter|vorletztes",
        -1: (
            "letzte|letzten|letzter|letztes|letztem|vergangene|vergangenen|vergangener|"
            "vergangenes|vorige|vorigen|voriger|voriges"
        ),
        0: "diese|diesen|dieser|dieses|diesem|laufenden|laufende",
        1: (
            "nächste|nächsten|nächster|nächstes|nächstem|kommende|kommenden|kommender|"
            "kommendes|naechste|naechsten|naechster|naechstes"
        ),
        2: "übernächste|übernächsten|übernächster",
    },
    bounds={
        "since": "seit|seit dem",
        "until": "auf|bis|bis zum|bis zu|bis einschließlich|bis ca|bis kurz vor",
        "by": "bis spätestens|spätestens|spätestens bis",
        "after": "nach|nach dem",
        "from": "ab|ab dem|ab sofort bis",
        "between": "zwischen|zwischen dem",
    },
    halves={
        "a": (
            "morgens|früh|frueh|am morgen|vormittags|am vormittag|frühmorgens|"
            "in der früh"
        ),
        "p": "nachmittags|abends|mittags|am nachmittag|am abend",
        "n": "nachts|in der nacht",
    },
    past={
        -30: "halb",
        15: "viertel nach",
        -15: "viertel vor|dreiviertel",
        -5: "fünf vor|kurz vor",
        5: "fünf nach",
        -10: "zehn vor",
        10: "zehn nach",
        20: "zwanzig nach",
        -20: "zwanzig vor",
        -35: "fünf vor halb",
        -25: "fünf nach halb",
    },
    zones={
        "": "ortszeit|lokalzeit|lokaler zeit|örtlicher zeit|hiesiger zeit",
        "Europe/Berlin": "deutscher zeit|mitteleuropäischer zeit",
        "Europe/Vienna": "österreichischer zeit",
        "Europe/Moscow": "moskauzeit",
        "Europe/Kyiv": "kyjiwer zeit|ukrainischer zeit",
        "Europe/Paris": "französischer zeit",
        "Europe/London": "britischer zeit|englischer zeit",
        "Europe/Istanbul": "türkischer zeit",
        "Asia/Damascus": "syrischer zeit|damaszener zeit",
        "Asia/Baghdad": "bagdader zeit|irakischer zeit",
        "Asia/Tehran": "teheraner zeit|iranischer zeit",
        "Asia/Kabul": "kabuler zeit|afghanischer zeit",
        "Asia/Jerusalem": "israelischer zeit|jerusalemer zeit",
        "Asia/Tokyo": "japanischer zeit|tokioter zeit",
        "Asia/Shanghai": "chinesischer zeit",
        "America/New_York": "ostküsten zeit",
        "America/Los_Angeles": "kalifornischer zeit|westküstenzeit",
        "UTC": "koordinierter weltzeit",
    },
    counted=(
        r"[A-ZÄÖÜ][\w]+|weitere\w*|tote\w*|neue\w*|mehr|weniger|zu|verletzte\w*|"
        r"mal|bis|oder|und|cm|mm|km|kg|km/h"
    ),
    words={
        "ago_before": "vor",
        "ahead_before": "in",
        "and": "und|oder|beziehungsweise|bzw",
        "in": "im|anfang|mitte|ende|anfang des|ende des|im laufe des|im monat",
        "cue": "um",
        "at": "gegen|so gegen|so um",
        "clock": "uhr",
        "year_word": "im jahr|im jahre|in den jahren|des jahres|anno|dem jahr",
        "glue": (
            "am|an|von|vom|der|die|das|den|dem|des|etwa|ca|circa|rund|ungefähr|genau|"
            "exakt|punkt|kurz|kurz nach|knapp|gut|schon|erst|noch|zirka|zum|zur|also|"
            "spät|bereits|gerade mal|ziemlich genau|pünktlich"
        ),
        "void": (
            "bild am sonntag|welt am sonntag|nzz am sonntag|tagesspiegel am sonntag|"
            "der freitag|wort zum sonntag|sonntag aktuell|schwarzer freitag|"
            "schwarzen freitag|schwarzer montag|black friday|blauer montag|"
            "casual friday|heute show|heute journal|zdf heute|heute plus|heute xpress|"
            "heute im bundestag|österreich heute|niederösterreich heute|wien heute|"
            "oberösterreich heute|kärnten heute|steiermark heute|salzburg heute|"
            "tirol heute|wissen heute|psychologie heute|theater heute|"
            "brandenburg aktuell|morgenmagazin|guten morgen deutschland|guten morgen|"
            "guten abend|gute nacht|guten tag|guten mittag|schönen abend|schönen tag|"
            "schönen nachmittag|morgen zusammen|schönen sonntag|schönen montag|"
            "schönen samstag|schönen freitag|schönen sonntag noch|schönes wochenende|"
            "morgen twitter|morgen allerseits|morgen leute|morgen ihr|morgen alle|"
            "morgen miteinander|moin|der morgen|eines morgens|dem morgen|des morgens|"
            "den morgen|nächsten morgen|am nächsten morgen|nächste morgen|"
            "morgen danach|von heute auf morgen|von gestern auf heute|"
            "nicht von gestern|wie von gestern|schnee von gestern|welt von gestern|"
            "welt von morgen|land von morgen|stadt von morgen|technik von morgen|"
            "arbeit von morgen|europa von morgen|mobilität von morgen|die von gestern|"
            "hier und heute|gestern heute morgen|gestern , heute , morgen|"
            "gestern , heute und morgen|heute hier morgen dort|heute hier morgen da|"
            "heute so morgen so|was du heute kannst besorgen|nicht auf morgen|"
            "morgen ist auch noch ein tag|morgen ist ein neuer tag|morgen stirbt nie|"
            "heute und morgen|besseres morgen|heute ein könig|lieber heute als morgen|"
            "ewig gestrigen|ewig gestrige|man soll den tag nicht vor dem abend loben|"
            "tag nicht vor dem abend|nacht der museen|lange nacht|langen nacht|"
            "nacht und nebel|tag und nacht|stille nacht|über nacht berühmt|"
            "über nacht reich|abend für abend|nacht für nacht|tag für tag|"
            "heiliger abend|vom mai|mai thi|ernst august|august der starke|haus august|"
            "theresa may|rote mai|fünf vor zwölf|5 vor 12|fünf nach zwölf|"
            "um eins klarzustellen|um eins klar zu|um eins vorweg|um zwei ecken|"
            "um drei ecken|um längen|in letzter minute|letzte minute|letzter minute|"
            "letzten minute|letzte sekunde|letzter sekunde|in letzter sekunde|"
            "wenn morgen|sich gestern|prozent|euro|punkte|punkten|meter|grad|dollar|"
            "am ende des tages|alle jahre wieder|eines tages|dieser tage|"
            "über nacht klüger|über nacht weltberühmt|zeitung von gestern|ein morgen|"
            "kein morgen|neuer morgen|neuen morgen|gegen morgen|guter morgen|"
            "heutigen zeit|heutige zeit|heutigen welt|heutige welt|heutigen jugend|"
            "heutige jugend|heutigen stand|heutigen gesellschaft|heutigen menschen|"
            "heutiger sicht|heutigen tag|heutigen tages|heutigen gegner|in die jahre|"
            "in 80 tagen um die welt|in den letzten|in den nächsten|in den kommenden"
        ),
        "place": "straße|strasse|platz|allee|brücke|stadion|schule|kaserne",
        "each": (
            "jeden morgen|jeder morgen|jeden|jede|jeder|jedes|jedem|immer am|alle|"
            "immer|montags|dienstags|mittwochs|donnerstags|freitags|samstags|sonntags|"
            "sonnabends|täglich|wöchentlich|werktags|wochentags|montag bis freitag|"
            "montags bis freitags|mo bis fr|mo fr|montag bis samstag|"
            "montag bis sonntag|allabendlich"
        ),
        "will": (
            "endet|enden|tagt|berät|spricht|empfängt|reist|wird|werden|will|wollen|"
            "soll|sollen|werde|geplant|geplante|geplanten|findet|finden|kommt|kommen|"
            "beginnt|beginnen|startet|starten|spielt|spielen|treffen|trifft|treffpunkt|"
            "tritt|öffnet|eröffnet|live|einladung|lädt|laden|aufruf|ruft|kommet|"
            "tickets|karten|vorverkauf|steht|bevorsteht|vorgesehen|erwartet|"
            "voraussichtlich|sehen uns|wählen|anpfiff|entscheidet|muss|müssen|ab|"
            "demnächst|verlegt|verschoben"
        ),
        "was": (
            "wurde|wurden|war|waren|hat|haben|hatte|hatten|worden|gab|kam|kamen|ging|"
            "gingen|sagte|starb|starben|fiel|fielen|brach|brannte|explodierte|griff|"
            "griffen|schoss|schossen|stürzte|trafen|traf|hieß|flogen|flog|begann|"
            "endete|verschwand|gewesen|passiert|geschehen|getötet|verletzt|erschossen|"
            "gefunden|beschossen|angegriffen|festgenommen"
        ),
    },
)
