"""The everyday zone words; `places` and the tables of other languages hold the rest.

A table is written by place, its words case folded and parted by "; ".
"""

from collections.abc import Mapping

__all__ = ["AMBIGUOUS", "WORDS", "by_word"]

_EVERYDAY = {
    "UTC": "utc; gmt; z; zulu; ut; uct; greenwich; greenwich mean time; "
    "coordinated universal time; universal time",
    "Europe/Moscow": "msk; msd; moscow; мск; москва; по москве; московское время",
    "America/New_York": "washington; washington, d.c.; washington dc; d.c.; dc; "
    "et; eastern; us eastern; eastern time (us & canada); new york; nyc",
    "America/Chicago": "ct; us central; central time; chicago; "
    "central time (us & canada)",
    "America/Denver": "mt; mdt; us mountain; mountain time; "
    "mountain time (us & canada)",
    "America/Los_Angeles": "pt; pdt; us pacific; pacific time; los angeles; "
    "pacific time (us & canada)",
    "Asia/Damascus": "damascus; aleppo; syria; syrian time",
    "Asia/Baghdad": "baghdad; iraq; iraqi time",
    "Asia/Beirut": "beirut; lebanon; lebanese time",
    "Asia/Amman": "amman; jordan; jordanian time",
    "Asia/Jerusalem": "jerusalem; tel aviv; israel; israeli time; idt",
    "Asia/Riyadh": "riyadh; saudi arabia; saudi time",
    "Asia/Tehran": "irst; irdt; tehran; iran; iranian time",
    "Africa/Cairo": "cairo; egypt; egyptian time",
    "Europe/Istanbul": "trt; tsi; ankara; istanbul; turkey; turkish time",
    "Europe/Kyiv": "kyiv; kiev; ukraine; ukrainian time",
    "Europe/London": "london; uk; british time",
    "Europe/Paris": "paris; france; french time",
    "Europe/Berlin": "cet; cest; mez; mesz; central european time; berlin; germany; "
    "german time",
    "Europe/Brussels": "brussels; belgium; belgian time",
}

AMBIGUOUS = {
    "acst": ("Australia/Adelaide", "Australia/Darwin"),
    "adt": ("America/Halifax", "Asia/Baghdad"),
    "aest": ("Australia/Sydney", "Australia/Brisbane"),
    "amst": ("Asia/Yerevan", "America/Manaus"),
    "amt": ("Asia/Yerevan", "America/Manaus"),
    "ast": ("America/Halifax", "Asia/Riyadh", "America/Puerto_Rico", "Asia/Baghdad"),
    "bst": ("Europe/London", "Asia/Dhaka"),
    "cdt": ("America/Chicago", "America/Havana", "Australia/Adelaide"),
    "cst": (
        "America/Chicago",
        "Asia/Shanghai",
        "America/Havana",
        "America/Mexico_City",
        "America/Regina",
        "Asia/Taipei",
        "Australia/Adelaide",
    ),
    "ect": ("America/Guayaquil", "America/Port_of_Spain", "Europe/Paris"),
    "edt": ("America/New_York", "Australia/Sydney"),
    "eest": (
        "Europe/Athens",
        "Europe/Kyiv",
        "Africa/Cairo",
        "Asia/Beirut",
        "Asia/Damascus",
        "Asia/Amman",
    ),
    "eet": (
        "Europe/Athens",
        "Europe/Kyiv",
        "Africa/Cairo",
        "Asia/Beirut",
        "Asia/Damascus",
        "Asia/Amman",
    ),
    "est": (
        "America/New_York",
        "Australia/Sydney",
        "Australia/Brisbane",
        "America/Panama",
        "America/Jamaica",
    ),
    "gst": ("Asia/Dubai", "Atlantic/South_Georgia", "Pacific/Guam"),
    "ist": ("Asia/Kolkata", "Asia/Jerusalem", "Europe/Dublin"),
    "kst": ("Asia/Seoul", "Asia/Pyongyang"),
    "mst": ("America/Denver", "America/Phoenix", "Asia/Kuala_Lumpur"),
    "nst": ("America/St_Johns", "Asia/Kathmandu"),
    "pst": ("America/Los_Angeles", "Asia/Manila", "Asia/Karachi"),
    "sst": ("Pacific/Pago_Pago", "Asia/Singapore"),
    "west": ("Europe/Lisbon", "Africa/Casablanca"),
    "wet": ("Europe/Lisbon", "Africa/Casablanca"),
    "wst": ("Australia/Perth", "Pacific/Apia"),
    "al-quds": ("Asia/Jerusalem", "Asia/Hebron"),
    "georgia": ("Asia/Tbilisi", "America/New_York"),
    "hyderabad": ("Asia/Kolkata", "Asia/Karachi"),
    "korea": ("Asia/Seoul", "Asia/Pyongyang"),
    "korean time": ("Asia/Seoul", "Asia/Pyongyang"),
    "palestine": ("Asia/Hebron", "Asia/Gaza"),
    "palestinian time": ("Asia/Hebron", "Asia/Gaza"),
    "tripoli": ("Africa/Tripoli", "Asia/Beirut"),
    "donetsk": ("Europe/Kyiv", "Europe/Moscow"),
    "luhansk": ("Europe/Kyiv", "Europe/Moscow"),
    "lugansk": ("Europe/Kyiv", "Europe/Moscow"),
    "donbas": ("Europe/Kyiv", "Europe/Moscow"),
    "donbass": ("Europe/Kyiv", "Europe/Moscow"),
    "donezk": ("Europe/Kyiv", "Europe/Moscow"),
    "донецк": ("Europe/Kyiv", "Europe/Moscow"),
    "донецьк": ("Europe/Kyiv", "Europe/Moscow"),
    "луганск": ("Europe/Kyiv", "Europe/Moscow"),
    "луганськ": ("Europe/Kyiv", "Europe/Moscow"),
    "донбасс": ("Europe/Kyiv", "Europe/Moscow"),
    "hora del centro": ("America/Mexico_City", "America/Chicago"),
    "القدس": ("Asia/Jerusalem", "Asia/Hebron"),
    "فلسطين": ("Asia/Hebron", "Asia/Gaza"),
    "طرابلس": ("Africa/Tripoli", "Asia/Beirut"),
    "عمان": ("Asia/Amman", "Asia/Muscat"),
}
"""Words that can mean several places, and these, the likeliest first.

In Donetsk and Luhansk two authorities keep two clocks, since 26 October 2014
Kyiv's and Moscow's: who speaks decides.
"""


def by_word(places: Mapping[str, str]) -> dict[str, str]:
    """Turn a table by place into one by word."""
    return {word: name for name, words in places.items() for word in words.split("; ")}


WORDS = by_word(_EVERYDAY) | {word: names[0] for word, names in AMBIGUOUS.items()}
"""The everyday words and the ambiguous ones, case folded, each with the IANA name
of the place that it means, or most likely means."""
