CREATE SCHEMA planning;
GRANT USAGE ON SCHEMA planning TO sunlot_platform;

-- A yearly plan of a section or of the bureau (ZB-8). What it says stands in its versions; "version" counts changes,
-- for If-Match.
CREATE TABLE planning.plan (
  id uuid PRIMARY KEY,
  authority_id uuid NOT NULL,
  department_id uuid NOT NULL,
  number text NOT NULL,
  year integer NOT NULL CHECK (year BETWEEN 2000 AND 2999),
  version integer NOT NULL DEFAULT 1,
  current_id uuid NOT NULL,
  UNIQUE (authority_id, number)
);
CREATE INDEX plan_year ON planning.plan (authority_id, year);

CREATE TABLE planning.plan_version (
  id uuid PRIMARY KEY,
  plan_id uuid NOT NULL REFERENCES planning.plan,
  authority_id uuid NOT NULL,
  department_id uuid NOT NULL,
  number integer NOT NULL CHECK (number > 0),
  state text NOT NULL CHECK (state IN ('draft', 'submitted', 'approved', 'published', 'discarded')),
  title text NOT NULL CHECK (title <> ''),
  -- Why the plan is adjusted; "" for the first version.
  reason text NOT NULL,
  sent_back text,
  drafted_by uuid NOT NULL,
  approved_by uuid,
  approved_at timestamptz,
  published_at timestamptz,
  changed_at timestamptz NOT NULL,
  UNIQUE (plan_id, number),
  CHECK (state NOT IN ('approved', 'published') OR (approved_by IS NOT NULL AND approved_at IS NOT NULL)),
  CHECK ((state = 'published') = (published_at IS NOT NULL))
);
ALTER TABLE planning.plan ADD CONSTRAINT plan_current FOREIGN KEY (current_id)
  REFERENCES planning.plan_version DEFERRABLE INITIALLY DEFERRED;

-- A line keeps its id over the versions of its plan, so that tasks stay with it.
CREATE TABLE planning.line (
  plan_version_id uuid NOT NULL REFERENCES planning.plan_version,
  id uuid NOT NULL,
  plan_id uuid NOT NULL REFERENCES planning.plan,
  authority_id uuid NOT NULL,
  -- The section of the plan, which writes the line.
  department_id uuid NOT NULL,
  position integer NOT NULL CHECK (position > 0),
  title text NOT NULL,
  -- The class of inspection (抽查类别), e.g. energy saving.
  category text NOT NULL,
  item_version_ids uuid[] NOT NULL,
  kinds text[] NOT NULL,
  region_codes text[] NOT NULL,
  tags text[] NOT NULL,
  risk_classes text[] NOT NULL,
  rate_a_bp integer CHECK (rate_a_bp BETWEEN 0 AND 10000),
  rate_b_bp integer CHECK (rate_b_bp BETWEEN 0 AND 10000),
  rate_c_bp integer CHECK (rate_c_bp BETWEEN 0 AND 10000),
  rate_d_bp integer CHECK (rate_d_bp BETWEEN 0 AND 10000),
  rate_n_bp integer CHECK (rate_n_bp BETWEEN 0 AND 10000),
  times_per_year integer NOT NULL CHECK (times_per_year BETWEEN 1 AND 365),
  from_day date NOT NULL,
  until_day date NOT NULL,
  -- The section that carries it out.
  executing_id uuid NOT NULL,
  body text NOT NULL,
  -- Size of the pool and expected number of targets when it was submitted: what the approval rests on.
  planned_pool integer CHECK (planned_pool >= 0),
  planned_expected integer CHECK (planned_expected >= 0),
  PRIMARY KEY (plan_version_id, id),
  UNIQUE (plan_version_id, position),
  CHECK (from_day <= until_day)
);
CREATE INDEX line_id ON planning.line (id);

-- An approved plan stays as it was: it is published, and that is all.
CREATE FUNCTION planning.keep_approved() RETURNS trigger
  LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.state IN ('approved', 'published')
     AND ((to_jsonb(NEW) - ARRAY['state', 'published_at', 'changed_at'])
          IS DISTINCT FROM (to_jsonb(OLD) - ARRAY['state', 'published_at', 'changed_at'])
          OR NEW.state NOT IN ('approved', 'published')
          OR OLD.state = 'published') THEN
    RAISE EXCEPTION 'version % of plan % is approved and stays as it is', OLD.number, OLD.plan_id
      USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER plan_version_keep_approved BEFORE UPDATE ON planning.plan_version
  FOR EACH ROW EXECUTE FUNCTION planning.keep_approved();

CREATE FUNCTION planning.keep_approved_lines() RETURNS trigger
  LANGUAGE plpgsql AS $$
DECLARE
  touched planning.line;
BEGIN
  IF TG_OP = 'INSERT' THEN
    touched := NEW;
  ELSE
    touched := OLD;
  END IF;
  IF EXISTS (SELECT FROM planning.plan_version v
             WHERE v.id = touched.plan_version_id AND v.state IN ('approved', 'published')) THEN
    RAISE EXCEPTION 'line % belongs to an approved plan and stays as it is', touched.id
      USING ERRCODE = 'insufficient_privilege';
  END IF;
  IF TG_OP = 'DELETE' THEN
    RETURN OLD;
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER line_keep_approved BEFORE INSERT OR UPDATE OR DELETE ON planning.line
  FOR EACH ROW EXECUTE FUNCTION planning.keep_approved_lines();

GRANT SELECT, INSERT, UPDATE ON planning.plan, planning.plan_version TO sunlot_platform;
-- Lines of a draft are replaced as a whole.
GRANT SELECT, INSERT, DELETE ON planning.line TO sunlot_platform;

-- The whole authority reads plans (who inspects whom when); only the section of the plan and its superiors change them.
DO $$
DECLARE
  t text;
  own text := '((SELECT kernel.sees_all()) OR authority_id = (SELECT kernel.own_authority()) AND department_id = ANY '
    '((SELECT kernel.visible_departments())::uuid[]))';
BEGIN
  FOREACH t IN ARRAY ARRAY['plan', 'plan_version', 'line'] LOOP
    EXECUTE format('ALTER TABLE planning.%I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY %I ON planning.%I FOR SELECT USING ((SELECT kernel.sees_all()) '
      'OR authority_id = (SELECT kernel.own_authority()))', t || '_read', t);
    EXECUTE format('CREATE POLICY %I ON planning.%I FOR INSERT WITH CHECK %s', t || '_add', t, own);
    EXECUTE format('CREATE POLICY %I ON planning.%I FOR UPDATE USING %s', t || '_change', t, own);
    EXECUTE format('CREATE POLICY %I ON planning.%I FOR DELETE USING %s', t || '_remove', t, own);
  END LOOP;
END $$;
