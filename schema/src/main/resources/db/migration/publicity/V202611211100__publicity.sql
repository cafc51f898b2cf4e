-- What is public: rows copied out of the business modules when something is published, so that the public site needs no right
-- outside this schema. Everything here can be thrown away and made again (RebuildPublicity). No row-level security: every row
-- is meant for everybody.
CREATE SCHEMA publicity;
GRANT USAGE ON SCHEMA publicity TO sunlot_platform, sunlot_portal;

-- Which edition of the copying rules the rows were made by; another one makes the platform rebuild them at its start.
CREATE TABLE publicity.edition (
  one boolean PRIMARY KEY DEFAULT true CHECK (one),
  number integer NOT NULL,
  rebuilt_at timestamptz NOT NULL
);

-- Versions of the item list, also ended ones (ZB-5, TZ-8).
CREATE TABLE publicity.item (
  id uuid PRIMARY KEY,
  item_id uuid NOT NULL,
  authority_id uuid NOT NULL,
  authority text NOT NULL,
  department text NOT NULL,
  code text NOT NULL,
  name text NOT NULL,
  number integer NOT NULL,
  category text NOT NULL CHECK (category IN ('key', 'general')),
  ratio_cap_bp integer,
  times_per_year integer,
  target_kind text NOT NULL,
  content text NOT NULL,
  basis text[] NOT NULL,
  methods text[] NOT NULL,
  body text NOT NULL,
  from_day date NOT NULL,
  until_day date,
  -- {"title": …, "sections": [{"title": …, "questions": [{"text": …, "standard": …, "consequence": …, "basis": …}]}]}
  checklist jsonb,
  UNIQUE (item_id, number)
);
CREATE INDEX item_list ON publicity.item (authority_id, code, number);

-- Published versions of plans; an adjustment leaves the earlier one readable (TZ-13, ZB-8).
CREATE TABLE publicity.plan (
  plan_id uuid NOT NULL,
  version integer NOT NULL,
  authority_id uuid NOT NULL,
  authority text NOT NULL,
  department text NOT NULL,
  number text NOT NULL,
  year integer NOT NULL,
  title text NOT NULL,
  reason text NOT NULL,
  published_at timestamptz NOT NULL,
  PRIMARY KEY (plan_id, version)
);
CREATE INDEX plan_published ON publicity.plan (published_at DESC);

CREATE TABLE publicity.plan_line (
  plan_id uuid NOT NULL,
  version integer NOT NULL,
  line_id uuid NOT NULL,
  position integer NOT NULL,
  title text NOT NULL,
  category text NOT NULL,
  item_ids uuid[] NOT NULL,
  items text[] NOT NULL,
  kinds text[] NOT NULL,
  region_codes text[] NOT NULL,
  tags text[] NOT NULL,
  -- Risk class → basis points, e.g. {"A": 100}.
  rates_bp jsonb NOT NULL,
  times_per_year integer NOT NULL,
  from_day date NOT NULL,
  until_day date NOT NULL,
  executing text NOT NULL,
  body text NOT NULL,
  planned_pool integer,
  planned_expected integer,
  PRIMARY KEY (plan_id, version, line_id),
  FOREIGN KEY (plan_id, version) REFERENCES publicity.plan ON DELETE CASCADE
);

-- The notice of a task on its draw: numbers, no names of targets (TZ-19, TZ-30).
CREATE TABLE publicity.notice (
  task_id uuid PRIMARY KEY,
  authority_id uuid NOT NULL,
  authority text NOT NULL,
  department text NOT NULL,
  number text NOT NULL,
  -- "" while a drawn target that has no public result yet is named in it.
  title text NOT NULL,
  ground text NOT NULL,
  plan_id uuid,
  plan_number text NOT NULL,
  plan_title text NOT NULL,
  line_title text NOT NULL,
  item_ids uuid[] NOT NULL,
  items text[] NOT NULL,
  from_day date NOT NULL,
  until_day date NOT NULL,
  draw_id uuid,
  drawn_at timestamptz,
  targets integer NOT NULL,
  ended_on date
);
CREATE INDEX notice_drawn ON publicity.notice (drawn_at DESC);

