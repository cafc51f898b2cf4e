-- No state changes without an entry of the record (TZ-4, PDS-5): the database itself refuses to commit one. Checked at the end
-- of the transaction, when the entry is there whichever was written first.
CREATE FUNCTION audit.demand_entry() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM audit.waiting w WHERE w.xact = pg_current_xact_id()) THEN
    RAISE EXCEPTION '%.%: its state changes, but no entry of the record says so', TG_TABLE_SCHEMA, TG_TABLE_NAME
      USING ERRCODE = 'insufficient_privilege', HINT = 'Write the entry in the transaction of the change (AuditLog.record).';
  END IF;
  RETURN NULL;
END $$;
GRANT EXECUTE ON FUNCTION audit.demand_entry() TO sunlot_platform;

DO $$
DECLARE
  kept text[];
BEGIN
  FOREACH kept SLICE 1 IN ARRAY ARRAY[
      ['catalog.item_version', 'state'], ['planning.plan_version', 'state'], ['drawing.draw', 'state'],
      ['tasking.task', 'state'], ['tasking.visit', 'state'], ['tasking.staffing_change', 'state'],
      ['fieldwork.visit_record', 'state'], ['results.report', 'state'], ['results.result', 'state'],
      ['imports.import', 'state'], ['registry.target', 'status']] LOOP
    EXECUTE format('CREATE CONSTRAINT TRIGGER state_is_logged AFTER UPDATE OF %2$I ON %1$s DEFERRABLE INITIALLY DEFERRED'
      ' FOR EACH ROW WHEN (OLD.%2$I IS DISTINCT FROM NEW.%2$I) EXECUTE FUNCTION audit.demand_entry()', kept[1], kept[2]);
  END LOOP;
END
$$;
