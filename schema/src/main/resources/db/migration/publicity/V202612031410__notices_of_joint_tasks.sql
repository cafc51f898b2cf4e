-- Who takes part in a task besides the department that leads it (TZ-19), and on what ground a joint one stands that is in no
-- plan (TZ-17, PDS-8).
ALTER TABLE publicity.notice
  ADD COLUMN participants text[] NOT NULL DEFAULT '{}',
  ADD COLUMN ground_text text NOT NULL DEFAULT '';
