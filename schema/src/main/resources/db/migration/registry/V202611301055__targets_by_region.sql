-- Targets are seen by region: a county's departments see those of the county, a city's those of all counties.
ALTER POLICY target_of_authority ON registry.target
  USING ((SELECT kernel.sees_all())
    OR authority_id = (SELECT kernel.own_authority())
      AND ((SELECT kernel.sees_all_regions()) OR region_code = ANY ((SELECT kernel.visible_regions())::text[])));

-- Their history goes with them. Adding asks for the authority alone: the row of the target was asked for its region before.
DROP POLICY target_change_of_authority ON registry.target_change;
CREATE POLICY target_change_read ON registry.target_change FOR SELECT
  USING ((SELECT kernel.sees_all())
    OR authority_id = (SELECT kernel.own_authority())
      AND ((SELECT kernel.sees_all_regions()) OR EXISTS (SELECT FROM registry.target t WHERE t.id = target_id)));
CREATE POLICY target_change_add ON registry.target_change FOR INSERT
  WITH CHECK ((SELECT kernel.sees_all()) OR authority_id = (SELECT kernel.own_authority()));
