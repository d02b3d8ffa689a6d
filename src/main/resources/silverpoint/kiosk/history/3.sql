-- how often a guest was told another time; from the wish to draw to the motors' start
ALTER TABLE session ADD COLUMN retold INTEGER NOT NULL DEFAULT 0;
ALTER TABLE session ADD COLUMN start_ms REAL;
