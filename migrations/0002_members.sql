-- Members, how they come in, and what only they may open.

CREATE TABLE members (
    id            TEXT   NOT NULL PRIMARY KEY,
    name          TEXT   NOT NULL,
    -- In lower case.
    email         TEXT   NOT NULL UNIQUE,
    role          TEXT   NOT NULL CHECK (role IN ('owner', 'finance', 'member')),
    -- An adviser from outside reads the reports sealed to them and no record of the firm.
    adviser       BIGINT NOT NULL DEFAULT 0 CHECK (adviser IN (0, 1)),
    password_hash TEXT   NOT NULL,
    language      TEXT   NOT NULL DEFAULT 'ar' CHECK (language IN ('ar', 'en')),
    digits        TEXT   NOT NULL DEFAULT 'latn' CHECK (digits IN ('latn', 'arab')),
    hijri         BIGINT NOT NULL DEFAULT 0 CHECK (hijri IN (0, 1)),
    -- Whether charts run in the reading direction.
    time_follows  BIGINT NOT NULL DEFAULT 1 CHECK (time_follows IN (0, 1)),
    -- The key that others seal restricted texts to, its secret half sealed under the password, and since when.
    public_key    TEXT   NOT NULL,
    sealed_secret BYTEA  NOT NULL,
    key_since     TEXT   NOT NULL,
    joined_at     TEXT   NOT NULL,
    left_at       TEXT,
    CHECK (adviser = 0 OR role = 'member')
);

CREATE TABLE sessions (
    token_hash TEXT   NOT NULL PRIMARY KEY,
    member     TEXT   NOT NULL REFERENCES members (id),
    began_at   TEXT   NOT NULL,
    expires_at TEXT   NOT NULL,
    -- While someone shares the screen: the one client that may be shown. Money and other clients are hidden.
    sharing    TEXT,
    agent      TEXT   NOT NULL DEFAULT ''
);
CREATE INDEX sessions_member ON sessions (member);

-- Links that are used once: the owner's first, invitations, and links to a new password.
CREATE TABLE invites (
    token_hash TEXT   NOT NULL PRIMARY KEY,
    id         TEXT   NOT NULL UNIQUE,
    purpose    TEXT   NOT NULL CHECK (purpose IN ('first', 'join', 'reset')),
    role       TEXT   NOT NULL CHECK (role IN ('owner', 'finance', 'member')),
    adviser    BIGINT NOT NULL DEFAULT 0 CHECK (adviser IN (0, 1)),
    -- The name of the person invited.
    name       TEXT   NOT NULL DEFAULT '',
    -- Whose password a reset replaces.
    member     TEXT,
    -- Empty for the command line.
    made_by    TEXT   NOT NULL DEFAULT '',
    made_at    TEXT   NOT NULL,
    expires_at TEXT   NOT NULL,
    used_at    TEXT,
    revoked_at TEXT
);

-- Attempts to sign in that did not succeed, by a digest of the e-mail tried and of where from; old ones are forgotten.
CREATE TABLE attempts (
    id       TEXT   NOT NULL PRIMARY KEY,
    subject  TEXT   NOT NULL,
    tried_at TEXT   NOT NULL
);
CREATE INDEX attempts_subject ON attempts (subject, tried_at);

-- Who receives reports from now on.
CREATE TABLE recipients (
    member   TEXT NOT NULL PRIMARY KEY REFERENCES members (id),
    named_by TEXT NOT NULL,
    named_at TEXT NOT NULL
);

-- A report is one sealed text and nothing else: who reported, about whom, when and who may open it are inside the seal.
-- Its id is drawn at random, so that it tells no time; the version counts how often it was sealed anew.
CREATE TABLE reports (
    id      TEXT   NOT NULL PRIMARY KEY,
    version BIGINT NOT NULL,
    sealed  BYTEA  NOT NULL
);

-- How often something was sealed, so that open keys look again; there is one.
CREATE TABLE seals (
    id     BIGINT NOT NULL PRIMARY KEY CHECK (id = 1),
    number BIGINT NOT NULL
);
INSERT INTO seals (id, number) VALUES (1, 0);
