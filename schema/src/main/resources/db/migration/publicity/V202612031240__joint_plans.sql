-- The public reads who leads and who takes part in each line of a joint plan, who decided on it, and why an inspection is beside the
-- plan (TZ-13, TZ-14, TZ-17, PDS-8).
ALTER TABLE publicity.plan
  ADD COLUMN kind text NOT NULL DEFAULT 'department' CHECK (kind IN ('department', 'joint', 'ad-hoc')),
  ADD COLUMN decided_by text,
  ADD COLUMN decided_on date,
  ADD COLUMN decision_number text,
  ADD COLUMN ground text,
  ADD COLUMN ground_text text NOT NULL DEFAULT '',
  ADD COLUMN document_number text NOT NULL DEFAULT '';
ALTER TABLE publicity.plan_line
  ADD COLUMN lead text NOT NULL DEFAULT '',
  ADD COLUMN participants text[] NOT NULL DEFAULT '{}',
  -- Risk class → fixed number, of classes that have no ratio.
  ADD COLUMN counts jsonb NOT NULL DEFAULT '{}';
