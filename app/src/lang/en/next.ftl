# The next client: prospects, criteria, channels.

prospects-title = Prospects
prospects-lede = { $n ->
    [0] *No prospect is open.*
    [one] { $due ->
        [0] *One prospect is open.*
       *[other] *One prospect is open,* and the contact is due.
    }
   *[other] { $due ->
        [0] *{ $n } prospects are open.*
        [one] *{ $n } prospects are open;* one contact is due.
       *[other] *{ $n } prospects are open;* { $due } contacts are due.
    }
}
prospects-note = Who may become a client, through which channel, and what earlier endings taught us to ask first. The program refuses nobody: it says what speaks against someone, and people decide.
prospects-empty = No prospect yet
prospects-empty-note = Write down whom you talk to, and through whom they came. What is known of them is held against your criteria, and what is won replaces what a separation costs.
prospects-open = Open
prospects-open-note = Whoever is due first stands first.
prospects-over = Won, lost, refused
prospects-calendar = My next contacts
prospects-calendar-entry = { $name }: get in touch
prospect-name = Name
prospect-channel = Channel
prospect-stage = Stage
prospect-contribution = Expected contribution a year
prospect-contribution-hint = What it should leave over after what is spent for it, in the firm’s currency. May stay empty.
prospect-next = Next contact
prospect-next-what = What about
prospect-late = due
prospect-criteria = What the criteria say
prospect-criteria-note = Each with the facts that made it so. What is not known is asked for, never taken for good.
prospect-none = none
prospect-owner = Who keeps in touch
prospect-person = Contact person
prospect-email = E-mail
prospect-email-hint = By name, e-mail, number and the domain of their firm we recognise whom we met before.
prospect-phone = Telephone
prospect-site = Website
prospect-cost = What it cost to find them
prospect-through = Which one, or who referred them
prospect-through-hint = The platform, the fair, the event, or the person.
prospect-referred-by = Client who referred them
prospect-referred-by-hint = Name or key of the client, if it was one.
prospect-no-such-client = No client is meant by this. Check the name, or create the client’s record first.
prospect-contacted = First contact
prospect-client = Client
prospect-client-taken = Another prospect became this client already. Check which of the two it was.
prospect-client-hint = Name or key of the client’s record.
prospect-they-expect = What they expect of us
prospect-we-expect = What we expect of them
prospect-expectations = Mutual expectations
prospect-known = What is known
prospect-known-note = With the day on which it was written down: a back-test counts only what was known before the signature.
prospect-happened = What happened
prospect-new = New prospect
prospect-new-asks = *Who is it, and through whom did they come?*
prospect-new-note = Name and channel are enough to begin with.
prospect-edit-asks = *What has changed about them?*
prospect-save = Save
prospect-back = Back to the prospect
prospect-overtaken = Somebody else wrote something down meanwhile. Look at the prospect, then save again; what you wrote still stands here.
prospect-go-stage = Enter a stage
prospect-go-facts = Write down what is known
prospect-go-edit = Change the description
prospect-go-sheet = Intake sheet
prospect-go-override = Take them all the same
prospect-go-client = Link the client’s record
prospect-lede-won = *{ $name } became a client.*
prospect-lede-lost = *{ $name } chose otherwise.*
prospect-lede-refused = *We did not take { $name }.*
prospect-lede-no-criteria = No criterion is in force that { $name } could be held against.
prospect-lede-against = { $n ->
    [one] *One criterion says no to { $name }.*
   *[other] *{ $n } criteria say no to { $name }.*
}
prospect-lede-unknown = { $n ->
    [one] *Too little is known of { $name }* to judge one criterion.
   *[other] *Too little is known of { $name }* to judge { $n } criteria.
}
prospect-lede-noted = { $n ->
    [one] *One criterion calls for care* with { $name }.
   *[other] *{ $n } criteria call for care* with { $name }.
}
prospect-lede-nothing = *No criterion in force speaks against { $name }.*
prospect-may-override = You can refuse them, or take them all the same and say why.
prospect-ask-owner = They cannot be won as it stands. The owner can put that aside with a reason.
prospect-shut = We refused them. Only the owner reopens this, with a reason.
prospect-shut-asks = *We refused them. Why do we talk to them again?*
prospect-facts-asks = *What is known of them so far?*
prospect-facts-note = Leave open what nobody knows. An empty field means unknown, not good.
prospect-stage-asks = *How far has it come?*
prospect-stage-over = They are won already. What comes next happens on the client’s page.
prospect-stage-on = On which day
prospect-reason = Reason
prospect-reason-hint = Needed for a refusal.
prospect-reason-missing = Say why, so that others can follow it.
prospect-stage-taken = They stand there already.
prospect-day-wrong = The day lies before the last stage, or after today.
prospect-refused = { $n ->
    [one] A criterion says no or cannot be judged yet, and only the owner can put it aside. Nothing was changed; ask the owner, or enter another stage.
   *[other] { $n } criteria say no or cannot be judged yet, and only the owner can put them aside. Nothing was changed; ask the owner, or enter another stage.
}
prospect-refused-owner = { $n ->
    [one] A criterion says no or cannot be judged yet. Nothing was changed; to take them all the same, say why on the page for that.
   *[other] { $n } criteria say no or cannot be judged yet. Nothing was changed; to take them all the same, say why on the page for that.
}
prospect-only-owner = Only the owner of the firm takes someone whom a criterion refuses.
prospect-nothing-against = No criterion says no as it stands.
prospect-override-asks = *Why do we take them although this says no or cannot be judged?*
prospect-override-note = Your name and your reason stay with the prospect. If the criterion, or something that it looks at, changes later, it is asked again.
prospect-override-do = Take them all the same
prospect-client-asks = *Which record is this client’s?*
prospect-client-not-won = Only a prospect that is won has a client’s record.
prospect-create-client = Create the client’s record first
prospect-told-added = Written down as a prospect.
prospect-told-described = The description changed.
prospect-told-facts = Known from then on, or taken back: { $facts }.
prospect-told-stage = { $stage }, on { $day }.
prospect-told-overridden = Taken although these say no: { $criteria }.
prospect-told-reopened = Reopened after we had refused them.
prospect-told-client = Became the client { $client }.
met-title = We may have met
met-note = Among clients, their contacts, and other prospects. What you may not see is not looked at.
met-client = { $name }, a client of ours: { $sign }.
met-ended-client = { $name }, a client of ours from whom we parted: { $sign }.
met-parted = How we parted: { $state }.
met-prospect = { $name }, another prospect ({ $stage }): { $sign }.
met-by-email = the same e-mail address
met-by-phone = the same telephone number
met-by-domain = the same domain
met-by-name = the same name
met-by-person = the same contact person
met-by-near_name = a similar name
met-by-sounds = possibly the same name in other letters
met-letters = Letter by letter:
through-platform = Freelance platform
through-social = Social media
through-fair = Trade fair
through-event = Professional event
through-referral = Referral
through-other = Other
stage-lead = Lead
stage-talked = Talked
stage-proposal = Proposal
stage-won = Won
stage-lost = Lost
stage-refused = Refused by us
fact-expected_contribution = Expected contribution a year
fact-declared_budget = Budget that they name
fact-payment_days = Payment terms they ask for
fact-prepayment = Share paid in advance
fact-discount = Discount they ask for
fact-employees = Number of employees
fact-decision_makers = Number of people who must agree
fact-suppliers_left = Suppliers of our trade left in three years
fact-deadline_days = Time until the first result is wanted
fact-industry = Industry
fact-country = Country
fact-channel = Channel
fact-written_scope = Scope agreed in writing
fact-named_contact = One named contact
fact-conduct_accepted = Standard of conduct accepted
fact-contract_accepted = Our contract accepted as it is
fact-days = { $n ->
    [one] 1 day
   *[other] { $n } days
}
fact-hint-days = In days.
fact-hint-percent = In percent, from 0 to 100.
fact-hint-sum = In whole units of the firm’s currency.
fact-number-invalid = A whole number is needed here, not below zero; days and sums without their unit.
fact-country-invalid = A country from the list is needed here, by its name or its code of two letters.
fact-percent-invalid = A whole number from 0 to 100 is needed here.
answer-yes = Yes
answer-no = No
answer-open = Not known yet
relation-at_least = at least
relation-at_most = at most
relation-is = is
relation-is_not = is not
relation-says-at_least = “{ $fact }”: at least { $value }
relation-says-at_most = “{ $fact }”: at most { $value }
relation-says-is = “{ $fact }”: { $value }
relation-says-is_not = “{ $fact }”: not { $value }
join-all = All of them must hold
join-any = One is enough
join-and = and
join-or = or
truth-true = holds
truth-false = does not hold
truth-unknown = cannot be judged
reason-known = known: { $value }
reason-unknown = not known yet
verdict-ask-true = It holds: ask before you go on.
verdict-ask-false = It does not hold: nothing to ask.
verdict-ask-unknown = It cannot be judged yet: something is not known.
verdict-caution-true = It holds: go on with care.
verdict-caution-false = It does not hold.
verdict-caution-unknown = It cannot be judged yet: something is not known.
verdict-refuse-true = It holds: they are not taken, unless the owner says why.
verdict-refuse-false = It does not hold.
verdict-refuse-unknown = It cannot be judged yet: find out before you sign. Until then they are not won, unless the owner says why.
verdict-overridden = The owner put it aside.
verdict-short-refused = a criterion says no
verdict-short-noted = calls for care
verdict-short-unknown = too little is known
verdict-short-none = nothing against
sheet-lede = What both sides expect, before anything is signed.
sheet-note = To be read together and signed by both. Nothing in it replaces the contract.
sheet-heading = Intake sheet
sheet-open = still open
sheet-agreed = Agreed beforehand
sheet-standard = How we treat one another
sheet-standard-version = Standard of conduct, version { $n }
standard-respect = We speak to each other with respect. No insult, no threat, no harassment, in either direction.
standard-hours = Messages outside working hours wait until the next working day, unless an emergency was agreed.
standard-contact = Each side names one person who answers and may decide.
standard-scope = What is to be done stands in writing. What is added is agreed with its price before it begins.
standard-payment = Invoices are paid on the agreed day. Whoever cannot, says so before it.
standard-report = Whoever feels badly treated says so, and it is looked into. Nobody is worse off for having said it.
sheet-sign-us = For us: name, date, signature
sheet-sign-them = For them: name, date, signature
criteria-title = Intake criteria
criteria-lede = { $n ->
    [0] *No criterion is in force.*
    [one] *One criterion is in force.*
   *[other] *{ $n } criteria are in force.*
}
criteria-note = What an ending taught, as a rule about the next one. Each is first tried on the firm’s own clients; the owner puts it into force.
criteria-none-active = No criterion yet
criteria-none-note = Take a lesson and ask: by what could we have known it beforehand?
criteria-all = All criteria
criterion-new = New criterion
criterion-edit = Word it anew
criterion-back = Back to the criterion
criterion-asks = *By what do we know beforehand that we should be careful?*
criterion-note = One to three facts that are known before anything is signed. A new wording is a new version; the one in force stays so until the owner puts the new one into force.
criterion-title = Name
criterion-title-hint = What it watches for, in a few words.
criterion-rule = Rule
criterion-effect = What follows
criterion-fact-1 = Fact
criterion-fact-2 = Second fact
criterion-fact-3 = Third fact
criterion-no-fact = none
criterion-relation = Comparison
criterion-value = With what
criterion-value-hint = A number, a word, the name of a channel or a country, or yes or no.
criterion-join = If there are several
criterion-owner = Who answers for it
criterion-lesson = Lesson it comes from
criterion-lesson-hint = From the ends in which you take part. Its words stand with the criterion for everyone; of which end it is, only for those who took part.
criterion-no-lesson = None that is written down
criterion-lesson-unknown = There is no such lesson in a case in which you take part. Choose one of the list, or none.
criterion-save = Save as a draft
criterion-needs-test = At least one fact is needed.
criterion-relation-wrong = This fact cannot be compared like this: numbers with “at least” and “at most”, yes and no with “is”.
criterion-sum-not-yours = Only the owner and finance compare with this sum.
criterion-yes-or-no = Yes or no is needed here.
criterion-channel-wrong = The name of a channel is needed here.
criterion-overtaken = It changed meanwhile. Look at it as it stands now, then try again.
criterion-state-draft = Draft
criterion-state-active = In force
criterion-state-retired = Out of force
criterion-version = Version
criterion-lede-ask = *{ $rule }:* then we ask before we go on.
criterion-lede-caution = *{ $rule }:* then we go on with care.
criterion-lede-refuse = *{ $rule }:* then we do not take them, unless the owner says why.
criterion-waits = A newer wording waits to be put into force, and is tried below: { $rule } ({ $effect }).
criterion-came-to = What it came to
criterion-came-to-says = Prospects met since { $day }: { $met }. It held with { $held }, of whom { $won } were won all the same; it could not be judged with { $blind }; the owner put it aside with { $aside }.
criterion-activate = Put into force
criterion-activate-note = Your name, the day and the back-test as it stands are kept with it.
criterion-reason = Why it holds although few cases support it
criterion-reason-free = Reason (may stay empty)
criterion-reason-missing = Fewer than five own cases support this refusal: say why it holds all the same.
criterion-retire = Put out of force
criterion-happened = Versions and acts
criterion-told-drafted = Version { $n } was worded: { $effect }.
criterion-told-activated = Version { $n } was put into force.
criterion-told-retired = It was put out of force.
effect-ask = Ask
effect-caution = Caution
effect-refuse = Refuse
effect-note-ask = Something is found out before going on.
effect-note-caution = It is called to mind.
effect-note-refuse = They are not won, unless the owner says why; nor while it cannot be judged.
tried-title = Tried on our own clients
tried-note = What the rule would have said when they came, held against what became of them: whether a case of ours ended them, restricted ones left out. What counts is the terms of the first invoice, discounts asked for before the start, and what was written down of a prospect before it was won. Country, industry and, where there is no invoice, the payment terms are those of today’s record. How they paid later does not count. Clients without an invoice for a year are left out, and a count of one to three is hidden.
tried-says = { $n ->
    [one] One client could be compared.
   *[other] { $n } clients could be compared.
} { $undecided ->
    [0] {""}
    [hidden] {""}
   *[other] { $undecided } whose cases are open were left out.
}
tried-too-few = Fewer than four clients could be compared: no figure is shown, for each would be one known client.
tried-counts = Counts of the back-test
tried-of = The rule
tried-ended = Ended by us
tried-kept = Still clients
tried-held = held
tried-not-held = did not hold
tried-blind = could not be judged
tried-hidden = not shown
tried-precision = Of those for whom it held, ended by us
tried-recall = Of those ended by us, it held for
tried-blind-says = { $blind ->
    [0] Every client could be judged.
    [hidden] A few clients could not be judged: too little was known of them at the start.
   *[other] { $blind } clients could not be judged: too little was known of them at the start.
}
tried-support = Fewer than { $n } own cases support this refusal. To put it into force, the owner signs with a reason.
tried-not-yours = How it would have done on our own clients is shown to the owner and to finance.
share-says = { $share } ({ $k } of { $n }; between { $low } and { $high })
too-few = fewer than four
channels-title = Channels
channels-lede = *Most clients came through: { $channel }* ({ $n }).
channels-lede-few = *Too few clients were won* to tell the channels apart.
channels-note = Where the next clients come from, what that costs, and what becomes of them later.
channels-worth = What each channel brought
channels-worth-note = Shares and middles of fewer than four are not shown. The range beside a share holds it in 95 of 100 cases. The intake score of a client: of the criteria in force that could be judged by what was written down before it was won, the share that say nothing against it. What became of clients is told by all cases but restricted ones that were opened since they were won; a client with two names is one.
channels-prospects = Prospects
channels-cost = Cost
channels-won = Won
channels-win-rate = Won of those decided
channels-cycle = Contact to signature, median
channels-revenue = Contact to first revenue, median
channels-score = Intake score, mean
channels-fate = What became of the clients
channels-fates = { $fine } fine, { $gone } without an invoice for a year, { $in_case } in a case, { $ended } ended
channels-chances = Chance to win, by stage
channels-chances-note = In percent. The pipeline is weighed by them.
channels-assumed = They are an assumption until the owner sets the firm’s own.
channels-own = What became of our own prospects
channels-own-note = Of those who ever stood at a stage and were decided, the share that was won; whom we refused is left out.
channels-set = Set the chances
channels-chances-fall = A later stage cannot have a smaller chance than an earlier one.
win-prospect = from the prospects
