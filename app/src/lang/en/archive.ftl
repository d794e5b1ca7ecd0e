# Archives: what khitam archive verify says of a bag.
bag-valid = The archive is whole: { $files ->
        [one] one file
       *[other] { $files } files
    }, { $bytes ->
        [one] one byte
       *[other] { $bytes } bytes
    }; each is there and as it was.
bag-invalid = The archive is not whole; { $n ->
        [one] this is wrong with it:
       *[other] { $n } things are wrong with it:
    }
bag-notes = Worth knowing:
bag-fault-undeclared = { $file } is missing: nothing says that this folder is a bag.
bag-fault-declaration = { $file }, line { $line }: “{ $about }” is not what must stand there, letter by letter.
bag-fault-version = { $file }, line { $line }: “{ $about }” is a version of BagIt that is not known here (0.93 to 1.0 are).
bag-fault-encoding = { $file }, line { $line }: “{ $about }” is no known encoding of text.
bag-fault-not_text = { $file } is not written in { $about }.
bag-fault-no_payload = The folder { $file } is missing: nothing is kept in this bag.
bag-fault-no_manifest = No list says what was put in: neither { $file } nor one like it is there.
bag-fault-line = { $file }, line { $line }: “{ $about }” is no digest followed by a path.
bag-fault-outside = { $file }, line { $line }: “{ $about }” leads out of where it may lead.
bag-fault-twice = { $file }, line { $line }: { $about } was listed before.
bag-fault-missing = { $file } is missing; { $about } lists it in line { $line }.
bag-fault-unfetched = { $file } is not there yet: fetch.txt says where to fetch it from. Fetch it, then check again.
bag-fault-unlisted = { $file } is not listed in { $about }: it was put in later, or its list was cut.
bag-fault-altered = { $file } is not what it was. { $about }
bag-fault-oxum = { $file } counted other bytes and files than there are: { $about }
bag-fault-special = { $file } is neither a file nor a folder; a bag keeps nothing else.
bag-fault-unreadable = { $file } cannot be read: { $about }
bag-note-algorithm = { $file } is of the algorithm “{ $about }”, which is not known here, and proves nothing.
bag-note-weak = The digests are { $about } only, which somebody can forge on purpose; against accidents they hold.
bag-note-dotted = { $file }, line { $line }: { $about } begins with a dot; it was read without it.
bag-note-repeated = { $file }, line { $line }: { $about } was listed before, with the same digest.
bag-note-case = { $file } differs from another path only in upper and lower case; some systems take them for one.
bag-note-unbound = { $file } is in no list of tag files; a change of it would not be seen.
bag-signed = It was signed with this key; whoever made it can tell you whether it is theirs: { $key }
bag-signature-false = Its signature does not fit what lies there: somebody changed it, or signed something else.
archive-sealed = { $files ->
        [one] One file was
       *[other] { $files } files were
    } sealed into { $folder }. It was opened again into an empty database, and everything came out as it went in. Keep this number apart from it; it proves that nothing was changed since: { $sha256 }
archive-opened = { $files ->
        [one] One file was
       *[other] { $files } files were
    } unpacked into { $folder }; each is as it was.
archive-how =
    This folder is a sealed archive. It is a bag (BagIt, RFC 8493) whose parts are encrypted with age. Khitam is not needed to open it; each indented line below is a command, given within this folder.

    To check it without any key:
        bagit.py --validate .
        sha256sum -c manifest-sha256.txt
    To check the signature; whose key signer.pem is, must be known from elsewhere:
        openssl pkeyutl -verify -pubin -inkey signer.pem -rawin -in tagmanifest-sha256.txt -sigfile tagmanifest-sha256.txt.sig
    To open it, put the file that age-keygen made for you in the place of YOUR-KEY. Whoever has the passphrase makes such a file first, and deletes it afterwards:
        age -d -o YOUR-KEY key.age
    Then, with a folder that is not there yet in the place of NEW-FOLDER:
        mkdir NEW-FOLDER
        for part in data/part-*.tar.age; do age -d -i YOUR-KEY "$part" | tar -x -C NEW-FOLDER; done
    What comes out is a bag again; its data/index.en.html leads through it:
        bagit.py --validate NEW-FOLDER

    With Khitam: khitam archive verify FOLDER, khitam archive open FOLDER --key YOUR-KEY --into NEW-FOLDER.

    In it: records has one table a kind, and dictionary.csv says what each column holds; journal/entries.jsonl has every act of the case, each line bound to the one before by its hash; contracts has the texts, and what people confirmed of their terms; documents has what was handed in.
