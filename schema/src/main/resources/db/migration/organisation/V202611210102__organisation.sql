CREATE SCHEMA organisation;
GRANT USAGE ON SCHEMA organisation TO sunlot_platform;

CREATE TABLE organisation.authority (
  id uuid PRIMARY KEY,
  name text NOT NULL UNIQUE,
  kind text NOT NULL CHECK (kind IN ('city', 'bureau')),
  region text NOT NULL CHECK (region ~ '^[0-9]{6}$'),
  profile_id text NOT NULL
);

CREATE TABLE organisation.department (
  id uuid PRIMARY KEY,
  authority_id uuid NOT NULL REFERENCES organisation.authority,
  parent_id uuid REFERENCES organisation.department,
  name text NOT NULL,
  kind text NOT NULL CHECK (kind IN ('bureau', 'section', 'department')),
  functions text[] NOT NULL DEFAULT '{}',
  sort integer NOT NULL DEFAULT 0,
  UNIQUE (authority_id, name)
);

CREATE TABLE organisation.person (
  id uuid PRIMARY KEY,
  authority_id uuid NOT NULL REFERENCES organisation.authority,
  department_id uuid NOT NULL REFERENCES organisation.department,
  name text NOT NULL,
  login text NOT NULL UNIQUE,
  password_hash text NOT NULL,
  active boolean NOT NULL DEFAULT true,
  failures integer NOT NULL DEFAULT 0,
  locked_until timestamptz
);
CREATE INDEX person_department ON organisation.person (department_id);

CREATE TABLE organisation.person_role (
  person_id uuid NOT NULL REFERENCES organisation.person,
  role text NOT NULL,
  PRIMARY KEY (person_id, role)
);

GRANT SELECT, INSERT, UPDATE ON organisation.authority, organisation.department, organisation.person TO sunlot_platform;
GRANT SELECT, INSERT, DELETE ON organisation.person_role TO sunlot_platform;

ALTER TABLE organisation.person ENABLE ROW LEVEL SECURITY;
CREATE POLICY person_of_authority ON organisation.person
  USING ((SELECT kernel.sees_all()) OR authority_id = (SELECT kernel.own_authority()));
ALTER TABLE organisation.department ENABLE ROW LEVEL SECURITY;
CREATE POLICY department_of_authority ON organisation.department
  USING ((SELECT kernel.sees_all()) OR authority_id = (SELECT kernel.own_authority()));
