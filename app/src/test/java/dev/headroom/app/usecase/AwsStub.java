package dev.headroom.app.usecase;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;

/// What of AWS is written to, and its secrets, on this machine. It also sets the environment of the SDK, and
/// puts it back.
public final class AwsStub implements AutoCloseable {
    private static final Pattern CREDENTIAL = Pattern.compile("Credential=([^/]+)/\\d{8}/([^/]+)/([^/]+)/");
    private final Properties before = new Properties();
    private final HttpServer server;
    private final List<Asked> asked = new CopyOnWriteArrayList<>();
    private final Map<String, String> secrets = new ConcurrentHashMap<>();
    private final Set<String> denied = ConcurrentHashMap.newKeySet();

    /// A call.
    ///
    /// @param operation such as `sns:Publish`
    /// @param accessKey of the credentials that signed it; those of a role are the name of the role
    /// @param form what was sent; for S3 the path under `path`
    public record Asked(String operation, String region, String accessKey, Map<String, String> form) {}

    public AwsStub(Path folder) throws IOException {
        before.putAll(System.getProperties());
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
        System.setProperty(
                "aws.configFile",
                Files.writeString(folder.resolve("aws-config"), "[default]\nregion = eu-central-1\n")
                        .toString());
        System.setProperty(
                "aws.sharedCredentialsFile",
                Files.writeString(
                                folder.resolve("aws-credentials"),
                                "[default]\naws_access_key_id = AKIAANALYST\naws_secret_access_key = s\n")
                        .toString());
        System.setProperty(
                "aws.endpointUrl", "http://127.0.0.1:" + server.getAddress().getPort());
    }

    public AwsStub secret(String name, String content) {
        secrets.put(name, content);
        return this;
    }

    /// @param operation such as `s3:PutObject`
    public AwsStub deny(String operation) {
        denied.add(operation);
        return this;
    }

    public AwsStub allow(String operation) {
        denied.remove(operation);
        return this;
    }

    /// All calls so far, those that were denied included.
    public List<Asked> asked() {
        return List.copyOf(asked);
    }

    public List<Asked> asked(String operation) {
        return asked.stream().filter(one -> one.operation().equals(operation)).toList();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] bytes = exchange.getRequestBody().readAllBytes();
            Matcher signed = CREDENTIAL.matcher(
                    String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")));
            if (!signed.find()) {
                send(exchange, 403, "");
                return;
            }
            Map<String, String> form = form(exchange, bytes);
            String service = signed.group(3).equals("monitoring") ? "cloudwatch" : signed.group(3);
            String operation = service + ":" + form.getOrDefault("Action", "");
            asked.add(new Asked(operation, signed.group(2), signed.group(1), form));
            if (denied.contains(operation)) {
                send(
                        exchange,
                        403,
                        "<ErrorResponse><Error><Code>AccessDenied</Code><Message>no</Message></Error></ErrorResponse>");
                return;
            }
            switch (operation) {
                case "secretsmanager:GetSecretValue" -> secret(exchange, form.getOrDefault("SecretId", ""));
                case "sts:AssumeRole" -> role(exchange, form.getOrDefault("RoleArn", ""));
                case "sns:Publish" ->
                    send(
                            exchange,
                            200,
                            "<PublishResponse><PublishResult><MessageId>m</MessageId></PublishResult></PublishResponse>");
                default -> send(exchange, 200, "");
            }
        }
    }

    private static Map<String, String> form(HttpExchange exchange, byte[] bytes) throws IOException {
        String target = exchange.getRequestHeaders().getFirst("X-Amz-Target");
        Map<String, String> form = new LinkedHashMap<>();
        if (target != null) {
            form.put("Action", target.substring(target.lastIndexOf('.') + 1));
            JsonNode document = new ObjectMapper().readTree(bytes);
            document.fields()
                    .forEachRemaining(
                            one -> form.put(one.getKey(), one.getValue().asText()));
        } else if (exchange.getRequestMethod().equals("PUT")) {
            form.put("Action", "PutObject");
            form.put("path", exchange.getRequestURI().getPath());
        } else {
            boolean zipped = "gzip".equals(exchange.getRequestHeaders().getFirst("Content-Encoding"));
            byte[] plain = zipped ? new GZIPInputStream(new ByteArrayInputStream(bytes)).readAllBytes() : bytes;
            for (String pair : new String(plain, StandardCharsets.UTF_8).split("&")) {
                String[] parts = pair.split("=", 2);
                if (parts.length == 2) {
                    form.put(decoded(parts[0]), decoded(parts[1]));
                }
            }
        }
        return form;
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    private void secret(HttpExchange exchange, String name) throws IOException {
        Optional<String> content = Optional.ofNullable(secrets.get(name));
        send(
                exchange,
                content.isPresent() ? 200 : 400,
                new ObjectMapper()
                        .writeValueAsString(
                                content.isPresent()
                                        ? Map.of("Name", name, "SecretString", content.get())
                                        : Map.of("__type", "ResourceNotFoundException", "message", "no")));
    }

    private static void role(HttpExchange exchange, String arn) throws IOException {
        send(
                exchange,
                200,
                "<AssumeRoleResponse><AssumeRoleResult><Credentials><AccessKeyId>" + arn.substring(arn.indexOf('/') + 1)
                        + "</AccessKeyId><SecretAccessKey>s</SecretAccessKey><SessionToken>t</SessionToken>"
                        + "<Expiration>2099-01-01T00:00:00Z</Expiration></Credentials></AssumeRoleResult>"
                        + "</AssumeRoleResponse>");
    }

    private static void send(HttpExchange exchange, int status, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    @Override
    public void close() {
        System.setProperties(before);
        server.stop(0);
    }
}
