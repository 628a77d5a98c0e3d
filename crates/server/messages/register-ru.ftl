
## Реестр, расхождения, проверка людьми, вход

nav-conflicts = Что не сходится
nav-review = На проверку
nav-register = Реестр
nav-items = Поручения
nav-projects = Проекты
nav-agreements = Соглашения
nav-authors = Авторы
nav-basis = Источники и данные

foot-editors = Редакторам
sign-in-title = Войти
sign-in-lead = Кто ведёт реестр, входит по токену. Читать можно без него.
sign-in-token = Токен
sign-in-hint = Токены выдаёт тот, кто держит сервер: «entente token create». Токен двенадцать часов хранится в cookie этого браузера.
sign-in-wrong = Такого токена нет, или он отозван.
sign-in-button = Войти
signed-in = Вы вошли как { $name }.
sign-out = Выйти

fault-title-not-yours = Вам это недоступно
fault-title-conflict = Кто-то успел раньше
fault-foreign = Страница другого сайта здесь ничего изменить не может. Воспользуйтесь формой на этом сайте.
fault-sign-in = Сначала войдите как редактор.
fault-form = Эта форма открыта до того, как вы вошли. Откройте страницу снова и отправьте её форму.
fault-role = Ваш токен позволяет читать. Чтобы изменять, нужна роль редактора.
fault-why = Напишите, почему. Это хранится вместе с изменением.
fault-conflict = Вы видели версию { $given }, а теперь это версия { $found }. Ничего не изменено. Откройте страницу снова, посмотрите, что нового, и отправьте изменение ещё раз.
fault-value = «{ $given }» не подходит для этого поля.
fault-missing = Это поле нужно заполнить.
fault-same = Так там уже и написано. Ничего не изменено.
fault-exists = Это уже есть в реестре.
fault-evidence = Напишите, откуда это известно: адрес, документ, протокол.
fault-no-entry = По этому адресу в реестре ничего нет. Возможно, это внесено позже дня, за который отвечает страница.

register-no-state = неизвестно
register-overdue = просрочено
register-unknown = неизвестно
register-body = { $country }: { $body }
register-narrow = Сузить список
register-none = На этот день в реестре ничего нет: не внесено, а не «ничего не существует».
register-none-so = Под этот выбор ничего не подходит. Уберите часть условий или возьмите другой день.
register-lane-none = нет
register-lane-more = и ещё { $count }
register-state = Статус
register-csv = Таблица (CSV)
register-since = с { $date }
register-changed = Изменение внесено.
register-merged = Это другое сообщение о том же проекте.
register-merged-into = К этому проекту
register-known = Что известно
register-states = Как шло дело
register-pair = Пара
register-since-day = С какого дня
register-evidence = Откуда известно
register-no-evidence = не сказано
register-entered = Кто внёс
register-no-states = К этому дню статус не был известен.
register-trail = Кто что изменил

item-status-open = не начато
item-status-in-progress = исполняется
item-status-done = исполнено
item-status-dropped = снято
item-status-carried-over = перенесено
agreement-status-draft = разрабатывается
agreement-status-agreed = согласовано
agreement-status-ready-for-signature = готово к подписанию
agreement-status-signed = подписано
agreement-status-in-force = действует
agreement-status-ended = прекращено

entry-field-text = что сделать
entry-field-session = заседание
entry-field-sector = отрасль
entry-field-first-body = ответственный, первая страна
entry-field-second-body = ответственный, вторая страна
entry-field-deadline = срок
entry-field-move = чей ход
entry-field-name = название
entry-field-country = страна
entry-field-region = регион
entry-field-place = место
entry-field-value = стоимость
entry-field-currency = валюта
entry-field-jobs = рабочие места
entry-field-capacity = мощность в год
entry-field-partners = участники
entry-field-note = примечание
entry-field-title = название
entry-field-type = вид
entry-field-day = день подписания
entry-field-documents = документы

items-title = Поручения
items-about = Что решили комиссии, кто отвечает и к какому сроку.
items-lead = { $count ->
        [0] Таких решений комиссий нет.
        [one] { $count } решение комиссий
        [few] { $count } решения комиссий
       *[many] { $count } решений комиссий
    }{ $count ->
        [0] {" "}
       *[other] {". "}
    }Просрочено: { $overdue }.
items-as-list = Список
items-as-board = Доска
items-as-months = По месяцам
items-calendar = Календарь
items-deadline = Срок
items-no-deadline = без срока
items-what = Что сделать
items-who = Ответственные
items-move = Следующий ход: { $country }
items-by = к { $date }
items-due = Срок истекает
items-within = { $count ->
        [one] в течение { $count } дня
       *[other] в течение { $count } дней
    }
items-lane-open = Не начато
items-lane-in-progress = Исполняется
items-lane-carried-over = Перенесено
items-lane-done = Исполнено или снято

agreements-title = Соглашения
agreements-about = Соглашения двух стран, от проекта до подписи.
agreements-lead = { $count ->
        [one] { $count } соглашение двух стран, от проекта до подписи.
        [few] { $count } соглашения двух стран, от проекта до подписи.
       *[many] { $count } соглашений двух стран, от проекта до подписи.
    }
