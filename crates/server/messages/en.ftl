# The words of the pages, in English. One file a language; keys and arguments are the same in each.

## Frame

skip = Skip to content
nav-main = Main
nav-main-small = Main, small screen
nav-language = Language
nav-language-small = Language, small screen
nav-menu = Menu
nav-trail = You are here
nav-pairs = Pairs
nav-check = Check a text
nav-claims = Statements
nav-documents = Documents
nav-definitions = Definitions
nav-sources = Sources
nav-datasets = Figures

as-of-label = Known on
as-of-show = Show
as-of-banner = This page answers with what was known on { $date }.
as-of-today = Answer as of today

foot-freshness-title = Freshness
foot-freshness = The newest release of figures became known on { $date }.
foot-no-figures = No figures were known on that day.
foot-freshness-unknown = How new the figures are cannot be told at the moment.
foot-datasets = What is loaded
foot-licence-title = Licence
foot-licence = Figures belong to the statistics offices that publish them. Quotes stay their authors’.
foot-data-title = This page as data
foot-api = API description
foot-appearance = Appearance
theme-system = System
theme-light = Light
theme-dark = Dark

## Outcomes: alone, and behind a number

outcome-supported = Supported
outcome-supported-otherwise = Supported by another definition
outcome-near = Near, not exact
outcome-not-comparable = Not comparable
outcome-no-data = No data
outcome-contradicted = Contradicted
outcome-open = Target open
outcome-met = Target met
outcome-missed = Target missed

tally-supported = supported
tally-supported-otherwise = supported by another definition
tally-near = near, not exact
tally-not-comparable = not comparable
tally-no-data = no data
tally-contradicted = contradicted
tally-open = open
tally-met = met
tally-missed = missed

## Errors: what, where, what is accepted

fault-title-bad-request = This request cannot be read
fault-title-not-found = This is not on file
fault-title-method = This address does not take such a request
fault-title-unavailable = Not ready yet
fault-title-inside = The page could not be made
fault-no-page = There is no page at this address. Addresses of pages are in small letters; pairs are two country codes in capitals and in alphabetical order, such as /pairs/KAZ-UZB.
fault-not-on-file = What the address names is not on file. It may be in another registry, or it was never entered.
fault-request = The server does not understand the request.
fault-day = “{ $given }” is no day. Write year, month and day, such as 2024-07-13.
fault-starting = The registry is being opened. Try again in a moment.
fault-inside = Something failed inside. The server’s log says what.
fault-where = Address: { $path }.
fault-where-field = Address: { $path }, field “{ $field }”.
fault-status = Status { $status }.
fault-to-start = Start page
fault-to-search = Search

## Amounts, and what is said

amount-billion-usd = billion US dollars
amount-million-usd = million US dollars
amount-usd = US dollars
amount-billion = billion { $unit }
amount-million = million { $unit }
amount-plain = { $unit }
amount-percent = { $value }%
quote = “{ $text }”
stated-about = about { $value }
stated-nearly = nearly { $value }
stated-over = over { $value }
stated-under = under { $value }
stated-up-to = up to { $value }
asserts-between = { $from } to { $to }
asserts-from = { $from } and more
asserts-to = { $to } and less
asserts-anything = any number
source-label = Source:
said-not-checked = Not checked for this day
said-documents = { $count } documents
said-undated = day not known
said-working = working
said-working-for = Working for { $said }
said-document = document
said-document-of = Document that says { $said }
marked-cards = Verdicts { $from } to { $to }
marked-verdict = Verdict { $number }: { $outcome }

