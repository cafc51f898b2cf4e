CREATE SCHEMA credit;
GRANT USAGE ON SCHEMA credit TO sunlot_platform;

-- How risky targets are, as data: indicators, points, weights, cut-offs. A version that was approved stays as it is; which one is in
-- force on a day is the approved one with the latest first day up to then.
CREATE TABLE credit.scorecard (
  id uuid PRIMARY KEY,
  authority_id uuid NOT NULL,
  number integer NOT NULL CHECK (number > 0),
  state text NOT NULL CHECK (state IN ('draft', 'submitted', 'approved', 'discarded')),
  content jsonb NOT NULL,
  reason text NOT NULL DEFAULT '',
  from_day date,
  drafted_by uuid NOT NULL,
  approved_by uuid,
  sent_back text,
  changed_at timestamptz NOT NULL,
  version integer NOT NULL DEFAULT 1,
  UNIQUE (authority_id, number),
  CHECK ((state = 'approved') = (from_day IS NOT NULL)),
  CHECK ((state = 'approved') = (approved_by IS NOT NULL))
);
CREATE UNIQUE INDEX scorecard_open ON credit.scorecard (authority_id) WHERE state IN ('draft', 'submitted');

CREATE FUNCTION credit.keep_approved() RETURNS trigger
  LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.state IN ('approved', 'discarded') THEN
    RAISE EXCEPTION 'scorecard % is % and cannot be changed', OLD.number, OLD.state USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER scorecard_approved BEFORE UPDATE ON credit.scorecard FOR EACH ROW EXECUTE FUNCTION credit.keep_approved();
CREATE CONSTRAINT TRIGGER state_is_logged AFTER UPDATE OF state ON credit.scorecard DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW WHEN (OLD.state IS DISTINCT FROM NEW.state) EXECUTE FUNCTION audit.demand_entry();
CREATE CONSTRAINT TRIGGER beginning_is_logged AFTER INSERT ON credit.scorecard DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION audit.demand_entry();

-- What is known to have happened with a target, each by its reference in the system that says so. A correction is a further
-- revision beside the first. No column holds a person: who inspected is no input of a score, nor could it be.
CREATE TABLE credit.observation (
  id uuid PRIMARY KEY,
  authority_id uuid NOT NULL,
  target_id uuid NOT NULL,
  kind text NOT NULL,
  day date NOT NULL,
  selection text NOT NULL CHECK (selection IN ('random', 'targeted', 'none')),
  -- Observations of one visit share it: a visit counts once.
  occasion text NOT NULL,
  -- The class that the target had on that day, before this was known.
  class_then text NOT NULL,
  source text NOT NULL,
  ref text NOT NULL,
  revision integer NOT NULL CHECK (revision > 0),
  recorded_at timestamptz NOT NULL,
  superseded_by uuid,
  UNIQUE (authority_id, source, ref, revision)
);
CREATE INDEX observation_target ON credit.observation (target_id, day) INCLUDE (kind) WHERE superseded_by IS NULL;
CREATE INDEX observation_visit ON credit.observation (authority_id, day) WHERE superseded_by IS NULL AND selection <> 'none';

-- Figures that other systems give: shares, counts, and ratings (1 to 4 for A to D). The latest day counts.
CREATE TABLE credit.given_value (
  id uuid PRIMARY KEY,
  authority_id uuid NOT NULL,
  target_id uuid NOT NULL,
  code text NOT NULL,
  value integer NOT NULL,
  day date NOT NULL,
  source text NOT NULL,
  recorded_at timestamptz NOT NULL,
  superseded_by uuid
);
CREATE UNIQUE INDEX given_value_current ON credit.given_value (target_id, code) WHERE superseded_by IS NULL;

