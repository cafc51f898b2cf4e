-- Where a device stands, whose premises or product it is, who builds a project (TZ-10). One of each at most. The other end is named by its
-- unit's id, so that a list can name what comes later; it is only ever looked up in the registry of the same authority.
CREATE TABLE registry.target_relation (
  target_id uuid NOT NULL REFERENCES registry.target,
  authority_id uuid NOT NULL,
  relation text NOT NULL CHECK (relation <> ''),
  to_unit_id text NOT NULL CHECK (to_unit_id <> ''),
  PRIMARY KEY (target_id, relation)
);
CREATE INDEX target_relation_to ON registry.target_relation (authority_id, to_unit_id);
GRANT SELECT, INSERT, UPDATE, DELETE ON registry.target_relation TO sunlot_platform;
ALTER TABLE registry.target_relation ENABLE ROW LEVEL SECURITY;
CREATE POLICY target_relation_of_authority ON registry.target_relation
  USING ((SELECT kernel.sees_all()) OR authority_id = (SELECT kernel.own_authority()));

-- Relation -> id of the other unit, of rows on their way in.
ALTER TABLE registry.target_staging ADD COLUMN relations jsonb;
