-- The plan as it stands, however long its history is.
CREATE INDEX plan_topic_versions_standing ON plan_topic_versions (plan_id) WHERE valid_to IS NULL;
