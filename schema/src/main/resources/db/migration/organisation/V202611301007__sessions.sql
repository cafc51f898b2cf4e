-- Sessions of people: what is open, since when, from where; seen and ended by their owner and by the security administrator.
CREATE TABLE organisation.session (
  id uuid PRIMARY KEY,
  person_id uuid NOT NULL REFERENCES organisation.person,
  authority_id uuid NOT NULL REFERENCES organisation.authority,
  opened_at timestamptz NOT NULL,
  -- Of the last request, to the minute.
  seen_at timestamptz NOT NULL,
  address text NOT NULL,
  agent text NOT NULL,
  ended_at timestamptz,
  ending text CHECK (ending IN ('signed-out', 'ended', 'access-changed', 'expired')),
  CHECK ((ended_at IS NULL) = (ending IS NULL))
);
CREATE INDEX session_person ON organisation.session (person_id, opened_at DESC);
CREATE INDEX session_seen ON organisation.session (seen_at);
GRANT SELECT, INSERT, UPDATE, DELETE ON organisation.session TO sunlot_platform;
ALTER TABLE organisation.session ENABLE ROW LEVEL SECURITY;
CREATE POLICY session_of_authority ON organisation.session
  USING ((SELECT kernel.sees_all()) OR authority_id = (SELECT kernel.own_authority()));
