# Слова страниц по-русски. Один файл на язык; ключи и аргументы во всех одни и те же.

## Рамка

skip = Перейти к содержанию
nav-main = Главное меню
nav-main-small = Главное меню, малый экран
nav-language = Язык
nav-language-small = Язык, малый экран
nav-menu = Меню
nav-trail = Вы здесь
nav-pairs = Пары
nav-check = Проверка
nav-claims = Утверждения
nav-documents = Документы
nav-definitions = Определения
nav-sources = Источники
nav-datasets = Данные

as-of-label = Известное на
as-of-show = Показать
as-of-banner = Эта страница отвечает по тому, что было известно на { $date }.
as-of-today = Ответить на сегодняшний день

foot-freshness-title = Актуальность
foot-freshness = Последний выпуск данных стал известен { $date }.
foot-no-figures = На тот день никаких данных известно не было.
foot-freshness-stale = Последний выпуск данных стал известен { $date }. Просрочено наборов: { $stale } из { $all }.
foot-freshness-unknown = Насколько новы данные, сейчас сказать нельзя.
foot-datasets = Что загружено
foot-licence-title = Лицензия
foot-licence = Данные принадлежат статистическим ведомствам, которые их публикуют. Цитаты принадлежат их авторам.
foot-data-title = Эта страница как данные
foot-api = Описание API
foot-appearance = Оформление
theme-system = Системное
theme-light = Светлое
theme-dark = Тёмное

## Итоги: отдельно и после числа

outcome-supported = Подтверждено
outcome-supported-otherwise = Подтверждено по другому определению
outcome-near = Близко, но не точно
outcome-not-comparable = Несопоставимо
outcome-no-data = Нет данных
outcome-contradicted = Противоречит данным
outcome-open = Цель впереди
outcome-met = Цель достигнута
outcome-missed = Цель не достигнута

tally-supported = подтверждено
tally-supported-otherwise = подтверждено по другому определению
tally-near = близко, но не точно
tally-not-comparable = несопоставимо
tally-no-data = нет данных
tally-contradicted = противоречит данным
tally-open = цель впереди
tally-met = цель достигнута
tally-missed = цель не достигнута

## Ошибки: что, где, что принимается

fault-title-bad-request = Запрос нельзя прочитать
fault-title-not-found = В реестре этого нет
fault-title-method = Этот адрес не принимает таких запросов
fault-title-unavailable = Сейчас недоступно
fault-title-too-many = Слишком много запросов
fault-title-too-slow = Это заняло слишком много времени
fault-title-inside = Страницу не удалось составить
fault-no-page = По этому адресу нет страницы. Адреса страниц пишутся строчными буквами; пара – это два кода стран заглавными буквами в алфавитном порядке, например /pairs/KAZ-UZB.
fault-not-on-file = Того, что назвал адрес, в реестре нет. Возможно, оно в другом реестре или не вносилось.
fault-request = Сервер не понимает этого запроса.
fault-day = «{ $given }» – не дата. Напишите год, месяц и день, например 2024-07-13.
fault-starting = Реестр открывается. Попробуйте ещё раз через минуту.
fault-busy = Сервер отвечает на столько запросов, сколько может. Попробуйте ещё раз через минуту.
fault-too-many = Вы запросили больше страниц, чем один читатель может сразу. Подождите несколько секунд и попробуйте ещё раз.
fault-too-slow = Запрос не пришёл или на него не удалось ответить за отведённое время. Попробуйте ещё раз или запросите меньше.
fault-inside = Внутри произошла ошибка. Что именно, говорит журнал сервера.
fault-where = Адрес: { $path }.
fault-where-field = Адрес: { $path }, поле «{ $field }».
fault-status = Код { $status }.
fault-to-start = На главную
fault-to-search = Поиск

## Что сказано, словами

## Количества и сказанное

amount-billion-usd = млрд долларов США
amount-million-usd = млн долларов США
amount-usd = долларов США
amount-billion = млрд { $unit }
amount-million = млн { $unit }
amount-plain = { $unit }
amount-percent = { $value }{ "\u00A0" }%
quote = «{ $text }»
stated-about = около { $value }
stated-nearly = почти { $value }
stated-over = более { $value }
stated-under = менее { $value }
stated-up-to = до { $value }
asserts-between = от { $from } до { $to }
asserts-from = { $from } и больше
asserts-to = { $to } и меньше
asserts-anything = любое число
source-label = Источник:
said-not-checked = На этот день не проверено
said-documents = документов: { $count }
said-undated = день не известен
said-working = расчёт
said-working-for = Расчёт для { $said }
said-document = документ
said-document-of = Документ, где сказано { $said }
marked-cards = Проверка: { $from }–{ $to }
marked-verdict = Проверка { $number }: { $outcome }

