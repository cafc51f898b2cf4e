-- Rows of a file of superior items on their way in; as those of registry.target_staging.
CREATE UNLOGGED TABLE catalog.superior_staging (
  import_id uuid NOT NULL,
  row_number integer NOT NULL,
  id uuid NOT NULL,
  source text NOT NULL,
  list_name text NOT NULL,
  edition text NOT NULL,
  issued_on date NOT NULL,
  code text NOT NULL,
  name text NOT NULL,
  category text NOT NULL,
  ratio_cap_bp integer,
  times_per_year integer,
  target_kind text NOT NULL,
  content text NOT NULL,
  basis text[] NOT NULL,
  methods text[] NOT NULL,
  body text NOT NULL
);
GRANT SELECT, INSERT, DELETE, TRUNCATE ON catalog.superior_staging TO sunlot_platform;
