# Names of people in files, and spellings of clients.
names-title = Names in the records
names-none = The records name nobody yet. Names appear here when a file with hours, messages or incidents is imported.
names-lede = { $n ->
    [0] Every name in the records is known.
    [one] One name in the records is not known yet.
   *[other] { $n } names in the records are not known yet.
}
names-why = Who a name is decides whose hours somebody sees. Names that are not mapped count as nobody’s.
names-open = Who is this?
names-more = { $n ->
    [one] One more comes when these are saved.
   *[other] { $n } more come when these are saved.
}
names-written = As written
names-where = Found in
names-is = Is
names-who = Who is { $what }?
names-later = Not decided yet
names-nobody = None of ours
names-done = Known names
names-undo = Undo

merges-title = Spellings of clients
merges-lede = { $n ->
    [0] No two clients look like one.
    [one] Two clients may be one.
   *[other] { $n } pairs of clients may each be one.
}
merges-why = A merged spelling keeps its records; they count for the client you merge it into. Every merge can be undone.
merges-maybe = Perhaps the same
merges-more = { $n ->
    [one] One more pair comes when these are decided.
   *[other] { $n } more pairs come when these are decided.
}
merges-first = This one
merges-second = And this one
merges-because = Because
merges-decide = Decide
merges-same = the names differ in marks or the kind of company only
merges-near = the names differ in a letter or two
merges-sounds = possibly the same name in other letters
merges-shared = { $n ->
    [one] one invoice number under both
   *[other] { $n } invoice numbers under both
}
merges-into = Both are { $what }
merges-two = They are two
merges-own = Merge by name
merges-spelling = The spelling
merges-spelling-hint = A client’s name or key. Its records stay where they are.
merges-client = Is the client
merges-merge = Merge
merges-done = Merged
merges-spelling-of = Spelling
merges-client-of = Counts for
merges-since = Since
merges-undo = Undo the merge
merges-nobody = No client is found by “{ $what }”. Write the key, or the whole name.
merges-itself = Both are the same client. Choose two.
merges-into-spelling = The client you chose is itself another’s spelling. Choose the client that it means.
merges-already = { $what } is merged already. Undo that merge first.
merges-has-spellings = Other spellings are merged into { $what }. Undo those merges first, then merge each of them.
merges-spelling-key = Key of the spelling
merges-client-key = Key of the client
