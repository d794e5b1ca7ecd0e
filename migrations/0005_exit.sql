-- What ending with a client would cost: the exit bill, inputs stated by hand, own wins, and simulations that were kept.

-- The exit bill: what ending requires, line by line.
CREATE TABLE exit_bill (
    client     TEXT   NOT NULL,
    id         TEXT   NOT NULL,
    kind       TEXT   NOT NULL CHECK (kind IN
        ('refund', 'penalty', 'unfinished_work', 'licence', 'access', 'people_days', 'other')),
    what       TEXT   NOT NULL,
    cost_minor BIGINT NOT NULL,
    currency   TEXT   NOT NULL,
    due_on     TEXT,
    -- Where the figure comes from.
    source     TEXT   NOT NULL DEFAULT '',
    member     TEXT   NOT NULL,
    entered_at TEXT   NOT NULL,
    PRIMARY KEY (client, id)
) WITHOUT ROWID;

-- Inputs that people stated; everything else comes from the records, the firm's facts or assumptions.
CREATE TABLE exit_inputs (
    client       TEXT   NOT NULL,
    key          TEXT   NOT NULL,
    -- Sums in minor units, everything else as a number.
    amount_minor BIGINT,
    currency     TEXT,
    number       DOUBLE PRECISION,
    as_of        TEXT   NOT NULL,
    member       TEXT   NOT NULL,
    stated_at    TEXT   NOT NULL,
    PRIMARY KEY (client, key),
    CHECK ((amount_minor IS NULL) <> (number IS NULL)),
    CHECK ((amount_minor IS NULL) = (currency IS NULL))
) WITHOUT ROWID;

-- The steps of a staged ending.
CREATE TABLE exit_stages (
    client TEXT             NOT NULL,
    month  BIGINT           NOT NULL CHECK (month > 0),
    share  DOUBLE PRECISION NOT NULL CHECK (share >= 0 AND share <= 1),
    PRIMARY KEY (client, month)
) WITHOUT ROWID;

-- Costs that can be cut once the client is gone.
CREATE TABLE exit_cuts (
    client        TEXT             NOT NULL,
    id            TEXT             NOT NULL,
    name          TEXT             NOT NULL,
    monthly_minor BIGINT           NOT NULL CHECK (monthly_minor >= 0),
    one_off_minor BIGINT           NOT NULL CHECK (one_off_minor >= 0),
    currency      TEXT             NOT NULL,
    avoidable     DOUBLE PRECISION NOT NULL CHECK (avoidable >= 0 AND avoidable <= 1),
    lag_months    BIGINT           NOT NULL CHECK (lag_months >= 0),
    member        TEXT             NOT NULL,
    entered_at    TEXT             NOT NULL,
    PRIMARY KEY (client, id)
) WITHOUT ROWID;

-- Clients that we won: how long it took, and what they leave over in a month.
CREATE TABLE exit_wins (
    id            TEXT   NOT NULL PRIMARY KEY,
    name          TEXT   NOT NULL,
    contacted_on  TEXT   NOT NULL,
    signed_on     TEXT   NOT NULL,
    monthly_minor BIGINT,
    currency      TEXT   NOT NULL,
    member        TEXT   NOT NULL,
    entered_at    TEXT   NOT NULL,
    CHECK (contacted_on <= signed_on)
);

-- Simulations that were kept: the inputs as TOML, which `khitam exit simulate` takes, the exit bill and the figures as
-- JSON. They are written once, so that a case can cite them.
CREATE TABLE exit_runs (
    id      TEXT   NOT NULL PRIMARY KEY,
    client  TEXT   NOT NULL,
    on_day  TEXT   NOT NULL,
    seed    BIGINT NOT NULL,
    inputs  TEXT   NOT NULL,
    bill    TEXT   NOT NULL,
    figures TEXT   NOT NULL,
    member  TEXT   NOT NULL,
    kept_at TEXT   NOT NULL
);
CREATE INDEX exit_runs_client ON exit_runs (client, kept_at);
