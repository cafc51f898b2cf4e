CREATE SCHEMA fieldwork;
GRANT USAGE ON SCHEMA fieldwork TO sunlot_platform;

-- What the team found at one visit. One record per visit; entries, signature and direct result as one document.
CREATE TABLE fieldwork.visit_record (
  id uuid PRIMARY KEY,
  visit_id uuid NOT NULL UNIQUE,
  authority_id uuid NOT NULL,
  department_id uuid NOT NULL,
  state text NOT NULL,
  visited_on date,
  content jsonb NOT NULL,
  submitted_by uuid,
  submitted_at timestamptz,
  reviewed_by uuid,
  reviewed_at timestamptz,
  review_note text NOT NULL DEFAULT '',
  version integer NOT NULL DEFAULT 1
);
CREATE INDEX visit_record_state ON fieldwork.visit_record (department_id, state);

-- Evidence, recordings, signatures: bytes in the file store, addressed by their SHA-256.
CREATE TABLE fieldwork.evidence (
  id uuid PRIMARY KEY,
  visit_id uuid NOT NULL,
  authority_id uuid NOT NULL,
  kind text NOT NULL CHECK (kind IN ('photo', 'video', 'audio', 'document', 'signature')),
  sha256 text NOT NULL CHECK (sha256 ~ '^[0-9a-f]{64}$'),
  file_name text NOT NULL,
  media_type text NOT NULL,
  size bigint NOT NULL,
  caption text NOT NULL DEFAULT '',
  added_by uuid NOT NULL,
  added_at timestamptz NOT NULL
);
CREATE INDEX evidence_visit ON fieldwork.evidence (visit_id, added_at);
CREATE TRIGGER evidence_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON fieldwork.evidence
  FOR EACH STATEMENT EXECUTE FUNCTION kernel.refuse_change();

GRANT SELECT, INSERT, UPDATE ON fieldwork.visit_record TO sunlot_platform;
GRANT SELECT, INSERT ON fieldwork.evidence TO sunlot_platform;

-- Team members may come from other sections (a merged visit, a cross-section draw), so a record is shared in the authority;
-- who may write is asked by the use case: a member of the team.
ALTER TABLE fieldwork.visit_record ENABLE ROW LEVEL SECURITY;
CREATE POLICY visit_record_of_authority ON fieldwork.visit_record
  USING ((SELECT kernel.sees_all()) OR authority_id = (SELECT kernel.own_authority()));
ALTER TABLE fieldwork.evidence ENABLE ROW LEVEL SECURITY;
CREATE POLICY evidence_of_authority ON fieldwork.evidence
  USING ((SELECT kernel.sees_all()) OR authority_id = (SELECT kernel.own_authority()));
