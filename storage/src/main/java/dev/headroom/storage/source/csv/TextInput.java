package dev.headroom.storage.source.csv;

import dev.headroom.engine.digest.ContentDigest;
import dev.headroom.storage.ErrorCode;
import dev.headroom.storage.source.SourceException;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.function.LongSupplier;
import java.util.zip.ZipException;

/// The text of a file: decompressed when its first bytes say gzip or ZIP, decoded by its byte order mark and as
/// UTF-8 without one. Counts and hashes the bytes of the file as they are read.
public final class TextInput implements AutoCloseable {
    private static final int BUFFER = 1 << 16;
    private final Reader reader;
    private final Counting counting;
    private final String encoding;
    private final Compression compression;
    private final LongSupplier bytesRead;

    private TextInput(
            Reader reader, Counting counting, String encoding, Compression compression, LongSupplier bytesRead) {
        this.reader = reader;
        this.counting = counting;
        this.encoding = encoding;
        this.compression = compression;
        this.bytesRead = bytesRead;
    }

    /// How the file is compressed.
    public enum Compression {
        NONE,
        GZIP,
        ZIP
    }

    /// Opens a file. The caller maps failures while reading with [#problem].
    ///
    /// @throws SourceException when there is no such file, it is empty, or it is not text
    public static TextInput open(Path path) throws SourceException {
        if (!Files.exists(path)) {
            throw new SourceException(ErrorCode.FILE_NOT_FOUND, "There is no file " + path + "; check the path.");
        }
        boolean opened = false;
        Counting counting = null;
        try {
            counting = new Counting(new BufferedInputStream(Files.newInputStream(path), BUFFER));
            TextInput input = open(path, counting);
            opened = true;
            return input;
        } catch (IOException failure) {
            throw problem(path, failure);
        } finally {
            if (!opened && counting != null) {
                counting.closeQuietly();
            }
        }
    }

