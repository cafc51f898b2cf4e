-- What was frozen of a plan line when a task was opened: numbers per class, weights of regions; and the batches that are
-- planned before the pool is frozen (TZ-14, TZ-8). Tasks from before have their rates only.
CREATE TABLE tasking.draw_terms (
  task_id uuid PRIMARY KEY REFERENCES tasking.task,
  authority_id uuid NOT NULL,
  terms jsonb NOT NULL
);

-- The pool as last prepared, in numbers: nobody counts a million lines for every look at a page.
CREATE TABLE tasking.pool (
  task_id uuid PRIMARY KEY REFERENCES tasking.task,
  authority_id uuid NOT NULL,
  facts jsonb NOT NULL,
  frozen_reason text
);

-- Class and region decide the stratum, and by what it is drawn is said on the page. Lines of a million are added without a look
-- at the task for each: only PreparePool writes them, in the transaction that locks it.
ALTER TABLE tasking.pool_line
  ADD COLUMN risk_class text NOT NULL DEFAULT 'N',
  ADD COLUMN region_code text NOT NULL DEFAULT '',
  ADD COLUMN treatment text NOT NULL DEFAULT 'plain'
    CHECK (treatment IN ('plain', 'key', 'low', 'key-though-low', 'low-though-key')),
  DROP CONSTRAINT pool_line_task_id_fkey;
DROP INDEX tasking.pool_line_excluded;
CREATE INDEX pool_line_reason ON tasking.pool_line (task_id, excluded, unit_id);

-- Who was let in beyond a ceiling as one of a stated group.
ALTER TABLE tasking.cap_exception ADD COLUMN stated_group text NOT NULL DEFAULT '';

-- Long work on a pool: one at a time for each task.
CREATE TABLE tasking.pool_run (
  id uuid PRIMARY KEY,
  task_id uuid NOT NULL REFERENCES tasking.task,
  authority_id uuid NOT NULL,
  kind text NOT NULL CHECK (kind IN ('prepare', 'freeze')),
  task_version integer NOT NULL,
  reason text NOT NULL DEFAULT '',
  job_id uuid,
  outcome text NOT NULL CHECK (outcome IN ('running', 'done', 'refused', 'failed', 'cancelled')),
  refusal jsonb,
  started_by uuid NOT NULL,
  started_at timestamptz NOT NULL,
  ended_at timestamptz
);
CREATE UNIQUE INDEX pool_run_under_way ON tasking.pool_run (task_id) WHERE outcome = 'running';
CREATE INDEX pool_run_task ON tasking.pool_run (task_id, started_at DESC);

GRANT SELECT, INSERT, UPDATE ON tasking.draw_terms, tasking.pool, tasking.pool_run TO sunlot_platform;
GRANT UPDATE ON tasking.pool_line TO sunlot_platform;

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['draw_terms', 'pool', 'pool_run'] LOOP
    EXECUTE format('ALTER TABLE tasking.%I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY %I ON tasking.%I USING ((SELECT kernel.sees_all()) OR authority_id = (SELECT kernel.own_authority()))', t || '_of_authority', t);
  END LOOP;
END $$;

-- The list cannot be changed once targets are being drawn from it (PDS-15): the database itself refuses.
CREATE FUNCTION tasking.refuse_frozen_pool() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF EXISTS (SELECT FROM tasking.task t WHERE t.id IN (SELECT DISTINCT c.task_id FROM changed c)
      AND (t.target_draw_id IS NOT NULL)) THEN
    RAISE EXCEPTION 'tasking.pool_line: the pool of a task is frozen' USING ERRCODE = 'insufficient_privilege',
      HINT = 'What was frozen is drawn from as it is; a void draw has a successor over the same list.';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER pool_line_frozen_added AFTER INSERT ON tasking.pool_line
  REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION tasking.refuse_frozen_pool();
CREATE TRIGGER pool_line_frozen_changed AFTER UPDATE ON tasking.pool_line
  REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION tasking.refuse_frozen_pool();
CREATE TRIGGER pool_line_frozen_removed AFTER DELETE ON tasking.pool_line
  REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION tasking.refuse_frozen_pool();
