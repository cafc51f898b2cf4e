-- Who a person is at the identity provider: bound at the first sign-in there by the login, afterwards the subject alone counts.
CREATE TABLE organisation.identity (
  person_id uuid NOT NULL REFERENCES organisation.person,
  authority_id uuid NOT NULL REFERENCES organisation.authority,
  issuer text NOT NULL,
  subject text NOT NULL,
  bound_at timestamptz NOT NULL,
  PRIMARY KEY (person_id, issuer),
  UNIQUE (issuer, subject)
);
GRANT SELECT, INSERT, DELETE ON organisation.identity TO sunlot_platform;
ALTER TABLE organisation.identity ENABLE ROW LEVEL SECURITY;
CREATE POLICY identity_of_authority ON organisation.identity
  USING ((SELECT kernel.sees_all()) OR authority_id = (SELECT kernel.own_authority()));
