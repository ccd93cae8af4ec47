package dev.headroom.engine.digest;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// Hashes by which contents are recognised, in lower-case hexadecimal. SHA-256 for whatever has to hold
/// against somebody who wants two contents to have the same hash; MD5 only to tell rows apart, and where a
/// provider states it.
public final class ContentDigest {
    private ContentDigest() {}

    /// The SHA-256 of a content.
    public static String sha256(byte[] content) {
        return HexFormat.of().formatHex(sha256().digest(content));
    }

    /// The SHA-256 of a text in UTF-8.
    public static String sha256(String text) {
        return sha256(text.getBytes(StandardCharsets.UTF_8));
    }

    /// A SHA-256 to be fed piece by piece.
    public static MessageDigest sha256() {
        return digest("SHA-256");
    }

    /// An MD5 to be fed piece by piece.
    public static MessageDigest md5() {
        return digest("MD5");
    }

    /// The hash of what a digest was fed with; begins it anew.
    public static String hex(MessageDigest fed) {
        return HexFormat.of().formatHex(fed.digest());
    }

    private static MessageDigest digest(String algorithm) {
        try {
            return MessageDigest.getInstance(algorithm);
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("Every Java runtime has " + algorithm + ".", missing);
        }
    }
}
