CREATE SCHEMA registry;
GRANT USAGE ON SCHEMA registry TO sunlot_platform;

-- Everybody and everything that can be inspected (ZB-6). An incomplete row is listed, counted, and can be drawn.
CREATE TABLE registry.target (
  id uuid PRIMARY KEY,
  authority_id uuid NOT NULL,
  -- Credit code in upper case, or <registry>:<number>; what draws use. Never a natural person's identity number.
  unit_id text NOT NULL CHECK (unit_id <> ''),
  name text NOT NULL CHECK (name <> ''),
  kind text NOT NULL,
  region_code text NOT NULL DEFAULT '',
  address text NOT NULL DEFAULT '',
  risk_class text NOT NULL DEFAULT 'N' CHECK (risk_class IN ('A', 'B', 'C', 'D', 'N')),
  tags text[] NOT NULL DEFAULT '{}',
  status text NOT NULL DEFAULT 'active' CHECK (status IN ('active', 'closed', 'moved', 'revoked', 'merged')),
  responsible_person text,
  contact text,
  complete boolean NOT NULL GENERATED ALWAYS AS
    (coalesce(responsible_person, '') <> '' AND coalesce(contact, '') <> '' AND address <> '') STORED,
  warnings text[] NOT NULL DEFAULT '{}',
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  version integer NOT NULL DEFAULT 1,
  UNIQUE (authority_id, unit_id)
);
CREATE INDEX target_name ON registry.target (authority_id, name);

-- Every change of a target: what it was, what it became, who, when, from which import.
CREATE TABLE registry.target_change (
  id uuid PRIMARY KEY,
  target_id uuid NOT NULL REFERENCES registry.target,
  authority_id uuid NOT NULL,
  at timestamptz NOT NULL,
  person_id uuid,
  import_id uuid,
  reason text NOT NULL DEFAULT '',
  changes jsonb NOT NULL
);
CREATE INDEX target_change_target ON registry.target_change (target_id, at);
CREATE TRIGGER target_change_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON registry.target_change
  FOR EACH STATEMENT EXECUTE FUNCTION kernel.refuse_change();

-- Officers who may inspect (ZB-7).
CREATE TABLE registry.inspector (
  id uuid PRIMARY KEY,
  authority_id uuid NOT NULL,
  department_id uuid NOT NULL,
  person_id uuid,
  name text NOT NULL,
  sex text NOT NULL,
  post text NOT NULL,
  licence_number text NOT NULL,
  licence_until date NOT NULL,
  qualifications text[] NOT NULL DEFAULT '{}',
  active boolean NOT NULL DEFAULT true,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  version integer NOT NULL DEFAULT 1,
  UNIQUE (authority_id, licence_number)
);
CREATE UNIQUE INDEX inspector_person ON registry.inspector (person_id) WHERE person_id IS NOT NULL;

CREATE TABLE registry.inspector_leave (
  id uuid PRIMARY KEY,
  inspector_id uuid NOT NULL REFERENCES registry.inspector,
  authority_id uuid NOT NULL,
  from_day date NOT NULL,
  to_day date NOT NULL CHECK (to_day >= from_day),
  reason text NOT NULL
);
CREATE INDEX inspector_leave_inspector ON registry.inspector_leave (inspector_id);

-- Declared interests: whom an inspector must not visit, and why.
CREATE TABLE registry.inspector_interest (
  inspector_id uuid NOT NULL REFERENCES registry.inspector,
  target_id uuid NOT NULL REFERENCES registry.target,
  authority_id uuid NOT NULL,
  reason text NOT NULL,
  declared_at timestamptz NOT NULL,
  PRIMARY KEY (inspector_id, target_id)
);

GRANT SELECT, INSERT, UPDATE ON registry.target, registry.inspector TO sunlot_platform;
GRANT SELECT, INSERT ON registry.target_change TO sunlot_platform;
GRANT SELECT, INSERT, DELETE ON registry.inspector_leave, registry.inspector_interest TO sunlot_platform;

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['target', 'target_change', 'inspector', 'inspector_leave', 'inspector_interest'] LOOP
    EXECUTE format('ALTER TABLE registry.%I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY %I ON registry.%I USING ((SELECT kernel.sees_all()) OR authority_id = (SELECT kernel.own_authority()))', t || '_of_authority', t);
  END LOOP;
END $$;
