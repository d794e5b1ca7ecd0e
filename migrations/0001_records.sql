-- Records: what happened. Every table is led by the client, so that one client's rows lie together; days are ISO
-- text, sums minor units, flags 0 or 1. Words are checked by OR, not IN: SQLite builds a table for a longer list, once a
-- row. The columns repeat the kinds of domain/src/record; a test compares them.

CREATE TABLE sources (
    id          BIGINT NOT NULL PRIMARY KEY,
    sha256      TEXT   NOT NULL,
    name        TEXT   NOT NULL,
    imported_at TEXT   NOT NULL,
    -- Who imported it; empty for the command line.
    member      TEXT   NOT NULL DEFAULT '',
    -- Whether its amounts include tax: yes, no, or unknown.
    tax         TEXT   NOT NULL DEFAULT 'unknown' CHECK (tax = 'included' OR tax = 'excluded' OR tax = 'unknown'),
    profile     TEXT
);

CREATE TABLE clients (
    client                 TEXT   NOT NULL PRIMARY KEY,
    name                   TEXT   NOT NULL,
    currency               TEXT   NOT NULL CHECK (length(currency) = 3),
    country                TEXT,
    terms_days             BIGINT CHECK (terms_days >= 0),
    agreed_rate            BIGINT CHECK (agreed_rate >= 0),
    agreed_hours_per_month DOUBLE PRECISION CHECK (agreed_hours_per_month >= 0),
    started_on             TEXT,
    lead                   TEXT,
    sector                 TEXT,
    source_id              BIGINT NOT NULL,
    source_line            BIGINT NOT NULL,
    -- Key and name as the search compares them.
    folded                 TEXT   NOT NULL,
    -- The client whose other spelling this one is.
    merged_into            TEXT
) WITHOUT ROWID;

CREATE TABLE contracts (
    client                 TEXT   NOT NULL,
    id                     TEXT   NOT NULL,
    signed_on              TEXT,
    starts_on              TEXT,
    ends_on                TEXT,
    agreed_rate            BIGINT CHECK (agreed_rate >= 0),
    agreed_hours_per_month DOUBLE PRECISION CHECK (agreed_hours_per_month >= 0),
    notice_length          BIGINT CHECK (notice_length >= 0),
    notice_unit            TEXT   CHECK (notice_unit = 'day' OR notice_unit = 'business_day' OR notice_unit = 'week'
                                      OR notice_unit = 'month' OR notice_unit = 'year' OR notice_unit = 'hijri_month'),
    auto_renews            BIGINT CHECK (auto_renews IN (0, 1)),
    early_fee              BIGINT,
    file                   TEXT,
    currency               TEXT   NOT NULL CHECK (length(currency) = 3),
    source_id              BIGINT NOT NULL,
    source_line            BIGINT NOT NULL,
    PRIMARY KEY (client, id)
) WITHOUT ROWID;

CREATE TABLE invoices (
    client         TEXT   NOT NULL,
    id             TEXT   NOT NULL,
    issued_on      TEXT   NOT NULL,
    due_on         TEXT   NOT NULL CHECK (due_on >= issued_on),
    amount         BIGINT NOT NULL,
    tax            BIGINT,
    currency       TEXT   NOT NULL CHECK (length(currency) = 3),
    kind           TEXT   CHECK (kind = 'invoice' OR kind = 'credit_note' OR kind = 'deposit'),
    pass_through   BIGINT,
    disputed       BIGINT CHECK (disputed IN (0, 1)),
    disputed_on    TEXT,
    dispute_cause  TEXT   CHECK (dispute_cause = 'price' OR dispute_cause = 'quality' OR dispute_cause = 'scope'
                              OR dispute_cause = 'billing_error' OR dispute_cause = 'po_or_portal'
                              OR dispute_cause = 'other'),
    dispute_upheld BIGINT CHECK (dispute_upheld IN (0, 1)),
    note           TEXT,
    known_on       TEXT   NOT NULL,
    source_id      BIGINT NOT NULL,
    source_line    BIGINT NOT NULL,
    PRIMARY KEY (client, id)
) WITHOUT ROWID;

CREATE TABLE payments (
    client      TEXT   NOT NULL,
    id          TEXT   NOT NULL,
    invoice     TEXT   NOT NULL,
    paid_on     TEXT   NOT NULL,
    amount      BIGINT NOT NULL,
    currency    TEXT   NOT NULL CHECK (length(currency) = 3),
    source_id   BIGINT NOT NULL,
    source_line BIGINT NOT NULL,
    PRIMARY KEY (client, id)
) WITHOUT ROWID;

CREATE TABLE promises (
    client      TEXT   NOT NULL,
    id          TEXT   NOT NULL,
    invoice     TEXT   NOT NULL,
    made_on     TEXT   NOT NULL,
    promised_on TEXT   NOT NULL,
    amount      BIGINT,
    currency    TEXT   NOT NULL CHECK (length(currency) = 3),
    source_id   BIGINT NOT NULL,
    source_line BIGINT NOT NULL,
    PRIMARY KEY (client, id)
) WITHOUT ROWID;

