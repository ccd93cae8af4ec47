package dev.headroom.storage.source.aws.loopback;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import software.amazon.awssdk.core.SdkPojo;

/// A server on this machine that speaks the protocols of AWS. What an operation answers is given by handlers in the
/// types of the SDK; the wire is derived from those types. The service and the region are those that the call is signed
/// for, so that a client that signs for the wrong one finds nothing.
public final class LoopbackAws implements AutoCloseable {
    private static final Pattern CREDENTIAL = Pattern.compile("Credential=([^/]+)/\\d{8}/([^/]+)/([^/]+)/aws4_request");
    private static final Map<String, Protocol> PROTOCOLS = Map.ofEntries(
            Map.entry("ec2", Protocol.EC2),
            Map.entry("sts", Protocol.QUERY),
            Map.entry("monitoring", Protocol.QUERY),
            Map.entry("athena", Protocol.JSON),
            Map.entry("glue", Protocol.JSON),
            Map.entry("organizations", Protocol.JSON),
            Map.entry("pricing", Protocol.JSON),
            Map.entry("lambda", Protocol.REST_JSON),
            Map.entry("savingsplans", Protocol.REST_JSON),
            Map.entry("ce", Protocol.JSON),
            Map.entry("budgets", Protocol.JSON),
            Map.entry("secretsmanager", Protocol.JSON),
            Map.entry("compute-optimizer", Protocol.JSON));
    private static final Map<String, String> PATHS = Map.of(
            "GET /2015-03-31/functions",
            "ListFunctions",
            "POST /DescribeSavingsPlansOfferingRates",
            "DescribeSavingsPlansOfferingRates");

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Map<String, Operation<?>> operations = new ConcurrentHashMap<>();
    private final List<Call> calls = new CopyOnWriteArrayList<>();
    private final LoopbackBuckets buckets = new LoopbackBuckets();
    private final ObjectMapper mapper = new ObjectMapper();

    private record Operation<Q extends SdkPojo>(Supplier<? extends SdkPojo> request, Handler<Q> handler) {
        @SuppressWarnings("unchecked") // the reader builds what the supplier begins
        SdkPojo answer(SdkPojo read, Call call) throws Fault {
            return handler.answer((Q) read, call);
        }
    }

