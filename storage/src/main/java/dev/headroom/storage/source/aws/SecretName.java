package dev.headroom.storage.source.aws;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Names a secret of Secrets Manager. The name is no secret.
///
/// @param name the name or the ARN
/// @param key of a JSON object in the secret; empty when the secret is the text itself
public record SecretName(String name, Optional<String> key) {
    /// What a reference to a secret begins with.
    public static final String PREFIX = "aws-secret:";

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9/_+=.@:-]{1,2048}");
    private static final Pattern ARN = Pattern.compile("arn:aws[a-z-]*:secretsmanager:([a-z0-9-]+):\\d{12}:secret:.+");

    public static boolean isOne(String text) {
        return text.strip().startsWith(PREFIX);
    }

    /// @param text such as `aws-secret:headroom/slack` or `aws-secret:headroom/slack#url`
    public static SecretName of(String text) throws AwsFailureException {
        String reference = text.strip().substring(PREFIX.length());
        int hash = reference.indexOf('#');
        String name = hash < 0 ? reference : reference.substring(0, hash);
        Optional<String> key = hash < 0 ? Optional.empty() : Optional.of(reference.substring(hash + 1));
        boolean arn = name.startsWith("arn:");
        if (!NAME.matcher(name).matches()
                || arn != ARN.matcher(name).matches()
                || key.filter(String::isBlank).isPresent()) {
            // Without the text: what was pasted may be the secret itself.
            throw new AwsFailureException(
                    AwsFailureException.Reason.NAME,
                    "That names no secret: write aws-secret:NAME or aws-secret:NAME#KEY, such as"
                            + " aws-secret:headroom/slack, or the ARN of the secret in the place of NAME.");
        }
        return new SecretName(name, key);
    }

    /// The region that an ARN names; empty for a plain name.
    public Optional<String> region() {
        Matcher matcher = ARN.matcher(name);
        return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    @Override
    public String toString() {
        return name + key.map(one -> "#" + one).orElse("");
    }
}
