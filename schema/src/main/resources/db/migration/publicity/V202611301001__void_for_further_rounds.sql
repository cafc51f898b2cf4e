-- A draw that is void for further rounds keeps its state; what it drew stands.
ALTER TABLE publicity.draw DROP CONSTRAINT draw_check,
  ADD CONSTRAINT draw_void_complete CHECK ((void_at IS NULL) = (void_cause IS NULL) AND (state <> 'void' OR void_at IS NOT NULL));
