-- How many activities stand where is asked for on every page of a plan: counted without looking at an activity itself, and without
-- what it was before.
CREATE INDEX measures_activity_versions_standing
    ON measures_activity_versions (plan_id, phase, planned_start, planned_end, audience, responsible_id, valid_to) WHERE valid_to IS NULL;
