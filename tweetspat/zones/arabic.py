"""Zone words in Arabic, and how Persian and Hebrew write those of their places.

Names stand bare: "بتوقيت" and "توقيت" are taken off before they are looked up (see
`search`), and so are vowel signs and the hamza on an alef.  "التوقيت المحلي" is no
zone, and "المغرب" none of Morocco: with "توقيت" it is the hour of the sunset prayer.
"""

__all__ = ["PLACES"]

PLACES = {
    "UTC": "غرينتش; غرينيتش; جرينتش; جرينيتش; كرينتش; قرينتش; غرينويتش; "
    "التوقيت العالمي; التوقيت العالمي المنسق",
    "Europe/Moscow": "موسكو",
    "Asia/Damascus": "دمشق; حلب; حمص; حماة; إدلب; اللاذقية; طرطوس; الرقة; "
    "دير الزور; درعا; سوريا; سورية; التوقيت السوري; حميميم",
    "Asia/Riyadh": "مكة; مكة المكرمة; المدينة المنورة; الرياض; جدة; السعودية; "
    "المملكة العربية السعودية; التوقيت السعودي",
    "Asia/Baghdad": "بغداد; الموصل; أربيل; البصرة; كركوك; العراق",
    "Asia/Beirut": "بيروت; لبنان",
    "Asia/Amman": "عمّان; الأردن",
    "Asia/Muscat": "عُمان; سلطنة عمان; مسقط",
    "Asia/Gaza": "غزة; قطاع غزة",
    "Asia/Hebron": "رام الله; الضفة الغربية; الخليل",
    "Asia/Jerusalem": "تل أبيب; إسرائيل; ישראל; ירושלים; תל אביב",
    "Asia/Tehran": "طهران; إيران; تهران",
    "Asia/Dubai": "دبي; أبوظبي; أبو ظبي; الإمارات",
    "Asia/Qatar": "الدوحة; قطر",
    "Asia/Kuwait": "الكويت",
    "Asia/Bahrain": "المنامة; البحرين",
    "Asia/Aden": "صنعاء; عدن; اليمن",
    "Africa/Cairo": "القاهرة; مصر",
    "Africa/Tripoli": "ليبيا; بنغازي",
    "Africa/Tunis": "تونس",
    "Africa/Algiers": "الجزائر",
    "Africa/Casablanca": "الرباط; الدار البيضاء; المملكة المغربية",
    "Africa/Khartoum": "الخرطوم; السودان",
    "Europe/Istanbul": "أنقرة; إسطنبول; تركيا",
    "Europe/Kyiv": "كييف; أوكرانيا",
    "Europe/London": "لندن; بريطانيا",
    "Europe/Paris": "باريس; فرنسا",
    "Europe/Berlin": "برلين; ألمانيا; وسط أوروبا",
    "Europe/Brussels": "بروكسل",
    "Europe/Zurich": "جنيف; سويسرا",
    "Europe/Vienna": "فيينا",
    "America/New_York": "واشنطن; نيويورك; شرق الولايات المتحدة; "
    "شرق أمريكا; الساحل الشرقي",
    "Asia/Kabul": "كابول; كابل; أفغانستان",
    "Asia/Karachi": "إسلام آباد; باكستان",
    "Asia/Kolkata": "نيودلهي; الهند",
    "Asia/Shanghai": "بكين; الصين",
    "Asia/Tokyo": "طوكيو; اليابان",
}
