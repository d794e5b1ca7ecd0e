# Erasing by two people, and the index of what was destroyed. A prospect that they once were is erased on its own page.

act-erase = Erase

erasures-title = Erasing
erasures-lede = Erasing takes two people: one proposes it, another reads what would go and confirms. Whoever is alone in the firm confirms it after a pause.
erasures-note = Nothing is done by a proposal. Books and whatever a law keeps cannot be proposed before their term has passed; what a legal hold keeps is neither proposed nor erased while it stands.
erasures-owner = An owner proposes an erasure; you can read what waits, and confirm it.
erasures-waiting = Waiting for the second person
erasures-look = Read it
erasures-kept = Cannot be proposed yet
erasures-whole-title = Erase { $name }
erasures-member-lede = Everything that they said in cases is closed for good, and their name and address go from the list of members and the readers offered for archives. Their id stays in the journals, and records of work (hours, messages, incidents) keep the name.
erasures-prospect-lede = Everything that was noted of them goes: name, address, what they told us, and how far it came.

erasure-rows = Kinds of records
erasure-rows-note = The records go with their past, their corrections and the values of refused rows. All files that wait to be imported go, too, whosever they are, unless a legal hold stands for anybody. A package that was made for the client to take along goes if it holds any of them; it can be made again without.
erasure-rows-what = What goes
erasure-older = Signs that have grown old
erasure-older-note = Messages, feedback, hours, moods and what was said of findings go where their time has passed; what is newer stays.
erasure-whole = All of the client
erasure-whole-note = Everything that is here of them goes, with their own entry, every spelling of the name, what was said in their cases and what was noted of them as a prospect. Where there are books, all of it waits until their term has passed. What stays: the chain of the journals with the name under which a case was opened, the names of imported files, and the index of what was destroyed.
erasure-person = One person by name
erasure-person-note = Their name goes from the records of this client, and what those records say in words.
erasure-name = Name, as the records have it
erasure-name-hint = Spellings of one name count as one. The name is kept until the second person has decided, and goes then.
erasure-case = What was said in one case
erasure-case-note = The key of the case is destroyed. The journal stays, and its chain can still be checked. Where an account was drawn up, it stays with its proofs and the closing pack until the term of the books has passed.
erasure-case-what = Which case
erasure-case-opened = Case opened on { $day }
erasure-member = Why
erasure-member-note = Nothing of it can be brought back.
erasure-prospect = Why
erasure-prospect-note = Figures of channels and of the pipeline are counted without them from then on.
erasure-basis = On which basis
erasure-what = What
erasure-basis-request = The person asked for it
erasure-basis-contract = A contract promises it
erasure-basis-term = The time for which it was kept has passed
erasure-basis-own-part = Their time had passed; what they came to stands in the retrospective
erasure-basis-said = { $kind }: { $reference }
erasure-reference = What that rests on
erasure-reference-hint = The law, the clause, or the letter of which day. It stays in the index for good, so name nobody.
erasure-reference-names = “{ $what }” says whose data it is. Write the law, the clause or the day of the letter.
erasure-propose = Propose
erasure-nothing-named = Choose at least one kind of records.
erasure-due = Its term has passed.
erasure-by-law = Kept by law; its term has not begun.
erasure-by-law-until = Kept by law until { $day }.
erasure-not-yet = Its term has not begun, so the term is no ground for erasing it.
erasure-not-yet-until = Its term ends on { $day }.
erasure-waits = { $who } proposed on { $day }: { $what }.

erasure-title = Proposed erasure
erasure-proposed = { $who } proposed it on { $day }. Nothing has been erased yet.
erasure-under-way = { $who } confirmed it on { $day }; it is being carried out.
erasure-person-is = The person is { $name }.
erasure-held = A claim is near, and nobody has said yet what a legal hold keeps. Nothing is erased before counsel has.
erasure-held-by = A legal hold has stood since { $day }. Ask { $name }; nothing is erased before counsel releases it.
erasure-stopped = It stays as it is, by word of management. Ask { $name }.
erasure-stopped-all = It stays as it is for now, by word of management.
erasure-stopped-all-next = Nothing was done.
erasure-not-ended = It belongs to something that has not come to its end, and can be erased once that has.
erasure-open-case = It was said in a case that is still open. Close the case first.
erasure-still-here = They belong to the firm. Let them leave first, on the page of members.
erasure-nothing = There is nothing of it here any more.
erasure-goes = What goes
erasure-goes-note = Counted just now. The figures in the index are those of the moment when it is done.
erasure-head-what = What
erasure-head-n = How many
erasure-head-copy = Copy
erasure-head-until = Gone by
erasure-bag-goes = The sealed archive { $name } is removed whole.
erasure-bag-stays = The sealed archive { $name } holds it, too. { $names ->
        [no] Who may open it cannot be read here
       *[yes] It opens for { $readers }
    }, and { $ends ->
        [no] no day is known until which it is kept
       *[yes] it is kept until { $day }
    }.
