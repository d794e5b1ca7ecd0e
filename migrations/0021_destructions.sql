-- Erasures as an act of two people: what one proposed, and what was destroyed.

-- What a person proposed to erase and another has not confirmed, or what is being carried out. A row goes when it is done.
CREATE TABLE erasure_proposals (
    id           TEXT NOT NULL PRIMARY KEY,
    -- Whose data it is; empty where it is someone of the firm.
    client       TEXT NOT NULL,
    -- What is erased, as the erasure list says it.
    scope        TEXT NOT NULL,
    -- The name of the person who is erased, as it was written.
    person       TEXT,
    basis        TEXT NOT NULL CHECK (basis = 'request' OR basis = 'contract' OR basis = 'term'),
    -- The law, the clause or the letter that it rests on.
    reference    TEXT NOT NULL,
    proposed_by  TEXT NOT NULL,
    proposed_on  TEXT NOT NULL,
    confirmed_by TEXT,
    confirmed_on TEXT,
    -- What was counted when it was confirmed, and the archives that go, as JSON.
    counted      TEXT NOT NULL DEFAULT '',
    CHECK ((confirmed_by IS NULL) = (confirmed_on IS NULL)),
    CHECK (confirmed_by <> proposed_by)
);

-- The index of what was destroyed; it stays for good, and names nobody but by ids and digests.
CREATE TABLE destructions (
    id           TEXT   NOT NULL PRIMARY KEY,
    -- The line of the erasure list, counted from 1.
    line         BIGINT NOT NULL CHECK (line > 0),
    client       TEXT   NOT NULL,
    scope        TEXT   NOT NULL,
    basis        TEXT   NOT NULL CHECK (basis = 'request' OR basis = 'contract' OR basis = 'term'),
    reference    TEXT   NOT NULL,
    -- How many rows went of each table, as JSON.
    gone         TEXT   NOT NULL,
    files        BIGINT NOT NULL,
    keys         BIGINT NOT NULL,
    -- The copies that it did not reach, each with its last day, as JSON.
    copies       TEXT   NOT NULL,
    proposed_by  TEXT   NOT NULL,
    proposed_on  TEXT   NOT NULL,
    confirmed_by TEXT   NOT NULL,
    confirmed_on TEXT   NOT NULL
);
