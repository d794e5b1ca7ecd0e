-- A record may be read from several lines, as an invoice of several items is: a correction of a later line also names the
-- line where the record begins, so that the record can show it. 0 where the line is the record's own.
ALTER TABLE corrections ADD COLUMN record_line BIGINT NOT NULL DEFAULT 0;
