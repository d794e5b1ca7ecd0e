-- What happens to prospects, to criteria, to the chances of the pipeline and to cases after they are closed: a log of each,
-- only added to. What is said of a closed case is sealed to its key.
CREATE TABLE lesson_log (
    topic   TEXT   NOT NULL CHECK (topic IN ('prospect', 'criterion', 'pipeline', 'afterwards')),
    subject TEXT   NOT NULL,
    seq     BIGINT NOT NULL CHECK (seq > 0),
    member  TEXT   NOT NULL,
    on_day  TEXT   NOT NULL,
    at      TEXT   NOT NULL,
    plain   TEXT   NOT NULL,
    sealed  BYTEA,
    PRIMARY KEY (topic, subject, seq)
) WITHOUT ROWID;
