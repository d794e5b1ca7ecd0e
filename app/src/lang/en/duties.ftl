# What both sides owe until the end: the ledger, the plan, the inventories.
duties-title = What we owe, what they owe
duties-lede-none = *Nothing is in the register yet.* What such an end usually owes is suggested below; nothing is taken in by itself.
duties-lede-done = *Everything in the register is settled.*
duties-lede = *{ $open }*; { $late }.
duties-open = { $n ->
    [one] one obligation is open
   *[other] { $n } obligations are open
}
duties-late = { $n ->
    [0] none is late
    [one] one is late
   *[other] { $n } are late
}
duties-ledger = The ledger
duties-ledger-note = none may stay open at closing
duties-side = Whose it is
duties-owner = Who sees to it
duties-settled-on = Settled on
duties-notes = Notes
duties-due = Due
duties-add = Add an obligation
duties-back = To the course of the end
duties-offers = Usually owed, and not in the register
duties-offers-note = from the records, the inventories and the profession
duties-take = Take what is ticked
duties-needs-place = Nothing can be dated before the firm’s facts say where you are: business days and holidays follow from it.
duties-needs-end = Nothing can be dated before the day of the end is computed, or a plan is stated.
duties-is-late-ours = { $n ->
    [one] we are one day late
   *[other] we are { $n } days late
}
duties-is-late-theirs = { $n ->
    [one] due for one day
   *[other] due for { $n } days
}
duties-is-blocked = something comes first
duties-is-open = waiting
duties-is-proved = done, { $day }
duties-is-transferred = taken over by others, { $day }
duties-is-excepted = left out, { $day }
duties-first = First:
duties-closes-by = Proof: { $proof }
duties-settle = Settle
duties-move = Move the day
duties-word = A sentence for the client
duties-confirmed = { $name } of the client confirmed it on { $day }.
duties-client-reads = The client reads: { $what }
duties-client-not = Not on the client’s page.
go-part-obligations = What both sides owe
go-part-plan = Plan of the end
go-part-access = Accesses we hold
go-part-holdings = Where their data lives