-- Draws, void ones too (draw.md section 2).
CREATE TABLE publicity.draw (
  id uuid PRIMARY KEY,
  authority_id uuid NOT NULL,
  authority text NOT NULL,
  department text NOT NULL,
  number text NOT NULL,
  draw_ref text NOT NULL,
  task_id uuid NOT NULL,
  task_number text NOT NULL,
  purpose text NOT NULL CHECK (purpose IN ('targets', 'inspectors')),
  state text NOT NULL CHECK (state IN ('drawn', 'closed', 'void')),
  suite text NOT NULL,
  commitment_hash text,
  pool_size integer NOT NULL,
  frame_size integer NOT NULL,
  excluded_size integer NOT NULL,
  -- Targets or places drawn, all rounds together.
  drawn integer NOT NULL,
  rounds integer NOT NULL,
  -- Kinds of the witnesses, one element per witness.
  witnesses text[] NOT NULL,
  public_sources text[] NOT NULL,
  profile text NOT NULL,
  previous_id uuid,
  committed_at timestamptz,
  drawn_at timestamptz,
  void_cause text,
  void_reason text,
  void_at timestamptz,
  -- When it became public: drawn, or else void.
  shown_at timestamptz NOT NULL,
  CHECK ((state = 'void') = (void_at IS NOT NULL AND void_cause IS NOT NULL))
);
CREATE INDEX draw_shown ON publicity.draw (shown_at DESC);
CREATE INDEX draw_task ON publicity.draw (task_id);

CREATE TABLE publicity.draw_stratum (
  draw_id uuid NOT NULL REFERENCES publicity.draw ON DELETE CASCADE,
  stratum text NOT NULL COLLATE "C",
  size integer NOT NULL,
  rate_bp integer,
  count integer,
  quota integer NOT NULL,
  weighted boolean NOT NULL,
  PRIMARY KEY (draw_id, stratum)
);

CREATE TABLE publicity.draw_excluded (
  draw_id uuid NOT NULL REFERENCES publicity.draw ON DELETE CASCADE,
  reason text NOT NULL COLLATE "C",
  units integer NOT NULL,
  PRIMARY KEY (draw_id, reason)
);

-- The transcript as a file, here and not in the file store, so that the public site needs no other right.
CREATE TABLE publicity.transcript (
  draw_id uuid PRIMARY KEY REFERENCES publicity.draw ON DELETE CASCADE,
  content bytea NOT NULL,
  sha256 text NOT NULL CHECK (sha256 ~ '^[0-9a-f]{64}$')
);

-- Names as they are searched: full-width letters and digits as half-width ones, no blanks, ASCII in lower case.
CREATE FUNCTION publicity.name_key(name text) RETURNS text
  LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
  RETURN lower(regexp_replace(normalize(name, NFKC), '\s+', '', 'g') COLLATE "C");

-- Single characters and pairs of neighbours: trigrams do not help for the one or two characters that people type.
CREATE FUNCTION publicity.name_pieces(key text) RETURNS text[]
  LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
  RETURN ARRAY(
    SELECT DISTINCT piece FROM generate_series(1, length(key)) AS i,
      LATERAL (VALUES (substr(key, i, 1)), (substr(key, i, 2))) AS p (piece));
GRANT EXECUTE ON FUNCTION publicity.name_key(text), publicity.name_pieces(text) TO sunlot_platform;

-- Results with all that N-12 asks for; a correction is a further row, the original stays (ZB-16, TZ-31).
CREATE TABLE publicity.result (
  id uuid PRIMARY KEY,
  number text NOT NULL,
  revision integer NOT NULL,
  authority_id uuid NOT NULL,
  authority text NOT NULL,
  department text NOT NULL,
  unit_id text NOT NULL,
  target_name text NOT NULL,
  plan_id uuid,
  plan_number text NOT NULL,
  plan_title text NOT NULL,
  task_id uuid NOT NULL,
  task_number text NOT NULL,
  task_title text NOT NULL,
  ground text NOT NULL,
  item_id uuid NOT NULL,
  item_code text NOT NULL,
  item_name text NOT NULL,
  visited_on date NOT NULL,
  type text NOT NULL,
  finding text NOT NULL,
  measures text[] NOT NULL,
  handling text NOT NULL,
  direct_reason text,
  published_at timestamptz NOT NULL,
  corrects_id uuid,
  correction_reason text NOT NULL,
  replaced_by uuid,
  name_key text NOT NULL GENERATED ALWAYS AS (publicity.name_key(target_name)) STORED,
  name_pieces text[] NOT NULL GENERATED ALWAYS AS (publicity.name_pieces(publicity.name_key(target_name))) STORED,
  UNIQUE (authority_id, number, revision)
);
CREATE INDEX result_published ON publicity.result (published_at DESC, id DESC);
CREATE INDEX result_unit ON publicity.result (unit_id, published_at DESC);
CREATE INDEX result_task ON publicity.result (task_id);
CREATE INDEX result_pieces ON publicity.result USING gin (name_pieces);

-- The public fields of inspectors (ZB-7); a field that the rules do not make public is null.
CREATE TABLE publicity.inspector (
  id uuid PRIMARY KEY,
  authority_id uuid NOT NULL,
  authority text NOT NULL,
  department text NOT NULL,
  name text,
  sex text,
  post text,
  licence_number text
);
CREATE INDEX inspector_list ON publicity.inspector (authority_id, department, licence_number);

GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA publicity TO sunlot_platform;
GRANT SELECT ON ALL TABLES IN SCHEMA publicity TO sunlot_portal;
