-- Whoever is alone in a firm confirms their own proposal after a pause: that two names differ is no rule of the table any more.
CREATE TABLE erasure_proposals_anew (
    id           TEXT NOT NULL PRIMARY KEY,
    client       TEXT NOT NULL,
    scope        TEXT NOT NULL,
    person       TEXT,
    basis        TEXT NOT NULL CHECK (basis = 'request' OR basis = 'contract' OR basis = 'term'),
    reference    TEXT NOT NULL,
    proposed_by  TEXT NOT NULL,
    proposed_on  TEXT NOT NULL,
    confirmed_by TEXT,
    confirmed_on TEXT,
    counted      TEXT NOT NULL DEFAULT '',
    CHECK ((confirmed_by IS NULL) = (confirmed_on IS NULL))
);
INSERT INTO erasure_proposals_anew (id, client, scope, person, basis, reference, proposed_by, proposed_on, confirmed_by,
                                    confirmed_on, counted)
SELECT id, client, scope, person, basis, reference, proposed_by, proposed_on, confirmed_by, confirmed_on, counted
  FROM erasure_proposals;
DROP TABLE erasure_proposals;
ALTER TABLE erasure_proposals_anew RENAME TO erasure_proposals;