side-ours = Ours
side-theirs = Theirs
keeper-relationship = Relationship lead
keeper-finance = Finance
keeper-delivery = Delivery
keeper-it = Access custodian
keeper-legal = Counsel
keeper-privacy = Data protection
keeper-people = People guardian
keeper-management = Decision owner
suggested-profession = usual in the profession
suggested-deliverable = from the deliverables
suggested-invoice = from the invoices
suggested-prepayment = a prepayment stands in the records
suggested-retainage = stated with the account
suggested-hours = billable hours without an invoice
suggested-pass_through = amounts pass through us
suggested-access = from the accesses
suggested-unknown = asked for until somebody has looked
suggested-held = we hold data
suggested-clause = from the contract
suggested-half = so that ours can be done
obligation-part-registrar = the registrar account first
obligation-part-registrant = the holder’s name after it
obligation-ask-accept = { $about ->
    [none] Accept what was delivered, or comment
   *[other] Accept { $about }, or comment
}
obligation-ask-pay = { $about ->
    [none] Pay what is open
   *[other] Pay { $about }
}
obligation-ask-name_successor = Name the successor, if they want one to be shown
obligation-ask-take_over = Open their own account and take over
obligation-may-accept = They accept a deliverable
obligation-may-pay = They pay an invoice
obligation-may-name_successor = They name the successor
obligation-may-take_over = They take over an account
obligation-own = In own words
obligation-lacking = { $name } (not in the register yet)
obligation-condition-paid = everything is paid
obligation-condition-no_hold = the legal hold is released
obligation-condition-passed = the rights in every listed work have passed
obligation-condition-handed_over = every access of ours is handed over and tested
obligation-condition-read_back = every copy of their data is read back
obligation-more = { $n ->
    [one] and one more
   *[other] and { $n } more
}
obligation-wrong-unknown = There is no such entry in this case.
obligation-wrong-twice = That stands in the register already.
obligation-wrong-settled = It was settled before; what is settled stays as it was.
obligation-wrong-blocked = Not yet. First comes:
obligation-wrong-no-words = In own words, it needs words.
obligation-wrong-no-part = It is not done in halves.
obligation-wrong-future = The day has not come yet.
obligation-wrong-no-hash = A SHA-256 has 64 letters from 0 to 9 and a to f.
obligation-wrong-not-excepted = This can be neither left out nor handed to others.
obligation-wrong-client-acknowledges = The client has an interest in it: they acknowledge that it is left out, or it is noted that they refused.
obligation-wrong-same-day = It is due on that day already.
obligation-wrong-access-before = What we own is handed over first, then tested by the client, and only then removed.
obligation-wrong-access-not-owned = The client owns it already; there is nothing to hand over.
obligation-wrong-step-done = That step was taken.
obligation-wrong-step-earlier = That day lies before the step that comes first.
obligation-wrong-not-copied = Nothing was copied from there yet.
obligation-wrong-not-read-back = A copy of the client’s data was not read back yet. Copy, read back, then remove.
obligation-wrong-other-hash = The copy that was read back differs from the copy that was taken. Copy again.
obligation-wrong-kept = What is to be kept is not removed.
obligation-wrong-no-place = No place is listed from which their data went back or was deleted. List it first, where their data lives.
obligation-wrong-still-there = A listed place still holds their data. Say first what became of each.
obligation-wrong-unlisted = First list where their data lives, or say that we hold none: what lies behind an access is out of reach once it is removed.
obligation-wrong-held = Nothing is removed before it was checked that no legal hold stands.
refused-obligation = That was not done.
refused-obligation-next = Nothing has changed. What you wrote is still here.
obligation-what = What is owed
obligation-words = In your words
obligation-words-hint = What is owed, or more about it. It stays with us: the client gets a sentence of their own.
obligation-about = Which record it is about
obligation-about-hint = The number of an invoice or deliverable, if it is about one.
obligation-side = Who owes it
obligation-owner = Who sees to it
obligation-owner-hint = Of what the client owes, who asks for it.
obligation-due = Due on
obligation-basis = What it rests on
obligation-basis-contract = Contract
obligation-basis-law = Law
obligation-basis-policy = Our rule
obligation-basis-promise = A promise
obligation-source = Clause, law, rule or promise
obligation-after-payment = Rights pass only when everything is paid
obligation-new-due = New day
obligation-why-moved = Why it moves
obligation-why-moved-hint = It stays in the log of what slipped, with the day it was due before.
settled-way = How it was settled
settled-proved = Done
settled-proved-hint = There is something that a stranger could find it by.
settled-transferred = Taken over by somebody else
settled-transferred-hint = A successor, a file of claims.
settled-excepted_client = Left out; the client acknowledged it
settled-excepted_client-hint = In writing, by somebody who may.
settled-excepted_refused = Left out; the client was asked and refused
settled-excepted_refused-hint = Say when and by whom they were asked.
settled-excepted_owner = Left out by the decision owner
settled-excepted_owner-hint = Where the client has no part in it.
settled-text = The proof in words, or why
settled-text-hint = A number, a link, the minutes: what a stranger can find it by.
settled-file = Name of the file
settled-sha256 = SHA-256 of the file
settled-sha256-hint = It binds the file, which stays where you keep it.

