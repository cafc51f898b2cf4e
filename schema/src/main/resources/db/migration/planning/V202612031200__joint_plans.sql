-- Joint plans (TZ-13, TZ-14): a city and each of its counties have one a year, of the office of their joint conference. Their lines
-- come from proposals, which a lead department makes and its participants agree to (TZ-M6, RS-2.4).

ALTER TABLE planning.plan
  ADD COLUMN kind text NOT NULL DEFAULT 'department' CHECK (kind IN ('department', 'joint', 'ad-hoc')),
  -- Of a joint plan: the city or county whose office makes it.
  ADD COLUMN region text,
  -- Of an inspection beside the yearly plan: why (TZ-17, PDS-8).
  ADD COLUMN ground text,
  ADD COLUMN ground_text text,
  ADD COLUMN document_number text,
  ADD COLUMN document_day date,
  ADD CONSTRAINT plan_joint_region CHECK ((kind = 'joint') = (region IS NOT NULL)),
  ADD CONSTRAINT plan_ad_hoc_ground CHECK ((kind = 'ad-hoc') = (ground IS NOT NULL)
    AND (ground IS NULL) = (ground_text IS NULL) AND (ground IS NULL) = (document_number IS NULL));
CREATE UNIQUE INDEX plan_one_joint ON planning.plan (authority_id, region, year) WHERE kind = 'joint';

-- Who decided on a joint plan, when, and with which document.
ALTER TABLE planning.plan_version
  ADD COLUMN decided_by text,
  ADD COLUMN decided_on date,
  ADD COLUMN decision_number text,
  ADD CONSTRAINT plan_version_decision_whole
    CHECK ((decided_by IS NULL) = (decided_on IS NULL) AND (decided_by IS NULL) = (decision_number IS NULL));

-- Sections and departments that the transaction sees, as the departments they belong to: who was asked to take part is a department.
CREATE FUNCTION planning.own_bodies() RETURNS uuid[]
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  WITH RECURSIVE up AS (
    SELECT d.id, d.parent_id, d.kind FROM organisation.department d WHERE d.id = ANY (kernel.visible_departments())
    UNION
    SELECT d.id, d.parent_id, d.kind FROM organisation.department d JOIN up ON d.id = up.parent_id WHERE up.kind = 'section')
  SELECT coalesce(array_agg(id) FILTER (WHERE kind <> 'section'), '{}') FROM up
$$;
GRANT EXECUTE ON FUNCTION planning.own_bodies() TO sunlot_platform;

CREATE TABLE planning.proposal (
  id uuid PRIMARY KEY,
  authority_id uuid NOT NULL,
  -- The section that drafts it, and the department that leads.
  department_id uuid NOT NULL,
  lead_id uuid NOT NULL,
  region text NOT NULL,
  number text NOT NULL,
  year integer NOT NULL CHECK (year BETWEEN 2000 AND 2999),
  version integer NOT NULL DEFAULT 1,
  state text NOT NULL CHECK (state IN ('draft', 'proposed', 'agreed', 'taken', 'merged', 'withdrawn')),
  -- The line as it will stand in the plan; it becomes a row of planning.line when a plan takes it.
  line jsonb NOT NULL,
  participants uuid[] NOT NULL,
  focus text NOT NULL,
  answers_until date,
  by_office boolean NOT NULL,
  ground text,
  ground_text text,
  document_number text,
  document_day date,
  drafted_by uuid NOT NULL,
  proposed_at timestamptz,
  -- The day on which it reached the office.
  handed_on date,
  sent_back text,
  ended text,
  merged_into uuid REFERENCES planning.proposal,
  plan_id uuid REFERENCES planning.plan,
  changed_at timestamptz NOT NULL,
  UNIQUE (authority_id, number),
  CHECK (state <> 'proposed' OR (proposed_at IS NOT NULL AND answers_until IS NOT NULL)),
  CHECK ((state = 'merged') = (merged_into IS NOT NULL)),
  CHECK ((state = 'taken') = (plan_id IS NOT NULL)),
  CHECK ((ground IS NULL) = (ground_text IS NULL) AND (ground IS NULL) = (document_number IS NULL))
);
CREATE INDEX proposal_year ON planning.proposal (authority_id, year, state);

