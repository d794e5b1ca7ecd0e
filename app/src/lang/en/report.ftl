# Reports in confidence.
reports-title = Reports in confidence
reports-lede = What must not be weighed against money is told here, and read only by those you choose.
reports-adviser-lede = What was sealed to you stands here.
reports-sealed = A report is sealed before it is stored. No list, count, export or message outside this page tells that there is one.
reports-filed = Your report is stored and sealed.
reports-filed-next = Its readers see it the next time they sign in. No message was sent, and nothing else in Khitam shows it.
reports-new = Report something
reports-discomfort = I am not comfortable
reports-who = Who receives reports
reports-nobody-yet = Nobody is named yet to receive reports: the owner names two people, one of them not the owner. Until then the form prepares a statement to print and stores nothing.
reports-readable = Open to you
reports-readable-note = Sealed to you or kept by you; nobody else sees this section.
reports-new-key = You have a new key since
reports-new-key-how = What was sealed to the old one stays closed to you, and so does a report of yours to which you kept a way back. Nothing of it is lost: speak to one of its readers yourself, and they open it to you again.
recipient-owner = owner
recipient-member = member
recipient-adviser = adviser from outside
recipient-new-key = new key since

report-new-title = Report something
report-new-lede = What happened?
report-new-note = It takes two minutes and needs no proof. Once is enough. Say what you saw or know; judging is for others.
report-rather-discomfort = Nothing you could name, only that you are not comfortable? There is a door for that.
report-kind = What it is about
report-kind-discomfort = Discomfort
report-kind-disrespect = Disrespect
report-kind-harassment = Harassment
report-kind-bullying = Bullying
report-kind-discrimination = Discrimination
report-kind-threat = A threat
report-kind-safety = Someone’s safety
report-kind-data_abuse = Abuse of data
report-kind-illegal_suspected = Something illegal, suspected
report-kind-illegal_known = Something illegal, known
report-kind-unethical = A demand that is wrong though perhaps not illegal
door-group-wrong = Always wrong, or illegal
door-group-interpretation = May be understood in more than one way
report-door = How it is treated
report-door-change = Treat it in another way
report-door-hint = The act that you named chooses the way. You know best whether another one fits.
report-door-by-act = As the act suggests
door-how-discomfort = Protection at once, without asking what happened. It ends when you say so.
door-how-interpretation = A second person reads it, the other side is heard, and it may turn out to be explained.
door-how-wrong = Protection at once, counsel is asked, and a decision follows: who acts, how and when.
report-client = Which client?
report-at = When did it happen
report-time = At what time, if you know
report-text = In your words
report-what = What was reported
report-text-hint = What was done or said, and how you know. Names only where they are needed.
report-more = More, if you like: where, who saw it, files
report-target = Aimed at
target-ours = one of us
target-theirs = one of theirs
target-third_party = someone else
report-known-by = How do you know
known-by-know = I saw or heard it, or have it in writing
known-by-suspect = I suspect it
report-channel = Where
report-channel-hint = A meeting, a call, a chat, a letter.
report-witnesses = Who else saw it
report-files = Files
report-files-hint = Pictures, messages, recordings: up to five, each up to { $what } MB. They are sealed like the report and never lie open on the disk.
report-files-held = These files came with the form and are still here:
report-files-again = Files that came with the form are no longer here. Please choose them again.
report-files-lost = These files have to be chosen again:
report-files-lost-how = Everything else that you wrote is still here, and nothing was stored yet. Without these files it can be stored, too: you may add them later.
report-files-choose = Choose the files
report-file-too-large = One of the files is too large.
report-files-too-many = These are too many files.
report-file-size = { $n } KB
report-no-file = Choose a file first.
report-asks = What should happen
asks-act = Please do something
asks-how-act = Those who read it protect you first, and speak to the client only with your knowledge.
asks-record_only = Only keep it on record
asks-how-record_only = Protection is offered to you; nobody goes to the client about it. You can change this at any time.
asks-short-act = that something is done
asks-short-record_only = only a record
report-not-secret = What cannot be kept secret:
report-not-secret-how = If someone is in danger, or the law demands it, those who read it must act; as few people as possible then learn of it, and you learn of it first. Whoever takes part in protecting you has to know why.
report-readers = Who will read it
report-readers-hint = Strike whoever should not. Nobody can open it to them later.
report-cannot-file = Nobody is there yet who could receive it, so nothing can be stored here. The form prepares a statement to print.
report-unnamed = Do not name me
report-unnamed-hint = Readers then see no name. What you write may still show who you are.
report-keep = Let me see it and its progress later
report-keep-hint = It opens with your own key. Nothing stored says that it is yours. Without it you cannot answer what is offered to you here.
report-file = Seal and store
report-print = Prepare a statement to print
report-print-hint = The statement is shown once and stored nowhere; files are not part of it.
report-filed-on = Filed
report-by = Reported by
report-by-unnamed = asked not to be named
report-the-reporter = the person who reported
report-the-reporter-first = The person who reported
report-read-by = Open to
report-kept = and the person who reported
report-own = yours
report-due = What is next
report-no-text = Nothing was written.
report-added = Added later
report-files-title = Files
report-attach = Add a file
report-attach-file = File

