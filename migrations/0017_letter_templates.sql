-- The firm's own letter templates: every version, none ever changed. Without a text the standard one stands again.
CREATE TABLE letter_templates (
    language TEXT   NOT NULL CHECK (language IN ('ar', 'en')),
    name     TEXT   NOT NULL,
    version  BIGINT NOT NULL CHECK (version > 0),
    text     TEXT,
    member   TEXT   NOT NULL,
    reason   TEXT   NOT NULL,
    set_at   TEXT   NOT NULL,
    PRIMARY KEY (language, name, version)
) WITHOUT ROWID;
