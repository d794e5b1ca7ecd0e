-- The currency of the amounts of a file whose row states none, as a person said of the file or of one like it before;
-- nothing where nobody did.
ALTER TABLE sources ADD COLUMN currency TEXT CHECK (length(currency) = 3);
