-- The public log: committed entries get their places in one append-only Merkle tree, whose signed sizes are checkpoints.

-- Committed entries that have no place yet. A queue and not a number in audit.entry: a counter inside business transactions
-- would be one lock for all of them, and a number taken early could be passed by a transaction that commits late.
CREATE TABLE audit.waiting (
  entry_id bigint PRIMARY KEY REFERENCES audit.entry,
  bucket integer NOT NULL,
  -- The transaction that wrote the entry.
  xact xid8 NOT NULL DEFAULT pg_current_xact_id()
);
CREATE INDEX waiting_xact ON audit.waiting (xact);
GRANT SELECT, DELETE ON audit.waiting TO sunlot_platform;

-- Entries of one ref must enter the tree in the order in which they were written, whichever transaction commits first. Whoever
-- writes an entry holds a shared lock on its ref's bucket until commit: writers never wait for each other, and the sequencer
-- sees in pg_locks which refs may still get an earlier entry.
CREATE FUNCTION audit.bucket(ref text) RETURNS integer
  LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
  RETURN hashtext(ref) & 1023;

CREATE FUNCTION audit.number_entry() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  PERFORM pg_advisory_xact_lock_shared(1398099027, audit.bucket(NEW.ref));
  -- Anew, after the lock: the id that the default gave may be older than an earlier writer's.
  NEW.id := nextval('audit.entry_id_seq');
  RETURN NEW;
END $$;
CREATE FUNCTION audit.queue_entry() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  INSERT INTO audit.waiting (entry_id, bucket) VALUES (NEW.id, audit.bucket(NEW.ref));
  RETURN NULL;
END $$;
GRANT EXECUTE ON FUNCTION audit.bucket(text), audit.number_entry(), audit.queue_entry() TO sunlot_platform;
CREATE TRIGGER entry_numbered BEFORE INSERT ON audit.entry FOR EACH ROW EXECUTE FUNCTION audit.number_entry();
CREATE TRIGGER entry_queued AFTER INSERT ON audit.entry FOR EACH ROW EXECUTE FUNCTION audit.queue_entry();
INSERT INTO audit.waiting (entry_id, bucket) SELECT id, audit.bucket(ref) FROM audit.entry ORDER BY id;

-- The leaves of the tree: place, ref and text of the entry (JCS) as they are public, and SHA-256(0x00 || entry).
CREATE TABLE audit.leaf (
  seq bigint PRIMARY KEY CHECK (seq >= 0),
  entry_id bigint NOT NULL UNIQUE REFERENCES audit.entry,
  ref text NOT NULL,
  entry bytea NOT NULL CHECK (length(entry) <= 65535),
  hash bytea NOT NULL CHECK (hash = sha256('\x00'::bytea || entry))
);

CREATE INDEX leaf_ref ON audit.leaf (ref, seq);

-- What stands in the public entry for a ref that would name somebody: a login, the code of an enterprise.
CREATE TABLE audit.alias (
  ref text PRIMARY KEY,
  alias text NOT NULL UNIQUE CHECK (alias ~ '^x-[0-9a-f-]{36}$')
);

-- Full tiles of 256 hashes each (tlog-tiles), of all levels; the right edge is computed from leaves and roots.
CREATE TABLE audit.tile (
  level integer NOT NULL CHECK (level BETWEEN 0 AND 63),
  n bigint NOT NULL CHECK (n >= 0),
  hashes bytea NOT NULL CHECK (length(hashes) = 8192),
  root bytea NOT NULL CHECK (length(root) = 32),
  PRIMARY KEY (level, n)
);

-- Every checkpoint that was signed, with all signatures of the log itself.
CREATE TABLE audit.checkpoint (
  size bigint PRIMARY KEY CHECK (size > 0),
  root bytea NOT NULL CHECK (length(root) = 32),
  note text NOT NULL,
  at timestamptz NOT NULL
);

-- What witnesses signed: their signature lines, without the LF.
CREATE TABLE audit.cosignature (
  size bigint NOT NULL REFERENCES audit.checkpoint,
  witness text NOT NULL,
  line text NOT NULL,
  at timestamptz NOT NULL,
  PRIMARY KEY (size, witness)
);

-- Keys that the log signs with, and from which size of the tree on; the last row of a key counts.
CREATE TABLE audit.log_key (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  key text NOT NULL,
  size bigint NOT NULL,
  signing boolean NOT NULL,
  at timestamptz NOT NULL
);

DO $$
DECLARE
  grown text;
BEGIN
  FOREACH grown IN ARRAY ARRAY['leaf', 'alias', 'tile', 'checkpoint', 'cosignature', 'log_key'] LOOP
    EXECUTE format('GRANT SELECT, INSERT ON audit.%I TO sunlot_platform', grown);
    EXECUTE format('CREATE TRIGGER %I BEFORE UPDATE OR DELETE OR TRUNCATE ON audit.%I'
      ' FOR EACH STATEMENT EXECUTE FUNCTION kernel.refuse_change()', grown || '_append_only', grown);
  END LOOP;
END
$$;
-- Only a leaf takes an entry out of the queue.
CREATE FUNCTION audit.keep_unsequenced() RETURNS trigger
  LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM audit.leaf l WHERE l.entry_id = OLD.entry_id) THEN
    RAISE EXCEPTION 'entry % has no place in the tree yet', OLD.entry_id USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN OLD;
END $$;
GRANT EXECUTE ON FUNCTION audit.keep_unsequenced() TO sunlot_platform;
CREATE TRIGGER waiting_until_sequenced BEFORE DELETE ON audit.waiting
  FOR EACH ROW EXECUTE FUNCTION audit.keep_unsequenced();