report-line-closed = Closed
report-line-nothing = Nothing is due
report-line-next = { $task }, by { $day }
report-ways = Pages of this report
report-lede-next = *{ $task }* by { $day }. This is up to { $names }.
report-lede-next-yours = *{ $task }* by { $day }. This is up to you.
report-lede-late = *{ $task }*: it was due on { $day }. This is up to { $names }.
report-lede-late-yours = *{ $task }*: it was due on { $day }. This is up to you.
report-lede-nothing = *Nothing is due now.* Protection goes on until it is ended.
report-lede-closed = *This report is closed.* What was done stays on record here.
report-note-record-only = The person asked only for a record. Nobody goes to the client without their knowledge.
report-note-counsel-stop = Counsel has stopped this case. Protection goes on.
report-note-no-word = Counsel says: nothing is said to the client for now.
report-note-no-hold = Counsel says: no stop may show. Work goes on as usual to the eye.
report-note-hold = Work for this client is stopped. Others see only that, and whom to ask.
report-broken = The journal of this report is not whole: entry { $n } was { $fault ->
    [altered] altered
    [unlinked] put in by someone else
   *[missing] taken out
}.
report-next = What is next
report-is-told = Whoever reported reads what you write here.
report-is-not-told = Whoever reported does not see what you write here.
report-who = Who
report-what-was-done = What was done, in a few words
report-on = On
report-done = Write it down
approach-safe = This person is senior, and safe for everyone concerned
approach-safe-hint = Neither the person who was harmed nor anyone who takes part in it.
approach-knows = Whoever reported knows of this talk beforehand
report-protection = Protection
report-protection-note = It runs by itself, whatever becomes of the client. Nothing happens without the person’s consent.
report-no-measures = Nothing protects anyone yet.
measure-says-runs = Runs since { $day }{ $until ->
    [none] {""}
   *[other] {", until "}{ $until }
}. { $owner } sees to it.
measure-says-offered = Offered on { $day }; waits for an answer. { $owner } would see to it.
measure-says-declined = Offered on { $day } and not wanted.
measure-says-ended = Ended on { $day }.
measure-they-agree = The person agreed
measure-they-decline = The person does not want it
measure-new = Offer or start a measure
measure-which = Which measure
measure-consent = Consent
measure-consent-ask = Offer it: the person answers first
measure-consent-agreed = The person has agreed to it
measure-owner = Who sees to it
measure-since = From
measure-until = Until, if it ends by itself
measure-text = Details
measure-save = Save the measure
measure-end = End this measure
measure-end-why = Why it ends
report-clock = The clock
report-clock-all = Every step, done and open
report-clock-note = Business days of the firm, counted from the day on which it was reported.
due-open = { $n ->
    [0] due today
    [one] due tomorrow
   *[other] due in { $n } days
}
due-late = { $n ->
    [one] late by a day
   *[other] late by { $n } days
}
due-done = done on { $day }
due-done-late = done on { $day }, late
report-other = Write down something else
report-other-what = What
door-change = Treat it in another way
door-to = From now on as
door-named = Which act is it then
door-named-same = as reported
door-why = Why
door-knows = Whoever reported knows of it
door-knows-hint = Nobody is taken further than they know. Without this it cannot be changed.

