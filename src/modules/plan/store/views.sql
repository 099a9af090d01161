-- What other modules may read of the plan.
CREATE VIEW plan_current_topics AS
SELECT v.topic_id AS id, v.plan_id, v.parent_id, v.position, v.title, v.subtitle, v.state, v.merged_into_id, v.audience
FROM plan_topic_versions v WHERE v.valid_to IS NULL;

CREATE VIEW plan_current_goals AS
SELECT id, plan_id, topic_id, title, audience FROM plan_goals;

CREATE VIEW plan_current_plans AS
SELECT id, title, motto, mandate_paper, predecessor_id, state, due_after, overdue_after, stale_after, audience FROM plan_plans;

-- Under which number a paper (the source) has each field and topic that came from it; of its last import.
CREATE VIEW plan_imported_numbers AS
SELECT v.plan_id, v.source, n.number, t.topic_id, t.title, t.state, t.audience
FROM plan_versions v
JOIN plan_version_numbers n ON n.version_id = v.id
JOIN plan_topic_versions t ON t.topic_id = n.topic_id AND t.valid_to IS NULL
WHERE v.kind = 'imported'
  AND v.id = (SELECT max(w.id) FROM plan_versions w WHERE w.plan_id = v.plan_id AND w.kind = 'imported' AND w.source = v.source);
