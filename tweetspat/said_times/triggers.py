"""Words one of which stands in every text that speaks of a time without figures.

Made by `python tests/make_triggers.py` from the lexicons; not to be edited.
"""

__all__ = ["TRIGGERS"]

TRIGGERS = frozenset(
    """
2day 2nite abend abends abendstunden abr abril afternoon agarirken ago agosto
agustos agustosa agustosta agustostan ajd aksam aksama aksamdan aksami aksamina
aksaminda aksamindan aksaminin aksamki aksamleyin aksamustu aksamuzeri alba aller am
amanecer an annee annees anno ano anoche anochecer anos ans anteanoche anteayer
antenoche antes antier aout apr aprem apres april aralik araliktan atardecer aube
aug august auj aujourd aujourdhui avant avr avril ay ayer ayi ayina ayinda ayindaki
ayindan ayinin baglayan basinda bonne bugun bugunden bugune bugunku bugunun carsamba
carsambadaki carsambadan carsambanin carsambaya carsambayi cette clock courant cours
cuma cumadaki cumadan cumanin cumartesi cumartesideki cumartesiden cumartesinin
cumartesiye cumartesiyi cumaya daha dak dakika dakka dans dawn day daybreak days
debut dec december decembre demain derniere despuntar dez dezember dia dias dic
diciembre dienstag dienstagabend dienstagfrueh dienstagfruh dienstagmittag
dienstagmorgen dienstagnachmittag dienstagnacht dienstagvormittag diese dieser
dimanche dk domingo donnerstag donnerstagabend donnerstagfrueh donnerstagfruh
donnerstagmittag donnerstagmorgen donnerstagnachmittag donnerstagnacht
donnerstagvormittag dreiviertelstunde dun dunden dunku dunun durant earlier early
einem einer einzigen ekim ekimde ekimden en ene enero evening evvelki evvelsi eylul
eylulde eylulden eylule feb feber febr febrero februar february fev fevr fevrier
first freitag freitagabend freitagfrueh freitagfruh freitagmittag freitagmorgen
freitagnachmittag freitagnacht freitagvormittag friday frueh fruehen fruh fruhen
fruher fruhmorgens gece geceden geceki geceleyin gecen gecesi gecesinde gecesinden
gecesinin geceyarisi geceye gectigimiz genau geride gestern gestrige gestrigen
gestriger gestriges gun gununden gunune gununun hafta haziran hazirana haziranda
hazirandan herrgottsfruhe heure heures heut heute heutige heutigen heutiger heutiges
hier high hora horas hour hours hoy hr hrs hs icinde ikindi jaenner jahr jahre
jahren jahres jan janner januar january janv janvier jeudi jour journee jours jueves
juil juillet juin jul juli julio july jun june juni junio kasim kasima kasimda
kasimdan knappen kommende kommenden last later letzte letzten letzter lever lundi
lunes madrugada maerz mai manana mar march mardi mars mart marta martes martta
marttan marz marzo mat matin matinee may mayis mayisa mayista mayistan mayo media
medianoche medio mediodia mercredi mes meses midday midi midnight miercoles milieu
min mins minuit minute minuten minutes minuto minutos misma mittag mittags mitten
mitternacht mittwoch mittwochabend mittwochfrueh mittwochfruh mittwochmittag
mittwochmorgen mittwochnachmittag mittwochnacht mittwochvormittag mn mois monat
monate monaten monats monday montag montagabend montagfrueh montagfruh montagmittag
montagmorgen montagnachmittag montagnacht montagvormittag month months morgen
morgendammerung morgengrauen morgens morgenstunden morgige morgigen morgiger
morgiges morning mrz nachmittag nachmittags nachmittagsstunden nachste nacht nachts
nachtstunden night nisan nisana nisanda nisandan nite noche noon nov november
novembre noviembre nuit obur ocaga ocak ocaktan oclock oct october octobre octubre
ogle ogleden oglen oglende oglene oglenleyin ogleyin okt oktober onceki overnight
pasada pasado passee pazar pazara pazardan pazarki pazartesi pazartesideki
pazartesiden pazartesinin pazartesiye pazartesiyi pendant persembe persembedeki
persembeden persembenin persembeye persembeyi petit pleine pm point premiere
premieres primera primeras prochaine saat saatlerde saatleri saatlerinde saatlik
sabado sabah sabaha sabahi sabahin sabahinda sabahindan sabahki sabahleyin sabahtan
safak safakta sali salidaki salidan salinin saliya saliyi samedi samstag
samstagabend samstagfrueh samstagfruh samstagmittag samstagmorgen samstagnachmittag
samstagnacht samstagvormittag saniye saturday sec second seconde secondes seconds
secs seg segundo segundos sek sekunde sekunden semaine semaines semana semanas sene
senesi senesinde sep sept september septembre septiembre set setiembre siralari
siralarinda small sn soir soiree sokerken sonnabend sonnabendabend sonnabendfrueh
sonnabendfruh sonnabendmittag sonnabendmorgen sonnabendnachmittag sonnabendnacht
sonnabendvormittag sonnenaufgang sonntag sonntagabend sonntagfrueh sonntagfruh
sonntagmittag sonntagmorgen sonntagnachmittag sonntagnacht sonntagvormittag sonrasi
sonrasina sonunda spatabend spatabends spaten spatnachmittag std stdn stunde stunden
subat subata subatta subattan sulari sularinda sunday sunrise tag tage tagen
tagesanbruch tard tarde temmuz temmuza temmuzda temmuzdan temprano thursday tmrw tmw
today tomoro tomorrow tonight tonite tot trasanteayer tuesday ubermorgen uebermorgen
uhr ultima vakti veille vendredi vergangene vergangenen vergangener viernes
viertelstunde vorabend vorgestern vorgestrigen vorige voriger vormittag vormittags
vormittagsstunden vorvorgestern vorvorgestrigen wednesday week weeks wk wks woche
wochen yarim yarin yarina yarindan yarinin yarinki yarisi yarisina yarisinda
yarisindan yarisini year years yesterday yil yili yilina yilinda yilindaki yilindan
yilinin yr yrs авг август августа августе августом августу апр апреле апрелем апрель
апрелю апреля вечер вечера вечерние вечером вечеру воскресение воскресенье
воскресеньем воскресенью воскресенья время вторник вторника вторнике вторником
вторнику вчера вчерашнего вчерашнее вчерашней вчерашнем вчерашнему вчерашние
вчерашний вчерашним вчерашними вчерашних вчерашнюю вчерашняя гг глубокой год года
годами годе годик годика годом году два дек декабре декабрем декабрь декабрю декабря
денек день дней днем дню дня завтра завтрашнего завтрашнее завтрашней завтрашнем
завтрашнему завтрашние завтрашний завтрашним завтрашних завтрашнюю завтрашняя июл
июле июлем июль июлю июля июн июне июнем июнь июню июня лет мае маем май мар март
марта марте мартом марту маю мая мес месяц месяца месяце месяцев месяцем мин
минувшей минувшую минут минута минутку минутой минуток минуту минуты накануне неделе
неделей недели недель неделю неделя ночи ночное ночь ночью ноя нояб ноябре ноябрем
ноябрь ноябрю ноября нынешней окт октябре октябрем октябрь октябрю октября первыми
позавчера позавчерашнего позавчерашнее позавчерашней позавчерашнем позавчерашние
позавчерашний позавчерашнюю позавчерашняя поздней поздним поздно полвосьмого
полвторого полдвенадцатого полдевятого полдень полдесятого полночи полночь половине
полодиннадцатого полпервого полпятого полседьмого полтретьего полудню полудня
полуночи полуночь полуночью получаса полчаса полчасика полчетвертого полшестого
понедельник понедельника понедельнике понедельником понедельнику пополудни
пополуночи пораньше после послезавтра послезавтрашнего послезавтрашний посреди
поутру прошедшей прошедшую прошлой прошлую пятница пятнице пятницей пятницу пятницы
раннего раннее ранним рассвет рассвета рассвете рассветом самого самой сегодня
сегодняшнего сегодняшнее сегодняшней сегодняшнем сегодняшнему сегодняшние
сегодняшний сегодняшним сегодняшними сегодняшних сегодняшнюю сегодняшняя седня сек
секунд секунда секунду секунды сен сент сентябре сентябрем сентябрь сентябрю
сентября среда среде среди средой среду среды суббота субботе субботой субботу
субботы сутки суток третьего три утра утренние утро утром утру фев февр феврале
февралем февраль февралю февраля час часа часам часами часах часов часок часу
четверг четверга четверге четвергом четвергу четверти четверть четыре янв январе
январем январь январю января
""".split()
)
