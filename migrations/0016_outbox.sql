-- Letters that a person ordered to be sent by the firm's mail server. What is sent, from whom and to whom is sealed to the
-- case's key, and removed as soon as it is sent or will not be; its digest stays.
CREATE TABLE outbox (
    -- The Message-ID, made when it was ordered.
    message       TEXT   NOT NULL PRIMARY KEY,
    client        TEXT   NOT NULL,
    case_id       TEXT   NOT NULL,
    letter        BIGINT NOT NULL,
    -- Who ordered it.
    member        TEXT   NOT NULL,
    sha256        TEXT   NOT NULL,
    sealed        BYTEA,
    -- waiting: for its turn; claimed: the server is being asked, nothing was handed over; sending: it is being handed over;
    -- sent: the server took it; refused: it will not go out as it is; unknown: it may have gone out; ended: a person said
    -- what came of it.
    state         TEXT   NOT NULL CHECK (state IN ('waiting', 'claimed', 'sending', 'sent', 'refused', 'unknown', 'ended')),
    ordered_at    TEXT   NOT NULL,
    next_at       TEXT   NOT NULL,
    tries         BIGINT NOT NULL DEFAULT 0,
    -- Who has it in hand, and until when.
    claim         TEXT,
    claimed_until TEXT,
    changed_at    TEXT   NOT NULL,
    -- What the server said last, sealed: it often names the address.
    answer        BYTEA
);
-- A letter is ordered once at a time.
CREATE UNIQUE INDEX outbox_standing ON outbox (client, case_id, letter)
    WHERE state IN ('waiting', 'claimed', 'sending', 'refused', 'unknown');
CREATE INDEX outbox_next ON outbox (state, next_at);