plan-of-end-title = Plan of the end
plan-of-end-lede = Services end on *{ $end }*, and the file can close on *{ $closing }*.
plan-of-end-none = *There is no plan yet.*
plan-days = { $n ->
    [one] one day
   *[other] { $n } days
}
plan-transition = Transition
plan-transition-needs = It should be
plan-profile = Profession
plan-profile-hint = It says what such an end usually owes.
profession-law_firm = Law firm
profession-accounting = Accounting and tax
profession-msp = Managed services and IT
profession-agency = Agency
profession-consultancy = Consultancy
profession-freelancer = Freelancer
profession-saas = Software as a service
transition-contract = by the contract
transition-law = by law or the rules of the profession
transition-replacement = by how hard we are to replace
plan-until = until { $day }
plan-critical = on the critical path
plan-step-prepare = contract read, letter approved
plan-step-talk = talk, then written notice the same day
plan-step-receipt = notice counts as received
plan-step-period = notice period
plan-step-questions = answering questions
plan-step-deliver = last deliveries
plan-step-knowledge = knowledge transfer
plan-step-transfer = names and accounts transferred
plan-step-data_return = data copied, read back, returned
plan-step-removal = our access removed
plan-step-payment = final invoice until paid
plan-step-closing = archive and closing
plan-step-recheck_30 = first re-check of access
plan-step-recheck_90 = second re-check of access
plan-step-retrospective = retrospective
plan-stream-legal = Legal
plan-stream-talking = Talking
plan-stream-work = Work and money
plan-after-closing = after the closing
plan-no-slack = not at all
plan-slack = { $n ->
    [one] by one business day
   *[other] by { $n } business days
}
plan-step = Step
plan-stream = Who is busy
plan-from = From
plan-to = To
plan-is-critical = On the critical path
plan-can-slip = Can slip
plan-slipped = { $step }: planned for { $planned }, now { $now }; { $n ->
    [one] one business day
   *[other] { $n } business days
} later
plan-earlier = { $step }: planned for { $planned }, now { $now }; { $n ->
    [one] one business day
   *[other] { $n } business days
} earlier
plan-stated-anew = Stated anew on { $day }:
plan-due-moved = from { $from } to { $to }
plan-today = today
plan-effective = services end
plan-drawn = Timeline from { $from } to { $to }; the steps stand as a list in the table below.
plan-road = The road to the closing
plan-road-note = the heavy line is the critical path: if it slips, the closing slips
plan-as-table = All steps as a table
plan-slips = What slipped
plan-slips-note = against the plan as it was first stated
plan-moved = *The days have moved since the plan was stated.* State it anew, and say why.
plan-state = State the plan
plan-state-anew = State it anew
plan-calendar = My days as a calendar
plan-calendar-name = Parting with { $name }
plan-calendar-entry = { $name }: { $what }
plan-notice-on = Talk and notice
plan-received-on = Received
plan-effective-on = Last day of the services
plan-payment-days = Days to pay the final invoice
plan-law-days = Days that law or profession demand
plan-law-days-hint = Empty where neither says anything.
plan-difficulty = How hard it is for them to find someone else
difficulty-easy = Easy
difficulty-usual = As usual
difficulty-hard = Hard
plan-why-anew = Why it moves
plan-why-anew-hint = It stays in the log of what slipped.