agreements-lane-draft = Разрабатываются
agreements-lane-agreed = Согласованы
agreements-lane-ready = Готовы к подписанию
agreements-lane-signed = Подписаны
agreements-ended = { $count ->
        [one] { $count } соглашение больше не действует
        [few] { $count } соглашения больше не действуют
       *[many] { $count } соглашений больше не действуют
    }
agreements-no-status = { $count ->
        [one] Ещё у { $count } соглашения статус неизвестен.
       *[other] Ещё у { $count } соглашений статус неизвестен.
    }

home-due = Ближайшие сроки
home-all-items = Все поручения

projects-title = Совместные проекты
projects-finding = { $launched ->
        [0] { $total ->
                [one] Единственный совместный проект ещё не запущен
               *[other] Из { $total } совместных проектов не запущен ни один
            }
       *[other] Из { $total } совместных проектов { $launched ->
                [one] запущен
               *[other] запущено
            } { $launched }
    }
projects-lead = Каждый проект со всеми стадиями и с тем, откуда каждая известна, и что они дают в сумме.
projects-ladder = Портфель в сумме
projects-ladder-how = Намеченные – объявленные и согласованные; осуществляемые – профинансированные и строящиеся; осуществлённые – запущенные.
projects-portion = Часть портфеля
projects-projects = Проекты
projects-value = Стоимость
projects-jobs = Рабочие места
projects-part = Доля всех
projects-without = у { $count } неизвестно
projects-stopped = { $count ->
        [one] { $count } проект приостановлен или отменён и сюда не входит.
        [few] { $count } проекта приостановлены или отменены и сюда не входят.
       *[many] { $count } проектов приостановлены или отменены и сюда не входят.
    }
projects-by-sector = По отраслям
projects-sector = Отрасль
projects-no-sector = отрасль неизвестна
projects-conversion = Что с ними стало
projects-conversion-how = По году, когда о проекте впервые сообщили.
projects-year = Год
projects-announced = Впервые сообщено
projects-launched = С тех пор запущено
projects-launched-part = Доля запущенных
projects-ended = Приостановлено или отменено
projects-list = Каждый проект
projects-count = { $count ->
        [one] { $count } проект
        [few] { $count } проекта
       *[many] { $count } проектов
    }
projects-name = Проект
projects-stage = Стадия
projects-place = Где

isic-A = сельское, лесное и рыбное хозяйство
isic-B = добыча полезных ископаемых
isic-C = обрабатывающая промышленность
isic-D = электроэнергия и газ
isic-E = вода и отходы
isic-F = строительство
isic-G = торговля и ремонт
isic-H = транспорт и складирование
isic-I = размещение и питание
isic-J = информация и связь
isic-K = финансы и страхование
isic-L = недвижимость
isic-M = профессиональная и научная деятельность
isic-N = административные услуги
isic-O = государственное управление
isic-P = образование
isic-Q = здравоохранение и социальные услуги
isic-R = искусство и отдых
isic-S = прочие услуги
isic-T = домашние хозяйства
isic-U = международные организации

conflicts-title = Что не сходится
conflicts-about = Утверждения в реестре, которые не сходятся друг с другом, и причина, если она видна.
conflicts-lead = { $conflicts ->
        [one] { $conflicts } расхождение
        [few] { $conflicts } расхождения
       *[many] { $conflicts } расхождений
    } между утверждениями в реестре; чисел, на смену которым пришли более поздние: { $revisions }. Почти одинаковые тексты – один голос.
conflicts-none = На этот день никакие два утверждения в реестре не спорят друг с другом.
conflicts-none-so = На этот день никакие два утверждения об этой паре не спорят друг с другом.
conflicts-ruler = Полоса – то, что говорит первое утверждение; каждая точка – другое, закрашена та, что сходится.
conflicts-more = и ещё { $count }
conflicts-voices = { $count ->
        [one] { $count } голос
        [few] { $count } голоса
       *[many] { $count } голосов
    }
conflicts-copy = почти то же, что более ранний текст
conflict-title = Что сказано
conflict-accepted = Просмотрено
conflict-reviews = Что об этом говорят люди
conflict-no-reviews = Пока никто не сказал, есть ли здесь расхождение.
conflict-all = Всё, что не сходится
fault-no-conflict = На этот день в реестре нет таких расходящихся утверждений.
standing-conflict = Расхождение
standing-revision = Уточнение
standing-agreement = Согласие
cause-scale = Сбой порядка величины
cause-currency = Другая валюта
cause-denominator = Другое целое
cause-period = Другой период
cause-place = Другое место
cause-stage = План назван сделанным
cause-addition = Часть названа прибавкой
cause-stale = Старое число
cause-series = Часть больше целого

