-- A city with its counties: departments by region (块) and line (条), people with several posts, deputies, joint conferences.

-- A government is the root of a city; its departments have a region and, most of them, a line; sections have those of their department.
ALTER TABLE organisation.department DROP CONSTRAINT department_kind_check;
ALTER TABLE organisation.department DROP CONSTRAINT department_authority_id_name_key;
ALTER TABLE organisation.department
  ADD COLUMN region text CHECK (region ~ '^[0-9]{6}$'),
  ADD COLUMN line text CHECK (line ~ '^[a-z-]{1,40}$'),
  ADD COLUMN closed_on date;
UPDATE organisation.department d SET kind = 'government'
  FROM organisation.authority a
  WHERE a.id = d.authority_id AND a.kind = 'city' AND d.parent_id IS NULL;
UPDATE organisation.department d SET kind = 'department'
  FROM organisation.department p
  WHERE p.id = d.parent_id AND p.kind = 'government';
UPDATE organisation.department d SET region = a.region
  FROM organisation.authority a
  WHERE a.id = d.authority_id AND d.kind <> 'section';
ALTER TABLE organisation.department
  ADD CONSTRAINT department_kind CHECK (kind IN ('government', 'bureau', 'department', 'section')),
  ADD CONSTRAINT department_region CHECK ((kind = 'section') = (region IS NULL)),
  ADD CONSTRAINT department_line CHECK (line IS NULL OR kind IN ('bureau', 'department')),
  -- Every department has an office of the same name; two below the same one may not.
  ADD CONSTRAINT department_name UNIQUE NULLS NOT DISTINCT (authority_id, parent_id, name);
CREATE INDEX department_parent ON organisation.department (parent_id);

-- Counts changes of departments and townships: sessions work out again what they may see.
ALTER TABLE organisation.authority ADD COLUMN structure integer NOT NULL DEFAULT 1;

-- Towns and streets below the counties (four levels of divisions); their codes come and go, old rows of targets keep theirs.
CREATE TABLE organisation.township (
  authority_id uuid NOT NULL REFERENCES organisation.authority,
  code text NOT NULL CHECK (code ~ '^[0-9]{9}$'),
  name text NOT NULL CHECK (name <> ''),
  from_day date NOT NULL,
  until_day date,
  -- Where its ground belongs since, if it was merged into one other.
  successor text CHECK (successor ~ '^[0-9]{9}$'),
  version integer NOT NULL DEFAULT 1,
  PRIMARY KEY (authority_id, code),
  CHECK (until_day IS NULL OR until_day >= from_day),
  CHECK (successor IS NULL OR until_day IS NOT NULL)
);

-- What a person is in a department; somebody may have several posts, and acts in one at a time.
CREATE TABLE organisation.post (
  id uuid PRIMARY KEY,
  person_id uuid NOT NULL REFERENCES organisation.person,
  authority_id uuid NOT NULL REFERENCES organisation.authority,
  department_id uuid NOT NULL REFERENCES organisation.department,
  title text NOT NULL DEFAULT '',
  -- The one in which the person is listed and signs in.
  main boolean NOT NULL,
  from_day date NOT NULL,
  until_day date,
  CHECK (until_day IS NULL OR until_day >= from_day),
  CHECK (NOT main OR until_day IS NULL)
);
CREATE UNIQUE INDEX post_main ON organisation.post (person_id) WHERE main;
CREATE INDEX post_person ON organisation.post (person_id);
CREATE INDEX post_department ON organisation.post (department_id);

CREATE TABLE organisation.post_role (
  post_id uuid NOT NULL REFERENCES organisation.post,
  authority_id uuid NOT NULL REFERENCES organisation.authority,
  role text NOT NULL,
  PRIMARY KEY (post_id, role)
);

INSERT INTO organisation.post (id, person_id, authority_id, department_id, main, from_day)
  SELECT gen_random_uuid(), id, authority_id, department_id, true, current_date FROM organisation.person;
INSERT INTO organisation.post_role (post_id, authority_id, role)
  SELECT p.id, p.authority_id, r.role
  FROM organisation.person_role r JOIN organisation.post p ON p.person_id = r.person_id;
DROP TABLE organisation.person_role;
ALTER TABLE organisation.person DROP COLUMN department_id;

-- Somebody stands in for the holder of a post who is away; ends by its last day, or before.
CREATE TABLE organisation.delegation (
  id uuid PRIMARY KEY,
  authority_id uuid NOT NULL REFERENCES organisation.authority,
  post_id uuid NOT NULL REFERENCES organisation.post,
  person_id uuid NOT NULL REFERENCES organisation.person,
  from_day date NOT NULL,
  until_day date NOT NULL,
  reason text NOT NULL CHECK (reason <> ''),
  given_by uuid NOT NULL REFERENCES organisation.person,
  given_at timestamptz NOT NULL,
  ended_at timestamptz,
  ended_by uuid REFERENCES organisation.person,
  CHECK (until_day >= from_day),
  CHECK ((ended_at IS NULL) = (ended_by IS NULL))
);
CREATE INDEX delegation_post ON organisation.delegation (post_id, until_day);
CREATE INDEX delegation_person ON organisation.delegation (person_id, until_day);

-- The joint conference of a city or county (TZ-S1, PDS-3).
CREATE TABLE organisation.conference (
  id uuid PRIMARY KEY,
  authority_id uuid NOT NULL REFERENCES organisation.authority,
  region text NOT NULL CHECK (region ~ '^[0-9]{6}$'),
  name text NOT NULL CHECK (name <> ''),
  version integer NOT NULL DEFAULT 1,
  UNIQUE (authority_id, region)
);
CREATE TABLE organisation.seat (
  conference_id uuid NOT NULL REFERENCES organisation.conference,
  authority_id uuid NOT NULL REFERENCES organisation.authority,
  position integer NOT NULL CHECK (position > 0),
  part text NOT NULL CHECK (part IN ('convenor', 'deputy', 'member', 'office')),
  department_id uuid REFERENCES organisation.department,
  person_name text NOT NULL DEFAULT '',
  title text NOT NULL DEFAULT '',
  PRIMARY KEY (conference_id, position),
  -- People convene, departments are members; of each somebody may be named.
  CHECK (part IN ('convenor', 'deputy') AND person_name <> '' OR part IN ('member', 'office') AND department_id IS NOT NULL)
);
CREATE UNIQUE INDEX seat_office ON organisation.seat (conference_id) WHERE part = 'office';
CREATE UNIQUE INDEX seat_convenor ON organisation.seat (conference_id) WHERE part = 'convenor';
CREATE UNIQUE INDEX seat_department ON organisation.seat (conference_id, department_id) WHERE part IN ('member', 'office');

GRANT SELECT, INSERT, UPDATE ON organisation.township, organisation.post, organisation.delegation, organisation.conference
  TO sunlot_platform;
GRANT SELECT, INSERT, DELETE ON organisation.post_role, organisation.seat TO sunlot_platform;

DO $$
DECLARE
  t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['township', 'post', 'post_role', 'delegation', 'conference', 'seat'] LOOP
    EXECUTE format('ALTER TABLE organisation.%I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY %I ON organisation.%I USING ((SELECT kernel.sees_all()) '
      'OR authority_id = (SELECT kernel.own_authority()))', t || '_of_authority', t);
  END LOOP;
END $$;
