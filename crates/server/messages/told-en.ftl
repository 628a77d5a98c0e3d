
## What documents tell: commissions, officials, targets, the brief

nav-commissions = Commissions
nav-officials = Officials
nav-targets = Targets

commissions-title = Commissions
commissions-about = Intergovernmental commissions and their sessions, as documents tell of them.
commissions-lead = { $commissions ->
        [one] { $commissions } commission
       *[other] { $commissions } commissions
    } with { $sessions ->
        [one] { $sessions } session
       *[other] { $sessions } sessions
    }, put together out of all documents that tell of them.
commissions-none = No document on file tells of a commission on this day. That means not entered, not that there are none.
commissions-sessions = { $count ->
        [one] { $count } session on file
       *[other] { $count } sessions on file
    }
commissions-last = Last session
commissions-next = Next session
commissions-chairs = Co-chairs
commissions-range = { $first } to { $last }
sessions-title = Sessions
sessions-number = Session { $number }
sessions-of-day = Session of { $date }
sessions-unnumbered = Session without a number
sessions-planned = planned
sessions-day = Day
sessions-other-days = Other texts say:
sessions-people = Also there
sessions-agenda = Spoken about
sessions-next = Session after it
sessions-told-by = { $count ->
        [one] Told by { $count } voice
       *[other] Told by { $count } voices
    }
session-status-held = held
session-status-planned = planned
fault-no-session = No document on file tells of this session, as known on that day.
since-title = What changed since
since-how = What became known after { $date }.
since-claims = { $count ->
        [one] { $count } new statement
       *[other] { $count } new statements
    }
since-projects = { $count ->
        [one] { $count } project changed its stage
       *[other] { $count } projects changed their stage
    }
since-items = { $count ->
        [one] { $count } action item changed its status
       *[other] { $count } action items changed their status
    }
since-overdue = { $count ->
        [one] { $count } action item is overdue
       *[other] { $count } action items are overdue
    }

officials-title = Officials
officials-about = Who is named with which office from when to when, by the documents that do so.
officials-lead = { $count ->
        [one] { $count } person is named with an office.
       *[other] { $count } people are named with an office.
    }
officials-none = No document on file names an official on this day. That means not entered, not that there are none.
officials-name = Name
officials-on = named so on { $date }
officials-from-to = named so from { $from } to { $to }
officials-also = Also written
officials-offices = Offices
officials-offices-how = The days are those of the first and the last document that says so, not of an appointment.
officials-led = Led these sessions
officials-told = { $count ->
        [one] { $count } document
       *[other] { $count } documents
    }
fault-no-official = No document on file names this person, as known on that day.

targets-title = Targets
targets-about = Who set which value for when, how each target stands, and how fast it asks to go.
targets-lead = { $count ->
        [one] { $count } target, with every value that was set for it.
       *[other] { $count } targets, each with every value that was set for it.
    }
targets-none = No target is on file for this day. That means not entered, not that there are none.
targets-by = { $value } by { $year }
targets-undated = { $value }, no date named
targets-pace = By the figures of { $country } it takes { $needed } a year from { $from } on.
targets-so-far = So far it was { $percent } a year.
targets-chance = Growth as in the years before reaches it in { $percent } of cases.
targets-values = Every value that was set
targets-value = Value
targets-set = Set
targets-last = Last spoken of
targets-history = { $count ->
        [one] { $count } statement
       *[other] { $count } statements
    }
targets-tested = How well chances told what came
targets-brier = Brier score { $score } over { $count } chances; 0 is best, 0.25 is what a coin gets.
targets-untested = No target that has ended can be tested yet.
targets-too-few = Of fewer than twenty nothing can be said of how well chances are calibrated.
target-status-open = open
target-status-met = met
target-status-missed = missed
target-status-no-data = no data
target-status-moved = moved
target-status-dropped = dropped
change-set = set
change-repeated = repeated
change-dated = given a date
change-raised = raised
change-lowered = lowered
change-postponed = put off
change-brought-forward = brought forward
change-undated = named on a day not known
change-step = a step on the way

brief-title = Brief
brief-none = Nothing is on file of these two countries on this day: not entered, not that there is nothing.
brief-notes = What each sentence rests on
brief-evidence = evidence
brief-evidence-of = Evidence of note { $number }

portfolio-title = What is said beside the register
portfolio-how = Each figure said last of a portion, what the register has of it, and the part not accounted for.
portfolio-said = Said
portfolio-register = In the register
portfolio-rest = Not accounted for
portfolio-known = Said on
portfolio-ladders = Do the parts add up to the total?
portfolio-holds = adds up
portfolio-fails = does not add up
portfolio-conflicts = { $count ->
        [one] { $count } conflict between statements about the portfolio
       *[other] { $count } conflicts between statements about the portfolio
    }
portfolio-merges = { $count ->
        [one] { $count } pair of projects looks like one told of twice
       *[other] { $count } pairs of projects look like one told of twice
    }

commission-business-council = business council
commission-demarcation = commission on demarcation
commission-intergovernmental = intergovernmental commission
commission-interparliamentary = interparliamentary commission
commission-water = commission on water
commission-working-group = working group

pair-brief = Brief on two pages
pair-commissions = Commissions and sessions
pair-last-session = Last session: { $session }
pair-targets-all = Every target with its history
