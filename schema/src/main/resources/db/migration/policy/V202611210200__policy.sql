CREATE SCHEMA policy;
GRANT USAGE ON SCHEMA policy TO sunlot_platform;

-- Every version of a rule profile that was ever loaded, with the files it was made of, so that a task finds what it froze.
CREATE TABLE policy.profile_version (
  profile_id text NOT NULL,
  version text NOT NULL,
  hash text NOT NULL CHECK (hash ~ '^[0-9a-f]{64}$'),
  valid_from date,
  valid_to date,
  files jsonb NOT NULL,
  loaded bigint GENERATED ALWAYS AS IDENTITY UNIQUE,
  loaded_at timestamptz NOT NULL,
  PRIMARY KEY (profile_id, version)
);
CREATE TRIGGER profile_version_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON policy.profile_version
  FOR EACH STATEMENT EXECUTE FUNCTION kernel.refuse_change();
GRANT SELECT, INSERT ON policy.profile_version TO sunlot_platform;

-- Who answers for the use of a profile after its last day (ZB-22). A later one counts beside the earlier ones.
CREATE TABLE policy.expired_confirmation (
  id uuid PRIMARY KEY,
  authority_id uuid NOT NULL REFERENCES organisation.authority,
  profile_id text NOT NULL,
  profile_version text NOT NULL,
  until date NOT NULL,
  reason text NOT NULL CHECK (btrim(reason) <> ''),
  person_id uuid NOT NULL REFERENCES organisation.person,
  person_name text NOT NULL,
  at timestamptz NOT NULL,
  FOREIGN KEY (profile_id, profile_version) REFERENCES policy.profile_version
);
CREATE INDEX expired_confirmation_profile
  ON policy.expired_confirmation (authority_id, profile_id, profile_version, until);
CREATE TRIGGER expired_confirmation_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON policy.expired_confirmation
  FOR EACH STATEMENT EXECUTE FUNCTION kernel.refuse_change();
GRANT SELECT, INSERT ON policy.expired_confirmation TO sunlot_platform;
ALTER TABLE policy.expired_confirmation ENABLE ROW LEVEL SECURITY;
CREATE POLICY confirmation_of_authority ON policy.expired_confirmation
  USING ((SELECT kernel.sees_all()) OR authority_id = (SELECT kernel.own_authority()));
