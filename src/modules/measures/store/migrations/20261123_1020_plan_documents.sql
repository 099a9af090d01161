-- The whole plan as PDF, once for each form. A copy of what stands elsewhere: handed out only while it says what the plan says now.
CREATE TABLE measures_plan_documents (
    plan_id BIGINT NOT NULL REFERENCES plan_plans (id),
    form    TEXT NOT NULL CHECK (form IN ('public', 'administration')),
    digest  TEXT NOT NULL, -- BLAKE2b-256 of the text that was printed
    made_at BIGINT NOT NULL,
    content {{bytes}} NOT NULL, -- PDF
    PRIMARY KEY (plan_id, form)
);
