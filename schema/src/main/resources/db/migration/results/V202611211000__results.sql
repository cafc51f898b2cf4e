CREATE SCHEMA results;
GRANT USAGE ON SCHEMA results TO sunlot_platform;

-- One row per checked item and revision. A published row is never changed: a correction is a further revision (ZB-16, TZ-31).
CREATE TABLE results.result (
  id uuid PRIMARY KEY,
  number text NOT NULL,
  revision integer NOT NULL CHECK (revision > 0),
  authority_id uuid NOT NULL,
  department_id uuid NOT NULL,
  visit_id uuid NOT NULL,
  task_id uuid NOT NULL,
  item_version_id uuid NOT NULL,
  target_id uuid NOT NULL,
  unit_id text NOT NULL,
  target_name text NOT NULL,
  visited_on date NOT NULL,
  type text NOT NULL,
  finding text NOT NULL,
  measures text[] NOT NULL,
  handling text NOT NULL,
  direct_reason text,
  state text NOT NULL,
  published_at timestamptz,
  corrects_id uuid REFERENCES results.result,
  correction_reason text NOT NULL DEFAULT '',
  corrected_by uuid,
  version integer NOT NULL DEFAULT 1,
  UNIQUE (authority_id, number, revision)
);
CREATE INDEX result_task ON results.result (task_id);
CREATE INDEX result_visit ON results.result (visit_id);
CREATE INDEX result_department ON results.result (department_id, visited_on DESC);

-- What is published stays as it is: only its state may move on to "corrected".
CREATE FUNCTION results.keep_published() RETURNS trigger
  LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.published_at IS NOT NULL
     AND (NEW.number, NEW.revision, NEW.type, NEW.finding, NEW.measures, NEW.handling, NEW.visited_on, NEW.unit_id,
          NEW.target_name, NEW.item_version_id, NEW.published_at, NEW.corrects_id, NEW.correction_reason)
         IS DISTINCT FROM
         (OLD.number, OLD.revision, OLD.type, OLD.finding, OLD.measures, OLD.handling, OLD.visited_on, OLD.unit_id,
          OLD.target_name, OLD.item_version_id, OLD.published_at, OLD.corrects_id, OLD.correction_reason) THEN
    RAISE EXCEPTION 'result % revision % is published and cannot be changed', OLD.number, OLD.revision
      USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER result_published BEFORE UPDATE ON results.result
  FOR EACH ROW EXECUTE FUNCTION results.keep_published();

-- The report that ends a task (ZB-15): due days are computed once and stored.
CREATE TABLE results.report (
  id uuid PRIMARY KEY,
  task_id uuid NOT NULL UNIQUE,
  authority_id uuid NOT NULL,
  department_id uuid NOT NULL,
  task_number text NOT NULL,
  title text NOT NULL,
  ended_on date NOT NULL,
  due date,
  due_provisional boolean NOT NULL DEFAULT false,
  state text NOT NULL,
  period text NOT NULL DEFAULT '',
  targets integer NOT NULL DEFAULT 0,
  content text NOT NULL DEFAULT '',
  findings text NOT NULL DEFAULT '',
  handling text NOT NULL DEFAULT '',
  reported_on date,
  publish_due date,
  publish_due_provisional boolean NOT NULL DEFAULT false,
  published_at timestamptz,
  limited_reason text NOT NULL DEFAULT '',
  return_note text NOT NULL DEFAULT '',
  version integer NOT NULL DEFAULT 1
);
CREATE INDEX report_department ON results.report (department_id, state);

GRANT SELECT, INSERT, UPDATE ON results.result, results.report TO sunlot_platform;

ALTER TABLE results.result ENABLE ROW LEVEL SECURITY;
CREATE POLICY result_of_authority ON results.result
  USING ((SELECT kernel.sees_all()) OR authority_id = (SELECT kernel.own_authority()));
ALTER TABLE results.report ENABLE ROW LEVEL SECURITY;
CREATE POLICY report_of_authority ON results.report
  USING ((SELECT kernel.sees_all()) OR authority_id = (SELECT kernel.own_authority()));
