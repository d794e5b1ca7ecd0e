-- What counts how much when the options of a decision are compared: every version, none ever changed. The one in force
-- when a case was opened holds for it, so that nobody sets criteria after the decision.
CREATE TABLE weights (
    version BIGINT NOT NULL PRIMARY KEY CHECK (version > 0),
    text    TEXT   NOT NULL,
    member  TEXT   NOT NULL,
    reason  TEXT   NOT NULL,
    set_at  TEXT   NOT NULL
);
