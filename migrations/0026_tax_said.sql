-- The rate of the tax in a file's amounts, in hundredths of a percent (15% is 1500), as a person said of the file or of one
-- like it before; nothing where nobody did.
ALTER TABLE sources ADD COLUMN tax_rate BIGINT CHECK (tax_rate >= 0);
