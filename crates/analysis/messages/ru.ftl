# Что говорится о проверке, по-русски. Ключи и аргументы перечислены в src/messages.rs.
# Страны, регионы, периоды, числа и величины пишет тот, кто выводит сообщение; названия стоят в именительном падеже.

## Целые предложения: итог проверки

summary-parties = Названо стран: { $count }; данные о торговле двух стран на это не отвечают.
summary-whole = Не сказано, от какого целого эта доля, или это не торговля ни одной из двух стран.
summary-beyond-arithmetic = Это число больше, чем можно точно вычислить, и его не с чем сравнить.
summary-register = Статистика торговли на это не отвечает; отвечают реестр проектов и другие документы.
summary-other-documents = Статистика торговли на это не отвечает; могут ответить другие документы.
summary-supported = { $agree }.
summary-supported-one-side = { $agree }; { $other }.
summary-supported-otherwise = Не в прямом смысле слов: { $plain }. Число получается по другому определению: { $agree }.
summary-near = Близко, но не точно: { $plain }.
summary-not-comparable = Есть данные, с которыми это нельзя сравнить ({ $difference }): { $plain }.
summary-no-data = По известным тогда данным проверить нельзя: { $plain }.
summary-contradicted = Сообщаются другие числа: { $plain }.
summary-open-dated = Срок ещё не вышел ({ $deadline }): { $paces }.
summary-open-undated = Срок не назван; если считать, что это { $horizon }: { $paces }.
summary-open = Срок ещё не вышел или не назван.
summary-met = Достигнуто: { $plain }.
summary-met-one-side = Достигнуто только по данным одной стороны ({ $reporter }): { $plain }.
summary-missed = Не достигнуто, не хватает { $shortfall }: { $plain }.

## Прочтения, как части предложения

reading-gives = { $what }: { $value } за { $period }
reading-gives-rounded = { $what }: { $value } за { $period }; это округлённое число, оно совпадает в пределах округления
reading-differs-exact = { $what }: { $value } за { $period }, что не округляется до { $stated }
reading-differs-count = { $what }: { $value } за { $period }, а не { $stated }
reading-differs-about = { $what }: { $value } за { $period }, это не «около { $stated }»
reading-differs-over = { $what }: { $value } за { $period }, это не «более { $stated }»
reading-differs-under = { $what }: { $value } за { $period }, это не «менее { $stated }»
reading-differs-up-to = { $what }: { $value } за { $period }, что больше, чем { $stated }
reading-missing = { $what }: за { $period } в тот день ещё не было данных
reading-lacking = { $what }: за { $period } нельзя вычислить по данным, известным в тот день
period-against = { $period } против { $base }
pace = { $reporter }: нужен рост { $needed } в год от { $value } за { $period }

## Различия, из-за которых данные несравнимы

difference-coverage = они охватывают больше, чем утверждение
difference-unit = они в другой валюте или единице
difference-basis = товары и услуги учтены по-разному, или издатель этого не говорит

## Что учтено, как часть предложения

basis-goods = только товары
basis-services = только услуги
basis-goods-and-services = товары и услуги
basis-unknown = торговля без указания, входят ли услуги

## Примечания: целые предложения рядом с итогом

note-assumed-period = Период не назван; взят { $period }, последний год, который тогда был полным.
note-basis = Что учитывает { $reporter }: { $basis }; утверждение понято так: { $claimed }.
note-excess = Значение лежит за названным числом на { $excess }.
note-loose = Число названо с запасом: значение лежит за ним на { $excess }.
note-below-year-before = { $reporter } сообщает: значение за { $period } на { $change } ниже, чем за { $before }.
note-above-year-before = { $reporter } сообщает: значение за { $period } на { $change } выше, чем за { $before }.
note-world-summed = Торговля со всем миром ({ $country }, { $period }) — сумма по партнёрам ({ $partners }) и нераспределённого; общий итог вместе с ними не опубликован.
note-pairs-unreported = Торговля внутри региона ({ $region }, { $period }) — без пар, о которых не сообщает ни одна сторона: { $pairs }.
note-horizon = Срок не назван; темп посчитан до ближайшего года, который делится на { $every } и отстоит не менее чем на { $ahead } года: { $horizon }.
note-announced-since = { $reporter } с тех пор объявляет { $value } за { $period }; что учтено, не сказано, поэтому в ряду этого числа нет.
note-reached-already = { $reporter } сообщает за { $period } уже { $value }.

## Определения, как части предложения

turnover_first_reports = { $first } сообщает
turnover_second_reports = { $second } сообщает
both_exports = { $first } и { $second }, сумма экспорта друг другу
both_imports = { $first } и { $second }, сумма импорта друг от друга
mean_of_both_reports = { $first } и { $second }, среднее двух отчётов
reconciled = { $first } и { $second }, согласованное число
goods_and_services = { $first } и { $second }, торговля товарами и услугами
exports_reporter_reports = { $first } сообщает
exports_partner_mirror = { $second } сообщает о той же торговле
exports_mean = { $first } и { $second }, среднее двух отчётов
imports_reporter_reports = { $first } сообщает
imports_partner_mirror = { $second } сообщает о той же торговле
imports_mean = { $first } и { $second }, среднее двух отчётов
balance_holder_reports = { $first } сообщает
balance_partner_mirror = { $second } сообщает о той же торговле
balance_exports_less_exports = { $first } и { $second }, разность экспорта, о котором каждая страна сообщает сама
balance_mean = { $first } и { $second }, среднее двух отчётов
first_and_second_total_over_region_total = { $first } и { $second }, вся их торговля как доля всей торговли региона { $region }
pair_over_trade_inside_region = { $first } и { $second }, торговля между ними как доля торговли внутри региона { $region }
involving_over_trade_inside_region = { $first } и { $second }, их участие в торговле внутри региона { $region }
combined_over_members_trade_with_region = { $first } и { $second }, их торговля с регионом { $region } как доля торговли с ним всех его стран
pair_over_first_trade_with_region = { $first }, партнёр { $second }: доля в торговле с регионом { $region }
pair_over_second_trade_with_region = { $second }, партнёр { $first }: доля в торговле с регионом { $region }
pair_over_first_total = { $first }, партнёр { $second }: доля во всей торговле
pair_over_second_total = { $second }, партнёр { $first }: доля во всей торговле
first_total_over_region_total = { $first }, вся торговля как доля всей торговли региона { $region }
second_total_over_region_total = { $second }, вся торговля как доля всей торговли региона { $region }
growth_of_turnover_first_reports = { $first } сообщает
growth_of_turnover_second_reports = { $second } сообщает
growth_of_both_exports = { $first } и { $second }, сумма экспорта друг другу
growth_of_both_imports = { $first } и { $second }, сумма импорта друг от друга
growth_of_mean_of_both_reports = { $first } и { $second }, среднее двух отчётов
growth_of_goods_and_services = { $first } и { $second }, торговля товарами и услугами
growth_of_exports_reporter_reports = { $first } сообщает
growth_of_exports_partner_mirror = { $second } сообщает о той же торговле
growth_of_exports_mean = { $first } и { $second }, среднее двух отчётов
growth_of_imports_reporter_reports = { $first } сообщает
growth_of_imports_partner_mirror = { $second } сообщает о той же торговле
growth_of_imports_mean = { $first } и { $second }, среднее двух отчётов
rank_by_turnover = { $first } сообщает, по товарообороту
rank_by_exports = { $first } сообщает, по экспорту
rank_by_imports = { $first } сообщает, по импорту
