"""Zone words in German, French, Spanish and Turkish.

"heure de", "hora de", "saati" and the like are taken off before a word is looked up
(see `search`), so names of places stand here bare.  Adjectives stand with their
noun, as alone they say nothing of a clock.  "Ortszeit", "heure locale", "hora local"
and "yerel saat" alone are no zones.
"""

__all__ = ["PLACES"]

PLACES = {
    "UTC": "weltzeit; koordinierte weltzeit; temps universel; tu; "
    "temps universel coordonné; tiempo universal; tiempo universal coordinado",
    # Europe
    "Europe/Moscow": "moskau; moskauer zeit; moscou; moscú; moskova",
    "Europe/Kyiv": "kiew; kiewer zeit; ukrainische zeit; ucrania; ukrayna",
    "Europe/Minsk": "minsker zeit; bielorrusia",
    "Europe/Berlin": "deutschland; deutsche zeit; berliner zeit; "
    "mitteleuropäische zeit; allemagne; heure allemande; heure d'europe centrale; "
    "berlín; alemania; hora central europea; almanya; orta avrupa saati",
    "Europe/Athens": "oez; oesz; osteuropäische zeit; athen; griechenland; athènes; "
    "grèce; atenas; grecia; atina; yunanistan; doğu avrupa saati; "
    "heure d'europe de l'est",
    "Europe/Lisbon": "wez; wesz; westeuropäische zeit; lissabon; lisbonne; lisboa; "
    "lizbon",
    "Europe/London": "londoner zeit; britische zeit; grossbritannien; londres; "
    "heure britannique; royaume-uni; reino unido; hora británica; londra; ingiltere",
    "Europe/Paris": "pariser zeit; frankreich; französische zeit; heure française; "
    "parís; francia; hora francesa; fransa",
    "Europe/Brussels": "brüssel; bruessel; brüsseler zeit; bruxelles; belgique; "
    "bruselas; brüksel; bélgica",
    "Europe/Madrid": "spanien; spanische zeit; espagne; españa; hora peninsular; "
    "hora peninsular española; hora española; ispanya",
    "Europe/Rome": "italien; italienische zeit; italie; italia; hora italiana; italya",
    "Europe/Vienna": "wien; wiener zeit; österreich; vienne; autriche; viena; viyana",
    "Europe/Zurich": "genf; zürich; schweiz; schweizer zeit; genève; suisse; ginebra; "
    "suiza; cenevre; isviçre",
    "Europe/Warsaw": "warschau; polen; warschauer zeit; varsovie; pologne; varsovia; "
    "polonia; varşova; polonya",
    "Europe/Prague": "prag; prager zeit; tschechien; praga",
    "Europe/Budapest": "ungarn; budapester zeit; hongrie; hungría; budapeşte",
    "Europe/Bucharest": "bukarest; bucarest; bükreş",
    "Europe/Belgrade": "belgrad; belgrado; serbien",
    "Europe/Copenhagen": "kopenhagen; dänemark; copenhague",
    "Europe/Stockholm": "schweden; estocolmo",
    "Europe/Istanbul": "türkei; tuerkei; türkische zeit; istanbuler zeit; turquie; "
    "heure turque; turquía; estambul; hora turca; türkiye",
    # the Middle East
    "Asia/Damascus": "damaskus; syrien; syrische zeit; damas; alep; syrie; "
    "heure syrienne; damasco; alepo; siria; hora siria; şam; sam saati; halep; suriye",
    "Asia/Baghdad": "bagdad; irak; irakische zeit; heure irakienne; bağdat; ırak",
    "Asia/Tehran": "iranische zeit; heure iranienne; téhéran; teherán; hora iraní; "
    "tahran",
    "Asia/Jerusalem": "israelische zeit; israël; heure israélienne; jérusalem; "
    "jerusalén; hora israelí; kudüs; israil",
    "Asia/Gaza": "gazastreifen; gazze; franja de gaza; bande de gaza",
    "Asia/Beirut": "libanon; libanesische zeit; beyrouth; liban; heure libanaise; "
    "líbano; beyrut; lübnan",
    "Asia/Amman": "jordanien; jordanie; jordania; ürdün",
    "Asia/Riyadh": "riad; saudi-arabien; arabie saoudite; ryad; mecque; la mecque; "
    "arabia saudita; riyad; suudi arabistan; mekke; mekka",
    "Asia/Dubai": "dubaï; dubái; émirats",
    "Asia/Qatar": "katar",
    "Asia/Aden": "jemen; sanaa; yémen",
    "Asia/Nicosia": "zypern; chypre; chipre; kıbrıs; lefkoşa",
    "Asia/Tbilisi": "tiflis; georgische zeit; tbilissi; gürcistan",
    "Asia/Yerevan": "eriwan; armenien; erevan; arménie; ereván; erivan; ermenistan",
    "Asia/Baku": "aserbaidschan; bakou; azerbaïdjan; bakú; azerbaiyán; bakü; "
    "azerbaycan",
    "Africa/Cairo": "kairo; ägypten; le caire; caire; égypte; el cairo; egipto; "
    "kahire; mısır",
    "Africa/Tripoli": "libyen; libye; libia",
    "Africa/Tunis": "tunesien; tunisie; túnez; tunus",
    "Africa/Algiers": "algier; algerien; alger; algérie; argel; argelia; cezayir",
    "Africa/Casablanca": "marokko; maroc; marruecos",
    # elsewhere
    "America/New_York": "washingtoner zeit; new yorker zeit; us-ostküste; "
    "us-ostküstenzeit; ostküstenzeit; heure de l'est; heure normale de l'est; "
    "heure avancée de l'est; nueva york; hora del este; vaşington",
    "America/Los_Angeles": "hora del pacífico; los ángeles",
    "America/Toronto": "hne; hae; montréal; québec",
    "America/Mexico_City": "ciudad de méxico; mexiko-stadt; cdmx",
    "America/Havana": "havanna; la havane; la habana; hora cubana",
    "America/Caracas": "hora venezolana; hora legal de venezuela",
    "America/Bogota": "bogotá; hora colombiana",
    "America/Lima": "perú; hora peruana",
    "America/Santiago": "hora chilena; santiago de chile",
    "America/Argentina/Buenos_Aires": "hora argentina",
    "America/Sao_Paulo": "brasília; heure de brasilia; são paulo",
    "America/Asuncion": "asunción",
    "America/Panama": "panamá",
    "Atlantic/Canary": "hora canaria; hora insular; canarias; islas canarias",
    "Asia/Kabul": "afghanische zeit; kaboul; kâbil; afganistan",
    "Asia/Karachi": "pakistanische zeit",
    "Asia/Kolkata": "neu-delhi; indien; indische zeit; inde; nueva delhi; yeni delhi",
    "Asia/Shanghai": "pekinger zeit; chinesische zeit; pékin; pekín; pekin; chine; "
    "heure chinoise; çin",
    "Asia/Tokyo": "tokio; japanische zeit; japon; heure japonaise; japón; japonya",
    "Asia/Seoul": "südkorea; séoul; seúl; corée du sud; corea del sur; güney kore",
    "Asia/Pyongyang": "pjöngjang; nordkorea; corée du nord; corea del norte; "
    "kuzey kore",
}
