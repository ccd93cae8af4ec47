package dev.headroom.storage.source.aws;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A place in S3: a bucket and a key in it, or the beginning of keys. A slash at the end of what was given
/// is left out.
///
/// @param key empty for the whole bucket
public record S3Address(String bucket, String key) {
    private static final Pattern ADDRESS =
            Pattern.compile("(?:s3|S3)a?://([a-z0-9][a-z0-9.-]{1,61}[a-z0-9])(?:/(.*))?", Pattern.DOTALL);
    private static final int LONGEST = 1_024;

    /// @param text such as `s3://bucket/prefix/export`
    /// @throws AwsFailureException when it is no address, or one that cannot be a place on a disk
    public static S3Address of(String text) throws AwsFailureException {
        Matcher matcher = ADDRESS.matcher(text.strip());
        if (!matcher.matches()) {
            throw refused(text, "it is written as s3://bucket/prefix/export-name");
        }
        String key = matcher.group(2) == null ? "" : matcher.group(2).replaceAll("/+$", "");
        S3Address address = new S3Address(matcher.group(1), key);
        if (!key.isEmpty() && !address.isPlain()) {
            throw refused(text, "its parts must not be empty or \"..\" and have no control characters");
        }
        return address;
    }

    private static AwsFailureException refused(String text, String why) {
        return new AwsFailureException(
                AwsFailureException.Reason.NAME, "\"" + Printable.of(text) + "\" is no address in S3: " + why + ".");
    }

    /// True when the parts of the key can be folders and a file on a disk.
    public boolean isPlain() {
        return key.length() <= LONGEST
                && key.indexOf('\\') < 0
                && key.chars().noneMatch(Character::isISOControl)
                && segments().stream().noneMatch(part -> part.isEmpty() || part.equals(".") || part.equals(".."));
    }

    /// The parts of the key between slashes.
    public List<String> segments() {
        return key.isEmpty() ? List.of() : Arrays.asList(key.split("/", -1));
    }

    /// A place below this one.
    ///
    /// @param more such as `metadata/`
    public S3Address below(String more) {
        return new S3Address(bucket, key.isEmpty() ? more : key + "/" + more);
    }

    /// Another key in the same bucket.
    public S3Address at(String other) {
        return new S3Address(bucket, other);
    }

    /// The last part of the key.
    public String name() {
        return key.substring(key.lastIndexOf('/') + 1);
    }

    @Override
    public String toString() {
        return "s3://" + bucket + "/" + key;
    }
}
