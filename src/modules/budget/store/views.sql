-- What other modules may read of the budget: the amounts that stand, each with its line.
CREATE VIEW budget_standing_amounts AS
SELECT a.id, a.line_id, l.holder, l.order_number, l.account, l.label, a.from_year, a.to_year, a.basis, a.cents, a.source_kind, a.source_id,
       a.source_label, a.plan_id, a.audience
FROM budget_amounts a JOIN budget_lines l ON l.id = a.line_id
WHERE a.ended_at IS NULL;
