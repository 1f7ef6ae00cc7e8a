"""Spanish words of time."""

from tweetspat.said_times.lexicon import Lexicon

__all__ = ["LEXICON"]

LEXICON = Lexicon(
    days={
        "ayer": -1,
        "hoy|hoy día|el día de hoy|día de hoy": 0,
        "mañana|el día de mañana": 1,
        "anteayer|antier|antes de ayer|antes de anoche": -2,
        "pasado mañana": 2,
        "trasanteayer": -3,
        "esta mañana|hoy por la mañana|hoy en la mañana|hoy a la mañana": (0, "morning"),
        "esta misma mañana|hoy de mañana|hoy temprano|esta mañana temprano": (
            0,
            "morning",
        ),
        "esta tarde|hoy por la tarde|hoy en la tarde|hoy a la tarde": (0, "afternoon"),
        "esta misma tarde|hoy tarde": (0, "afternoon"),
        "esta noche|hoy por la noche|hoy en la noche|hoy a la noche": (0, "night"),
        "esta misma noche|hoy noche": (0, "night"),
        "esta madrugada|hoy de madrugada|hoy en la madrugada": (0, "small_hours"),
        "esta misma madrugada|hoy por la madrugada": (0, "small_hours"),
        "anoche|ayer noche|la noche de ayer|la noche pasada|la pasada noche": (
            -1,
            "night",
        ),
        "noche pasada|pasada noche": (-1, "night"),
        "la pasada madrugada|pasada madrugada|la madrugada pasada": (0, "small_hours"),
        "anteanoche|antenoche|antes de anoche": (-2, "night"),
        "ayer tarde|ayer por la tarde": (-1, "afternoon"),
        "mañana tarde|mañana por la tarde": (1, "afternoon"),
        "mañana temprano|mañana mismo por la mañana": (1, "morning"),
        "mañana noche|mañana por la noche": (1, "night"),
    },
    weekdays=(
        "lunes",
        "martes",
        "miércoles",
        "jueves",
        "viernes",
        "sábado",
        "domingo",
    ),
    short_weekdays=("lun", "", "mié", "jue", "vie", "sáb", "dom"),
    months=(
        "enero|ene",
        "febrero|feb",
        "marzo|mar",
        "abril|abr",
        "mayo|may",
        "junio|jun",
        "julio|jul",
        "agosto|ago",
        "septiembre|setiembre|sept|sep|set",
        "octubre|oct",
        "noviembre|nov",
        "diciembre|dic",
    ),
    parts={
        "temprano|a primera hora|a primera hora de la mañana": "early",
        "en las primeras horas|a primeras horas|primeras horas de la mañana": "early",
        "temprano en la mañana|a primera hora del día": "early",
        "al amanecer|amanecer|el amanecer|al alba|el alba|al despuntar el alba": "dawn",
        "por la mañana|en la mañana|a la mañana|la mañana|de mañana": "morning",
        "la mañana de este|mañana de este|a media mañana|la mañana de": "morning",
        "la mañana del|en horas de la mañana|mañana del": "morning",
        "por la tarde|en la tarde|a la tarde|la tarde|la tarde de este": "afternoon",
        "la tarde del|la tarde de|a media tarde|a primera hora de la tarde": "afternoon",
        "a última hora de la tarde|en horas de la tarde|tarde del": "afternoon",
        "por la noche|en la noche|a la noche|la noche|noche|de noche": "night",
        "la noche de este|la noche del|la noche de|en horas de la noche": "night",
        "a última hora de la noche": "night",
        "al anochecer|al atardecer": "evening",
        "de madrugada|la madrugada|en la madrugada|por la madrugada": "small_hours",
        "madrugada|la madrugada del|la madrugada de este|madrugada del": "small_hours",
        "en horas de la madrugada|la madrugada de|a la madrugada": "small_hours",
    },
    moments={
        "mediodía|al mediodía|a mediodía|el mediodía": 720,
        "medianoche|a medianoche|a la medianoche|la medianoche": 0,
    },
    numbers={
        "unos|unas|unos pocos|unas pocas|pocos|pocas|algunos|algunas": None,
        "varios|varias|un par de|par de|escasos|escasas|unos cuantos": None,
        "media": 0.5,
        "un cuarto de": 0.25,
        "tres cuartos de": 0.75,
        "un|una|uno": 1,
        "dos": 2,
        "tres": 3,
        "cuatro": 4,
        "cinco": 5,
        "seis": 6,
        "siete": 7,
        "ocho": 8,
        "nueve": 9,
        "diez": 10,
        "once": 11,
        "doce": 12,
        "trece": 13,
        "catorce": 14,
        "quince": 15,
        "dieciséis": 16,
        "diecisiete": 17,
        "dieciocho": 18,
        "diecinueve": 19,
        "veinte": 20,
        "veintiún|veintiuno|veintiuna": 21,
        "veintidós": 22,
        "veintitrés": 23,
        "veinticuatro": 24,
        "veinticinco": 25,
        "treinta": 30,
        "treinta y uno": 31,
        "cuarenta": 40,
        "cuarenta y cinco": 45,
        "cincuenta": 50,
        "sesenta": 60,
        "setenta": 70,
        "ochenta": 80,
        "noventa": 90,
        "cien": 100,
    },
    units={
        "second": "segundo|segundos|seg",
        "minute": "minuto|minutos|min|mins",
        "day": "día|días",
        "week": "semana|semanas",
        "month": "mes|meses",
        "year": "año|años",
    },
    which={
        -2: "antepasado|antepasada",
        -1: "pasado|pasada",
        0: "este|esta|en curso|presente",
        1: "próximo|próxima|que viene|entrante|que entra|siguiente",
    },
    bounds={
        "since": "desde|desde el|desde la|desde este",
        "until": "hasta|hasta el|hasta la|hasta este",
        "by": "para el|para este|a más tardar|a más tardar el|de aquí al|de aquí a",
        "before": "antes de|antes del",
        "after": "después de|después del|tras|tras el|pasadas|pasada|luego de",
        "from": "a partir de|a partir del|de las",
        "between": "entre|entre el",
    },
    halves={
        "a": "de la madrugada|de madrugada|am|a m",
        "d": "de la mañana|por la mañana|en la mañana|de mañana",
        "p": "de la tarde|por la tarde|en la tarde|pm|p m|del mediodía|del medio día",
        "n": "de la noche|por la noche|en la noche",
    },
    add={
        30: "y media|y treinta",
        15: "y cuarto|y quince",
        -15: "menos cuarto",
        5: "y cinco",
        10: "y diez",
        20: "y veinte",
        25: "y veinticinco",
        40: "y cuarenta",
        45: "y cuarenta y cinco",
        -5: "menos cinco",
        -10: "menos diez",
        -20: "menos veinte",
        -25: "menos veinticinco",
    },
    zones={
        "": "hora local|hora local de aquí|horas locales|hora de aquí",
        "Europe/Madrid": (
            "hora de madrid|hora peninsular|hora peninsular española|hora española|"
            "hora de españa|horas peninsulares|hora de barcelona|hora en españa"
        ),
        "Atlantic/Canary": "hora canaria|hora de canarias|en canarias|hora en canarias",
        "Europe/Paris": "hora de parís|hora francesa",
        "Europe/Rome": "hora de roma|hora italiana|hora del vaticano",
        "Europe/Berlin": "hora de berlín|hora alemana",
        "Europe/London": "hora de londres|hora británica|hora inglesa",
        "Europe/Moscow": "hora de moscú|hora moscovita|hora rusa",
        "Europe/Kyiv": "hora de kiev|hora de kyiv|hora ucraniana",
        "Asia/Damascus": "hora de damasco|hora siria",
        "Asia/Jerusalem": "hora de jerusalén|hora israelí|hora de israel",
        "Asia/Tehran": "hora de teherán|hora iraní",
        "Asia/Tokyo": "hora de tokio|hora japonesa|hora de japón",
        "Asia/Shanghai": "hora de pekín|hora china",
        "America/New_York": (
            "hora del este|hora de nueva york|hora de washington|hora de miami|"
            "hora este|hora de florida"
        ),
        "America/Los_Angeles": "hora del pacífico|hora de los ángeles|hora pacífico",
        "America/Chicago": "hora de chicago|hora de texas",
        "America/Mexico_City": (
            "hora de ciudad de méxico|hora de méxico|hora mexicana|"
            "hora del centro de méxico|tiempo del centro|hora cdmx|hora de la cdmx|"
            "hora del centro|hora centro"
        ),
        "America/Caracas": "hora de caracas|hora de venezuela|hora venezolana|hlv",
        "America/Bogota": "hora de bogotá|hora de colombia|hora colombiana|hora colombia",
        "America/Lima": "hora de lima|hora peruana|hora de perú|hora perú",
        "America/Santiago": "hora de santiago|hora chilena|hora de chile|hora chile",
        "America/La_Paz": "hora boliviana|hora de bolivia|hora de la paz",
        "America/Guayaquil": "hora de ecuador|hora ecuatoriana|hora de quito",
        "America/Havana": "hora de la habana|hora de cuba|hora cubana",
        "America/Montevideo": "hora uruguaya|hora de uruguay|hora de montevideo",
        "America/Asuncion": "hora paraguaya|hora de paraguay",
        "America/Argentina/Buenos_Aires": (
            "hora de buenos aires|hora argentina|hora de argentina|hora arg"
        ),
        "America/Sao_Paulo": "hora de brasilia|hora brasileña|hora de brasil",
        "UTC": "hora gmt|hora utc|hora universal|tiempo universal|hora zulú",
    },
    counted=(
        r"(?!\w+mos\b)(?!nos|todos|todas|tras|antes|ellos|otros|otras|estas|estos|"
        r"mientras|menos|miles|entonces|después|además|quizás|vas|estás)"
        r"[a-záéíóúñü]{2,}[aeoérónl]s|mejores|que|primeras|últimas"
    ),
    words={
        "ago_before": "hace|hará|haría",
        "ahead_before": "en|dentro de",
        "and": "y|o|a|al|e",
        "in": "durante|a principios de|principios de|a finales de|finales de|"
        "a mediados de|mediados de|en el mes de|en este mes de|a comienzos de|"
        "a fines de|fines de|comienzos de",
        "cue": (
            "a las|a la|sobre las|hacia las|a eso de las|a eso de la|alrededor de las|"
            "cerca de las|desde la|sobre la|hacia la|a partir de las|siendo las|"
            "son las|eran las|a partir de la|aproximadamente a las|tipo"
        ),
        "at": "las|la|las aproximadas",
        "hours": "hora|horas|h|hs|hrs|hr",
        "year_word": "en el año|el año|del año|año|en año",
        "zone_lead": "hora de|hora",
        "glue": (
            "el|los|del|de|este|esta|aproximadamente|aprox|casi|justo|exactamente|"
            "como|apenas|más o menos|día|del día|pasado el|sólo|solo|tan solo|"
            "ya|cerca de|más de|alrededor de|poco|unos|en punto|mismo|a"
        ),
        "void": "buenos días",
        "each": (
            "cada|todos los|todas las|los lunes|los martes|los miércoles|los jueves|"
            "los viernes|los sábados|los domingos|de lunes a viernes|lunes a viernes|"
            "de lunes a sábado|lunes a sábado|de lunes a domingo|lunes a domingo|"
            "diariamente|de martes a domingo|martes a domingo|lunes a jueves"
        ),
        "will": (
            "será|serán|habrá|va a|van a|vamos a|tendrá|tendrán|tendrá lugar|"
            "comenzará|comienza|empieza|empezará|inicia|iniciará|juega|jugará|jugamos|"
            "llegará|llega|viajará|abrirá|abre|estará|estaremos|nos vemos|"
            "convoca|convocan|convocatoria|convocada|previsto|prevista|previstos|"
            "programado|programada|esperado|podrá|podrán|comparecerá|hablará|"
            "se celebrará|votará|votarán|reunirá|reunirán|marcharemos|vengan|"
            "no faltes|no te pierdas|concierto|en vivo|en directo|entradas|"
            "los esperamos|te esperamos|inscripciones|paro|huelga|sale|saldrá|"
            "dará|darán|hará|harán|irá|irán|vence|entrará|anunciará|aplazado|"
            "quedamos|manifestación|concentración|estrena|estreno|arranca"
        ),
        "was": (
            "fue|fueron|hubo|ha|han|había|habían|era|eran|estaba|estaban|murió|"
            "murieron|dijo|dijeron|llegó|atacó|atacaron|mató|mataron|dejó|dejaron|"
            "detuvieron|detuvo|dispararon|cayó|cayeron|anunció|denunció|hemos|he|"
            "ocurrió|ocurrieron|pasó|explotó|estalló|arrolló|ardió|ganó|perdió|"
            "ganamos|sufrió|registró|tembló|aseguró|confirmó|bombardearon|hizo|"
            "sido|muertos|heridos|asesinado|asesinada|detenido|detenidos|vimos|vi|"
            "estuvo|estuvieron|cerró|salió|entró|entraron|secuestraron|asesinaron"
        ),
    },
)
