-- The region of a stratum where a plan splits its numbers over regions, by name, as the site knows no codes; else empty.
ALTER TABLE publicity.draw_stratum ADD COLUMN region text NOT NULL DEFAULT '';
