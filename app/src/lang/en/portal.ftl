# The client’s own page.
portal-title = Your page at { $firm }
portal-foot = This page is for { $name } alone.
portal-welcome = Welcome, { $name }
portal-ends = Our services end on *{ $day }*. Until then we work with you as before.
portal-will-end = According to our notice our services end on *{ $day }*. Until then we work with you as before.
portal-ended = Our services ended on *{ $day }*. What remains on either side is settled here.
portal-closed = Our services ended on *{ $day }*, and the file is closed. Thank you.
portal-in-talks = { $firm } keeps this page for you.
portal-calendar = Services of { $firm } end
portal-ask = Ask us something
portal-to-calendar = Into the calendar
portal-letters = Your documents
portal-no-letters = None yet.
portal-acknowledged = { $name } confirmed the receipt on { $day }.
portal-receipt = Please confirm that our notice arrived
portal-receipt-note = Confirming says that you have it, not that you agree.
portal-read = Read it first
portal-receipt-do = I confirm the receipt
portal-clearance = Clearance of account
portal-clearance-note = With it both sides confirm that the account is settled as agreed. It waives nothing else.
portal-clearance-do = Sign
portal-signed = { $name } signed the clearance of account on { $day }.
portal-data = What shall we do with your data?
portal-data-note = What the law makes us keep, such as invoices and the contract, we keep as long as it says, and for nothing else.
portal-data-choose = Choose
portal-data-change = Change the answer
portal-data-which = Your answer
portal-data-return_and_delete = Return it, then delete your copies
portal-data-return = Return it
portal-data-delete = Delete it
portal-data-do = Give this answer
portal-questions = Your questions
portal-question = A new question
portal-question-hint = We answer here within one working day.
portal-question-do = Send
portal-question-waits = We are looking into it.
portal-name = Your name
portal-name-missing = Please write your name.
portal-code = Code
portal-code-hint = The eight digits that we told you. Without them nothing is confirmed.
portal-code-wrong = The code does not fit. { $n ->
    [0] It can no longer be tried; please ask us for a new link.
    [one] One try is left.
   *[other] { $n } tries are left.
}
portal-not-now = That has been done already, or its time has passed. This is how things stand.
portal-until = This page stays available to you until { $day }.
portal-digest = SHA-256 of this text
portal-back = Back to your page
portal-open-title = A page for you
portal-open-lede = { $what } keeps a page for you
portal-open-note = It shows our letters, dates and what remains on either side. Opening it binds it to this browser and confirms nothing.
portal-open-do = Open my page
portal-open-taken = This link was opened already
portal-open-taken-note = A link works in one browser. In that browser the page opens directly; for another one, please ask us for a new link.
portal-open-page = To the page
