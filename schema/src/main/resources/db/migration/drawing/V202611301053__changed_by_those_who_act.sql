-- A superior of the line looks at a draw; only those who act for its department take a step of it.
DROP POLICY draw_of_department ON drawing.draw;
CREATE POLICY draw_read ON drawing.draw FOR SELECT
  USING ((SELECT kernel.sees_all()) OR department_id = ANY ((SELECT kernel.visible_departments())::uuid[]));
CREATE POLICY draw_add ON drawing.draw FOR INSERT
  WITH CHECK ((SELECT kernel.sees_all()) OR department_id = ANY ((SELECT kernel.handled_departments())::uuid[]));
CREATE POLICY draw_change ON drawing.draw FOR UPDATE
  USING ((SELECT kernel.sees_all()) OR department_id = ANY ((SELECT kernel.handled_departments())::uuid[]));

DO $$
DECLARE
  child text;
BEGIN
  FOREACH child IN ARRAY ARRAY['stratum', 'excluded_reason', 'party', 'source', 'source_entry', 'public_value', 'commitment',
      'reveal', 'round', 'outcome', 'drawn_target', 'filled_slot', 'attachment', 'released', 'report', 'invitation'] LOOP
    EXECUTE format('ALTER POLICY %I ON drawing.%I WITH CHECK ((SELECT kernel.sees_all())'
      ' OR EXISTS (SELECT FROM drawing.draw d WHERE d.id = %I.draw_id'
      ' AND d.department_id = ANY ((SELECT kernel.handled_departments())::uuid[])))', child || '_of_draw', child, child);
  END LOOP;
END $$;
