# Определения сетки по-русски. По-английски они стоят в data/grid.toml; ключ – часть определения и его id.

description_turnover_first_reports = Экспорт и импорт первой стороны с другой, как их сообщает первая.
formula_turnover_first_reports = X({ $first },{ $second }) + M({ $first },{ $second }) за { $period }, по отчётности { $first }

description_turnover_second_reports = Экспорт и импорт второй стороны с другой, как их сообщает вторая.
formula_turnover_second_reports = X({ $second },{ $first }) + M({ $second },{ $first }) за { $period }, по отчётности { $second }

description_both_exports = Экспорт обеих сторон: что каждая, по её словам, продала другой.
formula_both_exports = X({ $first },{ $second }) по отчётности { $first } + X({ $second },{ $first }) по отчётности { $second }, за { $period }

description_both_imports = Импорт обеих сторон: что каждая, по её словам, купила у другой.
formula_both_imports = M({ $first },{ $second }) по отчётности { $first } + M({ $second },{ $first }) по отчётности { $second }, за { $period }

description_mean_of_both_reports = Среднее товарооборотов двух сторон.
formula_mean_of_both_reports = среднее товарооборота по отчётности { $first } и по отчётности { $second }, за { $period }

description_reconciled = Две стороны, сведённые в одно, если обе считают одно и то же: каждый поток — среднее того, что записали продавец и покупатель; запись покупателя приведена к месту отгрузки.
formula_reconciled = (X({ $first },{ $second }) + M({ $second },{ $first }) / 1,06) / 2 + (X({ $second },{ $first }) + M({ $first },{ $second }) / 1,06) / 2 за { $period }, по отчётности каждой стороны; M не делится, если обе оценивают одинаково

description_goods_and_services = Товарооборот с учётом услуг, если отчётность их учитывает.
formula_goods_and_services = торговля товарами и услугами { $first } и { $second }, за { $period }: среднее двух отчётностей, если обе учитывают услуги, иначе одна

description_exports_reporter_reports = Экспорт, как его сообщает первая названная сторона.
formula_exports_reporter_reports = X({ $first },{ $second }) за { $period }, по отчётности { $first }

description_exports_partner_mirror = Зеркало другой стороны: что партнёр сообщает как свой импорт.
formula_exports_partner_mirror = M({ $second },{ $first }) за { $period }, по отчётности { $second }

description_exports_mean = Среднее отчётности и её зеркала.
formula_exports_mean = среднее X({ $first },{ $second }) по отчётности { $first } и M({ $second },{ $first }) по отчётности { $second }, за { $period }

description_imports_reporter_reports = Импорт, как его сообщает первая названная сторона.
formula_imports_reporter_reports = M({ $first },{ $second }) за { $period }, по отчётности { $first }

description_imports_partner_mirror = Зеркало другой стороны: что партнёр сообщает как свой экспорт.
formula_imports_partner_mirror = X({ $second },{ $first }) за { $period }, по отчётности { $second }

description_imports_mean = Среднее отчётности и её зеркала.
formula_imports_mean = среднее M({ $first },{ $second }) по отчётности { $first } и X({ $second },{ $first }) по отчётности { $second }, за { $period }

description_balance_holder_reports = Экспорт за вычетом импорта страны, о сальдо которой речь, как она их сообщает.
formula_balance_holder_reports = X({ $first },{ $second }) - M({ $first },{ $second }) за { $period }, по отчётности { $first }

description_balance_partner_mirror = Импорт партнёра за вычетом его экспорта, как их сообщает партнёр.
formula_balance_partner_mirror = M({ $second },{ $first }) - X({ $second },{ $first }) за { $period }, по отчётности { $second }

description_balance_exports_less_exports = Что продала, по её словам, каждая сторона: одно за вычетом другого.
formula_balance_exports_less_exports = X({ $first },{ $second }) по отчётности { $first } - X({ $second },{ $first }) по отчётности { $second }, за { $period }