    public LoopbackAws() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", this::exchange);
        server.start();
    }

    /// @param service the signing name, such as `monitoring`
    /// @param request such as `DescribeInstancesRequest::builder`
    public <Q extends SdkPojo> LoopbackAws on(
            String service, String operation, Supplier<? extends SdkPojo> request, Handler<Q> handler) {
        operations.put(service + ":" + operation, new Operation<>(request, handler));
        return this;
    }

    /// What it keeps as S3.
    public LoopbackBuckets buckets() {
        return buckets;
    }

    public URI endpoint() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /// All calls so far, those that failed included, in the order in which they came.
    public List<Call> calls() {
        return List.copyOf(calls);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void exchange(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] bytes = read(exchange);
            String body = new String(bytes, StandardCharsets.UTF_8);
            Matcher signed = CREDENTIAL.matcher(
                    Optional.ofNullable(exchange.getRequestHeaders().getFirst("Authorization"))
                            .orElse(""));
            if (!signed.find()) {
                send(exchange, 403, "text/plain", "The call is not signed.");
                return;
            }
            if (signed.group(3).equals("s3")) {
                calls.add(new Call("s3", signed.group(2), LoopbackBuckets.operation(exchange), signed.group(1)));
                buckets.answer(exchange, bytes);
                return;
            }
            Protocol protocol = PROTOCOLS.getOrDefault(signed.group(3), Protocol.QUERY);
            String target = exchange.getRequestHeaders().getFirst("X-Amz-Target");
            String query =
                    Optional.ofNullable(exchange.getRequestURI().getRawQuery()).orElse("");
            Map<String, String> form = switch (protocol) {
                case JSON -> Map.of();
                case REST_JSON -> form(query);
                case QUERY, EC2 -> form(body);
            };
            String operation = switch (protocol) {
                case JSON -> target == null ? "" : target.substring(target.lastIndexOf('.') + 1);
                case REST_JSON -> operation(exchange);
                case QUERY, EC2 -> form.getOrDefault("Action", "");
            };
            Call call = new Call(signed.group(3), signed.group(2), operation, signed.group(1));
            calls.add(call);
            try {
                answer(exchange, protocol, call, form, body);
            } catch (Fault fault) {
                refuse(exchange, protocol, fault);
            }
        }
    }

    /// The body as it was before the client compressed it.
    private static byte[] read(HttpExchange exchange) throws IOException {
        byte[] bytes = exchange.getRequestBody().readAllBytes();
        boolean zipped = "gzip".equals(exchange.getRequestHeaders().getFirst("Content-Encoding"));
        return zipped ? new GZIPInputStream(new ByteArrayInputStream(bytes)).readAllBytes() : bytes;
    }

    private static String operation(HttpExchange exchange) {
        String path = exchange.getRequestURI().getPath().replaceFirst("/$", "");
        return PATHS.getOrDefault(exchange.getRequestMethod() + " " + path, path);
    }

    private void answer(HttpExchange exchange, Protocol protocol, Call call, Map<String, String> form, String body)
            throws IOException, Fault {
        Operation<?> operation = operations.get(call.service() + ":" + call.operation());
        if (operation == null) {
            throw new Fault(400, "InvalidAction", call.service() + " does not know " + call.operation());
        }
        Supplier<SdkPojo> type = () -> operation.request().get();
        boolean document = protocol == Protocol.JSON || protocol == Protocol.REST_JSON && !body.isEmpty();
        SdkPojo read =
                document ? PojoReader.ofJson(mapper.readTree(body), type) : PojoReader.ofForm(form, protocol, type);
        SdkPojo answer = operation.answer(read, call);
        String name = call.operation();
        switch (protocol) {
            case JSON, REST_JSON -> send(exchange, 200, "application/x-amz-json-1.1", PojoWriter.json(answer));
            case EC2 ->
                send(
                        exchange,
                        200,
                        "text/xml",
                        "<" + name + "Response><requestId>r</requestId>" + PojoWriter.xml(answer) + "</" + name
                                + "Response>");
            case QUERY ->
                send(
                        exchange,
                        200,
                        "text/xml",
                        "<" + name + "Response><" + name + "Result>" + PojoWriter.xml(answer) + "</" + name
                                + "Result><ResponseMetadata><RequestId>r</RequestId></ResponseMetadata></" + name
                                + "Response>");
        }
    }

    private static void refuse(HttpExchange exchange, Protocol protocol, Fault fault) throws IOException {
        String error = "<Error><Code>" + fault.code() + "</Code><Message>"
                + PojoWriter.escaped(String.valueOf(fault.getMessage())) + "</Message></Error>";
        switch (protocol) {
            case JSON, REST_JSON ->
                send(
                        exchange,
                        fault.status(),
                        "application/x-amz-json-1.1",
                        "{\"__type\":\"" + fault.code() + "\",\"message\":\"" + fault.getMessage() + "\"}");
            case EC2 ->
                send(
                        exchange,
                        fault.status(),
                        "text/xml",
                        "<Response><Errors>" + error + "</Errors><RequestID>r</RequestID></Response>");
            case QUERY ->
                send(
                        exchange,
                        fault.status(),
                        "text/xml",
                        "<ErrorResponse>" + error + "<RequestId>r</RequestId></ErrorResponse>");
        }
    }

    private static void send(HttpExchange exchange, int status, String type, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        try {
            exchange.getResponseHeaders().set("Content-Type", type);
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, String> form(String body) {
        Map<String, String> form = new LinkedHashMap<>();
        for (String pair : body.split("&")) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                form.put(decoded(pair.substring(0, equals)), decoded(pair.substring(equals + 1)));
            }
        }
        return form;
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
