-- when a run last looked for lines that are over; a clock that shows less when the next run begins
-- was set back
ALTER TABLE run ADD COLUMN looked_ms INTEGER;