CREATE TABLE reminders (
    client      TEXT   NOT NULL,
    id          TEXT   NOT NULL,
    invoice     TEXT   NOT NULL,
    sent_on     TEXT   NOT NULL,
    answered_on TEXT,
    level       BIGINT,
    source_id   BIGINT NOT NULL,
    source_line BIGINT NOT NULL,
    PRIMARY KEY (client, id)
) WITHOUT ROWID;

CREATE TABLE time (
    client      TEXT   NOT NULL,
    id          TEXT   NOT NULL,
    on_day      TEXT   NOT NULL,
    minutes     BIGINT NOT NULL CHECK (minutes BETWEEN 0 AND 1440),
    person      TEXT,
    department  TEXT,
    billable    BIGINT CHECK (billable IN (0, 1)),
    in_scope    TEXT   CHECK (in_scope = 'yes' OR in_scope = 'no' OR in_scope = 'paid_change'),
    invoice     TEXT,
    cost_rate   BIGINT,
    currency    TEXT   NOT NULL CHECK (length(currency) = 3),
    task        TEXT,
    note        TEXT,
    source_id   BIGINT NOT NULL,
    source_line BIGINT NOT NULL,
    PRIMARY KEY (client, id)
) WITHOUT ROWID;

CREATE TABLE costs (
    client      TEXT   NOT NULL,
    id          TEXT   NOT NULL,
    on_day      TEXT   NOT NULL,
    amount      BIGINT NOT NULL,
    currency    TEXT   NOT NULL CHECK (length(currency) = 3),
    kind        TEXT   CHECK (kind IN ('spent', 'committed')),
    note        TEXT,
    source_id   BIGINT NOT NULL,
    source_line BIGINT NOT NULL,
    PRIMARY KEY (client, id)
) WITHOUT ROWID;

CREATE TABLE deliverables (
    client           TEXT   NOT NULL,
    id               TEXT   NOT NULL,
    due_on           TEXT   NOT NULL,
    started_on       TEXT,
    delivered_on     TEXT,
    late_cause       TEXT   CHECK (late_cause = 'us' OR late_cause = 'client' OR late_cause = 'other'),
    accepted_on      TEXT,
    revisions        BIGINT CHECK (revisions >= 0),
    revisions_ours   BIGINT CHECK (revisions_ours >= 0),
    revisions_agreed BIGINT CHECK (revisions_agreed >= 0),
    defects          BIGINT CHECK (defects >= 0),
    reopened_on      TEXT,
    reopened         BIGINT CHECK (reopened IN (0, 1)),
    criteria_changed BIGINT CHECK (criteria_changed IN (0, 1)),
    acknowledged_on  TEXT,
    acknowledged     BIGINT CHECK (acknowledged IN (0, 1)),
    known_on         TEXT   NOT NULL,
    source_id        BIGINT NOT NULL,
    source_line      BIGINT NOT NULL,
    PRIMARY KEY (client, id)
) WITHOUT ROWID;

CREATE TABLE feedback (
    client      TEXT   NOT NULL,
    id          TEXT   NOT NULL,
    on_day      TEXT   NOT NULL,
    score       DOUBLE PRECISION NOT NULL,
    scale       DOUBLE PRECISION CHECK (scale > 0),
    deliverable TEXT,
    valid       BIGINT CHECK (valid IN (0, 1)),
    text        TEXT,
    source_id   BIGINT NOT NULL,
    source_line BIGINT NOT NULL,
    PRIMARY KEY (client, id)
) WITHOUT ROWID;

CREATE TABLE requests (
    client      TEXT   NOT NULL,
    id          TEXT   NOT NULL,
    on_day      TEXT   NOT NULL,
    kind        TEXT   NOT NULL CHECK (kind = 'change' OR kind = 'quote' OR kind = 'discount' OR kind = 'price_match'
                                    OR kind = 'out_of_scope' OR kind = 'out_of_capability' OR kind = 'approval'
                                    OR kind = 'status'),
    deliverable TEXT,
    accepted    BIGINT CHECK (accepted IN (0, 1)),
    paid        BIGINT CHECK (paid IN (0, 1)),
    percent     DOUBLE PRECISION,
    amount      BIGINT,
    currency    TEXT   NOT NULL CHECK (length(currency) = 3),
    text        TEXT,
    source_id   BIGINT NOT NULL,
    source_line BIGINT NOT NULL,
    PRIMARY KEY (client, id)
) WITHOUT ROWID;

CREATE TABLE messages (
    client      TEXT   NOT NULL,
    id          TEXT   NOT NULL,
    at          TEXT   NOT NULL,
    direction   TEXT   NOT NULL CHECK (direction IN ('in', 'out')),
    reply_to    TEXT,
    person      TEXT,
    contact     TEXT,
    channel     TEXT,
    subject     TEXT,
    text        TEXT,
    source_id   BIGINT NOT NULL,
    source_line BIGINT NOT NULL,
    PRIMARY KEY (client, id)
) WITHOUT ROWID;

