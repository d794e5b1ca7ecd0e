-- What the records do not say of a client's account, and a person stated: never changed, only withdrawn.
CREATE TABLE particulars (
    client       TEXT NOT NULL,
    id           TEXT NOT NULL,
    said_on      TEXT NOT NULL,
    -- What it rests on: a clause, a letter, a person's word.
    basis        TEXT NOT NULL,
    -- The particular itself, as JSON.
    text         TEXT NOT NULL,
    member       TEXT NOT NULL,
    entered_at   TEXT NOT NULL,
    withdrawn_by TEXT,
    withdrawn_at TEXT,
    PRIMARY KEY (client, id)
) WITHOUT ROWID;

-- The firm's reminder ladder: every version, none ever changed.
CREATE TABLE ladders (
    version BIGINT NOT NULL PRIMARY KEY CHECK (version > 0),
    text    TEXT   NOT NULL,
    member  TEXT   NOT NULL,
    reason  TEXT   NOT NULL,
    set_at  TEXT   NOT NULL
);
