-- Cases: append-only journals, and what lists need of them. Restricted cases are not here; they are sealed whole.

-- One case: where its journal stands, and what a list shows. Everything but the head can be folded from the journal.
CREATE TABLE cases (
    client    TEXT   NOT NULL,
    case_id   TEXT   NOT NULL,
    -- The last entry: its number and its hash. A cut end is found by them.
    seq       BIGINT NOT NULL,
    hash      TEXT   NOT NULL,
    stage     TEXT   NOT NULL,
    opened_on TEXT   NOT NULL,
    since_on  TEXT   NOT NULL,
    PRIMARY KEY (client, case_id)
) WITHOUT ROWID;

-- Entries are written once. What people say is sealed; its digest is part of the hash.
CREATE TABLE case_entries (
    client   TEXT   NOT NULL,
    case_id  TEXT   NOT NULL,
    seq      BIGINT NOT NULL CHECK (seq > 0),
    at       TEXT   NOT NULL,
    actor    TEXT,
    name     TEXT   NOT NULL,
    plain    TEXT   NOT NULL,
    sealed   BYTEA,
    previous TEXT   NOT NULL,
    hash     TEXT   NOT NULL,
    PRIMARY KEY (client, case_id, seq)
) WITHOUT ROWID;

-- Who takes part in a case; for everyone else it does not exist.
CREATE TABLE case_members (
    member  TEXT NOT NULL,
    client  TEXT NOT NULL,
    case_id TEXT NOT NULL,
    PRIMARY KEY (member, client, case_id)
) WITHOUT ROWID;

-- What people said of our own part: without a name, without a time, under an id drawn at random.
CREATE TABLE own_parts (
    client  TEXT  NOT NULL,
    case_id TEXT  NOT NULL,
    id      TEXT  NOT NULL,
    sealed  BYTEA NOT NULL,
    PRIMARY KEY (client, case_id, id)
) WITHOUT ROWID;

-- Holds on work. They look alike whatever lies behind them: stopped by management, ask the person named.
CREATE TABLE holds (
    client      TEXT NOT NULL,
    id          TEXT NOT NULL,
    scope       TEXT NOT NULL CHECK (scope IN ('all', 'new_work', 'service')),
    service     TEXT,
    -- The member to ask, who alone releases it.
    ask_member  TEXT NOT NULL,
    since_on    TEXT NOT NULL,
    released_on TEXT,
    PRIMARY KEY (client, id)
) WITHOUT ROWID;
