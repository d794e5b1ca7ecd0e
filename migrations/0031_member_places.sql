-- The place by whose working days a member's days are called to mind; none: the firm's.
ALTER TABLE members ADD COLUMN place TEXT CHECK (place IS NULL OR length(place) = 2);
