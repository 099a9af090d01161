-- The definition stands in base/audience.hpp; SQLite gets it as a C++ function. The body is parsed here and now (RETURN),
-- so that it means the same whatever search_path a restore sets.
CREATE FUNCTION may_see(viewer TEXT, audience TEXT) RETURNS BOOLEAN
    IMMUTABLE PARALLEL SAFE LANGUAGE sql
    RETURN viewer = '*' OR audience = ANY (string_to_array(viewer, ' '));

-- Order of names as German readers expect it: ORDER BY name COLLATE german. Never in an index: it changes with ICU.
CREATE COLLATION german (provider = icu, locale = 'de');
