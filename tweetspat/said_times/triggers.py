"""Words one of which stands in every text that tells a time without figures.

Made by `python tests/make_triggers.py` from the lexicons; not to be edited.
"""

__all__ = ["CAPITALS", "COUNTED", "TRIGGERS", "ZONES"]

TRIGGERS = {
    "english": """
afternoon am apr april aug august clock dawn day daybreak days dec december early
evening feb february five friday half hour hours hr hrs jan january jul july jun
june light mar march may midday midnight min mins minute minutes monday month months
morning night nite noon nov november oclock oct october overnight past pm quarter
saturday sec second seconds secs sep sept september sunday sunrise ten thursday tmrw
tmw today tomoro tomorrow tonight tonite tuesday twenty wednesday week weeks wk wks
year years yesterday yr yrs
""",
    "russian": """
авг август августа августе августом августу апр апреле апрелем апрель апрелю апреля
вечер вечера вечерние вечером вечеру воскресение воскресенье воскресеньем
воскресенью воскресенья время вторник вторника вторнике вторником вторнику вчера
вчерашнего вчерашнее вчерашней вчерашнем вчерашнему вчерашние вчерашний вчерашним
вчерашними вчерашних вчерашнюю вчерашняя гг год года годами годе годик годика годом
году дек декабре декабрем декабрь декабрю декабря денек день дней днем дню дня
завтра завтрашнего завтрашнее завтрашней завтрашнем завтрашнему завтрашние
завтрашний завтрашним завтрашних завтрашнюю завтрашняя июл июле июлем июль июлю июля
июн июне июнем июнь июню июня лет мае маем май мар март марта марте мартом марту маю
мая мес месяц месяца месяце месяцев месяцем мин минут минута минутку минутой минуток
минуту минуты неделе неделей недели недель неделю неделя ночи ночь ночью ноя нояб
ноябре ноябрем ноябрь ноябрю ноября окт октябре октябрем октябрь октябрю октября
первыми позавчера позавчерашнего позавчерашнее позавчерашней позавчерашнем
позавчерашние позавчерашний позавчерашнюю позавчерашняя полвосьмого полвторого
полдвенадцатого полдевятого полдень полдесятого полночи полночь половина половине
половину полодиннадцатого полпервого полпятого полседьмого полтретьего полудню
полудня полуночи полуночь полуночью получаса полчаса полчасика полчетвертого
полшестого понедельник понедельника понедельнике понедельником понедельнику
пополудни пополуночи после послезавтра послезавтрашнего послезавтрашний поутру
пятнадцати пятница пятнице пятницей пятницу пятницы рассвет рассвета рассвете
рассветом сегодня сегодняшнего сегодняшнее сегодняшней сегодняшнем сегодняшнему
сегодняшние сегодняшний сегодняшним сегодняшними сегодняшних сегодняшнюю сегодняшняя
седня сек секунд секунда секунду секунды сен сент сентябре сентябрем сентябрь
сентябрю сентября среда среде средой среду среды суббота субботе субботой субботу
субботы сутки суток утра утренние утро утром утру фев февр феврале февралем февраль
февралю февраля час часа часам часами часах часов часок часу четверг четверга
четверге четвергом четвергу четверти янв январе январем январь январю января
""",
    "german": """
abend abends abendstunden acht achtzehn achtzig aller anderthalb anno apr april aug
august dez dezember dienstag dienstagabend dienstagfrueh dienstagfruh dienstagmittag
dienstagmorgen dienstagnachmittag dienstagnacht dienstagvormittag donnerstag
donnerstagabend donnerstagfrueh donnerstagfruh donnerstagmittag donnerstagmorgen
donnerstagnachmittag donnerstagnacht donnerstagvormittag drei dreieinhalb dreisig
dreiundzwanzig dreiviertelstunde dreizehn eineinhalb eins einundzwanzig elf feb
feber febr februar freitag freitagabend freitagfrueh freitagfruh freitagmittag
freitagmorgen freitagnachmittag freitagnacht freitagvormittag fruh fruhen
fruhmorgens fuenf funf funfundvierzig funfundzwanzig funfzehn funfzig gestern
gestrige gestrigen gestriger gestriges halben herrgottsfruhe heut heute heutige
heutigen heutiger heutiges hundert jaenner jahr jahre jahren jahres jan janner
januar jul juli jun juni maerz mai mar marz min mins minute minuten mittag
mitternacht mittwoch mittwochabend mittwochfrueh mittwochfruh mittwochmittag
mittwochmorgen mittwochnachmittag mittwochnacht mittwochvormittag monat monate
monaten monats montag montagabend montagfrueh montagfruh montagmittag montagmorgen
montagnachmittag montagnacht montagvormittag morgen morgendammerung morgengrauen
morgenstunden morgige morgigen morgiger morgiges mrz nachmittag nachmittagsstunden
nacht nachtstunden neun neunzehn neunzig nov november okt oktober samstag
samstagabend samstagfrueh samstagfruh samstagmittag samstagmorgen samstagnachmittag
samstagnacht samstagvormittag sechs sechzehn sechzig sek sekunde sekunden sep sept
september sieben siebzehn siebzig sonnabend sonnabendabend sonnabendfrueh
sonnabendfruh sonnabendmittag sonnabendmorgen sonnabendnachmittag sonnabendnacht
sonnabendvormittag sonnenaufgang sonntag sonntagabend sonntagfrueh sonntagfruh
sonntagmittag sonntagmorgen sonntagnachmittag sonntagnacht sonntagvormittag
spatabend spatabends spatnachmittag std stdn stunde stunden tag tage tagen
tagesanbruch ubermorgen uebermorgen uhr vier viertelstunde vierundzwanzig vierzehn
vierzig vorabend vorgestern vorgestrigen vormittag vormittagsstunden vorvorgestern
vorvorgestrigen woche wochen zehn zwanzig zwei zweieinhalb zweiundzwanzig zwo zwoelf
zwolf
""",
    "french": """
ajd an annee annees ans aout aprem aube auj aujourd aujourdhui avr avril cinq dec
decembre demain demi demie dimanche dix fev fevr fevrier heure heures hier hrs janv
janvier jeudi jour journee jours juil juillet juin lundi mai mardi mars mat matin
matinee mercredi midi min mins minuit minute minutes mn mois nov novembre nuit oct
octobre quart samedi sec seconde secondes semaine semaines sept septembre soir
soiree tot vendredi vingt
""",
    "turkish": """
agustos agustosa agustosta agustostan aksam aksama aksami aksamina aksaminda
aksamindan aksaminin aksamki aksamleyin aksamustu aksamuzeri altida altidan altiya
aralik araliktan ay ayi ayina ayinda ayindaki ayindan ayinin baglayan bese beste
besten birde birden bire bucuga bucuk bucukta bucuktan bugun bugunden bugune bugunku
bugunun carsamba carsambadaki carsambadan carsambanin carsambaya carsambayi cuma
cumadaki cumadan cumanin cumartesi cumartesideki cumartesiden cumartesinin
cumartesiye cumartesiyi cumaya dak dakika dakka dk dokuza dokuzda dokuzdan dorde
dortte dortten dun dunden dunku dunun ekim ekimde ekimden eylul eylulde eylulden
eylule gece geceden geceki geceleyin gecesi gecesinde gecesinden gecesinin
geceyarisi geceye gun gunku hafta haziran hazirana haziranda hazirandan ikide ikiden
ikindi ikiye kasim kasima kasimda kasimdan mart marta martta marttan mayis mayisa
mayista mayistan nisan nisana nisanda nisandan ocaga ocak ocaktan ogle ogleden oglen
oglende oglene oglenleyin ogleyin onbirde onda onikide pazar pazara pazardan pazarki
pazartesi pazartesideki pazartesiden pazartesinin pazartesiye pazartesiyi persembe
persembedeki persembeden persembenin persembeye persembeyi saat saatlerde saatleri
saatlerinde saatlik sabah sabaha sabahi sabahin sabahinda sabahindan sabahki
sabahleyin sabahtan safak safakta sali salidaki salidan salinin saliya saliyi saniye
sekizde sekizden sekize sene senesi senesinde siralari siralarinda sn sokerken
sonraki sonrasi sonrasina sonraya subat subata subatta subattan sulari sularinda
temmuz temmuza temmuzda temmuzdan uce ucte ucten yarin yarina yarindan yarinin
yarinki yedide yediden yediye yil yili yilina yilinda yilindaki yilindan yilinin
""",
    "spanish": """
abr abril ago agosto alba amanecer ano anoche anochecer anos anteanoche anteayer
antenoche antier atardecer ayer catorce cien cinco cincuenta cuarenta cuatro
despuntar dia dias dic diciembre diecinueve dieciocho dieciseis diecisiete diez doce
domingo dos ene enero feb febrero hora horas hoy hr hrs hs jueves jul julio jun
junio lunes madrugada manana mar martes marzo may mayo medianoche mediodia mes meses
miercoles min mins minuto minutos misma noche nov noventa noviembre nueve ochenta
ocho oct octubre once quince sabado seg segundo segundos seis semana semanas sep
sept septiembre sesenta set setenta setiembre siete tarde temprano trasanteayer
trece treinta tres una veinte veinticinco veinticuatro veintidos veintitres veintiun
veintiuna veintiuno viernes
""",
}
"""One of these stands in every such text, by its language."""

