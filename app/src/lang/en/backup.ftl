# Backups: khitam backup, khitam restore, and what khitam doctor says of them.
cli-backup-about = Backs up the whole copy while it is used, sealed for its readers, to a folder or an S3-compatible store
cli-restore-about = Puts a backup into an empty place; nothing is overwritten
cli-arg-to = Where the backup goes: a folder, or s3://BUCKET/PREFIX
cli-arg-keys_to = Where the keys go: another place; without it they are not backed up
cli-arg-keep = Removes older backups but the newest of so many days, weeks and months, such as 7d,4w,12m; without it none
cli-arg-s3 = A file of lines NAME=VALUE for the store: AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY, AWS_REGION, AWS_ENDPOINT_URL; without it the environment
cli-arg-keys_s3 = Such a file for the place of the keys, where it differs
cli-arg-from = Where the backups lie: a folder, or s3://BUCKET/PREFIX
cli-arg-backup = The name of the backup; without it the newest whole one
cli-arg-keys_from = Where the backups of the keys lie
cli-arg-erasures = The list of erasures, which is replayed before anybody can open the copy
cli-arg-without_erasures = Why it is restored without the list; the reason is kept

backup-data-made = Backed up and read back: { $rows ->
    [one] one row
   *[other] { $rows } rows
  } and { $files ->
    [one] one file
   *[other] { $files } files
  } as { $name } at { $place }. No copy of it may be left on { $day }.
backup-keys-made = Apart from it: { $files ->
    [one] one key
   *[other] { $files } keys
  } as { $name } at { $place }. No copy of it may be left on { $day }.
backup-no-keys =
    THE KEYS WERE NOT BACKED UP. Without them nobody can read what was said in cases, nor the files kept with them, nor what was noted of prospects; the
    rest of the backup can be read. Name another place for them with --keys-to, such as a disk of somebody outside the
    office.
backup-signer = Signed by { $signer }.
backup-removed = Removed, as --keep says: { $names }
backup-stuck = Should have been removed, and could not be: { $names }
backup-broken = Not whole, or damaged; they count for nothing, and a person removes them: { $names }
backup-ahead = Dated later than now, so a clock was wrong, and nothing was removed; look at the clock and at these: { $names }
backup-fewer-keys = Older backups of the keys stay: this one lacks keys that they hold, and the list of erasures does not say why. Look into the folder of keys.

restore-done = Restored { $name } as of { $at }: { $rows ->
    [one] one row
   *[other] { $rows } rows
  } and { $files ->
    [one] one file
   *[other] { $files } files
  }, each held against the backup. It was signed by { $signer }.
restore-keys = { $n ->
    [one] One key was restored.
   *[other] { $n } keys were restored.
}
restore-no-keys = No keys were restored. What was said in cases and noted of prospects stays closed until the folder “keys” holds them; --keys-from restores them.
restore-erased = { $n ->
    [one] One erasure was replayed
   *[other] { $n } erasures were replayed
  }: { $rows ->
    [one] one row
   *[other] { $rows } rows
  } and { $keys ->
    [one] one key
   *[other] { $keys } keys
  } went again.
restore-no-erasures = No list of erasures was replayed. Whoever was erased after the backup stands in this copy again.
restore-letters = { $n ->
    [one] One letter
   *[other] { $n } letters
  } waited to be sent when the backup was made, and may have been sent since. Nothing is sent by itself; their pages ask a person to look.

doctor-note = look
doctor-database-restoring = A backup was being restored into this database and is not whole. Remove it and restore again.
doctor-backup-none = There is no backup yet; khitam backup makes one.
doctor-backup-good = The last backup was made and read back on { $what }.
doctor-backup-old = The last backup was made on { $what }, more than a week ago; make one now, and regularly.
doctor-backup-keyless = The last backup was made on { $what }, without the keys: what was said in cases and noted of prospects cannot be read from it. Name a place for them with --keys-to.
doctor-files-good = The files of cases are as they were kept; { $what } were opened.
doctor-files-bad = Files of cases are damaged; there are { $what }. Restore them from a backup.
doctor-files-key = Files of cases were not opened, for their keys are not here; there are { $what }.
doctor-prospects-good = What was noted of prospects can be read.
doctor-prospects-key = Prospects cannot be read, for their keys are not here; there are { $what }. Restore the keys.
doctor-archives-good = The archives lie in the firm’s folder, each under the list that was signed; there are { $what }.
doctor-archives-missing = Archives are not in the firm’s folder: { $what }. Take them from a backup or from their readers, or seal those cases again.
doctor-archives-exchanged = Other archives lie in the place of those that were sealed: { $what }. Keep them as they are, and take the right ones from a backup or from their readers.
doctor-archives-damaged = Archives were found damaged when somebody looked last: { $what }. Take them from a backup or from their readers, and check them again.
doctor-archives-old = An archive was last checked on { $what }, more than a year ago; check it on the page of its case, or with khitam archive verify.
doctor-clock-ahead = The clock says { $what }, which cannot be. Set the clock of this machine.
doctor-packs-good = The oldest check of laws and calendars was on { $what }.
doctor-packs-old = Laws and calendars were last checked more than a year ago: { $what }. Use a newer version, or check them.

