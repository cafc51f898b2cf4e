-- A draw as everybody may watch it, from its preparation on: one row, replaced at each step in the transaction of the step. It names
-- nobody; the version counts up whenever something else is to be seen.
CREATE TABLE publicity.draw_live (
  draw_id uuid PRIMARY KEY,
  authority_id uuid NOT NULL,
  authority text NOT NULL,
  task_id uuid NOT NULL,
  number text NOT NULL,
  purpose text NOT NULL CHECK (purpose IN ('targets', 'inspectors')),
  state text NOT NULL CHECK (state IN ('prepared', 'committed', 'revealed', 'drawn', 'closed', 'void')),
  document jsonb NOT NULL,
  version bigint NOT NULL,
  updated_at timestamptz NOT NULL
);
CREATE INDEX draw_live_task ON publicity.draw_live (task_id);
CREATE INDEX draw_live_open ON publicity.draw_live (updated_at DESC) WHERE state IN ('prepared', 'committed', 'revealed', 'drawn');

GRANT SELECT, INSERT, UPDATE, DELETE ON publicity.draw_live TO sunlot_platform;
GRANT SELECT ON publicity.draw_live TO sunlot_portal;