claim-kind-trade-turnover = товарооборот
claim-kind-exports = экспорт
claim-kind-imports = импорт
claim-kind-trade-balance = торговое сальдо
claim-kind-trade-growth = рост торговли
claim-kind-trade-share = доля в торговле
claim-kind-partner-rank = место среди партнёров
claim-kind-project-count = число проектов
claim-kind-project-value = стоимость проектов
claim-kind-project-jobs = рабочие места проектов
claim-kind-investment = инвестиции
claim-kind-company-count = число компаний
claim-kind-agreement-count = число соглашений
claim-kind-agreement-value = сумма соглашений
claim-kind-freight-volume = грузоперевозки
claim-kind-flights = авиарейсы
claim-kind-capacity = мощность
claim-kind-area = площадь
claim-kind-population = численность
claim-kind-loan = заём
claim-kind-quota = квота
claim-kind-other = другая величина
claim-modality-actual = как было
claim-modality-planned = план
claim-modality-target = цель
claim-portion-total = все
claim-portion-implemented = осуществлённые
claim-portion-ongoing = осуществляемые
claim-portion-planned = намеченные
trade-flow-turnover = товарооборот
trade-flow-exports = экспорт
trade-flow-imports = импорт
basis-goods = товары
basis-services = услуги
basis-goods-and-services = товары и услуги
basis-unknown = состав не указан
status-preliminary = предварительно
status-final = окончательно
status-revised = уточнено
status-estimated = оценка
status-unknown = статус не указан
lang-en = на английском языке
lang-ru = на русском языке
lang-kk = на казахском языке
lang-uz = на узбекском языке
lang-und = язык не определён

## Списки

list-document = документ
list-document-of = Документ, где сказано { $said }
list-documents = { $count } { $count ->
        [one] документ
        [few] документа
       *[other] документов
    }
list-claims = { $count } { $count ->
        [one] утверждение
        [few] утверждения
       *[other] утверждений
    }
list-untitled = Документ без заголовка
list-parts = Части списка
list-first = К началу
list-next = Следующая часть

## Главная страница

home-tab = Открытая обсерватория двустороннего экономического сотрудничества
home-title = Что официальные лица говорят о торговле двух стран и что показывают данные
home-lead = Entente читает утверждения о двусторонней торговле, заново вычисляет каждое число по официальной статистике по всем объявленным определениям и показывает, какое из них его воспроизводит.
home-search = Найти
home-check = Проверить текст
home-check-label = Текст
home-check-hint = Вставьте черновик или опубликованный текст. Ничего не сохраняется.
home-check-button = Проверить
home-pairs = Пары стран
home-all-pairs = { $count ->
        [one] Вся { $count } пара
        [few] Все { $count } пары
       *[other] Все { $count } пар
    }
home-verdicts = Последние проверки
home-verdicts-how = Утверждения, которые проверить не по чему, здесь опущены; в общем списке они есть.
list-undated = без даты, в реестре с { $date }
list-checked = проверено { $date }
home-all-claims = Все утверждения

## Поиск

search-title = Поиск
search-label = Поиск
search-hint = Страна, пара (например, Казахстан Узбекистан), источник, автор, слова заголовка или цитаты.
search-button = Найти
search-found = По запросу «{ $asked }» { $count ->
        [one] найдена { $count } запись
        [few] найдены { $count } записи
       *[other] найдено { $count } записей
    }.
search-nothing = В реестре таких слов нет. Попробуйте название страны или меньше слов.
search-bounds = Заголовки и цитаты просматриваются в последних документах и утверждениях (не более { $count }). Остальные стоят в списках утверждений и документов.

## Пары

pairs-title = Пары стран
pairs-lead = Утверждения в реестре касаются { $count ->
        [one] { $count } пары стран
       *[other] { $count } пар стран
    }. Рядом с каждой стоят последние данные обеих сторон.
