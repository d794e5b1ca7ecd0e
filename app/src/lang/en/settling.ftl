# The final account of an end: frozen, and settled.

settling-title = Final account
settling-lede = *What is owed on either side when it ends?* Once nothing is left to be said, the account of the day is frozen.
settling-frozen = *The account of { $day } is frozen: { $sum }.*
settling-nothing = nothing is owed
settling-note = A frozen account keeps its lines and its digest. Payments that come later make another account, to be frozen and settled anew.
settling-records = Records, statement and reminders
settling-frozen-title = The frozen account
settling-lines = { $n ->
    [0] It has no line.
    [one] It has one line.
   *[other] It has { $n } lines.
}
settling-digest = Digest (SHA-256)
settling-moved = Records changed since. What is below is today’s account, not the frozen one.
settling-closes = closes the account
settling-stays-open = leaves it open: { $reasons }
settling-open-questions = something has still to be said
settling-open-unbilled = work or costs are on no invoice: bill them, waive them, or list them
settling-open-disputed = a sum is disputed; list it, or settle the dispute
settling-open-retained = a sum is kept back until its day
settling-open-we_owe = we still owe the client
settling-open-trust = trust money has to go back
settling-interest = Claim interest on late payment
settling-try = Try it
settling-freeze = Freeze the account of today
settling-freeze-note = Whoever freezes it approves the interest in it. From then on the client sees it on their page, with the statement of the day.
go-part-account = To the final account
gate-account = The final account is not frozen
gate-how-account = Finance draws it up and freezes it, once nothing is left to be said of it.
gate-name-account = Final account
gate-trust_money = Money is still held in trust
gate-how-trust_money = It goes back to the client; then the account is frozen anew.
gate-name-trust_money = Trust money
event-AccountFrozen = { $who } froze the account of { $day }: { $sum }.
