-- Contacts lie sealed (PDS-25). Those from before are sealed by the platform at its next start, which has the key; until then they
-- stay as they are, and nothing new enters in the clear.
ALTER TABLE registry.target ADD CONSTRAINT target_contact_sealed CHECK (contact LIKE 'sealed:%') NOT VALID;
ALTER TABLE registry.target_staging ADD CONSTRAINT target_staging_contact_sealed CHECK (contact LIKE 'sealed:%');
CREATE INDEX target_contact_clear ON registry.target (id) WHERE contact NOT LIKE 'sealed:%';

-- The history keeps of old contacts what screens always showed of them.
CREATE FUNCTION pg_temp.masked(v text) RETURNS text LANGUAGE sql AS $$
  SELECT CASE WHEN length(v) <= 5 THEN repeat('*', length(v))
    ELSE left(v, 3) || repeat('*', length(v) - 5) || right(v, 2) END
$$;
ALTER TABLE registry.target_change DISABLE TRIGGER target_change_append_only;
UPDATE registry.target_change SET changes = jsonb_set(changes, '{contact}',
  jsonb_build_array(pg_temp.masked(changes #>> '{contact,0}'), pg_temp.masked(changes #>> '{contact,1}')))
WHERE changes ? 'contact';
ALTER TABLE registry.target_change ENABLE TRIGGER target_change_append_only;

ALTER TABLE registry.target_export ADD COLUMN purpose text;
