package dev.headroom.storage.source.aws.loopback;

import com.sun.net.httpserver.HttpExchange;
import dev.headroom.engine.digest.ContentDigest;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import software.amazon.awssdk.services.s3.model.CommonPrefix;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;
import software.amazon.awssdk.services.s3.model.S3Object;

/// The buckets of the loopback server, addressed by path: GetObject with Range and If-Match, HeadObject,
/// ListObjectsV2 in pages of two, PutObject. It can break a download, hold other bytes than it states, and
/// deny.
public final class LoopbackBuckets {
    private static final int PAGE = 2;
    private static final Pattern RANGE = Pattern.compile("bytes=(\\d+)-(\\d*)");
    private static final Instant WRITTEN = Instant.parse("2026-03-01T00:00:00Z");

    private final Map<String, NavigableMap<String, Stored>> buckets = new ConcurrentHashMap<>();
    private final Map<String, Integer> breaks = new ConcurrentHashMap<>();
    private final Set<String> denied = ConcurrentHashMap.newKeySet();

    private record Stored(byte[] content, String etag, Optional<String> crc32) {}

    /// Puts an object in one part: its ETag is its MD5.
    public LoopbackBuckets put(String bucket, String key, byte[] content) {
        store(bucket, key, new Stored(content, md5(content), Optional.empty()));
        return this;
    }

    public LoopbackBuckets put(String bucket, String key, String content) {
        return put(bucket, key, content.getBytes(StandardCharsets.UTF_8));
    }

    /// Puts an object in several parts: its ETag is no MD5, and its checksum a CRC32.
    public LoopbackBuckets putInParts(String bucket, String key, byte[] content) {
        CRC32 crc = new CRC32();
        crc.update(content);
        byte[] bytes = ByteBuffer.allocate(4).putInt((int) crc.getValue()).array();
        store(
                bucket,
                key,
                new Stored(
                        content,
                        md5(content) + "-2",
                        Optional.of(Base64.getEncoder().encodeToString(bytes))));
        return this;
    }

    /// Puts an object whose bytes are not those of which its ETag is.
    public LoopbackBuckets putDamaged(String bucket, String key, byte[] content) {
        byte[] other = content.clone();
        other[other.length / 2] ^= 1;
        store(bucket, key, new Stored(other, md5(content), Optional.empty()));
        return this;
    }

    public LoopbackBuckets remove(String bucket, String key) {
        buckets.get(bucket).remove(key);
        return this;
    }

    /// The next answers with the object break off after so many bytes each, until `bytes` is 0.
    public LoopbackBuckets breaking(String key, int bytes) {
        breaks.put(key, bytes);
        return this;
    }

    public LoopbackBuckets whole(String key) {
        breaks.remove(key);
        return this;
    }

    /// Denies what is in a bucket.
    public LoopbackBuckets deny(String bucket) {
        denied.add(bucket);
        return this;
    }

    private void store(String bucket, String key, Stored stored) {
        buckets.computeIfAbsent(bucket, _ -> new ConcurrentSkipListMap<>()).put(key, stored);
    }

    private static String md5(byte[] content) {
        MessageDigest digest = ContentDigest.md5();
        digest.update(content);
        return ContentDigest.hex(digest);
    }

    /// The operation that a request asks for.
    static String operation(HttpExchange exchange) {
        return switch (exchange.getRequestMethod()) {
            case "HEAD" -> "HeadObject";
            case "PUT" -> "PutObject";
            default ->
                String.valueOf(exchange.getRequestURI().getRawQuery()).contains("list-type=2")
                        ? "ListObjectsV2"
                        : "GetObject";
        };
    }

    void answer(HttpExchange exchange, byte[] body) throws IOException {
        String path = exchange.getRequestURI().getPath().substring(1);
        int slash = path.indexOf('/');
        String bucket = slash < 0 ? path : path.substring(0, slash);
        String key = slash < 0 ? "" : path.substring(slash + 1);
        if (denied.contains(bucket)) {
            refuse(exchange, 403, "AccessDenied");
        } else if (operation(exchange).equals("PutObject")) {
            take(exchange, bucket, key, body);
        } else if (!buckets.containsKey(bucket)) {
            refuse(exchange, 404, "NoSuchBucket");
        } else if (operation(exchange).equals("ListObjectsV2")) {
            list(exchange, buckets.get(bucket));
        } else if (!buckets.get(bucket).containsKey(key)) {
            refuse(exchange, 404, "NoSuchKey");
        } else {
            object(exchange, key, buckets.get(bucket).get(key));
        }
    }

    /// Keeps an object when it has the checksum that came with it, as S3 does.
    private void take(HttpExchange exchange, String bucket, String key, byte[] body) throws IOException {
        ChunkedBody sent = ChunkedBody.of(exchange, body);
        if (!sent.isSound()) {
            refuse(exchange, 400, "BadDigest");
            return;
        }
        put(bucket, key, sent.content());
        exchange.sendResponseHeaders(200, -1);
    }

