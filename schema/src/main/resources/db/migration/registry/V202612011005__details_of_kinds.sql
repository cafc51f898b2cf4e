-- What only targets of a kind have: field → value as text, by registry/kinds.yaml (TZ-10). A view keeps the columns it was made with, so
-- registry.rateable shows none of it.
ALTER TABLE registry.target ADD COLUMN details jsonb NOT NULL DEFAULT '{}' CHECK (jsonb_typeof(details) = 'object');
ALTER TABLE registry.target_staging ADD COLUMN details jsonb;
