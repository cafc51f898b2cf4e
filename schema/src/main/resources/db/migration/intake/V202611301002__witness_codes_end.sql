-- A witness's code ends with the witness's part in the draw: a link that is opened later says why, and takes nothing any more. Null
-- while there still is something to do or to wait for.
CREATE FUNCTION intake.witness_over(me drawing.invitation) RETURNS text
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  BEGIN ATOMIC
    SELECT CASE
      WHEN d.state = 'void' THEN 'void'
      WHEN d.state <> 'prepared' AND NOT EXISTS (SELECT FROM drawing.party p WHERE p.draw_id = d.id AND p.party = me.party)
        THEN 'too-late'
      -- Whoever keeps the chain opens it for substitute rounds, too, unless the draw is void for these.
      WHEN (me.supervises AND d.void_at IS NULL) OR d.state NOT IN ('drawn', 'closed') THEN NULL
      WHEN d.state = 'closed' OR EXISTS (SELECT FROM drawing.attachment a WHERE a.draw_id = d.id AND a.party = me.party) THEN 'done'
      END
    FROM drawing.draw d WHERE d.id = me.draw_id;
  END;

ALTER FUNCTION intake.witness_look(text, text) RENAME TO witness_standing;
REVOKE EXECUTE ON FUNCTION intake.witness_standing(text, text) FROM sunlot_portal;

CREATE FUNCTION intake.witness_look(code text, client text) RETURNS jsonb
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  me drawing.invitation := intake.witness(code, client);
BEGIN
  RETURN CASE WHEN me.id IS NULL THEN NULL
    ELSE intake.witness_standing(code, client) || jsonb_build_object('over', intake.witness_over(me)) END;
END $$;

-- The same as before, but for a part that is over.
ALTER FUNCTION intake.witness_commit(text, text, text, text) RENAME TO witness_commit_now;
ALTER FUNCTION intake.witness_reveal(text, text, text) RENAME TO witness_reveal_now;
ALTER FUNCTION intake.witness_sign(text, text, bytea) RENAME TO witness_sign_now;
REVOKE EXECUTE ON FUNCTION intake.witness_commit_now(text, text, text, text), intake.witness_reveal_now(text, text, text),
  intake.witness_sign_now(text, text, bytea) FROM sunlot_portal;

CREATE FUNCTION intake.witness_commit(code text, client text, commitment text, head text) RETURNS text
  LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  BEGIN ATOMIC
    SELECT CASE WHEN m.id IS NULL THEN NULL WHEN intake.witness_over(m) IS NOT NULL THEN 'over' ELSE intake.witness_commit_now(code, client, commitment, head) END
    FROM intake.witness(code, client) m;
  END;

CREATE FUNCTION intake.witness_reveal(code text, client text, nonce text) RETURNS text
  LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  BEGIN ATOMIC
    SELECT CASE WHEN m.id IS NULL THEN NULL WHEN intake.witness_over(m) IS NOT NULL THEN 'over' ELSE intake.witness_reveal_now(code, client, nonce) END
    FROM intake.witness(code, client) m;
  END;

-- Said anew, not wrapped: its body names the function, so that it cannot be renamed.
CREATE OR REPLACE FUNCTION intake.witness_open(code text, client text, r integer, value text) RETURNS text
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  me drawing.invitation := intake.witness(code, client);
BEGIN
  IF me.id IS NULL THEN
    RETURN NULL;
  END IF;
  IF intake.witness_over(me) IS NOT NULL
     OR EXISTS (SELECT FROM drawing.draw d WHERE d.id = me.draw_id AND d.void_at IS NOT NULL) THEN
    RETURN 'over';
  END IF;
  IF r IS NULL OR value IS NULL OR value !~ '^[0-9a-f]{64}$' THEN
    RETURN 'malformed';
  END IF;
  IF NOT me.supervises OR NOT EXISTS (SELECT FROM drawing.draw d WHERE d.id = me.draw_id
      AND d.state IN ('revealed', 'drawn', 'closed') AND (d.state = 'revealed') = (r = 0)
      AND r = (SELECT count(*) FROM drawing.outcome o WHERE o.draw_id = d.id)
      AND r = (SELECT count(*) FROM drawing.round x WHERE x.draw_id = d.id))
     OR EXISTS (SELECT FROM drawing.source s WHERE s.draw_id = me.draw_id AND s.r = witness_open.r
      AND NOT EXISTS (SELECT FROM drawing.public_value w WHERE w.draw_id = s.draw_id AND w.r = s.r AND w.position = s.position)) THEN
    RETURN 'not-now';
  END IF;
  RETURN intake.put('draw-party', me.id, 'open', r, jsonb_build_object('value', value));
END $$;

CREATE FUNCTION intake.witness_sign(code text, client text, picture bytea) RETURNS text
  LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  BEGIN ATOMIC
    SELECT CASE WHEN m.id IS NULL THEN NULL WHEN intake.witness_over(m) IS NOT NULL THEN 'over' ELSE intake.witness_sign_now(code, client, picture) END
    FROM intake.witness(code, client) m;
  END;

GRANT EXECUTE ON FUNCTION intake.witness_look(text, text), intake.witness_commit(text, text, text, text),
  intake.witness_reveal(text, text, text), intake.witness_open(text, text, integer, text), intake.witness_sign(text, text, bytea)
  TO sunlot_portal;
