# The portfolio: all clients, worst first.

# What several pages share.
list-comma = {", "}
list-semicolon = {"; "}
sum-hidden = hidden
flag-yes = yes
flag-no = no
pager-name = Pages
pager-shown = { $from }–{ $to } of { $total }
pager-before = Before
pager-after = Next
export-title = Take it along:
export-csv = CSV
export-xlsx = Excel
family-payment = payment
family-payment-title = Payment
family-effort = effort
family-effort-title = Effort and return
family-delivery = delivery
family-delivery-title = Delivery and expectations
family-trust = trust
family-trust-title = Satisfaction and trust
family-critical = the critical road
family-critical-title = For those named only

portfolio-title = Clients
portfolio-clients = { $n ->
    [one] { $n } client
   *[other] { $n } clients
}
clients-first = { $n ->
    [1] One client
    [2] Two clients
    [3] Three clients
    [4] Four clients
    [5] Five clients
    [6] Six clients
    [7] Seven clients
    [8] Eight clients
    [9] Nine clients
   *[other] { $n } clients
}
clients-others = { $n ->
    [1] one other
    [2] two others
    [3] three others
    [4] four others
    [5] five others
    [6] six others
    [7] seven others
    [8] eight others
    [9] nine others
   *[other] { $n } others
}
clients-all = { $n ->
    [1] one client
    [2] two clients
    [3] three clients
    [4] four clients
    [5] five clients
    [6] six clients
    [7] seven clients
    [8] eight clients
    [9] nine clients
   *[other] { $n } clients
}
clients-watched = { $n ->
    [1] one has
    [2] two have
    [3] three have
    [4] four have
    [5] five have
    [6] six have
    [7] seven have
    [8] eight have
    [9] nine have
   *[other] { $n } have
}
lede-review = { $n ->
    [one] *{ clients-first }* needs a review now.
   *[other] *{ clients-first }* need a review now.
}
lede-review-share = { $n ->
    [one] One client needs a review now, and it brings in *{ $share }* of our revenue.
   *[other] *{ clients-first }* need a review now; together they bring in *{ $share }* of our revenue.
}
lede-review-none = { $n ->
    [0] No client needs a review now.
   *[other] No client needs a review now; { clients-watched } a sign to watch.
}
lede-unseen = Of { clients-others } we do not see enough to say.
lede-unseen-all = { $n ->
    [one] We do not see enough of our *{ clients-all }* to say.
   *[other] We do not see enough of any of our *{ clients-all }* to say.
}
lede-stale = The newest record is of *{ $day }*, and signs are read from the last { $days ->
    [one] day
   *[other] { $days } days
}: nothing can be said of { $n ->
    [one] our { clients-all }
   *[other] any of our { clients-all }
} today.
stale-then = Newer files bring the list up to today.

strip-title = Worst first
strip-note = Width: share of { 12 } months’ revenue · height: priority
strip-label = Clients, worst first: width is share of revenue, height is priority.
strip-others = { $n ->
    [one] the other one
   *[other] the other { $n }
}
list-title = Client list
list-caption = Clients ordered by priority
list-nothing = No client fits. Fewer words or another choice above may help.
filters = Choose clients by level
filter-all = All
filter-blind = Hardly seen
filter-review = To be reviewed
find-client = Find a client
find-sign = Sign
find-sign-any = Any sign
find-lead = Lead
find-lead-any = Any lead
find-do = Find
lead-mine = Mine
portfolio-client = Client
portfolio-level = State
portfolio-says = What we see
portfolio-unseen = What we do not see
portfolio-share = Revenue
portfolio-next = Next
row-no-signs = No signs in the last twelve months.
row-no-signs-seen = No signs in what we see of the last twelve months.
row-unseen = We cannot say: there are too few invoices or payments to tell how it pays.
next-findings = See findings
next-import = Import records
next-record = See record

