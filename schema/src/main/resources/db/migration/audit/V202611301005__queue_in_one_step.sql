-- An entry is numbered and queued in one step. Nothing but this trigger writes the queue, and entries are never deleted, so a
-- foreign key would lock and mark each entry's row for nothing.
ALTER TABLE audit.waiting DROP CONSTRAINT waiting_entry_id_fkey;
DROP TRIGGER entry_queued ON audit.entry;
DROP FUNCTION audit.queue_entry();
CREATE OR REPLACE FUNCTION audit.number_entry() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  own constant integer := audit.bucket(NEW.ref);
BEGIN
  PERFORM pg_advisory_xact_lock_shared(1398099027, own);
  -- Anew, after the lock: the id that the default gave may be older than an earlier writer's.
  NEW.id := nextval('audit.entry_id_seq');
  INSERT INTO audit.waiting (entry_id, bucket) VALUES (NEW.id, own);
  RETURN NEW;
END $$;