task-acknowledged = Confirm to the person that it was received
task-how-acknowledged = A few words are enough: it was read, by whom, and what comes next. Do not judge.
task-protection_decided = Settle protection with the person
task-how-protection_decided = Offer what helps at once, and write down the answer, whatever it is. Moving the person who was harmed is not the first offer.
task-contact_named = Name one person to turn to
task-how-contact_named = Someone whom they can reach at any time, and who keeps them informed.
task-statement_taken = Take the statement in the person’s own words
task-how-statement_taken = They read it and may correct it. Do not shorten, do not soften.
task-client_approached = Speak to the client
task-how-client_approached = Someone senior and safe speaks to someone responsible there. The person who was harmed never has to meet anyone.
task-second_reading = Have a second person read it
task-how-second_reading = Someone else than who confirmed receipt, who judges alone before you talk about it.
task-context_noted = Write down the context
task-how-context_noted = What was going on round it, and how people there usually talk.
task-pattern_sought = Look whether it happened before, or to others
task-how-pattern_sought = Without asking round: in what is known already.
task-other_side_heard = Hear the other side
task-how-other_side_heard = In their words, and without saying who reported.
task-explained = Say that it was explained
task-how-explained = Nobody is blamed, neither who reported nor who was meant.
task-not_borne_out = Say that it was found not to be so
task-how-not_borne_out = With the reasons. Whoever reported is not blamed, and no trace of it stays on them.
task-outcome_told = Tell the person the outcome
task-client_told = Tell the client what was decided
task-how-outcome_told = What was decided, what changes, and what stays in force to protect them.
task-how-client_told = By whom, how and when the decision says; write down what came of it.
task-retaliation_checked_30 = Look for retaliation, after 30 days
task-how-retaliation_checked_30 = Ask the person. Look at pay, tasks, hours, and how they are treated.
task-retaliation_checked_90 = Look for retaliation, after 90 days
task-how-retaliation_checked_90 = Ask the person. Look at pay, tasks, hours, and how they are treated.
task-retaliation_checked_180 = Look for retaliation, after 180 days
task-how-retaliation_checked_180 = Ask the person. Look at pay, tasks, hours, and how they are treated.
task-closed_by_person = Write down that the person says it is over
task-how-closed_by_person = In their words.
task-closed = Close it
task-how-closed = The journal stays.
task-look_again = Look at the decision again
report-after = After the decision
report-after-decision = The decision
report-after-bare = Nothing protects anyone at present, although a decision stands.
report-after-reopen = Whoever decides looks at it again by reopening it. Until then it stands, and so does protection.
report-after-reopen-yours = To look at it again, reopen it on the page of the decision. Until then it stands, and so does protection.
remains-tell = Tell the client { $how }
remains-protect = { $measure }: goes on until it is ended
remains-protect-until = { $measure }: runs until this day
remains-always = no day
remains-late = its day has passed

own-lede-next = *{ $task }* is next, by { $day }: { $names }.
own-lede-nothing = *Nothing is due now.* What protects you goes on.
own-lede-closed = *This is closed.* What was done stays here for you.
report-own-lede = This is your own report. It opens with your key and with those of its readers.
report-contact = Turn to
own-protection = What protects you
own-protection-note = Nothing of it without your consent. Saying no never makes you worse off.
own-do-you-agree = Would this help you?
own-agree = Yes, please
own-decline = No, thank you
own-done-title = What was done
own-done = { $what } · { $who }
own-nothing-done = Nothing yet. Its readers see it when they next sign in.
own-clock = What comes next, and by when
own-what = What you reported
own-say = Your say
own-say-note = You owe nobody an explanation.
own-add = Add something
own-add-send = Add it
own-ask-act = Please do something about it
own-ask-record = Keep it only on record
own-wish-why = Why, if you like
own-over = It is over
own-over-note = Only you can say so. You can report again at any time.
own-over-text = A last word, if you like

report-people = People and access
report-people-lede = As few as needed know of it.
report-roles = Roles
report-roles-note = Who has which role may see this report.
report-role-decision_owner = Decides, and speaks for the firm.
report-role-guardian = Protects the people concerned.
report-role-counsel = Advises on the law, and can stop the case.
report-role-compliance = Judges the duty to report, and can stop the case.
report-role-nobody = Nobody
report-role-falls = falls to them until someone is named
report-role-end = End the role
report-role = Role
report-role-give = Give a role
report-role-give-note = The report is opened to this person. Whoever was struck or takes part in it is not offered. No counsel in the firm? An adviser from outside can be invited by a link.
report-parties = Who of us takes part in it
report-parties-note = Whoever is accused or was harmed loses access at once, and gets no task in it.
report-party-name = Name someone
report-part = How
report-party-why = What shows it
part-accused = accused
part-harmed = harmed
report-open-again = Open it again
report-open-again-note = These readers have a new password and with it a new key. Make sure that it is really them before you open it.
report-way-back = Open it again to who reported
report-way-back-note = The person who reported has a new password and with it a new key, so the way back that they kept is closed. Make sure, by talking to them, that it is really them. Then press their name.
report-way-back-unnamed = Whoever reported asked not to be named. Only if someone comes to you and says that it was them, and that they have a new password: press their name. Ask nobody. The journal will not say who it was.

