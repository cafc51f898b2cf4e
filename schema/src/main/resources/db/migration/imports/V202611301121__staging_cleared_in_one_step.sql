-- A million rows that wait are taken away in one step where no other import has rows there: deleted one by one they would stay in
-- the way of the next import until they are swept up. Whoever is in the midst of filling the table is not waited for.
CREATE FUNCTION imports.clear_staging(staging regclass, import uuid) RETURNS void
  LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  others boolean;
BEGIN
  BEGIN
    EXECUTE format('LOCK TABLE %s IN ACCESS EXCLUSIVE MODE NOWAIT', staging);
    EXECUTE format('SELECT EXISTS (SELECT FROM %s WHERE import_id <> $1)', staging) INTO others USING import;
    IF NOT others THEN
      EXECUTE format('TRUNCATE %s', staging);
      RETURN;
    END IF;
  EXCEPTION WHEN lock_not_available THEN
    NULL;
  END;
  EXECUTE format('DELETE FROM %s WHERE import_id = $1', staging) USING import;
END $$;
GRANT EXECUTE ON FUNCTION imports.clear_staging(regclass, uuid) TO sunlot_platform;
GRANT TRUNCATE ON registry.target_staging, registry.inspector_staging, burden.take_over_staging TO sunlot_platform;
