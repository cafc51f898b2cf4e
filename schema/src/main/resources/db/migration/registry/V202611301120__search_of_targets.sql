-- Lists of targets are found in an index beside the database (docs/search.md), which reads what changed: each row says in which
-- transaction it was written last. A number, because its comparison is leakproof and can use an index under row-level security.
ALTER TABLE registry.target
  ADD COLUMN changed_in bigint NOT NULL DEFAULT (pg_current_xact_id()::text::bigint);
CREATE INDEX target_changed_in ON registry.target (changed_in);

CREATE FUNCTION registry.mark_changed() RETURNS trigger
  LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  NEW.changed_in := pg_current_xact_id()::text::bigint;
  RETURN NEW;
END $$;
CREATE TRIGGER target_mark_changed BEFORE UPDATE ON registry.target
  FOR EACH ROW EXECUTE FUNCTION registry.mark_changed();

-- By name nothing is looked up in the table any more. With (authority_id, name) beside the unique (authority_id, unit_id), the
-- generic plan of a look-up by unit_id was a tie, and read all rows of the authority when it fell to the wrong one.
DROP INDEX registry.target_name;
DROP INDEX registry.target_incomplete;
