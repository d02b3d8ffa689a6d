-- how portraits are liked, each with its style and planned time and the hour, and not whose it was
CREATE TABLE rating (
  id INTEGER PRIMARY KEY,
  hour_ms INTEGER NOT NULL,
  style TEXT NOT NULL,
  draw_time_s REAL NOT NULL,
  liked INTEGER NOT NULL
);
CREATE INDEX rating_hour ON rating (hour_ms);
