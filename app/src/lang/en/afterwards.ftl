# After a case: what replaces a lost client, and what is looked after once a case is closed.

go-replacement = Replacement plan
go-afterwards = After the end
replacement-unknown = What { $name } leaves over is not known, so that nothing can be held against it.
replacement-nothing-lost = *With { $name } nothing is lost that would have to be replaced.*
replacement-enough = *What is won and what is open make up for { $name }:* weighed by their chances, { $share } of what is lost.
replacement-short = *What is won and what is open do not make up for { $name } yet:* weighed by their chances, { $share } of what is lost.
replacement-from-run = The lost contribution is the one of the simulation of { $day } that the decision kept. Enough is its whole weighed, or three times its sum unweighed.
replacement-from-records = The decision kept no simulation: the lost contribution is what the records say today. Enough is its whole weighed, or three times its sum unweighed.
replacement-from-nothing = Connect invoices and hours of this client, or state its contribution where ending is simulated.
replacement-lost = Lost in a year
replacement-won = Won since the decision
replacement-weighted = Weighed
replacement-raw = Open, unweighed
replacement-times = with what is won, { $n } times what is lost
replacement-together = Lost in a year with all ends under way
replacement-together-share = what is won and open, weighed, makes up for { $share }
replacement-replaced = Since { $day }, { $n } months after the decision, those who were won and paid make up for what is lost{ $way ->
    [sooner] : sooner than eight of ten futures said.
    [later] : later than eight of ten futures said.
    [within] , within what eight of ten futures said.
   *[none] .
}
replacement-first = First revenue of a new client came on { $day }, { $n } months after the decision{ $way ->
    [sooner] : sooner than eight of ten futures said.
    [later] : later than eight of ten futures said.
    [within] , within what eight of ten futures said.
   *[none] .
}
replacement-first-open = No revenue of a new client has come yet, { $n } months after the decision{ $way ->
    [later] : later than eight of ten futures said.
   *[none] .
}
replacement-chance = Chance
replacement-no-sum = not stated; counts nothing
replacement-refused = a criterion says no; counts nothing
replacement-pipeline = Pipeline
replacement-pipeline-note = Every open prospect, by the chance of its stage; whom a criterion refuses counts nothing.
replacement-since = Time to replace, against the forecast
replacement-signed = Signed
replacement-first-paid = First revenue
replacement-not-yet = not yet
replacement-after = { $n } months after the decision
replacement-none-won = Nobody was won since the decision.
replacement-no-forecast = There is no forecast to hold it against.
replacement-forecast = Forecast from the decision to a signature: half of the futures within { $half } months, eight of ten between { $low } and { $high }.
replacement-history-note = Prospects that are won join the firm’s own history, from which the cost of ending is simulated:
replacement-simulation = What ending costs
afterwards-lede-due = *A look back at { $name } has been due since { $day }.*
afterwards-lede-next = *The next look back at { $name } is on { $day }.*
afterwards-lede-done = *Every look back at { $name } is done.*
afterwards-note = Only those who took part in the case see this. What is said here is sealed to it.
afterwards-relationship = How we parted
afterwards-unsaid = nobody said it yet
afterwards-access = Accesses
afterwards-access-gone = all gone
afterwards-access-there = something still open
afterwards-unlooked = not looked at since the end
afterwards-reputation = What was said of us
afterwards-referred = Prospects whom they referred since
afterwards-rate = Referrals in a year
afterwards-rate-few = fewer than four, or too early: not said
referrals-yearly = { $before } in a year before the end ({ $k }), { $after } in a year since ({ $m } in { $days } days).
referrals-chance = If nothing had changed, so few since would have a chance of { $chance }.
afterwards-thanks = Thanks, two days after the closing
afterwards-thanks-sent = A letter of thanks went out.
afterwards-thanks-declined = { $name } said on { $day } why nobody thanks them.
go-thanks = Write a letter of thanks
go-thanks-letter = The letter of thanks
afterwards-checks = Looking back
afterwards-checks-note = On the first business day from then on.
afterwards-check = After { $n } days
afterwards-check-done = Done on { $day } by { $name }.
afterwards-check-late = Due since { $day }.
afterwards-check-due = On { $day }.
afterwards-looks-30 = Is anything left open, and is every access gone?
afterwards-looks-60 = The door is open: a referral or a reference can be asked for.
afterwards-door-shut = Nobody has said that the door is open: ask for no referral and no reference.
afterwards-looks-180 = What is said of us? Which clauses still bind, and until when? Is what was lost replaced, as planned?
afterwards-looks-365 = What is said of us? Which clauses still bind, and which papers may go? Is what was lost replaced, and did its cause come back?
afterwards-do = Write down
afterwards-do-thanks = Thanks
afterwards-thanks-given = Was the client thanked?
afterwards-thanks-said = How, or why not
afterwards-thanks-hint = The program thanks nobody by itself. Without thanks a reason is needed.
afterwards-do-check = A look back
afterwards-do-access = Accesses looked at again
afterwards-do-reputation = A review, a reference, a referral, a complaint
afterwards-do-recommend = Whether they would recommend us
afterwards-do-relationship = How we parted
afterwards-do-survival = Until when a clause binds
afterwards-which = Which one
afterwards-on = On which day
afterwards-found = What was found
afterwards-all-gone = Is every access gone, ours to them and theirs to us?
afterwards-score = How likely they would recommend us, as they said it: 0 to 10
afterwards-score-hint = Ask once, and only where the door is not closed. Whoever does not answer has not said 0.
afterwards-score-of = { $n } of 10
afterwards-recommends = Would recommend us
afterwards-kind = What it is
afterwards-calendar-look = look again, { $n } days after the closing
afterwards-calendar-clause = last day of a clause that binds on
afterwards-clause = Clause
afterwards-contract = Contract
afterwards-until = Binds until
afterwards-undated = no day stated
afterwards-clause-words = In the words of the contract
afterwards-clause-hint = Of a clause that is not listed, the words are needed: they name it.
afterwards-other-clause = Confidentiality, or another clause that is not listed
afterwards-day-wrong = A day is needed here; what happened cannot lie after today.
afterwards-overtaken = Somebody else wrote something down meanwhile. Look at the page, then save again; what you wrote still stands here.
afterwards-no-act = It was not said what happened. Choose one of the forms below, then save again.
afterwards-survival = Clauses that still bind
afterwards-survival-note = As people confirmed them in the contract, or stated them here.
afterwards-no-clauses = No such clause was confirmed in a contract of this client. Confidentiality mostly binds on: state it here, with its day.
afterwards-told-thanked = The client was thanked on { $day }.
afterwards-told-unthanked = The client is not thanked.
afterwards-told-check = Looked back after { $n } days, on { $day }.
afterwards-told-gone = Accesses looked at on { $day }: all gone.
afterwards-told-there = Accesses looked at on { $day }: something was still open.
afterwards-told-reputation = { $kind }, on { $day }.
afterwards-told-recommended = They would recommend us with { $n } of 10, said on { $day }.
afterwards-told-relationship = How we parted: { $state }.
afterwards-told-other-clause = Another clause binds until { $day }.
afterwards-told-survival = { $term } ({ $contract }): binds until { $day }.
reputation-review = Review
reputation-reference = Reference
reputation-referral_in = Referral to us
reputation-referral_out = Referral by us
reputation-complaint = Complaint
relationship-open_door = Open door
relationship-neutral = Neutral
relationship-closed = Closed
