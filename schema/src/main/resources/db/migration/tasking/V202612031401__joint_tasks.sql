-- A task of several departments (TZ-17): each picks its items, and the task is set up when all who were asked have answered.
ALTER TABLE tasking.task
  ADD COLUMN item_department_ids uuid[],
  -- Whether what is drawn goes down to the departments of the line in the counties (TZ-19, PDS-13).
  ADD COLUMN handed_down boolean NOT NULL DEFAULT false;
UPDATE tasking.task SET item_department_ids = array_fill(department_id, ARRAY[cardinality(item_version_ids)]);
ALTER TABLE tasking.task
  ALTER COLUMN item_department_ids SET NOT NULL,
  ADD CONSTRAINT task_items_have_departments CHECK (cardinality(item_department_ids) = cardinality(item_version_ids));

CREATE TABLE tasking.invitation (
  id uuid PRIMARY KEY,
  task_id uuid NOT NULL REFERENCES tasking.task,
  authority_id uuid NOT NULL,
  department_id uuid NOT NULL,
  deadline date NOT NULL,
  state text NOT NULL CHECK (state IN ('invited', 'accepted', 'refused', 'withdrawn')),
  -- The section that carries it out, or the department itself.
  executing_id uuid,
  item_version_ids uuid[] NOT NULL,
  reason text NOT NULL,
  invited_by uuid NOT NULL,
  invited_at timestamptz NOT NULL,
  answered_by uuid,
  answered_at timestamptz,
  version integer NOT NULL DEFAULT 1,
  CHECK (state <> 'accepted' OR (executing_id IS NOT NULL AND cardinality(item_version_ids) > 0)),
  CHECK (state NOT IN ('refused', 'withdrawn') OR reason <> ''),
  CHECK ((state = 'invited') = (answered_at IS NULL))
);
CREATE UNIQUE INDEX invitation_once ON tasking.invitation (task_id, department_id) WHERE state IN ('invited', 'accepted');
CREATE INDEX invitation_department ON tasking.invitation (department_id, state);
CREATE INDEX invitation_executing ON tasking.invitation (executing_id);

-- A joint task outside the plan is filed with the office of the joint conference (TZ-17, PDS-8).
CREATE TABLE tasking.filing (
  task_id uuid PRIMARY KEY REFERENCES tasking.task,
  authority_id uuid NOT NULL,
  office_id uuid NOT NULL,
  filed_by uuid NOT NULL,
  filed_at timestamptz NOT NULL
);
CREATE INDEX filing_office ON tasking.filing (office_id, filed_at DESC);

-- Which part of a drawn list went down which line into which county, and who received it there (TZ-19). Where the line has no
-- department, the part stays with the one that drew it.
CREATE TABLE tasking.hand_down (
  id uuid PRIMARY KEY,
  task_id uuid NOT NULL REFERENCES tasking.task,
  authority_id uuid NOT NULL,
  from_id uuid NOT NULL,
  region_code text NOT NULL,
  department_id uuid NOT NULL,
  lead boolean NOT NULL,
  state text NOT NULL CHECK (state IN ('handed-down', 'received', 'kept')),
  executing_id uuid,
  handed_at timestamptz NOT NULL,
  received_by uuid,
  received_at timestamptz,
  version integer NOT NULL DEFAULT 1,
  UNIQUE (task_id, from_id, region_code),
  CHECK ((state = 'kept') = (department_id = from_id)),
  CHECK ((state = 'received') = (received_at IS NOT NULL AND executing_id IS NOT NULL))
);
CREATE INDEX hand_down_department ON tasking.hand_down (department_id, state);
CREATE INDEX hand_down_executing ON tasking.hand_down (executing_id);