CREATE TABLE goals (
    client      TEXT   NOT NULL,
    id          TEXT   NOT NULL,
    goal        TEXT   NOT NULL,
    period_end  TEXT   NOT NULL,
    target      DOUBLE PRECISION NOT NULL,
    actual      DOUBLE PRECISION,
    direction   TEXT   CHECK (direction IN ('up', 'down')),
    weight      DOUBLE PRECISION CHECK (weight >= 0),
    cause       TEXT,
    advised     BIGINT CHECK (advised IN (0, 1)),
    source_id   BIGINT NOT NULL,
    source_line BIGINT NOT NULL,
    PRIMARY KEY (client, id)
) WITHOUT ROWID;

CREATE TABLE incidents (
    client      TEXT   NOT NULL,
    id          TEXT   NOT NULL,
    at          TEXT   NOT NULL,
    kind        TEXT   NOT NULL CHECK (kind = 'dispute' OR kind = 'escalation' OR kind = 'doubt' OR kind = 'boundary'),
    cause       TEXT,
    upheld      BIGINT CHECK (upheld IN (0, 1)),
    invoice     TEXT,
    side        TEXT   CHECK (side = 'ours' OR side = 'theirs' OR side = 'third_party'),
    person      TEXT,
    text        TEXT,
    source_id   BIGINT NOT NULL,
    source_line BIGINT NOT NULL,
    PRIMARY KEY (client, id)
) WITHOUT ROWID;

CREATE TABLE pulse (
    client      TEXT   NOT NULL,
    id          TEXT   NOT NULL,
    on_day      TEXT   NOT NULL,
    score       DOUBLE PRECISION NOT NULL CHECK (score BETWEEN 1 AND 5),
    source_id   BIGINT NOT NULL,
    source_line BIGINT NOT NULL,
    PRIMARY KEY (client, id)
) WITHOUT ROWID;

CREATE TABLE "values" (
    client      TEXT   NOT NULL,
    id          TEXT   NOT NULL,
    on_day      TEXT   NOT NULL,
    kind        TEXT   NOT NULL CHECK (kind = 'reference' OR kind = 'referral' OR kind = 'skill' OR kind = 'portfolio'),
    amount      BIGINT,
    currency    TEXT   NOT NULL CHECK (length(currency) = 3),
    note        TEXT,
    source_id   BIGINT NOT NULL,
    source_line BIGINT NOT NULL,
    PRIMARY KEY (client, id)
) WITHOUT ROWID;

-- The past of a record: what stood there before a later file or a person changed it. `before` is the replaced row as a
-- JSON object; it is empty where nothing stood: a person entered the record, or put a withdrawn one back. The source is
-- the one that brought the change, 0 for a withdrawal; a withdrawal has a reason.
CREATE TABLE changes (
    kind       TEXT   NOT NULL,
    client     TEXT   NOT NULL,
    id         TEXT   NOT NULL,
    number     BIGINT NOT NULL,
    changed_at TEXT   NOT NULL,
    member     TEXT   NOT NULL DEFAULT '',
    source_id  BIGINT NOT NULL,
    before     TEXT   NOT NULL,
    reason     TEXT   NOT NULL DEFAULT '',
    PRIMARY KEY (client, kind, id, number)
) WITHOUT ROWID;

-- Cells of imported files that were read as a person corrected them; the file's own text stays beside.
CREATE TABLE corrections (
    source_id    BIGINT NOT NULL,
    line         BIGINT NOT NULL,
    -- The column, counted from 0.
    place        BIGINT NOT NULL,
    header       TEXT   NOT NULL,
    -- What the column stands for, as invoices.due_on.
    target       TEXT   NOT NULL,
    original     TEXT   NOT NULL,
    corrected    TEXT   NOT NULL,
    member       TEXT   NOT NULL,
    corrected_at TEXT   NOT NULL,
    PRIMARY KEY (source_id, line, place)
);

-- Import runs: what came of the files, and the rows that had a problem.
CREATE TABLE runs (
    id       TEXT   NOT NULL PRIMARY KEY,
    run_at   TEXT   NOT NULL,
    member   TEXT   NOT NULL DEFAULT '',
    summary  TEXT   NOT NULL,
    problems BIGINT NOT NULL
);

-- Names of people as files write them, folded, and the member each of them is; empty for none of ours.
CREATE TABLE person_names (
    spelling TEXT NOT NULL PRIMARY KEY,
    member   TEXT NOT NULL
);

-- Pairs of clients with like names of whom a person said that they are two; the lesser key first.
CREATE TABLE separate_clients (
    first  TEXT NOT NULL,
    second TEXT NOT NULL,
    PRIMARY KEY (first, second)
);
