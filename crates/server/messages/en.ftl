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
