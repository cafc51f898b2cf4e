-- What an inspector's licence is, and what they may inspect with it (TZ-11, TZ-12, RS-3.3).
ALTER TABLE registry.inspector
  ADD COLUMN licence_kind text NOT NULL DEFAULT 'enforcement'
    CHECK (licence_kind IN ('enforcement', 'special', 'supervision', 'qualified-staff')),
  -- Where the licence was given; it does not limit where somebody inspects (TZ-22).
  ADD COLUMN licence_region text NOT NULL DEFAULT '',
  ADD COLUMN specialities text[] NOT NULL DEFAULT '{}',
  -- Codes of items; none is all.
  ADD COLUMN items text[] NOT NULL DEFAULT '{}';
ALTER TABLE registry.inspector_staging
  ADD COLUMN licence_kind text,
  ADD COLUMN specialities text[],
  ADD COLUMN items text[];

-- Training for double random comes before the first inspection (TZ-22).
CREATE TABLE registry.training (
  id uuid PRIMARY KEY,
  inspector_id uuid NOT NULL REFERENCES registry.inspector,
  authority_id uuid NOT NULL,
  on_day date NOT NULL,
  hours integer NOT NULL CHECK (hours > 0),
  topic text NOT NULL CHECK (topic <> ''),
  organiser text NOT NULL DEFAULT '',
  import_id uuid,
  recorded_at timestamptz NOT NULL,
  UNIQUE (inspector_id, on_day, topic)
);

CREATE UNLOGGED TABLE registry.training_staging (
  import_id uuid NOT NULL,
  row_number integer NOT NULL,
  id uuid NOT NULL,
  inspector_id uuid NOT NULL,
  on_day date NOT NULL,
  hours integer NOT NULL,
  topic text NOT NULL,
  organiser text NOT NULL
);

-- Experts and agencies: they assist and are never of the team (TZ-12, ZB-9, ZB-13).
CREATE TABLE registry.expert (
  id uuid PRIMARY KEY,
  authority_id uuid NOT NULL,
  department_id uuid NOT NULL,
  kind text NOT NULL CHECK (kind IN ('person', 'agency')),
  name text NOT NULL CHECK (name <> ''),
  organisation text NOT NULL DEFAULT '',
  qualification text NOT NULL DEFAULT '',
  fields text[] NOT NULL DEFAULT '{}',
  valid_until date,
  active boolean NOT NULL DEFAULT true,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  version integer NOT NULL DEFAULT 1,
  UNIQUE (authority_id, kind, name, organisation)
);

GRANT SELECT, INSERT, DELETE ON registry.training TO sunlot_platform;
GRANT SELECT, INSERT, DELETE, TRUNCATE ON registry.training_staging TO sunlot_platform;
GRANT SELECT, INSERT, UPDATE ON registry.expert TO sunlot_platform;

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['training', 'expert'] LOOP
    EXECUTE format('ALTER TABLE registry.%I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY %I ON registry.%I USING ((SELECT kernel.sees_all()) OR authority_id = (SELECT kernel.own_authority()))', t || '_of_authority', t);
  END LOOP;
END $$;
