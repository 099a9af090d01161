-- What other modules may read of bodies: which there are. Bodies are public facts; who sits in them is not in here.
CREATE VIEW bodies_body_names AS
SELECT id, name, kind, closed_at, 'public' AS audience FROM bodies_bodies;
