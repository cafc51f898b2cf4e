CREATE SCHEMA calendar;
GRANT USAGE ON SCHEMA calendar TO sunlot_platform;

-- Years whose holidays are announced; dates in any other year are provisional. The same for everybody in the country,
-- therefore without an authority and without row-level security.
CREATE TABLE calendar.year (
  year integer PRIMARY KEY CHECK (year BETWEEN 1990 AND 2200),
  source text NOT NULL CHECK (btrim(source) <> ''),
  loaded_at timestamptz NOT NULL
);
GRANT SELECT, INSERT ON calendar.year TO sunlot_platform;

-- Days that differ from the plain week: holidays, and weekend days on which people work.
CREATE TABLE calendar.day (
  date date PRIMARY KEY,
  kind text NOT NULL CHECK (kind IN ('holiday', 'working')),
  source text NOT NULL CHECK (btrim(source) <> '')
);
GRANT SELECT, INSERT, UPDATE ON calendar.day TO sunlot_platform;