description_balance_mean = Среднее сальдо и его зеркала.
formula_balance_mean = среднее сальдо по отчётности { $first } и его зеркала по отчётности { $second }, за { $period }

description_first_and_second_total_over_region_total = Вся торговля двух сторон как часть всей торговли стран региона.
formula_first_and_second_total_over_region_total = (total({ $first }) + total({ $second })) / сумма total(m) по странам m региона { $region }, за { $period }
plain_first_and_second_total_over_region_total = на двоих приходится часть региона

description_pair_over_trade_inside_region = Торговля сторон между собой как часть торговли стран региона друг с другом.
formula_pair_over_trade_inside_region = trade({ $first },{ $second }) / сумма trade(m,n) по парам стран региона { $region }, за { $period }; trade(m,n) – среднее двух отчётностей, иначе одна
plain_pair_over_trade_inside_region = торговля между двумя составляет часть региона

description_involving_over_trade_inside_region = Торговля внутри региона, в которой участвует хотя бы одна из сторон. Остаток – это только прочие пары, поэтому без отчётности хотя бы об одной из них ответа нет.
formula_involving_over_trade_inside_region = торговля внутри { $region } с участием { $first } или { $second } / торговля внутри { $region }, за { $period }; обо всех парах прочих стран должна быть отчётность

description_combined_over_members_trade_with_region = Торговля сторон с регионом как часть торговли с регионом всех его стран.
formula_combined_over_members_trade_with_region = (with_region({ $first }) + with_region({ $second })) / сумма with_region(m) по странам m региона { $region }, за { $period }, по отчётности каждой

description_pair_over_first_trade_with_region = Торговля сторон как часть торговли первой стороны с регионом.
formula_pair_over_first_trade_with_region = trade({ $first },{ $second }) / сумма trade({ $first },m) по прочим странам m региона { $region }, за { $period }, по отчётности { $first }
plain_pair_over_first_trade_with_region = целое – торговля первой стороны с регионом

description_pair_over_second_trade_with_region = Торговля сторон как часть торговли второй стороны с регионом.
formula_pair_over_second_trade_with_region = trade({ $first },{ $second }) / сумма trade({ $second },m) по прочим странам m региона { $region }, за { $period }, по отчётности { $second }
plain_pair_over_second_trade_with_region = целое – торговля второй стороны с регионом

description_pair_over_first_total = Торговля сторон как часть всей торговли первой стороны.
formula_pair_over_first_total = trade({ $first },{ $second }) / total({ $first }), за { $period }, по отчётности { $first }
plain_pair_over_first_total = целое – торговля первой стороны

description_pair_over_second_total = Торговля сторон как часть всей торговли второй стороны.
formula_pair_over_second_total = trade({ $first },{ $second }) / total({ $second }), за { $period }, по отчётности { $second }
plain_pair_over_second_total = целое – торговля второй стороны

description_first_total_over_region_total = Вся торговля первой стороны как часть всей торговли стран региона.
formula_first_total_over_region_total = total({ $first }) / сумма total(m) по странам m региона { $region }, за { $period }

description_second_total_over_region_total = Вся торговля второй стороны как часть всей торговли стран региона.
formula_second_total_over_region_total = total({ $second }) / сумма total(m) по странам m региона { $region }, за { $period }

description_growth_of_turnover_first_reports = Изменение товарооборота, как его сообщает первая сторона.
formula_growth_of_turnover_first_reports = изменение turnover_first_reports от { $base } к { $period }
plain_growth_of_turnover_first_reports = рост товарооборота

description_growth_of_turnover_second_reports = Изменение товарооборота, как его сообщает вторая сторона.
formula_growth_of_turnover_second_reports = изменение turnover_second_reports от { $base } к { $period }
plain_growth_of_turnover_second_reports = рост товарооборота