report-journal = Journal
report-journal-lede = Everything that happened, the newest first.
report-journal-whole = Each entry is bound to the one before it; the chain was checked and is whole.
report-journal-broken = The chain of entries was checked and is not whole. Keep a copy of the database and tell whoever looks after it.

report-archive = Archive
report-archive-lede = *Who must be able to read this case in years, wherever this copy is then?*
report-archive-note = The archive is handed to you and kept nowhere else: no folder, no list and no log here shows that there is one. What counsel said, and what stands in the duty to report, is not in it.
report-archive-open = A report is archived once it is closed.
report-archive-open-next = Its page says what is still due, and whose it is. A discomfort is closed by the person who reported it.
report-archive-whose = Sealing it is theirs: { $names }.
report-archive-seal = Seal the case
report-archive-seal-note = What was reported, who reads it, the journal and every file. It is opened again and compared before you get it. Keep it in two places, neither of them this machine. What is written down here later is in the next archive only.
report-archive-do = Seal and download
report-archive-sealed = Sealed so far
report-archive-failed = Opened again, it was not as it went in. Nothing was sealed, and nothing was left behind.
report-archive-failed-next = Look on the journal page whether the chain is whole, then try again.
report-archive-missing = A file of this report does not open here any more. Nothing was sealed, and nothing was left behind.
report-archive-missing-next = Open the files on the report’s page to see which one. Whoever runs this copy can take the database from a backup in which it still opens; they need not be told why.
report-archive-keep = No rule of the retention pack is about restricted reports. Keep this archive as long as a claim can be brought or counsel asks for it, then destroy every copy. Nothing ends by itself.

report-decision = Decision
acting-lede = *Whether to act is not the question here.* Who, how and when are.
acting-lede-signed = *The decision is signed.*
acting-note = Leaving everything as it was is not offered. Protection goes on in any case.
acting-lacking = Before that
acting-what = What is done
outcome-how-repair = The client stays, with conditions in writing, while protection runs.
outcome-how-hand_over = Another firm takes over.
outcome-how-reduce_scope = Work ends where people were harmed, and goes on elsewhere.
outcome-how-end_by_agreement = Both sides agree on the end.
outcome-how-end_by_notice = With the notice that the contract asks for.
outcome-how-let_expire = The contract runs out; protection runs until then.
outcome-how-end_for_breach = For a breach of the contract, on counsel’s word.
outcome-how-immediate_stop = At once, on counsel’s word.
acting-who-how-when = Who, how and when
acting-by = Who tells the client
acting-how = How
how-meeting = in a meeting
how-call = by telephone
how-letter = by letter
how-through_counsel = through counsel
acting-on = On
acting-review = Looked at again on, if the client stays
acting-conditions-ask = If the client stays: on which conditions
acting-conditions-hint = What they change, by when, who looks whether they do, and what follows if they do not.
acting-reason = Why
acting-lawful = Does the reason have anything to do with
acting-lawful-hint = Then it must not be the reason.
unlawful-protected_trait = someone’s sex, faith, origin, age, health or another protected trait
unlawful-retaliation = getting back at someone
unlawful-lawful_complaint = a complaint that someone was entitled to make
acting-personal = I have causes of my own in this
acting-personal-hint = Then someone else reads it first.
acting-legal-hold = Keep all records from destruction for a legal purpose
acting-sign = Sign the decision
acting-says = Signed by { $who } on { $day }. { $by } tells the client { $how }, on { $on }.
acting-prepare = Prepare the end
acting-second = Approve as a second person
acting-read = I have read it
acting-cooled = Confirm after a day
acting-reopen = Reopen the decision
acting-reopen-why = Why

report-counsel = Stop and counsel
stop-lede = *{ $names }* is counsel in this case.
stop-lede-nobody = *No counsel is named yet.* An adviser from outside can be invited by a link.
stop-note = A stop that shows looks like any other: it says neither why nor that there is a case.
stop-hold = A stop that shows
stop-hold-note = Everyone in the firm sees it; nobody sees a reason.
stop-nobody-to-ask = Of those to whom this is open, nobody belongs to the firm and could be asked, so no stop can show.
stop-stop = Counsel’s stop
stop-stop-note = It stops the case and all that would go out, not protection. It shows only here.
stop-is-stopped = The case is stopped.
stop-is-not-stopped = The case is not stopped.
stop-stop-set = Stop the case
stop-resume = Let the case go on
stop-why = Why
stop-word = Counsel’s word
stop-word-note = Ending a contract for conduct or for reasons of law needs it in writing.
stop-no-word = Counsel has not written anything yet.
stop-advise = Write counsel’s word
stop-ground = On the ground
stop-no-ground = none in particular
stop-text = In writing
stop-instruct = What must not be seen
stop-instruct-do = Tell those who act
stop-instruct-note = Those who work on the report read this. It needs no reasons.
stop-no-word-to-client = Nothing is said to the client for now
stop-no-visible-hold = No stop may show: it would tip off those concerned

