-- What a line of a joint plan says besides scope, ratio and time (TZ-14, RS-2.5, PDS-13).
ALTER TABLE planning.line
  -- Sub-registries whose targets are meant; empty does not restrict.
  ADD COLUMN sub_registry_ids uuid[] NOT NULL DEFAULT '{}',
  -- Ratio of key targets where the profile raises it, and fixed numbers in the place of ratios.
  ADD COLUMN rate_k_bp integer CHECK (rate_k_bp BETWEEN 0 AND 10000),
  ADD COLUMN count_a integer CHECK (count_a > 0),
  ADD COLUMN count_b integer CHECK (count_b > 0),
  ADD COLUMN count_c integer CHECK (count_c > 0),
  ADD COLUMN count_d integer CHECK (count_d > 0),
  ADD COLUMN count_n integer CHECK (count_n > 0),
  ADD COLUMN count_k integer CHECK (count_k > 0),
  -- Departments of the same level that take part.
  ADD COLUMN participants uuid[] NOT NULL DEFAULT '{}',
  -- Who draws, and who inspects.
  ADD COLUMN handling text NOT NULL DEFAULT 'city-run' CHECK (handling IN ('city-run', 'handed-down', 'county-run')),
  -- Regions over which the number of each class is split, and their weights at the same places; none in an unweighted line.
  ADD COLUMN weighted_regions text[] NOT NULL DEFAULT '{}',
  ADD COLUMN weights integer[] NOT NULL DEFAULT '{}',
  ADD COLUMN methods text[] NOT NULL DEFAULT '{}',
  ADD COLUMN form text CHECK (form IN ('comprehensive', 'risk-classified', 'special-campaign')),
  ADD COLUMN other_demands text NOT NULL DEFAULT '',
  -- How many targets a team visits in a working day: for the estimate of manpower.
  ADD COLUMN visits_per_day integer NOT NULL DEFAULT 2 CHECK (visits_per_day BETWEEN 1 AND 50),
  ADD CONSTRAINT line_weight_of_each_region CHECK (cardinality(weighted_regions) = cardinality(weights)),
  ADD CONSTRAINT line_weights_positive CHECK (1 <= ALL (weights));