    private static TextInput open(Path path, Counting counting) throws IOException, SourceException {
        BufferedInputStream raw = new BufferedInputStream(counting, BUFFER);
        byte[] magic = peek(raw);
        Compression compression = compression(magic);
        LongSupplier bytesRead = () -> counting.count;
        BufferedInputStream plain = raw;
        if (compression == Compression.GZIP) {
            InflationGuard guard = new InflationGuard(new GzipMembers(raw), bytesRead);
            plain = new BufferedInputStream(guard, BUFFER);
        } else if (compression == Compression.ZIP) {
            long size = raw.transferTo(OutputStream.nullOutputStream());
            InflationGuard guard = new InflationGuard(ZippedFile.open(path), () -> size);
            plain = new BufferedInputStream(guard, BUFFER);
            bytesRead = () -> Math.min(size, guard.inflated());
        }
        byte[] head = peek(plain);
        if (head.length == 0) {
            throw new SourceException(ErrorCode.FILE_EMPTY, "The file " + path.getFileName() + " is empty.");
        }
        refuseContainers(path, head);
        Mark mark = Mark.of(head);
        plain.skipNBytes(mark.bytes);
        Reader reader = new InputStreamReader(
                plain,
                mark.charset
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT));
        return new TextInput(reader, counting, mark.label, compression, bytesRead);
    }

    private static Compression compression(byte[] magic) {
        String start = new String(magic, StandardCharsets.ISO_8859_1);
        if (start.startsWith("\u001f\u008b")) {
            return Compression.GZIP;
        }
        return start.equals("PK\u0003\u0004") || start.equals("PK\u0005\u0006") ? Compression.ZIP : Compression.NONE;
    }

    private static byte[] peek(BufferedInputStream in) throws IOException {
        in.mark(8);
        byte[] head = in.readNBytes(4);
        in.reset();
        return head;
    }

    private static void refuseContainers(Path path, byte[] magic) throws SourceException {
        String start = new String(magic, StandardCharsets.ISO_8859_1);
        String kind = start.startsWith("PK\u0003\u0004") || start.startsWith("\u001f\u008b")
                ? "an archive of another archive; unpack it and import the files in it"
                : start.equals("PAR1")
                        ? "a Parquet file in an archive; unpack it first"
                        : start.startsWith("(\u00b5/\u00fd") ? "compressed with Zstandard; decompress it first" : "";
        if (!kind.isEmpty()) {
            throw new SourceException(
                    ErrorCode.FILE_UNSUPPORTED, "The file " + path.getFileName() + " is " + kind + ".");
        }
    }

    /// The byte order marks. Four-byte encodings have none here and fail as malformed text.
    private enum Mark {
        UTF_8_BOM("UTF-8 with byte order mark", StandardCharsets.UTF_8, 3),
        UTF_16_LE("UTF-16 LE", StandardCharsets.UTF_16LE, 2),
        UTF_16_BE("UTF-16 BE", StandardCharsets.UTF_16BE, 2),
        NONE("UTF-8", StandardCharsets.UTF_8, 0);

        private final String label;
        private final Charset charset;
        private final int bytes;

        Mark(String label, Charset charset, int bytes) {
            this.label = label;
            this.charset = charset;
            this.bytes = bytes;
        }

        static Mark of(byte[] head) {
            String start = new String(head, StandardCharsets.ISO_8859_1);
            if (start.startsWith("\u00ef\u00bb\u00bf")) {
                return UTF_8_BOM;
            }
            if (start.startsWith("\u00ff\u00fe")) {
                return UTF_16_LE;
            }
            return start.startsWith("\u00fe\u00ff") ? UTF_16_BE : NONE;
        }
    }

    public Reader reader() {
        return reader;
    }

    /// The encoding in words, such as `UTF-8` or `UTF-16 LE`.
    public String encoding() {
        return encoding;
    }

    public Compression compression() {
        return compression;
    }

    /// How many bytes of the file have been read so far.
    public long bytesRead() {
        return bytesRead.getAsLong();
    }

    /// The SHA-256 of the bytes read so far, as hexadecimal text. To be called once, at the end.
    public String contentHash() {
        return ContentDigest.hex(counting.digest);
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }

    /// Says what a failure while reading means for the file.
    public static SourceException problem(Path path, IOException failure) {
        String name = "The file " + path.getFileName();
        return switch (failure) {
            case InflationGuard.InflationException bomb ->
                new SourceException(
                        ErrorCode.FILE_INFLATES,
                        name + " grows to more than " + InflationGuard.MOST_RATIO + " times its size when it is"
                                + " decompressed, as no export does; check where it comes from. Nothing of it was"
                                + " imported.",
                        bomb);
            case EOFException truncated ->
                new SourceException(
                        ErrorCode.FILE_BROKEN_GZIP,
                        name + " is cut off before its end; fetch it again. Nothing of it was imported.",
                        truncated);
            case ZipException broken ->
                new SourceException(
                        ErrorCode.FILE_BROKEN_GZIP,
                        name + " is damaged and cannot be decompressed; fetch it again. Nothing of it was imported.",
                        broken);
            case CharacterCodingException malformed ->
                new SourceException(
                        ErrorCode.FILE_BAD_ENCODING,
                        name + " is neither UTF-8 nor UTF-16 with a byte order mark; save it as UTF-8. Nothing of it"
                                + " was imported.",
                        malformed);
            default ->
                new SourceException(
                        ErrorCode.FILE_UNREADABLE,
                        name + " cannot be read; check that it is a file you may open.",
                        failure);
        };
    }

    /// Counts and hashes what passes.
    private static final class Counting extends FilterInputStream {
        private final MessageDigest digest;
        private long count;

        Counting(InputStream in) {
            super(in);
            digest = ContentDigest.sha256();
        }

        @Override
        public int read() throws IOException {
            int value = in.read();
            if (value >= 0) {
                digest.update((byte) value);
                count++;
            }
            return value;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int read = in.read(buffer, offset, length);
            if (read > 0) {
                digest.update(buffer, offset, read);
                count += read;
            }
            return read;
        }

        void closeQuietly() {
            try {
                close();
            } catch (IOException ignored) {
                // The failure that is being reported matters more than this one.
            }
        }
    }
}
