package dev.headroom.storage.source.aws;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.headroom.storage.source.aws.AwsFailureException.Reason;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.secretsmanager.model.DecryptionFailureException;
import software.amazon.awssdk.services.secretsmanager.model.ResourceNotFoundException;

/// Reads secrets of Secrets Manager. What they hold goes to who asks and nowhere else: no message and no cause
/// of a failure has any of it.
public final class AwsSecrets {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final SecretsManagerClient client;
    private final Asking asking;

    AwsSecrets(SecretsManagerClient client, Asking asking) {
        this.client = client;
        this.asking = asking;
    }

    /// The text of a secret, or of a key of the JSON object that it holds.
    public String read(SecretName secret) throws AwsFailureException {
        String text = asked(secret);
        if (text == null) {
            throw unusable(secret, "holds no text");
        }
        return secret.key().isEmpty() ? text : text(secret, text, secret.key().get());
    }

    private String asked(SecretName secret) throws AwsFailureException {
        try {
            return asking.asked(
                    AwsAction.SECRET.iam(),
                    () -> client.getSecretValue(ask -> ask.secretId(secret.name()))
                            .secretString());
        } catch (AwsFailureException failure) {
            boolean undecryptable = failure.getCause() instanceof DecryptionFailureException;
            if (failure.reason() == Reason.DENIED || undecryptable) {
                throw new AwsFailureException(
                        Reason.SECRET_DENIED,
                        "The account does not allow " + (undecryptable ? "kms:Decrypt" : AwsAction.SECRET.iam())
                                + " for the secret " + secret.name()
                                + "; the policy of headroom pull aws --print-policy allows secrets whose names begin"
                                + " with headroom/.",
                        failure);
            }
            if (failure.getCause() instanceof ResourceNotFoundException) {
                throw new AwsFailureException(
                        Reason.NO_SECRET,
                        "There is no secret " + secret.name() + " in " + asking.place()
                                + "; check the name and the region.",
                        failure);
            }
            throw failure;
        }
    }

    private static String text(SecretName secret, String text, String key) throws AwsFailureException {
        JsonNode value;
        try {
            value = JSON.readTree(text).path(key);
        } catch (JsonProcessingException _) {
            throw unusable(secret, "is no JSON object, so that it has no key " + key);
        }
        if (!value.isTextual()) {
            throw unusable(secret, "has no text under the key " + key);
        }
        return value.asText();
    }

    private static AwsFailureException unusable(SecretName secret, String why) {
        return new AwsFailureException(
                Reason.SECRET_CONTENT, "The secret " + secret.name() + " " + why + "; correct it in Secrets Manager.");
    }
}
