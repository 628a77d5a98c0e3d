
## Что рассказывают документы: комиссии, должностные лица, цели, справка

nav-commissions = Комиссии
nav-officials = Должностные лица
nav-targets = Цели

commissions-title = Комиссии
commissions-about = Межправительственные комиссии и их заседания по документам.
commissions-lead = Комиссий: { $commissions }; заседаний: { $sessions }. Всё собрано из документов, которые о них рассказывают.
commissions-none = На этот день ни один документ не рассказывает о комиссиях: не внесено, а не «не существует».
commissions-sessions = { $count ->
        [one] { $count } заседание в реестре
        [few] { $count } заседания в реестре
       *[many] { $count } заседаний в реестре
    }
commissions-last = Последнее заседание
commissions-next = Следующее заседание
commissions-chairs = Сопредседатели
commissions-range = { $first } – { $last }
sessions-title = Заседания
sessions-number = { $number }-е заседание
sessions-of-day = Заседание { $date }
sessions-unnumbered = Заседание без номера
sessions-planned = намечено
sessions-day = День
sessions-other-days = В других текстах:
sessions-people = Также были
sessions-agenda = О чём говорили
sessions-next = Следующее за ним
sessions-told-by = { $count ->
        [one] Рассказывает { $count } голос
        [few] Рассказывают { $count } голоса
       *[many] Рассказывают { $count } голосов
    }
session-status-held = состоялось
session-status-planned = намечено
fault-no-session = На этот день ни один документ не рассказывает о таком заседании.
since-title = Что изменилось с тех пор
since-how = Что стало известно после { $date }.
since-claims = { $count ->
        [one] { $count } новое утверждение
        [few] { $count } новых утверждения
       *[many] { $count } новых утверждений
    }
since-projects = { $count ->
        [one] { $count } проект сменил стадию
        [few] { $count } проекта сменили стадию
       *[many] { $count } проектов сменили стадию
    }
since-items = { $count ->
        [one] { $count } поручение сменило статус
        [few] { $count } поручения сменили статус
       *[many] { $count } поручений сменили статус
    }
since-overdue = { $count ->
        [one] { $count } поручение просрочено
        [few] { $count } поручения просрочены
       *[many] { $count } поручений просрочено
    }

officials-title = Должностные лица
officials-about = Кто с какой должностью и с какого по какое время назван, по документам.
officials-lead = Названо с должностью: { $count ->
        [one] { $count } человек.
        [few] { $count } человека.
       *[many] { $count } человек.
    }
officials-none = На этот день ни один документ не называет должностных лиц: не внесено, а не «не существует».
officials-name = Имя
officials-on = назван так { $date }
officials-from-to = назван так с { $from } по { $to }
officials-also = Пишут также
officials-offices = Должности
officials-offices-how = Дни – первого и последнего документа, где так сказано, а не назначения.
officials-led = Вёл эти заседания
officials-told = { $count ->
        [one] { $count } документ
        [few] { $count } документа
       *[many] { $count } документов
    }
fault-no-official = На этот день ни один документ не называет такого человека.

targets-title = Цели
targets-about = Кто, какое значение и к какому сроку поставил, что стало с каждой целью и какой рост она требует.
targets-lead = { $count ->
        [one] { $count } цель со всеми значениями, которые для неё ставили.
        [few] { $count } цели, каждая со всеми значениями, которые для неё ставили.
       *[many] { $count } целей, каждая со всеми значениями, которые для неё ставили.
    }
targets-none = На этот день целей в реестре нет: не внесено, а не «не существует».
targets-by = { $value } к { $year } году
targets-undated = { $value }, срок не назван
targets-pace = { $country }, свои данные: нужно { $needed } в год, начиная с { $from }.
targets-so-far = До сих пор было { $percent } в год.
targets-chance = При росте, как в прошлые годы, цель достигается в { $percent } случаев.
targets-values = Все поставленные значения
targets-value = Значение
targets-set = Поставлено
targets-last = Последний раз
targets-history = { $count ->
        [one] { $count } высказывание
        [few] { $count } высказывания
       *[many] { $count } высказываний
    }
targets-tested = Насколько верны были шансы
targets-brier = Оценка Брайера { $score }, шансов: { $count }; лучшая 0, у монеты 0,25.
targets-untested = Ни одну завершённую цель пока нельзя проверить.
targets-too-few = Когда их меньше двадцати, о калибровке шансов ничего сказать нельзя.
target-status-open = открыта
target-status-met = достигнута
target-status-missed = не достигнута
target-status-no-data = нет данных
target-status-moved = перенесена
target-status-dropped = оставлена
change-set = поставлена
change-repeated = повторена
change-dated = назван срок
change-raised = повышена
change-lowered = понижена
change-postponed = отложена
change-brought-forward = приближена
change-undated = названа, день не известен
change-step = шаг на пути

brief-title = Справка
brief-none = На этот день об этих двух странах в реестре ничего нет: не внесено, а не «ничего не существует».
brief-notes = На чём стоит каждое предложение
brief-evidence = основание
brief-evidence-of = Основание примечания { $number }

portfolio-title = Что говорят и что в реестре
portfolio-how = Последнее сказанное число по каждой части портфеля, то, что есть в реестре, и неучтённый остаток.
portfolio-said = Сказано
portfolio-register = В реестре
portfolio-rest = Не учтено
portfolio-known = Когда сказано
portfolio-ladders = Складываются ли части в целое?
portfolio-holds = сходится
portfolio-fails = не сходится
portfolio-conflicts = { $count ->
        [one] { $count } расхождение между утверждениями о портфеле
        [few] { $count } расхождения между утверждениями о портфеле
       *[many] { $count } расхождений между утверждениями о портфеле
    }
portfolio-merges = { $count ->
        [one] { $count } пара проектов похожа на один, о котором сообщили дважды
        [few] { $count } пары проектов похожи на один, о котором сообщили дважды
       *[many] { $count } пар проектов похожи на один, о котором сообщили дважды
    }

commission-business-council = деловой совет
commission-demarcation = комиссия по демаркации
commission-intergovernmental = межправительственная комиссия
commission-interparliamentary = межпарламентская комиссия
commission-water = комиссия по воде
commission-working-group = рабочая группа

pair-brief = Справка на двух страницах
pair-commissions = Комиссии и заседания
pair-last-session = Последнее заседание: { $session }
pair-targets-all = Все цели и их история
