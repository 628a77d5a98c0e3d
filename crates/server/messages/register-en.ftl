
## The register, conflicts, review, signing in

nav-conflicts = What does not add up
nav-review = To review
nav-register = Register
nav-items = Action items
nav-projects = Projects
nav-agreements = Agreements
nav-authors = Authors
nav-basis = Sources and figures

foot-editors = Editors
sign-in-title = Sign in
sign-in-lead = Who keeps the register signs in with a token. Reading needs none.
sign-in-token = Token
sign-in-hint = Whoever runs this server makes tokens, with “entente token create”. It is kept in a cookie of this browser for twelve hours.
sign-in-wrong = There is no such token, or it was revoked.
sign-in-button = Sign in
signed-in = Signed in as { $name }.
sign-out = Sign out

fault-title-not-yours = This is not open to you
fault-title-conflict = Somebody else was here before
fault-foreign = A page of another site cannot change anything here. Use the form on this site.
fault-sign-in = Sign in as an editor first.
fault-form = This form was made before you signed in. Open the page again and send its form.
fault-role = Your token allows reading. Changing needs the role of an editor.
fault-why = Say why. It is kept with what you change.
fault-conflict = You looked at version { $given }; it has version { $found } now. Nothing was changed. Open the page again, look at what is new, and send your change once more.
fault-value = “{ $given }” is no value of this field.
fault-missing = This field must be given.
fault-same = It says so already. Nothing was changed.
fault-exists = It is on file already.
fault-evidence = Say how that is known: an address, a document, a protocol.
fault-no-entry = Nothing of this address is in the register. It may have been entered later than the day of the page.

register-no-state = not known
register-overdue = overdue
register-unknown = not known
register-body = { $country }: { $body }
register-narrow = Narrow the list
register-none = None on file for this day: not entered, not that there are none.
register-none-so = None on file fits these choices. Choose fewer, or another day.
register-lane-none = none
register-lane-more = and { $count } more
register-state = Status
register-csv = Table (CSV)
register-since = since { $date }
register-changed = Your change is on file.
register-merged = This is another telling of a project.
register-merged-into = To that project
register-known = What is known
register-states = How it went
register-pair = Pair
register-since-day = Since
register-evidence = How that is known
register-no-evidence = not said
register-entered = Entered by
register-no-states = No status was known by this day.
register-trail = Who changed what

item-status-open = open
item-status-in-progress = in progress
item-status-done = done
item-status-dropped = dropped
item-status-carried-over = carried over
agreement-status-draft = being drafted
agreement-status-agreed = agreed
agreement-status-ready-for-signature = ready for signature
agreement-status-signed = signed
agreement-status-in-force = in force
agreement-status-ended = ended

entry-field-text = what is to be done
entry-field-session = session
entry-field-sector = sector
entry-field-first-body = responsible, first country
entry-field-second-body = responsible, second country
entry-field-deadline = deadline
entry-field-move = whose move
entry-field-name = name
entry-field-country = country
entry-field-region = region
entry-field-place = place
entry-field-value = value
entry-field-currency = currency
entry-field-jobs = jobs
entry-field-capacity = capacity a year
entry-field-partners = partners
entry-field-note = note
entry-field-title = title
entry-field-type = kind
entry-field-day = day of signing
entry-field-documents = documents

items-title = Action items
items-about = What commissions decided, who owes it, and by when.
items-lead = { $count ->
        [0] No decision of a commission fits.
        [one] { $count } decision of a commission
       *[other] { $count } decisions of commissions
    }{ $count ->
        [0] {" "}
       *[other] {". "}
    }Overdue: { $overdue }.
items-as-list = List
items-as-board = Board
items-as-months = Months
items-calendar = Calendar
items-deadline = Deadline
items-no-deadline = no deadline
items-what = What is to be done
items-who = Responsible
items-move = Next move: { $country }
items-by = by { $date }
items-due = Due
items-within = { $count ->
        [one] within a day
       *[other] within { $count } days
    }
items-lane-open = Open
items-lane-in-progress = In progress
items-lane-carried-over = Carried over
items-lane-done = Done or dropped

