"""Words of time, one language a module: data, a `LEXICON`.

Here stands what tells the languages apart that are written in Latin letters.
"""

__all__ = ["ENDINGS", "SIGNS", "WORDS"]

WORDS = {
    "english": (
        "the and of to in is was were are for with that this it by be has have had "
        "not they we you he she his our their from but who what will just about at "
        "a i all off on up out no if or been off over after before down them him her "
        "yesterday today tomorrow tonight since ago last next noon midnight am pm "
        "an as so if or your me my no all can do did there one out up when how than "
        "then more some would could us now news like people after before says said "
        "please war man hat too off over been being them him her into only please "
        "minutes minute hours hour days week weeks month year early late until time"
    ),
    "german": (
        "der die das und ist im den dem des nicht mit auf fur von zum zur ein eine "
        "einer einem einen wir ihr sie wird werden wurde wurden waren haben "
        "auch noch schon bei nach aus uber wie sich als vom ab gegen bis seit vor um "
        "gestern heute morgen abend nacht uhr woche monat jahr stunden minuten tagen "
        "vorgestern ubermorgen mittag januar februar marz mai juni juli oktober "
        "am in es er wo da nur mal nun noch kein keine mehr dass das "
        "doch hier dort unter zwischen wegen ohne gegen durch dieser diese dieses "
        "diesen ihre ihren unsere unser mein alle beim ins zur jeden jahren monat "
        "letzte letzten letzter letztes vergangene vergangenen nachste nachsten "
        "kommenden kommende halb viertel mez mesz ortszeit zeit stunde minute "
        "nachmittag vormittag mitternacht frueh fruh sonnabend montagabend "
        "dienstagabend mittwochabend donnerstagabend freitagabend samstagabend "
        "sonntagabend montagmorgen dienstagmorgen mittwochmorgen donnerstagmorgen "
        "freitagmorgen samstagmorgen sonntagmorgen april august september november "
        "tote verletzte ich du uns euch sind bin hatte sagt sagte neue neuen "
        "dezember montag dienstag mittwoch donnerstag freitag samstag sonntag"
    ),
    "french": (
        "le la les des du un une dans pour pas que qui sur avec au aux ce "
        "cette il elle nous vous ils sont a ont ete par plus ne se en deux selon "
        "d l qu j hier demain aujourd hui matin soir nuit midi minuit heures "
        "heure depuis vers lundi mardi mercredi jeudi vendredi samedi dimanche "
        "janvier fevrier mars avril mai juin juillet aout septembre octobre novembre "
        "decembre semaine mois annee jours de y on ou mais leur son sa ses tout "
        "tous toute toutes fait etre apres avant contre entre sans sous tres rdv me "
        "te mon ma mes nos notre vos votre leurs ces celui etait etaient avait "
        "sera seront aura va vont fut dont donc encore toujours rien jamais meme "
        "deja ici ils elles je tu moins chez lors dernier derniere prochain "
        "prochaine dernieres aube minutes locale morts blesses avez suis es il ya "
        "veille apm aprem soiree matinee nos hui lundis heure quand comme aussi"
    ),
    "spanish": (
        "el la los las del un una y es en que por para con no se su al lo como mas "
        "pero fue han ha hay este esta esto son sus hoy ayer manana anoche tarde "
        "noche madrugada hora horas hace desde hasta lunes martes miercoles jueves "
        "viernes sabado domingo enero febrero marzo abril mayo junio julio agosto "
        "septiembre octubre noviembre diciembre semana mes ano dias de a o e ya le "
        "les nos mi sin sobre entre cuando muy todo todos ni ser sera seran esta "
        "estan estos estas ese esa eso aqui alli donde quien porque pues tras ante "
        "bajo contra segun sino tambien ella ellos nosotros ustedes vamos tu te me "
        "anteayer pasado pasada proximo proxima mediodia medianoche minutos hubo "
        "habra fueron era eran sido solo cada dos tres unos unas otro otra muertos "
        "heridos siguen sigue tenemos dice dicen partido hs hrs son antes despues "
        "nuestra nuestro horario local a"
    ),
    "turkish": (
        "ve bir bu icin de da ile cok daha olarak olan gibi var yok ne kadar sonra "
        "once saat gun gunu dun bugun yarin sabah aksam gece ogle hafta ay yil "
        "pazartesi sali carsamba persembe cuma cumartesi pazar ocak subat mart nisan "
        "mayis haziran temmuz agustos eylul ekim kasim aralik ama degil iki dakika "
        "saatte gecen beri itibaren tsi nin nun te den dan ki "
        "ye ya na ne biz siz onlar bizim sizin diye kadar her bile hala iste "
        "oldu olacak oldugu etti edildi yapildi geldi gitti dedi dakikada saatlerinde "
        "saatiyle ogleden oglen sabaha karsi gecen onumuzdeki evvelki yarim birkac uc "
        "dort bes alti yedi sekiz dokuz yirmi otuz bucuk tarihinde tarihleri "
        "arasinda yilinda yili ayinda haftaya sonu hafta basladi baslayacak kisi oglu "
        "turkiye istanbul ankara subatta martta nisanda mayista haziranda temmuzda "
        "agustosta eylulde ekimde kasimda yaralandi patlama oldugunu uzere gelecek "
        "simdi neden hic hep cok az bugunku dunku yarinki aksami sabahi gecesi "
        "cumaya saliya pazara dakikasi tum butun icinde uzerinde disinda ilk"
    ),
}
"""Each language's commonest words, and those of time that are its own."""

SIGNS = {
    "german": "äöüß",
    "french": "àâçéèêëîïôùûœ",
    "spanish": "áíóúñ¿¡",
    "turkish": "ğışçöü",
}
"""Letters and signs that speak for a language as one of its words does."""

ENDINGS = {
    "german": ("ung", "ungen", "lich", "keit", "heit", "schen", "schaft"),
    "french": ("aient", "eux", "euse", "euses", "eaux", "eront", "ique", "iques"),
    "spanish": ("aron", "ieron", "cion", "ciones", "idad", "ados", "idos", "iendo"),
    "turkish": ("lar", "ler", "yor", "acak", "ecek", "inda", "inde", "ndan", "nden"),
}
"""Endings that do so."""
