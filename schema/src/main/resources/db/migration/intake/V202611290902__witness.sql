-- A witness of a draw on an own phone. Every function takes the code of the witness's link and a sign of the sender; null means that
-- the code opens nothing. The platform collects what is sent and writes it into the record.

CREATE FUNCTION intake.witness(code text, client text) RETURNS drawing.invitation
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  subject uuid := intake.find_subject('draw-party', code, client);
  me drawing.invitation;
BEGIN
  SELECT i.* INTO me FROM drawing.invitation i WHERE i.id = subject;
  RETURN me;
END $$;

-- Whether a signed checkpoint of the public log covers the entry with which this draw became committed.
CREATE FUNCTION intake.commitment_is_logged(draw text) RETURNS boolean
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  BEGIN ATOMIC
    SELECT EXISTS (SELECT FROM audit.entry e JOIN audit.leaf l ON l.entry_id = e.id
      WHERE e.ref = draw AND e.type = 'draw-committed');
  END;

-- What the phone shows: the draw in numbers, what is fixed, what is open, and what became of that which was sent.
CREATE FUNCTION intake.witness_look(code text, client text) RETURNS jsonb
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  me drawing.invitation := intake.witness(code, client);
  answer jsonb;
BEGIN
  IF me.id IS NULL THEN
    RETURN NULL;
  END IF;
  SELECT jsonb_build_object(
      'id', d.id, 'draw', d.ref, 'number', d.number, 'task', d.task_number, 'purpose', d.purpose, 'suite', d.suite, 'state', d.state,
      'inviter', me.inviter, 'occasion', me.occasion, 'party', me.party, 'name', me.name, 'kind', coalesce(me.kind_text, me.kind),
      'supervises', me.supervises, 'pool', d.pool_size, 'frame', d.frame_size, 'excluded', d.excluded_size,
      'voidCause', d.void_cause, 'failed', to_jsonb(d.void_failed),
      'commitment', p.commitment, 'nonce', v.nonce,
      'commitmentHash', c.hash, 'document', convert_from(c.document, 'UTF8'), 'revealBy', c.reveal_by, 'openBy', c.open_by,
      'logged', intake.commitment_is_logged(d.ref),
      'signed', EXISTS (SELECT FROM drawing.attachment a WHERE a.draw_id = d.id AND a.party = me.party),
      'opened', (SELECT count(*) FROM drawing.outcome o WHERE o.draw_id = d.id),
      'rounds', (SELECT count(*) FROM drawing.round x WHERE x.draw_id = d.id))
    INTO answer
    FROM drawing.draw d
      LEFT JOIN drawing.party p ON p.draw_id = d.id AND p.party = me.party AND p.way = 'link'
      LEFT JOIN drawing.commitment c ON c.draw_id = d.id
      LEFT JOIN drawing.reveal v ON v.draw_id = d.id AND v.party = me.party
    WHERE d.id = me.draw_id;
  RETURN answer || jsonb_build_object(
    'strata', coalesce((SELECT jsonb_agg(jsonb_build_object('stratum', s.stratum, 'size', s.size, 'quota', s.quota) ORDER BY s.stratum)
      FROM drawing.stratum s WHERE s.draw_id = me.draw_id), '[]'),
    'parties', coalesce((SELECT jsonb_agg(jsonb_build_object('party', p.party, 'kind', coalesce(p.kind_text, p.kind),
        'commitment', p.commitment, 'nonce', v.nonce) ORDER BY p.position)
      FROM drawing.party p LEFT JOIN drawing.reveal v ON v.draw_id = p.draw_id AND v.party = p.party
      WHERE p.draw_id = me.draw_id), '[]'),
    'waiting', (SELECT count(*) FROM drawing.source s WHERE s.draw_id = me.draw_id
      AND s.r = (answer ->> 'rounds')::integer
      AND NOT EXISTS (SELECT FROM drawing.public_value w WHERE w.draw_id = s.draw_id AND w.r = s.r AND w.position = s.position)),
    'sent', coalesce((SELECT jsonb_agg(jsonb_build_object('kind', m.kind, 'part', m.part, 'outcome', m.outcome) ORDER BY m.id)
      FROM intake.message m WHERE m.purpose = 'draw-party' AND m.subject = me.id), '[]'));
