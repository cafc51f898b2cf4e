-- Why a special campaign on items of the list is no joint inspection, where the rules want one as a rule (PDS-8).
ALTER TABLE tasking.task ADD COLUMN alone_reason text NOT NULL DEFAULT '';