COUNTED = """
dak dakika dakka dk dreiviertelstunde heure heures hora horas hour hours hr hrs hs
min mins minute minuten minutes minuto minutos mn saat saatlik saniye sec second
seconde secondes seconds secs seg segundo segundos sek sekunde sekunden sn std stdn
stunde stunden viertelstunde мин минут минута минутку минутой минуток минуту минуты
получаса полчаса полчасика сек секунд секунда секунду секунды час часа часам часами
часах часов часок часу
"""
"""One of these stands where something counts from the sending."""

ZONES = """
cest cet edt gmt greenwich hec hlv horario koordinierter mesz mez moskauzeit msk
saati saatine saatiyle tiempo time tsi utc vaktiyle westkustenzeit zamaniyla zeit
zulu алматы анкаре астане баку берлину вашингтону владивостоку времени время гмт
гринвич гринвичу екатеринбургу екб еревану иркутску йорку калининграду камчатке
киевскому киеву красноярску лондону минску москве московскому мск новосибирску нску
омску парижу пекину самаре сирийскому стамбулу ташкенту тбилиси токио уралу цет час
часом якутску
"""
"""One of these stands where a zone is named, or a bracket, or ..."""

CAPITALS = """
abuja accra acdt acst aden adt aedt aest aet aft akdt akst alep alepo alger almt
amman amst amt anat apia argel art ast athen atina awst azost azot azst azt bakou
baku basra bern brst brt bst btt burma caire cairo cat cdmx cdt cest cet chadt chast
chile china chine chita chst cin clst clt cot cst ct cuba cvt dakar damas daraa dc
delhi dhaka doha dprk dubai eat ect edt eest eet egypt eire erbil est et fet fiji
fjt fkt gaza gazze gb genf ghana gmt grece gst guam gyt hae haifa haiti halep hama
hanoi hast hkt hne homs hovt hst ict idlib idt inde india irak iran iraq irbil irdt
irkst irkt irst ist italy izmir japan japon jemen jst juba kabil kabul kairo katar
kazan kenya kgt kiev kiew korea krast krat ksa kst kudus kyev kyiv lagos laos lhdt
lhst liban libia libya libye lima lviv lyon macao macau magst magt mali malta maroc
mdt mecca mekka mekke mesz met mez miami milan minsk misir mmt moscu mosul msd msk
mst mt mvt myt ndt nepal niger novst novt npt nst nuuk nyc nz nzdt nzst nzt odesa
oesz oez oman omsk omsst omst osaka oslo paris pdt pekin perth peru pet petst pett
pgt phst pht pkt polen prag praga praia prc pst pt pyst pyt qatar quito rabat rafah
raqqa riad riga riyad roc rok rome ryad sakt sam samoa samst samt sanaa sast saudi
seoul seul sgt siria slst sochi sofia spain srt sst sudan suiza suva syria syrie tjt
tmt tokio tokyo tonga trt tsi tu tunez tunis tunus uae uct uk ulat urdun ut utc uyst
uyt uzt vet viena vlast vlat wat west wesz wet wez wgst wgt wib wien wita wst yakst
yakt yekst yekt yemen z zulu амман афины баку вена дели доха дубаи дубай ирак иран
кабул каир катар киев китаи китай киів київ кндр крым ливан ливия львов минск мск
омск париж пекин питер прага рига сеул сирия сочи токио хомс
"""
"""... one of these, in capitals."""
