-- What other modules may read of people. Organisations are public facts; persons are not.
CREATE VIEW people_organisation_names AS
SELECT id, name, short_name, kind, closed_at, 'public' AS audience FROM people_organisations;

-- Who answers for an organisation or belongs to a body today is asked with the day: first_day <= $d AND (last_day IS NULL OR last_day >= $d).
CREATE VIEW people_scope_accounts AS
SELECT g.scope_kind, g.scope_id, g.role, g.first_day, g.last_day, a.id AS account_id, a.name, a.email, a.language, 'administration' AS audience
FROM people_grants g JOIN people_accounts a ON a.id = g.account_id
WHERE a.state <> 'disabled' AND g.scope_id IS NOT NULL;
