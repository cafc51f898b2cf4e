CREATE SCHEMA drawing;
GRANT USAGE ON SCHEMA drawing TO sunlot_platform;

-- A draw of targets or of inspectors. What it fixed, revealed and drew stands in the append-only tables below; here only the state
-- moves on. Files are named by their SHA-256.
CREATE TABLE drawing.draw (
  id uuid PRIMARY KEY,
  authority_id uuid NOT NULL,
  department_id uuid NOT NULL,
  version integer NOT NULL DEFAULT 1,
  number text NOT NULL,
  -- drawId of transcript and log; unlike the number it is unique over all authorities of the installation.
  ref text NOT NULL UNIQUE CHECK (ref ~ '^[A-Za-z0-9._-]{1,64}$'),
  purpose text NOT NULL CHECK (purpose IN ('targets', 'inspectors')),
  state text NOT NULL CHECK (state IN ('prepared', 'committed', 'revealed', 'drawn', 'closed', 'void')),
  task_id uuid NOT NULL,
  task_number text NOT NULL,
  profile_id text NOT NULL,
  profile_version text NOT NULL,
  profile_hash text NOT NULL CHECK (profile_hash ~ '^[0-9a-f]{64}$'),
  suite text NOT NULL CHECK (suite IN ('sha256', 'sm3')),
  -- The void draw that this one replaces: at most one successor each.
  previous_id uuid UNIQUE REFERENCES drawing.draw,
  previous_hash text NOT NULL CHECK (previous_hash ~ '^([0-9a-f]{64})?$'),
  pool_size integer NOT NULL,
  frame_size integer NOT NULL,
  excluded_size integer NOT NULL,
  -- The members of the commitment document that depend on the purpose, canonical JSON.
  subject bytea NOT NULL,
  frame_file text,
  excluded_file text,
  roster_file text,
  -- The order as it came, which tells what stands behind the tokens; sealed.
  order_file text NOT NULL,
  -- frameKey and chain secret; sealed.
  frame_key bytea NOT NULL,
  chain_secret bytea NOT NULL,
  prepared_at timestamptz NOT NULL,
  prepared_by uuid NOT NULL,
  void_cause text CHECK (void_cause IN ('given-up', 'nonce-mismatch', 'nonce-missing', 'not-opened')),
  void_reason text,
  void_failed text[] NOT NULL DEFAULT '{}',
  void_approver uuid,
  void_at timestamptz,
  CHECK ((state = 'void') = (void_cause IS NOT NULL AND void_at IS NOT NULL AND void_reason IS NOT NULL)),
  CHECK (void_cause <> 'given-up' OR void_approver IS NOT NULL),
  CHECK ((purpose = 'targets') = (frame_file IS NOT NULL AND excluded_file IS NOT NULL)),
  CHECK ((purpose = 'inspectors') = (roster_file IS NOT NULL)),
  UNIQUE (authority_id, number)
);
-- ZB-9: a task is drawn once; only a void draw makes room for another.
CREATE UNIQUE INDEX draw_one_per_task ON drawing.draw (authority_id, task_number, purpose) WHERE state <> 'void';
CREATE INDEX draw_task ON drawing.draw (task_id);
CREATE INDEX draw_department ON drawing.draw (department_id, prepared_at DESC);
GRANT SELECT, INSERT ON drawing.draw TO sunlot_platform;
GRANT UPDATE (version, state, void_cause, void_reason, void_failed, void_approver, void_at)
  ON drawing.draw TO sunlot_platform;
ALTER TABLE drawing.draw ENABLE ROW LEVEL SECURITY;
CREATE POLICY draw_of_department ON drawing.draw
  USING ((SELECT kernel.sees_all()) OR department_id = ANY ((SELECT kernel.visible_departments())::uuid[]));

CREATE TABLE drawing.stratum (
  draw_id uuid NOT NULL REFERENCES drawing.draw,
  stratum text NOT NULL COLLATE "C",
  size integer NOT NULL,
  rate_bp integer,
  count integer,
  quota integer NOT NULL CHECK (quota BETWEEN 0 AND size),
  weighted boolean NOT NULL,
  PRIMARY KEY (draw_id, stratum),
  CHECK ((rate_bp IS NULL) <> (count IS NULL))
);

CREATE TABLE drawing.excluded_reason (
  draw_id uuid NOT NULL REFERENCES drawing.draw,
  reason text NOT NULL COLLATE "C",
  units integer NOT NULL,
  PRIMARY KEY (draw_id, reason)
);

