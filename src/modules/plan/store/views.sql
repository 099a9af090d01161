-- What other modules may read of the plan.
CREATE VIEW plan_current_topics AS
SELECT v.topic_id AS id, v.plan_id, v.parent_id, v.position, v.title, v.subtitle, v.state, v.merged_into_id, v.audience
FROM plan_topic_versions v WHERE v.valid_to IS NULL;

CREATE VIEW plan_current_goals AS
SELECT id, plan_id, topic_id, title, audience FROM plan_goals;

CREATE VIEW plan_current_plans AS
SELECT id, title, motto, mandate_paper, predecessor_id, state, due_after, overdue_after, stale_after, audience FROM plan_plans;
