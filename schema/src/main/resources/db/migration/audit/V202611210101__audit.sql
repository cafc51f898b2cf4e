CREATE SCHEMA audit;
GRANT USAGE ON SCHEMA audit TO sunlot_platform;

-- One row per step that matters; a sequencer numbers committed rows in a table of its own, so that rows never change.
CREATE TABLE audit.entry (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  type text NOT NULL CHECK (type ~ '^[a-z0-9-]{1,64}$'),
  ref text NOT NULL,
  at timestamptz NOT NULL,
  org text NOT NULL,
  actor text NOT NULL,
  payload bytea NOT NULL,
  salt bytea NOT NULL CHECK (length(salt) = 32),
  hash text NOT NULL CHECK (hash = encode(sha256(salt || payload), 'hex'))
);
CREATE INDEX entry_ref ON audit.entry (ref, id);
CREATE TRIGGER entry_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON audit.entry
  FOR EACH STATEMENT EXECUTE FUNCTION kernel.refuse_change();
GRANT SELECT, INSERT ON audit.entry TO sunlot_platform;

-- The log names actors by pseudonym; only this table tells who they are.
CREATE TABLE audit.actor (
  person_id uuid PRIMARY KEY,
  pseudonym text NOT NULL UNIQUE
);
GRANT SELECT, INSERT ON audit.actor TO sunlot_platform;
