-- What people without an account send in through the public site: each function demands a one-time code, and what it takes is a
-- message that the module concerned collects. The public site has no other way into the database.
CREATE SCHEMA intake;
GRANT USAGE ON SCHEMA intake TO sunlot_platform, sunlot_portal;

-- Codes that were handed out. Only the hash is kept: who reads the database cannot act for whoever holds the code.
CREATE TABLE intake.code (
  hash bytea PRIMARY KEY CHECK (octet_length(hash) = 32),
  -- What the code is for, e.g. draw-party, and the key of that thing.
  purpose text NOT NULL CHECK (purpose ~ '^[a-z-]{1,40}$'),
  subject uuid NOT NULL,
  made_at timestamptz NOT NULL,
  ended_at timestamptz
);
-- A new code for the same thing ends the one before.
CREATE UNIQUE INDEX code_one_open ON intake.code (purpose, subject) WHERE ended_at IS NULL;

CREATE TABLE intake.message (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  purpose text NOT NULL,
  subject uuid NOT NULL,
  kind text NOT NULL CHECK (kind ~ '^[a-z-]{1,40}$'),
  -- Tells messages of one kind apart, e.g. the round.
  part integer NOT NULL DEFAULT 0,
  content jsonb NOT NULL,
  at timestamptz NOT NULL DEFAULT now(),
  -- Null until the module has looked at it; then taken, or the code of the problem for which it was not.
  outcome text,
  ended_at timestamptz,
  CHECK ((outcome IS NULL) = (ended_at IS NULL))
);
-- Sent twice counts once; what was refused may be sent again.
CREATE UNIQUE INDEX message_once ON intake.message (purpose, subject, kind, part) WHERE outcome IS NULL OR outcome = 'taken';
CREATE INDEX message_waiting ON intake.message (purpose, id) WHERE outcome IS NULL;

-- Wrong codes, by a sign of the sender that only the public site can resolve, in spans of ten minutes.
CREATE TABLE intake.attempt (
  purpose text NOT NULL,
  client text NOT NULL,
  bucket timestamptz NOT NULL,
  wrong integer NOT NULL,
  PRIMARY KEY (purpose, bucket, client)
);

GRANT SELECT, INSERT ON intake.code TO sunlot_platform;
GRANT UPDATE (ended_at) ON intake.code TO sunlot_platform;
GRANT SELECT ON intake.message, intake.attempt TO sunlot_platform;
GRANT UPDATE (content, outcome, ended_at) ON intake.message TO sunlot_platform;

-- Codes are read aloud and typed: blanks, hyphens and small letters do not count.
CREATE FUNCTION intake.hash_of(code text) RETURNS bytea
  LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE SET search_path = pg_catalog, pg_temp
  RETURN sha256(convert_to('sunlot/code/v1' || chr(10) || upper(regexp_replace(left(code, 200), '[^A-Za-z0-9]', '', 'g')), 'UTF8'));

-- The thing that a code opens. Null for a code that never was, one that has ended, and anything after too many wrong ones: from
-- outside they look the same.
CREATE FUNCTION intake.find_subject(wanted text, code text, client text) RETURNS uuid
  LANGUAGE plpgsql STRICT SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
#variable_conflict use_column
DECLARE
  span timestamptz := date_bin('10 minutes', now(), timestamptz '2026-01-01T00:00:00Z');
  sender text := left(client, 64);
  found uuid;
BEGIN
  IF EXISTS (SELECT FROM intake.attempt a WHERE a.purpose = wanted AND a.bucket = span AND a.client = sender AND a.wrong >= 30)
     OR (SELECT coalesce(sum(a.wrong), 0) >= 20000 FROM intake.attempt a WHERE a.purpose = wanted AND a.bucket = span) THEN
    RETURN NULL;
  END IF;
  SELECT c.subject INTO found FROM intake.code c
    WHERE c.hash = intake.hash_of(code) AND c.purpose = wanted AND c.ended_at IS NULL;
  IF found IS NULL THEN
    INSERT INTO intake.attempt AS a (purpose, client, bucket, wrong) VALUES (wanted, sender, span, 1)
      ON CONFLICT (purpose, bucket, client) DO UPDATE SET wrong = a.wrong + 1;
    DELETE FROM intake.attempt a WHERE a.bucket < span - interval '1 day';
  END IF;
  RETURN found;
END $$;

-- Keeps a message. What was sent before stays: the same again is as good as received, another is refused.
CREATE FUNCTION intake.put(about_purpose text, about uuid, what text, of_part integer, message jsonb) RETURNS text
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  INSERT INTO intake.message (purpose, subject, kind, part, content) VALUES (about_purpose, about, what, of_part, message)
    ON CONFLICT DO NOTHING;
  IF NOT FOUND AND NOT EXISTS (SELECT FROM intake.message m WHERE m.purpose = about_purpose AND m.subject = about
      AND m.kind = what AND m.part = of_part AND (m.outcome IS NULL OR m.outcome = 'taken') AND m.content = message) THEN
    RETURN 'sent-already';
  END IF;
  RETURN 'received';
END $$;
GRANT EXECUTE ON FUNCTION intake.hash_of(text) TO sunlot_platform;
