"""Spanish words of time."""

from tweetspat.said_times.lexicon import Lexicon

__all__ = ["LEXICON"]

LEXICON = Lexicon(
    days={
        "ayer": -1,
        "hoy|hoy día|el día de hoy|día de hoy": 0,
        "mañana": 1,
        "anteayer|antier|antes de ayer|antes de anoche": -2,
        "pasado mañana": 2,
        "trasanteayer": -3,
        "esta mañana|hoy por la mañana|hoy en la mañana|hoy a la mañana": (
            0,
            "morning",
        ),
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
    weekdays=("lunes", "martes", "miércoles", "jueves", "viernes", "sábado", "domingo"),
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
        "la tarde del|la tarde de": "afternoon",
        "a media tarde|a primera hora de la tarde": "afternoon",
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
    ordinals={"primero|primer": 1},
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
    spans={"hora y media": ("hour", 1.5)},
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
    endings={"will": "aran|dran|remos", "was": "aron|ieron"},
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
        "Europe/Madrid": "horas peninsulares|hora en españa",
        "Atlantic/Canary": "hora en canarias",
        "Europe/Rome": "hora de roma|hora del vaticano",
        "Europe/Berlin": "hora alemana",
        "Europe/London": "hora inglesa",
        "Europe/Moscow": "hora moscovita|hora rusa",
        "Europe/Kyiv": "hora ucraniana",
        "Asia/Tokyo": "hora japonesa",
        "Asia/Shanghai": "hora china",
        "America/New_York": "hora este|hora de florida",
        "America/Los_Angeles": "hora pacífico",
        "America/Chicago": "hora de texas",
        "America/Mexico_City": (
            "hora de méxico|hora mexicana|hora del centro de méxico|tiempo del centro|"
            "hora cdmx|hora de la cdmx|hora centro"
        ),
        "America/Caracas": "hlv",
        "America/Bogota": "hora colombia",
        "America/Lima": "hora perú",
        "America/Santiago": "hora chile",
        "America/La_Paz": "hora boliviana",
        "America/Guayaquil": "hora ecuatoriana",
        "America/Montevideo": "hora uruguaya",
        "America/Asuncion": "hora paraguaya",
        "America/Argentina/Buenos_Aires": "hora arg",
        "America/Sao_Paulo": "hora brasileña|hora de brasil",
        "UTC": "hora gmt|hora utc|hora universal|hora zulú",
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
        "year_word": "en el año de",
        "zone_lead": "horas de|horario de",
        "glue": (
            "el|los|del|de|este|esta|aproximadamente|aprox|casi|justo|exactamente|como|"
            "apenas|más o menos|día|del día|pasado el|sólo|solo|tan solo|ya|cerca de|"
            "más de|alrededor de|poco|unos|en punto|mismo|a"
        ),
        "void": (
            "buenos días|buen día|una mañana|buenas tardes|buenas noches|buena noche|"
            "feliz noche|feliz tarde|feliz lunes|feliz martes|feliz miércoles|"
            "feliz jueves|feliz viernes|feliz sábado|feliz domingo|buen lunes|"
            "buen viernes|buen sábado|buen domingo|para mañana lo que puedas|"
            "dejes para mañana|dejar para mañana|dejen para mañana|deje para mañana|"
            "puedas hacer hoy|puedes hacer hoy|mañana será otro día|mañana es otro día|"
            "mañana sí|hoy por ti mañana por mí|hoy por ti y mañana por mí|"
            "hoy por ti , mañana por mí|pan para hoy|hambre para mañana|"
            "el día de mañana|el mañana|un mañana|del mañana|sin mañana|mejor mañana|"
            "de la noche a la mañana|mañana siguiente|de hoy en adelante|hoy en día|"
            "no hay mañana|no hubiera mañana|vuelva usted mañana|ayer hoy y mañana|"
            "ayer , hoy y mañana|ayer , hoy , mañana|no nací ayer|no nacimos ayer|"
            "el ayer|del ayer|nunca es tarde|más vale tarde|tarde que nunca|"
            "tarde o temprano|temprano que tarde|más tarde|muy tarde|demasiado tarde|"
            "tan tarde|llegar tarde|llega tarde|llegas tarde|llegan tarde|llegó tarde|"
            "se hizo tarde|se hace tarde|es tarde|poco tarde|más temprano|noche de paz|"
            "noche de reyes|día y noche|noche y día|noche buena|noche de brujas|"
            "noche de los museos|noche triste|noche en vela|noche tras noche|"
            "santo domingo|plácido domingo|domingo cavallo|domingo sarmiento|"
            "domingo perón|domingo germán|don domingo|domingo de ramos|"
            "domingo de resurrección|domingo de pascua|domingo sangriento|"
            "viernes santo|jueves santo|sábado santo|lunes santo|martes santo|"
            "miércoles santo|viernes negro|black friday|miércoles de ceniza|"
            "lunes negro|martes negro|jueves negro|sábado gigante|"
            "ni te cases ni te embarques|en martes ni te cases|la 9 de julio|"
            "cinco de mayo|en abril aguas mil|diario 20 minutos|la mañana de cope|"
            "las mañanas de|la tarde de cope|hoy por hoy|diario hoy|hoy diario|"
            "el diario hoy|la voz de la mañana|diario la mañana|un segundo por favor|"
            "dame un segundo|ni un segundo|último minuto|última hora|última semana|"
            "últimas horas|último año|último mes|minuto a minuto|minuto de silencio|"
            "de un día para otro|algún día|día a día|año nuevo|feliz año|año tras año|"
            "año a año|el otro día|día siguiente|semana siguiente|año siguiente|"
            "noche siguiente|desde hace|enhorabuena|horario|a la hora de|"
            "hora de la verdad|hora pico|horas pico|hora de que|es hora de|hora punta|"
            "horas extra|a buena hora"
        ),
        "place": (
            "avenida|av|av .|avda|calle|plaza|autopista|estadio|hospital|parque|puente|"
            "barrio|parroquia|colonia|carrera|movimiento|colegio|metro|estación|"
            "universidad|paseo|ruta|línea|batallón|brigada"
        ),
        "each": (
            "cada mañana|todas las mañanas|cada|todos los|todas las|los lunes|"
            "los martes|los miércoles|los jueves|los viernes|los sábados|los domingos|"
            "de lunes a viernes|lunes a viernes|de lunes a sábado|lunes a sábado|"
            "de lunes a domingo|lunes a domingo|diariamente|de martes a domingo|"
            "martes a domingo|lunes a jueves"
        ),
        "will": (
            "acaba|termina|cierra|abren|empiezan|comienzan|juegan|vota|votan|se reúne|"
            "habla|presentamos|inauguran|será|serán|habrá|va a|van a|vamos a|tendrá|"
            "tendrán|tendrá lugar|comenzará|comienza|empieza|empezará|inicia|iniciará|"
            "juega|jugará|jugamos|llegará|llega|viajará|abrirá|abre|estará|estaremos|"
            "nos vemos|convoca|convocan|convocatoria|convocada|previsto|prevista|"
            "previstos|programado|programada|esperado|podrá|podrán|comparecerá|hablará|"
            "se celebrará|votará|votarán|reunirá|reunirán|marcharemos|vengan|no faltes|"
            "no te pierdas|concierto|en vivo|en directo|entradas|los esperamos|"
            "te esperamos|inscripciones|paro|huelga|sale|saldrá|dará|darán|hará|harán|"
            "irá|irán|vence|entrará|anunciará|aplazado|quedamos|manifestación|"
            "concentración|estrena|estreno|arranca"
        ),
        "was": (
            "fue|fueron|hubo|ha|han|había|habían|era|eran|estaba|estaban|murió|"
            "murieron|dijo|dijeron|llegó|atacó|atacaron|mató|mataron|dejó|dejaron|"
            "detuvieron|detuvo|dispararon|cayó|cayeron|anunció|denunció|hemos|he|"
            "ocurrió|ocurrieron|pasó|explotó|estalló|arrolló|ardió|ganó|perdió|ganamos|"
            "sufrió|registró|tembló|aseguró|confirmó|bombardearon|hizo|sido|muertos|"
            "heridos|asesinado|asesinada|detenido|detenidos|vimos|vi|estuvo|estuvieron|"
            "cerró|salió|entró|entraron|secuestraron|asesinaron"
        ),
    },
)