inventory-nothing = We hold nothing of this kind
inventory-access-nothing = *We hold no access in their systems.* Somebody looked and said so.
inventory-access-nothing-note = Whatever is found later is listed here all the same.
inventory-holding-nothing = *We hold none of their data.* Somebody looked and said so.
inventory-holding-nothing-note = Whatever is found later is listed here all the same.
inventory-of-access = Accesses in their systems
inventory-of-data = Places with their data
nothing-held-which = Of what do we hold nothing
nothing-held-text = Where it was looked for
nothing-held-text-hint = The vault of passwords, the mail, the drives, whoever worked for them.
inventory-access-title = Accesses we hold
inventory-access-none = *Nobody has listed our accesses yet.*
inventory-access-done = *No access of ours is left.*
inventory-access-open = { $n ->
    [one] *One access* of ours is left.
   *[other] *{ $n } accesses* of ours are left.
}
inventory-access-note = What we own is handed over, tested by the client, and only then removed.
inventory-access-none-note = The list is made before the notice goes out: without it nobody can say that everything was given back.
inventory-access-add = List an access
inventory-holding-title = Where their data lives
inventory-holding-none = *Nobody has listed where the client’s data lives.*
inventory-holding-done = *Nothing of the client’s data is left here but what is kept.*
inventory-holding-open = { $n ->
    [one] Data of the client’s is left in *one place*.
   *[other] Data of the client’s is left in *{ $n } places*.
}
inventory-holding-note = Each place is copied, its hash taken, and the copy read back before anything is removed.
inventory-holding-none-note = Drives, mail, ad accounts, devices: what is not listed is neither returned nor deleted.
inventory-holding-add = List a place
inventory-stands = Stands
inventory-next = Next
inventory-untouched = nothing done yet
access-system = System
access-system-hint = So that a colleague finds it: the shop’s host, the registrar of their domain. Never a password.
access-kind = What it opens
access-kind-domain = Domain name
access-kind-dns = DNS zone
access-kind-certificates = Certificates
access-kind-hosting = Hosting
access-kind-advertising = Ad account
access-kind-analytics = Analytics
access-kind-social = Social profile
access-kind-app_store = App store
access-kind-repository = Code repository
access-kind-cloud = Cloud account
access-kind-mailing_list = Mailing list
access-kind-mailbox = Shared mailbox or channel
access-kind-vault = Password vault
access-kind-agent = Program on their machines
access-kind-integration = Link between systems
access-kind-device = Key, card or device
access-kind-other = Other
access-owned-by-us = We own it
access-transferred-on = Handed over on
access-tested-on = Tested on
access-removed-on = Removed on
access-holder = In whose name
access-nobody = nobody’s in particular
access-owned = we own it
access-not-owned = theirs
access-is-owned = Do we own it?
access-is-owned-hint = We administer it, pay for it, or receive its recovery mail.
access-step = Step
access-do-transferred = Handed over
access-do-transferred-hint = Administrator, payer, recovery mail and telephone are theirs.
access-do-tested = Tested by the client
access-do-tested-hint = They signed in as the owner, without us.
access-do-removed = Removed
access-do-removed-hint = We can no longer enter; sessions and tokens are revoked.
access-was-transferred = handed over { $day }
access-was-tested = tested { $day }
access-was-removed = removed { $day }
holding-name = Which place
holding-name-hint = So that a colleague finds it.
holding-about-people = About people
holding-copied-on = Copied on
holding-read-back-on = Read back on
holding-place = Kind of place
holding-place-drive = Drive
holding-place-mail = Mail
holding-place-chat = Chat
holding-place-advertising = Ad account
holding-place-analytics = Analytics
holding-place-database = Database
holding-place-repository = Repository
holding-place-website = Website
holding-place-device = Device
holding-place-paper = Paper
holding-place-backup = Backup
holding-place-subprocessor = With somebody who processes for us
holding-place-other = Other
holding-fate = What becomes of it
holding-fate-returned = Returned, then removed here
holding-fate-deleted = Deleted
holding-fate-kept = Kept, for a reason that is stated
holding-personal = about people
holding-is-personal = Is any of it about people?
holding-step = Step
holding-do-copied = Copied
holding-do-copied-hint = With the hash of the copy.
holding-do-read_back = Read back
holding-do-read_back-hint = The copy was opened, and its hash taken anew.
holding-do-removed = Removed
holding-do-removed-hint = After the copy was read back, and with no legal hold.
holding-was-copied = copied { $day }
holding-was-read_back = read back { $day }
holding-was-removed = removed { $day }
holding-sha256 = SHA-256 of the copy
holding-sha256-hint = For a copy and for reading it back; not for a removal.

ask-obligation-title = Obligation
ask-obligation = What is owed?
ask-obligation-note = By us or by them, from the library or in your own words.
ask-obligation-do = Take it into the register
ask-obligation-settled-title = Settling
ask-obligation-settled = How was it settled?
ask-obligation-settled-note = What is settled stays as it was.
ask-obligation-settled-do = Settle
ask-obligation-due-title = Another day
ask-obligation-due = When is it due?
ask-obligation-due-note = The day before stays in the log.
ask-obligation-due-do = Move it
ask-obligation-sentence-title = A sentence for the client
ask-obligation-sentence = How does the client read of it?
ask-obligation-sentence-note = It stands on the client’s page under your name in the journal. What the register says stays with us.
ask-obligation-sentence-do = Put it on the page
obligation-sentence = The sentence
ask-end-plan-title = Plan of the end
ask-end-plan = How is it to go?
ask-end-plan-note = The plan is kept as it is stated now; what moves later is held against it.
ask-end-plan-do = State the plan
ask-nothing-held-title = Nothing held
ask-nothing-held = Do we really hold nothing?
ask-nothing-held-note = An empty list says nothing. Said here, it stands with your name.
ask-nothing-held-do = We hold nothing
ask-access-title = Access
ask-access = Which access do we hold?
ask-access-note = One at a time; never a password.
ask-access-do = List it
ask-access-step-title = Access
ask-access-step = What was done with it?
ask-access-step-note = Handed over, tested, and only then removed.
ask-access-step-do = Record
ask-holding-title = Place of data
ask-holding = Where does data of the client’s live?
ask-holding-note = One place at a time.
ask-holding-do = List it
ask-holding-step-title = Place of data
ask-holding-step = What was done there?
ask-holding-step-note = Copied, read back, and only then removed.
ask-holding-step-do = Record