claim-kind-trade-turnover = trade turnover
claim-kind-exports = exports
claim-kind-imports = imports
claim-kind-trade-balance = trade balance
claim-kind-trade-growth = growth of trade
claim-kind-trade-share = share of trade
claim-kind-partner-rank = place among partners
claim-kind-project-count = number of projects
claim-kind-project-value = value of projects
claim-kind-project-jobs = jobs of projects
claim-kind-investment = investment
claim-kind-company-count = number of companies
claim-kind-agreement-count = number of agreements
claim-kind-agreement-value = value of agreements
claim-kind-freight-volume = freight
claim-kind-flights = flights
claim-kind-capacity = capacity
claim-kind-area = area
claim-kind-population = population
claim-kind-loan = loan
claim-kind-quota = quota
claim-kind-other = other quantity
claim-portion-total = all
claim-portion-implemented = carried out
claim-portion-ongoing = under way
claim-portion-planned = foreseen
claim-modality-actual = actual
claim-modality-planned = plan
claim-modality-target = target
trade-flow-turnover = turnover
trade-flow-exports = exports
trade-flow-imports = imports
basis-goods = goods
basis-services = services
basis-goods-and-services = goods and services
basis-unknown = basis not told
status-preliminary = preliminary
status-final = final
status-revised = revised
status-estimated = estimated
status-unknown = status not told
lang-en = English
lang-ru = Russian
lang-kk = Kazakh
lang-uz = Uzbek
lang-und = language not known
tier-official = official
tier-agency = agency
tier-media = media

## Card

card-asserts = { $said } asserts { $range }.
card-agree = { $computed ->
        [one] One definition could be computed; { $agree ->
            [0] it does not agree.
           *[other] it agrees.
        }
       *[other] Of { $computed } definitions that could be computed { $agree ->
            [0] none agrees.
            [one] one agrees.
           *[other] { $agree } agree.
        }
    }
card-chance = A made-up number of this precision would have agreed in { $chance } of 100 cases.
card-open = Working
card-close = Close
card-inside = agrees:
card-outside = does not agree:
card-not-computed = no data
card-plain = (as worded)
card-back = Back to the quote
card-page = Permanent page

## Pair

pair-description = Trade of { $name } as both report it, with what was said about it.
pair-lead-both = In { $year } they traded { $one } as { $first } reports it and { $two } as { $second } does.
pair-lead-one = In { $year } they traded { $value } as { $country } reports it; the other side’s figure is not on file.
pair-lead-none = No figures of their trade were known on this day.
pair-year-before = On the year before that is { $first } and { $second }.
pair-lead-target = The target is { $value } by { $year }.
pair-key-turnover = Turnover in { $year } as each reports it, { $unit }
pair-key-change = Change on { $year }
pair-key-target = Target: { $value } by { $year }
pair-key-target-undated = Target: { $value }, no date named; pace to { $year }
pair-a-year-needed = a year needed
pair-so-far = { $value } a year from { $from } to { $to }, as { $country } reports
pair-reports = { $country } reports
pair-contents = On this page
pair-contents-statements = Statements
pair-contents-targets = Targets
pair-contents-lacking = Not covered
pair-trade = Trade
pair-no-figures = No figures were known on this day: not loaded, not that there is no trade.
pair-statements = What was said, and what the statistics say
pair-no-statements = None on file: not entered, not that nothing was said.
pair-statements-count = { $statements ->
        [one] One statement
       *[other] { $statements } statements
    } in { $documents ->
        [one] one document
       *[other] { $documents } documents
    }; of this pair { $claims ->
        [one] one claim is
       *[other] { $claims } claims are
    } on file in all.
