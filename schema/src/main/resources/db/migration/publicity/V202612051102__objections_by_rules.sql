-- By which articles the inspected may object to a result, in both languages; '' where the rules that bind its task offer no objection.
ALTER TABLE publicity.result
  ADD COLUMN objection_by text NOT NULL DEFAULT '',
  ADD COLUMN objection_by_en text NOT NULL DEFAULT '';