gate-access_inventory = Nobody has listed the accesses that we hold
gate-how-access_inventory = List them, or say that there are none.
gate-name-access_inventory = Accesses listed
gate-data_inventory = Nobody has listed where their data lives
gate-how-data_inventory = List the places, or say that we hold none.
gate-name-data_inventory = Places of data listed
gate-obligations = Something is still owed
gate-how-obligations = Each is proved, taken over by others, or left out with an acknowledgement.
gate-name-obligations = Obligations and inventories
gate-usual_obligations = Something that is usually owed is not in the register
gate-how-usual_obligations = Take it into the register, or say why it is not needed.
gate-name-usual_obligations = What is usually owed
case-skip-usual_obligations = What is usually owed

event-ObligationAdded = { $who } took into the register, as no. { $n }: { $what }.
event-ObligationProved = { $who } settled no. { $n } of the register: done on { $day }.
event-ObligationTransferred = { $who } settled no. { $n } of the register: taken over by others on { $day }.
event-ObligationExcepted = { $who } left out no. { $n } of the register: { $acknowledged }.
event-ObligationMoved = { $who } moved no. { $n } of the register from { $from } to { $to }.
event-ObligationWorded = { $who } wrote the client’s sentence for no. { $n } of the register.
event-NothingHeld = { $inventory ->
    [access] { $who } looked and said that we hold no access in their systems.
   *[data] { $who } looked and said that we hold none of their data.
}
event-AccessInventoried = { $who } listed an access, no. { $n }: { $kind }.
event-OwnershipTransferred = { $who } recorded that access no. { $n } was handed over on { $day }.
event-OwnershipTested = { $who } recorded that the client tested access no. { $n } on { $day }.
event-AccessRevoked = { $who } recorded that access no. { $n } was removed on { $day }.
event-HoldingListed = { $who } listed a place of data, no. { $n }: { $place }.
event-HoldingCopied = { $who } recorded that place no. { $n } was copied on { $day }.
event-HoldingReadBack = { $who } recorded that the copy of place no. { $n } was read back on { $day }.
event-HoldingRemoved = { $who } recorded that place no. { $n } was emptied on { $day }.
event-EndPlanned = { $who } stated the plan: services end on { $day }.
acknowledged-client = the client acknowledged it
acknowledged-refused = the client was asked and refused
acknowledged-owner = by the decision owner
said-words = In words
said-source = Rests on
said-file = File

# The days of an end that must not be missed.
alerts-title = Days that are near or missed
alerts-mine = Your days
alerts-late = { $n ->
    [one] One day of an end that you take part in is missed or no longer safe.
   *[other] { $n } days of ends that you take part in are missed or no longer safe.
}
alert-moved = A calendar changed: the notice is to be computed again
alert-moved-day = { $what }: { $now }
alert-ahead = { $n ->
    [0] today
    [one] one working day left
   *[other] { $n } working days left
}
alert-unsafe = { $n ->
    [0] today is the last lawful day
    [one] one working day left, and no reserve
   *[other] { $n } working days left, and no reserve
}
alert-missed = { $n ->
    [0] missed
    [one] missed by one working day
   *[other] missed by { $n } working days
}
deadline-of-contract = { $what } (contract { $contract })
deadline-told = told:
deadline-kind-contractual = by contract
deadline-kind-legal = by law
deadline-kind-promised = promised
deadline-kind-internal = set by ourselves
deadline-dispatch = The last lawful day to send the notice
deadline-cure = The time to cure the breach ends
deadline-receipt = The notice counts as received
deadline-agreed = As agreed: { $point }
deadline-answer = A question of the client waits for its answer
deadline-stage = “{ $stage }” should be over