review-title = На проверку
review-about = Утверждения, прочитанные неуверенно, и проекты, похожие на один, о котором сообщили дважды.
review-lead = Прочитано неуверенно: { $claims ->
        [one] { $claims } утверждение
        [few] { $claims } утверждения
       *[many] { $claims } утверждений
    }. Похоже, о проекте сообщили дважды: { $merges ->
        [one] { $merges } пара.
        [few] { $merges } пары.
       *[many] { $merges } пар.
    }
review-sign-in = Кто вошёл как редактор, здесь принимает, исправляет и отклоняет.
review-today-only = Формы есть только на странице за сегодня.
review-claims = Утверждения
review-none = Ни одно утверждение не ждёт.
review-sure = уверенность { $percent }
review-read-as = Прочитано так:
review-note = Почему
review-accept = Принять
review-reject = Отклонить
review-correct = Исправить
review-correct-how = Пишите значение так, как оно стоит в данных: 4500000000 вместо 4,5 млрд, USD, 2023, KAZ-UZB. Пусто, если в тексте этого нет.
review-merges = Сообщили дважды?
review-merges-how = Названия, в которых совпадает большинство слов, тех же стран и не в разных местах.
review-is-perhaps = – возможно, то же, что
review-alike = совпадает { $percent } слов
review-merge = Это один проект
review-apart = Это два проекта
review-done-accepted = Утверждение принято.
review-done-rejected = Утверждение отклонено: его больше нет в списках, но оно хранится.
review-done-corrected = Исправление внесено.
review-done-merged = Теперь это один проект.
review-done-stands = Записано, что расхождение есть.
review-done-none = Записано, что расхождения нет: в списках его больше нет.
review-stands = Расхождение есть
review-no-conflict = Расхождения нет
review-conflicts-by-pair = Расхождения просматривают по парам: выберите пару выше.
review-conflicts-none = Об этой паре ни одно расхождение не ждёт.
review-done-apart = Это два проекта, и больше их не предлагают объединить.

corrections-title = Что люди сказали поверх прочитанного
corrections-none = Это утверждение никто не исправлял и не принимал.
corrections-accepted = Принято как есть
corrections-rejected = Отклонено: такого утверждения нет
corrections-nothing = ничего

claim-field-kind = вид
claim-field-parties = страны
claim-field-of = от чего
claim-field-value = значение
claim-field-unit = единица
claim-field-bound = граница
claim-field-side = сторона
claim-field-period = период
claim-field-modality = сказано как
claim-field-stage = часть портфеля
claim-field-sector = отрасль
claim-field-from = откуда
claim-field-to = куда
claim-field-place = место
claim-field-base = по сравнению с
claim-field-measure = мера
claim-field-scope = охват
claim-field-subject = предмет
claim-field-basis = основа
claim-field-product = товар
claim-field-per = за
claim-field-speaker = кто сказал
claim-field-source = со ссылкой на
claim-field-review = проверка

edit-title = Изменить
edit-how = Каждое изменение хранится с тем, кто, когда и почему его внёс. Если кто-то изменил это после того, как вы открыли страницу, вам об этом скажут, и ничего не пропадёт.
edit-state = Новый статус
edit-field = Одно поле
edit-which = Поле
edit-value = Правильно
edit-why = Почему
edit-save = Сохранить

pair-sides = Почему два отчёта расходятся
pair-contents-sides = Две стороны
pair-sides-how = Каждый поток так, как его записали продавец и покупатель. В месте прибытия товар дороже: у покупателя ожидается в { $factor } раза больше, чем у продавца.
pair-sides-more = { $flow }, { $year }: у покупателя на { $gap } больше
pair-sides-less = { $flow }, { $year }: у покупателя на { $gap } меньше
pair-sides-same = { $flow }, { $year }: у обоих одно и то же
pair-sides-seller = { $country }, продавец
pair-sides-buyer = { $country }, покупатель
pair-sides-after = Разрыв после фрахта
pair-sides-not-comparable = Стороны считают разное: разрыв между ними не противоречие.
pair-sides-no-cause = Причины неизвестны.
pair-sides-years = Все годы числами
pair-sides-caption = Продавец и покупатель, { $unit }
pair-sides-flow = Поток
pair-sides-sold = У продавца
pair-sides-bought = У покупателя
pair-sides-gap = Покупатель минус продавец
effect-explains = объясняет
effect-widens = тянет в другую сторону
effect-named = размер неизвестен

pair-register = Реестр
pair-none-entered = В реестре нет: не внесено, а не «не существует».
pair-items = { $count ->
        [one] { $count } поручение не исполнено
        [few] { $count } поручения не исполнены
       *[many] { $count } поручений не исполнены
    }
pair-projects = { $count ->
        [one] { $count } совместный проект
        [few] { $count } совместных проекта
       *[many] { $count } совместных проектов
    }
pair-projects-launched = Запущено: { $count }.
pair-agreements = { $count ->
        [one] { $count } соглашение
        [few] { $count } соглашения
       *[many] { $count } соглашений
    }
pair-agreements-lanes = От проекта до подписи, в четырёх столбцах.
pair-conflicts = Утверждения об этих двух странах, которые не сходятся, и причина, если она видна.
