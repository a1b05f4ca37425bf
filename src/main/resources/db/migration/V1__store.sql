-- Runs on SQLite and on PostgreSQL. Times are milliseconds since 1970.

CREATE TABLE claim (
    name TEXT PRIMARY KEY,
    over BIGINT NOT NULL
);

CREATE TABLE outgoing (
    id TEXT PRIMARY KEY,
    messenger TEXT NOT NULL,
    chat TEXT NOT NULL,
    payload TEXT NOT NULL,
    exchange TEXT,
    created BIGINT NOT NULL,
    due BIGINT NOT NULL,
    attempts INTEGER NOT NULL,
    owner TEXT,
    -- until when it is the owner's; 0 without one
    leased BIGINT NOT NULL DEFAULT 0
);
CREATE INDEX outgoing_of_messenger ON outgoing (messenger, id);
CREATE INDEX outgoing_of_chat ON outgoing (chat, id);

CREATE TABLE exchange (
    id TEXT PRIMARY KEY,
    chat TEXT NOT NULL,
    asked TEXT NOT NULL,
    sent TEXT,
    kind TEXT NOT NULL,
    about TEXT NOT NULL,
    details TEXT NOT NULL,
    written BIGINT NOT NULL
);
CREATE INDEX exchange_asked ON exchange (chat, asked);
CREATE INDEX exchange_sent ON exchange (chat, sent);
CREATE INDEX exchange_written ON exchange (written);

CREATE TABLE pin (
    chat TEXT NOT NULL,
    id TEXT NOT NULL,
    question TEXT NOT NULL,
    answer TEXT NOT NULL,
    message TEXT NOT NULL,
    by_id TEXT,
    by_name TEXT,
    pinned BIGINT NOT NULL,
    edition TEXT NOT NULL,
    verdict TEXT NOT NULL,
    PRIMARY KEY (chat, id),
    UNIQUE (chat, question)
);

CREATE TABLE group_settings (
    chat TEXT PRIMARY KEY,
    auto BOOLEAN NOT NULL,
    confidence DOUBLE PRECISION NOT NULL
);

-- Holds nothing that tells who asked.
CREATE TABLE question (
    question TEXT NOT NULL,
    outcome TEXT NOT NULL,
    reason TEXT,
    section TEXT,
    confidence DOUBLE PRECISION NOT NULL,
    messenger TEXT NOT NULL,
    asked BIGINT NOT NULL
);
CREATE INDEX question_asked ON question (asked);

CREATE TABLE feedback (
    question TEXT NOT NULL,
    outcome TEXT NOT NULL,
    section TEXT,
    useful BOOLEAN NOT NULL,
    reason TEXT,
    given BIGINT NOT NULL,
    exchange TEXT,
    person TEXT,
    UNIQUE (exchange, person)
);
CREATE INDEX feedback_given ON feedback (given);
