-- Members, how they come in, and what only they may open.

CREATE TABLE members (
    id            TEXT   NOT NULL PRIMARY KEY,
    name          TEXT   NOT NULL,
    email         TEXT   NOT NULL UNIQUE,
    role          TEXT   NOT NULL CHECK (role IN ('owner', 'finance', 'member')),
    password_hash TEXT   NOT NULL,
    language      TEXT   NOT NULL DEFAULT 'ar' CHECK (language IN ('ar', 'en')),
    digits        TEXT   NOT NULL DEFAULT 'latn' CHECK (digits IN ('latn', 'arab')),
    hijri         BIGINT NOT NULL DEFAULT 0 CHECK (hijri IN (0, 1)),
    -- Whether charts run in the reading direction.
    time_follows  BIGINT NOT NULL DEFAULT 1 CHECK (time_follows IN (0, 1)),
    -- The key that others seal restricted texts to, and its secret half sealed under the password.
    public_key    TEXT   NOT NULL,
    sealed_secret BYTEA  NOT NULL,
    joined_at     TEXT   NOT NULL,
    left_at       TEXT
);

CREATE TABLE sessions (
    token_hash TEXT   NOT NULL PRIMARY KEY,
    member     TEXT   NOT NULL REFERENCES members (id),
    began_at   TEXT   NOT NULL,
    expires_at TEXT   NOT NULL,
    -- While someone shares the screen, money and other clients are hidden.
    sharing    TEXT,
    agent      TEXT   NOT NULL DEFAULT ''
);

-- Links that are used once: the owner's first, and invitations.
CREATE TABLE invites (
    token_hash TEXT NOT NULL PRIMARY KEY,
    role       TEXT NOT NULL CHECK (role IN ('owner', 'finance', 'member')),
    name       TEXT NOT NULL DEFAULT '',
    invited_by TEXT NOT NULL DEFAULT '',
    made_at    TEXT NOT NULL,
    expires_at TEXT NOT NULL,
    used_at    TEXT
);

-- Failed attempts to sign in, by address tried and by where from; old ones are forgotten.
CREATE TABLE attempts (
    subject  TEXT   NOT NULL,
    tried_at TEXT   NOT NULL
);
CREATE INDEX attempts_subject ON attempts (subject, tried_at);

-- Who receives reports. A report itself is one sealed text; who may open it is kept beside it, nothing else is.
CREATE TABLE recipients (
    member   TEXT NOT NULL PRIMARY KEY REFERENCES members (id),
    named_by TEXT NOT NULL,
    named_at TEXT NOT NULL
);

CREATE TABLE reports (
    id     TEXT  NOT NULL PRIMARY KEY,
    sealed BYTEA NOT NULL
);

CREATE TABLE report_readers (
    report TEXT NOT NULL REFERENCES reports (id),
    member TEXT NOT NULL REFERENCES members (id),
    PRIMARY KEY (report, member)
);
