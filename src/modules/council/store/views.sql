-- What other modules may read of the council's papers: each as it stands, and its way through the bodies.
CREATE VIEW council_current_papers AS
SELECT id, number, title, date, plan_id, audience FROM council_papers;

CREATE VIEW council_current_consultations AS
SELECT c.id, c.paper_id, p.number, c.position, c.body, c.body_id, c.date, c.role, c.result, p.audience
FROM council_consultations c JOIN council_papers p ON p.id = c.paper_id;
