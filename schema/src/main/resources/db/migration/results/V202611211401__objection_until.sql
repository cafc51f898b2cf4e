-- Until when a target may object to its published result (ZB-16): computed once, at publication; null where the rules offer none.
ALTER TABLE results.result
  ADD COLUMN objection_until date,
  ADD COLUMN objection_provisional boolean NOT NULL DEFAULT false;
ALTER TABLE publicity.result
  ADD COLUMN objection_until date,
  ADD COLUMN objection_provisional boolean NOT NULL DEFAULT false;
