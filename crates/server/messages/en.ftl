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
foot-freshness-stale = The newest release of figures became known on { $date }. Overdue: { $stale } of { $all } datasets.
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
fault-title-unavailable = Not available just now
fault-title-too-many = Too many requests
fault-title-too-slow = This took too long
fault-title-inside = The page could not be made
fault-no-page = There is no page at this address. Addresses of pages are in small letters; pairs are two country codes in capitals and in alphabetical order, such as /pairs/KAZ-UZB.
fault-not-on-file = What the address names is not on file. It may be in another registry, or it was never entered.
fault-request = The server does not understand the request.
fault-day = “{ $given }” is no day. Write year, month and day, such as 2024-07-13.
fault-starting = The registry is being opened. Try again in a moment.
fault-busy = The server is answering as many requests as it can. Try again in a moment.
fault-too-many = You have asked for more pages than one reader may at once. Wait a few seconds and try again.
fault-too-slow = The request did not arrive, or could not be answered, in the time that a request may take. Try again, or ask for less.
fault-inside = Something failed inside. The server’s log says what.
fault-where = Address: { $path }.
fault-where-field = Address: { $path }, field “{ $field }”.
fault-status = Status { $status }.
fault-to-start = Start page
fault-to-search = Search

## What is said, in words

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
claim-modality-actual = as it was
claim-modality-planned = planned
claim-modality-target = target
lang-en = in English
lang-ru = in Russian
lang-kk = in Kazakh
lang-uz = in Uzbek
lang-und = in a language that is not known

## Lists

list-document = document
list-document-of = Document that says { $said }
list-documents = { $count ->
        [one] { $count } document
       *[other] { $count } documents
    }
list-claims = { $count ->
        [one] { $count } statement
       *[other] { $count } statements
    }
list-untitled = Document without a title
list-parts = Parts of the list
list-first = Back to the beginning
list-next = Next part

## First page

home-tab = An open observatory of bilateral economic cooperation
home-title = What officials say about trade between two countries, and what the figures say
home-lead = Entente reads statements about bilateral trade, computes each number again from official statistics under every declared definition, and shows which one reproduces it.
home-search = Look something up
home-check = Check a text
home-check-label = Text
home-check-hint = Paste a draft or a published text. Nothing is stored.
home-check-button = Check
home-pairs = Pairs of countries
home-all-pairs = { $count ->
        [one] The one pair
       *[other] All { $count } pairs
    }
home-verdicts = Newest verdicts
home-verdicts-how = Statements that there is nothing to check with are left out here; the list has them.
list-undated = without a date, on file since { $date }
list-checked = checked on { $date }
home-all-claims = All statements

## Search

search-title = Search
search-label = Search
search-hint = A country, a pair such as Kazakhstan Uzbekistan, a source, an author, words of a title or a quote.
search-button = Search
search-found = { $count ->
        [one] { $count } entry found for “{ $asked }”.
       *[other] { $count } entries found for “{ $asked }”.
    }
search-nothing = Nothing on file has these words. Try the name of a country, or fewer words.
search-bounds = Titles and quotes are looked through in the { $count } newest documents and statements. The lists of statements and documents hold the rest.

## Pairs

pairs-title = Pairs of countries
pairs-lead = { $count ->
        [one] Statements on file are about { $count } pair of countries. It stands here with the newest figures of both sides.
       *[other] Statements on file are about { $count } pairs of countries. Each stands here with the newest figures of both sides.
    }
pairs-none = No statement about two countries is on file for this day. That means not entered, not that there are none.
pairs-no-figures = No figures are loaded for this pair. Tables of either country’s trade by partner would fill this place.
pairs-reports = { $country } reports
pairs-in = in { $period }
pairs-newest = the newest on { $date }
pairs-tally = Statements by outcome: { $pair }

## Statements

claims-title = Statements
claims-lead = { $count ->
        [one] { $count } statement, read out of documents and checked against official figures.
       *[other] { $count } statements, read out of documents and checked against official figures; the newest documents first.
    }