pair-tally = Statements by outcome
pair-all-statements = All statements, with filters
pair-lacking = What is not covered yet
pair-lacking-months = Monthly tables and trade by product are not loaded. Announced figures for parts of a year are used where an office published them.
pair-lacking-register = Joint projects, the intergovernmental commission and its decisions are not in this registry yet. That means not entered, not that there are none.
pair-sources = Sources
pair-source = Source
pair-covers = Covers
pair-counts = Counts
pair-known = Known from
pair-licence = Licence
pair-series = Series
pair-targets = Targets for their trade
pair-target = Target
pair-target-set = First said
pair-target-reached = Reached, { $unit } ({ $first } / { $second })
pair-target-outcome = Outcome
pair-target-by = by { $year }
pair-target-undated = without a date
pair-not-reported = not reported
pair-pace = Reaching { $value } in { $year } takes { $needed } a year from { $country }’s figure for { $from }.
pair-pace-working = Working and chance of meeting it
pair-turnover = Turnover as each of the two reports it
pair-turnover-more = Both report more trade in { $to } than in { $from }
pair-turnover-less = Both report less trade in { $to } than in { $from }
pair-turnover-below = { $subject }; neither has yet reported { $value }
pair-turnover-sub = Turnover: exports plus imports in a year. Marks are statements, at the year and value they speak of.
pair-turnover-how = Shaded: no figures yet. Dashed: not observed.
pair-as-reports = as { $country } reports it
pair-needs = needs { $percent } a year
pair-at-pace = at { $percent } a year
pair-mark-said = { $value } for { $year }
pair-mark-plan = { $value } by { $year }, plan
pair-mark-target = { $value } by { $year }, target
pair-said-on = first said { $date }
pair-computed = computed { $value }
pair-same-source = Source: the same tables.
pair-numbers = Numbers
pair-data = Data:
pair-data-json = JSON: turnover of this pair
pair-table = Turnover, { $unit }
pair-table-label = Numbers behind the turnover chart
pair-year = Year
pair-difference = Difference
pair-in-percent = In percent
pair-gap-title = From { $from } to { $to } the two reports differ by at most { $percent }
pair-gap-sub = Turnover as { $first } reports it less turnover as { $second } reports it, { $unit }.
pair-reports-more = { $country } reports more
pair-flows = Each flow as the seller and as the buyer record it
pair-flows-more = In { $year } { $seller } sold { $buyer } more than it bought there, by both reports
pair-flows-sub = Each flow as the seller and as the buyer record it, { $unit }.
pair-flow = { $seller } to { $buyer }
pair-flow-described = Line chart from { $from } to { $to }: what { $seller } records as sold and { $buyer } as bought. The numbers are in the series of this pair.
pair-sold = { $country }: exports
pair-bought = { $country }: imports

## Document

fault-no-document = No document with this id is on file.
fault-no-claim = No statement with this id is on file.
fault-pair = “{ $given }” is no pair. Write two different country codes in capitals, such as KAZ-UZB.
document-untitled = Document without a title
document-source = Source
document-source-unknown = not known
document-address = Address
document-published = Published
document-published-unknown = day not known; first seen { $date }
document-author = Author
document-seen = Seen
document-found = What was found
document-tally = Statements by outcome
document-text = Quotes with verdicts
document-no-claims = No statement with a number about two countries was found in it.
document-claims = { $count ->
        [one] One statement with a number.
       *[other] { $count } statements with numbers.
    }
document-borne-out = { $count ->
        [one] One is borne out as said.
       *[other] { $count } are borne out as said.
    }
document-otherwise = { $count ->
        [one] One is borne out only by another definition than its words name.
       *[other] { $count } are borne out only by another definition than their words name.
    }
document-not-borne-out = { $count ->
        [one] One is not borne out.
       *[other] { $count } are not borne out.
    }
document-waiting = { $count ->
        [one] One waits for data or for its deadline.
       *[other] { $count } wait for data or for their deadline.
    }
document-cut = Shown are the quotes with at most { $around } characters around each; the text is its publisher’s. “…” stands for what is left out.
document-gone = The text is no longer kept; shown are the quotes with the words that stand around them.
document-snapshots = { $count } snapshots
document-snapshots-why = The page was seen with different bytes. Each version is kept under its hash.
document-snapshots-label = Snapshots
document-bytes = Bytes
document-data = Download
document-data-claims = Everything read from it, with outcomes:
note-event = Event
note-official = Official
note-project = Project
note-remark = Remark
note-nobody = nobody named
note-planned = planned
event-kind-commission-session = commission session
event-kind-meeting = meeting
event-kind-visit = visit
event-kind-forum = forum
event-kind-signing = signing
event-kind-summit = summit
event-kind-other = event
project-stage-announced = announced
project-stage-agreed = agreed
project-stage-financed = financed
project-stage-under-construction = under construction
project-stage-launched = launched
project-stage-suspended = suspended
project-stage-cancelled = cancelled
remark-topic-relations = on relations
remark-topic-trade = on trade
remark-topic-potential = on potential
remark-topic-partner-rank = on the place among partners

## Claim

