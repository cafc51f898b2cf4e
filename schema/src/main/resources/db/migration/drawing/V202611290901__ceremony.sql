-- Witnesses on their own phones: named first, their commitment comes later, through a link.
CREATE TABLE drawing.invitation (
  id uuid PRIMARY KEY,
  draw_id uuid NOT NULL REFERENCES drawing.draw,
  position integer NOT NULL,
  party text NOT NULL CHECK (party ~ '^[a-z0-9-]{1,32}$'),
  kind text NOT NULL,
  kind_text text,
  name text NOT NULL,
  unit text NOT NULL,
  -- Whether this party is to keep the secret of the chain.
  supervises boolean NOT NULL,
  -- Who invites and what for, as the phone shows it.
  inviter text NOT NULL,
  occasion text NOT NULL,
  at timestamptz NOT NULL,
  by uuid NOT NULL,
  UNIQUE (draw_id, party),
  UNIQUE (draw_id, position)
);
GRANT SELECT, INSERT, DELETE ON drawing.invitation TO sunlot_platform;
ALTER TABLE drawing.invitation ENABLE ROW LEVEL SECURITY;
CREATE POLICY invitation_of_draw ON drawing.invitation USING ((SELECT kernel.sees_all())
  OR EXISTS (SELECT FROM drawing.draw d WHERE d.id = invitation.draw_id));
CREATE TRIGGER invitation_unchanged BEFORE UPDATE OR TRUNCATE ON drawing.invitation
  FOR EACH STATEMENT EXECUTE FUNCTION kernel.refuse_change();
CREATE TRIGGER invitation_before_commitment BEFORE INSERT ON drawing.invitation
  FOR EACH ROW EXECUTE FUNCTION drawing.refuse_after_commitment();

CREATE FUNCTION drawing.keep_invitations_of_commitment() RETURNS trigger
  LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM drawing.commitment c WHERE c.draw_id = OLD.draw_id) THEN
    RAISE EXCEPTION 'draw %: invitation of % stays', OLD.draw_id, OLD.party USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN OLD;
END $$;
GRANT EXECUTE ON FUNCTION drawing.keep_invitations_of_commitment() TO sunlot_platform;
CREATE TRIGGER invitation_leaves_before_commitment BEFORE DELETE ON drawing.invitation
  FOR EACH ROW EXECUTE FUNCTION drawing.keep_invitations_of_commitment();

-- link: made on the party's own phone, which alone knows it until it is opened.
ALTER TABLE drawing.party DROP CONSTRAINT party_way_check;
ALTER TABLE drawing.party DROP CONSTRAINT party_check;
ALTER TABLE drawing.party
  ADD CONSTRAINT party_way_check CHECK (way IN ('platform', 'device', 'typed', 'link')),
  ADD CONSTRAINT party_sealed_check CHECK ((way IN ('device', 'link')) = (sealed_nonce IS NULL)),
  -- Head of the chain whose secret this party keeps; without one the platform keeps it.
  ADD COLUMN chain_head text CHECK (chain_head ~ '^[0-9a-f]{64}$');
-- One party at most keeps the chain.
CREATE UNIQUE INDEX party_one_supervisor ON drawing.party (draw_id) WHERE chain_head IS NOT NULL;

-- Public values of further kinds, and of substitute rounds: r = 0 for the draw. The form is what the kind needs to know of the
-- value: how many digits, how many numbers.
ALTER TABLE drawing.source_entry DROP CONSTRAINT source_entry_draw_id_position_fkey;
ALTER TABLE drawing.public_value DROP CONSTRAINT public_value_draw_id_position_fkey;
ALTER TABLE drawing.source DROP CONSTRAINT source_pkey;
ALTER TABLE drawing.source ADD COLUMN r integer NOT NULL DEFAULT 0 CHECK (r >= 0), ADD COLUMN form text NOT NULL DEFAULT '',
  -- When the value is to be published.
  ADD COLUMN expected_at timestamptz;
ALTER TABLE drawing.source DISABLE TRIGGER source_append_only;
UPDATE drawing.source SET form = digits::text;
ALTER TABLE drawing.source ENABLE TRIGGER source_append_only;
ALTER TABLE drawing.source DROP COLUMN digits;
ALTER TABLE drawing.source ADD PRIMARY KEY (draw_id, r, position);
ALTER TABLE drawing.source_entry ADD COLUMN r integer NOT NULL DEFAULT 0,
  ADD FOREIGN KEY (draw_id, r, position) REFERENCES drawing.source;
ALTER TABLE drawing.public_value DROP CONSTRAINT public_value_pkey;
ALTER TABLE drawing.public_value ADD COLUMN r integer NOT NULL DEFAULT 0, ADD PRIMARY KEY (draw_id, r, position),
  ADD FOREIGN KEY (draw_id, r, position) REFERENCES drawing.source;
DROP INDEX drawing.source_entry_of;
CREATE INDEX source_entry_of ON drawing.source_entry (draw_id, r, position);

-- A source of the draw is declared before its commitment, one of a round before the round's input.
CREATE FUNCTION drawing.refuse_late_source() RETURNS trigger
  LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM drawing.commitment c WHERE NEW.r = 0 AND c.draw_id = NEW.draw_id)
     OR EXISTS (SELECT FROM drawing.round x WHERE x.draw_id = NEW.draw_id AND x.r >= NEW.r AND NEW.r > 0) THEN
    RAISE EXCEPTION 'draw %: nothing joins the sources of round %', NEW.draw_id, NEW.r USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END $$;
GRANT EXECUTE ON FUNCTION drawing.refuse_late_source() TO sunlot_platform;
DROP TRIGGER source_before_commitment ON drawing.source;
CREATE TRIGGER source_in_time BEFORE INSERT ON drawing.source
  FOR EACH ROW EXECUTE FUNCTION drawing.refuse_late_source();

-- Signatures on glass: a picture each, of a party that was present.
ALTER TABLE drawing.attachment DROP CONSTRAINT attachment_kind_check;
ALTER TABLE drawing.attachment ADD COLUMN party text,
  ADD CONSTRAINT attachment_kind_check CHECK (kind IN ('photo', 'video', 'record-sheet', 'signature')),
  ADD CONSTRAINT attachment_party_check CHECK ((kind = 'signature') = (party IS NOT NULL)),
  ADD FOREIGN KEY (draw_id, party) REFERENCES drawing.party;
-- The same file twice is a mistake, the same strokes of two people are not.
ALTER TABLE drawing.attachment DROP CONSTRAINT attachment_draw_id_kind_sha256_key;
CREATE UNIQUE INDEX attachment_once ON drawing.attachment (draw_id, kind, sha256) WHERE kind <> 'signature';
CREATE UNIQUE INDEX attachment_one_signature ON drawing.attachment (draw_id, party) WHERE kind = 'signature';