seen-title = What we do not see yet
seen-unseen = { $n ->
    [one] *One client is hardly seen.* No sign there does not mean no trouble: what would help is its invoices and payments.
   *[other] *{ clients-first } are hardly seen.* No sign there does not mean no trouble: what would help are their invoices and payments.
}
seen-missing = *Some files are missing altogether.* { $files }.
feed-invoices = invoices: { $opens }
feed-payments = payments, each with its invoice and day: { $opens }
feed-time = hours: { $opens }
feed-deliverables = deliverables and feedback: { $opens }
feed-messages = messages, their text unread: { $opens }
feed-requests = requests and goals: { $opens }
feed-notes = incidents, the team’s pulse and goodwill, entered by hand: { $opens }
feed-opens = { $n ->
    [one] one detector
    [2] two detectors
    [3] three detectors
    [4] four detectors
    [5] five detectors
    [6] six detectors
    [7] seven detectors
    [8] eight detectors
    [9] nine detectors
   *[other] { $n } detectors
}
marks-title = What the marks mean
mark-critical = for those named only: a report that no figure weighs
mark-severe = a review is due
mark-finding = to be discussed
mark-watch = to be watched
mark-none = nothing in the last twelve months
mark-blind = too little is known to say anything
mark-star = asks a lot, appreciates a lot
beside-import = Last import
beside-problems = Rows with a problem
beside-waiting = { $n ->
    [one] One row waits
   *[other] { $n } rows wait
}
beside-files = { $n ->
    [one] one file
   *[other] { $n } files
}
beside-policy = Policy
beside-window = Renewal windows that close next
beside-windows-more = { $n ->
        [one] and one more
       *[other] and { $n } more
    }
beside-since = in force since
beside-version = Version { $n }

empty-lede = We see nothing yet. *A year of invoices and payments* shows the first signs within a minute.
empty-which = Which file first?
empty-which-note = Any sheet your accounting program exports will do. We show how its columns are read, and store nothing before you agree.
empty-import = Import invoices
empty-enter = Enter a client by hand
empty-opens = What each file opens
portfolio-renewing = The list below is being renewed: the records, the firm’s figures, the policy or the day changed since it was made. Load the page again in a moment.

waiting-lede = Your records are in. *We are looking through them* for the first time.
waiting-note = This takes seconds for most firms, and a minute for very large ones. You may leave this page.
waiting-again = Look again
waiting-busy = The records are being looked through

export-client = Client
export-name = Name
export-lead = Lead
export-level = State
export-signs = Signs
export-dismissed = Dismissed
export-says = What we see
export-unseen = What we do not see
export-revenue = Revenue of 12 months

export-findings-title = Findings
export-findings = Take the findings along:
export-row-client = Client
export-row-kind = Kind of record
export-row-record = Record
export-row-on = Day
export-row-amount = Amount
export-row-currency = Currency
export-row-file = File
export-row-line = Line
export-finding-client = Client
export-finding-code = Code
export-finding-sign = Sign
export-finding-level = Level
export-finding-says = What we see
export-finding-value = Value
export-finding-threshold = Threshold
export-finding-rows = Rows
export-finding-confidence = Confidence
export-finding-since = First seen
export-finding-state = State

export-import-on = Day
export-import-time = Time
export-import-by = By
export-import-file = File
export-import-rows = Rows
export-import-added = Added
export-import-changed = Changed
export-import-unchanged = Unchanged
export-import-problems = Rows with a problem

past-says = Shown as it was known on *{ $day }*.
past-note = Thresholds and the firm’s figures are those of today. What people decided later is left out.
past-back = Back to today
past-day = As known on
past-show = Look at this day
past-no-day = “{ $typed }” is no day of the calendar. Choose a day, or write it as 2026-06-30. Below is today.
past-future = { $day } has not come yet. Choose today or an earlier day. Below is today.
next-past = See that day
stale-look = Look at the list of that day