erasure-bags-go = { $n ->
        [one] One sealed archive of a case is removed whole.
       *[other] { $n } sealed archives of cases are removed whole.
    }
erasure-bags-open = { $n ->
        [one] One sealed archive of a case holds it, too. Someone with a part in the case can open it here.
       *[other] { $n } sealed archives of cases hold it, too. Someone with a part in the cases can open them here.
    }
erasure-bags-stay = { $n ->
        [one] One sealed archive of a case holds it, too, and stays as it is.
       *[other] { $n } sealed archives of cases hold it, too, and stay as they are.
    }
erasure-no-day = no day is known
erasure-mentions = { $what }: { $n ->
        [one] one text still names them.
       *[other] { $n } texts still name them.
    }
erasure-left = Look at these by hand
erasure-stays = What stays
erasure-papers = Proofs and the closing pack of the case ({ $n }): its account rests on them, and which proofs are vouchers nobody can tell here.
erasure-unnamed = Not named in this proposal.
erasure-copies = Copies that this does not reach
erasure-copies-note = As far as this copy knows. What somebody saved as a file or printed, it does not know.
erasure-copies-none = None is known.
erasure-copy-backup = Backup of the data
erasure-copy-keys = Backup of the keys
erasure-copy-bag = Sealed archive
erasure-copy-bags = { $n ->
        [one] one sealed archive of a case
       *[other] { $n } sealed archives of cases
    }
erasure-copy-upload = Files that wait to be imported, kept because a legal hold stands
erasure-copy-value = Values in reports of imports, kept because a legal hold stands
erasure-copy-handed_out = Sealed archives that readers may have taken away
erasure-copy-client_part = What the client took along
erasure-copy-letter = Letters sent or handed over
erasure-copy-portal = Pages shown to the client
erasure-copy-unseen = (not looked into: whether it is still there, only whoever has access can say)
erasure-theirs = in other hands
erasure-bags = Sealed archives in the firm’s folder
erasure-second = Confirm as the second person
erasure-second-note = It is done at once and cannot be undone. An archive that you open here is sealed again without what goes, for the same readers, and the old one is removed.
erasure-read = I have read what goes, what stays and which copies are not reached
erasure-read-missing = Tick that you have read it.
erasure-same-person = You proposed it, so somebody else confirms: an owner, or someone with the role of finance.
erasure-alone = Nobody else belongs to the firm who could read this as the second person. You can confirm it yourself from { $day } on, at least a day after you proposed it; the index will say that you did so alone.
erasure-alone-confirm = Confirm it alone
erasure-confirm = Erase it now
erasure-withdraw = Withdraw the proposal

reseal-phrase = Its passphrase
reseal-key = The key of one of its readers
reseal-hint = Left empty, the archive stays as it is and is listed as a copy that was not reached.
reseal-readers-hint = The same readers as before: a name and a public age key (age1…) a line; without whoever knows the passphrase.
reseal-not-yours = You may not seal archives of this case. Leave the field empty, or ask someone who may.
reseal-shut = That does not open the archive. Nothing was erased.
reseal-readers = These are not the readers of the archive, or whoever opens it is not among them. Nothing was erased.
reseal-broken = The archive is not what it was, and cannot be sealed again. Leave the field empty; then it is listed as not reached.

erasure-scope-all = Everything of { $client } but its journals
erasure-scope-client = Records of { $client }: { $what }
erasure-scope-older = Messages, hours and other signs of { $client } before { $day }
erasure-scope-case = What was said in the case { $case } of { $client }
erasure-scope-a-case = What was said in one case of { $client }
erasure-scope-papers-stay = { $what }; the papers of its account stay, for a law keeps them
erasure-scope-own-parts = Answers about our own part in the case { $case } of { $client }
erasure-scope-own-parts-a-case = Answers about our own part in one case of { $client }
erasure-scope-member = Who { $member } was, and what they said in cases
erasure-scope-person = A person in records of { $client }, mark { $mark }
erasure-scope-prospect = All that was noted of the prospect { $prospect }
erasure-scope-win = The win { $win }, entered by hand

