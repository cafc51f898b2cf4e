-- What a checklist asks, with the version of its form model: {"model": 2, "sections": […]}. What the first model wrote, a list of
-- sections alone, stays as it is, frozen or not, and is brought to the present model on reading.
ALTER TABLE catalog.checklist RENAME COLUMN sections TO definition;
ALTER TABLE catalog.checklist ADD CONSTRAINT checklist_model
  CHECK (jsonb_typeof(definition) = 'array' OR jsonb_typeof(definition -> 'model') = 'number');
