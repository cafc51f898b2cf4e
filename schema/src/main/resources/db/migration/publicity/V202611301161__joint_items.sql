-- The public list says who takes part in a joint item and in which batch it was published (TZ-7, TZ-M3).
ALTER TABLE publicity.item
  ADD COLUMN participants text[] NOT NULL DEFAULT '{}',
  ADD COLUMN batch text,
  ADD COLUMN decided_on date,
  ADD COLUMN decision_number text;
