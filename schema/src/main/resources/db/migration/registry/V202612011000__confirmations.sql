-- That a registry is current, said by those who answer for it (PDS-11): by whom, in which post, when, and how much was in it.
CREATE TABLE registry.confirmation (
  id uuid PRIMARY KEY,
  authority_id uuid NOT NULL,
  -- The department or bureau whose registry it is, and the section of the person.
  body_id uuid NOT NULL,
  department_id uuid NOT NULL,
  registry text NOT NULL CHECK (registry IN ('targets', 'inspectors')),
  person_id uuid NOT NULL,
  person_name text NOT NULL,
  -- Title of the post, where it has one, and its roles.
  post text NOT NULL,
  roles text[] NOT NULL,
  counted bigint NOT NULL,
  note text NOT NULL,
  confirmed_at timestamptz NOT NULL
);
CREATE INDEX confirmation_body ON registry.confirmation (body_id, registry, confirmed_at);
CREATE TRIGGER confirmation_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON registry.confirmation
  FOR EACH STATEMENT EXECUTE FUNCTION kernel.refuse_change();
GRANT SELECT, INSERT ON registry.confirmation TO sunlot_platform;
ALTER TABLE registry.confirmation ENABLE ROW LEVEL SECURITY;
CREATE POLICY confirmation_of_authority ON registry.confirmation
  USING ((SELECT kernel.sees_all()) OR authority_id = (SELECT kernel.own_authority()));