-- Which tasks meet in a visit, and since when (TZ-20): each but the one that leads is a visit less.
CREATE TABLE tasking.visit_task (
  visit_id uuid NOT NULL REFERENCES tasking.visit,
  task_id uuid NOT NULL REFERENCES tasking.task,
  authority_id uuid NOT NULL,
  leads boolean NOT NULL,
  -- Not known of what was merged before this was kept.
  joined_at timestamptz,
  PRIMARY KEY (visit_id, task_id)
);
CREATE UNIQUE INDEX visit_task_leads ON tasking.visit_task (visit_id) WHERE leads;
CREATE INDEX visit_task_task ON tasking.visit_task (task_id);
CREATE INDEX visit_task_joined ON tasking.visit_task (authority_id, visit_id) WHERE NOT leads;
INSERT INTO tasking.visit_task (visit_id, task_id, authority_id, leads)
SELECT i.visit_id, i.task_id, i.authority_id, row_number() OVER (
  PARTITION BY i.visit_id ORDER BY (t.department_id = v.department_id) DESC, t.created_at, t.number) = 1
FROM (SELECT DISTINCT visit_id, task_id, authority_id FROM tasking.visit_item) i
JOIN tasking.visit v ON v.id = i.visit_id JOIN tasking.task t ON t.id = i.task_id;

GRANT SELECT, INSERT, UPDATE ON tasking.invitation, tasking.hand_down, tasking.visit_task TO sunlot_platform;
GRANT SELECT, INSERT ON tasking.filing TO sunlot_platform;
GRANT UPDATE ON tasking.visit_item TO sunlot_platform;

-- Departments of an authority see who is invited to what; the lead invites, and whoever acts for a department answers for it.
-- Lists go down, and visits are shared out, in the transaction of the draw, which is the platform's work.
ALTER TABLE tasking.invitation ENABLE ROW LEVEL SECURITY;
ALTER TABLE tasking.filing ENABLE ROW LEVEL SECURITY;
ALTER TABLE tasking.hand_down ENABLE ROW LEVEL SECURITY;
ALTER TABLE tasking.visit_task ENABLE ROW LEVEL SECURITY;
DO $$
DECLARE
  t text;
  led text := '((SELECT kernel.sees_all()) OR EXISTS (SELECT FROM tasking.task t WHERE t.id = task_id'
    ' AND t.department_id = ANY ((SELECT kernel.handled_departments())::uuid[])))';
BEGIN
  FOREACH t IN ARRAY ARRAY['invitation', 'filing', 'hand_down', 'visit_task'] LOOP
    EXECUTE format('CREATE POLICY %I ON tasking.%I FOR SELECT USING ((SELECT kernel.sees_all()) OR authority_id = (SELECT kernel.own_authority()))', t || '_read', t);
    EXECUTE format('CREATE POLICY %I ON tasking.%I FOR INSERT WITH CHECK %s', t || '_add', t, led);
  END LOOP;
  EXECUTE format('CREATE POLICY invitation_change ON tasking.invitation FOR UPDATE USING (%s OR department_id = ANY ((SELECT kernel.handled_departments())::uuid[]))', led);
END $$;
CREATE POLICY hand_down_change ON tasking.hand_down FOR UPDATE
  USING ((SELECT kernel.sees_all()) OR department_id = ANY ((SELECT kernel.handled_departments())::uuid[]));
CREATE POLICY visit_task_change ON tasking.visit_task FOR UPDATE USING ((SELECT kernel.sees_all()));

-- No state without an entry of the record (TZ-4).
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['invitation', 'hand_down'] LOOP
    EXECUTE format('CREATE CONSTRAINT TRIGGER state_is_logged AFTER UPDATE OF state ON tasking.%I DEFERRABLE INITIALLY DEFERRED'
      ' FOR EACH ROW WHEN (OLD.state IS DISTINCT FROM NEW.state) EXECUTE FUNCTION audit.demand_entry()', t);
    EXECUTE format('CREATE CONSTRAINT TRIGGER beginning_is_logged AFTER INSERT ON tasking.%I DEFERRABLE INITIALLY DEFERRED'
      ' FOR EACH ROW EXECUTE FUNCTION audit.demand_entry()', t);
  END LOOP;
END $$;
