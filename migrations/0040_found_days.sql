-- From when to when an episode was a finding or graver, and counted: two families of them within ninety days ask for a
-- review (DOMAIN 3.3). Of what was stored before only the last look is known; R1 counts by its label, which is not kept here.
ALTER TABLE episodes ADD COLUMN found_from TEXT;
ALTER TABLE episodes ADD COLUMN found_to TEXT;
UPDATE episodes SET found_from = last_on, found_to = last_on
 WHERE level >= 2 AND code NOT IN ('R0', 'R1', 'E6', 'E8', 'P10');

-- A digest that names a record has western digits in the numbers that it refers to. Where nothing was imported yet, none with
-- other digits stands, and nobody need look for one.
INSERT INTO settings (name, value) SELECT 'digests-levelled', '1' WHERE NOT EXISTS (SELECT 1 FROM sources);