CREATE TABLE planning.proposal_answer (
  proposal_id uuid NOT NULL REFERENCES planning.proposal,
  -- The participant.
  department_id uuid NOT NULL,
  authority_id uuid NOT NULL,
  position integer NOT NULL CHECK (position > 0),
  state text NOT NULL CHECK (state IN ('awaited', 'agreed', 'declined')),
  remark text NOT NULL,
  item_version_ids uuid[] NOT NULL,
  -- Entered by the office, as was agreed when it coordinated (RS-2.4).
  coordinated boolean NOT NULL,
  answered_by uuid,
  answered_at timestamptz,
  PRIMARY KEY (proposal_id, department_id),
  CHECK ((state = 'awaited') = (answered_by IS NULL) AND (answered_by IS NULL) = (answered_at IS NULL)),
  CHECK (state <> 'declined' OR remark <> '')
);

-- Why two proposals that overlap stay two (TZ-M6).
CREATE TABLE planning.kept_apart (
  id uuid PRIMARY KEY,
  authority_id uuid NOT NULL,
  -- The office that decided.
  department_id uuid NOT NULL,
  proposal_id uuid NOT NULL REFERENCES planning.proposal,
  other_id uuid NOT NULL REFERENCES planning.proposal,
  reason text NOT NULL CHECK (reason <> ''),
  decided_by uuid NOT NULL,
  decided_at timestamptz NOT NULL,
  CHECK (proposal_id <> other_id)
);
CREATE INDEX kept_apart_proposal ON planning.kept_apart (proposal_id);
CREATE TRIGGER kept_apart_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON planning.kept_apart
  FOR EACH STATEMENT EXECUTE FUNCTION kernel.refuse_change();

-- With whom a version of a plan was filed, when (TZ-M6, TZ-14, PDS-8, RS-2.4).
CREATE TABLE planning.filing (
  id uuid PRIMARY KEY,
  plan_id uuid NOT NULL REFERENCES planning.plan,
  authority_id uuid NOT NULL,
  department_id uuid NOT NULL,
  number integer NOT NULL CHECK (number > 0),
  filed_with text NOT NULL,
  filed_on date NOT NULL,
  reference text NOT NULL,
  entered_by uuid NOT NULL,
  entered_at timestamptz NOT NULL,
  UNIQUE (plan_id, number, filed_with)
);
CREATE TRIGGER filing_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON planning.filing
  FOR EACH STATEMENT EXECUTE FUNCTION kernel.refuse_change();

-- What a department owes about the plans of a year, until when, and when it was done: reminders, and facts for the assessment
-- (PDS-7, SX-4.1, RS-2.4).
CREATE TABLE planning.duty (
  id uuid PRIMARY KEY,
  authority_id uuid NOT NULL,
  department_id uuid NOT NULL,
  region text NOT NULL,
  year integer NOT NULL,
  kind text NOT NULL CHECK (kind IN ('propose', 'publish-joint-plan', 'file-own-plan')),
  due_on date NOT NULL,
  done_on date,
  -- Number of the proposal or plan that fulfilled it.
  done_by text,
  UNIQUE (authority_id, department_id, year, kind),
  CHECK ((done_on IS NULL) = (done_by IS NULL))
);
CREATE INDEX duty_open ON planning.duty (authority_id, due_on) WHERE done_on IS NULL;

GRANT SELECT, INSERT, UPDATE ON planning.proposal, planning.duty TO sunlot_platform;
GRANT SELECT, INSERT, UPDATE, DELETE ON planning.proposal_answer TO sunlot_platform;
GRANT SELECT, INSERT ON planning.kept_apart, planning.filing TO sunlot_platform;

