# What verdicts say, in English. Keys and arguments are listed in src/messages.rs.
# Countries, regions, periods, numbers and quantities are written by whoever renders the message.

## Whole sentences: the summary of a verdict

# A claim that names more or fewer than two countries.
summary-parties = It names { $count } countries; a figure of trade between two cannot answer it.
# A share, or another claim, that does not say what it is a part of.
summary-whole = It does not say what it is a part of, or that is not the trade of either country.
# A number beyond exact arithmetic.
summary-beyond-arithmetic = Its number is beyond exact arithmetic, so nothing can be set against it.
# Project portfolios.
summary-register = Trade statistics do not answer this; the register of projects and other documents do.
# Every other kind that is no trade.
summary-other-documents = Trade statistics do not answer this; other documents may.
# Every plain reading agrees, or the only one there is.
summary-supported = { $agree }.
# One party's report agrees; the other's does not or is missing.
summary-supported-one-side = { $agree }; { $other }.
# A definition agrees that is not what the words plainly mean.
summary-supported-otherwise = Not by its plain reading: { $plain }. It is reproduced otherwise: { $agree }.
# A plain reading comes close.
summary-near = Close, but not the same: { $plain }.
# Values exist, on another basis, currency or coverage only.
summary-not-comparable = Figures exist that cannot be set against it ({ $difference }): { $plain }.
# A plain reading lacks its observations.
summary-no-data = It cannot be checked with what was known: { $plain }.
# Every plain reading gives another number.
summary-contradicted = The reports give another number: { $plain }.
# A target whose deadline lies ahead.
summary-open-dated = Open until the end of { $deadline }: { $paces }.
# A target without a date, with the pace to the declared horizon.
summary-open-undated = Open, for no date is given; to reach it by { $horizon }, { $paces }.
# A target that no pace can be told for.
summary-open = Open: its time has not come, or none is given.
# A target that was reached by a plain reading.
summary-met = Reached: { $plain }.
# A target that only one party's report says was reached.
summary-met-one-side = Reached by { $reporter }'s report only: { $plain }.
# A target that was not reached.
summary-missed = Not reached, short by { $shortfall }: { $plain }.

## Readings, as parts of a sentence

# A reading that agrees, or whose value is only told.
reading-gives = { $what } gives { $value } for { $period }
# A rounded figure whose interval meets the claim's.
reading-gives-rounded = { $what } gives { $value } for { $period }, a rounded figure that agrees within its rounding
# A value outside of what the claim asserts, by the claim's bound.
reading-differs-exact = { $what } gives { $value } for { $period }, which does not round to { $stated }
reading-differs-count = { $what } gives { $value } for { $period }, not { $stated }
reading-differs-about = { $what } gives { $value } for { $period }, which is not about { $stated }
reading-differs-over = { $what } gives { $value } for { $period }, which is not over { $stated }
reading-differs-under = { $what } gives { $value } for { $period }, which is not under { $stated }
reading-differs-up-to = { $what } gives { $value } for { $period }, which is more than { $stated }
# A report is missing.
reading-missing = { $what } for { $period } is not among the figures known on that day
# Some of several reports are missing.
reading-lacking = { $what } for { $period } cannot be computed from the figures known on that day
# A period compared with another.
period-against = { $period } against { $base }
# What one reporter's figures say of a target.
pace = { $reporter }'s figures need { $needed } a year from { $value } in { $period }

## Differences that make figures not comparable

difference-coverage = they cover more than the claim does
difference-unit = they are in another currency or unit
difference-basis = goods and services are not counted alike, or the publisher does not say

## What is counted, as a part of a sentence

basis-goods = goods only
basis-services = services only
basis-goods-and-services = goods and services
basis-unknown = trade without saying whether services are in it

## Notes: whole sentences beside the verdict

# The claim names no period.
note-assumed-period = It names no period; { $period }, the latest year that was complete when it was said, is assumed.
# A report counts something else than the claim means.
note-basis = { $reporter }'s report counts { $basis }; the claim is read as { $claimed }.
# A report was turned into the claim's money.
note-converted = Converted at the average rate for { $period }: { $rate } { $money } a dollar ({ $dataset }).
# A value above an "over", or below an "under".
note-excess = The value lies beyond the number named by { $excess }.
# The same by more than a quarter.
note-loose = The number is loose: the value lies beyond it by { $excess }.
# A reader may want to know where things go.
note-below-year-before = By { $reporter }'s report the figure for { $period } is { $change } below that for { $before }.
note-above-year-before = By { $reporter }'s report the figure for { $period } is { $change } above that for { $before }.
# A total that no publisher gives.
note-world-summed = { $country }'s trade with the world in { $period } is the sum of its { $partners } partners and of what is allocated to none; no total is published with them.
# Pairs of members that nobody reports.
note-pairs-unreported = Trade inside { $region } in { $period } lacks pairs that neither side reports: { $pairs }.
# A target without a date.
note-horizon = No date is given; the pace is reckoned to { $horizon }, the next year divisible by { $every } that lies at least { $ahead } years ahead.
# A figure after the end of a series.
note-announced-since = { $reporter } has since announced { $value } for { $period }; what it counts is not said, so the series does not use it.
# A target that the latest year of a series already reaches.
note-reached-already = { $reporter }'s figure for { $period } is already { $value }.

