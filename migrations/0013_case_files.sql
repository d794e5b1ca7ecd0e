-- Files of cases, sealed to the case's key: closing packs, proofs, and what the client takes along. The journal binds the
-- digest of what is inside.
CREATE TABLE case_files (
    client  TEXT  NOT NULL,
    case_id TEXT  NOT NULL,
    what    TEXT  NOT NULL,
    sha256  TEXT  NOT NULL,
    sealed  BYTEA NOT NULL,
    PRIMARY KEY (client, case_id, what, sha256)
) WITHOUT ROWID;