DO $$
DECLARE
  t text;
  whole constant text := '(SELECT kernel.sees_all())';
  own constant text := 'authority_id = (SELECT kernel.own_authority())';
  seen constant text := '((SELECT kernel.visible_departments())::uuid[])';
  handled constant text := '((SELECT kernel.handled_departments())::uuid[])';
BEGIN
  FOREACH t IN ARRAY ARRAY['proposal', 'proposal_answer', 'kept_apart', 'filing', 'duty'] LOOP
    EXECUTE format('ALTER TABLE planning.%I ENABLE ROW LEVEL SECURITY', t);
  END LOOP;
  -- The lead's department and the office see it; those who were asked once they are; everybody what stands in a plan.
  EXECUTE format('CREATE POLICY proposal_read ON planning.proposal FOR SELECT USING (%1$s OR %2$s AND (state = ''taken''
    OR department_id = ANY %3$s OR lead_id = ANY ((SELECT planning.own_bodies())::uuid[])
    OR state <> ''draft'' AND participants && (SELECT planning.own_bodies())::uuid[]))', whole, own, seen);
  EXECUTE format('CREATE POLICY proposal_add ON planning.proposal FOR INSERT WITH CHECK (%s OR %s AND department_id = ANY %s)',
    whole, own, handled);
  EXECUTE format('CREATE POLICY proposal_change ON planning.proposal FOR UPDATE USING (%s OR %s AND department_id = ANY %s)',
    whole, own, handled);
  -- Answers go with their proposal.
  EXECUTE format('CREATE POLICY proposal_answer_read ON planning.proposal_answer FOR SELECT USING (%s OR %s
    AND EXISTS (SELECT FROM planning.proposal p WHERE p.id = proposal_id))', whole, own);
  FOREACH t IN ARRAY ARRAY['INSERT WITH CHECK', 'UPDATE USING', 'DELETE USING'] LOOP
    EXECUTE format('CREATE POLICY %I ON planning.proposal_answer FOR %s (%s OR %s AND EXISTS (SELECT FROM planning.proposal p
      WHERE p.id = proposal_id AND p.department_id = ANY %s))', 'proposal_answer_' || lower(split_part(t, ' ', 1)), t, whole, own, handled);
  END LOOP;
  -- What the office decided goes with the proposal; filings are read like plans.
  EXECUTE format('CREATE POLICY kept_apart_read ON planning.kept_apart FOR SELECT USING (%s OR %s
    AND EXISTS (SELECT FROM planning.proposal p WHERE p.id = proposal_id))', whole, own);
  EXECUTE format('CREATE POLICY kept_apart_add ON planning.kept_apart FOR INSERT WITH CHECK (%s OR %s AND department_id = ANY %s)',
    whole, own, handled);
  EXECUTE format('CREATE POLICY filing_read ON planning.filing FOR SELECT USING (%s OR %s)', whole, own);
  EXECUTE format('CREATE POLICY filing_add ON planning.filing FOR INSERT WITH CHECK (%s OR %s AND department_id = ANY %s)',
    whole, own, handled);
  EXECUTE format('CREATE POLICY duty_read ON planning.duty FOR SELECT USING (%s OR %s AND department_id = ANY ((SELECT planning.own_bodies())::uuid[]))',
    whole, own);
  EXECUTE format('CREATE POLICY duty_add ON planning.duty FOR INSERT WITH CHECK (%s)', whole);
  EXECUTE format('CREATE POLICY duty_change ON planning.duty FOR UPDATE USING (%s)', whole);
END $$;

-- No state of a proposal without an entry of the record.
CREATE CONSTRAINT TRIGGER state_is_logged AFTER UPDATE OF state ON planning.proposal DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW WHEN (OLD.state IS DISTINCT FROM NEW.state) EXECUTE FUNCTION audit.demand_entry();
CREATE CONSTRAINT TRIGGER beginning_is_logged AFTER INSERT ON planning.proposal DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION audit.demand_entry();
