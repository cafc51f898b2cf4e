-- A superior of the line reads; only those who act for the department change.
DO $$
DECLARE
  t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['item', 'item_version', 'checklist'] LOOP
    EXECUTE format('ALTER POLICY %I ON catalog.%I WITH CHECK ((SELECT kernel.sees_all()) '
      'OR authority_id = (SELECT kernel.own_authority()) AND department_id = ANY '
      '((SELECT kernel.handled_departments())::uuid[]))', t || '_add', t);
    EXECUTE format('ALTER POLICY %I ON catalog.%I USING ((SELECT kernel.sees_all()) '
      'OR authority_id = (SELECT kernel.own_authority()) AND department_id = ANY '
      '((SELECT kernel.handled_departments())::uuid[]))', t || '_change', t);
  END LOOP;
END $$;
