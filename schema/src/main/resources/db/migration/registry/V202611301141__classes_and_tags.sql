-- What the face of the registry lets modules above do with many targets at once (cn.sunlot.registry.ClassesAndTags).

-- What may be read of targets by work in sets, under the reader's own row-level security. No contact, no person.
CREATE VIEW registry.rateable WITH (security_invoker = true) AS
  SELECT id, authority_id, unit_id, name, kind, region_code, status, complete, tags, risk_class
  FROM registry.target WHERE status <> 'merged';
GRANT SELECT ON registry.rateable TO sunlot_platform;

-- The risk class that a target had at the end of a day, by its history.
CREATE FUNCTION registry.class_on(target uuid, day date) RETURNS text
  LANGUAGE sql STABLE AS $$
  SELECT coalesce(
    (SELECT c.changes->'riskClass'->>0 FROM registry.target_change c
     WHERE c.target_id = $1 AND c.changes ? 'riskClass' AND (c.at AT TIME ZONE 'Asia/Shanghai')::date > $2
     ORDER BY c.at, c.id LIMIT 1),
    (SELECT t.risk_class FROM registry.target t WHERE t.id = $1))
$$;
GRANT EXECUTE ON FUNCTION registry.class_on(uuid, date) TO sunlot_platform;

-- Classes and tags on their way in, written by the module above and taken over by the registry in one statement. See
-- registry.target_staging for why there is no row-level security: they are read by their batch only.
CREATE UNLOGGED TABLE registry.class_staging (
  batch_id uuid NOT NULL,
  target_id uuid NOT NULL,
  risk_class text NOT NULL
);
CREATE UNLOGGED TABLE registry.tag_staging (
  batch_id uuid NOT NULL,
  target_id uuid NOT NULL,
  tag text NOT NULL,
  wanted boolean NOT NULL
);
GRANT SELECT, INSERT, DELETE ON registry.class_staging, registry.tag_staging TO sunlot_platform;
