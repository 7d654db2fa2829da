package cn.yiqilai.platform;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Keeps secrets of others unreadable in the database and in its dumps: AES-256-GCM, with what the secret belongs to as
 * additional data, so that a sealed secret cannot be moved to another row.
 *
 * <p>The key comes from {@code SECRETS_KEY}. With the embedded database and without that setting it is made once and kept
 * in {@code DATA_DIR/secrets.key}. With an external database, which replicas share, it must be set.
 */
@ApplicationScoped
public class Seal {
    private static final String CIPHER = "AES/GCM/NoPadding";
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final int SHORTEST_KEY = 32;
    private static final String FILE = "secrets.key";

    private final Settings settings;
    private final SecureRandom random = new SecureRandom();

    Seal(Settings settings) {
        this.settings = settings;
    }

    /** A key that is none stops the start, not the one who registers something a year later. */
    void atStart(@Observes StartupEvent event) {
        settings.secretsKey().filter(text -> !text.isBlank()).ifPresent(Seal::keyOf);
    }

    /** @throws ProblemException 409 when there is no key to seal with */
    public byte[] seal(String secret, String owner) {
        var key = key().orElseThrow(() -> Problem.conflict("seal.no-key").asException());
        var nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        var sealed = run(Cipher.ENCRYPT_MODE, key, nonce, owner, secret.getBytes(StandardCharsets.UTF_8));
        var whole = Arrays.copyOf(nonce, NONCE_BYTES + sealed.length);
        System.arraycopy(sealed, 0, whole, NONCE_BYTES, sealed.length);
        return whole;
    }

    /** @return empty when it was sealed with another key, for another owner, or was changed */
    public Optional<String> open(byte[] sealed, String owner) {
        if (sealed.length <= NONCE_BYTES) {
            return Optional.empty();
        }
        try {
            return key().map(key -> run(
                            Cipher.DECRYPT_MODE,
                            key,
                            Arrays.copyOf(sealed, NONCE_BYTES),
                            owner,
                            Arrays.copyOfRange(sealed, NONCE_BYTES, sealed.length)))
                    .map(secret -> new String(secret, StandardCharsets.UTF_8));
        } catch (IllegalStateException e) {
            return Optional.empty();
        }
    }

    private static byte[] run(int mode, SecretKey key, byte[] nonce, String owner, byte[] text) {
        try {
            var cipher = Cipher.getInstance(CIPHER);
            cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(owner.getBytes(StandardCharsets.UTF_8));
            return cipher.doFinal(text);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("sealed for another owner or with another key", e);
        }
    }

    private Optional<SecretKey> key() {
        var set = settings.secretsKey().filter(text -> !text.isBlank());
        if (set.isPresent()) {
            return Optional.of(keyOf(set.get()));
        }
        return settings.embeddedDatabase() ? Optional.of(keyOf(kept())) : Optional.empty();
    }

    private static SecretKey keyOf(String text) {
        if (text.length() < SHORTEST_KEY) {
            throw new IllegalArgumentException("SECRETS_KEY needs at least " + SHORTEST_KEY + " characters");
        }
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return new SecretKeySpec(digest, "AES");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private synchronized String kept() {
        var file = settings.dataDir().resolve(FILE);
        try {
            if (!Files.exists(file)) {
                make(file);
            }
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new UncheckedIOException("the key in " + file + " cannot be read or made", e);
        }
    }

    private void make(Path file) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        var bytes = new byte[SHORTEST_KEY];
        random.nextBytes(bytes);
        try {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(file, Base64.getEncoder().encodeToString(bytes) + "\n");
        } catch (FileAlreadyExistsException e) {
            // Somebody was faster: his is the one.
        }
    }
}
