-- The import that brought a target in; later changes stand in target_change.
ALTER TABLE registry.target ADD COLUMN import_id uuid;
CREATE INDEX target_change_import ON registry.target_change (import_id) WHERE import_id IS NOT NULL;

-- Rows of a file on their way in: read, checked, not yet merged. NULL is "not said in the file".
-- Without row-level security, because COPY does not work with it; they are only ever read by their import, which has it.
-- Their import says whose they are. Unlogged: after a crash the rows are made again from the file.
CREATE UNLOGGED TABLE registry.target_staging (
  import_id uuid NOT NULL,
  row_number integer NOT NULL,
  id uuid NOT NULL,
  unit_id text NOT NULL,
  name text NOT NULL,
  kind text,
  region_code text,
  address text,
  risk_class text,
  tags text[],
  status text,
  responsible_person text,
  contact text,
  warnings text[] NOT NULL
);

CREATE UNLOGGED TABLE registry.inspector_staging (
  import_id uuid NOT NULL,
  row_number integer NOT NULL,
  id uuid NOT NULL,
  licence_number text NOT NULL,
  name text NOT NULL,
  sex text,
  post text,
  section_id uuid NOT NULL,
  licence_until date NOT NULL,
  qualifications text[],
  person_id uuid
);
GRANT SELECT, INSERT, DELETE ON registry.target_staging, registry.inspector_staging TO sunlot_platform;

-- Every change of an inspector.
CREATE TABLE registry.inspector_change (
  id uuid PRIMARY KEY,
  inspector_id uuid NOT NULL REFERENCES registry.inspector,
  authority_id uuid NOT NULL,
  at timestamptz NOT NULL,
  person_id uuid,
  import_id uuid,
  reason text NOT NULL DEFAULT '',
  changes jsonb NOT NULL
);
CREATE INDEX inspector_change_inspector ON registry.inspector_change (inspector_id, at);
CREATE TRIGGER inspector_change_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON registry.inspector_change
  FOR EACH STATEMENT EXECUTE FUNCTION kernel.refuse_change();
GRANT SELECT, INSERT ON registry.inspector_change TO sunlot_platform;
ALTER TABLE registry.inspector_change ENABLE ROW LEVEL SECURITY;
CREATE POLICY inspector_change_of_authority ON registry.inspector_change
  USING ((SELECT kernel.sees_all()) OR authority_id = (SELECT kernel.own_authority()));

CREATE INDEX target_incomplete ON registry.target (authority_id, name) WHERE NOT complete;
