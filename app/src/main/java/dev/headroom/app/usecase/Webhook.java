package dev.headroom.app.usecase;

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

/// The address of a webhook. It is a secret: it is not kept, and messages name its host only.
public final class Webhook {
    private static final Duration CONNECT = Duration.ofSeconds(10);
    private static final Duration ANSWER = Duration.ofSeconds(20);
    private static final Set<String> HERE = Set.of("localhost", "127.0.0.1", "[::1]");
    private final URI address;
    private final Duration patience;

    private Webhook(URI address, Duration patience) {
        this.address = address;
        this.patience = patience;
    }

    /// @throws UseCaseException of kind USAGE when it is no address that a message may go to
    public static Webhook at(String address) throws UseCaseException {
        return at(address, ANSWER);
    }

    static Webhook at(String address, Duration patience) throws UseCaseException {
        try {
            URI uri = new URI(address.strip());
            String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
            String host = uri.getHost() == null ? "" : uri.getHost();
            boolean safe = scheme.equals("https") || scheme.equals("http") && HERE.contains(host);
            if (!host.isEmpty() && safe && uri.getUserInfo() == null) {
                return new Webhook(uri, patience);
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

    /// The part of the address that is no secret, such as `hooks.slack.com`.
    public String host() {
        return address.getHost();
    }

    /// Posts a JSON document.
    ///
    /// @throws UseCaseException of kind SOURCE when nothing answers in time, or the answer is a refusal
    void post(String json) throws UseCaseException {
        try (HttpClient client = HttpClient.newBuilder()
                .connectTimeout(CONNECT)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build()) {
            HttpResponse<Void> answer = client.send(
                    HttpRequest.newBuilder(address)
                            .timeout(patience)
                            .header("Content-Type", "application/json; charset=utf-8")
                            .POST(HttpRequest.BodyPublishers.ofString(json))
                            .build(),
                    HttpResponse.BodyHandlers.discarding());
            if (answer.statusCode() / 100 != 2) {
                throw new UseCaseException(
                        UseCaseException.Kind.SOURCE,
                        "HR-3322",
                        "The webhook at " + address.getHost() + " refused the message with status "
                                + answer.statusCode() + "; check the address. Nothing is noted as sent.");
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
                "The webhook at " + address.getHost() + " " + how + "; check the network and try again. Nothing is"
                        + " noted as sent.");
    }

    @Override
    public String toString() {
        return "webhook at " + address.getHost();
    }
}