## Definitions, as parts of a sentence

turnover_first_reports = { $first }'s report
turnover_second_reports = { $second }'s report
both_exports = the sum of { $first }'s and { $second }'s exports to each other
both_imports = the sum of { $first }'s and { $second }'s imports from each other
mean_of_both_reports = the mean of { $first }'s and { $second }'s reports
reconciled = { $first }'s and { $second }'s reconciled figure
goods_and_services = trade in goods and services between { $first } and { $second }
exports_reporter_reports = { $first }'s report
exports_partner_mirror = { $second }'s report of the same trade
exports_mean = the mean of { $first }'s and { $second }'s reports
imports_reporter_reports = { $first }'s report
imports_partner_mirror = { $second }'s report of the same trade
imports_mean = the mean of { $first }'s and { $second }'s reports
balance_holder_reports = { $first }'s report
balance_partner_mirror = { $second }'s report of the same trade
balance_exports_less_exports = the difference of { $first }'s and { $second }'s exports, each as it reports them,
balance_mean = the mean of { $first }'s and { $second }'s reports
first_and_second_total_over_region_total = { $first }'s and { $second }'s whole trade as a share of all trade of { $region }
pair_over_trade_inside_region = { $first }'s trade with { $second } as a share of the trade inside { $region }
involving_over_trade_inside_region = { $first }'s and { $second }'s part in the trade inside { $region }
combined_over_members_trade_with_region = { $first }'s and { $second }'s trade with { $region } as a share of all members' trade with it
pair_over_first_trade_with_region = { $first }'s trade with { $second } as a share of { $first }'s trade with { $region }
pair_over_second_trade_with_region = { $second }'s trade with { $first } as a share of { $second }'s trade with { $region }
pair_over_first_total = { $first }'s trade with { $second } as a share of { $first }'s whole trade
pair_over_second_total = { $second }'s trade with { $first } as a share of { $second }'s whole trade
first_total_over_region_total = { $first }'s whole trade as a share of all trade of { $region }
second_total_over_region_total = { $second }'s whole trade as a share of all trade of { $region }
growth_of_turnover_first_reports = { $first }'s report
growth_of_turnover_second_reports = { $second }'s report
growth_of_both_exports = the sum of { $first }'s and { $second }'s exports to each other
growth_of_both_imports = the sum of { $first }'s and { $second }'s imports from each other
growth_of_mean_of_both_reports = the mean of { $first }'s and { $second }'s reports
growth_of_goods_and_services = trade in goods and services between { $first } and { $second }
growth_of_exports_reporter_reports = { $first }'s report
growth_of_exports_partner_mirror = { $second }'s report of the same trade
growth_of_exports_mean = the mean of { $first }'s and { $second }'s reports
growth_of_imports_reporter_reports = { $first }'s report
growth_of_imports_partner_mirror = { $second }'s report of the same trade
growth_of_imports_mean = the mean of { $first }'s and { $second }'s reports
rank_by_turnover = { $first }'s report, by turnover,
rank_by_exports = { $first }'s report, by exports,
rank_by_imports = { $first }'s report, by imports,

## The two sides: why a seller and a buyer record another value

cause-basis = { $seller } counts { $exports }, { $buyer } { $imports }: the two are not the same thing.
cause-valuation-explains = Goods are dearer where they arrive: times { $factor }, that is { $amount } of the gap.
cause-valuation-widens = Goods are dearer where they arrive: times { $factor }, or { $amount }, the other way; it widens the gap.
cause-preliminary = { $reporter }'s figure is preliminary.
cause-estimated = { $reporter }'s figure is an estimate, not a report.
cause-rounding = { $reporter }'s figure is announced to the nearest { $step }.
cause-re-exports-explains = { $seller }'s exports hold re-exports of { $amount }, which the buyer books under the country that made the goods.
cause-re-exports-widens = { $seller }'s exports hold re-exports of { $amount }, which the buyer books under the country that made the goods; that widens the gap.
cause-unspecified-exports = { $reporter } gives { $amount } of its exports to no country; some may be the buyer's.
cause-unspecified-imports = { $reporter } gives { $amount } of its imports to no country; some may be the seller's.
