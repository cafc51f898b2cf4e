-- Item lists of a superior (RS-2.2), in versions as they were issued: items are taken from them, and where the rules say so from
-- nowhere else. What was entered stays; a correction by the superior is a new version.
CREATE TABLE catalog.superior_list (
  id uuid PRIMARY KEY,
  authority_id uuid NOT NULL,
  -- The department that entered it; all of the authority take items from it.
  department_id uuid NOT NULL,
  source text NOT NULL CHECK (source <> ''),
  name text NOT NULL CHECK (name <> ''),
  edition text NOT NULL CHECK (edition <> ''),
  issued_on date NOT NULL,
  entered_by uuid NOT NULL,
  entered_at timestamptz NOT NULL,
  UNIQUE (authority_id, source, name, edition),
  UNIQUE (authority_id, source, name, issued_on)
);

CREATE TABLE catalog.superior_item (
  list_id uuid NOT NULL REFERENCES catalog.superior_list,
  authority_id uuid NOT NULL,
  code text NOT NULL CHECK (code ~ '^[A-Z0-9][A-Z0-9.-]{0,31}$'),
  name text NOT NULL CHECK (name <> ''),
  category text NOT NULL CHECK (category IN ('key', 'general')),
  ratio_cap_bp integer CHECK (ratio_cap_bp BETWEEN 1 AND 10000),
  times_per_year integer CHECK (times_per_year BETWEEN 1 AND 365),
  target_kind text NOT NULL,
  content text NOT NULL,
  basis text[] NOT NULL,
  methods text[] NOT NULL,
  body text NOT NULL,
  PRIMARY KEY (list_id, code),
  CHECK (category = 'general' OR ratio_cap_bp IS NULL)
);
CREATE INDEX superior_item_code ON catalog.superior_item (authority_id, code);

DO $$
DECLARE
  t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['superior_list', 'superior_item'] LOOP
    EXECUTE format('CREATE TRIGGER %I BEFORE UPDATE OR DELETE OR TRUNCATE ON catalog.%I'
      ' FOR EACH STATEMENT EXECUTE FUNCTION kernel.refuse_change()', t || '_append_only', t);
    EXECUTE format('ALTER TABLE catalog.%I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY %I ON catalog.%I FOR SELECT USING ((SELECT kernel.sees_all()) '
      'OR authority_id = (SELECT kernel.own_authority()))', t || '_read', t);
  END LOOP;
END $$;
CREATE POLICY superior_list_add ON catalog.superior_list FOR INSERT WITH CHECK ((SELECT kernel.sees_all())
  OR authority_id = (SELECT kernel.own_authority()) AND department_id = ANY ((SELECT kernel.handled_departments())::uuid[]));
CREATE POLICY superior_item_add ON catalog.superior_item FOR INSERT WITH CHECK ((SELECT kernel.sees_all())
  OR authority_id = (SELECT kernel.own_authority()));
GRANT SELECT, INSERT ON catalog.superior_list, catalog.superior_item TO sunlot_platform;
