# Что говорят проверки, по-русски. Ключи и аргументы перечислены в src/messages.rs.
# Страны, регионы, периоды, числа и величины пишет тот, кто выводит сообщение; -gen, -dat, -ins и -pre – их падежи.

## Целые предложения: итог проверки

summary-parties = Названо стран: { $count }; показатель торговли между двумя странами на это не отвечает.
summary-whole = Не сказано, частью чего это является, или это не торговля одной из двух стран.
summary-beyond-arithmetic = Число выходит за пределы точной арифметики, сопоставить с ним нечего.
summary-register = Статистика торговли на это не отвечает; отвечают реестр проектов и другие документы.
summary-other-documents = Статистика торговли на это не отвечает; могут ответить другие документы.
summary-supported = { $agree }.
summary-supported-one-side = { $agree }; { $other }.
summary-supported-otherwise = Не в прямом смысле слов: { $plain }. Воспроизводится иначе: { $agree }.
summary-near = Близко, но не то же самое: { $plain }.
summary-not-comparable = Данные есть, но сопоставить их нельзя ({ $difference }): { $plain }.
summary-no-data = По тому, что было известно, проверить нельзя: { $plain }.
summary-contradicted = Отчётность даёт другое число: { $plain }.
summary-open-dated = Срок открыт до конца { $deadline-gen }: { $paces }.
summary-open-undated = Срок не назван, цель открыта; чтобы достичь её к { $horizon-dat }, { $paces }.
summary-open = Цель открыта: её время не пришло или не названо.
summary-met = Достигнуто: { $plain }.
summary-met-one-side = Достигнуто только по отчётности { $reporter-gen }: { $plain }.
summary-missed = Не достигнуто, не хватает { $shortfall }: { $plain }.

## Прочтения как части предложения

reading-gives = { $what } – { $value } за { $period }
reading-gives-rounded = { $what } – { $value } за { $period }; это округлённое число, совпадающее в пределах округления
reading-differs-exact = { $what } – { $value } за { $period }, что не округляется до { $stated }
reading-differs-count = { $what } – { $value } за { $period }, а не { $stated }
reading-differs-about = { $what } – { $value } за { $period }, и это не «около { $stated }»
reading-differs-over = { $what } – { $value } за { $period }, и это не «более { $stated }»
reading-differs-under = { $what } – { $value } за { $period }, и это не «менее { $stated }»
reading-differs-up-to = { $what } – { $value } за { $period }, что больше { $stated }
reading-missing = { $what } за { $period } – среди известных в тот день данных этого нет
reading-lacking = { $what } за { $period } – по известным в тот день данным вычислить нельзя
period-against = { $period } по сравнению с { $base-ins }
pace = по данным { $reporter-gen }, нужно { $needed } в год от { $value } за { $period }

## Различия, из-за которых данные несопоставимы

difference-coverage = они охватывают больше, чем утверждение
difference-unit = они в другой валюте или единице
difference-basis = товары и услуги учтены по-разному, или издатель этого не говорит

## Что учитывается, как часть предложения

basis-goods = только товары
basis-services = только услуги
basis-goods-and-services = товары и услуги
basis-unknown = торговлю, не указывая, входят ли услуги

## Примечания: целые предложения рядом с итогом

note-assumed-period = Период не назван; принят { $period }, последний год, который был завершён, когда это было сказано.
note-basis = Отчётность { $reporter-gen } учитывает { $basis }; утверждение понято как { $claimed }.
note-converted = Пересчитано по среднему курсу за { $period }: { $rate } { $money } за доллар ({ $dataset }).
note-excess = Значение отстоит от названного числа на { $excess }.
note-loose = Число неточное: значение отстоит от него на { $excess }.
note-below-year-before = По отчётности { $reporter-gen } показатель за { $period } на { $change } ниже, чем за { $before }.
note-above-year-before = По отчётности { $reporter-gen } показатель за { $period } на { $change } выше, чем за { $before }.
note-world-summed = Торговля { $country-gen } со всем миром за { $period } – это сумма по { $partners ->
        [one] { $partners } партнёру
       *[other] { $partners } партнёрам
    } и тому, что не отнесено ни к одному; итог вместе с ними не опубликован.
note-pairs-unreported = В торговле внутри региона ({ $region }) за { $period } нет пар, о которых не сообщает ни одна сторона: { $pairs }.
note-horizon = Срок не назван; темп рассчитан до { $horizon-gen } – ближайшего года, кратного { $every } и отстоящего не менее чем на { $ahead } { $ahead ->
        [one] год
        [few] года
       *[other] лет
    }.
note-announced-since = { $reporter } с тех пор объявляет { $value } за { $period }; что учтено, не сказано, поэтому ряд этим не пользуется.
note-reached-already = По данным { $reporter-gen }, за { $period } уже { $value }.

## Определения как части предложения