fail-passphrase = The first line of { $what } is empty; it should be a passphrase.
fail-passphrase-next = Write the passphrase into the first line.
fail-archive-key = { $what } was not sealed for this key, or the passphrase is another.
fail-archive-key-next = Take the key of one of its readers.
fail-archive-damaged = The archive is damaged at { $what }.
fail-archive-damaged-next = khitam archive verify names every damaged part; take it from another copy.
fail-archive-strange = The archive holds { $what }, which does not belong there. Nothing more was unpacked.
fail-archive-strange-next = Ask whoever made it for another copy.
fail-archive-there = { $what } is there already. Nothing was overwritten.
fail-archive-there-next = Name a folder that does not exist yet.
fail-archive-inner = What was unpacked into { $what } is not whole.
fail-archive-inner-next = khitam archive verify on that folder names every fault.
fail-archive-no-case = The client { $what } has no case that could be archived.
fail-archive-no-case-next = khitam signs shows the clients’ keys; a case is archived once its closing pack is sealed.
fail-archive-open-case = The case of { $what } cannot be archived yet.
fail-archive-open-case-next = What the client takes along is packed from the transition on, what you keep once the closing pack is sealed.
fail-archive-differs = Nothing was sealed: opened again, the { $what } were not as they went in.
fail-archive-differs-next = khitam journal verify and khitam doctor say whether the database is well.
fail-archive-reader = { $what } is no public key of age.
fail-archive-reader-next = It begins with age1; age-keygen makes one.
fail-archive-document = { $what } cannot be sealed.
fail-archive-document-next = Only files and folders can be; take it out, or let it be read.
fail-archive-index = The page that leads through the archive could not be made. Nothing was sealed.
fail-archive-index-next = Try again; khitam doctor says whether this copy is well.
archive-index-title = { $client }: what is kept
archive-index-lede = { $firm } sealed the file of { $client } once the relationship had ended. This page leads through it; nothing else is needed to read it.
archive-index-other = العربية
archive-index-files = The files
archive-index-file = File
archive-index-holds = What it holds
archive-index-bytes = Bytes
archive-index-course = What happened
archive-holds-journal = Every act in the case, one a line, each bound to the one before by its hash; of what is closed to its readers the digest alone
archive-holds-dictionary = What each column of the tables holds: sums are decimal in the row’s currency, flags 0 or 1
archive-holds-afterwards = What was looked after since the closing, one entry a line: looks back, accesses, what was said of us, clauses that bind on
archive-holds-contracts = Texts of contracts, and what people confirmed of their terms
archive-holds-letters = A version of a letter
archive-holds-client = The closing pack, as the client received it
fail-passphrase-short = The passphrase in { $what } is too short: the archive may lie where anybody can try to open it.
fail-passphrase-short-next = Take twelve characters or more; four words at random are easy to keep.
fail-archive-own-parts = The answers about our own part of the case of { $what } have to go before it is sealed. Nothing was sealed.
fail-archive-own-parts-next = Seal it on the case’s page “Archives”, or add --summarised: the answers are destroyed then, and what they came to stays in the retrospective.
fail-archive-keyless = The key of this case of { $what } is not in the firm’s folder, so nothing that was said in it could be read. Nothing was sealed.
fail-archive-keyless-next = Name the folder that holds the keys with --data.
archive-holds-client-page = The client’s page as it was shown, version by version, and the table that says to whom each stood open and when
archive-served-title = The page of { $client }, version { $n }
archive-served-client = Open by a link to { $names }, from { $from } until { $until }.
archive-served-successor = What whoever follows us could see, by a link to { $names }, from { $from } until { $until }.
archive-served-paper = Handed over on paper on { $from }.
archive-served-unnamed = someone whose name was erased
archive-served-at = { $day }, { $time }
archive-holds-given = A file that was given to the client on their page, or the table of such files with their names and digests
archive-holds-proofs = A file that proves something that was done
archive-holds-findings = The findings from which the case began, each with the rows that it cites
archive-holds-obligations = What both sides owed, and what shows that it was done
archive-holds-account = The account as it was frozen, and the statement that the client got
archive-holds-documents = A document that was handed in
archive-theirs-title = What { $firm } hands over to { $client }
archive-theirs-lede = The records of the work together that are yours as much as ours, the contracts, and what was said to you. Everything opens with ordinary programs; the list manifest-sha256.txt proves that nothing was changed.
archive-scope-ours = The file that we keep
archive-scope-theirs = What the client takes along
archive-scope-privileged = What counsel said
go-archives = Archives
archives-title = Archives
archives-lede = What do we keep, for whom, and what does the client take along?
archives-note = What we keep opens for its readers only, and anybody can check it without a key; what the client takes along is open. What counsel said has one of its own; answers about our own part are in none.
archives-here = What is archived
archives-none = Nothing is archived yet.
archives-made = { $who } made it on { $day }; { $files ->
        [one] one file
       *[other] { $files } files
    }.