-- Operator and witnesses, in the order of the commitment document.
CREATE TABLE drawing.party (
  draw_id uuid NOT NULL REFERENCES drawing.draw,
  position integer NOT NULL,
  party text NOT NULL CHECK (party ~ '^[a-z0-9-]{1,32}$'),
  kind text NOT NULL,
  kind_text text,
  name text NOT NULL,
  unit text NOT NULL,
  -- platform: made here for the operator; device: made on the witness's own device; typed: typed by the witness at this screen.
  way text NOT NULL CHECK (way IN ('platform', 'device', 'typed')),
  commitment text NOT NULL CHECK (commitment ~ '^[0-9a-f]{64}$'),
  sealed_nonce bytea,
  at timestamptz NOT NULL,
  by uuid NOT NULL,
  PRIMARY KEY (draw_id, party),
  UNIQUE (draw_id, position),
  CHECK ((way = 'device') = (sealed_nonce IS NULL))
);

-- Public sources declared before the commitment.
CREATE TABLE drawing.source (
  draw_id uuid NOT NULL REFERENCES drawing.draw,
  position integer NOT NULL,
  kind text NOT NULL,
  source_id text NOT NULL,
  digits integer NOT NULL CHECK (digits > 0),
  PRIMARY KEY (draw_id, position)
);

-- What people typed; a value counts once two of them agree.
CREATE TABLE drawing.source_entry (
  id uuid PRIMARY KEY,
  draw_id uuid NOT NULL,
  position integer NOT NULL,
  value text NOT NULL,
  by uuid NOT NULL,
  at timestamptz NOT NULL,
  FOREIGN KEY (draw_id, position) REFERENCES drawing.source
);
CREATE INDEX source_entry_of ON drawing.source_entry (draw_id, position);

CREATE TABLE drawing.public_value (
  draw_id uuid NOT NULL,
  position integer NOT NULL,
  value text NOT NULL,
  at timestamptz NOT NULL,
  PRIMARY KEY (draw_id, position),
  FOREIGN KEY (draw_id, position) REFERENCES drawing.source
);

-- Exactly one commitment per draw (draw.md section 2).
CREATE TABLE drawing.commitment (
  draw_id uuid PRIMARY KEY REFERENCES drawing.draw,
  document bytea NOT NULL,
  hash text NOT NULL UNIQUE CHECK (hash ~ '^[0-9a-f]{64}$'),
  reveal_by timestamptz NOT NULL,
  open_by timestamptz NOT NULL,
  at timestamptz NOT NULL
);

CREATE TABLE drawing.reveal (
  draw_id uuid NOT NULL,
  party text NOT NULL,
  nonce text NOT NULL CHECK (nonce ~ '^[0-9a-f]{64}$'),
  at timestamptz NOT NULL,
  PRIMARY KEY (draw_id, party),
  FOREIGN KEY (draw_id, party) REFERENCES drawing.party
);

-- Inputs of substitute rounds, from 1 without gaps, with the reason and who approved them.
CREATE TABLE drawing.round (
  draw_id uuid NOT NULL REFERENCES drawing.draw,
  r integer NOT NULL CHECK (r > 0),
  input bytea NOT NULL,
  reason text NOT NULL,
  approver_id uuid NOT NULL,
  at timestamptz NOT NULL,
  by uuid NOT NULL,
  PRIMARY KEY (draw_id, r)
);

-- Chain values opened and what was drawn with them: r = 0 the draw, from 1 the substitute rounds. The document is the member of
-- result.json, canonical JSON.
CREATE TABLE drawing.outcome (
  draw_id uuid NOT NULL REFERENCES drawing.draw,
  r integer NOT NULL CHECK (r >= 0),
  chain_value text NOT NULL CHECK (chain_value ~ '^[0-9a-f]{64}$'),
  document bytea NOT NULL,
  at timestamptz NOT NULL,
  PRIMARY KEY (draw_id, r)
);

CREATE TABLE drawing.drawn_target (
  draw_id uuid NOT NULL,
  r integer NOT NULL,
  stratum text NOT NULL COLLATE "C",
  position integer NOT NULL,
  token text NOT NULL COLLATE "C",
  ticket text NOT NULL COLLATE "C",
  target_id uuid NOT NULL,
  unit_id text NOT NULL,
  name text NOT NULL,
  PRIMARY KEY (draw_id, r, stratum, position),
  UNIQUE (draw_id, token),
  FOREIGN KEY (draw_id, r) REFERENCES drawing.outcome
);
CREATE INDEX drawn_target_target ON drawing.drawn_target (target_id);

CREATE TABLE drawing.filled_slot (
  draw_id uuid NOT NULL,
  r integer NOT NULL,
  position integer NOT NULL,
  group_token text NOT NULL COLLATE "C",
  role text NOT NULL COLLATE "C",
  person_token text NOT NULL COLLATE "C",
  visit_id uuid NOT NULL,
  inspector_id uuid NOT NULL,
  PRIMARY KEY (draw_id, r, position),
  UNIQUE (draw_id, r, group_token, role),
  FOREIGN KEY (draw_id, r) REFERENCES drawing.outcome
);