turnover_first_reports = по отчётности { $first-gen }
turnover_second_reports = по отчётности { $second-gen }
both_exports = сумма экспорта { $first-gen } и { $second-gen } друг другу
both_imports = сумма импорта { $first-gen } и { $second-gen } друг у друга
mean_of_both_reports = среднее по отчётности { $first-gen } и { $second-gen }
reconciled = согласованный показатель { $first-gen } и { $second-gen }
goods_and_services = торговля товарами и услугами между { $first-ins } и { $second-ins }
exports_reporter_reports = по отчётности { $first-gen }
exports_partner_mirror = по отчётности { $second-gen } о той же торговле
exports_mean = среднее по отчётности { $first-gen } и { $second-gen }
imports_reporter_reports = по отчётности { $first-gen }
imports_partner_mirror = по отчётности { $second-gen } о той же торговле
imports_mean = среднее по отчётности { $first-gen } и { $second-gen }
balance_holder_reports = по отчётности { $first-gen }
balance_partner_mirror = по отчётности { $second-gen } о той же торговле
balance_exports_less_exports = разность экспорта { $first-gen } и { $second-gen }, как каждая страна его сообщает,
balance_mean = среднее по отчётности { $first-gen } и { $second-gen }
first_and_second_total_over_region_total = вся торговля { $first-gen } и { $second-gen } как доля всей торговли региона ({ $region })
pair_over_trade_inside_region = торговля { $first-gen } с { $second-ins } как доля торговли внутри региона ({ $region })
involving_over_trade_inside_region = участие { $first-gen } и { $second-gen } в торговле внутри региона ({ $region })
combined_over_members_trade_with_region = торговля { $first-gen } и { $second-gen } с регионом ({ $region }) как доля такой торговли всех его стран
pair_over_first_trade_with_region = торговля { $first-gen } с { $second-ins } как доля торговли { $first-gen } с регионом ({ $region })
pair_over_second_trade_with_region = торговля { $second-gen } с { $first-ins } как доля торговли { $second-gen } с регионом ({ $region })
pair_over_first_total = торговля { $first-gen } с { $second-ins } как доля всей торговли { $first-gen }
pair_over_second_total = торговля { $second-gen } с { $first-ins } как доля всей торговли { $second-gen }
first_total_over_region_total = вся торговля { $first-gen } как доля всей торговли региона ({ $region })
second_total_over_region_total = вся торговля { $second-gen } как доля всей торговли региона ({ $region })
growth_of_turnover_first_reports = по отчётности { $first-gen }
growth_of_turnover_second_reports = по отчётности { $second-gen }
growth_of_both_exports = сумма экспорта { $first-gen } и { $second-gen } друг другу
growth_of_both_imports = сумма импорта { $first-gen } и { $second-gen } друг у друга
growth_of_mean_of_both_reports = среднее по отчётности { $first-gen } и { $second-gen }
growth_of_goods_and_services = торговля товарами и услугами между { $first-ins } и { $second-ins }
growth_of_exports_reporter_reports = по отчётности { $first-gen }
growth_of_exports_partner_mirror = по отчётности { $second-gen } о той же торговле
growth_of_exports_mean = среднее по отчётности { $first-gen } и { $second-gen }
growth_of_imports_reporter_reports = по отчётности { $first-gen }
growth_of_imports_partner_mirror = по отчётности { $second-gen } о той же торговле
growth_of_imports_mean = среднее по отчётности { $first-gen } и { $second-gen }
rank_by_turnover = по отчётности { $first-gen }, по товарообороту,
rank_by_exports = по отчётности { $first-gen }, по экспорту,
rank_by_imports = по отчётности { $first-gen }, по импорту,

## Две стороны: почему продавец и покупатель записывают разные суммы

cause-basis = { $seller } считает: { $exports }; { $buyer } считает: { $imports }; это не одно и то же.
cause-valuation-explains = По прибытии товары дороже: в { $factor } раза, это { $amount } разрыва.
cause-valuation-widens = По прибытии товары дороже: в { $factor } раза, или на { $amount }, в обратную сторону; разрыв от этого шире.
cause-preliminary = Данные страны «{ $reporter }» предварительные.
cause-estimated = Данные страны «{ $reporter }» — оценка, а не отчёт.
cause-rounding = Данные страны «{ $reporter }» объявлены с округлением до { $step }.
cause-re-exports-explains = В экспорте страны «{ $seller }» есть реэкспорт на { $amount }; покупатель относит его к стране, где товары произведены.
cause-re-exports-widens = В экспорте страны «{ $seller }» есть реэкспорт на { $amount }; покупатель относит его к стране, где товары произведены; разрыв от этого шире.
cause-unspecified-exports = { $reporter } не относит ни к одной стране { $amount } экспорта; часть может приходиться на покупателя.
cause-unspecified-imports = { $reporter } не относит ни к одной стране { $amount } импорта; часть может приходиться на продавца.
