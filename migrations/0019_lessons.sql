-- Lessons without names: what everyone in the firm may read. A row names no client, no case, no person and no day; its id is a
-- digest of the case and the number of the lesson, its source one of the case alone, so that the case finds its lesson and not
-- the other way round, and lessons of one case are not counted as those of many.
CREATE TABLE lessons (
    id     TEXT NOT NULL PRIMARY KEY,
    source TEXT NOT NULL,
    cause  TEXT NOT NULL,
    form   TEXT NOT NULL CHECK (form IN ('policy', 'criterion', 'practice')),
    text   TEXT NOT NULL
) WITHOUT ROWID;
