-- Why a result is not public, or circulated only: by the word of the leader who reviewed it.
ALTER TABLE results.result ADD COLUMN limited_reason text NOT NULL DEFAULT '';

-- The last days that follow from a visit, for each department that checked something in it: computed once in working days by the
-- rules that its tasks froze, computed again when working days change (PDS-20, TZ-30, ZB-15).
CREATE TABLE results.due (
  visit_id uuid NOT NULL,
  department_id uuid NOT NULL,
  kind text NOT NULL CHECK (kind IN ('publication', 'transfer', 'follow-up', 'archive')),
  authority_id uuid NOT NULL,
  last_day date NOT NULL,
  provisional boolean NOT NULL DEFAULT false,
  done_on date,
  PRIMARY KEY (visit_id, department_id, kind)
);
CREATE INDEX due_open ON results.due (department_id, last_day) WHERE done_on IS NULL;
GRANT SELECT, INSERT, UPDATE, DELETE ON results.due TO sunlot_platform;
ALTER TABLE results.due ENABLE ROW LEVEL SECURITY;
CREATE POLICY due_of_authority ON results.due
  USING ((SELECT kernel.sees_all()) OR authority_id = (SELECT kernel.own_authority()));

-- What a result leaves for another body to handle, and to whom it goes.
CREATE TABLE results.lead (
  id uuid PRIMARY KEY,
  result_id uuid NOT NULL REFERENCES results.result,
  authority_id uuid NOT NULL,
  position integer NOT NULL,
  problem text NOT NULL,
  receiver text NOT NULL,
  text text NOT NULL DEFAULT '',
  UNIQUE (result_id, position)
);
CREATE TRIGGER lead_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON results.lead
  FOR EACH STATEMENT EXECUTE FUNCTION kernel.refuse_change();
GRANT SELECT, INSERT ON results.lead TO sunlot_platform;
ALTER TABLE results.lead ENABLE ROW LEVEL SECURITY;
CREATE POLICY lead_of_authority ON results.lead
  USING ((SELECT kernel.sees_all()) OR authority_id = (SELECT kernel.own_authority()));
