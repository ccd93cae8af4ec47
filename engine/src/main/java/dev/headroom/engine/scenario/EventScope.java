package dev.headroom.engine.scenario;

import java.util.Objects;

/// What an event is about: provider, account, service, tag and resource. An empty text takes all.
///
/// @param resource the id of one resource
public record EventScope(
        String provider, String account, String service, String tagKey, String tagValue, String resource) {
    public static final EventScope ALL = new EventScope("", "", "", "", "", "");

    public EventScope {
        Objects.requireNonNull(provider, "provider");
        Objects.requireNonNull(account, "account");
        Objects.requireNonNull(service, "service");
        Objects.requireNonNull(tagKey, "tagKey");
        Objects.requireNonNull(tagValue, "tagValue");
        Objects.requireNonNull(resource, "resource");
        if (tagKey.isEmpty() && !tagValue.isEmpty()) {
            throw new IllegalArgumentException("tagKey must be named for the content (" + tagValue + ").");
        }
    }

    /// One resource.
    public static EventScope resource(String id) {
        return new EventScope("", "", "", "", "", id);
    }

    /// Everything with a tag.
    public static EventScope tag(String key, String value) {
        return new EventScope("", "", "", key, value, "");
    }

    /// Everything in an account.
    public static EventScope account(String name) {
        return new EventScope("", name, "", "", "", "");
    }

    public boolean isAll() {
        return equals(ALL);
    }

    /// The narrowest part in words, such as `web-us-01`, `environment = staging` or `everything`.
    public String words() {
        if (!resource.isEmpty()) {
            return resource;
        }
        if (!tagKey.isEmpty()) {
            return tagKey + " = " + tagValue;
        }
        if (!service.isEmpty()) {
            return service;
        }
        if (!account.isEmpty()) {
            return account;
        }
        return provider.isEmpty() ? "everything" : provider;
    }
}
