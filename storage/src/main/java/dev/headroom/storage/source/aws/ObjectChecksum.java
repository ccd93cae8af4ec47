package dev.headroom.storage.source.aws;

import dev.headroom.storage.source.FileDigest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import java.util.zip.CRC32C;
import java.util.zip.Checksum;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.s3.model.ChecksumType;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;

/// A checksum over a whole object that S3 states.
///
/// An ETag is the MD5 of the object only when it was uploaded in one part and is not encrypted with a key
/// of the user. Checksums of objects in several parts may be those of the parts; these are not used.
/// Source: the S3 user guide, "Checking object integrity".
///
/// @param value hexadecimal, in lower case
public record ObjectChecksum(Algorithm algorithm, String value) {
    private static final Pattern MD5 = Pattern.compile("[0-9a-f]{32}");
    private static final int BUFFER = 1 << 16;

    /// How it is computed.
    public enum Algorithm {
        SHA256,
        MD5,
        CRC64NVME,
        CRC32C,
        CRC32
    }

    /// The best that an answer states; empty when it states none.
    static Optional<ObjectChecksum> of(HeadObjectResponse answer, String etag) {
        if (answer.checksumType() != ChecksumType.COMPOSITE) {
            Optional<ObjectChecksum> sha = of(Algorithm.SHA256, answer.checksumSHA256());
            if (sha.isPresent()) {
                return sha;
            }
        }
        if (isPlain(answer) && MD5.matcher(etag).matches()) {
            return Optional.of(new ObjectChecksum(Algorithm.MD5, etag));
        }
        if (answer.checksumType() == ChecksumType.COMPOSITE) {
            return Optional.empty();
        }
        return of(Algorithm.CRC64NVME, answer.checksumCRC64NVME())
                .or(() -> of(Algorithm.CRC32C, answer.checksumCRC32C()))
                .or(() -> of(Algorithm.CRC32, answer.checksumCRC32()));
    }

    private static boolean isPlain(HeadObjectResponse answer) {
        String encryption = answer.serverSideEncryptionAsString();
        return answer.sseCustomerAlgorithm() == null && (encryption == null || encryption.equals("AES256"));
    }

    /// Those of parts end with a dash and their number.
    private static Optional<ObjectChecksum> of(Algorithm algorithm, @Nullable String base64) {
        if (base64 == null || base64.contains("-")) {
            return Optional.empty();
        }
        return Optional.of(new ObjectChecksum(
                algorithm, HexFormat.of().formatHex(Base64.getDecoder().decode(base64))));
    }

    /// True when a file has it.
    public boolean isOf(Path file) throws IOException {
        String found = switch (algorithm) {
            case SHA256 -> FileDigest.sha256(file);
            case MD5 -> FileDigest.md5(file);
            case CRC64NVME -> hex(file, new Crc64Nvme(), Long.BYTES);
            case CRC32C -> hex(file, new CRC32C(), Integer.BYTES);
            case CRC32 -> hex(file, new CRC32(), Integer.BYTES);
        };
        return found.equals(value);
    }

    private static String hex(Path file, Checksum checksum, int bytes) throws IOException {
        byte[] buffer = new byte[BUFFER];
        try (InputStream in = Files.newInputStream(file)) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                checksum.update(buffer, 0, read);
            }
        }
        byte[] value =
                ByteBuffer.allocate(Long.BYTES).putLong(checksum.getValue()).array();
        return HexFormat.of().formatHex(value, Long.BYTES - bytes, Long.BYTES);
    }
}
