-- A superior of the line reads; only those who act for the department change.
DO $$
DECLARE
  t text;
  own text := '((SELECT kernel.sees_all()) OR department_id = ANY ((SELECT kernel.handled_departments())::uuid[]))';
BEGIN
  FOREACH t IN ARRAY ARRAY['task', 'visit', 'staffing_change'] LOOP
    EXECUTE format('ALTER POLICY %I ON tasking.%I WITH CHECK %s', t || '_add', t, own);
    EXECUTE format('ALTER POLICY %I ON tasking.%I USING %s', t || '_change', t, own);
  END LOOP;
END $$;
