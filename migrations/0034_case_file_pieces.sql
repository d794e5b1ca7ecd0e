-- Pieces of what the client takes along, sealed to the case's key: it is as large as what was given to them, and is written
-- and read piece by piece. Which pieces are one file, the file's own row says (case_files).
CREATE TABLE case_file_pieces (
    client  TEXT   NOT NULL,
    case_id TEXT   NOT NULL,
    id      TEXT   NOT NULL,
    nth     BIGINT NOT NULL CHECK (nth > 0),
    sealed  BYTEA  NOT NULL,
    PRIMARY KEY (client, case_id, id, nth)
) WITHOUT ROWID;
