-- Which department checks an item (PDS-18): in a joint visit each its own. Visits until now were made by one department.
ALTER TABLE tasking.visit_item ADD COLUMN department_id uuid;
UPDATE tasking.visit_item i SET department_id = v.department_id FROM tasking.visit v WHERE v.id = i.visit_id;
ALTER TABLE tasking.visit_item ALTER COLUMN department_id SET NOT NULL;
CREATE INDEX visit_item_department ON tasking.visit_item (department_id, visit_id);

-- Where the target was when it was drawn: its visit went down to this region (TZ-19).
ALTER TABLE tasking.visit ADD COLUMN region_code text;
UPDATE tasking.visit v SET region_code = coalesce((SELECT t.region_code FROM registry.target t WHERE t.id = v.target_id), '');
ALTER TABLE tasking.visit ALTER COLUMN region_code SET NOT NULL;

-- A visit is changed by the department that leads it and by those that check an item in it; a superior of the line reads.
ALTER POLICY visit_change ON tasking.visit USING ((SELECT kernel.sees_all())
  OR department_id = ANY ((SELECT kernel.handled_departments())::uuid[])
  OR EXISTS (SELECT FROM tasking.visit_item i
    WHERE i.visit_id = visit.id AND i.department_id = ANY ((SELECT kernel.handled_departments())::uuid[])));