END $$;

-- The commitment; with it, of the supervising party, the head of the chain.
CREATE FUNCTION intake.witness_commit(code text, client text, commitment text, head text) RETURNS text
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  me drawing.invitation := intake.witness(code, client);
BEGIN
  IF me.id IS NULL THEN
    RETURN NULL;
  END IF;
  IF commitment IS NULL OR commitment !~ '^[0-9a-f]{64}$' OR (head IS NOT NULL) <> me.supervises OR head !~ '^[0-9a-f]{64}$' THEN
    RETURN 'malformed';
  END IF;
  IF NOT EXISTS (SELECT FROM drawing.draw d WHERE d.id = me.draw_id AND d.state = 'prepared')
     OR EXISTS (SELECT FROM drawing.party p WHERE p.draw_id = me.draw_id AND p.party = me.party) THEN
    RETURN 'not-now';
  END IF;
  RETURN intake.put('draw-party', me.id, 'commit', 0, jsonb_strip_nulls(jsonb_build_object('commitment', commitment, 'head', head)));
END $$;

-- The nonce, once the commitment of the draw is in the public log.
CREATE FUNCTION intake.witness_reveal(code text, client text, nonce text) RETURNS text
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  me drawing.invitation := intake.witness(code, client);
BEGIN
  IF me.id IS NULL THEN
    RETURN NULL;
  END IF;
  IF nonce IS NULL OR nonce !~ '^[0-9a-f]{64}$' THEN
    RETURN 'malformed';
  END IF;
  IF NOT EXISTS (SELECT FROM drawing.draw d JOIN drawing.party p ON p.draw_id = d.id
      WHERE d.id = me.draw_id AND d.state = 'committed' AND p.party = me.party AND p.way = 'link'
        AND intake.commitment_is_logged(d.ref)
        AND NOT EXISTS (SELECT FROM drawing.reveal v WHERE v.draw_id = d.id AND v.party = p.party)) THEN
    RETURN 'not-now';
  END IF;
  RETURN intake.put('draw-party', me.id, 'reveal', 0, jsonb_build_object('nonce', nonce));
END $$;

-- A chain value of the supervising party: C_0 when all nonces and public values are in, C_r when the input of round r and its are.
CREATE FUNCTION intake.witness_open(code text, client text, r integer, value text) RETURNS text
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  me drawing.invitation := intake.witness(code, client);
BEGIN
  IF me.id IS NULL THEN
    RETURN NULL;
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

-- The signature on glass under the record of the draw: a small PNG.
CREATE FUNCTION intake.witness_sign(code text, client text, picture bytea) RETURNS text
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  me drawing.invitation := intake.witness(code, client);
BEGIN
  IF me.id IS NULL THEN
    RETURN NULL;
  END IF;
  IF picture IS NULL OR octet_length(picture) NOT BETWEEN 100 AND 200000 OR substr(picture, 1, 8) <> '\x89504e470d0a1a0a' THEN
    RETURN 'malformed';
  END IF;
  IF NOT EXISTS (SELECT FROM drawing.draw d WHERE d.id = me.draw_id AND d.state = 'drawn')
     OR NOT EXISTS (SELECT FROM drawing.party p WHERE p.draw_id = me.draw_id AND p.party = me.party)
     OR EXISTS (SELECT FROM drawing.attachment a WHERE a.draw_id = me.draw_id AND a.party = me.party) THEN
    RETURN 'not-now';
  END IF;
  RETURN intake.put('draw-party', me.id, 'sign', 0, jsonb_build_object('png', encode(picture, 'base64')));
END $$;

GRANT EXECUTE ON FUNCTION intake.witness_look(text, text), intake.witness_commit(text, text, text, text),
  intake.witness_reveal(text, text, text), intake.witness_open(text, text, integer, text), intake.witness_sign(text, text, bytea)
  TO sunlot_portal;