finding-supported = { $said } agrees with the official figures
finding-supported-one-side = { $said } agrees with { $country }’s figures only
finding-supported-otherwise = { $said } agrees only by another definition than the words name
finding-near = { $said } is close to the official figures, but not the same
finding-not-comparable = { $said } cannot be set against the figures that there are
finding-no-data = { $said } cannot be checked with what was known
finding-contradicted = { $said }: the official figures give another number
finding-open = { $said }: the time for it has not come
finding-open-pace = { $said } takes growth of { $needed } a year by { $country }’s figures
finding-met = { $said } was reached
finding-met-one-side = { $said } was reached by { $country }’s figures only
finding-missed = { $said } was not reached
claim-working = Working
claim-attributed = Attributed to: { $name }.
claim-gone = The newest version of the page no longer says it.
claim-reading = How it was read
claim-kind-label = Kind
claim-number = Number
claim-countries = Countries
claim-of = Of
claim-trade-of = the trade of { $scope }
claim-trade-with = { $country }’s trade with { $scope }
claim-period = Period
claim-assumed = (not said; the latest complete year then)
claim-no-period = not said
claim-base = Against
claim-place = Place
claim-product = Product
claim-confidence = Confidence
claim-known = Known on
claim-definitions = Every definition tried
claim-no-definitions = None: trade statistics do not answer this kind of statement.
claim-definitions-how = The band is what the words assert; the dot is what a definition gives.
claim-definition = Definition
claim-gives = Gives
claim-against = Against { $value }
claim-said = said: { $value }
claim-inputs = Ruler and inputs
claim-inputs-count = { $count ->
        [one] One input
       *[other] { $count } inputs
    }
claim-missing = What is missing
claim-lacks = Missing: { $what }
claim-lacking = cannot be computed
claim-within-rounding = within rounding
claim-inside = inside
claim-outside = outside
claim-pace = What it takes to get there by { $period }
claim-pace-label = Pace by each reporter’s figures
claim-reporter = By the figures of
claim-latest = Latest
claim-needed = Needed a year
claim-so-far = So far a year
claim-median = Forecast, median
claim-chance = Chance of reaching it
claim-too-few = too few years
claim-pace-how = Forecast and chance follow from the yearly growth so far, taken as a random walk with drift; they are no promise.
claim-others = Who else said it
claim-others-none = Nobody else on file for the same kind, pair and period.
claim-others-how = Statements of the same kind, pair and period, the newest first. The same number of several documents is one statement.
claim-history = History of this verdict
claim-history-none = No verdict was on file yet; the one above was computed for this page.
claim-grid = Definitions, version
claim-verdict = Verdict
claim-address = Address
claim-on-file = The verdict above is on file. When a new release changes an input, a new one is filed beside it.
claim-computed = The verdict above was computed for this page from what was known on its day; it is not on file.
claim-cite = Cite
claim-citation = Entente, claim { $id }: { $said } ({ $date }). { $outcome }. As known on { $known }.
claim-data = Data:

## Check

check-title = Check a text
check-lead = Paste a draft or a published text on trade between two countries. Each number in it is read, computed again from official statistics, and shown with its working.
check-text = Text
check-hint = Nothing is stored. “Last year” is counted from the day of publication.
check-limit = There is room for about { $latin } Latin or { $cyrillic } Cyrillic letters.
check-address = or an address
check-published = Published on
check-lang = Language
check-lang-auto = find out
check-button = Check
check-wrong-empty = Paste a text, or write the address of a page.
check-wrong-both = Give a text or an address, not both.
check-wrong-day = “{ $given }” is no day. Write year, month and day, such as 2024-07-13.
check-wrong-lang = “{ $given }” is no language that is read. Choose one of the list.
check-wrong-address = Write an address that begins with https:// or http://.
check-wrong-page = The page cannot be read: { $why }
check-wrong-text = The text cannot be read: { $why }
check-nothing = No statement with a number about two countries was found. What can be checked: turnover, exports, imports, balance, growth, shares, ranks and targets of trade between two countries.
check-count = { $count ->
        [0] No claims
        [one] One claim
       *[other] { $count } claims
    }
check-tally = Claims by outcome
check-table = As a table
check-said = Said
check-read-as = Read as
check-computed = Computed
check-verdict = Verdict
check-known = Checked with what was known on { $date }; the verdicts rest on { $count ->
        [one] one release
       *[other] { $count } releases
    } of statistics.
check-stored = Nothing you sent is kept.