    /// The keys of a bucket, sorted; none when it is not there.
    public List<String> keys(String bucket) {
        return List.copyOf(
                buckets.getOrDefault(bucket, new ConcurrentSkipListMap<>()).keySet());
    }

    public byte[] content(String bucket, String key) {
        return Optional.ofNullable(buckets.get(bucket))
                .map(keys -> keys.get(key))
                .orElseThrow(() -> new AssertionError("There is no object " + key + " in " + bucket))
                .content()
                .clone();
    }

    /// Allows what was denied.
    public LoopbackBuckets allow(String bucket) {
        denied.remove(bucket);
        return this;
    }

    private void object(HttpExchange exchange, String key, Stored stored) throws IOException {
        String match = exchange.getRequestHeaders().getFirst("If-Match");
        if (match != null && !match.equals("\"" + stored.etag() + "\"")) {
            refuse(exchange, 412, "PreconditionFailed");
            return;
        }
        exchange.getResponseHeaders().set("ETag", "\"" + stored.etag() + "\"");
        exchange.getResponseHeaders().set("Content-Type", "binary/octet-stream");
        byte[] content = stored.content();
        if (exchange.getRequestMethod().equals("HEAD")) {
            stored.crc32().ifPresent(crc -> {
                exchange.getResponseHeaders().set("x-amz-checksum-crc32", crc);
                exchange.getResponseHeaders().set("x-amz-checksum-type", "FULL_OBJECT");
            });
            exchange.getResponseHeaders().set("Content-Length", String.valueOf(content.length));
            exchange.sendResponseHeaders(200, -1);
            return;
        }
        Matcher range =
                RANGE.matcher(String.valueOf(exchange.getRequestHeaders().getFirst("Range")));
        int from = range.matches() ? Integer.parseInt(range.group(1)) : 0;
        if (from >= content.length && from > 0) {
            refuse(exchange, 416, "InvalidRange");
            return;
        }
        byte[] wanted = Arrays.copyOfRange(content, from, content.length);
        exchange.sendResponseHeaders(range.matches() ? 206 : 200, wanted.length == 0 ? -1 : wanted.length);
        int sent = Math.min(wanted.length, breaks.getOrDefault(key, Integer.MAX_VALUE));
        exchange.getResponseBody().write(wanted, 0, sent);
        exchange.getResponseBody().flush();
    }

    private static void list(HttpExchange exchange, NavigableMap<String, Stored> bucket) throws IOException {
        Map<String, String> query = query(exchange);
        String prefix = query.getOrDefault("prefix", "");
        String delimiter = query.getOrDefault("delimiter", "");
        Set<String> folders = new TreeSet<>();
        Set<String> seen = new HashSet<>();
        List<String> names = new ArrayList<>();
        for (String key : bucket.tailMap(prefix).keySet()) {
            if (!key.startsWith(prefix)) {
                break;
            }
            int end = delimiter.isEmpty() ? -1 : key.indexOf(delimiter, prefix.length());
            String name = end < 0 ? key : key.substring(0, end + 1);
            if (end >= 0) {
                folders.add(name);
            }
            if (seen.add(name)) {
                names.add(name);
            }
        }
        int first = Integer.parseInt(query.getOrDefault("continuation-token", "0"));
        List<String> page = names.subList(first, Math.min(names.size(), first + PAGE));
        boolean more = first + PAGE < names.size();
        ListObjectsV2Response answer = ListObjectsV2Response.builder()
                .isTruncated(more)
                .nextContinuationToken(more ? String.valueOf(first + PAGE) : null)
                .contents(page.stream()
                        .filter(name -> !folders.contains(name))
                        .map(name -> S3Object.builder()
                                .key(name)
                                .eTag("\"" + bucket.get(name).etag() + "\"")
                                .size((long) bucket.get(name).content().length)
                                .lastModified(WRITTEN)
                                .build())
                        .toList())
                .commonPrefixes(page.stream()
                        .filter(folders::contains)
                        .map(name -> CommonPrefix.builder().prefix(name).build())
                        .toList())
                .build();
        send(exchange, 200, "<ListBucketResult>" + PojoWriter.xml(answer) + "</ListBucketResult>");
    }

    private static Map<String, String> query(HttpExchange exchange) {
        Map<String, String> query = new LinkedHashMap<>();
        for (String pair : exchange.getRequestURI().getRawQuery().split("&")) {
            String[] parts = pair.split("=", 2);
            query.put(parts[0], parts.length < 2 ? "" : URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
        }
        return query;
    }

    private static void refuse(HttpExchange exchange, int status, String code) throws IOException {
        if (exchange.getRequestMethod().equals("HEAD")) {
            exchange.sendResponseHeaders(status, -1);
        } else {
            send(exchange, status, "<Error><Code>" + code + "</Code><Message>refused</Message></Error>");
        }
    }

    private static void send(HttpExchange exchange, int status, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/xml");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }
}
