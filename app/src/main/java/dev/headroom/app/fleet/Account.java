package dev.headroom.app.fleet;

/// An account of the invented company.
enum Account {
    PROD_US("prod-us", "production", Site.US),
    PROD_GOV("prod-gov", "production", Site.GOV),
    DATA_PLATFORM("data-platform", "production", Site.US),
    STAGING("staging", "staging", Site.US),
    DEVELOPMENT("development", "development", Site.US);

    private final String id;
    private final String environment;
    private final Site site;

    Account(String id, String environment, Site site) {
        this.id = id;
        this.environment = environment;
        this.site = site;
    }

    String id() {
        return id;
    }

    String environment() {
        return environment;
    }

    Site site() {
        return site;
    }
}
