-- Who receives reports is told of every new password by a link, for it brings a new key; up to when they have read so.
ALTER TABLE members ADD COLUMN resets_seen_at TEXT NOT NULL DEFAULT '';
