-- Jobs that wait while the platform is updated go on as the person who started them, whose scope is written otherwise now.
UPDATE kernel.job
SET acts_as = acts_as - ARRAY['authorityId', 'departments'] || jsonb_build_object('scope', jsonb_build_object(
  'authorityId', acts_as -> 'authorityId',
  'departments', acts_as -> 'departments',
  'handled', acts_as -> 'departments',
  'area', jsonb_build_object('whole', true, 'regions', '[]'::jsonb)))
WHERE ended_at IS NULL AND acts_as ? 'departments';
