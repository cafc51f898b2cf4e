-- Before a million rows are merged the planner has to know that they are there: without, it takes the table for empty and compares each
-- row with each target. Only whoever owns a table may have it looked at, hence the definer; it looks at nothing else.
CREATE FUNCTION imports.learn_staging(staging regclass) RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF (SELECT relname NOT LIKE '%\_staging' FROM pg_class WHERE oid = staging) THEN
    RAISE EXCEPTION '% is no staging table', staging;
  END IF;
  EXECUTE format('ANALYZE %s', staging);
END $$;
GRANT EXECUTE ON FUNCTION imports.learn_staging(regclass) TO sunlot_platform;
