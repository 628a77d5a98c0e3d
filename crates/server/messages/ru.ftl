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
fault-title-unavailable = Ещё не готово
fault-title-inside = Страницу не удалось составить
fault-no-page = По этому адресу нет страницы. Адреса страниц пишутся строчными буквами; пара – это два кода стран заглавными буквами в алфавитном порядке, например /pairs/KAZ-UZB.
fault-not-on-file = Того, что назвал адрес, в реестре нет. Возможно, оно в другом реестре или не вносилось.
fault-request = Сервер не понимает этого запроса.
fault-day = «{ $given }» – не дата. Напишите год, месяц и день, например 2024-07-13.
fault-starting = Реестр открывается. Попробуйте ещё раз через минуту.
fault-inside = Внутри произошла ошибка. Что именно, говорит журнал сервера.
fault-where = Адрес: { $path }.
fault-where-field = Адрес: { $path }, поле «{ $field }».
fault-status = Код { $status }.
fault-to-start = На главную
fault-to-search = Поиск

## Что сказано, словами

quote = «{ $text }»
stated-about = около { $value }
stated-nearly = почти { $value }
stated-over = более { $value }
stated-under = менее { $value }
stated-up-to = до { $value }
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
lang-en = на английском языке
lang-ru = на русском языке
lang-kk = на казахском языке
lang-uz = на узбекском языке
lang-und = язык не определён

## Списки

said-not-checked = На этот день не проверено
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
needs-reconciled = показатель, который согласовали обе стороны
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