-- Photos, videos, the signed record sheet (ZB-9).
CREATE TABLE drawing.attachment (
  id uuid PRIMARY KEY,
  draw_id uuid NOT NULL REFERENCES drawing.draw,
  kind text NOT NULL CHECK (kind IN ('photo', 'video', 'record-sheet')),
  sha256 text NOT NULL CHECK (sha256 ~ '^[0-9a-f]{64}$'),
  size bigint NOT NULL,
  media_type text NOT NULL,
  name text NOT NULL,
  at timestamptz NOT NULL,
  by uuid NOT NULL,
  UNIQUE (draw_id, kind, sha256)
);

-- Drawn units whose openings may be published.
CREATE TABLE drawing.released (
  draw_id uuid NOT NULL REFERENCES drawing.draw,
  target_id uuid NOT NULL,
  at timestamptz NOT NULL,
  PRIMARY KEY (draw_id, target_id)
);

-- The draw is reported to the regulation section (ZB-9.1), whose people acknowledge it.
CREATE TABLE drawing.report (
  draw_id uuid PRIMARY KEY REFERENCES drawing.draw,
  department_id uuid NOT NULL,
  at timestamptz NOT NULL,
  acknowledged_at timestamptz,
  acknowledged_by uuid
);
CREATE INDEX report_open ON drawing.report (department_id) WHERE acknowledged_at IS NULL;
GRANT UPDATE (acknowledged_at, acknowledged_by) ON drawing.report TO sunlot_platform;

-- Everything but the state only grows: by role and by trigger. Children are seen by whoever sees their draw.
DO $$
DECLARE
  child text;
BEGIN
  FOREACH child IN ARRAY ARRAY['stratum', 'excluded_reason', 'party', 'source', 'source_entry', 'public_value', 'commitment',
      'reveal', 'round', 'outcome', 'drawn_target', 'filled_slot', 'attachment', 'released', 'report'] LOOP
    EXECUTE format('GRANT SELECT, INSERT ON drawing.%I TO sunlot_platform', child);
    EXECUTE format('ALTER TABLE drawing.%I ENABLE ROW LEVEL SECURITY', child);
    EXECUTE format('CREATE POLICY %I ON drawing.%I USING ((SELECT kernel.sees_all())'
      ' OR EXISTS (SELECT FROM drawing.draw d WHERE d.id = %I.draw_id))', child || '_of_draw', child, child);
    IF child <> 'report' THEN
      EXECUTE format('CREATE TRIGGER %I BEFORE UPDATE OR DELETE OR TRUNCATE ON drawing.%I'
        ' FOR EACH STATEMENT EXECUTE FUNCTION kernel.refuse_change()', child || '_append_only', child);
    END IF;
  END LOOP;
END
$$;

-- Nothing joins or leaves what is fixed: parties and sources before the commitment, rounds after the draw.
CREATE FUNCTION drawing.refuse_after_commitment() RETURNS trigger
  LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM drawing.commitment c WHERE c.draw_id = NEW.draw_id) THEN
    RAISE EXCEPTION 'draw % is committed: nothing joins its %', NEW.draw_id, TG_TABLE_NAME
      USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END $$;
GRANT EXECUTE ON FUNCTION drawing.refuse_after_commitment() TO sunlot_platform;
CREATE TRIGGER party_before_commitment BEFORE INSERT ON drawing.party
  FOR EACH ROW EXECUTE FUNCTION drawing.refuse_after_commitment();
CREATE TRIGGER source_before_commitment BEFORE INSERT ON drawing.source
  FOR EACH ROW EXECUTE FUNCTION drawing.refuse_after_commitment();
CREATE TRIGGER stratum_before_commitment BEFORE INSERT ON drawing.stratum
  FOR EACH ROW EXECUTE FUNCTION drawing.refuse_after_commitment();

-- A draw leaves neither void nor closed.
CREATE FUNCTION drawing.refuse_way_back() RETURNS trigger
  LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.state IN ('void', 'closed') AND NEW.state <> OLD.state THEN
    RAISE EXCEPTION 'draw % is %: no way back', OLD.ref, OLD.state USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END $$;
GRANT EXECUTE ON FUNCTION drawing.refuse_way_back() TO sunlot_platform;
CREATE TRIGGER draw_no_way_back BEFORE UPDATE ON drawing.draw
  FOR EACH ROW EXECUTE FUNCTION drawing.refuse_way_back();
CREATE TRIGGER draw_stays BEFORE DELETE OR TRUNCATE ON drawing.draw
  FOR EACH STATEMENT EXECUTE FUNCTION kernel.refuse_change();
