"""Turkish words of time.

Endings behind an apostrophe are words of their own here ("17.00'de"); those
that are written together with their word stand in the tables.
"""

from tweetspat.said_times.lexicon import Lexicon
from tweetspat.said_times.lexicons.turkish_names import NAMES
from tweetspat.said_times.lexicons.turkish_verbs import WAS, WILL

__all__ = ["LEXICON"]

_ENDINGS = {
    "pazartesi": "ye den nin yi deki",
    "salı": "ya dan nın yı daki",
    "çarşamba": "ya dan nın yı daki",
    "perşembe": "ye den nin yi deki",
    "cuma": "ya dan nın daki",
    "cumartesi": "ye den nin yi deki",
}

LEXICON = Lexicon(
    days={
        "dün|dünkü|dünün|dünden|daha dün|dün ki": -1,
        "bugün|bugünkü|bugünün|bugünden|bugüne|bugün ki|bu gün": 0,
        "yarın|yarınki|yarının|yarından|yarına|yarın ki": 1,
        "evvelki gün|önceki gün|evvelsi gün|dünden önceki gün|evvelki günkü": -2,
        "öbür gün|yarından sonra|yarından sonraki gün|ertesi gün yarından": 2,
        "bu sabah|bu sabahki|bugün sabah|bu sabahtan": (0, "morning"),
        "bu sabah erken|bu sabah erken saatlerde|bugün erken saatlerde": (0, "early"),
        "bu sabahın erken saatlerinde|bu sabah erken saatlerinde": (0, "early"),
        "bu sabaha karşı|bugün sabaha karşı": (0, "dawn"),
        "bu öğleden sonra|bugün öğleden sonra": (0, "afternoon"),
        "bu akşam|bu akşamki|bu akşama": (0, "evening"),
        "bu gece|bu geceki|bu geceye": (0, "this_night"),
        "dün geceki|dün geceden": (-1, "night"),
        "geçen gece|geçtiğimiz gece|geride kalan gece": (-1, "night"),
        "dün akşamki|dün akşamdan": (-1, "evening"),
        "dün sabahki|dün sabahtan": (-1, "morning"),
        "yarın akşamki": (1, "evening"),
        "evvelki gece|önceki gece|evvelsi gece": (-2, "night"),
        "evvelki akşam|önceki akşam|evvelsi akşam": (-2, "evening"),
    },
    weekdays=(
        *(
            "|".join((day, *(day + end for end in ends.split())))
            for day, ends in _ENDINGS.items()
        ),
        "pazar günü|pazar gününe|pazar gününden|pazar gününün|pazar günkü",
    ),
    unsure_weekdays=("",) * 6 + ("pazar|pazara|pazardan|pazarki",),
    short_weekdays=("pzt", "", "çar|çrş", "prş", "", "cmt|cts", ""),
    months=(
        "ocak",
        "şubat",
        "mart",
        "nisan",
        "mayıs",
        "haziran",
        "temmuz",
        "ağustos",
        "eylül",
        "ekim",
        "kasım",
        "aralık",
    ),
    marked_months=(
        "ocaktan|ocağa",
        "şubatta|şubattan|şubata",
        "martta|marttan|marta",
        "nisanda|nisandan|nisana",
        "mayısta|mayıstan|mayısa",
        "haziranda|hazirandan|hazirana",
        "temmuzda|temmuzdan|temmuza",
        "ağustosta|ağustostan|ağustosa",
        "eylülde|eylülden|eylüle",
        "ekimde|ekimden",
        "kasımda|kasımdan|kasıma",
        "aralıktan",
    ),
    parts={
        "sabah erken|sabahın erken saatleri|sabahın erken saatlerinde": "early",
        "sabah erken saatlerde|sabah erken saatlerinde|sabahın köründe": "early",
        "sabahı erken saatlerde|sabahı erken saatlerinde|erken saatlerde": "early",
        "sabaha karşı|şafak vakti|şafakta|şafak sökerken|gün ağarırken": "dawn",
        "sabah|sabahı|sabahleyin|sabahki|sabah saatleri|sabah saatlerinde": "morning",
        "sabahtan|sabahın|öğleden önce|sabahında|sabahından": "morning",
        "öğleden sonra|öğleden sonraki|öğle sonrası|öğleden sonrası|ikindi": (
            "afternoon"
        ),
        "ikindi vakti|öğleden sonraya|öğleden sonrasına": "afternoon",
        "akşam|akşamı|akşamleyin|akşamki|akşam saatleri|akşam saatlerinde": "evening",
        "akşamüstü|akşam üstü|akşamüzeri|akşam vakti|akşamında|akşamının": "evening",
        "akşamından|akşamına": "evening",
        "gece|gecesi|geceleyin|geceki|gece saatleri|gece saatlerinde": "night",
        "gecesinde|gecesinin|geceden|gece geç saatlerde|gecesinden": "night",
        "bağlayan gece|bağlayan gecede|bağlayan geceyi|bağlayan gecenin": "night_to",
    },
    since_parts={"sabahtan beri|sabahtan bu yana": "morning"},
    moments={
        "öğlen|öğle|öğleyin|öğle vakti|öğle saatlerinde|öğle saatleri|öğlene": 720,
        "öğlende|öğlenleyin|tam öğlen": 720,
        "gece yarısı|geceyarısı|gece yarısında|gece yarısına": (0, "alone"),
        "gece yarısından|gece yarısını": (0, "alone"),
        "öğlen 12": (720, "alone"),
        "öğlen 1|öğlen birde|öğleden sonra 1": (780, "alone"),
        "öğlen 2|öğlen ikide|öğleden sonra 2": (840, "alone"),
        "öğlen 3|öğlen üçte|öğleden sonra 3": (900, "alone"),
        "öğleden sonra 4": (960, "alone"),
        "öğleden sonra 5": (1020, "alone"),
    },
    numbers={
        "birkaç|bir kaç|bi kaç": None,
        "yarım": 0.5,
        "çeyrek": 0.25,
        "bir buçuk|birbuçuk": 1.5,
        "iki buçuk": 2.5,
        "üç buçuk": 3.5,
        "bir|bi": 1,
        "iki": 2,
        "üç": 3,
        "dört": 4,
        "beş": 5,
        "altı": 6,
        "yedi": 7,
        "sekiz": 8,
        "dokuz": 9,
        "on": 10,
        "on bir|onbir": 11,
        "on iki|oniki": 12,
        "on üç|onüç": 13,
        "on dört|ondört": 14,
        "on beş|onbeş": 15,
        "on altı|onaltı": 16,
        "on yedi|onyedi": 17,
        "on sekiz|onsekiz": 18,
        "on dokuz|ondokuz": 19,
        "yirmi": 20,
        "yirmi beş|yirmibeş": 25,
        "otuz": 30,
        "kırk": 40,
        "kırk beş|kırkbeş": 45,
        "elli": 50,
        "yüz": 100,
    },
    at_numbers={
        "birde": 1,
        "ikide|ikiden|ikiye": 2,
        "üçte|üçten|üçe": 3,
        "dörtte|dörtten|dörde": 4,
        "beşte|beşten|beşe": 5,
        "altıda|altıdan|altıya": 6,
        "yedide|yediden|yediye": 7,
        "sekizde|sekizden|sekize": 8,
        "dokuzda|dokuzdan|dokuza": 9,
        "onda": 10,
        "on birde|onbirde|on birden|on bire": 11,
        "on ikide|onikide|on ikiden|on ikiye": 12,
    },
    units={
        "second": "saniye|sn",
        "minute": "dakika|dk|dakka|dak",
        "hour": "saatlik",
        "day": "gün",
        "week": "hafta",
        "month": "ay",
        "year": "yıl|sene",
    },
    spans={"saat": ("hour", 1), "yarım saat": ("hour", 0.5)},
    which={
        -1: "geçen|geçtiğimiz|geride kalan",
        0: "bu|içinde bulunduğumuz",
        1: "gelecek|önümüzdeki|haftaya",
    },
    bounds={},
    bounds_behind={
        "since": "beri|bu yana|bu tarafa",
        "from": "itibaren|itibarıyla|itibariyle|başlayarak",
        "until": "kadar|dek|değin",
        "between": "arası|arasında|arasındaki",
    },
    cases={
        "at": (
            "de|da|te|ta|deki|daki|teki|taki|dir|dır|tir|tır|sinde|sında|inde|ında|"
            "unda|ünde"
        ),
        "from": "den|dan|ten|tan|sinden|sından|inden|ından|undan|ünden",
        "to": "e|a|ye|ya|sine|sına|ine|ına|una|üne|na|ne",
        "about": "civarında|civarı|civarlarında|gibi",
        "of": (
            "i|ı|u|ü|yi|yı|yu|yü|in|ın|un|ün|nin|nın|nun|nün|lik|lık|luk|lük|si|sı|ni|"
            "nı|nu|nü"
        ),
    },
    add={30: "buçuk|buçukta|buçuğa|buçuktan"},
    zones={
        "": (
            "yerel saatle|yerel saat ile|yerel saatiyle|yerel saate göre|yerel saati|"
            "yerel saat|yerel zamanla|mahalli saatle|bizim saatle"
        ),
        "Europe/Istanbul": (
            "tsi|türkiye saatiyle|türkiye saati ile|türkiye saatine göre|türkiye saati|"
            "tr saati|tr saatiyle|türkiye zamanıyla|türk saatiyle"
        ),
        "Europe/Moscow": (
            "moskova saatiyle|moskova saati ile|moskova saati|moskova saatine göre|"
            "rusya saatiyle"
        ),
        "Asia/Damascus": "suriye saatiyle|suriye saati ile|şam saatiyle|halep saatiyle",
        "Asia/Baghdad": "ırak saatiyle|bağdat saatiyle|erbil saatiyle",
        "Asia/Tehran": "iran saatiyle|tahran saatiyle",
        "Asia/Baku": "bakü saatiyle|azerbaycan saatiyle",
        "Asia/Jerusalem": "israil saatiyle|kudüs saatiyle",
        "Asia/Gaza": "gazze saatiyle",
        "Europe/Athens": "yunanistan saatiyle|atina saatiyle",
        "Europe/Kyiv": "ukrayna saatiyle|kiev saatiyle",
        "Europe/London": "londra saatiyle|ingiltere saatiyle|londra saati ile",
        "Europe/Paris": "paris saatiyle|fransa saatiyle",
        "Europe/Berlin": "almanya saatiyle|berlin saatiyle|orta avrupa saatiyle",
        "Europe/Brussels": "brüksel saatiyle",
        "America/New_York": (
            "new york saatiyle|new york saati ile|washington saatiyle|abd saatiyle|"
            "abd doğu saatiyle|amerika saatiyle|abd doğu yakası saatiyle"
        ),
        "America/Los_Angeles": "abd batı saatiyle|los angeles saatiyle",
        "UTC": "greenwich saatiyle|greenwich|gmt saatiyle|gmt|utc|greenwich saati ile",
    },
    counted=(
        r"(?i)milyon\w*|milyar\w*|bin|kişi\w*|kat\w*|kez|defa|adet|lira\w*|tl|ton|km|"
        r"metre\w*|kilo\w*|puan\w*|yaş\w*|ölü\w*|yaralı\w*|asker\w*|şehit\w*|çocuk\w*|"
        r"kadın\w*|tane\w*|gol\w*|maç\w*|ev\w*|köy\w*|bomba\w*|füze\w*|uçak\w*|"
        r"terörist\w*|polis\w*|derece\w*|euro|dolar\w*|il|ilde|yön\w*|ilçe\w*|parti\w*"
    ),
    words={
        "ago": "önce|evvel",
        "later": "sonra|sonraya|sonrasına",
        "and": "ve|ile|veya|ya da|ila",
        "clock": (
            "sularında|suları|sıralarında|sıraları|saatleri|saatlerinde|saatleri arası|"
            "saatleri arasında"
        ),
        "year_word": (
            "yılı|yılında|yılından|yılına|yılının|yılındaki|senesinde|senesi|ayında|"
            "ayı|ayından|ayına|ayının|ayındaki|ayı içinde|ayı başında|ayı sonunda"
        ),
        "glue": (
            "günü|günün|gününe|gününden|günkü|günlü|tarihinde|tarihi|tarihli|tarihleri|"
            "tarihinden|tarihine|bundan|ayın|tarihlerinde"
        ),
        "void": NAMES,
        "then": (
            "depremden|saldırıdan|patlamadan|seçimden|seçimlerden|maçtan|darbeden|"
            "kazadan|olaydan|olaylardan|ölümden|savaştan|açıklamadan|toplantıdan|"
            "törenden|referandumdan|operasyondan|ateşkesten|yangından|görüşmeden|ondan|"
            "ifadeden|yemekten|düğünden|doğumdan|mitingden|katliamdan"
        ),
        "each": (
            "her|hergün|sabahları|akşamları|geceleri|öğlenleri|pazartesileri|salıları|"
            "çarşambaları|perşembeleri|cumaları|cumartesileri|pazarları|hafta içleri|"
            "hafta sonları|günde|haftada|ayda|yılda|pazartesi günleri|salı günleri|"
            "çarşamba günleri|perşembe günleri|cuma günleri|cumartesi günleri|"
            "pazar günleri|cuma akşamları|cumartesi akşamları|pazar sabahları"
        ),
        "price": (
            "dolar|doları|euro|avro|faiz|faizi|borsa|bist|altın|sterlin|petrol|"
            "enflasyon|kur"
        ),
        "will": WILL,
        "was": WAS,
    },
    endings={
        "will": (
            "ecek|acak|eceğiz|acağız|eceğim|acağım|ecekler|acaklar|ecektir|acaktır|"
            "eceksiniz|acaksınız|dayız|deyiz|tayız|teyiz|eceği|acağı|eceğini|acağını|"
            "ecekleri|acakları"
        ),
        "was": (
            "ldı|ldi|ldu|ldü|rdı|rdi|rdu|rdü|adı|edi|ıdı|idi|udu|üdü|ştı|şti|ştu|ştü|"
            "ttı|tti|ttu|ttü|ktı|kti|ktu|ktü|ndı|ndi|ndu|ndü|ptı|pti|mış|miş|muş|müş|"
            "dılar|diler|dular|düler|tılar|tiler|tular|tüler"
        ),
        "then": "sından|sinden|sundan|sünden|umdan|ımdan",
    },
)
