-- The public reads names of divisions, not their codes; the platform fills them in.
ALTER TABLE publicity.plan_line RENAME COLUMN region_codes TO regions;
