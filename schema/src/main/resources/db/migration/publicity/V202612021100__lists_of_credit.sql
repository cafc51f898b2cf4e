-- Who is on a list that the law makes public, as long as they are (TZ-M12). The check keeps everything else of credit out: classes,
-- scores, complaints and the lists for internal use have no table here.
CREATE TABLE publicity.list_entry (
  id uuid PRIMARY KEY,
  authority_id uuid NOT NULL,
  authority text NOT NULL,
  target_id uuid NOT NULL,
  unit_id text NOT NULL,
  target_name text NOT NULL,
  list text NOT NULL CHECK (list IN ('abnormal-operation', 'serious-violation')),
  from_day date NOT NULL,
  -- Behind it the public site shows the entry no longer, before the platform has taken it away.
  until_day date,
  ground text NOT NULL,
  decided_by text NOT NULL,
  document text NOT NULL,
  name_key text NOT NULL GENERATED ALWAYS AS (publicity.name_key(target_name)) STORED,
  name_pieces text[] NOT NULL GENERATED ALWAYS AS (publicity.name_pieces(publicity.name_key(target_name))) STORED
);
CREATE INDEX list_entry_shown ON publicity.list_entry (from_day DESC, id DESC);
CREATE INDEX list_entry_target ON publicity.list_entry (authority_id, target_id);
CREATE INDEX list_entry_unit ON publicity.list_entry (unit_id);
CREATE INDEX list_entry_pieces ON publicity.list_entry USING gin (name_pieces);

GRANT SELECT, INSERT, UPDATE, DELETE ON publicity.list_entry TO sunlot_platform;
GRANT SELECT ON publicity.list_entry TO sunlot_portal;
