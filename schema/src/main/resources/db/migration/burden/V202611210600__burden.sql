CREATE SCHEMA burden;
GRANT USAGE ON SCHEMA burden TO sunlot_platform;

-- One row per time that a target was drawn, or taken over from an earlier system; ceilings are counted from here.
-- Rows with the same ref (a merged visit) count once.
CREATE TABLE burden.mark (
  id uuid PRIMARY KEY,
  authority_id uuid NOT NULL,
  target_id uuid NOT NULL,
  item_ids uuid[] NOT NULL,
  day date NOT NULL,
  source text NOT NULL CHECK (source IN ('draw', 'take-over')),
  ref text NOT NULL
);
CREATE INDEX mark_year ON burden.mark (authority_id, day, target_id);
CREATE INDEX mark_target ON burden.mark (target_id, day);
CREATE TRIGGER mark_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON burden.mark
  FOR EACH STATEMENT EXECUTE FUNCTION kernel.refuse_change();
GRANT SELECT, INSERT ON burden.mark TO sunlot_platform;

ALTER TABLE burden.mark ENABLE ROW LEVEL SECURITY;
CREATE POLICY mark_of_authority ON burden.mark
  USING ((SELECT kernel.sees_all()) OR authority_id = (SELECT kernel.own_authority()));
