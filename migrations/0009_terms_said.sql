-- After how many days the invoices of a file fall due whose row and client do not say, as a person said of the file or of
-- one like it before; nothing where nobody did.
ALTER TABLE sources ADD COLUMN terms_days BIGINT CHECK (terms_days >= 0);
