-- Since when a password is in use, so that it can become too old.
ALTER TABLE organisation.person ADD COLUMN password_set_at timestamptz NOT NULL DEFAULT now();

-- Passwords that were in use before, as hashes: they may not be chosen again for a while.
CREATE TABLE organisation.former_password (
  id uuid PRIMARY KEY,
  person_id uuid NOT NULL REFERENCES organisation.person,
  authority_id uuid NOT NULL REFERENCES organisation.authority,
  password_hash text NOT NULL,
  replaced_at timestamptz NOT NULL
);
CREATE INDEX former_password_person ON organisation.former_password (person_id, replaced_at DESC);
GRANT SELECT, INSERT, DELETE ON organisation.former_password TO sunlot_platform;
ALTER TABLE organisation.former_password ENABLE ROW LEVEL SECURITY;
CREATE POLICY former_password_of_authority ON organisation.former_password
  USING ((SELECT kernel.sees_all()) OR authority_id = (SELECT kernel.own_authority()));
