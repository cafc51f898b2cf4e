-- Earlier draws on their way in from a spreadsheet; see registry.target_staging for why it is as it is.
CREATE UNLOGGED TABLE burden.take_over_staging (
  import_id uuid NOT NULL,
  row_number integer NOT NULL,
  id uuid NOT NULL,
  target_id uuid NOT NULL,
  item_id uuid NOT NULL,
  day date NOT NULL,
  ref text NOT NULL
);
GRANT SELECT, INSERT, DELETE ON burden.take_over_staging TO sunlot_platform;
