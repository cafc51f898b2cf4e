-- Whose targets a line is about, who draws, and by which weights the number of each class is split over regions: the plan says so (TZ-14).
ALTER TABLE publicity.plan_line
  -- Names of the sub-registries to which the scope is narrowed.
  ADD COLUMN sub_registries text[] NOT NULL DEFAULT '{}',
  ADD COLUMN handling text NOT NULL DEFAULT 'city-run',
  -- Name of a region → weight.
  ADD COLUMN weights jsonb NOT NULL DEFAULT '{}',
  ADD COLUMN other_demands text NOT NULL DEFAULT '';
