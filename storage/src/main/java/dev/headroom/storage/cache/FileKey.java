package dev.headroom.storage.cache;

import dev.headroom.storage.ErrorCode;
import dev.headroom.storage.Password;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import org.h2.store.fs.encrypt.FilePathEncrypt;
import org.jspecify.annotations.Nullable;

/// The key of an encrypted database file, made from a password by PBKDF2 with HMAC-SHA-256.
///
/// H2 encrypts with AES in XTS mode, but makes its key from the password in ten rounds only, and cannot tell a
/// wrong password from a damaged file. So what H2 gets is not the password but a key derived in
/// [#ROUNDS] rounds. The salt, the rounds and a value that tells whether a password is right stand in the part
/// of the first page of the file that H2 leaves empty: key and data are one file, which is moved and copied as
/// one.
final class FileKey implements AutoCloseable {
    /// OWASP, Password Storage Cheat Sheet (2023): PBKDF2-HMAC-SHA256 with 600,000 rounds.
    private static final int ROUNDS = 600_000;

    private static final byte[] ENCRYPTED = "H2encrypt\n".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] MARK = "headroom key 1\n".getBytes(StandardCharsets.US_ASCII);
    private static final int POSITION = 1024;
    private static final int SALT = 16;
    private static final int KEY = 32;
    private static final int CHECK = 16;
    private final byte[] header;
    private final char[] key;

    private FileKey(byte[] header, char[] key) {
        this.header = header;
        this.key = key;
    }

    static boolean isEncrypted(Path file) throws IOException {
        return Arrays.equals(read(file, 0, ENCRYPTED.length), ENCRYPTED);
    }

    /// A key for a new file.
    static FileKey fresh(Password password) {
        byte[] salt = new byte[SALT];
        new SecureRandom().nextBytes(salt);
        byte[] derived = derive(password, salt, ROUNDS);
        byte[] header = ByteBuffer.allocate(MARK.length + Integer.BYTES + SALT + CHECK)
                .put(MARK)
                .putInt(ROUNDS)
                .put(salt)
                .put(derived, KEY, CHECK)
                .array();
        return of(header, derived);
    }

    /// The key of a file; null when it is not encrypted.
    ///
    /// @throws CacheException when the password is missing or not the one of the file
    static @Nullable FileKey find(Path file, @Nullable Password password) throws IOException {
        if (!isEncrypted(file)) {
            return null;
        }
        byte[] header = read(file, POSITION, MARK.length + Integer.BYTES + SALT + CHECK);
        ByteBuffer fields = ByteBuffer.wrap(header);
        byte[] mark = new byte[MARK.length];
        fields.get(mark);
        if (!Arrays.equals(mark, MARK)) {
            throw DatabaseFile.damaged(new IOException("no key header"));
        }
        if (password == null) {
            throw new CacheException(
                    ErrorCode.PASSWORD_NEEDED, "The workspace is encrypted; give its password to open it.");
        }
        int rounds = fields.getInt();
        byte[] salt = new byte[SALT];
        fields.get(salt);
        byte[] check = new byte[CHECK];
        fields.get(check);
        if (rounds < 1 || rounds > 100_000_000) {
            throw DatabaseFile.damaged(new IOException("rounds (" + rounds + ")"));
        }
        byte[] derived = derive(password, salt, rounds);
        if (!MessageDigest.isEqual(check, Arrays.copyOfRange(derived, KEY, KEY + CHECK))) {
            Arrays.fill(derived, (byte) 0);
            throw new CacheException(
                    ErrorCode.PASSWORD_WRONG,
                    "This is not the password of the workspace; nothing was changed. Without the password there is no"
                            + " way to its data.");
        }
        return of(header, derived);
    }

    private static FileKey of(byte[] header, byte[] derived) {
        char[] key = new char[2 * KEY];
        HexFormat hex = HexFormat.of();
        for (int i = 0; i < KEY; i++) {
            key[2 * i] = hex.toHighHexDigit(derived[i]);
            key[2 * i + 1] = hex.toLowHexDigit(derived[i]);
        }
        Arrays.fill(derived, (byte) 0);
        return new FileKey(header, key);
    }

    private static byte[] derive(Password password, byte[] salt, int rounds) {
        char[] characters = password.characters();
        PBEKeySpec spec = new PBEKeySpec(characters, salt, rounds, 8 * (KEY + CHECK));
        try {
            return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                    .generateSecret(spec)
                    .getEncoded();
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("PBKDF2WithHmacSHA256 must be available.", missing);
        } finally {
            spec.clearPassword();
            Arrays.fill(characters, '\0');
        }
    }

    private static byte[] read(Path file, int position, int length) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(length);
        try (FileChannel channel = FileChannel.open(file)) {
            while (bytes.hasRemaining() && channel.read(bytes, position + bytes.position()) >= 0) {
                // reads on until the buffer is full or the file ends
            }
        }
        return bytes.array();
    }

    /// Writes what the password is checked against into a new file.
    void writeTo(Path file) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(header);
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            while (bytes.hasRemaining()) {
                channel.write(bytes, POSITION + bytes.position());
            }
            channel.force(true);
        }
    }

    /// A copy of the key, which its user overwrites.
    char[] characters() {
        return key.clone();
    }

    /// The key as the database engine wants it: followed by a space and the empty password of its user.
    char[] forConnections() {
        char[] both = Arrays.copyOf(key, key.length + 1);
        both[key.length] = ' ';
        return both;
    }

    byte[] bytes() {
        return FilePathEncrypt.getPasswordBytes(key);
    }

    @Override
    public void close() {
        Arrays.fill(key, '\0');
    }
}
