-- For which states of the log each key signed: from the first size of the tree on, up to that at which it was taken out.
CREATE VIEW publicity.log_key_period AS
  SELECT k.key, k.size AS from_size, k.at AS from_at, k.until_size, k.until_at
  FROM (SELECT key, size, at, signing, lead(size) OVER w AS until_size, lead(at) OVER w AS until_at
    FROM audit.log_key WINDOW w AS (PARTITION BY key ORDER BY id)) k
  WHERE k.signing;

-- The same of the keys of witnesses.
CREATE VIEW publicity.log_witness_period AS
  SELECT k.key, k.size AS from_size, k.at AS from_at, k.until_size, k.until_at
  FROM (SELECT key, size, at, watching, lead(size) OVER w AS until_size, lead(at) OVER w AS until_at
    FROM audit.log_witness WINDOW w AS (PARTITION BY key ORDER BY id)) k
  WHERE k.watching;
GRANT SELECT ON publicity.log_key_period, publicity.log_witness_period TO sunlot_portal, sunlot_platform;

-- How many witnesses must have signed a step of the draw before the next begins.
ALTER TABLE publicity.draw ADD COLUMN cosignatures integer NOT NULL DEFAULT 0;
