-- Other systems that may ask and tell by the API, each for one department and for what its scopes allow.
CREATE TABLE organisation.api_client (
  id uuid PRIMARY KEY,
  authority_id uuid NOT NULL REFERENCES organisation.authority,
  department_id uuid NOT NULL REFERENCES organisation.department,
  name text NOT NULL,
  -- Who answers for the other system.
  contact text NOT NULL,
  scopes text[] NOT NULL CHECK (cardinality(scopes) > 0),
  -- Addresses or networks that it comes from; none for anywhere.
  addresses text[] NOT NULL DEFAULT '{}',
  -- The last day on which it gets tokens.
  valid_until date NOT NULL,
  added_at timestamptz NOT NULL,
  used_at timestamptz,
  revoked_at timestamptz,
  failures integer NOT NULL DEFAULT 0,
  locked_until timestamptz,
  version integer NOT NULL DEFAULT 1,
  UNIQUE (authority_id, name)
);
GRANT SELECT, INSERT, UPDATE ON organisation.api_client TO sunlot_platform;

-- At most two at a time, so that the other system can change over. Random and long: a plain hash does.
CREATE TABLE organisation.api_secret (
  id uuid PRIMARY KEY,
  client_id uuid NOT NULL REFERENCES organisation.api_client,
  authority_id uuid NOT NULL REFERENCES organisation.authority,
  hash text NOT NULL,
  made_at timestamptz NOT NULL,
  -- When the next one has replaced it for good.
  ends_at timestamptz
);
CREATE INDEX api_secret_client ON organisation.api_secret (client_id);
GRANT SELECT, INSERT, UPDATE, DELETE ON organisation.api_secret TO sunlot_platform;

-- Tokens by their hashes; they go with the secret that they were given for.
CREATE TABLE organisation.api_token (
  hash text PRIMARY KEY,
  secret_id uuid NOT NULL REFERENCES organisation.api_secret ON DELETE CASCADE,
  client_id uuid NOT NULL REFERENCES organisation.api_client,
  authority_id uuid NOT NULL REFERENCES organisation.authority,
  scopes text[] NOT NULL,
  given_at timestamptz NOT NULL,
  ends_at timestamptz NOT NULL
);
CREATE INDEX api_token_client ON organisation.api_token (client_id, given_at);
CREATE INDEX api_token_secret ON organisation.api_token (secret_id);
CREATE INDEX api_token_end ON organisation.api_token (ends_at);
GRANT SELECT, INSERT, DELETE ON organisation.api_token TO sunlot_platform;

ALTER TABLE organisation.api_client ENABLE ROW LEVEL SECURITY;
CREATE POLICY api_client_of_authority ON organisation.api_client
  USING ((SELECT kernel.sees_all()) OR authority_id = (SELECT kernel.own_authority()));
ALTER TABLE organisation.api_secret ENABLE ROW LEVEL SECURITY;
CREATE POLICY api_secret_of_authority ON organisation.api_secret
  USING ((SELECT kernel.sees_all()) OR authority_id = (SELECT kernel.own_authority()));
ALTER TABLE organisation.api_token ENABLE ROW LEVEL SECURITY;
CREATE POLICY api_token_of_authority ON organisation.api_token
  USING ((SELECT kernel.sees_all()) OR authority_id = (SELECT kernel.own_authority()));

-- Wrong attempts by where they come from, so that nobody tries out clients and secrets.
CREATE TABLE organisation.api_failure (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  address text NOT NULL,
  at timestamptz NOT NULL
);
CREATE INDEX api_failure_address ON organisation.api_failure (address, at);
GRANT SELECT, INSERT, DELETE ON organisation.api_failure TO sunlot_platform;
ALTER TABLE organisation.api_failure ENABLE ROW LEVEL SECURITY;
CREATE POLICY api_failure_of_platform ON organisation.api_failure USING ((SELECT kernel.sees_all()));
