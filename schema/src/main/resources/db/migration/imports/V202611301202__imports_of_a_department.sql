-- An import belongs to the department that the person acted for: others of the authority have their own.
ALTER TABLE imports.import ADD COLUMN department_id uuid;
UPDATE imports.import i SET department_id = p.department_id FROM organisation.post p WHERE p.person_id = i.person_id AND p.main;
UPDATE imports.import i SET department_id = c.department_id FROM organisation.api_client c WHERE c.id = i.person_id AND i.department_id IS NULL;
UPDATE imports.import SET department_id = authority_id WHERE department_id IS NULL;
ALTER TABLE imports.import ALTER COLUMN department_id SET NOT NULL;
CREATE INDEX import_department ON imports.import (department_id, created_at);
DROP INDEX imports.import_list;
DROP POLICY import_of_authority ON imports.import;
CREATE POLICY import_of_department ON imports.import
  USING ((SELECT kernel.sees_all()) OR department_id = ANY ((SELECT kernel.visible_departments())::uuid[]))
  WITH CHECK ((SELECT kernel.sees_all()) OR department_id = ANY ((SELECT kernel.handled_departments())::uuid[]));