agreements-title = Agreements
agreements-about = Agreements between two countries, from the draft to the signature.
agreements-lead = { $count ->
        [one] { $count } agreement between two countries, from the draft to the signature.
       *[other] { $count } agreements between two countries, from the draft to the signature.
    }
agreements-lane-draft = Being drafted
agreements-lane-agreed = Agreed
agreements-lane-ready = Ready for signature
agreements-lane-signed = Signed
agreements-ended = { $count ->
        [one] { $count } agreement is no longer in force
       *[other] { $count } agreements are no longer in force
    }
agreements-no-status = { $count ->
        [one] Of { $count } more agreement the status is not known.
       *[other] Of { $count } more agreements the status is not known.
    }

home-due = Owed next
home-all-items = All action items

projects-title = Joint projects
projects-finding = { $launched ->
        [0] { $total ->
                [one] The one joint project on file has not been launched
               *[other] None of { $total } joint projects has been launched
            }
       *[other] { $launched } of { $total } joint projects { $launched ->
                [one] has
               *[other] have
            } been launched
    }
projects-lead = Each project with the stages that it went through and how each is known, and what they add up to.
projects-ladder = The portfolio adds up
projects-ladder-how = Foreseen is announced and agreed; under way is financed and under construction; carried out is launched.
projects-portion = Portion
projects-projects = Projects
projects-value = Value
projects-jobs = Jobs
projects-part = Part of all
projects-without = not known of { $count }
projects-stopped = { $count ->
        [one] { $count } project was suspended or cancelled and is in none of these.
       *[other] { $count } projects were suspended or cancelled and are in none of these.
    }
projects-by-sector = By sector
projects-sector = Sector
projects-no-sector = sector not known
projects-conversion = What became of them
projects-conversion-how = By the year in which a project was first told of.
projects-year = Year
projects-announced = First told of
projects-launched = Launched since
projects-launched-part = Part launched
projects-ended = Suspended or cancelled
projects-list = Each project
projects-count = { $count ->
        [one] { $count } project
       *[other] { $count } projects
    }
projects-name = Project
projects-stage = Stage
projects-place = Where

isic-A = agriculture, forestry, fishing
isic-B = mining
isic-C = manufacturing
isic-D = electricity and gas
isic-E = water and waste
isic-F = construction
isic-G = trade and repair
isic-H = transport and storage
isic-I = accommodation and food
isic-J = information and communication
isic-K = finance and insurance
isic-L = real estate
isic-M = professional and scientific work
isic-N = administrative services
isic-O = public administration
isic-P = education
isic-Q = health and social work
isic-R = arts and recreation
isic-S = other services
isic-T = households
isic-U = international organisations

conflicts-title = What does not add up
conflicts-about = Statements on file that do not fit together, side by side, with the cause where one is evident.
conflicts-lead = { $conflicts ->
        [one] { $conflicts } conflict
       *[other] { $conflicts } conflicts
    } between statements on file, and { $revisions ->
        [one] { $revisions } figure
       *[other] { $revisions } figures
    } that a later one took the place of. Near-copies of one text count as one voice.
conflicts-none = No two statements on file stand against each other on this day.
conflicts-none-so = No two statements on file about this pair stand against each other on this day.
conflicts-ruler = The band is what the first statement asserts; each dot is another one, filled where it agrees.
conflicts-more = and { $count } more
conflicts-voices = { $count ->
        [one] { $count } voice
       *[other] { $count } voices
    }
conflicts-copy = a near-copy of an earlier text
conflict-title = What was said
conflict-accepted = Looked at
conflict-reviews = What people say of it
conflict-no-reviews = Nobody has said yet whether it stands.
conflict-all = Everything that does not add up
fault-no-conflict = No such statements that do not fit together are on file on this day.
standing-conflict = Conflict
standing-revision = Revision
standing-agreement = Agreement
cause-scale = Slip of scale
cause-currency = Another currency
cause-denominator = Another whole
cause-period = Another period
cause-place = Another place
cause-stage = Planned told as done
cause-addition = A part told as an addition
cause-stale = An old figure
cause-series = A part above its whole

