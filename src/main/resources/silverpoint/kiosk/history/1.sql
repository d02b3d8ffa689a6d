-- times are milliseconds since 1970-01-01 UTC
CREATE TABLE run (
  id INTEGER PRIMARY KEY,
  began_ms INTEGER NOT NULL,
  ended_ms INTEGER,
  program TEXT NOT NULL,
  models TEXT NOT NULL,
  config TEXT NOT NULL,
  machine TEXT NOT NULL
);
CREATE TABLE session (
  number INTEGER PRIMARY KEY,
  run INTEGER NOT NULL REFERENCES run (id),
  began_ms INTEGER NOT NULL,
  ended_ms INTEGER,
  outcome TEXT,
  retakes INTEGER NOT NULL DEFAULT 0,
  queued_ms INTEGER,
  promised_ms INTEGER,
  draw_started_ms INTEGER,
  draw_ended_ms INTEGER,
  paused_ms INTEGER NOT NULL DEFAULT 0,
  redraws INTEGER NOT NULL DEFAULT 0,
  draw_time_s REAL NOT NULL DEFAULT 0,
  strokes INTEGER,
  length_mm REAL,
  connector_mm REAL,
  retrace_mm REAL,
  sketch_ms REAL,
  style TEXT
);
CREATE INDEX session_began ON session (began_ms);
CREATE TABLE fault (
  id INTEGER PRIMARY KEY,
  run INTEGER NOT NULL REFERENCES run (id),
  at_ms INTEGER NOT NULL,
  kind TEXT NOT NULL,
  message TEXT NOT NULL
);
CREATE TABLE kept_line (
  session INTEGER PRIMARY KEY REFERENCES session (number),
  until_ms INTEGER NOT NULL,
  line TEXT NOT NULL
);
-- what was deleted, without a word about whom
CREATE TABLE erasure (
  id INTEGER PRIMARY KEY,
  at_ms INTEGER NOT NULL,
  reason TEXT NOT NULL,
  lines INTEGER NOT NULL
);
