package dev.headroom.storage.publish;

/// Follows the writing to AWS and can end it. Called often; must return at once.
public interface PublishListener {
    /// @param what is at work, such as an address
    void advanced(String what, long done, long total);

    /// True when it should end. What is complete stays.
    boolean cancelled();
}