pairs-none = На этот день в реестре нет утверждений о двух странах. Это значит, что их не вносили, а не что их не было.
pairs-no-figures = Данные по этой паре не загружены. Сюда вошли бы таблицы торговли одной из стран по партнёрам.
pairs-reports = По данным { $country-gen }
pairs-in = за { $period }
pairs-newest = последнее – { $date }
pairs-tally = Утверждения по итогам проверки: { $pair }

## Утверждения

claims-title = Утверждения
claims-lead = { $count } { $count ->
        [one] утверждение, прочитанное
        [few] утверждения, прочитанных
       *[other] утверждений, прочитанных
    } в документах и проверенных по официальным данным; сначала новые документы.
claims-none = На этот день в реестре нет утверждений. Это значит, что их не вносили, а не что их не было.
claims-none-so = Ни одно утверждение в реестре не подходит под этот выбор. Выберите меньше условий или другой день.
claims-filter = Отбор утверждений
claims-pair = Пара
claims-kind = Вид
claims-outcome = Итог
claims-modality = Сказано как
claims-source = Источник
claims-since = С
claims-until = По
claims-any = все
claims-show = Показать
claims-clear = Сбросить

## Документы и авторы

documents-title = Документы
documents-lead = В реестре { $count } { $count ->
        [one] документ
        [few] документа
       *[other] документов
    }, сначала новые.
documents-none = На этот день в реестре нет документов. Это значит, что их не вносили, а не что их не было.
documents-none-so = Ни один документ в реестре не подходит под этот выбор. Выберите меньше условий или другой день.
documents-filter = Отбор документов
authors-title = Авторы
authors-lead = Документы в реестре подписали: { $count } { $count ->
        [one] человек
        [few] человека
       *[other] человек
    }.
authors-none = На этот день в реестре нет подписанных документов.
authors-no-note = Ни один документ в реестре не говорит, кто это.
authors-cut = Показаны первые { $count }; остальных найдёт поиск.

## Источники

sources-title = Источники
sources-lead = Известно издателей: { $sources }; их документов в реестре: { $documents }.
sources-figures = Откуда взяты официальные данные, сказано на странице:
sources-name = Источник
sources-country = Страна
sources-languages = Языки
sources-documents = Документы
sources-documents-of = Документы источника { $source }: { $count }
sources-none = в реестре нет
sources-no-country = международный
tiers-official = Правительства и их пресс-службы
tiers-agency = Информационные агентства
tiers-media = Другие СМИ

## Данные

datasets-title = Официальные данные
datasets-lead = Загружено таблиц ведомств: { $count }. Более поздняя цифра никогда не заменяет прежнюю, а становится рядом с ней.
datasets-by-country = { $country }: внешняя торговля по странам
datasets-announced = { $country }: внешняя торговля, как её объявляет ведомство
datasets-none = Ни одна таблица не загружена.
datasets-state = { $releases } { $releases ->
        [one] выпуск
        [few] выпуска
       *[other] выпусков
    }, последний известен с { $date }, в нём { $rows } { $rows ->
        [one] показатель
        [few] показателя
       *[other] показателей
    }.
datasets-stale = Устарело: следующий выпуск ожидался { $due }.
datasets-not-yet = На тот день ни один выпуск известен не был.
datasets-office = Ведомство
datasets-reporter = Отчитывается за страну
datasets-licence = Условия
datasets-address = Адрес
datasets-releases = { $count } { $count ->
        [one] выпуск
        [few] выпуска
       *[other] выпусков
    }
datasets-later = Выпусков, которые стали известны позже и не показаны: { $count }.
datasets-rows = { $count } { $count ->
        [one] показатель
        [few] показателя
       *[other] показателей
    }
datasets-loaded = Загружено { $date }.
datasets-basis-goods = только товары
datasets-basis-services = только услуги
datasets-basis-goods-and-services = товары и услуги
datasets-basis-unknown = товары или услуги, не сказано
published-stated = день публикации, как его называет ведомство
published-inferred = день публикации, установлен по косвенным данным
published-unknown = день загрузки, так как день публикации неизвестен
datasets-lacking-title = Чего нет
datasets-lacking = О стране, таблицы которой здесь нет, можно судить только по отчётности её партнёров. Утверждение, которому нужно больше, получает итог «нет данных» с указанием, чего не хватает.

## Определения

