# What is kept of ended relationships, and until when.

retention-title = What we keep, and until when
retention-none = No relationship that you take part in has ended.
retention-nothing-due = Nothing is due yet.
retention-due = { $n ->
        [one] One kind of papers is
       *[other] { $n } kinds of papers are
    } past the time for which it is kept, and still here.
retention-note = The longest rule that applies wins, and a legal hold stands above all. The rules come from a pack with sources; nobody has vouched for it yet. That papers are of real estate, that a tax dispute is open, or that other years apply is stated among the firm’s facts, with the reason. Nothing is destroyed by this page or by itself: look once a year, ask counsel, then act.
retention-held = A legal hold keeps everything here, whatever the days below say.
retention-head-what = What
retention-head-until = Kept until
retention-head-why = What that rests on
retention-passed = has passed
retention-gone = has passed, and nothing of it is here any more
retention-later = has passed here, but the client came back or ended later once more
retention-own-part-go = It goes when the archive of the firm is sealed
retention-silent = Clients who left without a case
retention-silent-note = Nothing was written of them for a year, so the time runs from their last rows. A case that is opened, or a new row, stops it.
retention-signs = Signs that have grown old
retention-signs-note = Messages, feedback, hours and the like are kept for their time, also while a client stays. The name leads to the form that proposes to erase what is older.
retention-head-client = Client
retention-head-n = How many
retention-head-before = Before
retention-prospects = Prospects of whom nothing came
retention-waits-learned = one year after the retrospective
retention-waits-ended = once it has ended
retention-waits-year_end = once it has ended
retention-rests-law = Demanded by law
retention-rests-custom = Convention; counsel may set it otherwise
retention-rests-contract = As the contract says; without a clause:
retention-rests-own = The firm states its own years:
retention-sure-sourced = Held against a published source on { $day }.
retention-sure-general = Generally held; counsel to confirm.
retention-sure-convention = A choice of its own.
retention-when-real_estate = Books of real estate
retention-when-dispute = An open dispute with a tax authority
own-terms-title = How long papers are kept
own-terms-note = Where papers are kept for another time than the rules of the pack say. What a law keeps can become longer and not shorter; every change stays with who made it.
own-terms-none = Nothing stated; the rules of the pack hold.
own-term-what = What
own-term-years = Years
own-term-reason = Why
own-term-what-missing = Choose what it is about.
own-term-years-missing = Write for how many years, from 1 to 100.
own-term-reason-missing = Write why: the law, the contract or counsel’s word.
retention-class-books = Invoices, payments and the account
retention-class-due_diligence = What was asked against money laundering
retention-class-contract_file = Contracts, letters, proofs and the journal
retention-class-own_part = Answers about our own part
retention-class-incident = Incidents
retention-class-sign_data = Messages, feedback and hours
retention-class-client_data = The client’s own data
archive-holds-retention = Until when each kind of papers is kept, and what that rests on; and the legal holds, each with what it said at each time
