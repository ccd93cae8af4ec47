package dev.headroom.storage.source.aws.loopback;

import com.sun.net.httpserver.HttpExchange;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.zip.CRC32;

/// The body of a PutObject as the SDK sends it: in chunks with their sizes, each perhaps signed, and a checksum
/// in a line behind the last one; or as it is, with the checksum in a header.
///
/// @param crc32 as it was sent, in Base64; empty when none was
record ChunkedBody(byte[] content, Optional<String> crc32) {
    private static final String HEADER = "x-amz-checksum-crc32";

    static ChunkedBody of(HttpExchange exchange, byte[] body) {
        String encoding = Optional.ofNullable(exchange.getRequestHeaders().getFirst("Content-Encoding"))
                .orElse("");
        Optional<String> stated =
                Optional.ofNullable(exchange.getRequestHeaders().getFirst(HEADER));
        if (!encoding.contains("aws-chunked")) {
            return new ChunkedBody(body, stated);
        }
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        int at = 0;
        while (true) {
            int end = lineEnd(body, at);
            String head = text(body, at, end);
            int size = Integer.parseInt(head.split(";", 2)[0].strip(), 16);
            at = end + 2;
            if (size == 0) {
                return new ChunkedBody(
                        content.toByteArray(),
                        Optional.ofNullable(
                                        trailers(text(body, at, body.length)).get(HEADER))
                                .or(() -> stated));
            }
            content.write(body, at, size);
            at += size + 2;
        }
    }

    private static int lineEnd(byte[] body, int from) {
        for (int i = from; i + 1 < body.length; i++) {
            if (body[i] == '\r' && body[i + 1] == '\n') {
                return i;
            }
        }
        throw new IllegalArgumentException("The chunk at " + from + " has no end.");
    }

    private static String text(byte[] body, int from, int to) {
        return new String(body, from, to - from, StandardCharsets.US_ASCII);
    }

    private static Map<String, String> trailers(String text) {
        Map<String, String> trailers = new HashMap<>();
        text.lines()
                .map(line -> line.split(":", 2))
                .filter(parts -> parts.length == 2)
                .forEach(parts -> trailers.put(parts[0].strip().toLowerCase(Locale.ROOT), parts[1].strip()));
        return trailers;
    }

    /// True when a checksum came and is that of the content.
    boolean isSound() {
        CRC32 crc = new CRC32();
        crc.update(content);
        byte[] bytes = ByteBuffer.allocate(4).putInt((int) crc.getValue()).array();
        return crc32.filter(Base64.getEncoder().encodeToString(bytes)::equals).isPresent();
    }
}