matter-episodes = What was said of findings
matter-exit = What ending would cost
matter-particulars = What was stated of the account
erased-clients = Entries in the list of clients
erased-separate_clients = Names that only look alike
erased-holds = Stops on work
erased-contract_texts = Texts of contracts
erased-contract_terms = What was said of contract terms
erased-corrections = Corrected cells
erased-changes = Earlier versions of records
erased-runs = Values in reports of imports
erased-case_entries = What was said in cases
erased-case_files = Sealed files of the case
erased-client_packages = Packages made for the client to take along
erased-own_parts = Answers about our own part
erased-outbox = Ordered mails
erased-client_links = Links of the client
erased-invites = Names on invitations
erased-sessions = Sessions
erased-recipients = Rights to receive reports
erased-person_names = Spellings of the name
erased-members = Entries in the list of members
erased-exit_wins = Wins entered by hand
erased-lesson_log = Notes of a prospect
erased-keys = Keys
erased-uploads = Files that wait to be imported
erased-files = Archives and waiting files

destroyed-title = What was destroyed
destroyed-lede = { $n ->
        [0] Nothing has been erased yet.
        [one] One erasure stands in the list.
       *[other] { $n } erasures stand in the list.
    }
destroyed-note = This index stays for good and names people only by ids and marks. The line is that of the erasure list, which lies apart from the backups and is replayed after a backup is restored.
destroyed-head-what = What
destroyed-head-gone = How much
destroyed-head-why = Why
destroyed-head-who = By whom
destroyed-proposed-by = Proposed by
destroyed-proposed-on = Proposed on
destroyed-confirmed-by = Confirmed by
destroyed-confirmed-on = Confirmed on
destroyed-head-copies = Not reached
destroyed-line = Line { $line } of the list
destroyed-proposed = Proposed by { $who } on { $day }
destroyed-confirmed = Confirmed by { $who } on { $day }
destroyed-alone = Confirmed by { $who } on { $day }, alone after a pause: nobody else belonged to the firm
destroyed-no-copies = No copy was known.
destroyed-listed = Line { $line }, { $day }: { $what }. { $basis }
destroyed-outside = Only in the list
destroyed-outside-note = Lines that this copy carried out without a proposal of its own, or that are newer than the backup it was restored from.
retention-propose = Propose to erase it
words-erased-on = These words were erased on { $day }. { $basis }. That something was said stays.
journal-erased = { $sort ->
        [member] The words of { $what } were erased on { $day }: { $basis }. The chain holds.
        [case] The words of the case { $what } were erased on { $day }: { $basis }. The chain holds.
        [own_parts] The answers about our own part in the case { $what } were erased on { $day }: { $basis }. The chain holds.
        [win] The win { $what } was erased on { $day }: { $basis }.
        [prospect] All that was noted of the prospect { $what } was erased on { $day }: { $basis }.
       *[client] Words of { $what } were erased on { $day }: { $basis }. The chain holds.
    }
archives-erased = What was said in this case was erased, so there is nothing left to seal.
archives-erased-next = The index of what was destroyed says when, why and by whom.
archives-replaced = It was replaced on { $day } by one without what was erased, and removed.
archives-removed = It was removed on { $day } with what was erased then. { $basis }.
archives-replaces = It was sealed in the place of { $digest }, without what was erased.
certificate-write = Write the certificate
certificate-rows = { $what } ({ $n })
certificate-person = A person’s name and words in: { $what } ({ $n })
certificate-alone = { $who }, alone after a pause, for nobody else belonged to the firm
certificate-rests = It rests on line { $n } of the index of what was destroyed, and states no more than that. SHA-256 of the entry: { $digest }; its mark in the letter: { $mark }
certificate-states = { $what }. { $day }, done by { $by }, verified by { $verified }.
certificate-beyond = “{ $said }” states something else than what was destroyed, or leaves out what the certificate rests on.
certificate-beyond-next = Nothing was kept. Items may be left out; what was erased besides has a certificate of its own.
certificate-unsaid = The firm’s own template does not say on which entry the certificate rests. It has to name entry.number and entry.mark.