archives-by-command = the command line
archives-elsewhere = The command line put it into a folder named { $name }. It is not in the firm’s folder: look for it where it was put.
archives-readers-are = It opens for { $names }.
archives-get = Download
archives-why = What is the archive needed for?
archives-why-note = It holds a whole relationship, kept for a purpose. The case’s journal notes who took it, when, and why; then it is yours to look after.
archives-why-counsel = The case’s journal notes who took it, when, and why. Everybody who sees the case reads the reason: put nothing of what counsel said into it.
archives-reason = Why
archives-reason-missing = Write what it is needed for.
event-ArchiveFetched = { $who } took an archive away.
archives-check = Check
archives-theirs-note = Invoices, payments, deliveries, contracts, letters, the files on their page and the closing pack, in open formats, as a signed ZIP file. Nothing that we think of them is in it. Give it to them, then record the return under their data.
archives-pack = Pack it
archives-seal = Seal the file
archives-seal-note = It is opened again into an empty database and compared, before it counts as sealed.
archives-readers = Who may open it
archives-readers-hint = One a line: the name, then the public key of age (age1…). Choose somebody outside the office, too: whoever loses every key loses the archive.
archives-reader-wrong = Line { $line } needs a name, a space, and a key that begins with age1.
archives-nobody = Name somebody, or choose a passphrase: what nobody can open is no archive.
archives-phrase = Passphrase
archives-phrase-hint = Also, or instead. Twelve characters or more; four words at random are easy to keep.
archives-phrase-short = Take twelve characters or more.
archives-phrase-differs = This is not the same passphrase.
archives-again = The passphrase again
archives-holder = Who knows the passphrase
archives-holder-missing = Write who knows it, so that somebody can be asked in years.
archives-seal-do = Seal what we keep
archives-seal-privileged = Seal what counsel said
archives-checked = Last checked on { $day }: it { $whole ->
        [yes] was whole.
       *[no] was not what was made.
    }
archives-since = { $n ->
        [one] One thing was noted after the end since it was sealed, and is not in it. Seal another to have it, at the latest when the last look back is done.
       *[other] { $n } things were noted after the end since it was sealed, and are not in it. Seal another to have them, at the latest when the last look back is done.
    }
archives-note-check = Note this check
archives-note-check-note = It is looked at once more, and the journal says on which day and what was found.
event-ArchiveChecked = { $who } checked an archive: it { $whole ->
        [yes] is whole.
       *[no] is not what was made.
    }
archives-all = All archives
archives-all-note = Of every case that you take part in. Each was opened again and compared when it was made; open one to check it anew.
archives-count = { $n ->
        [0] *No archive* is here.
        [one] *One archive.*
       *[other] *{ $n } archives.*
    }
archives-find-client = Client
archives-any-scope = Whatever it holds
archives-any-state = However it stands
archives-find = Find
archives-what = What it holds
archives-when = Made
archives-by = Made by
archives-case = Case
archives-until = Kept until
archives-stands = How it stands
archives-looked = Last checked
archives-whole = Whole
archives-digest = SHA-256
archives-open = Open to whoever has it
archives-held = Kept by a hold
archives-stopped = Kept by word of management
archives-waits = Not counted yet
archives-gone = No longer here
archives-state-standing = Stands
archives-state-replaced = Replaced
archives-state-erased = Erased
archives-check-title = Checking an archive
archives-other = It is whole, and another than the one that was sealed here: somebody exchanged it.
archives-broken-next = Keep this copy, and take the archive from another place where it lies. Make a new one if there is none.
archives-signed-ours = It is signed with this firm’s own key.
archives-signed-other = It is signed with a key that is not this firm’s.
event-ArchiveKept = { $scope ->
        [theirs] { $who } packed what the client takes along.
        [privileged] { $who } sealed what counsel said, and tried that it opens.
       *[ours] { $who } sealed the file, and tried that it opens.
    }
said-readers = Opens for
archive-packed = { $files ->
        [one] One file was
       *[other] { $files } files were
    } packed into { $folder }, with a list of their digests and a signature. Hand the folder over, and keep this number; it proves what was handed over: { $sha256 }
fail-archive-missing = The journal binds a file with the SHA-256 { $what } that does not open here. Nothing was sealed.
fail-archive-missing-next = khitam doctor says whether kept files are whole; take it from a backup.
archives-keyless = The key of this case is not in the firm’s folder, so nothing that was said in it could be read. Nothing was sealed.
archives-keyless-next = Ask whoever runs this copy to restore the keys.
archives-missing = A file that the journal binds does not open here. Nothing was sealed.
archives-missing-next = Ask whoever runs this copy to run khitam doctor, and to take the file from a backup.
archives-differs = Opened again, it was not as it went in. Nothing was sealed.
archives-differs-next = Ask whoever runs this copy to run khitam doctor and khitam journal verify.
archive-privileged-title = { $client }: what counsel said
archive-privileged-lede = { $firm } keeps apart what counsel said in the file of { $client }. It is privileged; give it to nobody without counsel’s word.
archive-report-title = { $client }: a restricted case
archive-report-lede = { $firm } sealed this case for people named one by one, and kept no copy of the archive. It is about people; show it to nobody who does not have to know.
archive-holds-report = What was reported as it was stated, and who reads it
archive-holds-evidence = A file that came with the report, or the table of such files with their names and digests
archive-holds-compartment = What only counsel and compliance know, one entry a line, each bound to the one before by its hash
