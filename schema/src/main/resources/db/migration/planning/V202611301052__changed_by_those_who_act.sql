-- A superior of the line reads; only those who act for the department change.
DO $$
DECLARE
  t text;
  own text := '((SELECT kernel.sees_all()) OR authority_id = (SELECT kernel.own_authority()) AND department_id = ANY '
    '((SELECT kernel.handled_departments())::uuid[]))';
BEGIN
  FOREACH t IN ARRAY ARRAY['plan', 'plan_version', 'line'] LOOP
    EXECUTE format('ALTER POLICY %I ON planning.%I WITH CHECK %s', t || '_add', t, own);
    EXECUTE format('ALTER POLICY %I ON planning.%I USING %s', t || '_change', t, own);
    EXECUTE format('ALTER POLICY %I ON planning.%I USING %s', t || '_remove', t, own);
  END LOOP;
END $$;
