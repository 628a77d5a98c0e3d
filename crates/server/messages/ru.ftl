# Слова страниц по-русски. Один файл на язык; ключи и аргументы во всех одни и те же.

## Рамка

skip = Перейти к содержанию
nav-main = Главное меню
nav-main-small = Главное меню, малый экран
nav-language = Язык
nav-language-small = Язык, малый экран
nav-menu = Меню
nav-trail = Вы здесь
nav-pairs = Пары стран
nav-check = Проверить текст
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
