-- how often a guest was told another time
ALTER TABLE session ADD COLUMN retold INTEGER NOT NULL DEFAULT 0;
