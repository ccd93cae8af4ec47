-- Prices of database classes and rates of savings plans beside those of machines. Each scope of a region has versions of its own;
-- earlier versions are all about machines and block storage.

ALTER TABLE price_version ADD COLUMN IF NOT EXISTS scope VARCHAR(32) DEFAULT 'machines' NOT NULL;

CREATE INDEX IF NOT EXISTS price_version_scope ON price_version(provider, region, scope, id);

CREATE TABLE IF NOT EXISTS price_database(
  version BIGINT NOT NULL,
  database_class VARCHAR(64) NOT NULL,
  engine VARCHAR(32) NOT NULL,
  family VARCHAR(64) NOT NULL,
  vcpu DOUBLE PRECISION NOT NULL,
  memory_gib DOUBLE PRECISION NOT NULL,
  architecture VARCHAR(16) NOT NULL,
  burstable BOOLEAN NOT NULL,
  current_generation BOOLEAN NOT NULL,
  one_zone_hour VARCHAR(64) NOT NULL,
  two_zones_hour VARCHAR(64),
  PRIMARY KEY(version, database_class, engine)
);

CREATE TABLE IF NOT EXISTS price_plan(
  version BIGINT NOT NULL,
  kind VARCHAR(32) NOT NULL,
  instance_type VARCHAR(64) NOT NULL,
  term VARCHAR(8) NOT NULL,
  payment VARCHAR(16) NOT NULL,
  hourly VARCHAR(64) NOT NULL,
  PRIMARY KEY(version, kind, instance_type, term, payment)
);
