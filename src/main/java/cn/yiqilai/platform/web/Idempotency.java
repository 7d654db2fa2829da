package cn.yiqilai.platform.web;

import cn.yiqilai.platform.Problem;
import cn.yiqilai.platform.postgres.IdempotencyRecords;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A creating operation that is sent twice with the same {@code Idempotency-Key} creates once.
 *
 * <p>The record of the first result is written in the transaction of the work itself; a second call that comes while the
 * first is under way waits for it at the unique key.
 */
@ApplicationScoped
public class Idempotency {
    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7E]{1,128}");

    private final IdempotencyRecords records;
    private final ObjectMapper json;

    public Idempotency(IdempotencyRecords records, ObjectMapper json) {
        this.records = records;
        this.json = json;
    }

    /**
     * @param scope whose key it is: an operation and who calls it; keys of different scopes never meet
     * @param key the caller's key, null for none
     * @param request the body; the same key with another body is a 409
     * @param type of the result, to read back the stored one
     */
    @Transactional
    public <T> T once(String scope, @Nullable String key, Object request, Class<T> type, Supplier<T> work) {
        if (key == null) {
            return work.get();
        }
        if (!KEY.matcher(key).matches()) {
            throw Problem.invalidField("Idempotency-Key", "request.idempotency-key")
                    .asException();
        }
        var fingerprint = fingerprint(request);
        if (!records.reserve(scope, key, fingerprint)) {
            return earlier(scope, key, fingerprint, type);
        }
        var result = work.get();
        records.complete(scope, key, write(result));
        return result;
    }

    private <T> T earlier(String scope, String key, byte[] fingerprint, Class<T> type) {
        var record = records.find(scope, key);
        if (!MessageDigest.isEqual(record.fingerprint(), fingerprint)) {
            throw Problem.conflict("request.idempotency-differs").asException();
        }
        try {
            return json.readValue(record.result(), type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the stored result of " + scope + " cannot be read", e);
        }
    }

    private byte[] fingerprint(Object request) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(write(request).getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private String write(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("cannot be written as JSON: " + value.getClass(), e);
        }
    }
}
