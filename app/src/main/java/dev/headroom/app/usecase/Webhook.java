package dev.headroom.app.usecase;

import dev.headroom.storage.source.aws.AwsConnection;
import dev.headroom.storage.source.aws.AwsFailureException;
import dev.headroom.storage.source.aws.AwsLogin;
import dev.headroom.storage.source.aws.CallMeter;
import dev.headroom.storage.source.aws.MfaPrompt;
import dev.headroom.storage.source.aws.SecretName;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;

/// The address of a webhook. It is a secret: it is not kept, and messages name its host only. It may lie in
/// Secrets Manager; then it is read when something is posted, and messages name the secret only.
public final class Webhook {
    private static final Duration CONNECT = Duration.ofSeconds(10);
    private static final Duration ANSWER = Duration.ofSeconds(20);
    private static final Set<String> HERE = Set.of("localhost", "127.0.0.1", "[::1]");
    private final Address address;
    private final Duration patience;

    private Webhook(Address address, Duration patience) {
        this.address = address;
        this.patience = patience;
    }

    private sealed interface Address {
        record Plain(URI uri) implements Address {}

        record Secret(SecretName name) implements Address {}
    }

    /// @param address such as `https://hooks.slack.com/...`, or `aws-secret:NAME` or `aws-secret:NAME#KEY`
    /// @throws UseCaseException of kind USAGE when it is no address that a message may go to
    public static Webhook at(String address) throws UseCaseException {
        return at(address, ANSWER);
    }

    static Webhook at(String address, Duration patience) throws UseCaseException {
        if (!SecretName.isOne(address)) {
            return new Webhook(new Address.Plain(uri(address)), patience);
        }
        try {
            return new Webhook(new Address.Secret(SecretName.of(address)), patience);
        } catch (AwsFailureException noName) {
            throw AwsRequests.translated(noName);
        }
    }

    private static URI uri(String address) throws UseCaseException {
        try {
            URI uri = new URI(address.strip());
            String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
            String host = uri.getHost() == null ? "" : uri.getHost();
            boolean safe = scheme.equals("https") || scheme.equals("http") && HERE.contains(host);
            if (!host.isEmpty() && safe && uri.getUserInfo() == null) {
                return uri;
            }
        } catch (URISyntaxException notAnAddress) {
            // Without the text and the cause: both hold the secret.
        }
        throw new UseCaseException(
                UseCaseException.Kind.USAGE,
                "HR-3320",
                "The address of the webhook must begin with https:// and name a host; http:// is taken for this"
                        + " machine only.");
    }

    /// Where it is, in words that are no secret, such as `hooks.slack.com`.
    public String place() {
        return switch (address) {
            case Address.Plain(URI uri) -> uri.getHost();
            case Address.Secret(SecretName name) -> "the address in the secret " + name;
        };
    }

    /// The address itself, for this moment.
    private URI resolved() throws UseCaseException {
        return switch (address) {
            case Address.Plain(URI uri) -> uri;
            case Address.Secret(SecretName name) -> uri(read(name));
        };
    }

    private static String read(SecretName name) throws UseCaseException {
        AwsLogin login = AwsLogin.usual();
        String region = name.region()
                .or(() -> AwsConnection.usualRegion(login))
                .orElseThrow(() -> new UseCaseException(
                        UseCaseException.Kind.USAGE,
                        "HR-4011",
                        "Neither the profile nor the environment names a region for the secret " + name
                                + "; set AWS_REGION, or name the secret by its ARN."));
        try (AwsConnection connection = AwsConnection.open(login, region, MfaPrompt.NOBODY, new CallMeter())) {
            return connection.secrets().read(name);
        } catch (AwsFailureException failure) {
            throw AwsRequests.translated(failure);
        }
    }

    /// Posts a JSON document.
    ///
    /// @throws UseCaseException of kind SOURCE when nothing answers in time, or the answer is a refusal
    void post(String json) throws UseCaseException {
        URI to = resolved();
        try (HttpClient client = HttpClient.newBuilder()
                .connectTimeout(CONNECT)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build()) {
            HttpResponse<Void> answer = client.send(
                    HttpRequest.newBuilder(to)
                            .timeout(patience)
                            .header("Content-Type", "application/json; charset=utf-8")
                            .POST(HttpRequest.BodyPublishers.ofString(json))
                            .build(),
                    HttpResponse.BodyHandlers.discarding());
            if (answer.statusCode() / 100 != 2) {
                throw new UseCaseException(
                        UseCaseException.Kind.SOURCE,
                        "HR-3322",
                        "The webhook at " + place() + " refused the message with status " + answer.statusCode()
                                + "; check the address. Nothing is noted as sent.");
            }
        } catch (HttpTimeoutException late) {
            throw unreachable("did not answer in time");
        } catch (IOException failure) {
            throw unreachable("cannot be reached");
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new UseCaseException(UseCaseException.Kind.CANCELLED, "HR-3001", "Stopped on request.");
        }
    }

    private UseCaseException unreachable(String how) {
        return new UseCaseException(
                UseCaseException.Kind.SOURCE,
                "HR-3321",
                "The webhook at " + place() + " " + how + "; check the network and try again. Nothing is"
                        + " noted as sent.");
    }

    @Override
    public String toString() {
        return "webhook at " + place();
    }
}
