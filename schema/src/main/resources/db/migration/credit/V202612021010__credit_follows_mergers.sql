-- What is known of a target follows it when it is merged into another, and comes back when they are separated. Everything else that was
-- recorded stays as it is: only along a merger may a row change its target.
CREATE OR REPLACE FUNCTION credit.keep_row() RETURNS trigger
  LANGUAGE plpgsql AS $$
DECLARE
  may_change text[] := TG_ARGV[0]::text[] || '{target_id}'::text[];
BEGIN
  IF (to_jsonb(NEW) - may_change) IS DISTINCT FROM (to_jsonb(OLD) - may_change)
     OR OLD.superseded_by IS NOT NULL AND NEW.superseded_by IS DISTINCT FROM OLD.superseded_by
     OR NEW.target_id <> OLD.target_id AND NOT EXISTS (
       SELECT FROM registry.merger m WHERE (m.absorbed_id, m.survivor_id) IN ((OLD.target_id, NEW.target_id), (NEW.target_id, OLD.target_id))) THEN
    RAISE EXCEPTION '%: what was recorded stays as it is', TG_TABLE_NAME USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END $$;
GRANT UPDATE (target_id) ON credit.observation, credit.given_value TO sunlot_platform;

-- Rows that were on their way while their target was merged go to the survivor.
GRANT UPDATE (target_id) ON credit.list_staging, credit.observation_staging, credit.value_staging TO sunlot_platform;

-- Which rows followed a merger, to bring them back: moved from the absorbed target, or of the survivor and replaced or ended by one of those.
CREATE TABLE credit.followed (
  merger_id uuid NOT NULL,
  authority_id uuid NOT NULL,
  what text NOT NULL CHECK (what IN ('observation', 'given-value', 'replaced-value', 'list-entry', 'ended-entry', 'warning')),
  row_id uuid NOT NULL,
  PRIMARY KEY (merger_id, what, row_id)
);
GRANT SELECT, INSERT ON credit.followed TO sunlot_platform;
ALTER TABLE credit.followed ENABLE ROW LEVEL SECURITY;
CREATE POLICY followed_of_authority ON credit.followed
  USING ((SELECT kernel.sees_all()) OR authority_id = (SELECT kernel.own_authority()));
