-- What a ceiling counts a mark for: by whom, for what kind of inspection, together with other departments or not (N-1, PDS-10).
-- What is there was drawn by plan; whose it was, is not known.
ALTER TABLE burden.mark
  ADD COLUMN department_ids uuid[] NOT NULL DEFAULT '{}',
  ADD COLUMN kind text NOT NULL DEFAULT 'routine' CHECK (kind IN ('routine', 'special', 'caused')),
  ADD COLUMN joint boolean NOT NULL DEFAULT false;
ALTER TABLE burden.take_over_staging
  ADD COLUMN kind text NOT NULL DEFAULT 'routine',
  ADD COLUMN joint boolean NOT NULL DEFAULT false;

-- How often a year a department inspects one target at most, as it made public (N-1). The last one published for a year and
-- a risk class holds; "" is for targets of every class that has none of its own.
CREATE TABLE burden.published_ceiling (
  id uuid PRIMARY KEY,
  authority_id uuid NOT NULL,
  department_id uuid NOT NULL,
  year integer NOT NULL CHECK (year BETWEEN 2000 AND 2200),
  risk_class text NOT NULL CHECK (risk_class IN ('', 'A', 'B', 'C', 'D', 'N')),
  max integer NOT NULL CHECK (max BETWEEN 0 AND 365),
  document text NOT NULL,
  published_on date NOT NULL,
  entered_by uuid NOT NULL,
  entered_at timestamptz NOT NULL
);
CREATE INDEX published_ceiling_department ON burden.published_ceiling (department_id, year, risk_class, entered_at DESC);
CREATE TRIGGER published_ceiling_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON burden.published_ceiling
  FOR EACH STATEMENT EXECUTE FUNCTION kernel.refuse_change();
GRANT SELECT, INSERT ON burden.published_ceiling TO sunlot_platform;

ALTER TABLE burden.published_ceiling ENABLE ROW LEVEL SECURITY;
CREATE POLICY published_ceiling_read ON burden.published_ceiling FOR SELECT
  USING ((SELECT kernel.sees_all()) OR authority_id = (SELECT kernel.own_authority()));
CREATE POLICY published_ceiling_add ON burden.published_ceiling FOR INSERT
  WITH CHECK ((SELECT kernel.sees_all()) OR department_id = ANY ((SELECT kernel.handled_departments())::uuid[]));
