-- A draw whose chain secret is lost or used up is void for further rounds (draw.md section 5): it keeps its state, and what it drew
-- stands; a successor draws the places that are missing.
ALTER TABLE drawing.draw DROP CONSTRAINT draw_void_cause_check, DROP CONSTRAINT draw_check, DROP CONSTRAINT draw_check1;
ALTER TABLE drawing.draw
  ADD CONSTRAINT draw_void_cause_known CHECK (void_cause IN
    ('given-up', 'nonce-mismatch', 'nonce-missing', 'not-opened', 'chain-lost', 'chain-used-up')),
  ADD CONSTRAINT draw_void_complete CHECK ((void_cause IS NOT NULL) = (void_at IS NOT NULL)
    AND (void_cause IS NOT NULL) = (void_reason IS NOT NULL)),
  ADD CONSTRAINT draw_void_or_ended CHECK (CASE WHEN void_cause IN ('chain-lost', 'chain-used-up')
    THEN state IN ('drawn', 'closed') ELSE (state = 'void') = (void_cause IS NOT NULL) END),
  ADD CONSTRAINT draw_void_approved CHECK (void_cause NOT IN ('given-up', 'chain-lost', 'chain-used-up') OR void_approver IS NOT NULL);
DROP INDEX drawing.draw_one_per_task;
-- ZB-9: a task is drawn once; only a draw that is void, or void for further rounds, makes room for another.
CREATE UNIQUE INDEX draw_one_per_task ON drawing.draw (authority_id, task_number, purpose) WHERE void_at IS NULL;

-- What was declared stays declared.
CREATE OR REPLACE FUNCTION drawing.refuse_way_back() RETURNS trigger
  LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.state IN ('void', 'closed') AND NEW.state <> OLD.state THEN
    RAISE EXCEPTION 'draw % is %: no way back', OLD.ref, OLD.state USING ERRCODE = 'insufficient_privilege';
  END IF;
  IF OLD.void_at IS NOT NULL AND (NEW.void_at, NEW.void_cause, NEW.void_reason, NEW.void_approver, NEW.void_failed)
      IS DISTINCT FROM (OLD.void_at, OLD.void_cause, OLD.void_reason, OLD.void_approver, OLD.void_failed) THEN
    RAISE EXCEPTION 'draw % was declared void: that stays', OLD.ref USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END $$;

-- That a draw is void for further rounds has an entry, too (TZ-4).
CREATE CONSTRAINT TRIGGER void_is_logged AFTER UPDATE OF void_at ON drawing.draw DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW WHEN (OLD.void_at IS DISTINCT FROM NEW.void_at) EXECUTE FUNCTION audit.demand_entry();
