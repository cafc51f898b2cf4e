CREATE SCHEMA kernel;
GRANT USAGE ON SCHEMA kernel TO sunlot_platform;

-- Whose rows the transaction may see, told by the application at its begin (cn.sunlot.kernel.access.RowSecurity).
-- '*' is the platform's own work; without a setting nothing is visible.
CREATE FUNCTION kernel.sees_all() RETURNS boolean
  LANGUAGE sql STABLE PARALLEL SAFE
  RETURN coalesce(current_setting('sunlot.departments', true), '') = '*';

CREATE FUNCTION kernel.visible_departments() RETURNS uuid[]
  LANGUAGE sql STABLE PARALLEL SAFE
  RETURN CASE
    WHEN coalesce(current_setting('sunlot.departments', true), '') IN ('', '*') THEN '{}'::uuid[]
    ELSE string_to_array(current_setting('sunlot.departments', true), ',')::uuid[]
  END;

CREATE FUNCTION kernel.own_authority() RETURNS uuid
  LANGUAGE sql STABLE PARALLEL SAFE
  RETURN CASE
    WHEN coalesce(current_setting('sunlot.authority', true), '') IN ('', '*') THEN NULL
    ELSE current_setting('sunlot.authority', true)::uuid
  END;

GRANT EXECUTE ON FUNCTION kernel.sees_all(), kernel.visible_departments(), kernel.own_authority() TO sunlot_platform;

-- Append-only tables: by role (no UPDATE, DELETE granted) and by this trigger.
CREATE FUNCTION kernel.refuse_change() RETURNS trigger
  LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '%.% is append-only: % refused', TG_TABLE_SCHEMA, TG_TABLE_NAME, TG_OP
    USING ERRCODE = 'insufficient_privilege';
END $$;

-- Commands that were carried out, by the client's key, with their answers (idempotency).
CREATE TABLE kernel.command (
  key uuid PRIMARY KEY,
  person_id uuid NOT NULL,
  method text NOT NULL,
  path text NOT NULL,
  at timestamptz NOT NULL,
  status integer,
  content_type text,
  body bytea
);
CREATE INDEX command_at ON kernel.command (at);
GRANT SELECT, INSERT, UPDATE, DELETE ON kernel.command TO sunlot_platform;

-- Numbers without gaps per body, kind and year (N-15).
CREATE TABLE kernel.number (
  authority_id uuid NOT NULL,
  kind text NOT NULL,
  year integer NOT NULL,
  last integer NOT NULL CHECK (last > 0),
  PRIMARY KEY (authority_id, kind, year)
);
GRANT SELECT, INSERT, UPDATE ON kernel.number TO sunlot_platform;