fail-backup-schedule = { $what } does not say how long backups stay.
fail-backup-schedule-next = Write days, weeks and months, such as 7d,4w,12m.
fail-backup-together = The keys cannot lie where the data lies, { $what }: whoever finds one would have both.
fail-backup-together-next = Name another place with --keys-to.
fail-backup-inside = { $what } and the firm’s folder lie in each other: the backup would be backed up again, or lost with the folder. Nothing was made.
fail-backup-inside-next = Name a place outside the firm’s folder and not around it, and take older backups out of the folder.
fail-backup-nothing = There is no database at { $what }, and so nothing to back up.
fail-backup-nothing-next = Name the firm’s folder with --data, or the database with --db.
fail-backup-newer = The backup was made by a newer version. Nothing was changed.
fail-backup-newer-next = Use that version of khitam.
fail-backup-differs = What came out is not what went in: { $what }. Nothing of it was kept.
fail-backup-differs-next = Try again; if it stays so, khitam doctor looks at disk and database.
fail-backup-file = { $what } cannot be backed up.
fail-backup-file-next = Only files and folders can be; take it out of the firm’s folder, or let it be read.
fail-erasures-line = Line { $what } of the list of erasures is no erasure. Nothing was changed.
fail-erasures-line-next = docs/en/backup.md shows what a line looks like; take the list from another copy.
fail-erasures-table = The list of erasures names “{ $what }”, where this program can erase nothing. Nothing was restored.
fail-erasures-table-next = docs/en/backup.md shows what a line looks like; a newer version may know it.
fail-erasures-read = The list of erasures cannot be read. Nothing was changed.
fail-erasures-read-next = Check that it exists and that you may read it.
fail-backup-key = The backup was not sealed for this key, or the passphrase is another. Nothing was changed.
fail-backup-key-next = Take the key of one of its readers.
fail-backup-damaged = The backup is damaged at { $what }. Nothing was changed.
fail-backup-damaged-next = Take another backup with --backup, or another copy of this one.
fail-backup-missing = { $what } is missing from the backup. Nothing was changed.
fail-backup-missing-next = Take another backup with --backup, or another copy of this one.
fail-backup-none = There is no backup at { $what }.
fail-backup-none-next = Name the folder that holds khitam-data-…, or the bucket and prefix.
fail-backup-kind = { $what } holds the other kind of backup: data and keys lie apart.
fail-backup-kind-next = The data is named first, the place of the keys with --keys-from.
fail-backup-address = This place cannot be used: { $what }
fail-backup-address-next = Write s3://BUCKET/PREFIX; the store’s AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY stand in the environment or in the file of --s3.
fail-backup-place = The place { $what } does not do what was asked. The copy itself was not changed.
fail-backup-place-next = Look whether it can be reached, has room, and lets you write.
fail-backup-machine = The backup could not be written or read on this machine. The copy itself was not changed.
fail-backup-machine-next = Look whether the disk has room, then try again.
fail-restore-there = There is something already: { $what }. Nothing was overwritten.
fail-restore-there-next = Name an empty folder with --data, and with --db a database that does not exist yet or has no tables.
fail-restore-database = There is something in the database already, or files of one lie where it should be. Nothing was overwritten.
fail-restore-database-next = Name with --db a database that does not exist yet or has no tables.
fail-restore-signers = Data and keys were signed by different firms: { $what }. Nothing was restored.
fail-restore-signers-next = Name the keys of the firm whose data it is with --keys-from.
fail-restore-erasures = Whoever was erased after this backup was made would come back with it. When the newest backup there was made, { $what } erasures were listed; later ones stand only in the list. Nothing was restored.
fail-restore-erasures-next = Give the newest list with --erasures (erasures.jsonl in the firm’s folder), or say with --without-erasures why there is none.
fail-restore-erasures-other = This list of erasures is older than a backup that lies there, or another one. Nothing was restored.
fail-restore-erasures-other-next = Take the newest erasures.jsonl of the copy that was backed up.
fail-restoring = A backup was being restored into this database and is not whole. Nothing was changed.
fail-restoring-next = Remove it and restore again.
