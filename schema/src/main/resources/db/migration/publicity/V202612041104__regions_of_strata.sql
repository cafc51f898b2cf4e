-- Where a plan weighs its regions, a stratum is a class in a region, e.g. A.331002. The code is what was committed to; its
-- region's name is for readers.
ALTER TABLE publicity.draw_stratum ADD COLUMN region text NOT NULL DEFAULT '';
