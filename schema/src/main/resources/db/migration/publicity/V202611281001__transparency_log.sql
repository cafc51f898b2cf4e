-- What anybody may read of the log. Views with the rights of their owner: the public site reads them and not what is behind.
CREATE INDEX draw_ref ON publicity.draw (draw_ref);

CREATE VIEW publicity.log_checkpoint AS
  SELECT c.size, c.root, c.note, c.at,
    (SELECT coalesce(array_agg(s.line ORDER BY s.witness), '{}') FROM audit.cosignature s WHERE s.size = c.size) AS cosignatures
  FROM audit.checkpoint c;

CREATE VIEW publicity.log_tile AS SELECT level, n, hashes, root FROM audit.tile;

CREATE VIEW publicity.log_entry AS
  SELECT l.seq, l.entry, l.hash, l.ref, e.type, e.org, e.at
  FROM audit.leaf l JOIN audit.entry e ON e.id = l.entry_id;

-- The last row of each key.
CREATE VIEW publicity.log_key AS
  SELECT DISTINCT ON (key) key, size, signing, at FROM audit.log_key ORDER BY key, id DESC;

-- Payloads that are public: commitments and void draws at once, the other steps of a draw with its transcript (log.md).
CREATE VIEW publicity.log_payload WITH (security_barrier) AS
  SELECT l.seq, e.payload, e.salt FROM audit.leaf l JOIN audit.entry e ON e.id = l.entry_id
  WHERE e.type IN ('draw-committed', 'draw-void')
    OR (e.type IN ('draw-revealed', 'draw-public', 'draw-opened', 'draw-round', 'draw-drawn')
      AND EXISTS (SELECT FROM publicity.draw d JOIN publicity.transcript t ON t.draw_id = d.id WHERE d.draw_ref = e.ref));

GRANT SELECT ON publicity.log_checkpoint, publicity.log_tile, publicity.log_entry, publicity.log_key, publicity.log_payload
  TO sunlot_portal, sunlot_platform;

-- Whether the transcript has the proofs of all its steps; it is made again when they are there.
ALTER TABLE publicity.transcript ADD COLUMN logged boolean NOT NULL DEFAULT false;
CREATE INDEX transcript_unlogged ON publicity.transcript (draw_id) WHERE NOT logged;
