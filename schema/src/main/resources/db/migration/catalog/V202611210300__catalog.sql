CREATE SCHEMA catalog;
GRANT USAGE ON SCHEMA catalog TO sunlot_platform;

-- An inspection item (ZB-5). What it says stands in its versions; "version" counts changes, for If-Match.
CREATE TABLE catalog.item (
  id uuid PRIMARY KEY,
  authority_id uuid NOT NULL,
  department_id uuid NOT NULL,
  code text NOT NULL CHECK (code ~ '^[A-Z0-9][A-Z0-9.-]{0,31}$'),
  version integer NOT NULL DEFAULT 1,
  current_id uuid NOT NULL,
  UNIQUE (authority_id, code)
);

-- Questions by section, as jsonb: read and written as a whole, never searched.
CREATE TABLE catalog.checklist (
  id uuid PRIMARY KEY,
  item_id uuid NOT NULL REFERENCES catalog.item,
  authority_id uuid NOT NULL,
  department_id uuid NOT NULL,
  number integer NOT NULL CHECK (number > 0),
  title text NOT NULL,
  sections jsonb NOT NULL,
  frozen boolean NOT NULL DEFAULT false,
  UNIQUE (item_id, number)
);

CREATE TABLE catalog.item_version (
  id uuid PRIMARY KEY,
  item_id uuid NOT NULL REFERENCES catalog.item,
  authority_id uuid NOT NULL,
  department_id uuid NOT NULL,
  number integer NOT NULL CHECK (number > 0),
  state text NOT NULL CHECK (state IN ('draft', 'submitted', 'approved', 'published', 'retired', 'discarded')),
  name text NOT NULL CHECK (name <> ''),
  category text NOT NULL CHECK (category IN ('key', 'general')),
  ratio_cap_bp integer CHECK (ratio_cap_bp BETWEEN 1 AND 10000),
  times_per_year integer CHECK (times_per_year BETWEEN 1 AND 365),
  target_kind text NOT NULL,
  content text NOT NULL,
  basis text[] NOT NULL,
  methods text[] NOT NULL,
  body text NOT NULL,
  checklist_id uuid REFERENCES catalog.checklist,
  -- Why this version was made, and why the item left the list.
  reason text NOT NULL,
  sent_back text,
  retire_reason text,
  from_day date,
  until_day date,
  drafted_by uuid NOT NULL,
  approved_by uuid,
  changed_at timestamptz NOT NULL,
  UNIQUE (item_id, number),
  -- A key item has no cap (ZB-5, TZ-8).
  CHECK (category = 'general' OR ratio_cap_bp IS NULL),
  CHECK ((state IN ('published', 'retired')) = (from_day IS NOT NULL)),
  CHECK (state NOT IN ('approved', 'published', 'retired') OR approved_by IS NOT NULL),
  CHECK ((state = 'retired') = (retire_reason IS NOT NULL))
);
CREATE INDEX item_version_in_force ON catalog.item_version (authority_id, from_day, until_day)
  WHERE state IN ('published', 'retired');
ALTER TABLE catalog.item ADD CONSTRAINT item_current FOREIGN KEY (current_id)
  REFERENCES catalog.item_version DEFERRABLE INITIALLY DEFERRED;

-- What was published stays as it was: only its end may still be set.
CREATE FUNCTION catalog.keep_published() RETURNS trigger
  LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.state IN ('published', 'retired')
     AND (to_jsonb(NEW) - ARRAY['state', 'until_day', 'retire_reason', 'changed_at'])
         IS DISTINCT FROM (to_jsonb(OLD) - ARRAY['state', 'until_day', 'retire_reason', 'changed_at'])
     OR OLD.state = 'retired' AND NEW.state <> 'retired'
     OR OLD.state = 'published' AND NEW.state NOT IN ('published', 'retired') THEN
    RAISE EXCEPTION 'version % of item % is published: only its end may be set', OLD.number, OLD.item_id
      USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER item_version_keep_published BEFORE UPDATE ON catalog.item_version
  FOR EACH ROW EXECUTE FUNCTION catalog.keep_published();

CREATE FUNCTION catalog.keep_frozen() RETURNS trigger
  LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.frozen THEN
    RAISE EXCEPTION 'checklist % of item % is frozen', OLD.number, OLD.item_id
      USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER checklist_keep_frozen BEFORE UPDATE ON catalog.checklist
  FOR EACH ROW EXECUTE FUNCTION catalog.keep_frozen();

GRANT SELECT, INSERT, UPDATE ON catalog.item, catalog.item_version, catalog.checklist TO sunlot_platform;

-- The whole authority reads the list; only the owning section and its superiors change it.
DO $$
DECLARE
  t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['item', 'item_version', 'checklist'] LOOP
    EXECUTE format('ALTER TABLE catalog.%I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY %I ON catalog.%I FOR SELECT USING ((SELECT kernel.sees_all()) '
      'OR authority_id = (SELECT kernel.own_authority()))', t || '_read', t);
    EXECUTE format('CREATE POLICY %I ON catalog.%I FOR INSERT WITH CHECK ((SELECT kernel.sees_all()) '
      'OR authority_id = (SELECT kernel.own_authority()) AND department_id = ANY '
      '((SELECT kernel.visible_departments())::uuid[]))', t || '_add', t);
    EXECUTE format('CREATE POLICY %I ON catalog.%I FOR UPDATE USING ((SELECT kernel.sees_all()) '
      'OR authority_id = (SELECT kernel.own_authority()) AND department_id = ANY '
      '((SELECT kernel.visible_departments())::uuid[]))', t || '_change', t);
  END LOOP;
END $$;
