-- The second step of a sign-in: a code that an app on the person's phone computes (RFC 6238).
CREATE TABLE organisation.second_factor (
  person_id uuid PRIMARY KEY REFERENCES organisation.person,
  authority_id uuid NOT NULL REFERENCES organisation.authority,
  -- The secret and the recovery codes that are left, under the key of the installation: not for whoever reads the database.
  sealed bytea NOT NULL,
  -- Whether the app has shown that it knows the secret; before, no code is asked for.
  confirmed boolean NOT NULL DEFAULT false,
  -- The last half minute whose code was used: a code is good once.
  last_step bigint NOT NULL DEFAULT 0,
  set_at timestamptz NOT NULL
);
GRANT SELECT, INSERT, UPDATE, DELETE ON organisation.second_factor TO sunlot_platform;
ALTER TABLE organisation.second_factor ENABLE ROW LEVEL SECURITY;
CREATE POLICY second_factor_of_authority ON organisation.second_factor
  USING ((SELECT kernel.sees_all()) OR authority_id = (SELECT kernel.own_authority()));
