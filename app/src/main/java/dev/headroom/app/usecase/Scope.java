package dev.headroom.app.usecase;

/// Which part of the fleet and of its bills is looked at: provider, account, service or tag, resource, from wide to
/// narrow. An empty text takes all.
///
/// @param resource the id of one resource
public record Scope(String provider, String account, Slice slice, String resource) {
    public static final Scope ALL = new Scope("", "", new Slice.All(), "");

    /// The level between account and resource.
    public sealed interface Slice {
        /// Not narrowed.
        record All() implements Slice {}

        record Service(String name) implements Slice {}

        record Tag(String key, String value) implements Slice {}
    }

    public Scope withProvider(String other) {
        return new Scope(other, "", new Slice.All(), "");
    }

    public Scope withAccount(String other) {
        return new Scope(provider, other, new Slice.All(), "");
    }

    public Scope withSlice(Slice other) {
        return new Scope(provider, account, other, "");
    }

    public Scope withResource(String other) {
        return new Scope(provider, account, slice, other);
    }

    public boolean isAll() {
        return equals(ALL);
    }

    /// The scope without its narrowest level; [#ALL] stays as it is.
    public Scope wider() {
        if (!resource.isEmpty()) {
            return withResource("");
        }
        if (!(slice instanceof Slice.All)) {
            return withSlice(new Slice.All());
        }
        return account.isEmpty() ? ALL : withAccount("");
    }
}
