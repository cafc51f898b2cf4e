-- The department or bureau that answers for something: a city's authority is its government, under which many do. '' until the
-- rows are made anew; readers take the authority for it until then.
ALTER TABLE publicity.plan ADD COLUMN body text NOT NULL DEFAULT '';
ALTER TABLE publicity.notice ADD COLUMN body text NOT NULL DEFAULT '';
ALTER TABLE publicity.draw ADD COLUMN body text NOT NULL DEFAULT '';
ALTER TABLE publicity.draw_live ADD COLUMN body text NOT NULL DEFAULT '';
ALTER TABLE publicity.result ADD COLUMN body text NOT NULL DEFAULT '';
ALTER TABLE publicity.inspector ADD COLUMN body text NOT NULL DEFAULT '';
