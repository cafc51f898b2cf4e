-- Targets that stand in the registry twice (TZ-10, PDS-2): pairs that are probably one, and what people decided of them.

-- A target that was merged into another stays as it is, in the status merged, and leads to the one that stands for it. An import may call
-- something merged without saying into what; that has no survivor. No foreign key: it would be asked about each row of an import of a
-- whole city, and no target is ever deleted.
ALTER TABLE registry.target ADD COLUMN merged_into uuid;
ALTER TABLE registry.target ADD CONSTRAINT target_merged CHECK (merged_into IS NULL OR (status = 'merged' AND merged_into <> id));
CREATE INDEX target_merged_into ON registry.target (merged_into) WHERE merged_into IS NOT NULL;

-- A search through all targets for duplicates, as somebody started it.
CREATE TABLE registry.duplicate_run (
  id uuid PRIMARY KEY,
  authority_id uuid NOT NULL,
  job_id uuid,
  started_by uuid NOT NULL,
  started_at timestamptz NOT NULL,
  -- How many targets were read, how many pairs found, how many of those not known before.
  read bigint NOT NULL DEFAULT 0,
  found bigint NOT NULL DEFAULT 0,
  added bigint NOT NULL DEFAULT 0,
  outcome text NOT NULL DEFAULT 'running' CHECK (outcome IN ('running', 'done', 'cancelled', 'failed')),
  ended_at timestamptz,
  CHECK ((outcome = 'running') = (ended_at IS NULL))
);
CREATE INDEX duplicate_run_authority ON registry.duplicate_run (authority_id, started_at DESC);
CREATE UNIQUE INDEX duplicate_run_under_way ON registry.duplicate_run (authority_id) WHERE outcome = 'running';

-- A pair, the lesser id first, so that it is there once. What was decided stays and is not asked again.
CREATE TABLE registry.duplicate (
  id uuid PRIMARY KEY,
  authority_id uuid NOT NULL,
  first_id uuid NOT NULL REFERENCES registry.target,
  second_id uuid NOT NULL REFERENCES registry.target,
  -- What speaks for it, the strongest first, and how much that weighs; which fields differ.
  signals text[] NOT NULL CHECK (signals <> '{}'),
  weight integer NOT NULL,
  differing text[] NOT NULL,
  state text NOT NULL CHECK (state IN ('open', 'different', 'merged')),
  reason text NOT NULL DEFAULT '',
  decided_by uuid,
  decided_at timestamptz,
  -- The search that found it last, or null for a check of one target.
  run_id uuid REFERENCES registry.duplicate_run,
  found_at timestamptz NOT NULL,
  version integer NOT NULL DEFAULT 1,
  CHECK (first_id < second_id),
  CHECK ((state = 'open') = (decided_at IS NULL)),
  UNIQUE (first_id, second_id)
);
CREATE INDEX duplicate_second ON registry.duplicate (second_id);
CREATE INDEX duplicate_list ON registry.duplicate (authority_id, state, weight DESC, id);
CREATE CONSTRAINT TRIGGER state_is_logged AFTER UPDATE OF state ON registry.duplicate DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW WHEN (OLD.state IS DISTINCT FROM NEW.state) EXECUTE FUNCTION audit.demand_entry();

-- That one target was merged into another: who, when, why, and everything that it takes to separate them again.
CREATE TABLE registry.merger (
  id uuid PRIMARY KEY,
  authority_id uuid NOT NULL,
  survivor_id uuid NOT NULL REFERENCES registry.target,
  absorbed_id uuid NOT NULL REFERENCES registry.target,
  reason text NOT NULL CHECK (reason <> ''),
  merged_by uuid NOT NULL,
  merged_at timestamptz NOT NULL,
  -- The status of the absorbed one, field → before and after of the survivor (a contact sealed under its id), relations and places in
  -- sub-registries that followed.
  moved jsonb NOT NULL,
  separated_reason text,
  separated_by uuid,
  separated_at timestamptz,
  version integer NOT NULL DEFAULT 1,
  CHECK (survivor_id <> absorbed_id),
  CHECK ((separated_at IS NULL) = (separated_by IS NULL) AND (separated_at IS NULL) = (separated_reason IS NULL))
);
CREATE UNIQUE INDEX merger_in_force ON registry.merger (absorbed_id) WHERE separated_at IS NULL;
CREATE INDEX merger_survivor ON registry.merger (survivor_id);
CREATE CONSTRAINT TRIGGER beginning_is_logged AFTER INSERT ON registry.merger DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION audit.demand_entry();
CREATE CONSTRAINT TRIGGER state_is_logged AFTER UPDATE OF separated_at ON registry.merger DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION audit.demand_entry();

-- Who stands for a merged target, also where that one was merged on. What counts by target (yearly draws, interests) looks here, and
-- stays as it was recorded. By authority and not by region: a county must count what a target was drawn as under its other number.
CREATE VIEW registry.survivor WITH (security_invoker = true) AS
  WITH RECURSIVE way AS (
    SELECT absorbed_id AS id, survivor_id FROM registry.merger WHERE separated_at IS NULL
    UNION ALL
    SELECT way.id, m.survivor_id FROM way
    JOIN registry.merger m ON m.absorbed_id = way.survivor_id AND m.separated_at IS NULL
  )
  SELECT way.id, way.survivor_id FROM way
  WHERE NOT EXISTS (SELECT FROM registry.merger m WHERE m.absorbed_id = way.survivor_id AND m.separated_at IS NULL);

GRANT SELECT, INSERT, UPDATE ON registry.duplicate_run, registry.merger TO sunlot_platform;
GRANT SELECT, INSERT, UPDATE, DELETE ON registry.duplicate TO sunlot_platform;
GRANT SELECT ON registry.survivor TO sunlot_platform;

ALTER TABLE registry.duplicate_run ENABLE ROW LEVEL SECURITY;
CREATE POLICY duplicate_run_of_authority ON registry.duplicate_run
  USING ((SELECT kernel.sees_all()) OR authority_id = (SELECT kernel.own_authority()));
ALTER TABLE registry.merger ENABLE ROW LEVEL SECURITY;
CREATE POLICY merger_of_authority ON registry.merger
  USING ((SELECT kernel.sees_all()) OR authority_id = (SELECT kernel.own_authority()));
-- A pair is seen by those who see both.
ALTER TABLE registry.duplicate ENABLE ROW LEVEL SECURITY;
CREATE POLICY duplicate_of_authority ON registry.duplicate
  USING ((SELECT kernel.sees_all())
    OR authority_id = (SELECT kernel.own_authority())
      AND ((SELECT kernel.sees_all_regions())
        OR EXISTS (SELECT FROM registry.target t WHERE t.id = first_id) AND EXISTS (SELECT FROM registry.target t WHERE t.id = second_id)));