claims-none = No statement is on file for this day. That means not entered, not that there are none.
claims-none-so = No statement on file fits these choices. Choose fewer, or another day.
claims-filter = Narrow the statements
claims-pair = Pair
claims-kind = Kind
claims-outcome = Outcome
claims-modality = Said as
claims-source = Source
claims-since = From
claims-until = To
claims-any = all
claims-show = Show
claims-clear = Clear

## Documents and authors

documents-title = Documents
documents-lead = { $count ->
        [one] { $count } document on file.
       *[other] { $count } documents on file, the newest first.
    }
documents-none = No document is on file for this day. That means not entered, not that there are none.
documents-none-so = No document on file fits these choices. Choose fewer, or another day.
documents-filter = Narrow the documents
authors-title = Authors
authors-lead = { $count ->
        [one] { $count } person has signed documents on file.
       *[other] { $count } people have signed documents on file.
    }
authors-none = No signed document is on file for this day.
authors-no-note = No document on file says who this is.
authors-cut = The first { $count } are shown; search finds the others.

## Sources

sources-title = Sources
sources-lead = { $sources ->
        [one] { $sources } publisher is known
       *[other] { $sources } publishers are known
    }; { $documents ->
        [one] { $documents } document of theirs is on file.
       *[other] { $documents } documents of theirs are on file.
    }
sources-figures = Where official figures come from is told under:
sources-name = Source
sources-country = Country
sources-languages = Languages
sources-documents = Documents
sources-documents-of = { $count ->
        [one] { $count } document of { $source }
       *[other] { $count } documents of { $source }
    }
sources-none = none on file
sources-no-country = international
tiers-official = Governments and their press services
tiers-agency = News agencies
tiers-media = Other media

## Figures

datasets-title = Official figures
datasets-lead = { $count ->
        [one] { $count } table of an office is loaded. A number known later never replaces an earlier one: it stands beside it.
       *[other] { $count } tables of offices are loaded. A number known later never replaces an earlier one: it stands beside it.
    }
datasets-by-country = { $country }: foreign trade by country
datasets-announced = { $country }: foreign trade as the office announced it
datasets-none = No table is loaded.
datasets-state = { $releases ->
        [one] { $releases } release
       *[other] { $releases } releases
    }, the newest known since { $date }, with { $rows ->
        [one] { $rows } figure.
       *[other] { $rows } figures.
    }
datasets-stale = Stale: the next release was due on { $due }.
datasets-not-yet = No release was known on that day.
datasets-office = Office
datasets-reporter = Reports for
datasets-licence = Terms
datasets-address = Address
datasets-releases = { $count ->
        [one] { $count } release
       *[other] { $count } releases
    }
datasets-later = { $count ->
        [one] { $count } release became known later and is not shown.
       *[other] { $count } releases became known later and are not shown.
    }
datasets-rows = { $count ->
        [one] { $count } figure
       *[other] { $count } figures
    }
datasets-loaded = Loaded on { $date }.
datasets-basis-goods = goods only
datasets-basis-services = services only
datasets-basis-goods-and-services = goods and services
datasets-basis-unknown = goods or services, not said
published-stated = day of publication, as the office states it
published-inferred = day of publication, inferred
published-unknown = day of loading, for the day of publication is not known
datasets-lacking-title = Not covered
datasets-lacking = A country without a table above is answered only from what its partners report. The statement that needs more says “no data” and names what is missing.

## Definitions

