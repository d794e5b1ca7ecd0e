-- The pages of a contract's file that are pictures, so that their words were not read: their numbers, blanks between.
ALTER TABLE contract_texts ADD COLUMN unread_pages TEXT NOT NULL DEFAULT '';