-- Who stands on a list, from when until when, on what ground, by whose decision. A correction is a further row beside the first.
CREATE TABLE credit.list_entry (
  id uuid PRIMARY KEY,
  authority_id uuid NOT NULL,
  target_id uuid NOT NULL,
  list text NOT NULL,
  from_day date NOT NULL,
  until_day date CHECK (until_day >= from_day),
  ground text NOT NULL,
  decided_by text NOT NULL,
  document text NOT NULL,
  source text NOT NULL CHECK (source IN ('entered', 'import', 'interface', 'computed')),
  entered_by uuid,
  entered_at timestamptz NOT NULL,
  -- The first day on which it is off the list before its time.
  ended_on date,
  end_reason text NOT NULL DEFAULT '',
  ended_by uuid,
  superseded_by uuid,
  -- Whether the registry shows the list's tag because of this entry.
  tagged boolean NOT NULL DEFAULT false,
  version integer NOT NULL DEFAULT 1
);
CREATE UNIQUE INDEX list_entry_current ON credit.list_entry (target_id, list, from_day) WHERE superseded_by IS NULL;
CREATE INDEX list_entry_target ON credit.list_entry (target_id);
CREATE INDEX list_entry_list ON credit.list_entry (authority_id, list, from_day DESC);

-- What the entry says stays; that it ended, was corrected, or is shown in the registry is added.
CREATE FUNCTION credit.keep_row() RETURNS trigger
  LANGUAGE plpgsql AS $$
DECLARE
  may_change text[] := TG_ARGV[0]::text[];
BEGIN
  IF (to_jsonb(NEW) - may_change) IS DISTINCT FROM (to_jsonb(OLD) - may_change)
     OR OLD.superseded_by IS NOT NULL AND NEW.superseded_by IS DISTINCT FROM OLD.superseded_by THEN
    RAISE EXCEPTION '%: what was recorded stays as it is', TG_TABLE_NAME USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER observation_kept BEFORE UPDATE ON credit.observation
  FOR EACH ROW EXECUTE FUNCTION credit.keep_row('{superseded_by}');
CREATE TRIGGER given_value_kept BEFORE UPDATE ON credit.given_value
  FOR EACH ROW EXECUTE FUNCTION credit.keep_row('{superseded_by}');
CREATE TRIGGER list_entry_kept BEFORE UPDATE ON credit.list_entry
  FOR EACH ROW EXECUTE FUNCTION credit.keep_row('{ended_on,end_reason,ended_by,superseded_by,tagged,version}');
CREATE TRIGGER observation_not_deleted BEFORE DELETE OR TRUNCATE ON credit.observation
  FOR EACH STATEMENT EXECUTE FUNCTION kernel.refuse_change();
CREATE TRIGGER given_value_not_deleted BEFORE DELETE OR TRUNCATE ON credit.given_value
  FOR EACH STATEMENT EXECUTE FUNCTION kernel.refuse_change();
CREATE TRIGGER list_entry_not_deleted BEFORE DELETE OR TRUNCATE ON credit.list_entry
  FOR EACH STATEMENT EXECUTE FUNCTION kernel.refuse_change();

-- A computation of all classes of an authority, or a trial of a draft that changes nothing.
CREATE TABLE credit.run (
  id uuid PRIMARY KEY,
  authority_id uuid NOT NULL,
  scorecard_id uuid NOT NULL REFERENCES credit.scorecard,
  kind text NOT NULL CHECK (kind IN ('recompute', 'trial')),
  day date NOT NULL,
  job_id uuid,
  started_by uuid,
  started_at timestamptz NOT NULL,
  -- How far it is: it goes on behind this target.
  after_id uuid NOT NULL DEFAULT '00000000-0000-0000-0000-000000000000',
  read bigint NOT NULL DEFAULT 0,
  staged bigint NOT NULL DEFAULT 0,
  total bigint NOT NULL DEFAULT 0,
  -- "old class > new class" → how many
  moves jsonb NOT NULL DEFAULT '{}',
  changed bigint NOT NULL DEFAULT 0,
  worsened bigint NOT NULL DEFAULT 0,
  -- SHA-256 over unit id, old and new class of every change, by unit id.
  digest text,
  outcome text NOT NULL DEFAULT 'running' CHECK (outcome IN ('running', 'done', 'cancelled', 'failed')),
  ended_at timestamptz,
  CHECK ((outcome = 'running') = (ended_at IS NULL))
);
CREATE INDEX run_authority ON credit.run (authority_id, started_at DESC);
CREATE UNIQUE INDEX run_under_way ON credit.run (authority_id, kind) WHERE outcome = 'running';

