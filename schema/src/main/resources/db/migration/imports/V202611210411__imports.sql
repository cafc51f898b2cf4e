CREATE SCHEMA imports;
GRANT USAGE ON SCHEMA imports TO sunlot_platform;

-- A spreadsheet that was sent in, and what became of it. The file itself is kept by its SHA-256.
CREATE TABLE imports.import (
  id uuid PRIMARY KEY,
  authority_id uuid NOT NULL,
  person_id uuid NOT NULL,
  person_name text NOT NULL,
  number text NOT NULL,
  kind text NOT NULL,
  state text NOT NULL CHECK (state IN ('uploaded', 'running', 'done', 'failed', 'cancelled')),
  version integer NOT NULL DEFAULT 1,
  file_name text NOT NULL,
  file_sha256 text NOT NULL CHECK (file_sha256 ~ '^[0-9a-f]{64}$'),
  file_bytes bigint NOT NULL,
  header text[] NOT NULL,
  -- Field → name of the column; {} until it was started.
  mapping jsonb NOT NULL DEFAULT '{}',
  -- Language of the error workbook.
  language text NOT NULL CHECK (language IN ('zh', 'en')),
  job_id uuid,
  read integer NOT NULL DEFAULT 0,
  added integer NOT NULL DEFAULT 0,
  changed integer NOT NULL DEFAULT 0,
  unchanged integer NOT NULL DEFAULT 0,
  rejected integer NOT NULL DEFAULT 0,
  warned integer NOT NULL DEFAULT 0,
  -- Kind of problem → number of rows.
  findings jsonb NOT NULL DEFAULT '{}',
  error_sha256 text,
  -- Why it failed, in both languages.
  failure_zh text NOT NULL DEFAULT '',
  failure_en text NOT NULL DEFAULT '',
  created_at timestamptz NOT NULL,
  ended_at timestamptz,
  UNIQUE (authority_id, number),
  -- Nothing is lost silently.
  CHECK (state <> 'done' OR read = added + changed + unchanged + rejected)
);
CREATE INDEX import_list ON imports.import (authority_id, created_at);

-- Which column is which field, as it was last said for a header with these names.
CREATE TABLE imports.mapping (
  authority_id uuid NOT NULL,
  kind text NOT NULL,
  header_key text NOT NULL,
  mapping jsonb NOT NULL,
  PRIMARY KEY (authority_id, kind, header_key)
);

GRANT SELECT, INSERT, UPDATE ON imports.import, imports.mapping TO sunlot_platform;

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['import', 'mapping'] LOOP
    EXECUTE format('ALTER TABLE imports.%I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY %I ON imports.%I USING ((SELECT kernel.sees_all()) OR authority_id = (SELECT kernel.own_authority()))', t || '_of_authority', t);
  END LOOP;
END $$;
