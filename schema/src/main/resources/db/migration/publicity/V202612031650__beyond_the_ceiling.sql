-- How many could be drawn although a ceiling that holds as a rule was reached, each for a stated reason: shown with the numbers.
ALTER TABLE publicity.draw ADD COLUMN beyond_cap integer NOT NULL DEFAULT 0;