definitions-title = Определения
definitions-lead = Одно и то же число может значить разное. Определений { $count }, и они объявлены до чтения текстов; каждое утверждение проверяется по всем определениям своего вида.
definitions-version = Версия { $version }.
definitions-toc = Виды утверждений
definitions-letters = Как читать формулы
definitions-parties = Две страны в порядке, в котором их называет утверждение. Если порядка нет, то по кодам; первой стоит страна, которая отчитывается.
definitions-flows = Экспорт A в B и импорт A из B, как их сообщает названная страна.
definitions-sums = trade – экспорт и импорт вместе; total – торговля со всем миром; with_region – торговля с другими странами региона.
definitions-places = Регион, период, о котором говорит утверждение, и период, с которым он сравнивается.
definitions-formula = Формула
definitions-needs = Нужны
definitions-plain = Прямой смысл
definitions-never = никогда: только другое прочтение
definitions-always = всегда
definitions-example = Пример
definitions-address = Адрес определения { $id }
needs-first = экспорт и импорт с B, как их сообщает A
needs-second = экспорт и импорт с A, как их сообщает B
needs-both = отчётность и A, и B за период
needs-reconciled = оба потока по отчётности обеих сторон, если они считают одно и то же
needs-services = отчётность, в которой учтены и услуги
needs-totals = вся торговля каждой названной страны и всех стран региона
needs-region-pairs = отчётность о каждой паре стран региона
needs-region-members = отчётность каждой страны региона о торговле с остальными
needs-first-region = отчётность A о торговле с каждой страной региона
needs-second-region = отчётность B о торговле с каждой страной региона
needs-first-partners = отчётность A о торговле со всеми партнёрами
needs-second-partners = отчётность B о торговле со всеми партнёрами
needs-first-twice = отчётность A за оба периода
needs-second-twice = отчётность B за оба периода
needs-both-twice = отчётность и A, и B за оба периода
needs-services-twice = отчётность, в которой учтены и услуги, за оба периода
needs-series = годовой ряд отчётности; для вероятности – рост не менее чем за пять лет

## О знаках

marks-link = Что значат знаки
marks-title = Что значат знаки
marks-lead = Сплошная фигура – утверждение, кольцо – цель, пунктир – проверить не по чему. Рядом с каждым знаком стоит слово, а под цитатой – своя линия.
marks-outcomes = Итоги
marks-specimen = Товарооборот составил 4,5 млрд долларов
meaning-supported = Это число даёт прямой смысл слов.
meaning-supported-otherwise = Это число даёт не прямой смысл слов, а другое объявленное определение. Оно названо.
meaning-near = Прямой смысл слов даёт близкое число, но не до последней названной цифры.
meaning-not-comparable = Данные есть, но в другой валюте, с другим охватом или с другим составом.
meaning-no-data = Ничто из известного на тот день на это не отвечает.
meaning-contradicted = Прямой смысл слов даёт другое число, и ни одно другое определение этого числа не даёт.
meaning-open = Срок цели ещё не пришёл или не назван.
meaning-met = Цель достигнута в срок.
meaning-missed = Цель не достигнута в срок.
marks-claims-supported = Подтверждённые утверждения
marks-claims-supported-otherwise = Утверждения, подтверждённые по другому определению
marks-claims-near = Утверждения, близкие к данным
marks-claims-not-comparable = Несопоставимые утверждения
marks-claims-no-data = Утверждения, для которых нет данных
marks-claims-contradicted = Утверждения, противоречащие данным
marks-claims-open = Цели, срок которых впереди
marks-claims-met = Достигнутые цели
marks-claims-missed = Недостигнутые цели
marks-figures = Голоса и данные
marks-voices-title = Два голоса
marks-voices = Сказанное набрано шрифтом с засечками. Измеренное набрано простым шрифтом с цифрами одной ширины.
marks-reporters-title = Две отчётности
marks-reporters = Где об одной торговле сообщают обе страны, показаны обе цифры в порядке кодов стран: первая с тёмным кружком, вторая с оранжевым квадратом.
marks-numbers-title = Числа
marks-numbers = Число с пунктирной линией ведёт к данным, из которых оно получено. Итог проверки относится к числу, а не к человеку.

## Другие ошибки

fault-pair-filter = «{ $given }» – не пара стран. Напишите два кода стран заглавными буквами в алфавитном порядке, например KAZ-UZB.
fault-choice = Варианта «{ $given }» нет. Выберите один из списка.
fault-cursor = Такой части списка нет. Вернитесь к его началу.
fault-cursor-given = «{ $given }» – не часть этого списка. Вернитесь к его началу.
fault-no-author = Никто с таким адресом не подписывал документов, известных на тот день.
fault-no-dataset = Таблицы с таким названием нет. Таблицы называются по ведомству и таблице; все они есть в списке.
tier-official = официальный источник
tier-agency = информационное агентство
tier-media = СМИ

