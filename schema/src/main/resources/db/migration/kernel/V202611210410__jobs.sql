-- Long work: what screens show of it. db-scheduler's own table below says when and by whom it is run.
CREATE TABLE kernel.job (
  id uuid PRIMARY KEY,
  authority_id uuid NOT NULL,
  person_id uuid NOT NULL,
  person_name text NOT NULL,
  -- Whom the work acts as: what the session held when it was started.
  acts_as jsonb NOT NULL,
  kind text NOT NULL CHECK (kind <> ''),
  subject text NOT NULL,
  state text NOT NULL CHECK (state IN ('waiting', 'running', 'done', 'failed', 'cancelled')),
  done bigint NOT NULL DEFAULT 0 CHECK (done >= 0),
  total bigint NOT NULL DEFAULT 0 CHECK (total >= 0),
  message text NOT NULL DEFAULT '',
  cancel_asked boolean NOT NULL DEFAULT false,
  attempts integer NOT NULL DEFAULT 0,
  created_at timestamptz NOT NULL,
  ended_at timestamptz,
  CHECK ((state IN ('done', 'failed', 'cancelled')) = (ended_at IS NOT NULL))
);
CREATE INDEX job_authority ON kernel.job (authority_id, created_at);
GRANT SELECT, INSERT, UPDATE ON kernel.job TO sunlot_platform;
ALTER TABLE kernel.job ENABLE ROW LEVEL SECURITY;
CREATE POLICY job_of_authority ON kernel.job
  USING ((SELECT kernel.sees_all()) OR authority_id = (SELECT kernel.own_authority()));

-- The columns that db-scheduler 16 expects.
CREATE TABLE kernel.scheduled_task (
  task_name text NOT NULL,
  task_instance text NOT NULL,
  task_data bytea,
  execution_time timestamptz NOT NULL,
  picked boolean NOT NULL,
  picked_by text,
  last_success timestamptz,
  last_failure timestamptz,
  consecutive_failures integer,
  last_heartbeat timestamptz,
  version bigint NOT NULL,
  priority smallint,
  PRIMARY KEY (task_name, task_instance)
);
CREATE INDEX scheduled_task_execution_time ON kernel.scheduled_task (execution_time);
CREATE INDEX scheduled_task_last_heartbeat ON kernel.scheduled_task (last_heartbeat);
GRANT SELECT, INSERT, UPDATE, DELETE ON kernel.scheduled_task TO sunlot_platform;
