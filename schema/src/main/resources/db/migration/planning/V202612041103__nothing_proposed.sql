-- A department has no joint inspection to propose for the plan of a year (PDS-7, SX-4.1, RS-2.4): answered, not missing.
CREATE TABLE planning.nothing_proposed (
  authority_id uuid NOT NULL,
  -- The department itself, not a section of it.
  department_id uuid NOT NULL,
  year integer NOT NULL,
  note text NOT NULL,
  declared_by uuid NOT NULL,
  declared_by_name text NOT NULL,
  declared_at timestamptz NOT NULL,
  PRIMARY KEY (department_id, year)
);
CREATE TRIGGER nothing_proposed_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON planning.nothing_proposed
  FOR EACH STATEMENT EXECUTE FUNCTION kernel.refuse_change();
GRANT SELECT, INSERT ON planning.nothing_proposed TO sunlot_platform;
ALTER TABLE planning.nothing_proposed ENABLE ROW LEVEL SECURITY;
CREATE POLICY nothing_proposed_read ON planning.nothing_proposed FOR SELECT
  USING ((SELECT kernel.sees_all()) OR authority_id = (SELECT kernel.own_authority()));
CREATE POLICY nothing_proposed_add ON planning.nothing_proposed FOR INSERT
  WITH CHECK ((SELECT kernel.sees_all()) OR authority_id = (SELECT kernel.own_authority())
    AND department_id = ANY ((SELECT planning.own_bodies())::uuid[]));