## Карточка

card-asserts = { $said } — это { $range }.
card-agree = Вычислимых определений: { $computed }; { $agree ->
        [0] не совпадает ни одно.
       *[other] совпадает: { $agree }.
    }
card-chance = Выдуманное число такой точности совпало бы в { $chance } случаях из 100.
card-open = Расчёт
card-close = Закрыть
card-inside = совпадает:
card-outside = не совпадает:
card-not-computed = нет данных
card-plain = (в прямом смысле)
card-back = К цитате
card-page = Постоянная страница

## Пара

pair-description = Торговля двух стран ({ $name }), как о ней сообщает каждая, и что о ней говорилось.
pair-lead-both = В { $year } году товарооборот составил { $one } по данным { $first-gen } и { $two } по данным { $second-gen }.
pair-lead-one = В { $year } году товарооборот составил { $value } по данным { $country-gen }; данных другой стороны в реестре нет.
pair-lead-none = В этот день данных об их торговле не было.
pair-year-before = К предыдущему году это { $first } и { $second }.
pair-lead-target = Цель — { $value }, срок: { $year } год.
pair-key-turnover = Товарооборот за { $year } год по данным каждой стороны, { $unit }
pair-key-change = По сравнению с { $year } годом
pair-key-target = Цель: { $value } в { $year } году
pair-key-target-undated = Цель: { $value }, срок не назван; темп до { $year } года
pair-a-year-needed = в год необходимо
pair-so-far = { $value } в год с { $from } по { $to } год, по данным { $country-gen }
pair-reports = по данным { $country-gen }
pair-contents = На этой странице
pair-contents-statements = Высказывания
pair-contents-targets = Цели
pair-contents-lacking = Не охвачено
pair-trade = Торговля
pair-no-figures = В этот день данных не было: они не загружены; это не значит, что торговли нет.
pair-statements = Что говорилось и что говорит статистика
pair-no-statements = В реестре ничего нет: не внесено; это не значит, что ничего не говорилось.
pair-statements-count = Высказываний: { $statements }, документов: { $documents }; всего утверждений об этой паре: { $claims }.
pair-tally = Высказывания по итогам проверки
pair-all-statements = Все высказывания, с отбором
pair-lacking = Что ещё не охвачено
pair-lacking-months = Помесячные таблицы и торговля по товарам не загружены. Для части года используются числа, которые объявило ведомство, если они есть.
pair-sources = Источники
pair-source = Источник
pair-covers = Охват
pair-counts = Учтено
pair-known = Известно с
pair-licence = Лицензия
pair-series = Ряд
pair-targets = Цели для их торговли
pair-target = Цель
pair-target-set = Впервые сказано
pair-target-reached = Достигнуто, { $unit } ({ $first } / { $second })
pair-target-outcome = Итог
pair-target-by = к концу { $year } года
pair-target-undated = без срока
pair-not-reported = не сообщается
pair-pace = Чтобы достичь { $value } в { $year } году, нужен рост { $needed } в год от числа за { $from } год по данным { $country-gen }.
pair-pace-working = Расчёт и вероятность достижения
pair-turnover = Товарооборот, как о нём сообщает каждая из двух стран
pair-turnover-more = Обе страны сообщают о большей торговле за { $to } год, чем за { $from }
pair-turnover-less = Обе страны сообщают о меньшей торговле за { $to } год, чем за { $from }
pair-turnover-below = { $subject }; о { $value } ещё не сообщила ни одна
pair-turnover-sub = Товарооборот: экспорт и импорт за год. Знаки — это высказывания, на их году и значении.
pair-turnover-how = Затенено: данных ещё нет. Пунктир: не наблюдалось.
pair-as-reports = по данным { $country-gen }
pair-needs = нужно { $percent } в год
pair-at-pace = при { $percent } в год
pair-mark-said = { $value } за { $year } год
pair-mark-plan = { $value }, план на { $year } год
pair-mark-target = { $value }, цель на { $year } год
pair-said-on = впервые { $date }
pair-computed = вычислено { $value }
pair-same-source = Источник: те же таблицы.
pair-numbers = Числа
pair-data = Данные:
pair-data-json = JSON: товарооборот этой пары
pair-table = Товарооборот, { $unit }
pair-table-label = Числа к графику товарооборота
pair-year = Год
pair-difference = Разница
pair-in-percent = В процентах
pair-gap-title = С { $from } по { $to } год два отчёта расходятся не более чем на { $percent }
pair-gap-sub = Товарооборот по данным { $first-gen } за вычетом товарооборота по данным { $second-gen }, { $unit }.
pair-reports-more = по данным { $country-gen } больше
pair-flows = Каждый поток, как его учитывают продавец и покупатель
pair-flows-more = В { $year } году экспорт { $seller-gen } был больше импорта из { $buyer-gen }, по отчётам обеих сторон
pair-flows-sub = Каждый поток, как его учитывают продавец и покупатель, { $unit }.
pair-flow = { $seller } → { $buyer }
pair-flow-described = График с { $from } по { $to } год: что { $seller } учитывает как проданное, а { $buyer } как купленное. Числа есть в ряду этой пары.
pair-sold = { $country }: экспорт
pair-bought = { $country }: импорт

