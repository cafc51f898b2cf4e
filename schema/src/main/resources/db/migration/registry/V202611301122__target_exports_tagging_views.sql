-- Everything a list shows, written into a file by a job. The file is kept by its SHA-256; only who asked for it is given it.
CREATE TABLE registry.target_export (
  id uuid PRIMARY KEY,
  authority_id uuid NOT NULL,
  person_id uuid NOT NULL,
  filter jsonb NOT NULL,
  fields text[] NOT NULL,
  format text NOT NULL CHECK (format IN ('xlsx', 'csv')),
  language text NOT NULL CHECK (language IN ('zh', 'en')),
  job_id uuid,
  rows bigint,
  file_sha256 text CHECK (file_sha256 ~ '^[0-9a-f]{64}$'),
  created_at timestamptz NOT NULL
);
CREATE INDEX target_export_person ON registry.target_export (person_id, created_at);

-- A tag put on everything a list shows, or taken off, by a job.
CREATE TABLE registry.target_tagging (
  id uuid PRIMARY KEY,
  authority_id uuid NOT NULL,
  person_id uuid NOT NULL,
  filter jsonb NOT NULL,
  tag text NOT NULL CHECK (tag <> ''),
  on_it boolean NOT NULL,
  reason text NOT NULL CHECK (reason <> ''),
  job_id uuid,
  -- How many the list had when the person decided, and how many were changed.
  counted bigint NOT NULL,
  changed bigint,
  created_at timestamptz NOT NULL
);

-- A list as somebody wants to see it again: filters, order, columns; for oneself or for the department.
CREATE TABLE registry.saved_list (
  id uuid PRIMARY KEY,
  authority_id uuid NOT NULL,
  department_id uuid NOT NULL,
  person_id uuid NOT NULL,
  person_name text NOT NULL,
  name text NOT NULL CHECK (name <> ''),
  filter jsonb NOT NULL,
  sort text NOT NULL,
  columns text[] NOT NULL,
  shared boolean NOT NULL,
  UNIQUE (person_id, name)
);
CREATE INDEX saved_list_department ON registry.saved_list (department_id) WHERE shared;

GRANT SELECT, INSERT, UPDATE ON registry.target_export, registry.target_tagging TO sunlot_platform;
GRANT SELECT, INSERT, UPDATE, DELETE ON registry.saved_list TO sunlot_platform;

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['target_export', 'target_tagging', 'saved_list'] LOOP
    EXECUTE format('ALTER TABLE registry.%I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY %I ON registry.%I USING ((SELECT kernel.sees_all()) OR authority_id = (SELECT kernel.own_authority()))', t || '_of_authority', t);
  END LOOP;
END $$;
