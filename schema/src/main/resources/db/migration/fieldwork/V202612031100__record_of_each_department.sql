-- In a joint visit each department keeps its own record of its own items (PDS-18, PDS-20, SX-4.3).
ALTER TABLE fieldwork.visit_record DROP CONSTRAINT visit_record_visit_id_key;
ALTER TABLE fieldwork.visit_record ADD CONSTRAINT visit_record_department UNIQUE (visit_id, department_id);

-- The day on which it was handed in first, which is the day its result was made: a record that was sent back keeps it. And how
-- it was entered: what comes by mobile is published at once (TZ-30).
ALTER TABLE fieldwork.visit_record
  ADD COLUMN made_on date,
  ADD COLUMN mobile boolean NOT NULL DEFAULT false;
UPDATE fieldwork.visit_record SET made_on = (submitted_at AT TIME ZONE 'Asia/Shanghai')::date WHERE submitted_at IS NOT NULL;

-- Whether the target was told of its visit beforehand, how, whom, when, and if not, why not (TZ-30, PDS-20). A later line
-- stands beside the earlier one; nothing is taken back.
CREATE TABLE fieldwork.advance_notice (
  id uuid PRIMARY KEY,
  visit_id uuid NOT NULL,
  authority_id uuid NOT NULL,
  given boolean NOT NULL,
  way text NOT NULL DEFAULT '',
  receiver text NOT NULL DEFAULT '',
  given_at timestamptz,
  -- The law that demands notice where the rules forbid it, or "".
  law text NOT NULL DEFAULT '',
  -- Why none was given, or "".
  reason text NOT NULL DEFAULT '',
  noted_by uuid NOT NULL,
  noted_at timestamptz NOT NULL,
  CHECK (given = (given_at IS NOT NULL)),
  CHECK (NOT given OR (way <> '' AND receiver <> ''))
);
CREATE INDEX advance_notice_visit ON fieldwork.advance_notice (visit_id, noted_at);
CREATE TRIGGER advance_notice_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON fieldwork.advance_notice
  FOR EACH STATEMENT EXECUTE FUNCTION kernel.refuse_change();
CREATE CONSTRAINT TRIGGER beginning_is_logged AFTER INSERT ON fieldwork.advance_notice DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION audit.demand_entry();
GRANT SELECT, INSERT ON fieldwork.advance_notice TO sunlot_platform;
ALTER TABLE fieldwork.advance_notice ENABLE ROW LEVEL SECURITY;
CREATE POLICY advance_notice_of_authority ON fieldwork.advance_notice
  USING ((SELECT kernel.sees_all()) OR authority_id = (SELECT kernel.own_authority()));
