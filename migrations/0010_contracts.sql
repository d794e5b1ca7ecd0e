-- What contracts say: their texts, and the terms that people answer for.

-- Every version of a contract's text, as it was handed over; the newest counts, the others stay.
CREATE TABLE contract_texts (
    client   TEXT   NOT NULL,
    contract TEXT   NOT NULL,
    version  BIGINT NOT NULL CHECK (version > 0),
    -- The file's name; empty where the words were pasted.
    name     TEXT   NOT NULL,
    -- Of the file's bytes, or of the pasted words.
    sha256   TEXT   NOT NULL,
    text     TEXT   NOT NULL,
    member   TEXT   NOT NULL,
    kept_at  TEXT   NOT NULL,
    PRIMARY KEY (client, contract, version),
    UNIQUE (client, contract, sha256)
);

-- What people said of each term, every word of it; the last counts.
CREATE TABLE contract_terms (
    client    TEXT   NOT NULL,
    contract  TEXT   NOT NULL,
    term      TEXT   NOT NULL,
    number    BIGINT NOT NULL CHECK (number > 0),
    standing  TEXT   NOT NULL CHECK (standing IN ('confirmed', 'corrected', 'added', 'absent', 'taken_back')),
    -- What it says, as JSON.
    value     TEXT   NOT NULL,
    -- The words it rests on, and the version of the text that they stand in; empty and 0 where it rests on none.
    quote     TEXT   NOT NULL,
    version   BIGINT NOT NULL CHECK (version >= 0),
    member    TEXT   NOT NULL,
    stated_at TEXT   NOT NULL,
    PRIMARY KEY (client, contract, term, number)
) WITHOUT ROWID;
