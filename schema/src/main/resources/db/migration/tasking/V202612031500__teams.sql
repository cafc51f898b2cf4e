-- A member fills a place of a department: in a joint team each department has its own (TZ-21). Teams until now were of one department.
ALTER TABLE tasking.visit_member ADD COLUMN department_id uuid;
UPDATE tasking.visit_member m SET department_id = v.department_id FROM tasking.visit v WHERE v.id = m.visit_id;
ALTER TABLE tasking.visit_member ALTER COLUMN department_id SET NOT NULL;

-- The day on which a team means to go, within the visit's period (PDS-17).
ALTER TABLE tasking.visit ADD COLUMN planned_on date CHECK (planned_on BETWEEN from_day AND to_day);
CREATE INDEX visit_period ON tasking.visit (authority_id, to_day);

ALTER TABLE tasking.staffing_change DROP CONSTRAINT staffing_change_way_check, ADD CONSTRAINT staffing_change_way_check
  CHECK (way IN ('swap-targets', 'new-random-draw', 'designation', 'cross-section-draw', 'neighbour-draw'));
-- Whoever decides on it; a request is kept by the department that decides, which need not be the one that leads the visit.
ALTER TABLE tasking.staffing_change ADD COLUMN principal boolean NOT NULL DEFAULT false;
CREATE INDEX staffing_change_waiting ON tasking.staffing_change (department_id) WHERE state = 'requested';

-- Which department draws whom for a task: for all departments, or each for its own places; for visits, for teams, or teams for
-- visits (draw.md section 9).
CREATE TABLE tasking.team_draw (
  draw_id uuid PRIMARY KEY,
  task_id uuid NOT NULL REFERENCES tasking.task,
  authority_id uuid NOT NULL,
  department_id uuid NOT NULL,
  way text NOT NULL CHECK (way IN ('unified', 'per-department')),
  stage text NOT NULL CHECK (stage IN ('visits', 'teams', 'teams-to-visits')),
  begun_at timestamptz NOT NULL
);
CREATE INDEX team_draw_task ON tasking.team_draw (task_id, begun_at);

INSERT INTO tasking.team_draw (draw_id, task_id, authority_id, department_id, way, stage, begun_at)
SELECT inspector_draw_id, id, authority_id, department_id, 'per-department', 'visits', created_at FROM tasking.task
WHERE inspector_draw_id IS NOT NULL;

-- Teams that were drawn before anybody knew where they go.
CREATE TABLE tasking.team (
  id uuid PRIMARY KEY,
  task_id uuid NOT NULL REFERENCES tasking.task,
  authority_id uuid NOT NULL,
  department_id uuid NOT NULL,
  number text NOT NULL,
  draw_id uuid,
  UNIQUE (authority_id, number)
);
CREATE INDEX team_task ON tasking.team (task_id, number);

CREATE TABLE tasking.team_member (
  team_id uuid NOT NULL REFERENCES tasking.team,
  role text NOT NULL,
  authority_id uuid NOT NULL,
  department_id uuid NOT NULL,
  inspector_id uuid NOT NULL,
  PRIMARY KEY (team_id, role),
  UNIQUE (team_id, inspector_id)
);

-- Who goes along and does not count as team: experts, testing bodies, staff without a licence (ZB-9, ZB-10, N-6).
CREATE TABLE tasking.visit_assistant (
  visit_id uuid NOT NULL REFERENCES tasking.visit,
  subject_id uuid NOT NULL,
  authority_id uuid NOT NULL,
  kind text NOT NULL CHECK (kind IN ('expert', 'agency', 'staff')),
  name text NOT NULL,
  organisation text NOT NULL,
  purpose text NOT NULL,
  added_by uuid NOT NULL,
  added_at timestamptz NOT NULL,
  PRIMARY KEY (visit_id, subject_id)
);

-- How many visits one inspector of a department makes in a month at most, and which counties it may draw together with (TZ-21).
CREATE TABLE tasking.staffing_setting (
  department_id uuid PRIMARY KEY,
  authority_id uuid NOT NULL,
  monthly_cap integer CHECK (monthly_cap > 0),
  neighbours text[] NOT NULL DEFAULT '{}',
  changed_by uuid NOT NULL,
  changed_at timestamptz NOT NULL,
  version integer NOT NULL DEFAULT 1
);

GRANT SELECT, INSERT ON tasking.team_draw, tasking.team_member TO sunlot_platform;
GRANT SELECT, INSERT, UPDATE ON tasking.team, tasking.staffing_setting TO sunlot_platform;
GRANT SELECT, INSERT, DELETE ON tasking.visit_assistant TO sunlot_platform;

-- Departments of one authority see each other's teams; a department changes its own.
DO $$
DECLARE
  t text;
  own text := '((SELECT kernel.sees_all()) OR department_id = ANY ((SELECT kernel.handled_departments())::uuid[]))';
BEGIN
  FOREACH t IN ARRAY ARRAY['team_draw', 'team', 'staffing_setting'] LOOP
    EXECUTE format('ALTER TABLE tasking.%I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY %I ON tasking.%I FOR SELECT USING ((SELECT kernel.sees_all()) OR authority_id = (SELECT kernel.own_authority()))', t || '_read', t);
    EXECUTE format('CREATE POLICY %I ON tasking.%I FOR INSERT WITH CHECK %s', t || '_add', t, own);
    EXECUTE format('CREATE POLICY %I ON tasking.%I FOR UPDATE USING %s', t || '_change', t, own);
  END LOOP;
  FOREACH t IN ARRAY ARRAY['team_member', 'visit_assistant'] LOOP
    EXECUTE format('ALTER TABLE tasking.%I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY %I ON tasking.%I USING ((SELECT kernel.sees_all()) OR authority_id = (SELECT kernel.own_authority()))', t || '_of_authority', t);
  END LOOP;
END $$;

-- A day that is set or moved, and whoever goes along, stand in the record as well.
CREATE CONSTRAINT TRIGGER day_is_logged AFTER UPDATE OF planned_on ON tasking.visit DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW WHEN (OLD.planned_on IS DISTINCT FROM NEW.planned_on) EXECUTE FUNCTION audit.demand_entry();
CREATE CONSTRAINT TRIGGER assistant_is_logged AFTER INSERT OR DELETE ON tasking.visit_assistant DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION audit.demand_entry();
CREATE CONSTRAINT TRIGGER setting_is_logged AFTER INSERT OR UPDATE ON tasking.staffing_setting DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION audit.demand_entry();
CREATE CONSTRAINT TRIGGER team_draw_is_logged AFTER INSERT ON tasking.team_draw DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION audit.demand_entry();
