-- Legal holds of cases as those see them who keep papers: what is kept, and whom to ask; never why, which stands sealed in the
-- journal. Both tables can be folded from the journals.
CREATE TABLE legal_holds (
    client      TEXT NOT NULL,
    case_id     TEXT NOT NULL,
    -- Counted from one within the case.
    hold        BIGINT NOT NULL,
    -- The kinds of papers as JSON; an empty list is all of them.
    classes     TEXT NOT NULL,
    -- The days that papers are of.
    from_on     TEXT,
    to_on       TEXT,
    -- The member to ask.
    ask_member  TEXT NOT NULL,
    since_on    TEXT NOT NULL,
    released_on TEXT,
    PRIMARY KEY (client, case_id, hold)
) WITHOUT ROWID;

-- Who keeps papers that a hold reaches.
CREATE TABLE legal_hold_custodians (
    client          TEXT NOT NULL,
    case_id         TEXT NOT NULL,
    hold            BIGINT NOT NULL,
    member          TEXT NOT NULL,
    told_on         TEXT NOT NULL,
    reminded_on     TEXT,
    acknowledged_on TEXT,
    PRIMARY KEY (client, case_id, hold, member)
) WITHOUT ROWID;

CREATE INDEX legal_hold_custodians_member ON legal_hold_custodians (member);
