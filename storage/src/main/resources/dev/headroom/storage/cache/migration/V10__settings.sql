-- What the user has settled for the workspace, one row a setting; earlier contents stand in the audit log.
CREATE TABLE IF NOT EXISTS setting(
  name VARCHAR(64) PRIMARY KEY,
  content VARCHAR(4096) NOT NULL,
  changed_at BIGINT NOT NULL,
  person VARCHAR(256) NOT NULL
);

-- How many entries the audit log has and the hash of the last one, so that entries that were cut off at its end are missed.
CREATE TABLE IF NOT EXISTS audit_head(
  place INT PRIMARY KEY,
  entries BIGINT NOT NULL,
  hash CHAR(64) NOT NULL
);
