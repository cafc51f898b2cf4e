-- Joint items (TZ-7): owned by the lead department, with other departments of the region taking part. The office of the joint
-- conference consolidates them, enters who decided and with which document, and publishes them in batches (TZ-M3).

-- What the office publishes at once. It stays as it was.
CREATE TABLE catalog.batch (
  id uuid PRIMARY KEY,
  authority_id uuid NOT NULL,
  -- The office of the joint conference.
  department_id uuid NOT NULL,
  region text NOT NULL,
  number text NOT NULL,
  name text NOT NULL CHECK (name <> ''),
  from_day date NOT NULL,
  published_by uuid NOT NULL,
  published_at timestamptz NOT NULL,
  UNIQUE (authority_id, number)
);
CREATE TRIGGER batch_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON catalog.batch
  FOR EACH STATEMENT EXECUTE FUNCTION kernel.refuse_change();
GRANT SELECT, INSERT ON catalog.batch TO sunlot_platform;
ALTER TABLE catalog.batch ENABLE ROW LEVEL SECURITY;
CREATE POLICY batch_read ON catalog.batch FOR SELECT USING ((SELECT kernel.sees_all())
  OR authority_id = (SELECT kernel.own_authority()));
CREATE POLICY batch_add ON catalog.batch FOR INSERT WITH CHECK ((SELECT kernel.sees_all())
  OR authority_id = (SELECT kernel.own_authority()) AND department_id = ANY ((SELECT kernel.handled_departments())::uuid[]));

ALTER TABLE catalog.item_version
  ADD COLUMN participants uuid[] NOT NULL DEFAULT '{}',
  -- The law whose change is the reason of this version; empty where there is none.
  ADD COLUMN changed_law text NOT NULL DEFAULT '',
  ADD COLUMN consolidated_by uuid,
  ADD COLUMN decided_by text CHECK (decided_by IN ('joint-conference', 'city-government', 'market-supervision-with-departments')),
  ADD COLUMN decided_on date,
  ADD COLUMN decision_number text,
  -- The decision to take it off the joint list.
  ADD COLUMN ended_by text CHECK (ended_by IN ('joint-conference', 'city-government', 'market-supervision-with-departments')),
  ADD COLUMN ended_on date,
  ADD COLUMN ended_number text,
  ADD COLUMN batch_id uuid REFERENCES catalog.batch,
  DROP CONSTRAINT item_version_state_check,
  ADD CONSTRAINT item_version_state_check
    CHECK (state IN ('draft', 'submitted', 'consolidated', 'approved', 'published', 'retired', 'discarded')),
  ADD CONSTRAINT item_version_decision_whole
    CHECK ((decided_by IS NULL) = (decided_on IS NULL) AND (decided_by IS NULL) = (decision_number IS NULL)),
  ADD CONSTRAINT item_version_end_whole
    CHECK ((ended_by IS NULL) = (ended_on IS NULL) AND (ended_by IS NULL) = (ended_number IS NULL)),
  -- A joint item leaves the list by a decision, as it came onto it.
  ADD CONSTRAINT item_version_joint_ended CHECK ((state = 'retired' AND participants <> '{}') = (ended_by IS NOT NULL)),
  -- A joint item is decided by the body that the profile names, and published in a batch; an own item never is.
  ADD CONSTRAINT item_version_joint_decided CHECK (state NOT IN ('approved', 'published', 'retired')
    OR (participants <> '{}') = (decided_by IS NOT NULL)),
  ADD CONSTRAINT item_version_joint_in_batch CHECK ((state IN ('published', 'retired') AND participants <> '{}') = (batch_id IS NOT NULL));
CREATE INDEX item_version_batch ON catalog.item_version (batch_id) WHERE batch_id IS NOT NULL;

-- What was published stays as it was: only its end may still be set, and who decided on that, once.
CREATE OR REPLACE FUNCTION catalog.keep_published() RETURNS trigger
  LANGUAGE plpgsql AS $$
DECLARE
  ending constant text[] := ARRAY['state', 'until_day', 'retire_reason', 'changed_at', 'ended_by', 'ended_on', 'ended_number'];
BEGIN
  IF OLD.state IN ('published', 'retired') AND (to_jsonb(NEW) - ending) IS DISTINCT FROM (to_jsonb(OLD) - ending)
     OR OLD.state = 'retired' AND (NEW.ended_by, NEW.ended_on, NEW.ended_number)
        IS DISTINCT FROM (OLD.ended_by, OLD.ended_on, OLD.ended_number)
     OR OLD.state = 'retired' AND NEW.state <> 'retired'
     OR OLD.state = 'published' AND NEW.state NOT IN ('published', 'retired') THEN
    RAISE EXCEPTION 'version % of item % is published: only its end may be set', OLD.number, OLD.item_id
      USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END $$;