definitions-title = Definitions
definitions-lead = A number can mean several things. These { $count } definitions were declared before any text was looked at; every statement is tried against all of its kind.
definitions-version = Version { $version }.
definitions-toc = Kinds of statements
definitions-letters = How to read the formulas
definitions-parties = The two countries in the order of the statement. Where it has none, by their codes; who reports comes first.
definitions-flows = Exports of A to B and imports of A from B, as the reporter that is named gives them.
definitions-sums = trade is exports plus imports; total is trade with the whole world; with_region is trade with the other members of the region.
definitions-places = The region, the period that the statement is about, and the period that it is compared with.
definitions-formula = Formula
definitions-needs = Needs
definitions-plain = Plain reading
definitions-never = never: only another reading
definitions-always = always
definitions-example = Example
definitions-address = Address of { $id }
needs-first = exports and imports with B, as A reports them
needs-second = exports and imports with A, as B reports them
needs-both = the reports of both A and B for the period
needs-reconciled = both flows as both sides record them, counting the same thing
needs-services = a report that counts services too
needs-totals = the whole trade of every country named, and of all members of the region
needs-region-pairs = a report for every pair of members of the region
needs-region-members = each member’s report of its trade with the others
needs-first-region = A’s report of its trade with each member of the region
needs-second-region = B’s report of its trade with each member of the region
needs-first-partners = A’s report of its trade with all partners
needs-second-partners = B’s report of its trade with all partners
needs-first-twice = A’s report for both periods
needs-second-twice = B’s report for both periods
needs-both-twice = the reports of both A and B for both periods
needs-services-twice = a report that counts services too, for both periods
needs-series = a reporter’s yearly series, at least five years of growth for the chance

## About the marks

marks-link = What the marks mean
marks-title = What the marks mean
marks-lead = A solid shape is a statement, a ring is a target, a dashed line means that there is nothing to check with. Every mark has a word beside it and a line of its own under the quote.
marks-outcomes = Outcomes
marks-specimen = Trade turnover was 4.5 billion dollars
meaning-supported = The plain reading of the words gives this number.
meaning-supported-otherwise = Not the plain reading but another declared definition gives it. That one is named.
meaning-near = The plain reading comes close, but not to the last digit that was stated.
meaning-not-comparable = There are figures, but in another currency, with another coverage or counting something else.
meaning-no-data = Nothing that was known on that day can answer it.
meaning-contradicted = The plain reading gives another number, and no other definition gives this one.
meaning-open = The time of the target has not come yet, or none is named.
meaning-met = The target was reached in time.
meaning-missed = The target was not reached in time.
marks-claims-supported = Statements that are supported
marks-claims-supported-otherwise = Statements supported by another definition
marks-claims-near = Statements that are near
marks-claims-not-comparable = Statements that are not comparable
marks-claims-no-data = Statements without data
marks-claims-contradicted = Statements that are contradicted
marks-claims-open = Open targets
marks-claims-met = Targets that were met
marks-claims-missed = Targets that were missed
marks-figures = Voices and figures
marks-voices-title = Two voices
marks-voices = What was said is set in a serif face. What was measured is set in a plain face with even digits.
marks-reporters-title = Two reporters
marks-reporters = Where two countries report the same trade, both figures are shown, in the order of their codes: the first with a dark dot, the second with an orange square.
marks-numbers-title = Numbers
marks-numbers = A number with a dotted line leads to the figures that it comes from. A verdict is about the number, never about the person.

## More errors

fault-pair-filter = “{ $given }” is no pair. Write two country codes in capitals and in alphabetical order, such as KAZ-UZB.
fault-choice = “{ $given }” is none of the choices. Choose one of the list.
fault-cursor = This is no part of the list. Go back to its beginning.
fault-cursor-given = “{ $given }” is no part of this list. Go back to its beginning.
fault-no-author = Nobody with this address has signed a document that was known on that day.
fault-no-dataset = There is no table of this name. Tables are named by office and table; the list has them all.
claim-portion-total = all
claim-portion-implemented = carried out
claim-portion-ongoing = under way
claim-portion-planned = foreseen
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
doubt-unit-of-neighbour = the unit is that of a figure beside it
doubt-no-currency = no currency is written
doubt-no-indicator = what is counted is not said beside the figure
doubt-no-countries = the sentence does not name both countries
doubt-no-direction = which country sells is not said
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
