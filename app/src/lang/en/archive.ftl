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