description_growth_of_both_exports = Изменение экспорта обеих сторон.
formula_growth_of_both_exports = изменение both_exports от { $base } к { $period }

description_growth_of_both_imports = Изменение импорта обеих сторон.
formula_growth_of_both_imports = изменение both_imports от { $base } к { $period }

description_growth_of_mean_of_both_reports = Изменение среднего товарооборотов двух сторон.
formula_growth_of_mean_of_both_reports = изменение mean_of_both_reports от { $base } к { $period }

description_growth_of_goods_and_services = Изменение товарооборота с учётом услуг.
formula_growth_of_goods_and_services = изменение goods_and_services от { $base } к { $period }

description_growth_of_exports_reporter_reports = Изменение экспорта, как его сообщает отчитывающаяся сторона.
formula_growth_of_exports_reporter_reports = изменение exports_reporter_reports от { $base } к { $period }
plain_growth_of_exports_reporter_reports = рост экспорта

description_growth_of_exports_partner_mirror = Изменение зеркала экспорта, как его сообщает партнёр.
formula_growth_of_exports_partner_mirror = изменение exports_partner_mirror от { $base } к { $period }

description_growth_of_exports_mean = Изменение среднего экспорта и его зеркала.
formula_growth_of_exports_mean = изменение exports_mean от { $base } к { $period }

description_growth_of_imports_reporter_reports = Изменение импорта, как его сообщает отчитывающаяся сторона.
formula_growth_of_imports_reporter_reports = изменение imports_reporter_reports от { $base } к { $period }
plain_growth_of_imports_reporter_reports = рост импорта

description_growth_of_imports_partner_mirror = Изменение зеркала импорта, как его сообщает партнёр.
formula_growth_of_imports_partner_mirror = изменение imports_partner_mirror от { $base } к { $period }

description_growth_of_imports_mean = Изменение среднего импорта и его зеркала.
formula_growth_of_imports_mean = изменение imports_mean от { $base } к { $period }

description_rank_by_turnover = Место партнёра по товарообороту, как сообщает страна, партнёры которой сравниваются; в названных пределах, если они названы.
formula_rank_by_turnover = место { $second } среди партнёров { $first } по X + M за { $period }, по отчётности { $first }
plain_rank_by_turnover = утверждение не называет потока

description_rank_by_exports = Место партнёра по экспорту, как сообщает страна, партнёры которой сравниваются; в названных пределах, если они названы.
formula_rank_by_exports = место { $second } среди партнёров { $first } по X за { $period }, по отчётности { $first }
plain_rank_by_exports = сказано, что по экспорту

description_rank_by_imports = Место партнёра по импорту, как сообщает страна, партнёры которой сравниваются; в названных пределах, если они названы.
formula_rank_by_imports = место { $second } среди партнёров { $first } по M за { $period }, по отчётности { $first }
plain_rank_by_imports = сказано, что по импорту

description_target_growth_needed = Рост в год, который приводит к цели в срок.
formula_target_growth_needed = (T / y0)^(1/h) - 1, в процентах в год; T – цель, y0 – последний полный год по этой отчётности, h – число лет от него до срока или до объявленного горизонта
plain_target_growth_needed = цель, для каждой отчётности

description_target_growth_so_far = Среднегодовой рост до сих пор.
formula_target_growth_so_far = (y0 / y1)^(1/n) - 1, в процентах в год; y1 – первый год непрерывного ряда, n – число лет от него
plain_target_growth_so_far = цель, для каждой отчётности

description_target_chance = Вероятность достичь цели в срок, если рост продолжится как прежде, от 0 до 1.
formula_target_chance = 1 - F((ln T - ln y0 - h m) / (s sqrt(h + h^2 / n))); F – распределение Стьюдента с n - 1 степенями свободы, m и s – среднее и стандартное отклонение n годовых приростов логарифма; при n < 5 не определяется
plain_target_chance = цель, для каждой отчётности
