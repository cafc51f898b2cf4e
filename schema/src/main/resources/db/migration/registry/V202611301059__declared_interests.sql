-- Interests that an inspector declares beyond single targets: a business by its number, also one that is not in the registry yet, and people
-- (relatives, former partners) wherever they answer for a target. They keep the inspector away by themselves when teams are drawn.
CREATE TABLE registry.inspector_declaration (
  id uuid PRIMARY KEY,
  inspector_id uuid NOT NULL REFERENCES registry.inspector,
  authority_id uuid NOT NULL,
  kind text NOT NULL CHECK (kind IN ('business', 'person')),
  -- Of a business: its number as draws use it.
  unit_id text CHECK (unit_id <> ''),
  name text NOT NULL CHECK (name <> ''),
  relation text NOT NULL CHECK (relation IN ('relative', 'holds-shares', 'former-employer', 'dispute', 'other')),
  reason text NOT NULL,
  declared_at timestamptz NOT NULL,
  CHECK ((kind = 'business') = (unit_id IS NOT NULL)),
  UNIQUE NULLS NOT DISTINCT (inspector_id, kind, unit_id, name)
);
CREATE INDEX inspector_declaration_authority ON registry.inspector_declaration (authority_id);
GRANT SELECT, INSERT, DELETE ON registry.inspector_declaration TO sunlot_platform;
ALTER TABLE registry.inspector_declaration ENABLE ROW LEVEL SECURITY;
CREATE POLICY inspector_declaration_of_authority ON registry.inspector_declaration
  USING ((SELECT kernel.sees_all()) OR authority_id = (SELECT kernel.own_authority()));
