-- Private links of a client: the secret of the link, the code that confirms who acts and the browser that opened it are
-- kept as digests only. Whose link it is stands in the case's journal, sealed.
CREATE TABLE client_links (
    id           TEXT   NOT NULL PRIMARY KEY,
    client       TEXT   NOT NULL,
    case_id      TEXT   NOT NULL,
    successor    BIGINT NOT NULL DEFAULT 0 CHECK (successor IN (0, 1)),
    token_hash   TEXT   NOT NULL UNIQUE,
    code_hash    TEXT   NOT NULL,
    made_at      TEXT   NOT NULL,
    expires_at   TEXT   NOT NULL,
    -- The one browser that opened it, and when.
    browser_hash TEXT   UNIQUE,
    opened_at    TEXT,
    revoked_at   TEXT,
    -- Wrong codes since the last right one.
    wrong_codes  BIGINT NOT NULL DEFAULT 0
);