## Документ

fault-no-document = Документа с таким номером в реестре нет.
fault-no-claim = Высказывания с таким номером в реестре нет.
fault-pair = «{ $given }» — не пара. Напишите два разных кода стран заглавными буквами, например KAZ-UZB.
document-untitled = Документ без заголовка
document-source = Источник
document-source-unknown = не известен
document-address = Адрес
document-published = Опубликовано
document-published-unknown = день не известен; впервые получено { $date }
document-author = Автор
document-seen = Получено
document-found = Что найдено
document-tally = Высказывания по итогам проверки
document-text = Цитаты с итогами проверки
document-no-claims = Высказываний с числами о двух странах в нём не найдено.
document-claims = Высказываний с числами: { $count }.
document-borne-out = Подтверждается так, как сказано: { $count }.
document-otherwise = Подтверждается только по другому определению, чем называют слова: { $count }.
document-not-borne-out = Не подтверждается: { $count }.
document-waiting = Ждёт данных или своего срока: { $count }.
document-cut = Показаны цитаты и не более { $around } знаков вокруг каждой; текст принадлежит издателю. «…» стоит вместо пропущенного.
document-gone = Текст больше не хранится; показаны цитаты и слова рядом с ними.
document-snapshots = Снимков: { $count }
document-snapshots-why = Страница менялась. Каждая её версия хранится под своим хешем.
document-snapshots-label = Снимки
document-bytes = Байты
document-data = Скачать
document-data-claims = Всё, что из него прочитано, с итогами проверки:
note-event = Событие
note-official = Должностное лицо
note-project = Проект
note-remark = Замечание
note-nobody = никто не назван
note-planned = намечено
event-kind-commission-session = заседание комиссии
event-kind-meeting = встреча
event-kind-visit = визит
event-kind-forum = форум
event-kind-signing = подписание
event-kind-summit = саммит
event-kind-other = событие
project-stage-announced = объявлен
project-stage-agreed = согласован
project-stage-financed = профинансирован
project-stage-under-construction = строится
project-stage-launched = запущен
project-stage-suspended = приостановлен
project-stage-cancelled = отменён
remark-topic-relations = об отношениях
remark-topic-trade = о торговле
remark-topic-potential = о потенциале
remark-topic-partner-rank = о месте среди партнёров

## Утверждение

