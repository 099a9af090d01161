-- Organisations own activities; accounts sign in; grants say who may do what, for which body or organisation, and when.
CREATE TABLE people_organisations (
    id         {{id}},
    name       TEXT NOT NULL CHECK (name <> ''),
    short_name TEXT NOT NULL,
    kind       TEXT NOT NULL CHECK (kind IN ('administration', 'police', 'justice', 'association', 'university', 'business', 'other')),
    email      TEXT NOT NULL,
    closed_at  BIGINT,
    version    BIGINT NOT NULL
);
CREATE UNIQUE INDEX people_organisations_name ON people_organisations (name);

CREATE TABLE people_accounts (
    id            {{id}},
    name          TEXT NOT NULL CHECK (name <> ''),
    email         TEXT NOT NULL,
    language      TEXT NOT NULL,
    state         TEXT NOT NULL CHECK (state IN ('invited', 'active', 'disabled')),
    password_hash TEXT,
    created_at    BIGINT NOT NULL,
    version       BIGINT NOT NULL
);
CREATE UNIQUE INDEX people_accounts_email ON people_accounts (email);

CREATE TABLE people_grants (
    id         {{id}},
    account_id BIGINT NOT NULL REFERENCES people_accounts (id),
    role       TEXT NOT NULL CHECK (role IN ('member', 'lead', 'councillor', 'department', 'partner', 'office', 'auditor', 'administrator')),
    scope_kind TEXT,
    scope_id   BIGINT,
    first_day  TEXT NOT NULL,
    last_day   TEXT,
    granted_at BIGINT NOT NULL,
    granted_by TEXT NOT NULL,
    CHECK ((scope_kind IS NULL) = (scope_id IS NULL))
);
CREATE INDEX people_grants_account ON people_grants (account_id);
CREATE INDEX people_grants_scope ON people_grants (scope_kind, scope_id);

-- The token itself stands only in the cookie; here stands its SHA-256.
CREATE TABLE people_sessions (
    id           {{id}},
    account_id   BIGINT NOT NULL REFERENCES people_accounts (id),
    token_hash   TEXT NOT NULL,
    device       TEXT NOT NULL,
    opened_at    BIGINT NOT NULL,
    ends_at      BIGINT NOT NULL
);
CREATE UNIQUE INDEX people_sessions_token ON people_sessions (token_hash);
CREATE INDEX people_sessions_account ON people_sessions (account_id);

CREATE TABLE people_password_links (
    id         {{id}},
    account_id BIGINT NOT NULL REFERENCES people_accounts (id),
    token_hash TEXT NOT NULL,
    ends_at    BIGINT NOT NULL
);
CREATE UNIQUE INDEX people_password_links_token ON people_password_links (token_hash);
CREATE INDEX people_password_links_account ON people_password_links (account_id);

-- `key` is a keyed hash of the mail address or the network address: counting needs no more. Deleted after a day.
CREATE TABLE people_failed_sign_ins (
    id        {{id}},
    key       TEXT NOT NULL,
    failed_at BIGINT NOT NULL
);
CREATE INDEX people_failed_sign_ins_key ON people_failed_sign_ins (key, failed_at);
