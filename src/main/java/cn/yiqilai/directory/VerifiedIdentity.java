package cn.yiqilai.directory;

import cn.yiqilai.access.Assurance;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Who somebody is, vouched for by a trusted party: the credit code of an account that the city's single sign-on has verified, or
 * the number that the telephone network shows for a call. There is no other way to make one, so nobody gets the place of a key
 * enterprise by saying that he is one.
 */
public final class VerifiedIdentity {
    private final @Nullable String creditCode;
    private final @Nullable CallingNumber number;

    private VerifiedIdentity(@Nullable String creditCode, @Nullable CallingNumber number) {
        this.creditCode = creditCode;
        this.number = number;
    }

    /** Of an account; empty without a credit code, or when the account only says so itself. */
    public static Optional<VerifiedIdentity> ofAccount(Assurance assurance, @Nullable String creditCode) {
        return switch (assurance) {
            case DECLARED -> Optional.empty();
            case VERIFIED ->
                Optional.ofNullable(creditCode)
                        .map(code -> new VerifiedIdentity(code.strip().toUpperCase(Locale.ROOT), null));
        };
    }

    /** Of a call; empty when the number is withheld or incomplete, or was only told by the caller. */
    public static Optional<VerifiedIdentity> ofCall(Assurance assurance, @Nullable String number) {
        return switch (assurance) {
            case DECLARED -> Optional.empty();
            case VERIFIED ->
                Optional.ofNullable(number)
                        .flatMap(CallingNumber::read)
                        .map(calling -> new VerifiedIdentity(null, calling));
        };
    }

    public Optional<String> creditCode() {
        return Optional.ofNullable(creditCode);
    }

    public Optional<CallingNumber> number() {
        return Optional.ofNullable(number);
    }

    /** Says nothing of who it is, because logs are read by many. */
    @Override
    public String toString() {
        return "VerifiedIdentity[" + (creditCode == null ? "call" : "account") + "]";
    }
}
