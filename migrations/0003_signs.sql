-- What the firm states, the thresholds it works by, and what its records say under them.

-- Versions of the firm's own facts, as TOML.
CREATE TABLE firm_facts (
    version   BIGINT NOT NULL PRIMARY KEY,
    text      TEXT   NOT NULL,
    member    TEXT   NOT NULL DEFAULT '',
    stated_at TEXT   NOT NULL
);

-- Versions of the policy, as TOML.
CREATE TABLE policies (
    version BIGINT NOT NULL PRIMARY KEY,
    text    TEXT   NOT NULL,
    member  TEXT   NOT NULL DEFAULT '',
    reason  TEXT   NOT NULL DEFAULT '',
    set_at  TEXT   NOT NULL
);

-- The portfolio's aggregate of the last full run, as JSON; there is one.
CREATE TABLE baselines (
    id      BIGINT NOT NULL PRIMARY KEY CHECK (id = 1),
    on_day  TEXT   NOT NULL,
    -- The revision of the records it was made from.
    records BIGINT NOT NULL,
    text    TEXT   NOT NULL
);

-- The newest assessment of each client, without restricted findings: those are added for who may see them.
CREATE TABLE assessments (
    client  TEXT   NOT NULL PRIMARY KEY,
    -- The order of the list: a text that sorts worst first.
    place   TEXT   NOT NULL,
    -- The gravest level: 3 severe, 2 finding, 1 watch, 0 none.
    level   BIGINT NOT NULL,
    -- The same without findings that reveal what an hour costs us: what members see.
    level_open BIGINT NOT NULL,
    gravity TEXT   NOT NULL CHECK (gravity IN ('critical', 'questionable', 'none')),
    -- The codes of its findings, each between spaces, and whether too little is seen of it to say anything.
    codes   TEXT   NOT NULL,
    blind   BIGINT NOT NULL,
    lead    TEXT,
    -- Key and name as the search compares them.
    folded  TEXT   NOT NULL,
    -- Net revenue of four quarters in the base currency, whole units.
    revenue DOUBLE PRECISION,
    -- What the list shows, and what the client's page shows, as JSON.
    line    TEXT   NOT NULL,
    text    TEXT   NOT NULL
);
CREATE INDEX assessments_place ON assessments (place);

-- Episodes of findings: seen from, seen to, and what a person said of them.
CREATE TABLE episodes (
    client     TEXT   NOT NULL,
    code       TEXT   NOT NULL,
    number     BIGINT NOT NULL,
    first_on   TEXT   NOT NULL,
    last_on    TEXT   NOT NULL,
    level      BIGINT NOT NULL,
    policy     BIGINT NOT NULL,
    state      TEXT   NOT NULL CHECK (state IN ('observed', 'confirmed', 'dismissed')),
    -- The level at which a person last decided; a rise above it asks again.
    decided_level BIGINT,
    reason     TEXT   NOT NULL DEFAULT '',
    decided_by TEXT   NOT NULL DEFAULT '',
    decided_at TEXT,
    PRIMARY KEY (client, code, number)
);

-- Numbers that rise: `records` whenever a record does, `lists` whenever anything shown on the lists does.
CREATE TABLE revisions (
    name   TEXT   NOT NULL PRIMARY KEY CHECK (name IN ('records', 'lists')),
    number BIGINT NOT NULL
);
INSERT INTO revisions (name, number) VALUES ('records', 1), ('lists', 1);

-- Settings of the firm's copy.
CREATE TABLE settings (
    name  TEXT NOT NULL PRIMARY KEY,
    value TEXT NOT NULL
);
