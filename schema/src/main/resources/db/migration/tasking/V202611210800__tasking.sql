CREATE SCHEMA tasking;
GRANT USAGE ON SCHEMA tasking TO sunlot_platform;

CREATE TABLE tasking.task (
  id uuid PRIMARY KEY,
  number text NOT NULL,
  authority_id uuid NOT NULL,
  department_id uuid NOT NULL,
  title text NOT NULL,
  plan_line_id uuid,
  ground text NOT NULL CHECK (ground IN ('plan', 'complaint', 'assigned-work', 'emergency', 'campaign-from-above')),
  ground_text text NOT NULL,
  item_version_ids uuid[] NOT NULL CHECK (cardinality(item_version_ids) > 0),
  item_ids uuid[] NOT NULL,
  filter jsonb NOT NULL,
  rates_bp jsonb NOT NULL,
  from_day date NOT NULL,
  to_day date NOT NULL CHECK (to_day >= from_day),
  -- Why targets on the exemption list are drawn all the same (ZB-9), or none.
  exemption_exception text,
  -- Whether targets hit by other sections in the period are visited together (ZB-12), and if not, why.
  joint boolean NOT NULL,
  separate_reason text NOT NULL DEFAULT '',
  profile_id text NOT NULL,
  profile_version text NOT NULL,
  state text NOT NULL,
  pool_prepared_at timestamptz,
  target_draw_id uuid,
  inspector_draw_id uuid,
  ended_on date,
  abandoned_reason text,
  created_at timestamptz NOT NULL,
  version integer NOT NULL DEFAULT 1,
  UNIQUE (authority_id, number),
  -- Nothing outside the plan but on a stated ground (ZB-2, ZB-21).
  CHECK ((ground = 'plan') = (plan_line_id IS NOT NULL)),
  CHECK (joint OR separate_reason <> '')
);
CREATE INDEX task_department ON tasking.task (department_id, created_at DESC);

-- The pool as last prepared: every target that the scope hits, in or out, and why.
CREATE TABLE tasking.pool_line (
  task_id uuid NOT NULL REFERENCES tasking.task,
  target_id uuid NOT NULL,
  authority_id uuid NOT NULL,
  unit_id text NOT NULL,
  name text NOT NULL,
  stratum text NOT NULL,
  excluded text,
  detail text NOT NULL DEFAULT '',
  PRIMARY KEY (task_id, target_id)
);
CREATE INDEX pool_line_excluded ON tasking.pool_line (task_id, excluded, name);

-- A target drawn beyond the ceiling "as a rule", by whom and why.
CREATE TABLE tasking.cap_exception (
  task_id uuid NOT NULL REFERENCES tasking.task,
  target_id uuid NOT NULL,
  authority_id uuid NOT NULL,
  reason text NOT NULL,
  person_id uuid NOT NULL,
  at timestamptz NOT NULL,
  PRIMARY KEY (task_id, target_id)
);

CREATE TABLE tasking.visit (
  id uuid PRIMARY KEY,
  number text NOT NULL,
  authority_id uuid NOT NULL,
  department_id uuid NOT NULL,
  target_id uuid NOT NULL,
  unit_id text NOT NULL,
  target_name text NOT NULL,
  from_day date NOT NULL,
  to_day date NOT NULL CHECK (to_day >= from_day),
  profile_id text NOT NULL,
  profile_version text NOT NULL,
  state text NOT NULL,
  dropped_reason text,
  finished_on date,
  version integer NOT NULL DEFAULT 1,
  UNIQUE (authority_id, number)
);
CREATE INDEX visit_target ON tasking.visit (target_id, from_day);
CREATE INDEX visit_department ON tasking.visit (department_id, from_day);

CREATE TABLE tasking.visit_item (
  visit_id uuid NOT NULL REFERENCES tasking.visit,
  task_id uuid NOT NULL REFERENCES tasking.task,
  authority_id uuid NOT NULL,
  item_version_id uuid NOT NULL,
  PRIMARY KEY (visit_id, task_id, item_version_id)
);
CREATE INDEX visit_item_task ON tasking.visit_item (task_id);

CREATE TABLE tasking.visit_member (
  visit_id uuid NOT NULL REFERENCES tasking.visit,
  role text NOT NULL,
  authority_id uuid NOT NULL,
  inspector_id uuid NOT NULL,
  source text NOT NULL CHECK (source IN ('draw', 'swap', 'designation')),
  PRIMARY KEY (visit_id, role),
  UNIQUE (visit_id, inspector_id)
);
CREATE INDEX visit_member_inspector ON tasking.visit_member (inspector_id);

-- Recusals and replacements: what was asked, why, by whom, who decided, what came of it.
CREATE TABLE tasking.staffing_change (
  id uuid PRIMARY KEY,
  visit_id uuid NOT NULL REFERENCES tasking.visit,
  authority_id uuid NOT NULL,
  department_id uuid NOT NULL,
  kind text NOT NULL CHECK (kind IN ('recusal', 'replacement', 'shortage', 'exemption')),
  way text NOT NULL CHECK (way IN ('swap-targets', 'new-random-draw', 'designation', 'cross-section-draw')),
  role text NOT NULL,
  leaving_id uuid,
  incoming_id uuid,
  other_visit_id uuid,
  reason text NOT NULL,
  statement text NOT NULL,
  state text NOT NULL,
  requested_by uuid NOT NULL,
  requested_at timestamptz NOT NULL,
  decided_by uuid,
  decided_at timestamptz,
  decision_note text NOT NULL DEFAULT '',
  version integer NOT NULL DEFAULT 1
);
CREATE INDEX staffing_change_visit ON tasking.staffing_change (visit_id, requested_at);

GRANT SELECT, INSERT, UPDATE ON tasking.task, tasking.visit, tasking.staffing_change TO sunlot_platform;
GRANT SELECT, INSERT, DELETE ON tasking.pool_line TO sunlot_platform;
GRANT SELECT, INSERT ON tasking.cap_exception TO sunlot_platform;
GRANT SELECT, INSERT ON tasking.visit_item TO sunlot_platform;
GRANT SELECT, INSERT, UPDATE, DELETE ON tasking.visit_member TO sunlot_platform;

-- Sections of one bureau see each other's tasks and visits (so that one target is visited once); only the owner changes them,
-- but anybody's task may join an open visit (visit_item).
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['task', 'visit', 'staffing_change'] LOOP
    EXECUTE format('ALTER TABLE tasking.%I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY %I ON tasking.%I FOR SELECT USING ((SELECT kernel.sees_all()) OR authority_id = (SELECT kernel.own_authority()))', t || '_read', t);
    EXECUTE format('CREATE POLICY %I ON tasking.%I FOR INSERT WITH CHECK ((SELECT kernel.sees_all()) OR department_id = ANY ((SELECT kernel.visible_departments())::uuid[]))', t || '_add', t);
    EXECUTE format('CREATE POLICY %I ON tasking.%I FOR UPDATE USING ((SELECT kernel.sees_all()) OR department_id = ANY ((SELECT kernel.visible_departments())::uuid[]))', t || '_change', t);
  END LOOP;
  FOREACH t IN ARRAY ARRAY['pool_line', 'cap_exception', 'visit_item', 'visit_member'] LOOP
    EXECUTE format('ALTER TABLE tasking.%I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY %I ON tasking.%I USING ((SELECT kernel.sees_all()) OR authority_id = (SELECT kernel.own_authority()))', t || '_of_authority', t);
  END LOOP;
END $$;