-- The score of a target as it stands: a value per indicator, in the order of its scorecard; points follow from them.
CREATE TABLE credit.score (
  target_id uuid PRIMARY KEY,
  authority_id uuid NOT NULL,
  scorecard_id uuid NOT NULL REFERENCES credit.scorecard,
  run_id uuid NOT NULL REFERENCES credit.run,
  risk_class text NOT NULL CHECK (risk_class IN ('A', 'B', 'C', 'D')),
  score integer NOT NULL,
  measured integer[] NOT NULL,
  -- 1 to 4 where an imported rating decided, else null
  rating smallint
);
CREATE INDEX score_authority ON credit.score (authority_id, risk_class);

-- Scores that differ from what is known, until the run takes them over. Unlogged: a run counts them and begins again if they are gone.
CREATE UNLOGGED TABLE credit.score_staging (
  run_id uuid NOT NULL,
  target_id uuid NOT NULL,
  unit_id text NOT NULL,
  old_class text NOT NULL,
  risk_class text NOT NULL,
  score integer NOT NULL,
  measured integer[] NOT NULL,
  rating smallint
);

-- Targets whose class worsened, for somebody to look at.
CREATE TABLE credit.warning (
  id uuid PRIMARY KEY,
  authority_id uuid NOT NULL,
  target_id uuid NOT NULL,
  run_id uuid NOT NULL REFERENCES credit.run,
  old_class text NOT NULL,
  new_class text NOT NULL,
  raised_on date NOT NULL,
  settled_at timestamptz,
  settled_by uuid,
  note text NOT NULL DEFAULT '',
  version integer NOT NULL DEFAULT 1,
  UNIQUE (run_id, target_id)
);
CREATE INDEX warning_open ON credit.warning (authority_id, new_class DESC, raised_on) WHERE settled_at IS NULL;
CREATE INDEX warning_target ON credit.warning (target_id);

-- Rows of files on their way in; see registry.target_staging for why they are as they are.
CREATE UNLOGGED TABLE credit.list_staging (
  import_id uuid NOT NULL,
  row_number integer NOT NULL,
  id uuid NOT NULL,
  target_id uuid NOT NULL,
  list text NOT NULL,
  from_day date NOT NULL,
  until_day date,
  ended_on date,
  ground text NOT NULL,
  decided_by text NOT NULL,
  document text NOT NULL
);
CREATE UNLOGGED TABLE credit.observation_staging (
  import_id uuid NOT NULL,
  row_number integer NOT NULL,
  id uuid NOT NULL,
  target_id uuid NOT NULL,
  kind text NOT NULL,
  day date NOT NULL,
  selection text NOT NULL,
  occasion text NOT NULL,
  source text NOT NULL,
  ref text NOT NULL,
  -- Null: one more than the last where something differs.
  revision integer
);
CREATE UNLOGGED TABLE credit.value_staging (
  import_id uuid NOT NULL,
  row_number integer NOT NULL,
  id uuid NOT NULL,
  target_id uuid NOT NULL,
  code text NOT NULL,
  value integer NOT NULL,
  day date NOT NULL,
  source text NOT NULL
);

GRANT SELECT, INSERT, UPDATE ON credit.scorecard, credit.run, credit.score, credit.warning, credit.list_entry TO sunlot_platform;
GRANT SELECT, INSERT, UPDATE (superseded_by) ON credit.observation, credit.given_value TO sunlot_platform;
GRANT SELECT, INSERT, DELETE ON credit.score_staging, credit.list_staging, credit.observation_staging, credit.value_staging
  TO sunlot_platform;
-- Cleared in one step (imports.clear_staging).
GRANT TRUNCATE ON credit.list_staging, credit.observation_staging, credit.value_staging TO sunlot_platform;

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['scorecard', 'observation', 'given_value', 'list_entry', 'run', 'score', 'warning'] LOOP
    EXECUTE format('ALTER TABLE credit.%I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY %I ON credit.%I USING ((SELECT kernel.sees_all()) OR authority_id = (SELECT kernel.own_authority()))', t || '_of_authority', t);
  END LOOP;
END $$;
