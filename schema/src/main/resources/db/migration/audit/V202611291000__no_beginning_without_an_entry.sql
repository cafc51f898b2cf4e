-- A row that begins its life, or a new version beside an old one, is a change of state as well. Targets are left out: an import
-- adds more than a million in one transaction, which writes one entry for all of them; and so are imports, because a sheet that
-- was only sent in has changed nothing: the first entry is that of its start.
DO $$
DECLARE
  kept text;
BEGIN
  FOREACH kept IN ARRAY ARRAY['catalog.item_version', 'planning.plan_version', 'drawing.draw', 'tasking.task', 'tasking.visit',
      'tasking.staffing_change', 'fieldwork.visit_record', 'results.report', 'results.result'] LOOP
    EXECUTE format('CREATE CONSTRAINT TRIGGER beginning_is_logged AFTER INSERT ON %s DEFERRABLE INITIALLY DEFERRED'
      ' FOR EACH ROW EXECUTE FUNCTION audit.demand_entry()', kept);
  END LOOP;
END
$$;
