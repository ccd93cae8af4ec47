-- What people decided about recommendations. Rows are only ever added. Each row's hash covers its content and the hash of
-- the row before, so that a later change of a row breaks the chain from there on.
-- saving is decimal text, empty together with currency when it was not known; until_day is an ISO date or empty.

CREATE TABLE IF NOT EXISTS decision(
  number BIGINT PRIMARY KEY,
  resource VARCHAR(2048) NOT NULL,
  from_type VARCHAR(512) NOT NULL,
  to_type VARCHAR(512) NOT NULL,
  saving VARCHAR(200) NOT NULL,
  currency VARCHAR(32) NOT NULL,
  decision VARCHAR(16) NOT NULL,
  until_day VARCHAR(16) NOT NULL,
  reason VARCHAR(2000) NOT NULL,
  decided_at BIGINT NOT NULL,
  hash CHAR(64) NOT NULL
);

CREATE INDEX IF NOT EXISTS decision_of_resource ON decision(resource, number);
