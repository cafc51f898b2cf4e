-- A witness who was named by mistake, or had to leave, is taken out before the commitment; the record keeps who did it.
DROP TRIGGER party_append_only ON drawing.party;
CREATE TRIGGER party_unchanged BEFORE UPDATE OR TRUNCATE ON drawing.party
  FOR EACH STATEMENT EXECUTE FUNCTION kernel.refuse_change();
CREATE FUNCTION drawing.keep_parties_of_commitment() RETURNS trigger
  LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.way = 'platform' OR EXISTS (SELECT FROM drawing.commitment c WHERE c.draw_id = OLD.draw_id) THEN
    RAISE EXCEPTION 'draw %: party % stays', OLD.draw_id, OLD.party USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN OLD;
END $$;
GRANT EXECUTE ON FUNCTION drawing.keep_parties_of_commitment() TO sunlot_platform;
CREATE TRIGGER party_leaves_before_commitment BEFORE DELETE ON drawing.party
  FOR EACH ROW EXECUTE FUNCTION drawing.keep_parties_of_commitment();
GRANT DELETE ON drawing.party TO sunlot_platform;
