-- what wears the knobs and cables
ALTER TABLE session ADD COLUMN reversals_x INTEGER NOT NULL DEFAULT 0;
ALTER TABLE session ADD COLUMN reversals_y INTEGER NOT NULL DEFAULT 0;
CREATE INDEX fault_at ON fault (at_ms);
