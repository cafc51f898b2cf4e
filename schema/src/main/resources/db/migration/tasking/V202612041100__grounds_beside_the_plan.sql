-- A task that carries out a line beside the yearly plan says why it is there (TZ-17, PDS-8).
ALTER TABLE tasking.task
  DROP CONSTRAINT task_ground_check,
  DROP CONSTRAINT task_check1,
  ADD CONSTRAINT task_ground CHECK (ground IN ('plan', 'complaint', 'assigned-work', 'emergency', 'campaign-from-above',
    'when-needed', 'superior-order', 'superior-demand', 'law-fixes-the-way')),
  -- Nothing without a plan but on a ground that needs none (ZB-2, ZB-21).
  ADD CONSTRAINT task_ground_and_line CHECK (plan_line_id IS NOT NULL
    OR ground IN ('complaint', 'assigned-work', 'emergency', 'campaign-from-above'));
