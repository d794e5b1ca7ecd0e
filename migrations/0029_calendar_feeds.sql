-- The private address under which a member's calendar program reads their days: kept as a digest only, one for each member,
-- gone once it is taken back.
CREATE TABLE calendar_feeds (
    member     TEXT NOT NULL PRIMARY KEY,
    token_hash TEXT NOT NULL UNIQUE,
    made_at    TEXT NOT NULL,
    -- The last day on which a program read it.
    read_on    TEXT
);