report-duty = Duty to report
duty-lede-open = *Is there a duty to report?* Nobody has judged it yet.
duty-lede = { $duty ->
    [must] *There is a duty to report*{ $day ->
        [none] {"."}
       *[other] {", by "}{ $day }.
    }
    [may] *Reporting is allowed, not demanded.*
   *[none] *There is no duty to report.*
}
duty-note = Only those named as counsel or compliance open this page. Nothing in the report leads here, and no other reader can tell that it exists.
duty-must = There is a duty to report
duty-may = Reporting is allowed, not demanded
duty-none = There is no duty to report
duty-others-wait = Someone is named by now who cannot open this, or has a new key.
duty-open-to-named = Open it to everyone who is named
duty-assess = Judge it
duty-assess-note = What is known and what is only suspected; whether the firm is obliged; whether privilege stands in the way.
duty-question = What the law asks
duty-to = To whom
duty-by = By when
duty-reason = Why
duty-reason-hint = The provision, the facts it rests on, and what is open.
duty-silence = Tipping off
duty-silence-hint = Ending, stopping or speaking may itself be an offence if it tells those concerned that they were reported.
duty-tell = Tell those who work on the report what must not be seen
duty-tell-hint = Only these two points, without reasons. Without this they may speak or stop.
duty-save = Save the judgement
duty-told-title = What was written here
duty-nothing = Nothing yet.
duty-told = { $who } judged: { $duty }{ $day ->
    [none] {""}
   *[other] {", by "}{ $day }
}. { $speak ->
    [yes] The client may be spoken to.
   *[no] Nothing is said to the client.
} { $tips ->
    [yes] A stop would tip off those concerned.
   *[no] A stop may show.
}
duty-told-reported = { $who } wrote down that it was reported on { $day }.
duty-told-note = { $who } wrote a note.
duty-reported = It was reported
duty-reported-text = To whom, how, and under which number
duty-add-note = Add a note
duty-note-text = Note

keys-title = New keys
keys-note = { $n ->
    [one] A new password by a link brought someone a new key.
   *[other] New passwords by a link brought { $n } new keys.
}
keys-see = See which
keys-lede = { $n ->
    [0] There is no new key of which you have not read.
    [one] Someone has a new password, and with it a new key.
   *[other] New passwords by a link brought { $n } new keys.
}
keys-how = Whoever can make such a link could take someone’s place. Ask the person whether it was them. What was sealed to their old key stays closed until another reader opens it again.
keys-read = I have read this
keys-recent = The last ninety days
key-row = { $name } has a new key since { $day }, { $time }; { $by ->
    [none] the link was made on the machine itself.
   *[other] { $by } made the link.
}

discomfort-title = I am not comfortable
discomfort-lede = You need no proof and no reason that would stand anywhere else.
discomfort-options = You can ask to change how you work with this client. Nothing happens without your agreement, and you will not be worse off for asking.
discomfort-text-hint = As much or as little as you like; it may stay empty.
wishes = What would help now
wishes-hint = As many as you like, or none.
wish-company = Not to be alone with them: someone else joins meetings and calls
wish-channel = Another channel: in writing only, or through someone else
wish-handover = Someone else takes this client over, if I agree to it then
wish-no_contact = No contact with them for now
wish-only_tell = Nothing yet; I only want someone to know

recipients-title = Recipients of reports
recipients-lede = Who receives what people report in confidence?
recipients-note = At least two, one of them not the owner. The person who reports sees the names and may strike any of them.
recipients-who = Recipients
recipients-adviser = Are you alone, or is a second person missing? An adviser from outside can be invited by a link.
recipients-too-few = At least two people are needed, and one of them must not be an owner.
outside-route = Outside the firm:
outside-route-hint = Where someone can turn who does not want to report here: a lawyer, an ombudsperson, a public hotline. Shown on the form.

statement-title = Statement
statement-lede = Nothing was stored. This page is the only copy.
statement-next = Print it or save it as a file, and hand it to someone you trust. It is gone when you leave the page.
statement-sign = Name and signature, if you wish