review-title = To review
review-about = Statements that were read without certainty, and projects that look like one told of twice.
review-lead = { $claims ->
        [one] { $claims } statement was read without certainty
       *[other] { $claims } statements were read without certainty
    }, and { $merges ->
        [one] { $merges } pair of projects looks like one told of twice.
       *[other] { $merges } pairs of projects look like one told of twice.
    }
review-sign-in = Whoever has signed in as an editor accepts, corrects and rejects here.
review-today-only = Only the page of today has the forms.
review-claims = Statements
review-none = No statement waits.
review-sure = { $percent } sure
review-read-as = Read as:
review-note = Why
review-accept = Accept
review-reject = Reject
review-correct = Correct
review-correct-how = Write the value as the data has it: 4500000000 for 4.5 billion, USD, 2023, KAZ-UZB. Empty where the text does not say.
review-merges = Told of twice?
review-merges-how = Names that share most of their words, of the same countries and not at different places.
review-is-perhaps = is perhaps
review-alike = { $percent } of the words shared
review-merge = One project
review-apart = Two projects
review-done-accepted = The statement is accepted.
review-done-rejected = The statement is rejected: it is in no list any more, and stays on file.
review-done-corrected = The correction is on file.
review-done-merged = The two are one project now.
review-done-stands = It is on file that this conflict stands.
review-done-none = It is on file that this is no conflict: it is in no list any more.
review-stands = It stands
review-no-conflict = No conflict
review-conflicts-by-pair = Conflicts are looked at pair by pair: choose one above.
review-conflicts-none = No conflict about this pair waits.
review-done-apart = The two stay two projects, and are not suggested again.

corrections-title = What people said over what was read
corrections-none = Nobody has corrected or accepted this statement.
corrections-accepted = Accepted as it is
corrections-rejected = Rejected: it is no such statement
corrections-nothing = nothing

claim-field-kind = kind
claim-field-parties = countries
claim-field-of = of what
claim-field-value = value
claim-field-unit = unit
claim-field-bound = bound
claim-field-side = side
claim-field-period = period
claim-field-modality = said as
claim-field-stage = portion
claim-field-sector = sector
claim-field-from = from
claim-field-to = to
claim-field-place = place
claim-field-base = compared with
claim-field-measure = measure
claim-field-scope = scope
claim-field-subject = subject
claim-field-basis = basis
claim-field-product = product
claim-field-per = per
claim-field-speaker = speaker
claim-field-source = attributed to
claim-field-review = review

edit-title = Change
edit-how = Each change is kept with who made it, when and why. If somebody has changed this since you opened the page, you are told, and nothing is lost.
edit-state = A new status
edit-field = One field
edit-which = Field
edit-value = Right is
edit-why = Why
edit-save = Save

pair-sides = Why the two reports differ
pair-contents-sides = Two sides
pair-sides-how = Each flow as its seller and as its buyer record it. Goods are dearer where they arrive: the buyer is expected to record { $factor } times what the seller does.
pair-sides-more = { $flow }, { $year }: the buyer records { $gap } more
pair-sides-less = { $flow }, { $year }: the buyer records { $gap } less
pair-sides-same = { $flow }, { $year }: both record the same
pair-sides-seller = { $country }, seller
pair-sides-buyer = { $country }, buyer
pair-sides-after = Gap after freight
pair-sides-not-comparable = The two count different things: a gap between them is no contradiction.
pair-sides-no-cause = No cause is known of.
pair-sides-years = Every year as numbers
pair-sides-caption = Seller and buyer, { $unit }
pair-sides-flow = Flow
pair-sides-sold = Seller records
pair-sides-bought = Buyer records
pair-sides-gap = Buyer less seller
effect-explains = explains
effect-widens = pulls the other way
effect-named = size not known

pair-register = The register
pair-none-entered = None on file: not entered, not that there are none.
pair-items = { $count ->
        [one] { $count } action item is owed
       *[other] { $count } action items are owed
    }
pair-projects = { $count ->
        [one] { $count } joint project
       *[other] { $count } joint projects
    }
pair-projects-launched = Launched: { $count }.
pair-agreements = { $count ->
        [one] { $count } agreement
       *[other] { $count } agreements
    }
pair-agreements-lanes = From the draft to the signature, in four lanes.
pair-conflicts = Statements about these two countries that do not fit together, with the cause where one is evident.
