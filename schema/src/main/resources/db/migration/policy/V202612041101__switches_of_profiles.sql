-- From which day an authority works by which rules, by whose decision and on what document; before the first of these rows by
-- those of its set-up. Of several that begin on one day the last decided holds.
CREATE TABLE policy.profile_switch (
  id uuid PRIMARY KEY,
  decided bigint GENERATED ALWAYS AS IDENTITY UNIQUE,
  authority_id uuid NOT NULL REFERENCES organisation.authority,
  profile_id text NOT NULL,
  before_profile_id text NOT NULL,
  from_day date NOT NULL,
  reason text NOT NULL CHECK (btrim(reason) <> ''),
  document_number text NOT NULL CHECK (btrim(document_number) <> ''),
  document_day date NOT NULL,
  person_id uuid NOT NULL REFERENCES organisation.person,
  person_name text NOT NULL,
  at timestamptz NOT NULL,
  CHECK (profile_id <> before_profile_id)
);
CREATE INDEX profile_switch_authority ON policy.profile_switch (authority_id, from_day DESC, decided DESC);
CREATE TRIGGER profile_switch_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON policy.profile_switch
  FOR EACH STATEMENT EXECUTE FUNCTION kernel.refuse_change();
GRANT SELECT, INSERT ON policy.profile_switch TO sunlot_platform;
ALTER TABLE policy.profile_switch ENABLE ROW LEVEL SECURITY;
CREATE POLICY switch_of_authority ON policy.profile_switch
  USING ((SELECT kernel.sees_all()) OR authority_id = (SELECT kernel.own_authority()));
