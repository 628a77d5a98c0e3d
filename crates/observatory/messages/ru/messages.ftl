# Сообщения самой обсерватории. Сообщения о проверке стоят в пакете analysis.
# Падеж, который нужен предложению, приходит в $case: nom, gen, dat, ins, pre.

remark-rank = По товарообороту, как его сообщает { $of }, { $partner } занимает { $rank } среди { $partners } партнёров за { $period }.
remark-rank-unknown = Что { $of } сообщает о своих партнёрах за { $period }, в тот день не было известно, поэтому место, которое занимает { $partner }, вычислить нельзя.

## Как пишутся значения: разделители, порядки, единицы, месяцы, периоды

number-group = { "\u00A0" }
number-decimal = ,
number-minus = −
# Что стоит между числом и единицей.
number-joint = { "\u00A0" }

scale-trillion = { $value } трлн
scale-billion = { $value } млрд
scale-million = { $value } млн

quantity-usd = { $sign }{ $value } долл. США
quantity-money = { $sign }{ $value } { $code }
quantity-percent = { $value } %
quantity-times = { $value } { $value ->
        [one] раз
        [few] раза
        [many] раз
       *[other] раза
    }
quantity-rank = { $value }-е место
quantity-per-week = { $value } в неделю
quantity-pieces = { $value } ед.
quantity-jobs = { $value } { $value ->
        [one] рабочее место
        [few] рабочих места
       *[other] рабочих мест
    }
quantity-tonnes = { $value } т
quantity-hectares = { $value } га
quantity-kilometres = { $value } км
quantity-megawatts = { $value } МВт
quantity-square-metres = { $value } м²
quantity-cubic-metres = { $value } м³

month-january = { $case ->
        [gen] января
        [dat] январю
        [ins] январём
        [pre] январе
       *[nom] январь
    }
month-february = { $case ->
        [gen] февраля
        [dat] февралю
        [ins] февралём
        [pre] феврале
       *[nom] февраль
    }
month-march = { $case ->
        [gen] марта
        [dat] марту
        [ins] мартом
        [pre] марте
       *[nom] март
    }
month-april = { $case ->
        [gen] апреля
        [dat] апрелю
        [ins] апрелем
        [pre] апреле
       *[nom] апрель
    }
month-may = { $case ->
        [gen] мая
        [dat] маю
        [ins] маем
        [pre] мае
       *[nom] май
    }
month-june = { $case ->
        [gen] июня
        [dat] июню
        [ins] июнем
        [pre] июне
       *[nom] июнь
    }
month-july = { $case ->
        [gen] июля
        [dat] июлю
        [ins] июлем
        [pre] июле
       *[nom] июль
    }
month-august = { $case ->
        [gen] августа
        [dat] августу
        [ins] августом
        [pre] августе
       *[nom] август
    }
month-september = { $case ->
        [gen] сентября
        [dat] сентябрю
        [ins] сентябрём
        [pre] сентябре
       *[nom] сентябрь
    }
month-october = { $case ->
        [gen] октября
        [dat] октябрю
        [ins] октябрём
        [pre] октябре
       *[nom] октябрь
    }
month-november = { $case ->
        [gen] ноября
        [dat] ноябрю
        [ins] ноябрём
        [pre] ноябре
       *[nom] ноябрь
    }
month-december = { $case ->
        [gen] декабря
        [dat] декабрю
        [ins] декабрём
        [pre] декабре
       *[nom] декабрь
    }

date = { $day } { $month } { $year } года
period-year = { $case ->
        [gen] { $year } года
        [dat] { $year } году
        [ins] { $year } годом
        [pre] { $year } году
       *[nom] { $year } год
    }
period-first-half = { $case ->
        [gen] первого полугодия { $year } года
        [dat] первому полугодию { $year } года
        [ins] первым полугодием { $year } года
        [pre] первом полугодии { $year } года
       *[nom] первое полугодие { $year } года
    }
period-second-half = { $case ->
        [gen] второго полугодия { $year } года
        [dat] второму полугодию { $year } года
        [ins] вторым полугодием { $year } года
        [pre] втором полугодии { $year } года
       *[nom] второе полугодие { $year } года
    }
period-quarter = { $case ->
        [gen] { $quarter }-го квартала { $year } года
        [dat] { $quarter }-му кварталу { $year } года
        [ins] { $quarter }-м кварталом { $year } года
        [pre] { $quarter }-м квартале { $year } года
       *[nom] { $quarter }-й квартал { $year } года
    }
period-month = { $from } { $year } года
period-months = { $from }–{ $to } { $year } года
period-months-of-years = { $from } { $from-year } – { $to } { $year } года

## Почему высказывания об одной величине не сходятся

conflict-scale = Одно из чисел сместилось на порядок: оно в тысячу или в десять раз меньше.
conflict-currency = Одно и то же число названо в двух валютах.
conflict-denominator = Одна и та же доля названа от двух разных целых.
conflict-period = Цифра за часть года названа и как цифра за весь год.
conflict-place = Цифра одного места названа и как цифра всей страны.
conflict-stage = Цифра названа и планом, и свершившимся.
conflict-addition = Часть названа прибавкой к целому.
conflict-stale = Цифра прежнего года повторена для более позднего года.
conflict-series = За часть года названо больше, чем за весь год.
conflict-revision = Более поздняя цифра заменила прежнюю.
conflict-agreement = Сказанное сходится.
conflict-unexplained = Цифры не сходятся, и причина не видна.

## Что есть в реестре рядом с проверяемым текстом

on-file-repeats = В реестре с { $day }: { $who } пишет «{ $quote }», это сходится.
on-file-revises = В реестре с { $day }: { $who } пишет «{ $quote }». { $why }
on-file-conflicts = В реестре с { $day }: { $who } пишет «{ $quote }», это не сходится. { $why }
on-file-moves = В реестре с { $day }: { $who } называет другую цель, «{ $quote }».