finding-supported = { $said }: совпадает с официальными данными
finding-supported-one-side = { $said }: совпадает только с данными { $country-gen }
finding-supported-otherwise = { $said }: совпадает только по другому определению, чем называют слова
finding-near = { $said }: близко к официальным данным, но не то же
finding-not-comparable = { $said }: с имеющимися данными сравнить нельзя
finding-no-data = { $said }: по известным данным проверить нельзя
finding-contradicted = { $said }: официальные данные дают другое число
finding-open = { $said }: срок ещё не наступил
finding-open-pace = { $said }: нужен рост { $needed } в год по данным { $country-gen }
finding-met = { $said }: достигнуто
finding-met-one-side = { $said }: достигнуто только по данным { $country-gen }
finding-missed = { $said }: не достигнуто
claim-working = Расчёт
claim-attributed = Со ссылкой на: { $name }.
claim-gone = В новой версии страницы этого больше нет.
claim-reading = Как это прочитано
claim-kind-label = Вид
claim-number = Число
claim-countries = Страны
claim-of = От чего
claim-trade-of = торговля { $scope-gen }
claim-trade-with = торговля { $country-gen } с другими странами: { $scope }
claim-period = Период
claim-assumed = (не назван; последний полный год на тот день)
claim-no-period = не назван
claim-base = По сравнению с
claim-place = Место
claim-product = Товар
claim-confidence = Уверенность
doubt-unit-of-neighbour = единица взята у соседнего числа
doubt-no-currency = валюта не указана
doubt-no-indicator = рядом с числом не сказано, что считается
doubt-no-countries = в предложении не названы обе страны
doubt-no-direction = не сказано, какая страна продаёт
claim-known = Известно на
claim-definitions = Все проверенные определения
claim-no-definitions = Нет: статистика торговли на высказывания этого вида не отвечает.
claim-definitions-how = Полоса — то, что утверждают слова; точка — то, что даёт определение.
claim-definition = Определение
claim-gives = Даёт
claim-against = Против { $value }
claim-said = сказано: { $value }
claim-inputs = Шкала и исходные числа
claim-inputs-count = Исходные числа: { $count }
claim-missing = Чего не хватает
claim-lacks = Не хватает: { $what }
claim-lacking = вычислить нельзя
claim-within-rounding = в пределах округления
claim-inside = совпадает
claim-outside = не совпадает
claim-pace = Что нужно, чтобы успеть к концу { $period } года
claim-pace-label = Темп по данным каждой стороны
claim-reporter = По данным
claim-latest = Последнее
claim-needed = Нужно в год
claim-so-far = Было в год
claim-median = Прогноз, медиана
claim-chance = Вероятность
claim-too-few = слишком мало лет
claim-pace-how = Прогноз и вероятность следуют из роста прошлых лет, взятого как случайное блуждание со сносом; это не обещание.
claim-others = Кто ещё это говорил
claim-others-none = Других высказываний того же вида об этой паре и периоде в реестре нет.
claim-others-how = Высказывания того же вида об этой паре и периоде, сначала новые. Одно и то же число в нескольких документах — одно высказывание.
claim-history = История проверки
claim-history-none = В реестре проверок ещё не было; показанная выше вычислена для этой страницы.
claim-grid = Определения, версия
claim-verdict = Итог
claim-address = Адрес
claim-on-file = Показанный выше итог есть в реестре. Если новый выпуск изменит исходное число, рядом будет записан новый итог.
claim-computed = Показанный выше итог вычислен для этой страницы по тому, что было известно на её день; в реестре его нет.
claim-cite = Ссылка
claim-citation = Entente, утверждение { $id }: { $said } ({ $date }). { $outcome }. По известному на { $known }.
claim-data = Данные:

## Проверка текста

check-title = Проверить текст
check-lead = Вставьте черновик или опубликованный текст о торговле двух стран. Каждое число будет прочитано, вычислено заново по официальной статистике и показано с расчётом.
check-text = Текст
check-hint = Ничего не сохраняется. «Прошлый год» считается от дня публикации.
check-limit = Помещается примерно { $cyrillic } букв кириллицы или { $latin } латиницы.
check-address = или адрес
check-published = Опубликовано
check-lang = Язык
check-lang-auto = определить
check-button = Проверить
check-wrong-empty = Вставьте текст или напишите адрес страницы.
check-wrong-both = Дайте текст или адрес, не то и другое.
check-wrong-day = «{ $given }» — не день. Напишите год, месяц и день, например 2024-07-13.
check-wrong-lang = «{ $given }» — не язык, на котором читаются тексты. Выберите из списка.
check-wrong-address = Напишите адрес, который начинается с https:// или http://.
check-wrong-page = Страницу нельзя прочитать: { $why }
check-wrong-text = Текст нельзя прочитать: { $why }
check-nothing = Высказываний с числами о двух странах не найдено. Проверить можно товарооборот, экспорт, импорт, сальдо, рост, доли, места и цели в торговле двух стран.
check-count = Утверждений: { $count }
check-tally = Утверждения по итогам проверки
check-table = Таблицей
check-said = Сказано
check-read-as = Прочитано как
check-computed = Вычислено
check-verdict = Итог
check-known = Проверено по тому, что было известно на { $date }; выпусков статистики, на которых стоят итоги: { $count }.
check-stored = Ничего из присланного не сохраняется.
