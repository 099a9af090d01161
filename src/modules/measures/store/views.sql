-- What other modules may read of measures: the living state of each activity.
CREATE VIEW measures_current_activities AS
SELECT v.activity_id AS id, v.plan_id, v.topic_id, v.title, v.kind, v.responsible_id, o.name AS responsible, v.phase, v.planned_start,
       v.planned_end, v.last_report, v.audience, a.demo, CAST(v.responsible_id AS TEXT) AS responsible_word, v.valid_from
FROM measures_activity_versions v
JOIN measures_activities a ON a.id = v.activity_id
JOIN people_organisation_names o ON o.id = v.responsible_id
WHERE v.valid_to IS NULL;
