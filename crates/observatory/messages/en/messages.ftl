# Messages of the observatory itself. Those of verdicts stand in the analysis crate.

remark-rank = By turnover as { $of } reports it, { $partner } was { $rank } of { $partners } partners in { $period }.
remark-rank-unknown = What { $of } reports of its partners in { $period } was not known on that day, so the rank of { $partner } cannot be computed.

## How values are written: separators, scales, units, months, periods

number-group = ,
number-decimal = .
number-minus = -
# What stands between a number and its unit.
number-joint = { " " }

scale-trillion = { $value } trillion
scale-billion = { $value } billion
scale-million = { $value } million

quantity-usd = { $sign }${ $value }
quantity-money = { $code } { $sign }{ $value }
quantity-percent = { $value }%
quantity-times = { $value } times
quantity-rank = { $value }{ NUMBER($value, type: "ordinal") ->
        [one] st
        [two] nd
        [few] rd
       *[other] th
    }
quantity-per-week = { $value } a week
quantity-pieces = { $value } units
quantity-jobs = { $value } jobs
quantity-tonnes = { $value } tonnes
quantity-hectares = { $value } ha
quantity-kilometres = { $value } km
quantity-megawatts = { $value } MW
quantity-square-metres = { $value } m2
quantity-cubic-metres = { $value } m3

month-january = January
month-february = February
month-march = March
month-april = April
month-may = May
month-june = June
month-july = July
month-august = August
month-september = September
month-october = October
month-november = November
month-december = December

date = { $day } { $month } { $year }
period-year = { $year }
period-first-half = the first half of { $year }
period-second-half = the second half of { $year }
period-quarter = quarter { $quarter } of { $year }
period-month = { $from } { $year }
period-months = { $from } to { $to } { $year }
period-months-of-years = { $from } { $from-year } to { $to } { $year }

## Why statements about one quantity do not fit together

conflict-scale = One of these numbers has slipped by its scale: a thousand times, or ten times, too small.
conflict-currency = The same number is given in two currencies.
conflict-denominator = The same share is told of two different wholes.
conflict-period = A figure for a part of the year is also told as the whole year's.
conflict-place = A figure for one place is also told as the whole country's.
conflict-stage = A figure is told once as planned and once as done.
conflict-addition = A part is told as an addition to its whole.
conflict-stale = An earlier year's figure is told again for a later year.
conflict-series = A part of the year is told as more than the whole year.
conflict-revision = A later figure took the place of an earlier one.
conflict-agreement = What is said agrees.
conflict-unexplained = The figures do not agree, and no cause is evident.

## What is on file beside a text that is checked

on-file-repeats = On file since { $day }: { $who } says "{ $quote }", which agrees.
on-file-revises = On file since { $day }: { $who } says "{ $quote }". { $why }
on-file-conflicts = On file since { $day }: { $who } says "{ $quote }", which does not fit. { $why }
on-file-moves = On file since { $day }: { $who } names another target, "{ $quote }".
