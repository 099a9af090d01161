-- Mails on their way out. What a mail says is kept until it is sent, and no longer (it may hold a link that opens an account);
-- that it was sent, and to whom, for 30 days.
CREATE TABLE outbox (
    id           {{id}},
    recipient    TEXT NOT NULL CHECK (recipient <> ''),
    subject      TEXT NOT NULL,
    body         TEXT NOT NULL,
    confidential BIGINT NOT NULL CHECK (confidential IN (0, 1)),
    state        TEXT NOT NULL CHECK (state IN ('waiting', 'sent', 'refused')),
    error        TEXT,
    written_at   BIGINT NOT NULL,
    settled_at   BIGINT
);
CREATE INDEX outbox_state ON outbox (state, written_at, id);

CREATE TABLE outbox_attachments (
    id           {{id}},
    mail         BIGINT NOT NULL REFERENCES outbox (id) ON DELETE CASCADE,
    name         TEXT NOT NULL,
    content_type TEXT NOT NULL,
    content      TEXT NOT NULL -- base64
);
CREATE INDEX outbox_attachments_mail ON outbox_attachments (mail);
