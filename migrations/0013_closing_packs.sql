-- Closing packs: what both sides keep of an end, sealed to the case's key; the journal binds the digest of what is inside.
CREATE TABLE closing_packs (
    client  TEXT  NOT NULL,
    case_id TEXT  NOT NULL,
    sha256  TEXT  NOT NULL,
    sealed  BYTEA NOT NULL,
    PRIMARY KEY (client, case_id, sha256)
) WITHOUT ROWID;
