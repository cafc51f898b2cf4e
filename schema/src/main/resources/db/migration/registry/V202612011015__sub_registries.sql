-- Registries by standard within the registry of targets (TZ-10): a rule over fields that keeps itself up to date, and targets put in or
-- taken out by hand, each with its reason in the target's history.
CREATE TABLE registry.sub_registry (
  id uuid PRIMARY KEY,
  authority_id uuid NOT NULL,
  department_id uuid NOT NULL,
  name text NOT NULL CHECK (name <> ''),
  rule jsonb NOT NULL,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  version integer NOT NULL DEFAULT 1,
  UNIQUE (authority_id, name)
);
GRANT SELECT, INSERT, UPDATE, DELETE ON registry.sub_registry TO sunlot_platform;
ALTER TABLE registry.sub_registry ENABLE ROW LEVEL SECURITY;
CREATE POLICY sub_registry_of_authority ON registry.sub_registry
  USING ((SELECT kernel.sees_all()) OR authority_id = (SELECT kernel.own_authority()));

-- What was done by hand: '+' or '-' and the id of the sub-registry. In the row of the target, so that the index of lists learns of it.
ALTER TABLE registry.target ADD COLUMN placed text[] NOT NULL DEFAULT '{}';
